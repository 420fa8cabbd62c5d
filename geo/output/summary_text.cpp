#include "geo/output/summary_text.h"

#include <fmt/format.h>

#include "geo/base/numbers.h"
#include "geo/coverage/notes.h"
#include "geo/output/filter_json.h"
#include "geo/output/json_text.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

struct Part {
  const char* word;   // in JSON and CSV
  const char* label;  // msgid
  const Figures* figures;
};

/// What stands below the rows.
std::vector<Part> parts_of(const Summary& summary, const SummaryInput& input) {
  // Of published sums nobody failed to find a place: they are not published by region.
  const char* unlocated =
      input.dataset->aggregates ? N_("Not published by region") : N_("Not located");
  std::vector<Part> parts = {{"national", N_("Whole country"), &summary.national},
                             {"unlocated", unlocated, &summary.unlocated},
                             {"outside", N_("Outside the country"), &summary.outside}};
  if (summary.has_coarser)
    parts.push_back({"coarser", N_("Known more coarsely"), &summary.coarser});
  parts.push_back({"total", N_("Total"), &summary.total});
  return parts;
}

Json json_of(const Figures& figures, bool with_rows) {
  Json json;
  json["projects"] = figures.projects ? Json(*figures.projects) : Json(nullptr);
  if (with_rows)
    json["rows"] = figures.rows;
  json["budget_usd"] = json_dollars(figures.budget);
  return json;
}

Json json_of(const std::map<std::string, OtherAmount>& amounts) {
  Json json = Json::array();
  for (const auto& [currency, other] : amounts)
    json.push_back(
        {{"currency", currency}, {"amount", json_dollars(other.amount)}, {"rows", other.rows}});
  return json;
}

Json json_of(const SummaryRow& row, const SummaryInput& input, bool with_rows) {
  Json json;
  for (std::size_t i = 0; i < input.by.size(); ++i) {
    const SummaryKey& key = row.keys[i];
    json[input.by[i].word] = key.value ? Json(*key.value) : Json(nullptr);
    if (!input.by[i].level)
      continue;
    json[input.by[i].word + "_name"] = key.name;
    if (!key.units.empty())
      json["units"] = key.units;
  }
  json.update(json_of(row.figures, with_rows));
  json["reported"] = row.figures.reported();
  const auto basis = basis_of(row.figures);
  json["basis"] = basis ? Json(std::string(word_of(*basis))) : Json(nullptr);
  return json;
}

std::string csv_number(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "";
}

std::string csv_dollars(const std::optional<Cents>& amount) {
  return amount ? fmt::format("{:.2f}", amount->dollars()) : "";
}

std::vector<std::string> csv_figures(const Figures& figures) {
  const auto basis = basis_of(figures);
  return {csv_number(figures.projects), csv_dollars(figures.budget),
          figures.reported() ? "true" : "false", basis ? std::string(word_of(*basis)) : ""};
}

void append(std::vector<std::string>& cells, const std::vector<std::string>& more) {
  cells.insert(cells.end(), more.begin(), more.end());
}

const char* heading_of(const GroupBy& by) {
  if (by.level)
    return *by.level == Level::Region   ? N_("Region")
           : *by.level == Level::Cercle ? N_("Cercle")
                                        : N_("Commune");
  return *by.dimension == Dimension::Fund     ? N_("Fund")
         : *by.dimension == Dimension::Sector ? N_("Sector")
                                              : N_("Status");
}

std::string shown_basis(const Figures& figures, const Translator& tr) {
  const auto basis = basis_of(figures);
  if (!basis)
    return "";
  switch (*basis) {
    case Basis::Records:
      return tr(N_("list"));
    case Basis::Published:
      return tr(N_("published"));
    case Basis::Inferred:
      break;
  }
  return tr(N_("inferred"));
}

/// Figures as the table's columns ask for them.
std::vector<std::string> shown_figures(const Figures& figures, const Summary& summary,
                                       const Translator& tr) {
  std::vector<std::string> cells = {format_or_no_data(figures.projects, tr)};
  if (summary.has_rows)
    cells.push_back(format_integer(figures.rows, tr.language()));
  cells.push_back(format_or_no_data(figures.budget, tr));
  cells.push_back(shown_basis(figures, tr));
  return cells;
}

