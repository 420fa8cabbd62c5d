// Names and figures of units: inside the unit where they fit, smaller where they fit only then,
// else beside it with a line to it. Where units are few each of them is named.

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/base/numbers.h"
#include "geo/base/text.h"
#include "geo/map/clip.h"
#include "geo/map/difference.h"
#include "geo/map/labels.h"
#include "geo/map/pole.h"
#include "geo/map/style.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

constexpr std::size_t kFew = 25;      // zones: up to so many each is named
constexpr std::size_t kCrowded = 60;  // zones: with more "n. d." is left to the hatching
constexpr double kNear = 110;         // dp: how far a callout may go before smaller texts are tried
constexpr double kSymbolRoom = 9;     // dp between a leader's end and another unit's symbol
constexpr double kFar = 3000;         // dp
constexpr double kSmallAmong = 0.35;  // of the usual radius: such a unit gets a callout
constexpr double kPeek = 24;          // dp of a larger zone at the view's edge that need no name

/// The sizes of a text from `largest` down.
std::vector<double> sizes_from(double largest) {
  std::vector<double> sizes;
  for (const double size : {kTextSize, kSmallSize, kTinySize})
    if (size <= largest)
      sizes.push_back(size);
  return sizes;
}

/// Those that are not context under the filter.
std::size_t zones_shown(const Coverage& coverage) {
  return static_cast<std::size_t>(
      std::count_if(coverage.zones.begin(), coverage.zones.end(),
                    [](const CoverageZone& zone) { return !zone.filtered_out; }));
}

}  // namespace

LabelPlacer::Host LabelPlacer::host_of(UnitIndex unit) const {
  const View& view = input_.view;
  const double mpp = view.metres_per_pixel();
  const UnitShape& shape = input_.shapes->units[static_cast<std::size_t>(unit)];
  if (shape.box.empty())
    return {};
  const PixelPoint low = view.to_pixel(shape.box.low), high = view.to_pixel(shape.box.high);
  if (high.x < 0 || low.x > view.width || low.y < 0 || high.y > view.height)
    return {};
  Host host{unit, view.to_pixel(shape.label), shape.label_radius_m / mpp, nullptr, {}};
  const double inset = std::min(host.radius, dp(40));
  if (host.centre.x >= inset && host.centre.x <= view.width - inset && host.centre.y >= inset &&
      host.centre.y <= view.height - inset)
    return host;
  const PlanePoint bottom_left = view.to_plane({0, view.height}),
                   top_right = view.to_plane({view.width, 0});
  const auto part =
      clip(detail_.unit_rings[static_cast<std::size_t>(unit)], {bottom_left, top_right});
  const InnerCircle circle = pole_of_inaccessibility(part, 6 * mpp);
  if (!(circle.radius > 0))
    return {};
  return {unit, view.to_pixel(circle.centre), circle.radius / mpp, nullptr, {}};
}

/// A zone of several units is named once, where its symbol stands or where it has most room.
LabelPlacer::Host LabelPlacer::host_of(const CoverageZone& zone) const {
  const auto index = static_cast<std::size_t>(&zone - input_.picture->coverage->zones.data());
  const Symbol* const symbol = symbol_of_zone_[index];
  Host best;
  for (UnitIndex unit : zone.units) {
    if (radius_of(unit) <= best.radius)
      continue;
    if (const Host host = host_of(unit); host.unit != kNoUnit && host.radius > best.radius)
      best = host;
  }
  best.together = &zone.units;
  if (best.unit != kNoUnit && zone.units.size() > 1 && is_speck(best))
    take_common_middle(best);
  if (!symbol || best.unit == kNoUnit)
    return best;
  const PixelBox box = box_of(*symbol, input_.view);
  if (box.x + box.width < 0 || box.y + box.height < 0 || box.x > input_.view.width ||
      box.y > input_.view.height)
    return best;
  if (symbol->unit != kNoUnit)
    best.unit = symbol->unit;
  best.symbol = box;
  best.centre = {box.x + box.width / 2, box.y + box.height / 2};
  return best;
}

