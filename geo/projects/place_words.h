#pragma once
// Words that stand for the whole country, and names of other countries.

#include <set>
#include <string>
#include <string_view>

#include "geo/boundaries/boundaries.h"

namespace malimap {

/// Names of countries in French and English, apart from the one that the boundaries are of.
class PlaceWords {
 public:
  /// home: ISO 3166-1 alpha-2 of the country of the boundaries, "" when it is not known.
  explicit PlaceWords(std::string_view home);

  /// "national", "tout le pays", the country's own name.
  [[nodiscard]] bool is_national(std::string_view text) const;
  [[nodiscard]] bool is_home(std::string_view text) const;
  [[nodiscard]] bool is_foreign(std::string_view text) const;

 private:
  std::set<std::string> national_, home_, foreign_;  // place keys
};

/// The two letters that all P-codes of the boundaries begin with, where they are a country's.
[[nodiscard]] std::string country_of(const Boundaries& boundaries);

}  // namespace malimap
