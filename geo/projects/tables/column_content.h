#pragma once
// What stands in a column: which share of its cells are dates, amounts, names of units, ...

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "geo/projects/columns.h"

namespace malimap {

/// Rows that are looked at, spread evenly over the table, and different texts that are tested.
inline constexpr std::size_t kSampledRows = 2000;
inline constexpr std::size_t kTestedTexts = 400;

/// All shares are of the cells that hold something in the sampled rows, 0 to 1.
struct ColumnContent {
  std::size_t filled = 0;    // 0: the whole column is empty
  double fill = 0;           // of the sampled rows
  std::size_t distinct = 0;  // different texts
  double mean_length = 0;    // bytes
  double amounts = 0;        // numbers in any notation, with or without a currency
  double amounts_with_currency = 0;
  double whole_numbers = 0, percents = 0;
  double coordinates = 0;  // numbers up to 180, degrees and minutes, numbers without their point
  double decimals = 0;     // numbers up to 180 with three decimals or more
  double largest = 0;      // absolute value of the numbers
  double pairs = 0;        // two coordinates in a cell, WKT points
  double dates = 0;        // days, months, years, Excel's serials
  double iso_dates = 0;
  double periods = 0;                             // two dates in a cell, or years
  double codes = 0;                               // P-codes of one country
  int code_level = 0;                             // 1 to 3; 4: of places; 0: of several levels
  double regions = 0, cercles = 0, communes = 0;  // names of the home units
  double countries = 0, world_regions = 0;
  std::size_t different_countries = 0;
  double currencies = 0, statuses = 0, funds = 0, dac_codes = 0;
  bool unique = false;  // no text twice
};

/// Names that columns are compared with; built once for a table.
class KnownNames {
 public:
  explicit KnownNames(const HomeNames& home);

  /// level: 1 to 3; key: place_key().
  [[nodiscard]] bool is_unit(int level, const std::string& key) const {
    return units_[static_cast<std::size_t>(level - 1)].count(key) > 0;
  }
  [[nodiscard]] bool knows_units() const { return !units_[0].empty() || !units_[1].empty(); }
  /// By name in French or English (place_key()), or by ISO 3166-1 code in capitals.
  [[nodiscard]] bool is_country(const std::string& key, std::string_view typed) const;
  [[nodiscard]] bool is_country_code(std::string_view two_letters) const {
    return iso_.count(std::string(two_letters)) > 0;
  }

 private:
  std::unordered_set<std::string> units_[3], countries_, iso_;
};

[[nodiscard]] ColumnContent content_of(const Table& table, std::size_t column,
                                       const KnownNames& names);

/// The share of cells that fit the role; nothing where the content does not tell.
[[nodiscard]] std::optional<double> fit(Role role, const ColumnContent& content);

}  // namespace malimap