/// Of the largest circle inside the unit, px; no visible part of it has a larger one.
double LabelPlacer::radius_of(UnitIndex unit) const {
  return input_.shapes->units[static_cast<std::size_t>(unit)].label_radius_m /
         input_.view.metres_per_pixel();
}

/// Many small units make a large one: their text stands where they have room together, near the
/// middle of what is in view of them.
void LabelPlacer::take_common_middle(Host& host) const {
  constexpr int kSteps = 7;
  const double enough = dp(32);
  const PixelBox extent = part_in_view(extent_of(host));
  const PixelPoint middle{extent.x + extent.width / 2, extent.y + extent.height / 2};
  for (const PixelPoint place : places_over(extent, kSteps, middle)) {
    const UnitIndex unit = unit_at(place, host);
    const double room = unit == kNoUnit ? 0 : room_around(place, host, enough);
    if (room <= host.radius)
      continue;
    host.unit = unit;
    host.centre = place;
    host.radius = room;
    if (room >= enough)
      return;
  }
}

/// How far from the place the units of the zone reach in every direction, px; asked up to `most`.
double LabelPlacer::room_around(PixelPoint place, const Host& host, double most) const {
  constexpr int kDirections = 8;
  const double step = dp(4);
  const int most_steps = static_cast<int>(most / step);
  int steps = most_steps;
  for (int i = 0; i < kDirections; ++i) {
    const double angle = 2 * std::numbers::pi * i / kDirections;
    const double x = step * std::cos(angle), y = step * std::sin(angle);
    for (int k = 1; k <= steps; ++k)
      if (unit_at({place.x + k * x, place.y + k * y}, host) == kNoUnit)
        steps = k - 1;
  }
  return steps == most_steps ? most : steps * step;
}

bool LabelPlacer::is_speck(const Host& host) const {
  return host.radius < dp(kSpeckRadius);
}

bool LabelPlacer::holds(UnitIndex unit, PixelPoint at) const {
  const PlaneBox& box = input_.shapes->units[static_cast<std::size_t>(unit)].box;
  const PlanePoint point = input_.view.to_plane(at);
  return box.contains(point) && detail_.holds(unit, point);
}

/// The unit that holds the point, of those that share the host's figure.
UnitIndex LabelPlacer::unit_at(PixelPoint point, const Host& host) const {
  if (!host.together || host.together->size() < 2)
    return holds(host.unit, point) ? host.unit : kNoUnit;
  const std::vector<int>& zones = input_.picture->coverage->zone_of_unit;
  const auto near = grid().near(input_.view.to_plane(point));
  const auto found = std::find_if(near.begin(), near.end(), [&](UnitIndex unit) {
    return zones[static_cast<std::size_t>(unit)] == zones[static_cast<std::size_t>(host.unit)] &&
           holds(unit, point);
  });
  return found == near.end() ? kNoUnit : *found;
}

bool LabelPlacer::fits(const PixelBox& box, const Host& host) const {
  for (double x : {0.0, 1.0, 0.5})
    for (double y : {0.0, 1.0, 0.5})
      if (unit_at({box.x + x * box.width, box.y + y * box.height}, host) == kNoUnit)
        return false;
  return true;
}

/// Whether the unit is as wide and as high as the text at all: quick to say for hundreds of units.
bool LabelPlacer::may_fit(const Block& block, const Host& host) const {
  if (host.together && host.together->size() > 1)
    return true;
  const PlaneBox& extent = input_.shapes->units[static_cast<std::size_t>(host.unit)].box;
  const double mpp = input_.view.metres_per_pixel();
  return block.width <= extent.width() / mpp && block.height <= extent.height() / mpp;
}

std::vector<std::string> figure_lines(const CoverageZone& zone, const Coverage& coverage,
                                      Measure measure, Language language) {
  const auto value = value_of(measure, zone, coverage);
  const Translator tr(language);
  if (!value)
    return {zone.name, format_or_no_data(std::optional<std::int64_t>{}, tr)};
  if (measure == Measure::Distance)  // rests on places, not on figures
    return {zone.name, format_value(measure, *value, language) + "\u00A0km"};
  const char* mark = is_inferred(zone, measure) ? "*" : "";
  return {zone.name, format_value(measure, *value, language) + mark};
}

