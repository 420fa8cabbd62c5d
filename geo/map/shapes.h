#pragma once
// Geometry on the plane: changes with boundaries and projection only, never with filter, measure or
// camera.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/later.h"
#include "geo/base/result.h"
#include "geo/base/units.h"
#include "geo/boundaries/boundaries.h"
#include "geo/boundaries/context.h"
#include "geo/boundaries/triangulate.h"
#include "geo/map/ring_rows.h"
#include "geo/map/scene.h"

namespace malimap {

struct PlaneBox {
  PlanePoint low{1e300, 1e300}, high{-1e300, -1e300};
  void add(PlanePoint p);
  [[nodiscard]] bool empty() const { return low.x > high.x; }
  [[nodiscard]] double width() const { return high.x - low.x; }
  [[nodiscard]] double height() const { return high.y - low.y; }
  [[nodiscard]] bool contains(PlanePoint p) const {
    return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y;
  }
  [[nodiscard]] PlanePoint middle() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
};

/// Rings as one polygon with holes, even-odd; closed, last point not repeated.
using PlaneRing = std::vector<PlanePoint>;

enum class BorderRank : std::uint8_t { National = 0, Region = 1, Cercle = 2, Commune = 3 };

struct PlaneArc {
  std::vector<PlanePoint> points;
  UnitIndex left = kNoUnit, right = kNoUnit;
  BorderRank rank = BorderRank::Region;
};

/// Triangles of all units for the GPU.
struct UnitMesh {
  Mesh all;
  std::vector<std::uint32_t> first;  // of each unit in all.triangles, and the end
};

/// One level of detail: every shape simplified on its shared arcs by the same tolerance, so that
/// neighbours stay joined.
struct DetailLevel {
  double tolerance_m = 0;                          // 0: as read
  std::vector<std::vector<PlaneRing>> unit_rings;  // per unit
  std::vector<PlaneArc> arcs;
  Later<UnitMesh> later_mesh;
  Later<std::vector<Later<RingRows>>> later_rows;  // of each unit that was asked for

  // Once one of these was called unit_rings do not change any more.

  /// Their triangles.
  [[nodiscard]] const UnitMesh& mesh() const;
  /// Whether the point lies inside the unit.
  [[nodiscard]] bool holds(UnitIndex unit, PlanePoint point) const;
};

struct NeighbourShape {
  std::string name_fr, name_en;  // empty where units of the boundaries lie over it
  std::vector<PlaneRing> rings;
  std::vector<PlaneRing>
      outline;  // the rings with few points (kOutlineTolerance), to find room for the name
  PlanePoint label;
  Later<Mesh> later_mesh;

  /// The triangles of rings, which do not change any more once this was called.
  [[nodiscard]] const Mesh& mesh() const;
};
inline constexpr double kOutlineTolerance = 2000;  // metres

struct LakeShape {
  std::string name_fr;
  std::vector<PlaneRing> rings;
  Later<Mesh> later_mesh;

  /// As a neighbour's.
  [[nodiscard]] const Mesh& mesh() const;
};

struct RiverShape {
  std::string name_fr;
  int rank = 1;
  std::vector<PlanePoint> points;
};

/// A context layer of the user's own.
struct ContextShape {
  std::string name;
  std::uint32_t colour = 0x6b5b95;  // 0xRRGGBB
  double width_dp = 1.2;
  std::vector<PlaneRing> areas;  // each a ring: outlined
  std::vector<std::vector<PlanePoint>> lines;
  std::vector<PlanePoint> points;
};

struct TownShape {
  Town town;
  PlanePoint position;
};

struct UnitShape {
  PlaneBox box;
  PlanePoint label;  // pole of inaccessibility of the largest part: the middle of the largest
                     // circle inside
  double label_radius_m = 0;  // that circle's radius
  std::string code, name;     // P-code and name, for whoever gives shapes names
};

struct Shapes {
  std::string projection;       // PROJ string
  std::string projection_name;  // for the page: "Lambert azimutale équivalente (17,5° N, 4° O)" is
                                // made from it
  Level level = Level::Region;
  PlaneBox box;  // of the units
  std::vector<UnitShape> units;
  std::vector<DetailLevel> details;  // fine to coarse, at least one
  std::vector<NeighbourShape> neighbours;
  std::vector<RiverShape> rivers;
  std::vector<LakeShape> lakes;
  std::vector<TownShape> towns;
  std::vector<ContextShape> context;  // in the scene's order

  /// The coarsest level whose error stays under half a pixel at this scale.
  [[nodiscard]] const DetailLevel& detail_for(double metres_per_pixel) const;
};

/// Lambert azimuthal equal-area, lat_0=17.5 lon_0=-4 for Mali; for other boundaries centred on
/// theirs.
[[nodiscard]] std::string default_projection(const Boundaries& boundaries);

/// What Scene::projection means for these boundaries: "" the default, "utm" the zone of their
/// middle, "web-mercator", "EPSG:n", or a "+proj" string, as make_shapes takes it.
[[nodiscard]] std::string projection_of(const std::string& wanted, const Boundaries& boundaries);

/// Adds layers of the user's own, read through GDAL, to shapes. Errors: a file or layer that cannot
/// be read, or a colour that is none, naming it.
[[nodiscard]] Status add_context_files(Shapes& shapes, std::span<const ContextFile> files);

/// Projects and prepares one layer, but for the triangles. Errors: a projection that PROJ does not
/// know.
[[nodiscard]] Result<Shapes> make_shapes(const Boundaries& boundaries, Level level,
                                         const ContextLayers& context,
                                         const std::string& projection);

/// Makes the triangles of everything, on all cores, where they are not there yet: the GPU alone
/// needs them, and who first asks would wait.
void triangulate(const Shapes& shapes);

/// Projects single positions (markers). The same transformation as make_shapes; nothing for a
/// position that cannot be projected.
[[nodiscard]] std::vector<std::optional<PlanePoint>> project_points(std::span<const LonLat> points,
                                                                    const std::string& projection);

}  // namespace malimap
