#pragma once
// Countries as lists write them.

#include <string>
#include <string_view>
#include <vector>

namespace malimap {

struct CountryNames {
  std::string iso2, iso3;
  std::vector<std::string> names;  // French and English, short and others in use
};

/// All of ISO 3166-1, and Kosovo.
[[nodiscard]] std::vector<CountryNames> country_names();

/// The words of a name that tell the country, without "Republic of", "Royaume du", "The", ... , in
/// their order or sorted: "egypt" for "Egypt, Arab Republic of". "" where nothing is left.
[[nodiscard]] std::string country_core(std::string_view name, bool sorted);

}  // namespace malimap
