#pragma once
// What an atlas says of one unit, as values.

#include <string>
#include <vector>

#include "geo/coverage/cube.h"

namespace malimap {

struct AtlasNeighbour {
  std::string name;
  Figures figures;
};

/// The figures of the zone that the unit belongs to: often the unit itself.
struct AtlasUnit {
  UnitIndex unit = kNoUnit;
  std::string code, name;
  std::string zone_name;  // not empty: the figures are known for this zone of several units only
  Figures figures;
  std::optional<std::int64_t> population;
  double area_km2 = 0;
  int rank = 0, ranked = 0;  // by projects among the units with figures; 0: none
  struct Part {
    std::string label;
    Figures figures;
  };
  std::vector<Part> by_fund, by_sector;    // those that have something
  std::vector<AtlasNeighbour> neighbours;  // units that share a border, by name
  std::vector<ProjectIndex> projects;      // of its zone, in the list's order
};

/// Every unit of the cube's level, in the boundaries' order.
[[nodiscard]] std::vector<AtlasUnit> atlas_units(const CoverageCube& cube,
                                                 const Boundaries& boundaries, const Filter& filter,
                                                 const Translator& tr);

}  // namespace malimap
