// Dot density: one dot for so many, inside the unit that has them.

#include <algorithm>
#include <cmath>

#include "geo/base/numbers.h"
#include "geo/map/dots.h"
#include "geo/map/ground.h"
#include "geo/map/palettes.h"
#include "geo/map/parts.h"
#include "geo/map/symbols.h"

namespace malimap {
namespace {

constexpr double kMostDots = 1500;  // of the whole map: more are grey, fewer are empty
constexpr Colour kUndivided{0x60, 0x66, 0x6C};

/// dp: few dots are larger, so that their colours can be told apart.
double dot_radius(std::size_t dots) {
  return dots <= 300 ? 2.2 : dots <= 800 ? 1.8 : 1.4;
}

/// What one dot stands for: 1, 2 or 5 times a power of ten, so that there are not too many.
double worth_of_dot(const ZoneValues& values, Measure measure) {
  double sum = 0;
  for (const auto& value : values)
    sum += value.value_or(0);
  const double least = measure == Measure::Budget ? 1000 : 1;
  double worth = least;
  for (int step = 0; sum / worth > kMostDots; ++step)
    worth *= step % 3 == 1 ? 2.5 : 2;
  return worth;
}

std::string dot_words(Measure measure, double worth, const Translator& tr) {
  const std::string value = format_value(measure, worth, tr.language());
  const auto count = static_cast<long long>(std::llround(worth));
  if (measure == Measure::Projects)
    return trn(tr, "1 dot = {0} project", "1 dot = {0} projects", count, value);
  if (measure == Measure::Population)
    return trn(tr, "1 dot = {0} inhabitant", "1 dot = {0} inhabitants", count, value);
  return trf(tr, N_("1 dot = {0}"), value);
}

/// Dots of one zone over its units by their area, so many of each colour, well mixed.
void place_dots(const Draft& draft, const CoverageZone& zone, const std::vector<Colour>& colours,
                const std::vector<std::size_t>& counts) {
  const DetailLevel& detail = draft.input.shapes->details.front();
  std::vector<double> areas;
  for (const UnitIndex unit : zone.units)
    areas.push_back(area_of(detail, unit));
  std::size_t total = 0;
  for (const std::size_t count : counts)
    total += count;
  const auto of_unit = apportion(areas, total);
  std::vector<PlanePoint> points;
  for (std::size_t i = 0; i < zone.units.size(); ++i) {
    const auto& shape = draft.input.shapes->units[static_cast<std::size_t>(zone.units[i])];
    const auto more = spread_points(detail, zone.units[i], of_unit[i], seed_of(shape.code));
    points.insert(points.end(), more.begin(), more.end());
  }
  // Colours by turns in proportion: point i gets the colour that is furthest behind its share.
  std::vector<std::size_t> used(counts.size(), 0);
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::size_t next = 0;
    double behind = -1e300;
    for (std::size_t c = 0; c < counts.size(); ++c) {
      const double due = static_cast<double>(counts[c]) * static_cast<double>(i + 1) /
                             static_cast<double>(points.size()) -
                         static_cast<double>(used[c]);
      if (used[c] < counts[c] && due > behind) {
        behind = due;
        next = c;
      }
    }
    ++used[next];
    draft.picture.dots.push_back({points[i], colours[next]});
  }
}

}  // namespace

void add_dots(const Draft& draft) {
  const Measure measure = total_behind(draft.scene().measure);
  const Division division = divide(draft, measure);
  const bool people = measure == Measure::Population;
  const double worth = worth_of_dot(division.whole, measure);
  std::vector<int> members(division.categories.size(), 0);
  bool rounded_up = false;
  for (std::size_t zone = 0; zone < division.whole.size(); ++zone) {
    const double whole = division.whole[zone].value_or(0);
    if (!(whole > 0))
      continue;
    // Who has something has a dot: no dot would say nothing.
    const auto total = static_cast<std::size_t>(std::max(1.0, std::round(whole / worth)));
    rounded_up = rounded_up || whole < worth / 2;
    const CoverageZone& place = draft.coverage().zones[zone];
    if (!division.zones[zone].known) {
      place_dots(draft, place, {people ? draft.theme().accent : kUndivided}, {total});
      continue;
    }
    const auto counts = apportion(division.by_category(zone), total);
    std::vector<Colour> colours;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      colours.push_back(division.categories[i].colour);
      members[i] += counts[i] > 0 ? static_cast<int>(place.units.size()) : 0;
    }
    place_dots(draft, place, colours, counts);
  }
  draft.picture.dot_radius_dp = dot_radius(draft.picture.dots.size());
  Legend& legend = draft.legend();
  legend.title = title_of(measure, draft.tr);
  legend.dots = dot_words(measure, worth, draft.tr);
  lay_ground(draft, quiet_ground(draft, division.whole, measure));
  list_categories(draft, division, members);
  legend.notes.push_back(draft.tr(
      N_("Dots are spread evenly inside their unit: they are no places of projects or people.")));
  if (rounded_up)
    legend.notes.push_back(draft.tr(N_("A unit with less than half a dot's worth has one dot.")));
  note_division(draft, division);
}

void add_places(const Draft& draft) {
  const ZoneValues values = values_of_zones(draft.coverage(), Measure::Projects);
  draft.legend().title = title_of(Measure::Projects, draft.tr);
  lay_ground(draft, quiet_ground(draft, values, Measure::Projects));
}

}  // namespace malimap
