#pragma once
// The places of a project list, each once.

#include <map>
#include <string>
#include <vector>

#include "geo/projects/crosswalk.h"
#include "geo/projects/projects.h"

namespace malimap {

/// Adds places to Projects::places, each code once. The list must outlive the book.
class PlaceBook {
 public:
  explicit PlaceBook(std::vector<PlaceName>& places) : places_(places) {}

  /// A unit of a layer.
  std::int32_t add(const AdminUnit& unit, Level level) {
    return add({unit.pcode, unit.name, level, {unit.pcode}});
  }

  /// Regions, or a zone of several.
  std::int32_t add(const CoveredPlace& covered, const Boundaries& boundaries) {
    PlaceName place{covered.code, covered.name_fr, Level::Region, {}};
    for (UnitIndex unit : covered.units)
      place.pcodes.push_back(
          boundaries.layer(Level::Region)->units[static_cast<std::size_t>(unit)].pcode);
    return add(std::move(place));
  }

  std::int32_t add(PlaceName place) {
    // Codes of two levels can be the same in files whose codes were made up.
    const std::string key = std::string(word_of(place.level)) + ":" + place.code;
    const auto [found, is_new] = index_.emplace(key, static_cast<std::int32_t>(places_.size()));
    if (is_new)
      places_.push_back(std::move(place));
    return found->second;
  }

 private:
  std::vector<PlaceName>& places_;
  std::map<std::string, std::int32_t> index_;
};

}  // namespace malimap
