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

class Projection {
 public:
  /// From "+proj=..." or a code like "EPSG:32630". Errors: PROJ does not know it, or it is no plane
  /// in metres.
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

/// Metres along the shortest line over the WGS 84 ellipsoid (Karney 2013, "Algorithms for
/// geodesics").
[[nodiscard]] double geodesic_distance(LonLat a, LonLat b);

}  // namespace malimap
