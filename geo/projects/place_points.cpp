// A point counts where nothing else is named or where it agrees with the name.

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/base/text.h"
#include "geo/projects/places/point_of_row.h"
#include "geo/projects/places/row_point.h"
#include "geo/projects/values.h"

namespace malimap {

std::optional<LonLat> raw_point(const PlaceCells& cells, const LonLatBox& box) {
  if (cells.point)
    return cells.point;
  if (!cells.lon.empty() || !cells.lat.empty()) {
    const auto lon = degrees_in(cells.lon), lat = degrees_in(cells.lat);
    if (lon && lat)
      return LonLat{*lon, *lat};
  }
  return cells.lonlat.empty() ? std::nullopt : position_in(cells.lonlat, box);
}

std::optional<LonLat> RowPoints::point_of(const PlaceCells& cells) {
  auto point = raw_point(cells, parts_.box);
  if (!point) {
    if (!cells.lonlat.empty())
      reporter_.report({"point-unreadable",
                        Severity::Doubtful,
                        N_("this is no pair of a latitude and a longitude"),
                        {},
                        cells.lonlat},
                       lon_);
    else if (!cells.lon.empty() || !cells.lat.empty())
      reporter_.report({"point-unreadable",
                        Severity::Doubtful,
                        N_("longitude and latitude must both be numbers of degrees"),
                        {},
                        std::string(cells.lon) + ", " + std::string(cells.lat)},
                       cells.lon.empty() || degrees_in(cells.lon) ? lat_ : lon_);
    return {};
  }
  if (parts_.swapped)
    std::swap(point->lon, point->lat);
  if (is_possible(*point))
    return point;
  const auto meant = with_decimals_restored(*point, parts_.box);
  const std::string value = text_of(*point), proposal = meant ? text_of(*meant) : "";
  reporter_.report({"point-impossible",
                    Severity::Doubtful,
                    N_("these coordinates cannot be right; the point was left out"),
                    {},
                    value,
                    proposal},
                   lon_);
  return {};
}

void RowPoints::attach(LonLat point, const std::vector<PlacePart>& parts,
                       std::vector<Location>& locations) {
  std::size_t nearest = parts.size();
  double distance = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < parts.size() && distance > 0; ++i)
    if (parts[i].scope == Scope::Located && parts_.contains(parts[i].spot, point)) {
      nearest = i;
      distance = 0;
    }
  for (std::size_t i = 0; i < parts.size() && distance > 0; ++i)
    if (parts[i].scope == Scope::Located)
      if (const double here = parts_.distance_km(parts[i].spot, point); here < distance) {
        distance = here;
        nearest = i;
      }
  if (nearest == parts.size())
    return;
  if (distance <= kBorderToleranceKm) {
    locations[nearest].point = point;
    return;
  }
  const std::string value = text_of(point);
  int layer = 0;
  const UnitIndex unit = parts_.unit_at(point, layer);
  if (unit == kNoUnit) {
    const LonLat turned{point.lat, point.lon};
    const bool swapped = std::any_of(parts.begin(), parts.end(), [&](const PlacePart& part) {
      return part.scope == Scope::Located && parts_.contains(part.spot, turned);
    });
    const std::string proposal = swapped ? text_of(turned) : "";
    reporter_.report({"point-outside",
                      Severity::Doubtful,
                      N_("the point lies outside of all units; the row was placed by its names and "
                         "the point left out"),
                      {},
                      value,
                      proposal},
                     lon_);
    return;
  }
  reporter_.report(
      {"point-elsewhere",
       Severity::Doubtful,
       N_("the point lies in “{0}”, {1} km from “{2}”, which the row names; the row counts where "
          "its name says"),
       {parts_.names.unit(layer, unit).name, std::to_string(std::lround(distance)),
        parts[nearest].spot.name},
       value},
      lon_);
  if (locations.size() == 1) {
    locations[0].point = point;
    locations[0].contested = true;
  }
}

Placed RowPoints::place(LonLat point) {
  int layer = 0;
  if (parts_.unit_at(point, layer) != kNoUnit)
    return {Scope::Located, {{Scope::Located, point, -1, 1}}};
  const std::string value = text_of(point);
  // Borders are generalised: a point just outside belongs to the unit that it is nearest to.
  if (const UnitIndex nearest = parts_.nearest_unit(point, kBorderToleranceKm);
      nearest != kNoUnit) {
    const auto& finest = parts_.boundaries.finest();
    const auto& unit = finest.units[static_cast<std::size_t>(nearest)];
    reporter_.report({"point-near-border",
                      Severity::Note,
                      N_("the point lies just outside of “{0}” and was counted there"),
                      {unit.name},
                      value},
                     lon_);
    return {Scope::Located, {{Scope::Located, point, book_.add(unit, finest.level), 1}}};
  }
  const LonLat turned{point.lat, point.lon};
  const std::string proposal = parts_.unit_at(turned, layer) != kNoUnit ? text_of(turned) : "";
  reporter_.report({"point-outside",
                    Severity::Doubtful,
                    N_("the point lies outside of all units; the row counts as outside"),
                    {},
                    value,
                    proposal},
                   lon_);
  return {Scope::Outside, {}};
}

}  // namespace malimap
