#include <algorithm>

#include "geo/base/text.h"
#include "geo/projects/crosswalk.h"
#include "geo/projects/places/crosswalk_entries.h"
#include "geo/projects/tables/embedded_table.h"

namespace malimap {

std::string region_of_code(std::string_view vocabulary, std::string_view code) {
  code = trim(code);
  if (vocabulary != "A4" && vocabulary != "G1")
    return {};
  if (vocabulary == "G1" && (code.starts_with("ML.") || code.starts_with("ml.")))
    code.remove_prefix(3);
  Problems problems;
  for (const auto& entry :
       crosswalk_entries(embedded_table("crosswalk/mali_units.csv"), problems)) {
    const auto& codes = vocabulary == "A4" ? entry.codes : entry.geonames;
    const bool iso = vocabulary != "A4" || code.starts_with("ML-");
    if (iso && std::ranges::count(codes, code) > 0)
      return entry.name_fr;
  }
  return {};
}

}  // namespace malimap
