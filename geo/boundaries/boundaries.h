#pragma once
// Administrative boundaries as one value: layers of units, coarse to fine, each with the topology
// of its shared borders. Immutable after reading; every later stage refers to units by their index
// in their layer.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// OCHA's administrative levels.
enum class Level { Country = 0, Region = 1, Cercle = 2, Commune = 3 };

/// Index of a unit in its AdminLayer.
using UnitIndex = std::int32_t;
inline constexpr UnitIndex kNoUnit = -1;

/// Closed ring without the repeated last point. Outer rings counterclockwise, holes clockwise.
using Ring = std::vector<LonLat>;

struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
};

/// A border line between two units, or between a unit and the outside (kNoUnit). Every stretch of
/// border is in exactly one arc.
struct Arc {
  std::vector<LonLat> points;  // at least two; closed when first == last
  UnitIndex left = kNoUnit;
  UnitIndex right = kNoUnit;
};

struct AdminUnit {
  std::string pcode;  // the key; never empty (made up from the name when the file has none)
  bool pcode_made_up = false;
  std::string name;          // as in the file, French where the file offers several languages
  std::string parent_pcode;  // of the next coarser level; empty when unknown
  std::string parent_name;
  std::vector<Polygon> polygons;
  double area_km2 = 0;  // geodesic, on the WGS 84 ellipsoid
};

struct AdminLayer {
  Level level = Level::Region;
  std::vector<AdminUnit> units;
  std::vector<Arc> arcs;  // the borders of these units, each stretch once
  bool derived = false;   // dissolved from finer units; no file draws this level itself

  [[nodiscard]] UnitIndex find(const std::string& pcode) const;  // kNoUnit when absent
};

struct Boundaries {
  std::string source;              // file name, or what the embedded data is called
  std::string vintage;             // "2012", "2016", "2023" where the units tell; empty where not
  std::vector<AdminLayer> layers;  // coarse to fine, never empty; one or several levels

  [[nodiscard]] const AdminLayer* layer(Level level) const;  // nullptr when absent
  [[nodiscard]] const AdminLayer& finest() const { return layers.back(); }
};

/// "region", "cercle", "commune" and their level; the words of the command line and of JSON.
[[nodiscard]] std::string_view word_of(Level level);
[[nodiscard]] std::optional<Level> level_of(std::string_view word);

}  // namespace malimap
