#pragma once
// What is looked at: a value, compared and kept in scenes. An empty set means "all".

#include <optional>
#include <set>
#include <string>

#include "geo/base/date.h"
#include "geo/base/result.h"
#include "geo/base/units.h"

namespace malimap {

struct CentsRange {
  std::optional<Cents> low, high;  // both included
  auto operator<=>(const CentsRange&) const = default;
};
struct DateRange {
  std::optional<Date> first, last;  // both included
  auto operator<=>(const DateRange&) const = default;
};

struct Filter {
  std::set<std::string> fund, sector, status, donor,
      partner;  // values as in the data's dictionaries
  CentsRange budget;
  DateRange start;
  std::string text;  // in title, id, place; folded

  bool operator==(const Filter&) const = default;
  [[nodiscard]] bool empty() const { return *this == Filter{}; }
};

}  // namespace malimap
