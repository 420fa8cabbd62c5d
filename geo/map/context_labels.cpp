// Names of what surrounds the figures: towns beside their dots, neighbours in spaced capitals,
// rivers along their course.

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "geo/base/text.h"
#include "geo/map/clip.h"
#include "geo/map/labels.h"
#include "geo/map/palettes.h"
#include "geo/map/pole.h"
#include "geo/map/style.h"

namespace malimap {
namespace {

constexpr double kCercleTownsBelow = 700;  // metres per dp: closer than this, cercle capitals show
constexpr double kTributariesBelow = 1200;

std::string capitals(const std::string& text, Language language) {
  const icu::Locale locale(language == Language::French ? "fr" : "en");
  std::string out;
  icu::UnicodeString::fromUTF8(text).toUpper(locale).toUTF8String(out);
  return out;
}

}  // namespace

bool LabelPlacer::shows_town(const Town& town) const {
  return town.rank <= 1 || input_.view.camera.metres_per_dp < kCercleTownsBelow;
}

/// A cercle and its capital are often called the same: the name is said once where both would stand
/// together.
bool LabelPlacer::names_unit_nearby(const std::string& name, PixelPoint position,
                                    double reach_dp) const {
  const std::string folded = fold(name);
  return std::any_of(out_.labels.begin(), out_.labels.end(), [&](const Label& label) {
    const double dx = label.box.x + label.box.width / 2 - position.x;
    const double dy = label.box.y + label.box.height / 2 - position.y;
    return label.role == TextRole::UnitName && std::hypot(dx, dy) < dp(reach_dp) &&
           fold(label.text) == folded;
  });
}

/// Bamako is a unit and a town: a dot would hide the unit's colour, and its name stands beside it
/// or at the end of a leader.
bool LabelPlacer::is_on_named_speck(PlanePoint position) const {
  const auto near = grid().near(position);
  const auto speck = std::find_if(near.begin(), near.end(), [&](UnitIndex unit) {
    return radius_of(unit) < dp(kSpeckRadius) && detail_.holds(unit, position);
  });
  return speck != near.end() &&
         std::any_of(out_.labels.begin(), out_.labels.end(),
                     [&](const Label& label) { return label.unit == *speck; });
}

void LabelPlacer::place_town(int index) {
  const TownShape& shape = input_.shapes->towns[static_cast<std::size_t>(index)];
  const View& view = input_.view;
  const PixelPoint at = view.to_pixel(shape.position);
  const double radius = dp(style::town_radius(shape.town.rank));
  const PixelBox dot{at.x - radius, at.y - radius, 2 * radius, 2 * radius};
  const double room = dp(2);
  if (!is_free({dot.x - room, dot.y, dot.width + 2 * room, dot.height}) ||
      is_on_named_speck(shape.position))
    return;
  if (!out_.layers.labels || names_unit_nearby(shape.town.name_fr, at, 30)) {
    out_.towns.push_back(index);
    dots_.add(dot);
    return;
  }
  const Style style{TextRole::TownName, kSmallSize, false, false};
  const PixelBox size = measure(shape.town.name_fr, style);
  const double gap = radius + dp(2.5), w = size.width, h = size.height;
  const std::array<PixelPoint, 8> corners = {{{gap, -h / 2},
                                              {-gap - w, -h / 2},
                                              {-w / 2, -gap - h * 0.85},
                                              {-w / 2, gap - h * 0.15},
                                              {gap * 0.7, -h},
                                              {gap * 0.7, 0},
                                              {-gap * 0.7 - w, -h},
                                              {-gap * 0.7 - w, 0}}};
  for (PixelPoint corner : corners) {
    const PixelBox box = snapped({at.x + corner.x + w / 2, at.y + corner.y + h / 2}, w, h);
    if (!is_clear(box))
      continue;
    const Ink ink = ink_at({box.x + w / 2, box.y + h / 2});
    add_label(shape.town.name_fr, style, box, ink, kNoUnit);
    out_.towns.push_back(index);
    dots_.add(dot);
    return;
  }
}

void LabelPlacer::place_towns() {
  for (std::size_t i = 0; i < input_.shapes->towns.size(); ++i)
    if (shows_town(input_.shapes->towns[i].town))
      place_town(static_cast<int>(i));
}

void LabelPlacer::place_neighbour(const NeighbourShape& neighbour) {
  const std::string& name =
      input_.language == Language::French ? neighbour.name_fr : neighbour.name_en;
  if (name.empty())
    return;
  const View& view = input_.view;
  const double mpp = view.metres_per_pixel();
  // From afar the outline is as good as the border, and many times shorter.
  const auto& rings = kOutlineTolerance < 2 * mpp ? neighbour.outline : neighbour.rings;
  const auto part = clip(rings, {view.to_plane({0, view.height}), view.to_plane({view.width, 0})});
  const InnerCircle circle = pole_of_inaccessibility(part, 8 * mpp);
  if (!(circle.radius > 0))
    return;
  const std::string text = capitals(name, input_.language);
  const PixelPoint centre = view.to_pixel(circle.centre);
  for (const double size : {kTextSize, kSmallSize}) {
    const Style style{TextRole::NeighbourName, size, false, true};
    const PixelBox extent = measure(text, style);
    for (const double shift : {0.0, -1.0, 1.0, -2.5, 2.5}) {
      const PixelBox box =
          snapped({centre.x, centre.y + shift * extent.height}, extent.width, extent.height);
      bool within = true;
      for (double x : {0.0, 0.15, 0.3, 0.5, 0.7, 0.85, 1.0})
        for (double y : {-0.1, 0.5, 1.1})
          within = within &&
                   inside(part, view.to_plane({box.x + x * box.width, box.y + y * box.height}));
      if (within && is_clear(box)) {
        const Colour ground = out_.theme.neighbour_fill;
        add_label(text, style, box, {tinted_ink(out_.theme.neighbour_text, ground), ground},
                  kNoUnit);
        return;
      }
    }
  }
}

void LabelPlacer::place_neighbours() {
  for (const NeighbourShape& neighbour : input_.shapes->neighbours)
    place_neighbour(neighbour);
}

void LabelPlacer::place_river(const std::string& name, const std::vector<PixelPoint>& course) {
  const Style style{TextRole::RiverName, kSmallSize, false, true};
  const PixelBox size = measure(name, style);
  const std::size_t step = std::max<std::size_t>(1, course.size() / 24);
  for (std::size_t i = 0; i < course.size(); ++i) {
    // From the middle of the course outward.
    const std::size_t away = (i + 1) / 2 * step;
    const std::size_t half = course.size() / 2;
    if (i % 2 ? away > half : half + away >= course.size())
      break;
    const PixelPoint at = course[i % 2 ? half - away : half + away];
    for (const double up : {1.0, -1.0}) {
      const PixelBox box =
          snapped({at.x, at.y - up * (size.height / 2 + dp(3))}, size.width, size.height);
      if (is_clear(box)) {
        const Ink around = ink_at({box.x + size.width / 2, box.y + size.height / 2});
        add_label(name, style, box, {tinted_ink(out_.theme.river, around.halo), around.halo},
                  kNoUnit);
        return;
      }
    }
  }
}

void LabelPlacer::place_rivers() {
  std::map<std::string, std::vector<PixelPoint>> courses;
  const View& view = input_.view;
  for (const RiverShape& river : input_.shapes->rivers) {
    if (river.name_fr.empty() || (river.rank > 1 && view.camera.metres_per_dp > kTributariesBelow))
      continue;
    for (PlanePoint p : river.points)
      if (const PixelPoint at = view.to_pixel(p);
          at.x >= 0 && at.y >= 0 && at.x < view.width && at.y < view.height)
        courses[river.name_fr].push_back(at);
  }
  for (const auto& [name, course] : courses)
    place_river(name, course);
}

}  // namespace malimap
