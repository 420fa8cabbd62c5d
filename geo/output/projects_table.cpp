#include "geo/output/projects_table.h"

#include <algorithm>
#include <array>

#include "geo/base/numbers.h"
#include "geo/base/text.h"
#include "geo/coverage/notes.h"
#include "geo/output/table_text.h"

namespace malimap {
namespace {

struct ColumnText {
  ProjectColumn column;
  std::string_view word;
  const char* title;  // msgid
};
constexpr std::array kTexts = {
    ColumnText{ProjectColumn::Title, "title", N_("Title")},
    ColumnText{ProjectColumn::Id, "id", N_("Number or id")},
    ColumnText{ProjectColumn::Fund, "fund", N_("Fund")},
    ColumnText{ProjectColumn::Sector, "sector", N_("Sector")},
    ColumnText{ProjectColumn::Status, "status", N_("Status")},
    ColumnText{ProjectColumn::Budget, "budget", N_("Budget (USD)")},
    ColumnText{ProjectColumn::Start, "start", N_("Start")},
    ColumnText{ProjectColumn::End, "end", N_("End")},
    ColumnText{ProjectColumn::Partner, "partner", N_("Partner")},
    ColumnText{ProjectColumn::Donor, "donor", N_("Donor")},
    ColumnText{ProjectColumn::Place, "place", N_("Place")},
    ColumnText{ProjectColumn::Notes, "notes", N_("Notes")},
    ColumnText{ProjectColumn::Row, "row", N_("Row")},
};
constexpr std::array kColumns = [] {
  std::array<ProjectColumn, kTexts.size()> columns{};
  for (std::size_t i = 0; i < kTexts.size(); ++i)
    columns[i] = kTexts[i].column;
  return columns;
}();

const ColumnText& text_of(ProjectColumn column) {
  return *std::find_if(kTexts.begin(), kTexts.end(),
                       [&](const ColumnText& text) { return text.column == column; });
}

std::string joined(const MultiDictionaryColumn& column, std::size_t row, Dimension dimension,
                   const Translator& tr) {
  std::string text;
  for (const Code code : column.at(row))
    text += (text.empty() ? "" : ", ") + label_of(dimension, column.dictionary.text(code), tr);
  return text;
}

std::string labelled(const DictionaryColumn& column, std::size_t row, Dimension dimension,
                     const Translator& tr) {
  const std::string value(column.at(row));
  return value.empty() ? value : label_of(dimension, value, tr);
}

bool has_other_amount(const Projects& list, std::size_t row) {
  return !list.budget.present[row] && list.amount_of(row);
}

std::string budget_text(const Projects& list, std::size_t row, const Translator& tr) {
  if (list.budget.present[row]) {
    constexpr std::string_view kUnit = "USD";
    std::string text = format_money(list.budget.values[row], tr.language());
    if (text.ends_with(kUnit))
      text.resize(text.size() - kUnit.size());
    return std::string(trim(text));
  }
  return has_other_amount(list, row)
             ? amount_words(std::string(list.currency.at(row)), *list.amount_of(row))
             : std::string();
}

std::string date_text(const Column<Date>& column, std::size_t row) {
  return column.present[row] ? iso(column.values[row]) : std::string();
}

WorkbookCell cell(const Projects& list, ProjectIndex index, ProjectColumn column,
                  const Translator& tr) {
  const auto row = static_cast<std::size_t>(index);
  const auto date = [&](const Column<Date>& dates) {
    return dates.present[row] ? WorkbookCell(dates.values[row]) : WorkbookCell();
  };
  if (column == ProjectColumn::Budget)
    return list.budget.present[row] ? WorkbookCell(list.budget.values[row]) : WorkbookCell();
  if (column == ProjectColumn::Start)
    return date(list.start);
  if (column == ProjectColumn::End)
    return date(list.end);
  if (column == ProjectColumn::Row)
    return list.row[row];
  std::string text = cell_text(list, index, column, tr);
  return text.empty() ? WorkbookCell() : WorkbookCell(std::move(text));
}

/// Whole sentences stand in it.
bool is_long(ProjectColumn column) {
  return column == ProjectColumn::Title || column == ProjectColumn::Notes;
}

bool any(const std::vector<bool>& present) {
  return std::find(present.begin(), present.end(), true) != present.end();
}

bool any(const TextColumn& texts) {
  for (std::size_t row = 0; row < texts.size(); ++row)
    if (!texts[row].empty())
      return true;
  return false;
}

std::string with_comma(std::string number, bool comma) {
  if (comma)
    std::replace(number.begin(), number.end(), '.', ',');
  return number;
}

std::string plain(const WorkbookCell& cell, bool comma) {
  struct Words {
    bool comma;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return safe_cell(text); }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(const DecimalCell& cell) const {
      return with_comma(fmt::format("{:.{}f}", cell.value, cell.digits), comma);
    }
    std::string operator()(const PercentCell& cell) const {
      return with_comma(fmt::format("{:.{}f}", cell.ratio, cell.digits + 2), comma);
    }
    std::string operator()(Cents cents) const {
      return with_comma(fmt::format("{:.2f}", cents.dollars()), comma);
    }
    std::string operator()(Date date) const { return iso(date); }
  };
  return std::visit(Words{comma}, cell);
}

}  // namespace

