#pragma once
// The shared parts of the matching; see PlaceIndex.

#include <array>
#include <string>
#include <vector>

#include "geo/boundaries/locate.h"
#include "geo/projects/place_words.h"
#include "geo/projects/places.h"
#include "geo/projects/points.h"
#include "geo/projects/unit_names.h"

namespace malimap {

struct PlaceIndex::Parts {
  Parts(const Boundaries& boundaries, const ReadOptions& options, Problems& problems);

  const Boundaries& boundaries;
  const ReadOptions& options;
  UnitNames names;
  std::string home;  // ISO 3166-1 alpha-2 of their country; "" when not known
  PlaceWords words;
  std::vector<UnitLocator> locators;  // per layer
  LonLatBox box;                      // of all units
  std::vector<LonLatBox> unit_boxes;  // of the finest layer
  // Of the list that was surveyed:
  bool swapped = false;                  // longitudes and latitudes stand in each other's columns
  std::array<bool, 4> codes_doubtful{};  // per level: the list orders its codes in another way

  [[nodiscard]] bool codes_are_doubtful(int layer) const {
    return codes_doubtful[static_cast<std::size_t>(names.level_of(layer))];
  }
  /// The finest unit that holds the point, and its layer; kNoUnit outside.
  [[nodiscard]] UnitIndex unit_at(LonLat point, int& layer) const;
  [[nodiscard]] bool contains(const Spot& spot, LonLat point) const;
  /// To the nearest border of the spot's units.
  [[nodiscard]] double distance_km(const Spot& spot, LonLat point) const;
  /// The unit of the finest layer whose border is nearest, within the distance; else kNoUnit.
  [[nodiscard]] UnitIndex nearest_unit(LonLat point, double within_km) const;
};

}  // namespace malimap
