#pragma once
// Tables as text: aligned for people, RFC 4180 for spreadsheets.

#include <string>
#include <string_view>
#include <vector>

namespace malimap {

/// How tables and reports are printed.
enum class TextFormat { Table, Csv, Json };

enum class Align { Left, Right };

struct TableColumn {
  std::string heading;
  Align align = Align::Left;
};

struct TextTable {
  std::vector<TableColumn> columns;
  std::vector<std::vector<std::string>> rows;    // as many cells as columns
  std::vector<std::vector<std::string>> totals;  // below a line; may be empty
};

/// Columns aligned by display width, two blanks between them; every line ends in a newline. Control
/// characters become blanks, so that a cell cannot command the terminal. Blanks at line ends are
/// left out.
[[nodiscard]] std::string aligned(const TextTable& table);

/// Columns that the text takes on a terminal: combining marks none, East Asian wide characters two.
[[nodiscard]] int display_width(std::string_view utf8);

/// Control characters, line breaks and changes of writing direction become blanks: a cell cannot
/// command the terminal.
[[nodiscard]] std::string one_line(std::string_view text);

/// One record of RFC 4180, CRLF at its end. Quotes where needed.
[[nodiscard]] std::string csv_record(const std::vector<std::string>& cells);

/// A text from somebody else's file as a cell that no spreadsheet runs as a formula: behind ' when
/// it begins with = + - @ or a control character.
[[nodiscard]] std::string safe_cell(std::string_view text);

}  // namespace malimap