std::span<const ProjectColumn> project_columns() {
  return kColumns;
}

std::string_view word_of(ProjectColumn column) {
  return text_of(column).word;
}

std::string title_of(ProjectColumn column, const Translator& tr) {
  return tr(text_of(column).title);
}

bool is_number(ProjectColumn column) {
  return column == ProjectColumn::Budget || column == ProjectColumn::Start ||
         column == ProjectColumn::End || column == ProjectColumn::Row;
}

bool has_values(const Projects& projects, ProjectColumn column) {
  switch (column) {
    case ProjectColumn::Fund:
      return projects.fund.dictionary.size() > 0;
    case ProjectColumn::Sector:
      return projects.sector.dictionary.size() > 0;
    case ProjectColumn::Status:
      return projects.status.dictionary.size() > 0;
    case ProjectColumn::Partner:
      return projects.partner.dictionary.size() > 0;
    case ProjectColumn::Donor:
      return projects.donor.dictionary.size() > 0;
    case ProjectColumn::Budget:
      return projects.has_budgets;
    case ProjectColumn::Start:
      return any(projects.start.present);
    case ProjectColumn::End:
      return any(projects.end.present);
    case ProjectColumn::Id:
      return any(projects.id);
    case ProjectColumn::Title:
      return any(projects.title);
    case ProjectColumn::Place:
      return any(projects.place_text);
    case ProjectColumn::Notes:
      return any(projects.notes);
    case ProjectColumn::Row:
      break;
  }
  return true;
}

std::string cell_text(const Projects& projects, ProjectIndex index, ProjectColumn column,
                      const Translator& tr) {
  const auto row = static_cast<std::size_t>(index);
  switch (column) {
    case ProjectColumn::Title:
      return std::string(projects.title[row]);
    case ProjectColumn::Id:
      return std::string(projects.id[row]);
    case ProjectColumn::Fund:
      return labelled(projects.fund, row, Dimension::Fund, tr);
    case ProjectColumn::Sector:
      return joined(projects.sector, row, Dimension::Sector, tr);
    case ProjectColumn::Status:
      return labelled(projects.status, row, Dimension::Status, tr);
    case ProjectColumn::Budget:
      return budget_text(projects, row, tr);
    case ProjectColumn::Start:
      return date_text(projects.start, row);
    case ProjectColumn::End:
      return date_text(projects.end, row);
    case ProjectColumn::Partner:
      return joined(projects.partner, row, Dimension::Partner, tr);
    case ProjectColumn::Donor:
      return joined(projects.donor, row, Dimension::Donor, tr);
    case ProjectColumn::Place:
      return std::string(projects.place_text[row]);
    case ProjectColumn::Notes:
      return std::string(projects.notes_of(row));
    case ProjectColumn::Row:
      break;
  }
  return std::to_string(projects.row[row]);
}

WorkbookSheet projects_sheet(const Projects& projects, std::span<const ProjectIndex> rows,
                             const Translator& tr) {
  WorkbookSheet sheet;
  sheet.name = tr("Projects");
  std::vector<ProjectColumn> columns;
  for (const ProjectColumn column : kColumns)
    if (has_values(projects, column))
      columns.push_back(column);
  for (const ProjectColumn column : columns)
    sheet.columns.push_back({title_of(column, tr), is_long(column) ? 48.0 : 0.0});
  const bool other = std::any_of(rows.begin(), rows.end(), [&](ProjectIndex row) {
    return has_other_amount(projects, static_cast<std::size_t>(row));
  });
  if (other) {
    sheet.columns.push_back({tr("Other amount"), 0});
    sheet.columns.push_back({tr("Currency"), 0});
  }
  sheet.rows.reserve(rows.size());
  for (const ProjectIndex row : rows) {
    auto& cells = sheet.rows.emplace_back();
    for (const ProjectColumn column : columns)
      cells.push_back(cell(projects, row, column, tr));
    const auto at = static_cast<std::size_t>(row);
    if (other && has_other_amount(projects, at)) {
      cells.emplace_back(DecimalCell{projects.amount_of(at)->dollars(), 2});
      cells.emplace_back(std::string(projects.currency.at(at)));
    }
  }
  return sheet;
}

std::string sheet_text(const WorkbookSheet& sheet, SheetText format, Language language) {
  const bool csv = format == SheetText::Csv;
  std::string text;
  const auto add = [&](std::vector<std::string> cells) {
    if (csv) {
      text += csv_record(cells);
      return;
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
      text += (i > 0 ? "\t" : "") + one_line(cells[i]);
    text += '\n';
  };
  std::vector<std::string> head;
  for (const WorkbookColumn& column : sheet.columns)
    head.push_back(column.heading);
  add(std::move(head));
  for (const auto* rows : {&sheet.rows, &sheet.totals})
    for (const auto& row : *rows) {
      std::vector<std::string> cells(std::max(row.size(), sheet.columns.size()));
      for (std::size_t i = 0; i < row.size(); ++i)
        cells[i] = plain(row[i], !csv && language == Language::French);
      add(std::move(cells));
    }
  return text;
}

}  // namespace malimap
