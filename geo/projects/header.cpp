#include "geo/projects/header.h"

#include <algorithm>
#include <array>

#include "geo/base/text.h"
#include "geo/projects/tables/cells.h"
#include "geo/projects/tables/header_rows.h"
#include "geo/projects/tables/table_rows.h"

namespace malimap {
namespace {

bool is_unit(std::string_view cell) {
  static constexpr std::array<std::string_view, 28> kUnits{
      "usd",      "us$",        "$",          "eur",   "euro",       "euros",      "€",
      "fcfa",     "f cfa",      "xof",        "%",     "nombre",     "nb",         "number",
      "km",       "km2",        "ha",         "m",     "jj/mm/aaaa", "dd/mm/yyyy", "mm/dd/yyyy",
      "jj/mm/aa", "yyyy mm dd", "aaaa mm jj", "texte", "text",       "en usd",     "en fcfa"};
  std::string text = fold(cell);
  if (text.size() > 2 && text.front() == '(' && text.back() == ')')
    text = text.substr(1, text.size() - 2);
  return std::find(kUnits.begin(), kUnits.end(), text) != kUnits.end();
}

bool is_units_row(std::span<const std::string_view> row) {
  std::size_t filled = 0;
  for (const std::string_view cell : row) {
    if (cell.empty())
      continue;
    if (!is_unit(cell))
      return false;
    ++filled;
  }
  return filled > 0;
}

/// "1 | 2 | 3 ..." or "(1) | (2) ..." below a header: columns counted for references in a text.
bool counts_columns(std::span<const std::string_view> row) {
  std::size_t filled = 0;
  for (std::string_view cell : row) {
    if (cell.empty())
      continue;
    if (cell.size() > 2 && cell.front() == '(' && cell.back() == ')')
      cell = cell.substr(1, cell.size() - 2);
    if (cell != std::to_string(++filled))
      return false;
  }
  return filled > 2;
}

void note(Problems& problems, const Table& table, const char* reason, const char* msgid,
          std::size_t count, std::optional<std::int64_t> row = {}) {
  problems.report({reason,
                   Severity::Note,
                   Error{{msgid, {std::to_string(count)}}, {table.file, table.sheet, row, {}}, {}},
                   {},
                   {}});
}

/// A table without a header is readable when its cells say by themselves what they are.
bool speaks_for_itself(const Table& table) {
  for (std::size_t c = 0; c < table.width; ++c) {
    double filled = 0, told = 0;
    for (std::size_t row = 0; row < std::min(table.size(), kHeaderWithin); ++row) {
      const CellLook look = look_of(table.cell(row, c));
      filled += look != CellLook::Blank;
      told += look == CellLook::Number || look == CellLook::Code;
    }
    if (table.width > 1 && table.size() > 1 && filled > 1 && told / filled > 0.5)
      return true;
  }
  return false;
}

/// "Colonne A", ..., "Colonne AB", as spreadsheets call them.
std::string letter_name(std::size_t column) {
  std::string letters;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return "Colonne " + letters;
}

std::vector<std::string> named_by_letters(const Table& table, Problems& problems) {
  std::vector<std::string> columns;
  for (std::size_t c = 0; c < table.width; ++c)
    columns.push_back(letter_name(c));
  note(problems, table, "no-header",
       N_("the table has no header; its columns are named by letters"), table.width,
       table.number(0));
  return columns;
}

void add_units(const Table& table, std::size_t row, std::vector<std::string>& columns) {
  for (std::size_t c = 0; c < table.width; ++c) {
    std::string_view unit = table.cell(row, c);
    if (unit.empty())
      continue;
    if (unit.size() > 2 && unit.front() == '(' && unit.back() == ')')
      unit = unit.substr(1, unit.size() - 2);
    columns[c] += " (" + std::string(unit) + ")";
  }
}

/// Tags without blanks and in small letters: "#adm1 +Name" -> "#adm1+name".
std::string tidy_tag(std::string_view cell) {
  std::string tag;
  for (const char c : cell)
    if (c != ' ' && c != '\t')
      tag += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return tag.starts_with('#') ? tag : std::string{};
}

std::vector<std::string> tags_of(const Table& table, std::size_t row) {
  std::vector<std::string> tags;
  for (const std::string_view cell : table.row(row))
    tags.push_back(tidy_tag(cell));
  return tags;
}

/// The rows of a header that are full enough to be known again.
std::vector<std::vector<std::string_view>> lines_of(const Table& table, std::size_t first,
                                                    std::size_t count) {
  std::vector<std::vector<std::string_view>> lines;
  for (std::size_t row = first; row < first + count; ++row) {
    const auto cells = table.row(row);
    if (std::count(cells.begin(), cells.end(), std::string_view{}) + 2 <= std::ssize(cells))
      lines.emplace_back(cells.begin(), cells.end());
  }
  return lines;
}

/// Long lists printed over several pages repeat their header.
void drop_repeated(Table& table, const std::vector<std::vector<std::string_view>>& lines,
                   Problems& problems) {
  std::vector<bool> drop;
  std::size_t count = 0;
  std::int64_t first = 0;
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (!is_header(table.row(row), lines))
      continue;
    drop.resize(table.size(), false);
    drop[row] = true;
    first = count++ == 0 ? table.number(row) : first;
  }
  if (count == 0)
    return;
  drop_rows(table, drop);
  note_repeated_headers(table, count, first, problems);
}

/// An amount that is merged over several rows is the amount of all of them, not of each.
bool is_amount(std::string_view header) {
  static constexpr std::array<std::string_view, 16> kWords{
      "budget",  "montant", "cout",   "amount", "cost",    "total",  "financement", "funding",
      "depense", "expend",  "valeur", "value",  "benefic", "nombre", "number",      "engage"};
  const std::string text = fold(header);
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

void fill_merged(Table& table, Problems& problems) {
  std::size_t filled = 0, amounts = 0;
  std::optional<std::int64_t> first, first_amount;
  for (const MergedCells& cells : table.merged) {
    const std::string_view text = table.text(cells.first_row, cells.first_column);
    if (cells.last_row == cells.first_row || text.empty())
      continue;
    const auto column = static_cast<std::size_t>(cells.first_column);
    const CellLook look = look_of(text);
    if (look != CellLook::Text && is_amount(table.columns[column])) {
      first_amount = first_amount.value_or(table.number(cells.first_row));
      ++amounts;
      continue;
    }
    first = first.value_or(table.number(cells.first_row));
    ++filled;
    for (std::size_t row = cells.first_row + 1; row <= cells.last_row; ++row)
      if (table.cell(row, column).empty())
        table.cells[row * table.width + column] = text;
  }
  if (filled > 0)
    note(problems, table, "merged-cells",
         N_("{0} cells are merged over several rows; each of the rows has their value"), filled,
         first);
  if (amounts > 0)
    note(problems, table, "merged-amounts",
         N_("{0} amounts are merged over several rows; they count once, in the first row"), amounts,
         first_amount);
}

void drop_empty_columns(Table& table) {
  std::vector<bool> used(table.width, false);
  for (std::size_t c = 0; c < table.width; ++c)
    used[c] = !table.columns[c].empty() || (!table.hxl.empty() && !table.hxl[c].empty());
  for (std::size_t c = 0; c < table.width; ++c)
    for (std::size_t row = 0; row < table.size() && !used[c]; ++row)
      used[c] = !table.cell(row, c).empty();
  for (const MissingMarker& marker : table.markers)
    used[static_cast<std::size_t>(marker.column)] = true;
  if (std::find(used.begin(), used.end(), false) != used.end())
    keep_columns(table, used);
}

}  // namespace

void note_repeated_headers(const Table& table, std::size_t count, std::int64_t first,
                           Problems& problems) {
  if (count > 0)
    note(problems, table, "repeated-header", N_("{0} rows repeat the header and are passed over"),
         count, first);
}

Result<TableHeader> header_of(const Table& table, Problems& problems) {
  if (table.size() == 0 || table.width == 0)
    return failure({N_("the file holds no rows"), {}}, {table.file, table.sheet, {}, {}});
  const HeaderRows rows = find_header(table);
  TableHeader header;
  if (rows.count == 0 && !rows.hxl) {
    if (!speaks_for_itself(table))
      return failure({N_("no row looks like a header"), {}}, {table.file, table.sheet, {}, {}},
                     {N_("write a name above each column"), {}});
    header.columns = named_by_letters(table, problems);
    return header;
  }
  header.data = rows.data;
  header.row = table.number(rows.count > 0 ? rows.first + rows.count - 1 : *rows.hxl);
  header.columns = header_texts(table, rows.first, rows.count);
  if (rows.hxl)
    header.hxl = tags_of(table, *rows.hxl);
  if (rows.count == 0)
    header.columns = header.hxl;
  header.lines = lines_of(table, rows.first, rows.count);
  if (header.data < table.size() && counts_columns(table.row(header.data)))
    ++header.data;
  if (header.data < table.size() && is_units_row(table.row(header.data)))
    add_units(table, header.data++, header.columns);
  return header;
}

Status take_header(Table& table, Problems& problems) {
  auto header = header_of(table, problems);
  if (!header)
    return tl::make_unexpected(header.error());
  table.columns = std::move(header->columns);
  table.hxl = std::move(header->hxl);
  table.header_row = header->row;
  drop_first_rows(table, header->data);
  drop_repeated(table, header->lines, problems);
  if (header->row > 0)
    fill_merged(table, problems);
  drop_empty_columns(table);
  return {};
}

}  // namespace malimap