std::string shown_value(const GroupBy& by, const std::optional<std::string>& value,
                        const Translator& tr) {
  return value ? label_of(*by.dimension, *value, tr) : tr(N_("not stated"));
}

/// "TF: 93 projects, 166 region mentions"
std::string both_numbers_line(const Summary::BothNumbers& both, const SummaryInput& input,
                              const Translator& tr) {
  std::string names;
  std::size_t next = 0;
  for (const auto& by : input.by)
    if (by.dimension && next < both.values.size())
      names += (names.empty() ? "" : ", ") + shown_value(by, both.values[next++], tr);
  return (names.empty() ? "" : names + tr(": ")) + both_numbers(both.coverage, tr);
}

/// Columns behind the figures that only some lists ask for.
std::vector<std::string> csv_more(const Figures& figures, const Summary& summary) {
  std::vector<std::string> cells;
  if (summary.has_rows)
    cells.push_back(std::to_string(figures.rows));
  if (summary.other_amounts.empty())
    return cells;
  std::string amounts;
  if (&figures == &summary.total)
    for (const auto& [currency, other] : summary.other_amounts)
      amounts += (amounts.empty() ? "" : "; ") + csv_dollars(other.amount) + " " + currency;
  cells.push_back(safe_cell(amounts));  // a currency is as somebody typed it
  return cells;
}

/// Below the total: what is in no total, a line a currency.
void add_other_amounts(TextTable& table, const Summary& summary, const Translator& tr,
                       std::size_t keys) {
  for (const auto& [currency, other] : summary.other_amounts) {
    std::vector<std::string> cells = {tr(N_("Without a rate"))};
    cells.resize(keys);
    cells.push_back(format_integer(other.projects, tr.language()));
    if (summary.has_rows)
      cells.push_back(format_integer(other.rows, tr.language()));
    cells.push_back(amount_words(currency, other.amount));
    cells.emplace_back();
    table.totals.push_back(cells);
  }
}

}  // namespace

std::string summary_json(const Summary& summary, const SummaryInput& input, const Translator& tr) {
  Json json;
  json["by"] = Json::array();
  for (const auto& by : input.by)
    json["by"].push_back(by.word);
  json["filter"] = json_of_filter(input.filter);
  json["rows"] = Json::array();
  for (const auto& row : summary.rows)
    json["rows"].push_back(json_of(row, input, summary.has_rows));
  for (const auto& part : parts_of(summary, input))
    json[part.word] = json_of(*part.figures, summary.has_rows);
  if (!summary.other_amounts.empty())
    json["total"]["other_amounts"] = json_of(summary.other_amounts);
  json["notes"] = Json::array();
  for (const auto& note : summary.notes)
    json["notes"].push_back(text_of(note, tr));
  return json_text(json);
}

std::string summary_csv(const Summary& summary, const SummaryInput& input) {
  std::vector<std::string> header = {"part"};
  for (const auto& by : input.by) {
    header.push_back(by.word);
    if (by.level)
      header.push_back(by.word + "_name");
  }
  const std::size_t keys = header.size() - 1;
  append(header, {"projects", "budget_usd", "reported", "basis"});
  if (summary.has_rows)
    header.emplace_back("rows");
  if (!summary.other_amounts.empty())
    header.emplace_back("other_amounts");
  std::string text = csv_record(header);
  for (const auto& row : summary.rows) {
    std::vector<std::string> cells = {"row"};
    for (std::size_t i = 0; i < input.by.size(); ++i) {
      cells.push_back(safe_cell(row.keys[i].value.value_or("")));
      if (input.by[i].level)
        cells.push_back(safe_cell(row.keys[i].name));
    }
    append(cells, csv_figures(row.figures));
    append(cells, csv_more(row.figures, summary));
    text += csv_record(cells);
  }
  for (const auto& part : parts_of(summary, input)) {
    std::vector<std::string> cells = {part.word};
    cells.resize(keys + 1);
    append(cells, csv_figures(*part.figures));
    append(cells, csv_more(*part.figures, summary));
    text += csv_record(cells);
  }
  return text;
}

