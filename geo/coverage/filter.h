#pragma once
// What is looked at: a value, compared and kept in scenes. An empty set means "all".

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "geo/base/date.h"
#include "geo/base/result.h"
#include "geo/base/units.h"

namespace malimap {

/// The dimensions that a Filter holds as sets of values.
enum class Dimension : std::uint8_t { Fund, Sector, Status, Donor, Partner };
inline constexpr std::array kAllDimensions{Dimension::Fund, Dimension::Sector, Dimension::Status,
                                           Dimension::Donor, Dimension::Partner};

struct CentsRange {
  std::optional<Cents> low, high;  // both included
  auto operator<=>(const CentsRange&) const = default;
  [[nodiscard]] bool empty() const { return !low && !high; }
};
struct DateRange {
  std::optional<Date> first, last;  // both included
  auto operator<=>(const DateRange&) const = default;
  [[nodiscard]] bool empty() const { return !first && !last; }
};

struct Filter {
  std::set<std::string> fund, sector, status, donor,
      partner;  // values as in the data's dictionaries
  // A row that has one of these values does not pass. Holds no empty set.
  std::map<Dimension, std::set<std::string>> except;
  // P-codes, of any level: only what lies inside them counts. It acts on the places of a project,
  // so that of a project in two regions one part is left; what is national, outside or unlocated,
  // or known more coarsely than these units, lies in none of them.
  std::set<std::string> units;
  CentsRange budget;
  DateRange start;
  // Active in this window: begun by its last day, and not ended before its first. Without an end a
  // project goes on; without a beginning it does not pass.
  DateRange active;
  std::string text;  // in title, notes, id, place; folded

  bool operator==(const Filter&) const = default;
  [[nodiscard]] bool empty() const { return *this == Filter{}; }
};

}  // namespace malimap
