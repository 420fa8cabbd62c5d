// The places that a text may take in its unit: inside, over its borders, around its symbol.

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/map/labels.h"

namespace malimap {
namespace {

PixelPoint middle_of(const PixelBox& box) {
  return {box.x + box.width / 2, box.y + box.height / 2};
}

constexpr double kOverhang = 1.3;  // a label may be so many times as wide as its unit

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

bool LabelPlacer::can_stand(const PixelBox& box, const Host& host, Overlap overlap) const {
  return (overlap == Overlap::Nothing ? is_clear(box) : is_free(box)) && fits(box, host);
}

bool LabelPlacer::place_inside(const Block& block, const Host& host, Overlap overlap) {
  if (!may_fit(block, host))
    return false;
  for (PixelPoint shift : kShifts) {
    const PixelBox box =
        snapped({host.centre.x + shift.x * block.width, host.centre.y + shift.y * block.height},
                block.width, block.height);
    if (can_stand(box, host, overlap)) {
      add_block(block, box, ink_on(host.unit, box), host.unit);
      return true;
    }
  }
  return false;
}

/// Crossings of so many steps along and across the box, those that are nearest to the place first.
std::vector<PixelPoint> LabelPlacer::places_over(const PixelBox& box, int steps,
                                                 PixelPoint nearest) {
  std::vector<PixelPoint> places;
  for (int i = 1; i < steps; ++i)
    for (int k = 1; k < steps; ++k)
      places.push_back({box.x + box.width * i / steps, box.y + box.height * k / steps});
  const auto away = [&](PixelPoint p) { return std::hypot(p.x - nearest.x, p.y - nearest.y); };
  std::stable_sort(places.begin(), places.end(),
                   [&](PixelPoint a, PixelPoint b) { return away(a) < away(b); });
  return places;
}

/// Over the whole unit, the places nearest to its middle first.
bool LabelPlacer::place_anywhere_inside(const Block& block, const Host& host) {
  if (!may_fit(block, host))
    return false;
  constexpr int kSteps = 10;
  for (PixelPoint place : places_over(part_in_view(extent_of(host)), kSteps, host.centre)) {
    const PixelBox box = snapped(place, block.width, block.height);
    if (can_stand(box, host, Overlap::Nothing)) {
      add_block(block, box, ink_on(host.unit, box), host.unit);
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
    const PixelBox box = snapped(
        {host.centre.x + kShifts[i].x * block.width, host.centre.y + kShifts[i].y * block.height},
        block.width, block.height);
    if (is_free(box)) {
      add_block(block, box, ink_apart(), host.unit);
      return true;
    }
  }
  return false;
}

/// Below the zone's symbol, above it or beside it, moved along where that helps.
bool LabelPlacer::place_by_symbol(const Block& block, const Host& host, bool inside_only) {
  constexpr std::array<PixelPoint, 16> kSides = {{{0, 1},
                                                  {0, -1},
                                                  {1, 0},
                                                  {-1, 0},
                                                  {0.25, 1},
                                                  {-0.25, 1},
                                                  {0.25, -1},
                                                  {-0.25, -1},
                                                  {0.6, 1},
                                                  {-0.6, 1},
                                                  {0.6, -1},
                                                  {-0.6, -1},
                                                  {1, 0.5},
                                                  {-1, 0.5},
                                                  {1, -0.5},
                                                  {-1, -0.5}}};
  const double gap = dp(1.5);
  const double reach_x = host.symbol->width / 2 + gap + block.width / 2,
               reach_y = host.symbol->height / 2 + gap + block.height / 2;
  for (PixelPoint side : kSides) {
    const PixelBox box =
        snapped({host.centre.x + side.x * reach_x, host.centre.y + side.y * reach_y}, block.width,
                block.height);
    if (!is_clear(box))
      continue;
    const bool within = fits(box, host);
    if (inside_only && !within)
      continue;
    add_block(block, box,
              within       ? ink_on(host.unit, box)
              : out_.bands ? ink_at(middle_of(box))
                           : ink_apart(),
              host.unit);
    return true;
  }
  return false;
}

}  // namespace malimap
