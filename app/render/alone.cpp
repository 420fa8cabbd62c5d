#include "app/render/alone.h"

#include <fmt/format.h>

#include <cmath>

#include "geo/output/page.h"

namespace malimap {
namespace {

Shapes one_empty_level() {
  Shapes shapes;
  shapes.details.emplace_back();
  return shapes;
}

}  // namespace

Alone::Alone() : nowhere_(snapshot(one_empty_level())) {}

std::optional<Stamp> Alone::stamp(const Composition& whole, PlanePoint place, const Room& room,
                                  std::string key, std::function<void(Composition&)> thing) const {
  const PixelPoint at = whole.view.to_pixel(place);
  if (at.x < -room.right || at.y < -room.bottom || at.x > whole.view.width + room.left ||
      at.y > whole.view.height + room.top)
    return std::nullopt;
  Stamp stamp;
  stamp.key = std::move(key);
  stamp.x = static_cast<int>(std::lround(at.x)) - room.left;
  stamp.y = static_cast<int>(std::lround(at.y)) - room.top;
  stamp.width = room.left + room.right;
  stamp.height = room.top + room.bottom;
  stamp.picture = [this, &whole, room, thing = std::move(thing)](cairo_t* cairo) {
    Composition map;
    map.shapes = nowhere_;
    map.theme = whole.theme;
    map.theme.sea = {0, 0, 0, 0};
    map.view = {static_cast<double>(room.left + room.right),
                static_cast<double>(room.top + room.bottom),
                whole.view.scale,
                {}};
    // A metre a pixel; the plane's origin is where the rooms meet.
    map.view.camera = {{(room.right - room.left) / 2.0, (room.top - room.bottom) / 2.0},
                       whole.view.scale};
    thing(map);
    paint_map(cairo, map);
  };
  return stamp;
}

std::string look_of(const Composition& whole) {
  const Theme& theme = whole.theme;
  std::string key = fmt::format("{}", whole.view.scale);
  for (const Colour c : {theme.paper, theme.text, theme.halo, theme.marker_fill, theme.marker_line})
    key += fmt::format(" {:02x}{:02x}{:02x}{:02x}", c.r, c.g, c.b, c.a);
  return key;
}

}  // namespace malimap