std::string summary_table(const Summary& summary, const SummaryInput& input, const Translator& tr) {
  TextTable table;
  for (const auto& by : input.by)
    table.columns.push_back({tr(heading_of(by)), Align::Left});
  table.columns.push_back({tr(N_("Projects")), Align::Right});
  if (summary.has_rows)
    table.columns.push_back({tr(N_("Rows")), Align::Right});
  table.columns.push_back({tr(N_("Budget")), Align::Right});
  table.columns.push_back({tr(N_("Basis")), Align::Left});
  for (const auto& row : summary.rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < input.by.size(); ++i)
      cells.push_back(input.by[i].level ? row.keys[i].name
                                        : shown_value(input.by[i], row.keys[i].value, tr));
    append(cells, shown_figures(row.figures, summary, tr));
    table.rows.push_back(cells);
  }
  for (const auto& part : parts_of(summary, input)) {
    std::vector<std::string> cells = {tr(part.label)};
    cells.resize(input.by.size());
    append(cells, shown_figures(*part.figures, summary, tr));
    table.totals.push_back(cells);
  }
  add_other_amounts(table, summary, tr, input.by.size());
  std::string text = aligned(table);
  if (!summary.both_numbers.empty() || !summary.notes.empty())
    text += "\n";
  for (const auto& both : summary.both_numbers)
    text += both_numbers_line(both, input, tr) + "\n";
  for (const auto& note : summary.notes)
    text += text_of(note, tr) + "\n";
  return text;
}

std::vector<WorkbookSheet> summary_workbook(const Summary& summary, const SummaryInput& input,
                                            const Translator& tr) {
  WorkbookSheet sheet{tr(N_("Summary")), {}, {}, {}};
  for (const auto& by : input.by) {
    if (by.level)
      sheet.columns.push_back({tr(N_("P-code"))});
    sheet.columns.push_back({tr(heading_of(by))});
  }
  const std::size_t keys = sheet.columns.size();
  sheet.columns.push_back({tr(N_("Projects"))});
  if (summary.has_rows)
    sheet.columns.push_back({tr(N_("Rows"))});
  sheet.columns.push_back({tr(N_("Budget (USD)"))});
  sheet.columns.push_back({tr(N_("Basis"))});
  const auto put = [&](std::vector<WorkbookCell>& cells, const Figures& figures) {
    cells.push_back(figures.projects ? WorkbookCell(*figures.projects) : WorkbookCell());
    if (summary.has_rows)
      cells.emplace_back(figures.rows);
    cells.push_back(figures.budget ? WorkbookCell(*figures.budget) : WorkbookCell());
    cells.emplace_back(shown_basis(figures, tr));
  };
  for (const auto& row : summary.rows) {
    std::vector<WorkbookCell> cells;
    for (std::size_t i = 0; i < input.by.size(); ++i) {
      if (input.by[i].level)
        cells.emplace_back(row.keys[i].value.value_or(""));
      cells.emplace_back(input.by[i].level ? row.keys[i].name
                                           : shown_value(input.by[i], row.keys[i].value, tr));
    }
    put(cells, row.figures);
    sheet.rows.push_back(std::move(cells));
  }
  for (const auto& part : parts_of(summary, input)) {
    std::vector<WorkbookCell> cells{std::string(tr(part.label))};
    cells.resize(keys);
    put(cells, *part.figures);
    sheet.totals.push_back(std::move(cells));
  }
  WorkbookSheet notes{tr(N_("Notes")), {{tr(N_("Note")), 100}}, {}, {}};
  for (const auto& both : summary.both_numbers)
    notes.rows.push_back({both_numbers_line(both, input, tr)});
  for (const auto& [currency, other] : summary.other_amounts)
    notes.rows.push_back(
        {trf(tr, N_("Without a rate, in no total: {0}"), amount_words(currency, other.amount))});
  for (const auto& note : summary.notes)
    notes.rows.push_back({text_of(note, tr)});
  if (notes.rows.empty())
    return {sheet};
  return {sheet, notes};
}

}  // namespace malimap
