#pragma once
// One PROJ transformation between longitude/latitude (WGS 84) and a plane in metres. Each object
// owns its own PROJ context, so two threads never share one.

#include <memory>
#include <optional>
#include <string>

#include "geo/base/result.h"
#include "geo/base/units.h"

struct pj_ctx;
struct PJconsts;

namespace malimap {

/// A plane to draw on.
struct PlaneDefinition {
  std::string definition;  // needs no database: cheap to make a Projection from
  std::string name;        // PROJ's own: "WGS 84 / UTM zone 30N"; of a "+proj" string that string
};

/// What a code ("EPSG:32630") or a "+proj=..." string means, always in metres, x to the east and y
/// to the north: axes in another order are put right, other units converted. Errors: PROJ does not
/// know it, it is no plane (longitude and latitude, for example), its axes run west or south, or it
/// is a string with steps, grids or files of its own, which a scene's file must not bring.
[[nodiscard]] Result<PlaneDefinition> resolve_plane(const std::string& wanted);

/// The zone of UTM (WGS 84) of a position: "EPSG:32630", in the south "EPSG:32730".
[[nodiscard]] std::string utm_zone_of(LonLat position);

/// Opens PROJ and its libraries, which the first projection would do. Any thread.
void open_projections();

class Projection {
 public:
  /// From a PlaneDefinition's definition or anything that resolve_plane() takes.
  [[nodiscard]] static Result<Projection> create(const std::string& definition);

  /// Nothing for a position that has no place on the plane.
  [[nodiscard]] std::optional<PlanePoint> forward(LonLat position) const;
  [[nodiscard]] std::optional<LonLat> inverse(PlanePoint point) const;

 private:
  struct FreeContext {
    void operator()(pj_ctx* context) const;
  };
  struct FreeTransformation {
    void operator()(PJconsts* transformation) const;
  };
  std::unique_ptr<pj_ctx, FreeContext> context_;  // before what lives in it
  std::unique_ptr<PJconsts, FreeTransformation> transformation_;
};

/// The same projection as long as a thread asks for one: a frame asks several times. Null for what
/// create() would refuse.
[[nodiscard]] const Projection* kept_projection(const std::string& definition);

/// Where north is at a point of the plane: radians clockwise from the plane's y axis; 0 where the
/// point has no place on the globe. What a north arrow turns by.
[[nodiscard]] double north_angle(const std::string& projection, PlanePoint at);

/// Metres along the shortest line over the WGS 84 ellipsoid (Karney 2013, "Algorithms for
/// geodesics").
[[nodiscard]] double geodesic_distance(LonLat a, LonLat b);

}  // namespace malimap