std::optional<double> labelled_value(const Picture& picture, const CoverageZone& zone,
                                     Measure measure) {
  if (picture.difference.empty())
    return value_of(measure, zone, *picture.coverage);
  return picture.difference[static_cast<std::size_t>(&zone - picture.coverage->zones.data())];
}

std::vector<std::string> figure_lines(const Picture& picture, const CoverageZone& zone,
                                      Measure measure, Language language) {
  if (!picture.zone_words.empty()) {
    const std::string& words =
        picture.zone_words[static_cast<std::size_t>(&zone - picture.coverage->zones.data())];
    const Translator tr(language);
    return {zone.name,
            words.empty() ? format_or_no_data(std::optional<std::int64_t>{}, tr) : words};
  }
  if (picture.difference.empty())
    return figure_lines(zone, *picture.coverage, measure, language);
  const auto value = labelled_value(picture, zone, measure);
  return {zone.name, value
                         ? format_difference(measure, *value, language)
                         : format_or_no_data(std::optional<std::int64_t>{}, Translator(language))};
}

Measure labelled_measure(const Scene& scene) {
  return scene.type == MapType::Distance ? Measure::Distance : scene.measure;
}

LabelPlacer::Block LabelPlacer::name_of(const Candidate& candidate, double size) const {
  return block_of({{&candidate.lines[0], {TextRole::UnitName, size, true, false}}});
}

const LabelPlacer::Block& LabelPlacer::block_of(const Candidate& candidate, double size) const {
  if (!candidate.blocks)
    candidate.blocks = std::make_unique<std::array<std::optional<Block>, 3>>();
  auto& block = (*candidate.blocks)[size >= kTextSize ? 0 : size >= kSmallSize ? 1 : 2];
  if (!block)
    block = candidate.name_alone
                ? name_of(candidate, size)
                : block_of({{&candidate.lines[0], {TextRole::UnitName, size, true, false}},
                            {&candidate.lines[1], {TextRole::UnitValue, size, false, false}}});
  return *block;
}

bool LabelPlacer::place_in_unit(const Candidate& candidate, double largest) {
  const Host& host = candidate.host;
  if (host.symbol) {
    for (const bool inside_only : {true, false})
      for (const double size : sizes_from(largest))
        if ((!inside_only || size > kTinySize) &&
            place_by_symbol(block_of(candidate, size), host, inside_only))
          return true;
    return false;
  }
  if (is_speck(host))
    return false;
  for (const double size : sizes_from(largest)) {
    const Block& block = block_of(candidate, size);
    if (place_inside(block, host, Overlap::Nothing) ||
        (every_ && place_anywhere_inside(block, host)))
      return true;
  }
  for (const double size : sizes_from(largest))
    if (!dots_.empty() && place_inside(block_of(candidate, size), host, Overlap::Dots))
      return true;
  return false;
}

/// What found no place in its unit.
bool LabelPlacer::place_apart(const Candidate& candidate, double largest) {
  const Host& host = candidate.host;
  if (every_) {
    for (const double size : sizes_from(largest))
      if ((!is_speck(host) && place_over(block_of(candidate, size), host)) ||
          place_callout(block_of(candidate, size), host, kNear))
        return true;
    for (const double size : {kSmallSize, kTinySize})
      if (!is_speck(host) && place_inside(name_of(candidate, size), host, Overlap::Dots))
        return true;
    return place_callout(block_of(candidate, kTinySize), host, kFar) ||
           place_callout(name_of(candidate, kTinySize), host, kFar);
  }
  if (candidate.small_among && place_callout(block_of(candidate, kSmallSize), host, kNear))
    return true;
  if (is_speck(host))
    return false;
  if (place_over(block_of(candidate, kSmallSize), host) ||
      place_over(block_of(candidate, kTinySize), host) ||
      place_inside(name_of(candidate, kTinySize), host, Overlap::Nothing))
    return true;
  if (candidate.name_alone)
    return false;
  const Block figure =
      block_of({{&candidate.lines[1], {TextRole::UnitValue, kSmallSize, false, false}}});
  return place_inside(figure, host, Overlap::Dots);
}

