// Names and figures of units: inside the unit where they fit, smaller where they fit only then,
// beside it where the unit is a speck.

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/base/numbers.h"
#include "geo/map/clip.h"
#include "geo/map/labels.h"
#include "geo/map/palettes.h"
#include "geo/map/pole.h"
#include "geo/map/style.h"

namespace malimap {
namespace {

constexpr double kDarkLuminance = 0.30;  // below, text on it is white
constexpr std::size_t kCrowded =
    60;  // zones: with more, names stay inside their units and "n. d." is left to the hatching
constexpr double kOverhang = 1.3;  // a label may be so many times as wide as its unit

PixelBox centred(PixelPoint centre, double width, double height) {
  return {centre.x - width / 2, centre.y - height / 2, width, height};
}

PixelPoint middle(const PixelBox& box) {
  return {box.x + box.width / 2, box.y + box.height / 2};
}

/// Ways to move a block from the middle, in parts of its size: near ones first.
constexpr std::array<PixelPoint, 15> kShifts = {{{0, 0},
                                                 {0, -0.5},
                                                 {0, 0.5},
                                                 {-0.3, 0},
                                                 {0.3, 0},
                                                 {0, -1},
                                                 {0, 1},
                                                 {-0.6, 0},
                                                 {0.6, 0},
                                                 {-0.4, -0.7},
                                                 {0.4, -0.7},
                                                 {-0.4, 0.7},
                                                 {0.4, 0.7},
                                                 {0, -1.6},
                                                 {0, 1.6}}};

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
  Host host{unit, view.to_pixel(shape.label), shape.label_radius_m / mpp};
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
  return {unit, view.to_pixel(circle.centre), circle.radius / mpp};
}

/// A zone of several units is named once, where it has most room.
LabelPlacer::Host LabelPlacer::host_of(const CoverageZone& zone) const {
  Host best;
  for (UnitIndex unit : zone.units)
    if (const Host host = host_of(unit); host.unit != kNoUnit && host.radius > best.radius)
      best = host;
  best.together = &zone.units;
  return best;
}

bool LabelPlacer::is_speck(const Host& host) const {
  return host.radius < dp(kSpeckRadius);
}

bool LabelPlacer::fits(const PixelBox& box, const Host& host) const {
  const auto holds = [&](UnitIndex unit, PlanePoint point) {
    return inside(detail_.unit_rings[static_cast<std::size_t>(unit)], point);
  };
  for (double x : {0.0, 0.5, 1.0})
    for (double y : {0.0, 1.0}) {
      const PlanePoint point =
          input_.view.to_plane({box.x + x * box.width, box.y + y * box.height});
      const bool together =
          host.together && std::any_of(host.together->begin(), host.together->end(),
                                       [&](UnitIndex unit) { return holds(unit, point); });
      if (!together && !holds(host.unit, point))
        return false;
    }
  return true;
}

LabelPlacer::Ink LabelPlacer::ink_at(PixelPoint at) const {
  const PlanePoint point = input_.view.to_plane(at);
  for (std::size_t unit = 0; unit < input_.shapes->units.size(); ++unit) {
    const PlaneBox& box = input_.shapes->units[unit].box;
    if (point.x >= box.low.x && point.x <= box.high.x && point.y >= box.low.y &&
        point.y <= box.high.y && inside(detail_.unit_rings[unit], point))
      return ink_on(static_cast<UnitIndex>(unit));
  }
  return ink_apart();
}

LabelPlacer::Ink LabelPlacer::ink_apart() const {
  return {out_.theme.text, out_.theme.halo};
}

LabelPlacer::Ink LabelPlacer::ink_on(UnitIndex unit) const {
  const auto index = static_cast<std::size_t>(unit);
  if (index >= out_.paint.size())
    return ink_apart();
  const Colour fill = out_.paint[index].fill;
  const bool dark = luminance(fill) < kDarkLuminance;
  const Colour light_text{0xFF, 0xFF, 0xFF}, dark_text{0x1D, 0x25, 0x2D};
  return {dark ? light_text : dark_text, fill};
}

bool LabelPlacer::place_inside(const Block& block, const Host& host, Overlap overlap) {
  for (PixelPoint shift : kShifts) {
    const PixelBox box =
        centred({host.centre.x + shift.x * block.width, host.centre.y + shift.y * block.height},
                block.width, block.height);
    if ((overlap == Overlap::Nothing ? is_clear(box) : is_free(box)) && fits(box, host)) {
      add_block(block, middle(box), ink_on(host.unit), host.unit);
      return true;
    }
  }
  return false;
}

bool LabelPlacer::place_over(const Block& block, const Host& host) {
  const PlaneBox& extent = input_.shapes->units[static_cast<std::size_t>(host.unit)].box;
  const double mpp = input_.view.metres_per_pixel();
  if (block.width > kOverhang * extent.width() / mpp || block.height > extent.height() / mpp)
    return false;
  for (std::size_t i = 0; i < 5; ++i) {
    const PixelBox box = centred(
        {host.centre.x + kShifts[i].x * block.width, host.centre.y + kShifts[i].y * block.height},
        block.width, block.height);
    if (is_free(box)) {
      add_block(block, middle(box), ink_apart(), host.unit);
      return true;
    }
  }
  return false;
}

bool LabelPlacer::place_beside(const Block& block, const Host& host) {
  constexpr std::array<PixelPoint, 8> kSides = {
      {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}};
  for (const double gap : {4.0, 9.0})
    for (PixelPoint side : kSides) {
      const double across = host.radius * 1.4 + dp(gap);
      const PixelPoint centre{host.centre.x + side.x * (across + block.width / 2),
                              host.centre.y + side.y * (across + block.height / 2)};
      const PixelBox box = centred(centre, block.width, block.height);
      if (is_clear(box)) {
        add_block(block, centre, ink_apart(), host.unit);
        return true;
      }
    }
  return false;
}

std::vector<std::string> figure_lines(const CoverageZone& zone, const Coverage& coverage,
                                      Measure measure, Language language) {
  const auto value = value_of(measure, zone, coverage);
  const Translator tr(language);
  return {zone.name, value ? format_value(measure, *value, language)
                           : format_or_no_data(std::optional<std::int64_t>{}, tr)};
}

void LabelPlacer::place_zone(const CoverageZone& zone, const Host& host) {
  const auto lines =
      figure_lines(zone, *input_.picture->coverage, input_.scene->measure, input_.language);
  const bool crowded = input_.picture->coverage->zones.size() > kCrowded;
  const bool name_alone =
      crowded && value_of(input_.scene->measure, zone, *input_.picture->coverage).value_or(0) == 0;
  const auto both = [&](double size) {
    if (name_alone)
      return block_of({lines[0]}, {{TextRole::UnitName, size, true, false}});
    return block_of(lines, {{TextRole::UnitName, size, true, false},
                            {TextRole::UnitValue, size, false, false}});
  };
  if (is_speck(host) && !crowded &&
      (place_beside(both(kTextSize), host) || place_beside(both(kSmallSize), host)))
    return;
  for (const Overlap overlap : {Overlap::Nothing, Overlap::Dots})
    for (const double size : {kTextSize, kSmallSize})
      if (!is_speck(host) && place_inside(both(size), host, overlap))
        return;
  if (name_alone) {
    place_over(both(kSmallSize), host);
    return;
  }
  const Block figure = block_of({lines[1]}, {{TextRole::UnitValue, kSmallSize, false, false}});
  if (!place_over(both(kSmallSize), host) && !place_inside(figure, host, Overlap::Dots))
    place_over(figure, host);
}

void LabelPlacer::place_units() {
  struct Candidate {
    const CoverageZone* zone;
    Host host;
  };
  std::vector<Candidate> candidates;
  for (const CoverageZone& zone : input_.picture->coverage->zones)
    if (const Host host = host_of(zone); host.unit != kNoUnit)
      candidates.push_back({&zone, host});
  // Specks first: they have the fewest places; then by room.
  std::stable_sort(candidates.begin(), candidates.end(), [&](const auto& a, const auto& b) {
    const bool small_a = is_speck(a.host), small_b = is_speck(b.host);
    return small_a != small_b ? small_a : a.host.radius > b.host.radius;
  });
  for (const Candidate& candidate : candidates)
    place_zone(*candidate.zone, candidate.host);
}

void LabelPlacer::place_parts() {
  const Style style{TextRole::UnitName, kSmallSize, false, false};
  for (const CoverageZone& zone : input_.picture->coverage->zones) {
    if (zone.units.size() < 2)
      continue;
    for (UnitIndex unit : zone.units) {
      const Host host = host_of(unit);
      const auto index = static_cast<std::size_t>(unit);
      if (host.unit == kNoUnit || is_speck(host) || index >= input_.picture->unit_names.size())
        continue;
      place_inside(block_of({input_.picture->unit_names[index]}, {style}), host, Overlap::Nothing);
    }
  }
}

}  // namespace malimap
