#pragma once
// Groups of countries: the United Nations' geography, and what funds and regions call theirs.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace malimap {

struct CountryGroup {
  std::vector<std::string> names;  // in French and English
  bool holds_home = false;
};

/// All groups that are known, seen from one country (ISO 3166-1 alpha-2).
[[nodiscard]] std::vector<CountryGroup> country_groups(std::string_view home);

/// Whether a region of the DAC's list holds the country; nothing for an unknown code.
[[nodiscard]] std::optional<bool> dac_region_holds(std::string_view code, std::string_view home);

}  // namespace malimap
