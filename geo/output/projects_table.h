#pragma once
// Rows of a project list as a table: on the screen, on the clipboard, in a file.

#include <span>
#include <string>

#include "geo/coverage/profile.h"
#include "geo/output/workbook_xlsx.h"

namespace malimap {

/// In the order in which they stand: the title first, the row of the source last.
[[nodiscard]] std::span<const ProjectColumn> project_columns();
/// "title", "budget", ...
[[nodiscard]] std::string_view word_of(ProjectColumn column);
[[nodiscard]] std::string title_of(ProjectColumn column, const Translator& tr);
/// Whether the list has anything in it.
[[nodiscard]] bool has_values(const Projects& projects, ProjectColumn column);
/// Numbers and dates stand at the right.
[[nodiscard]] bool is_number(ProjectColumn column);

/// As it is shown; "" where the list says nothing. An amount in a currency without a rate stands
/// with its currency.
[[nodiscard]] std::string cell_text(const Projects& projects, ProjectIndex row,
                                    ProjectColumn column, const Translator& tr);

/// The columns that hold anything. Budgets in US dollars; other amounts in two columns of their
/// own.
[[nodiscard]] WorkbookSheet projects_sheet(const Projects& projects,
                                           std::span<const ProjectIndex> rows,
                                           const Translator& tr);

/// A sheet as text. Csv: RFC 4180 with decimal points and ISO dates; Tsv: as a spreadsheet of the
/// language takes it when pasted. Texts that a spreadsheet would run as formulas are neutralised.
enum class SheetText { Csv, Tsv };
[[nodiscard]] std::string sheet_text(const WorkbookSheet& sheet, SheetText format,
                                     Language language);

}  // namespace malimap
