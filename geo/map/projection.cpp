#include "geo/map/projection.h"

#include <geodesic.h>
#include <proj.h>

#include <cmath>

namespace malimap {
namespace {

constexpr double kEquatorialRadius = 6378137.0;
constexpr double kFlattening = 1.0 / 298.257223563;

/// A "+proj" string is used as it stands: as a bare operation it needs no database, which saves
/// start time.
PJ* make_transformation(PJ_CONTEXT* context, std::string definition) {
  if (!definition.starts_with("+")) {
    PJ* target = proj_create(context, definition.c_str());
    const bool is_plane = target && proj_get_type(target) == PJ_TYPE_PROJECTED_CRS;
    proj_destroy(target);
    return is_plane ? proj_create_crs_to_crs(context, "OGC:CRS84", definition.c_str(), nullptr)
                    : nullptr;
  }
  if (const auto type = definition.find("+type=crs"); type != std::string::npos)
    definition.erase(type, std::string("+type=crs").size());
  const std::string pipeline =
      "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step " + definition;
  return proj_create(context, pipeline.c_str());
}

}  // namespace

void Projection::FreeContext::operator()(pj_ctx* context) const {
  proj_context_destroy(context);
}

void Projection::FreeTransformation::operator()(PJconsts* transformation) const {
  proj_destroy(transformation);
}

Result<Projection> Projection::create(const std::string& definition) {
  Projection projection;
  projection.context_.reset(proj_context_create());
  proj_log_level(projection.context_.get(), PJ_LOG_NONE);
  projection.transformation_.reset(make_transformation(projection.context_.get(), definition));
  PJ* made = projection.transformation_.get();
  if (!made || proj_degree_output(made, PJ_FWD) || proj_angular_output(made, PJ_FWD))
    return failure(
        {N_("the projection “{0}” is not known or is no plane in metres"), {definition}});
  return projection;
}

std::optional<PlanePoint> Projection::forward(LonLat position) const {
  if (!(std::abs(position.lon) <= 360) || !(std::abs(position.lat) <= 90))
    return std::nullopt;
  const PJ_COORD out =
      proj_trans(transformation_.get(), PJ_FWD, proj_coord(position.lon, position.lat, 0, 0));
  if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y))
    return std::nullopt;
  return PlanePoint{out.xy.x, out.xy.y};
}

std::optional<LonLat> Projection::inverse(PlanePoint point) const {
  const PJ_COORD out =
      proj_trans(transformation_.get(), PJ_INV, proj_coord(point.x, point.y, 0, 0));
  if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y))
    return std::nullopt;
  return LonLat{out.xy.x, out.xy.y};
}

double geodesic_distance(LonLat a, LonLat b) {
  geod_geodesic ellipsoid;
  geod_init(&ellipsoid, kEquatorialRadius, kFlattening);
  double metres = 0;
  geod_inverse(&ellipsoid, a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
  return metres;
}

}  // namespace malimap
