#include "geo/projects/iati/activity_places.h"

#include <utility>

#include "geo/projects/places/index.h"

namespace malimap::iati {
namespace {

/// ISO 3166-2 codes are the regions' own; other vocabularies number the same units differently and
/// are believed only where a name or a point stands beside them.
bool is_iso_3166_2(const Administrative& unit) {
  return unit.vocabulary == "A4" || unit.code.starts_with("ML-");
}

}  // namespace

void report_shares(Reporter& reporter, const char* msgid, int column,
                   const std::vector<Part>& parts) {
  std::string typed;
  for (const auto& part : parts)
    if (part.percent)
      typed += (typed.empty() ? "" : " + ") + std::to_string(static_cast<int>(*part.percent));
  reporter.report({"shares-not-100", Severity::Doubtful, msgid, {}, typed}, column);
}

bool ActivityPlaces::is_home(const Part& country) const {
  return index_.is_home_country(country.code) ||
         (country.code.empty() && index_.is_home_country(country.name));
}

void ActivityPlaces::add_location(Location location, double share) {
  location.share *= share;
  if (location.share > 0)
    placed_.push_back(location);
}
void ActivityPlaces::add_part(Scope scope, double share) {
  Location location;
  location.scope = scope;
  add_location(location, share);
}

std::vector<Placed> ActivityPlaces::places_of(const Activity& activity, bool shared_with_others) {
  std::vector<Placed> all;
  for (const auto& location : activity.locations) {
    PlaceCells cells;
    cells.point = location.point;
    if (!location.name.empty())
      cells.place.push_back(location.name);
    for (const auto& unit : location.codes)
      if (is_iso_3166_2(unit))
        cells.region_code = unit.code;
    if (cells.place.empty() && !cells.point && cells.region_code.empty())
      continue;
    if (shared_with_others && cells.point && is_abroad(*cells.point))
      continue;
    all.push_back(matcher_.place(cells));
  }
  return all;
}

bool ActivityPlaces::is_abroad(LonLat point) const {
  int layer = 0;
  return index_.parts().unit_at(point, layer) == kNoUnit &&
         index_.parts().nearest_unit(point, kBorderToleranceKm) == kNoUnit;
}

void ActivityPlaces::spread(const std::vector<Placed>& places, Scope otherwise, double share) {
  if (places.empty())
    return add_part(otherwise, share);
  const double each = share / static_cast<double>(places.size());
  for (const auto& place : places) {
    if (place.locations.empty())
      add_part(place.scope, each);
    for (const auto& location : place.locations)
      add_location(location, each);
  }
}

ActivityPlaces::Division ActivityPlaces::division_of(const Recipients& recipients) {
  const Shares shares = shares_of(recipients.parts);
  if (shares.off)
    report_shares(reporter_,
                  N_("the percentages of countries and regions of the world do not add up to "
                     "100; they were taken in proportion"),
                  kCountry, recipients.parts);
  Division division;
  for (std::size_t i = 0; i < recipients.parts.size(); ++i) {
    const Part& part = recipients.parts[i];
    if (i < recipients.countries) {
      (is_home(part) ? division.home : division.abroad) += shares.of[i];
    } else if (is_region_abroad(part)) {
      division.abroad += shares.of[i];
    } else {
      division.several += shares.of[i];
      division.region = part.name.empty() ? part.code : part.name;
    }
  }
  return division;
}

bool ActivityPlaces::is_region_abroad(const Part& region) const {
  const PlaceWords& words = index_.parts().words;
  const bool dac = region.vocabulary.empty() || region.vocabulary == "1";
  return (dac && words.dac_region(region.code) == CountryCell::Foreign) ||
         (!region.name.empty() && words.country(region.name) == CountryCell::Foreign);
}

/// Locations of the country take the country's part, those abroad the others'.
std::vector<Location> ActivityPlaces::divide(const Activity& activity) {
  placed_.clear();
  const Recipients recipients = recipients_of(activity);
  if (recipients.parts.empty()) {
    spread(places_of(activity, false), Scope::Unlocated, 1);
    return std::move(placed_);
  }
  Division division = division_of(recipients);
  std::vector<Placed> inside;
  if (division.home > 0 || division.several > 0)
    for (auto& place : places_of(activity, division.abroad > 0 || division.several > 0))
      if (place.scope == Scope::Located)
        inside.push_back(std::move(place));
  if (division.home == 0 && !inside.empty())  // a regional activity that names its places here
    division.home = std::exchange(division.several, 0);
  if (division.home > 0)
    spread(inside, Scope::National, division.home);
  if (division.abroad > 0)
    add_part(Scope::Outside, division.abroad);
  if (division.several > 0) {
    add_part(Scope::Unlocated, division.several);
    reporter_.report({"several-countries",
                      Severity::Note,
                      N_("this part of the activity is given to a region of the world, not to a "
                         "country: it stays unlocated"),
                      {},
                      division.region},
                     kCountry);
  }
  return std::move(placed_);
}

}  // namespace malimap::iati
