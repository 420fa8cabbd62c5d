#include "geo/output/table_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace malimap {
namespace {

/// Calls visit(code point, bytes) for each; a broken byte counts as U+FFFD.
template <class Visit>
void for_each_code_point(std::string_view utf8, Visit visit) {
  const char* bytes = utf8.data();
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t start = i;
    UChar32 code = 0;
    U8_NEXT(bytes, i, size, code);
    visit(code < 0 ? 0xFFFD : code,
          utf8.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
  }
}

bool takes_no_column(UChar32 code) {
  const int type = u_charType(code);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

bool takes_two_columns(UChar32 code) {
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

std::string padded(const std::string& text, int width, Align align) {
  const auto blanks =
      std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return align == Align::Left ? text + blanks : blanks + text;
}

std::string line_of(const TextTable& table, const std::vector<std::string>& cells,
                    const std::vector<int>& widths) {
  std::string line;
  for (std::size_t c = 0; c < cells.size(); ++c)
    line += (c == 0 ? "" : "  ") + padded(cells[c], widths[c], table.columns[c].align);
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string result;
  for_each_code_point(text, [&](UChar32 code, std::string_view bytes) {
    if (code == 0xFFFD)
      result += "\uFFFD";
    else if (u_iscntrl(code) || u_charType(code) == U_FORMAT_CHAR)
      result += ' ';
    else
      result += bytes;
  });
  return result;
}

int display_width(std::string_view utf8) {
  int width = 0;
  for_each_code_point(utf8, [&](UChar32 code, std::string_view) {
    width += takes_no_column(code) ? 0 : takes_two_columns(code) ? 2 : 1;
  });
  return width;
}

std::string aligned(const TextTable& table) {
  TextTable clean = table;
  std::vector<std::string> headings;
  for (const auto& column : clean.columns)
    headings.push_back(column.heading);
  std::vector<int> widths(clean.columns.size(), 0);
  const auto measure = [&](std::vector<std::string>& cells) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      cells[c] = one_line(cells[c]);
      widths[c] = std::max(widths[c], display_width(cells[c]));
    }
  };
  measure(headings);
  for (auto& row : clean.rows)
    measure(row);
  for (auto& row : clean.totals)
    measure(row);

  std::string rule;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    rule += c == 0 ? "" : "  ";
    for (int i = 0; i < widths[c]; ++i)
      rule += "─";
  }
  rule += "\n";
  std::string text = line_of(clean, headings, widths) + rule;
  for (const auto& row : clean.rows)
    text += line_of(clean, row, widths);
  if (!clean.totals.empty())
    text += rule;
  for (const auto& row : clean.totals)
    text += line_of(clean, row, widths);
  return text;
}

std::string csv_record(const std::vector<std::string>& cells) {
  std::string record;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (c > 0)
      record += ',';
    const std::string& cell = cells[c];
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      record += cell;
      continue;
    }
    record += '"';
    for (const char sign : cell)
      record += sign == '"' ? std::string("\"\"") : std::string(1, sign);
    record += '"';
  }
  return record + "\r\n";
}

std::string safe_cell(std::string_view text) {
  const bool runs =
      !text.empty() && (std::string_view("=+-@").find(text.front()) != std::string_view::npos ||
                        static_cast<unsigned char>(text.front()) < 0x20);
  return (runs ? "'" : "") + std::string(text);
}

}  // namespace malimap
