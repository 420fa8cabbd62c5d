#pragma once
// What the number formats of an XLSX workbook say about its numbers: which are dates, percentages,
// amounts in a currency. ECMA-376 part 1, 18.8.30.

#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.h"
#include "geo/projects/tables/zip.h"

namespace malimap {

enum class NumberLook { Number, Date, Time, Percent };

struct NumberFormat {
  NumberLook look = NumberLook::Number;
  std::string currency;  // "FCFA", "$", ... as the format writes it; empty: none
};

/// What a format code shows ("dd/mm/yyyy", "0.00%", "#,##0\ \"FCFA\"").
[[nodiscard]] NumberFormat format_of_code(std::string_view code);

/// One format for each style index of cells (the s attribute).
[[nodiscard]] Result<std::vector<NumberFormat>> read_styles(ZipFile& zip, const ZipEntry& entry);

}  // namespace malimap
