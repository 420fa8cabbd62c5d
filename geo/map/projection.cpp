#include "geo/map/projection.h"

#include <geodesic.h>
#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace malimap {
namespace {

constexpr double kEquatorialRadius = 6378137.0;
constexpr double kFarthest = 1e9;  // metres: what lies beyond is no place but a distortion
constexpr double kFlattening = 1.0 / 298.257223563;

/// As a bare operation a "+proj" string needs no database.
std::string operation_of(const std::string& definition) {
  if (definition.starts_with("+proj=pipeline"))
    return definition;
  return "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step " + definition;
}

void say_nothing(void*, int, const char*) {}

/// Whether the operation needs neither grids nor PROJ's database.
bool stands_alone(const std::string& operation) {
  constexpr std::array kNeedFiles = {"grids", "datum", "init", "file", "model"};
  return std::none_of(kNeedFiles.begin(), kNeedFiles.end(),
                      [&](const char* word) { return operation.find(word) != std::string::npos; });
}

/// PROJ opens its database for every operation, which takes twenty milliseconds the first time:
/// where it needs none, it is to find none.
void without_files(PJ_CONTEXT* context) {
  const char* nowhere = "/nonexistent";
  proj_context_set_search_paths(context, 1, &nowhere);
}

}  // namespace

void open_projections() {
  proj_context_destroy(proj_context_create());
}

void Projection::FreeContext::operator()(pj_ctx* context) const {
  proj_context_destroy(context);
}

void Projection::FreeTransformation::operator()(PJconsts* transformation) const {
  proj_destroy(transformation);
}

Result<Projection> Projection::create(const std::string& definition) {
  std::string resolved = definition;
  if (!definition.starts_with("+")) {
    const auto plane = resolve_plane(definition);
    if (!plane)
      return tl::make_unexpected(plane.error());
    resolved = plane->definition;
  }
  Projection projection;
  projection.context_.reset(proj_context_create());
  const std::string operation = operation_of(resolved);
  proj_log_func(projection.context_.get(), nullptr, say_nothing);
  if (stands_alone(operation))
    without_files(projection.context_.get());
  projection.transformation_.reset(proj_create(projection.context_.get(), operation.c_str()));
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
  if (!(std::abs(out.xy.x) < kFarthest) || !(std::abs(out.xy.y) < kFarthest))
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

const Projection* kept_projection(const std::string& definition) {
  thread_local std::optional<std::pair<std::string, Result<Projection>>> kept;
  if (!kept || kept->first != definition)
    kept.emplace(definition, Projection::create(definition));
  return kept->second ? &*kept->second : nullptr;
}

double north_angle(const std::string& projection, PlanePoint at) {
  constexpr double kStep = 0.01;  // degrees, about a kilometre
  const Projection* const plane = kept_projection(projection);
  const auto position = plane ? plane->inverse(at) : std::nullopt;
  if (!position)
    return 0;
  const double south = std::max(position->lat - kStep, -90.0);
  const double north = std::min(position->lat + kStep, 90.0);
  const auto below = plane->forward({position->lon, south});
  const auto above = plane->forward({position->lon, north});
  return below && above ? std::atan2(above->x - below->x, above->y - below->y) : 0;
}

double geodesic_distance(LonLat a, LonLat b) {
  geod_geodesic ellipsoid;
  geod_init(&ellipsoid, kEquatorialRadius, kFlattening);
  double metres = 0;
  geod_inverse(&ellipsoid, a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
  return metres;
}

}  // namespace malimap
