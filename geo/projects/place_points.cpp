// PlaceMatcher: points and shares. A point counts where nothing else is named or where it agrees
// with the name.

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/base/text.h"
#include "geo/projects/places.h"
#include "geo/projects/values.h"

namespace malimap {

std::optional<LonLat> PlaceMatcher::raw_point(const TableRow& row) const {
  if (row.point)
    return row.point;
  const auto lon = decimal_number(text(row, Role::Lon)), lat = decimal_number(text(row, Role::Lat));
  return lon && lat ? std::optional(LonLat{*lon, *lat}) : std::nullopt;
}

std::optional<LonLat> PlaceMatcher::point_of(const TableRow& row) {
  auto point = raw_point(row);
  if (!point) {
    const auto lon = text(row, Role::Lon), lat = text(row, Role::Lat);
    if (!lon.empty() || !lat.empty())
      reporter_.report({"point-unreadable",
                        Severity::Doubtful,
                        N_("longitude and latitude must both be numbers of degrees"),
                        {},
                        std::string(lon) + ", " + std::string(lat)},
                       columns_.at(lon.empty() || decimal_number(lon) ? Role::Lat : Role::Lon));
    return {};
  }
  if (swapped_)
    std::swap(point->lon, point->lat);
  if (is_possible(*point))
    return point;
  const auto meant = with_decimals_restored(*point, box_);
  reporter_.report({"point-impossible",
                    Severity::Doubtful,
                    N_("these coordinates cannot be right; the point was left out"),
                    {},
                    text_of(*point),
                    meant ? text_of(*meant) : ""},
                   columns_.at(Role::Lon));
  return {};
}

UnitIndex PlaceMatcher::unit_at(LonLat point, int& layer) const {
  for (layer = names_.layer_count() - 1; layer >= 0; --layer)
    if (const UnitIndex unit = locators_[static_cast<std::size_t>(layer)].locate(point);
        unit != kNoUnit)
      return unit;
  return kNoUnit;
}

bool PlaceMatcher::contains(const Spot& spot, LonLat point) const {
  const UnitIndex unit = locators_[static_cast<std::size_t>(spot.layer)].locate(point);
  return unit != kNoUnit &&
         std::find(spot.units.begin(), spot.units.end(), unit) != spot.units.end();
}

double PlaceMatcher::distance_km(const Spot& spot, LonLat point) const {
  double best = std::numeric_limits<double>::infinity();
  for (UnitIndex unit : spot.units)
    best = std::min(best, border_distance_km(point, names_.unit(spot.layer, unit)));
  return best;
}

void PlaceMatcher::attach_point(LonLat point, const std::vector<Spot>& spots,
                                std::vector<Location>& locations) {
  std::size_t nearest = 0;
  double distance = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const double here = contains(spots[i], point) ? 0 : distance_km(spots[i], point);
    if (here < distance) {
      distance = here;
      nearest = i;
    }
  }
  if (distance <= kBorderToleranceKm) {
    locations[nearest].point = point;
    return;
  }
  int layer = 0;
  const UnitIndex unit = unit_at(point, layer);
  if (unit == kNoUnit) {
    const LonLat turned{point.lat, point.lon};
    const bool swapped =
        std::any_of(spots.begin(), spots.end(), [&](const Spot& s) { return contains(s, turned); });
    reporter_.report({"point-outside",
                      Severity::Doubtful,
                      N_("the point lies outside of all units; the row was placed by its names and "
                         "the point left out"),
                      {},
                      text_of(point),
                      swapped ? text_of(turned) : ""},
                     columns_.at(Role::Lon));
    return;
  }
  reporter_.report(
      {"point-elsewhere",
       Severity::Doubtful,
       N_("the point lies in “{0}”, {1} km from “{2}”, which the row names; the row counts where "
          "its name says"),
       {names_.unit(layer, unit).name, std::to_string(std::lround(distance)), spots[nearest].name},
       text_of(point)},
      columns_.at(Role::Lon));
  if (locations.size() == 1) {
    locations[0].point = point;
    locations[0].contested = true;
  }
}

Placed PlaceMatcher::placed_by_point(LonLat point) {
  int layer = 0;
  if (unit_at(point, layer) != kNoUnit)
    return {Scope::Located, {{point, -1, 1}}};
  // Borders are generalised: a point just outside belongs to the unit that it is nearest to.
  const int finest = names_.layer_count() - 1;
  const auto& units = boundaries_.finest().units;
  double distance = kBorderToleranceKm;
  UnitIndex nearest = kNoUnit;
  for (UnitIndex i = 0; i < static_cast<UnitIndex>(units.size()); ++i)
    if (const double here = border_distance_km(point, units[static_cast<std::size_t>(i)]);
        here <= distance) {
      distance = here;
      nearest = i;
    }
  if (nearest != kNoUnit) {
    const auto& unit = units[static_cast<std::size_t>(nearest)];
    reporter_.report({"point-near-border",
                      Severity::Note,
                      N_("the point lies just outside of “{0}” and was counted there"),
                      {unit.name},
                      text_of(point)},
                     columns_.at(Role::Lon));
    const auto place = book_.add(unit, boundaries_.layers[static_cast<std::size_t>(finest)].level);
    return {Scope::Located, {{point, place, 1}}};
  }
  const LonLat turned{point.lat, point.lon};
  reporter_.report({"point-outside",
                    Severity::Doubtful,
                    N_("the point lies outside of all units; the row counts as outside"),
                    {},
                    text_of(point),
                    unit_at(turned, layer) != kNoUnit ? text_of(turned) : ""},
                   columns_.at(Role::Lon));
  return {Scope::Outside, {}};
}

void PlaceMatcher::apply_shares(const TableRow& row, const std::vector<Spot>& spots,
                                std::vector<Location>& locations) {
  const auto cell = text(row, Role::Share);
  if (cell.empty() || spots.size() < 2)
    return;
  std::vector<double> shares;
  for (const auto& piece : split(cell, ";|/%"))
    if (const auto share = decimal_number(piece); share && *share >= 0)
      shares.push_back(*share);
  double sum = 0;
  for (double share : shares)
    sum += share;
  const bool one_level = std::all_of(spots.begin(), spots.end(),
                                     [&](const Spot& s) { return s.layer == spots[0].layer; });
  if (shares.size() != spots.size() || !one_level || sum <= 0) {
    reporter_.report(
        {"share-mismatch",
         Severity::Doubtful,
         N_("the shares do not fit the places, {0} against {1}; the budget was split equally"),
         {std::to_string(shares.size()), std::to_string(spots.size())},
         std::string(cell)},
        columns_.at(Role::Share));
    return;
  }
  if (std::abs(sum - 100) > 0.5 && std::abs(sum - 1) > 0.005)
    reporter_.report({"share-sum",
                      Severity::Doubtful,
                      N_("the shares add up to neither 100 nor 1; they were taken in proportion"),
                      {},
                      std::string(cell)},
                     columns_.at(Role::Share));
  for (std::size_t i = 0; i < shares.size(); ++i)
    locations[i].share = shares[i] / sum;
}

}  // namespace malimap
