#pragma once
// Which column of a table of need is what: units, sector, what the rows are crossed with, dates,
// and the numbers.

#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.h"
#include "geo/projects/columns.h"

namespace malimap {

struct NeedColumns {
  ColumnMap places;          // roles of places alone
  int sector = -1;           // names or codes
  std::vector<int> crossed;  // gender, age, group, disability: only the rows for all of them count
  int date = -1;             // when the figures were made, or begin to hold
  int value = -1;            // what was asked for
  int population = -1;       // -1 where there is none
  std::vector<int> numbers;  // columns that can be asked for
};

/// `asked`: the header (or HXL tag) of the column of values; "" for the one that looks like need:
/// people in need, then population. Errors: no such column, no column of numbers.
[[nodiscard]] Result<NeedColumns> columns_of_need(const Table& table, const HomeNames& home,
                                                  const Mapping& mapping, std::string_view asked);

/// Whether a cell of a crossed column stands for all: "", "a", "ALL", "tous", "ensemble".
[[nodiscard]] bool stands_for_all(std::string_view cell);

/// The sector's key as lists have it; "" for all sectors together ("ALL", "intersectoriel"). Codes
/// of the humanitarian clusters and their areas ("WSH", "PRO_GBV") are known; others stay as typed.
[[nodiscard]] std::string need_sector_in(std::string_view cell);

}  // namespace malimap
