#pragma once
// Workbooks as spreadsheet programs write them (XLSX, ODS), read by ourselves in one pass: GDAL
// tells neither merged cells, hidden sheets nor the kind of a single cell, guesses headers, and
// allocates rows that nobody filled.

#include <memory>
#include <string>
#include <vector>

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/projects/table.h"
#include "geo/projects/tables/sheet_cells.h"
#include "geo/projects/tables/zip.h"

namespace malimap {

struct SheetName {
  std::string name;
  bool hidden = false;
};

class Workbook {
 public:
  virtual ~Workbook() = default;
  [[nodiscard]] virtual const std::vector<SheetName>& sheets() const = 0;
  /// The cells of a sheet: texts as they are, numbers with a decimal point, dates as ISO 8601 text
  /// without a time of midnight, percentages and currencies with their sign as the number format
  /// shows them, the last values of formulas. Stops after `most_rows` filled rows.
  [[nodiscard]] virtual Result<SheetCells> read(std::size_t sheet, std::size_t most_rows,
                                                Progress* progress) = 0;
};

/// True when the archive is a workbook of either kind.
[[nodiscard]] bool is_workbook(const ZipFile& zip);
/// Errors: damaged, a kind of workbook that is not read (.xlsb), no sheets.
[[nodiscard]] Result<std::unique_ptr<Workbook>> open_workbook(ZipFile zip);

[[nodiscard]] Result<std::unique_ptr<Workbook>> open_xlsx(ZipFile zip);
[[nodiscard]] Result<std::unique_ptr<Workbook>> open_ods(ZipFile zip);

/// A number as a text of plain digits: what a program wrote as "2.5E7" or "0.30000000000000004" is
/// "25000000" and "0.3" (15 digits, as spreadsheets show them).
[[nodiscard]] std::string plain_number(double value);
/// The date of a serial number (days since 30 December 1899, or 1 January 1904), with its time when
/// there is one; "" outside the years 1900 to 9999.
[[nodiscard]] std::string date_of_serial(double serial, bool from_1904);
/// "08:30" of a part of a day.
[[nodiscard]] std::string time_of_serial(double serial);

}  // namespace malimap
