// From what a scene says about its projection to a plane: codes are looked up once, so that
// everything later needs no database.

#include <fmt/format.h>
#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "geo/base/translator.h"
#include "geo/map/projection.h"
#include "geo/map/shapes.h"

namespace malimap {
namespace {

struct FreeContext {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct FreePj {
  void operator()(PJ* pj) const { proj_destroy(pj); }
};
struct FreeList {
  void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
using Context = std::unique_ptr<PJ_CONTEXT, FreeContext>;
using Object = std::unique_ptr<PJ, FreePj>;

tl::unexpected<Error> no_plane(const std::string& wanted) {
  return failure({N_("the projection “{0}” is not known or is no plane in metres"), {wanted}}, {},
                 {N_("name a code such as EPSG:32630, utm, web-mercator or a +proj string"), {}});
}

/// Metres per unit of a plane whose axes run to the east and to the north (in either order), or to
/// one pole from all sides; nothing for other planes.
std::optional<double> unit_of_plane(PJ_CONTEXT* context, const PJ* crs) {
  const Object system(proj_crs_get_coordinate_system(context, crs));
  if (!system || proj_cs_get_axis_count(context, system.get()) != 2)
    return std::nullopt;
  std::array<std::string, 2> directions;
  std::array<double, 2> units{};
  for (int axis = 0; axis < 2; ++axis) {
    const char* direction = nullptr;
    if (!proj_cs_get_axis_info(context, system.get(), axis, nullptr, nullptr, &direction,
                               &units[static_cast<std::size_t>(axis)], nullptr, nullptr, nullptr))
      return std::nullopt;
    directions[static_cast<std::size_t>(axis)] = direction ? direction : "";
  }
  std::sort(directions.begin(), directions.end());
  const bool usual = directions[0] == "east" && directions[1] == "north";
  const bool polar = directions[0] == directions[1] && directions[0] != "west";
  if ((!usual && !polar) || units[0] != units[1] || !(units[0] > 0))
    return std::nullopt;
  return units[0];
}

/// The best operation from longitude and latitude whose grids, if it needs any, are on this
/// machine.
Object operation_to(PJ_CONTEXT* context, const PJ* crs) {
  const Object degrees(proj_create(context, "OGC:CRS84"));
  const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT,
                        decltype(&proj_operation_factory_context_destroy)>
      factory(proj_create_operation_factory_context(context, nullptr),
              proj_operation_factory_context_destroy);
  if (!degrees || !factory)
    return {};
  proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                       PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
  const std::unique_ptr<PJ_OBJ_LIST, FreeList> found(
      proj_create_operations(context, degrees.get(), crs, factory.get()));
  for (int i = 0; found && i < proj_list_get_count(found.get()); ++i) {
    const Object operation(proj_list_get(context, found.get(), i));
    if (operation && proj_coordoperation_is_instantiable(context, operation.get()))
      return Object(proj_normalize_for_visualization(context, operation.get()));
  }
  return {};
}

constexpr const char* kForeignWords[] = {"pipeline",  "grids=", "+init", "+file",  "step",
                                         "+to_meter", "+axis",  "+xy_",  "catalog"};

/// Strings that read files or chain steps are not taken from strangers; planes in other units than
/// metres would make lengths wrong.
bool is_plain(const std::string& definition) {
  if (definition.find("+units=") != std::string::npos &&
      definition.find("+units=m ") == std::string::npos && !definition.ends_with("+units=m"))
    return false;
  return std::none_of(std::begin(kForeignWords), std::end(kForeignWords),
                      [&](const char* word) { return definition.find(word) != std::string::npos; });
}

Result<PlaneDefinition> resolve_string(std::string definition) {
  if (!is_plain(definition))
    return no_plane(definition);
  if (const auto type = definition.find("+type=crs"); type != std::string::npos)
    definition.erase(type, std::string("+type=crs").size());
  if (!Projection::create(definition))
    return no_plane(definition);
  return PlaneDefinition{definition, definition};
}

bool all_digits(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

LonLat middle_of(const Boundaries& boundaries) {
  LonLat low{1e300, 1e300}, high{-1e300, -1e300};
  for (const AdminUnit& unit : boundaries.layers.front().units)
    for (const Polygon& polygon : unit.polygons)
      for (LonLat p : polygon.outer) {
        low = {std::min(low.lon, p.lon), std::min(low.lat, p.lat)};
        high = {std::max(high.lon, p.lon), std::max(high.lat, p.lat)};
      }
  return low.lon > high.lon ? LonLat{-4, 17.5}
                            : LonLat{(low.lon + high.lon) / 2, (low.lat + high.lat) / 2};
}

}  // namespace

Result<PlaneDefinition> resolve_plane(const std::string& wanted) {
  if (wanted.starts_with("+"))
    return resolve_string(wanted);
  const auto colon = wanted.find(':');
  const bool is_code = colon != std::string::npos && all_digits(wanted.substr(colon + 1));
  if (!is_code)  // names and definitions in other notations are not looked for
    return no_plane(wanted);
  const Context context(proj_context_create());
  proj_log_level(context.get(), PJ_LOG_NONE);
  const Object crs(proj_create(context.get(), wanted.c_str()));
  if (!crs || proj_get_type(crs.get()) != PJ_TYPE_PROJECTED_CRS)
    return no_plane(wanted);
  const auto unit = unit_of_plane(context.get(), crs.get());
  const Object operation = unit ? operation_to(context.get(), crs.get()) : nullptr;
  const char* steps =
      operation ? proj_as_proj_string(context.get(), operation.get(), PJ_PROJ_5, nullptr) : nullptr;
  if (!steps)
    return no_plane(wanted);
  PlaneDefinition plane{steps, proj_get_name(crs.get())};
  if (!plane.definition.starts_with("+proj=pipeline"))
    plane.definition = "+proj=pipeline +step " + plane.definition;
  if (*unit != 1)
    plane.definition += fmt::format(" +step +proj=unitconvert +xy_in={:.15g} +xy_out=m", *unit);
  if (!Projection::create(plane.definition))
    return no_plane(wanted);
  return plane;
}

std::string utm_zone_of(LonLat position) {
  const double turn = position.lon - 360 * std::floor((position.lon + 180) / 360);
  const int zone = std::clamp(static_cast<int>(std::floor((turn + 180) / 6)) + 1, 1, 60);
  return fmt::format("EPSG:{}", (position.lat < 0 ? 32700 : 32600) + zone);
}

std::string projection_of(const std::string& wanted, const Boundaries& boundaries) {
  if (wanted.empty())
    return default_projection(boundaries);
  if (wanted == "utm")
    return utm_zone_of(middle_of(boundaries));
  if (wanted == "web-mercator")
    return "EPSG:3857";
  if (all_digits(wanted))
    return "EPSG:" + wanted;
  return wanted;
}

}  // namespace malimap