/// Where another unit's symbol stands over the middle, a line to it would seem to mean that symbol.
void LabelPlacer::step_aside(Host& host) const {
  const double room = dp(kSymbolRoom);
  const auto is_clear_of_symbols = [&](PixelPoint p) {
    return solids_.is_free(PixelBox{p.x - room, p.y - room, 2 * room, 2 * room});
  };
  if (is_clear_of_symbols(host.centre))
    return;
  constexpr int kSteps = 16;
  const PlaneBox& extent = input_.shapes->units[static_cast<std::size_t>(host.unit)].box;
  PixelPoint best;
  double nearest = std::numeric_limits<double>::infinity();
  for (int i = 1; i < kSteps; ++i)
    for (int k = 1; k < kSteps; ++k) {
      const PixelPoint p = input_.view.to_pixel({extent.low.x + extent.width() * i / kSteps,
                                                 extent.low.y + extent.height() * k / kSteps});
      const double away = std::hypot(p.x - host.centre.x, p.y - host.centre.y);
      // The border last: it has many corners.
      if (away >= nearest || !is_clear_of_symbols(p) || !holds(host.unit, p))
        continue;
      best = p;
      nearest = away;
    }
  if (nearest < std::numeric_limits<double>::infinity()) {
    host.centre = best;
    return;
  }
  // All of the unit lies under a cluster: it is named beside that, as beside a symbol of its own.
  for (const Marker& marker : out_.markers) {
    const PixelPoint centre = input_.view.to_pixel(marker.position);
    const double radius = dp(marker.radius_dp);
    const PixelBox box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    if (marker.places > 1 && box.contains(host.centre))
      host.symbol = box;
  }
}

/// Whether the view's edge leaves but a sliver of it: a name would be for what is not in view.
bool LabelPlacer::only_peeks(const Host& host) const {
  const PixelBox whole = extent_of(host), seen = part_in_view(whole);
  return (seen.width < dp(kPeek) && whole.width > 2 * seen.width) ||
         (seen.height < dp(kPeek) && whole.height > 2 * seen.height);
}

