#include "geo/projects/places/index.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "geo/base/text.h"
#include "geo/projects/places/row_point.h"

namespace malimap {
namespace {

/// Rows that tell how the whole list is written: spread over it, so that a long one costs no more,
/// and some together, as they are read together.
constexpr std::size_t kSurveyed = 50'000, kTogether = TextRows::kBlock;

/// Calls look(row) for all rows of a short table, for some of a long one.
template <class Look>
void each_surveyed(const Table& table, Look look) {
  const std::size_t step = (table.size() / kSurveyed + 1) * kTogether;
  for (std::size_t first = 0; first < table.size(); first += step)
    for (std::size_t row = first; row < std::min(first + kTogether, table.size()); ++row)
      look(row);
}

Crosswalk crosswalk_for(const Boundaries& boundaries, const ReadOptions& options,
                        Problems& problems) {
  if (options.crosswalk.empty())
    return Crosswalk(boundaries);
  Table own;
  if (auto table = read_table(options.crosswalk, {}, problems))
    own = std::move(*table);
  else
    problems.report(
        {"crosswalk-unreadable", Severity::Doubtful, table.error(), options.crosswalk, {}});
  return Crosswalk(boundaries, own, problems);
}

bool covers(const std::vector<Spot>& spots, const Spot& spot) {
  return std::any_of(spots.begin(), spots.end(), [&](const Spot& s) {
    return s.layer == spot.layer &&
           std::find(s.units.begin(), s.units.end(), spot.units[0]) != s.units.end();
  });
}

/// In the two orders of OCHA's lists four of five codes differ; a few conflicts are slips of single
/// rows.
bool orders_differ(const PlaceIndex::Parts& parts, const Table& table, int layer, int names,
                   int codes) {
  if (layer < 0 || names < 0 || codes < 0)
    return false;
  std::int64_t agree = 0, conflict = 0;
  std::unordered_map<std::string, int> known;  // 1 agrees, -1 does not, 0 says nothing
  std::string pair;
  each_surveyed(table, [&](std::size_t row) {
    const auto name = table.text(row, names), code = table.text(row, codes);
    if (name.empty() || code.empty())
      return;
    pair.assign(code).append("\n").append(name);
    const auto [found, is_new] = known.try_emplace(pair, 0);
    if (is_new) {
      const auto coded = parts.names.coded(layer, code);
      const auto named = parts.names.named(layer, name);
      if (coded && !named.empty())
        found->second = covers(named, *coded) ? 1 : -1;
    }
    agree += found->second > 0 ? 1 : 0;
    conflict += found->second < 0 ? 1 : 0;
  });
  return conflict * 4 > agree + conflict && (conflict > 1 || agree == 0);
}

bool are_swapped(const PlaceIndex::Parts& parts, const Table& table, const ColumnMap& columns) {
  std::int64_t points = 0, right = 0, turned = 0;
  each_surveyed(table, [&](std::size_t row) {
    if (const auto point = raw_point(place_cells(table, columns, row), parts.box)) {
      ++points;
      right += parts.box.holds(*point) ? 1 : 0;
      turned += parts.box.holds({point->lat, point->lon}) ? 1 : 0;
    }
  });
  return points >= 3 && turned * 10 >= points * 9 && right * 10 <= points;
}

}  // namespace

PlaceIndex::Parts::Parts(const Boundaries& given, const ReadOptions& chosen, Problems& problems)
    : boundaries(given),
      options(chosen),
      names(given, crosswalk_for(given, chosen, problems)),
      home(names.crosswalk().fits() ? "ML" : country_of(given)),
      words(home),
      box(box_of(given.finest())) {
  for (const auto& layer : given.layers)
    locators.emplace_back(layer);
  for (const auto& unit : given.finest().units)
    unit_boxes.push_back(box_of(unit));
}

UnitIndex PlaceIndex::Parts::unit_at(LonLat point, int& layer) const {
  for (layer = names.layer_count() - 1; layer >= 0; --layer)
    if (const UnitIndex unit = locators[static_cast<std::size_t>(layer)].locate(point);
        unit != kNoUnit)
      return unit;
  return kNoUnit;
}

bool PlaceIndex::Parts::contains(const Spot& spot, LonLat point) const {
  const UnitIndex unit = locators[static_cast<std::size_t>(spot.layer)].locate(point);
  return unit != kNoUnit &&
         std::find(spot.units.begin(), spot.units.end(), unit) != spot.units.end();
}

double PlaceIndex::Parts::distance_km(const Spot& spot, LonLat point) const {
  double best = std::numeric_limits<double>::infinity();
  for (UnitIndex unit : spot.units)
    best = std::min(best, border_distance_km(point, names.unit(spot.layer, unit)));
  return best;
}

UnitIndex PlaceIndex::Parts::nearest_unit(LonLat point, double within_km) const {
  const auto& units = boundaries.finest().units;
  UnitIndex nearest = kNoUnit;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!unit_boxes[i].is_within_km(point, within_km))
      continue;
    const double here = border_distance_km(point, units[i]);
    if (here <= within_km) {
      within_km = here;
      nearest = static_cast<UnitIndex>(i);
    }
  }
  return nearest;
}

PlaceIndex::PlaceIndex(const Boundaries& boundaries, const ReadOptions& options, Problems& problems)
    : parts_(std::make_unique<Parts>(boundaries, options, problems)) {}
PlaceIndex::~PlaceIndex() = default;
PlaceIndex::PlaceIndex(PlaceIndex&&) noexcept = default;

void PlaceIndex::survey(const Table& table, const ColumnMap& columns, Problems& problems) {
  struct Pair {
    Level level;
    Role name, code;
  };
  for (const auto& pair : {Pair{Level::Region, Role::Region, Role::RegionCode},
                           Pair{Level::Cercle, Role::Cercle, Role::CercleCode},
                           Pair{Level::Commune, Role::Commune, Role::CommuneCode}})
    parts_->codes_doubtful[static_cast<std::size_t>(pair.level)] =
        orders_differ(*parts_, table, parts_->names.layer_of(pair.level), columns.at(pair.name),
                      columns.at(pair.code));
  parts_->swapped = are_swapped(*parts_, table, columns);
  if (parts_->swapped)
    Reporter(table, problems)
        .report_list({"lon-lat-swapped", Severity::Doubtful,
                      N_("the column for the longitude holds latitudes, and the other way "
                         "round; they were read swapped")},
                     columns.at(Role::Lon));
}

HomeNames PlaceIndex::home_names() const {
  HomeNames home;
  const auto fill = [&](Level level, std::vector<std::string>& keys) {
    if (const auto* layer = parts_->boundaries.layer(level))
      for (const auto& unit : layer->units)
        keys.push_back(place_key(unit.name));
    for (const auto& name : parts_->names.crosswalk().names(level))
      keys.push_back(place_key(name));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  };
  fill(Level::Region, home.regions);
  fill(Level::Cercle, home.cercles);
  fill(Level::Commune, home.communes);
  return home;
}

bool PlaceIndex::is_home_country(std::string_view name_or_iso_code) const {
  const auto iso = home_iso();
  const auto text = trim(name_or_iso_code);
  return parts_->words.is_home(text) ||
         (!iso.empty() && text.size() == 2 && fold(text) == fold(iso));
}

std::string_view PlaceIndex::home_iso() const {
  return parts_->home;
}

}  // namespace malimap
