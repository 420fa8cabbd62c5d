#pragma once
// Tables as a workbook for Excel and LibreOffice (Office Open XML, ECMA-376), several sheets in one
// file. A cell is what its type says: a text never becomes a formula, and a number stays a number.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "geo/base/date.h"
#include "geo/base/result.h"
#include "geo/base/units.h"

namespace malimap {

/// A number that is shown with so many digits (at most 6) and kept with all that it has.
struct DecimalCell {
  double value = 0;  // an infinite one or none at all leaves the cell empty
  int digits = 2;
  bool operator==(const DecimalCell&) const = default;
};
/// 0.26, shown as 26 %.
struct PercentCell {
  double ratio = 0;
  int digits = 1;  // 0 to 2
  bool operator==(const PercentCell&) const = default;
};

/// Nothing (an empty cell: not reported), text, whole number, decimal, percentage, dollars and
/// cents, date.
using WorkbookCell =
    std::variant<std::monostate, std::string, std::int64_t, DecimalCell, PercentCell, Cents, Date>;

struct WorkbookColumn {
  std::string heading;  // bold, in a first row that stays when one scrolls
  double width = 0;     // in characters; 0: after what the column holds
};

struct WorkbookSheet {
  std::string name;  // any text: what a spreadsheet refuses is changed, and made unique
  std::vector<WorkbookColumn> columns;            // none: a sheet of rows without a header
  std::vector<std::vector<WorkbookCell>> rows;    // a shorter one ends in empty cells
  std::vector<std::vector<WorkbookCell>> totals;  // below, bold
};

/// The file's bytes; the same sheets and date give the same ones. Texts are cut at 32,767
/// characters, the most that a cell holds. Errors: no sheet, or more rows or columns than a sheet
/// has (1,048,576 and 16,384).
[[nodiscard]] Result<std::string> xlsx_bytes(const std::vector<WorkbookSheet>& sheets, Date made);

}  // namespace malimap