/// By figure, then by area: who comes first finds a place first.
std::vector<LabelPlacer::Candidate> LabelPlacer::ranked_candidates() const {
  const Coverage& coverage = *input_.picture->coverage;
  const bool distance = input_.scene->type == MapType::Distance;
  const Measure measure = labelled_measure(*input_.scene);
  const bool crowded = zones_shown(coverage) > kCrowded;
  std::vector<std::pair<double, Candidate>> ranked;
  std::vector<double> radii;
  for (const CoverageZone& zone : coverage.zones) {
    if (zone.filtered_out)
      continue;
    const auto index = static_cast<std::size_t>(&zone - coverage.zones.data());
    if (crowded && !symbol_of_zone_[index] && zone.units.size() == 1 &&
        radius_of(zone.units.front()) < dp(kSpeckRadius))
      continue;  // before its visible part is looked for
    Host host = host_of(zone);
    if (host.unit == kNoUnit)
      continue;
    // Among hundreds of units specks have neither text nor callout: nothing is worked out for them.
    if (crowded && !host.symbol && is_speck(host))
      continue;
    if (only_peeks(host))
      continue;
    if (!host.symbol)
      step_aside(host);
    const auto value = labelled_value(*input_.picture, zone, measure);
    Candidate candidate{&zone, host,  figure_lines(*input_.picture, zone, measure, input_.language),
                        false, false, {}};
    const auto& paint = out_.paint[static_cast<std::size_t>(host.unit)];
    candidate.name_alone = input_.names_alone || paint.class_index == kOutsideClass ||
                           (distance && !input_.picture->bands) ||
                           (crowded && value.value_or(0) == 0);
    radii.push_back(host.radius);
    ranked.emplace_back(value.value_or(-std::numeric_limits<double>::infinity()),
                        std::move(candidate));
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first
                              : a.second.zone->area_km2 > b.second.zone->area_km2;
  });
  std::sort(radii.begin(), radii.end());
  const double usual = radii.empty() ? 0 : radii[radii.size() / 2];
  std::vector<Candidate> candidates;
  for (auto& [value, candidate] : ranked) {
    candidate.small_among = !crowded && candidate.host.radius < kSmallAmong * usual;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

void LabelPlacer::keep_for_leader(const Host& host) {
  const double reach = dp(style::kLeaderEnd + 2);
  ends_.push_back({host.centre.x - reach, host.centre.y - reach, 2 * reach, 2 * reach});
}

/// Gives those that found no place.
std::vector<const LabelPlacer::Candidate*> LabelPlacer::place_all(
    const std::vector<Candidate>& candidates, double largest) {
  std::vector<const Candidate*> left, missing;
  for (const Candidate& candidate : candidates)
    if (!place_in_unit(candidate, largest))
      left.push_back(&candidate);
  // Callouts last: they have the whole picture, and their lines must cross no text.
  for (const Candidate* candidate : left)
    if (!place_apart(*candidate, largest))
      missing.push_back(candidate);
  return missing;
}

void LabelPlacer::place_units() {
  every_ = zones_shown(*input_.picture->coverage) <= kFew;
  const auto candidates = ranked_candidates();
  for (const Candidate& candidate : candidates)
    if (candidate.small_among || (every_ && is_speck(candidate.host)))
      keep_for_leader(candidate.host);
  // Again with smaller texts, which leave more room; where that does not help the larger ones stay.
  struct Attempt {
    std::size_t missing = 0;
    std::vector<Label> labels;
    std::vector<Leader> leaders;
    CollisionGrid texts, dots;
  };
  const CollisionGrid texts = texts_, dots = dots_;
  std::optional<Attempt> best;
  for (const double largest : {kTextSize, kSmallSize, kTinySize}) {
    const auto missing = place_all(candidates, largest);
    if (missing.empty() || !every_)
      return;
    if (!best || missing.size() < best->missing)
      best = Attempt{missing.size(), out_.labels, out_.leaders, texts_, dots_};
    out_.labels.clear();
    out_.leaders.clear();
    texts_ = texts;
    dots_ = dots;
    for (const Candidate* candidate : missing)
      keep_for_leader(candidate->host);
  }
  out_.labels = std::move(best->labels);
  out_.leaders = std::move(best->leaders);
  texts_ = std::move(best->texts);
  dots_ = std::move(best->dots);
}

/// The names of units that share a figure, where the zone's own name does not say them.
void LabelPlacer::place_parts() {
  const bool regions = every_ && input_.shapes->level == Level::Region;
  for (const CoverageZone& zone : input_.picture->coverage->zones) {
    if (zone.units.size() < 2 || zone.filtered_out)
      continue;
    const std::string whole = fold(zone.name);
    for (UnitIndex unit : zone.units) {
      if (!regions && radius_of(unit) < dp(kSpeckRadius))
        continue;
      const Host host = host_of(unit);
      const auto index = static_cast<std::size_t>(unit);
      if (host.unit == kNoUnit || index >= input_.picture->unit_names.size())
        continue;
      const std::string& name = input_.picture->unit_names[index];
      const bool needed = regions && whole.find(fold(name)) == std::string::npos;
      place_part(name, host, needed);
    }
  }
}

/// Where the filter names units, the others are told by name alone, where there is room.
void LabelPlacer::place_context() {
  for (const CoverageZone& zone : input_.picture->coverage->zones) {
    if (!zone.filtered_out)
      continue;
    const Host host = host_of(zone);
    if (host.unit == kNoUnit || is_speck(host))
      continue;
    const Block block =
        block_of({{&zone.name, {TextRole::NeighbourName, kSmallSize, false, false}}});
    place_inside(block, host, Overlap::Nothing);
  }
}

void LabelPlacer::place_part(const std::string& name, const Host& host, bool needed) {
  if (is_speck(host) && !needed)
    return;
  for (const double size : {kSmallSize, kTinySize}) {
    const Block block = block_of({{&name, {TextRole::UnitName, size, false, false}}});
    if (place_inside(block, host, Overlap::Nothing) ||
        (needed && place_anywhere_inside(block, host)))
      return;
  }
  if (needed)
    place_callout(block_of({{&name, {TextRole::UnitName, kTinySize, false, false}}}), host, kFar);
}

}  // namespace malimap
