// Names of units that have no room for them: in free space near, with a thin line to the unit.

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "geo/map/labels.h"
#include "geo/map/style.h"

namespace malimap {
namespace {

constexpr double kShortest = 12;   // dp from the unit's circle to the text
constexpr double kGap = 2;         // dp between text and line
constexpr double kOtherUnit = 14;  // dp of way that a corner over another unit costs
constexpr double kBorder = 4;      // dp to keep from another unit
constexpr double kRingGrowth = 1.14;
constexpr int kDirections = 40;

PixelPoint middle(const PixelBox& box) {
  return {box.x + box.width / 2, box.y + box.height / 2};
}

/// The part of the way from a to b at which the line leaves the box around a.
double leaving(PixelPoint a, PixelPoint b, const PixelBox& box) {
  double t = 1;
  const auto limit = [&](double start, double step, double low, double high) {
    if (step > 0)
      t = std::min(t, (high - start) / step);
    if (step < 0)
      t = std::min(t, (low - start) / step);
  };
  limit(a.x, b.x - a.x, box.x, box.x + box.width);
  limit(a.y, b.y - a.y, box.y, box.y + box.height);
  return std::max(t, 0.0);
}

}  // namespace

/// From the point of the text's edge that is nearest to the unit, corners left aside, to the unit's
/// middle or to the edge of its symbol.
Leader LabelPlacer::leader_to(const Host& host, const PixelBox& box) const {
  const double gap = dp(kGap);
  const PixelBox wide{box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap};
  const double inset_x = std::min(wide.width / 2, wide.height), inset_y = wide.height / 3;
  PixelPoint from{std::clamp(host.centre.x, wide.x + inset_x, wide.x + wide.width - inset_x),
                  std::clamp(host.centre.y, wide.y + inset_y, wide.y + wide.height - inset_y)};
  const double across =
      std::max({wide.x - host.centre.x, host.centre.x - wide.x - wide.width, 0.0});
  const double along =
      std::max({wide.y - host.centre.y, host.centre.y - wide.y - wide.height, 0.0});
  if (across >= along)
    from.x = host.centre.x < wide.x ? wide.x : wide.x + wide.width;
  else
    from.y = host.centre.y < wide.y ? wide.y : wide.y + wide.height;
  PixelPoint to = host.centre;
  if (host.symbol) {
    const PixelPoint start = middle(*host.symbol);
    const double t = leaving(start, from, *host.symbol);
    to = {start.x + t * (from.x - start.x), start.y + t * (from.y - start.y)};
  }
  return {from, to, out_.theme.text, out_.theme.halo};
}

bool LabelPlacer::leader_is_free(const Leader& leader) const {
  const double length = std::hypot(leader.to.x - leader.from.x, leader.to.y - leader.from.y);
  if (!(length > dp(4)))
    return false;
  // The last bit touches the unit's own symbol.
  const double t = 1 - 0.01 / length;
  const PixelPoint end{leader.from.x + t * (leader.to.x - leader.from.x),
                       leader.from.y + t * (leader.to.y - leader.from.y)};
  return texts_.is_free(leader.from, leader.to) && solids_.is_free(leader.from, end) &&
         std::none_of(out_.leaders.begin(), out_.leaders.end(), [&](const Leader& other) {
           return cross(leader.from, leader.to, other.from, other.to);
         });
}

/// How many of the box's corners and middle lie over other units.
double LabelPlacer::covered(const PixelBox& box, const Host& host) const {
  const double border = dp(kBorder);  // a text across a border reads badly too
  const double left = box.x - border, right = box.x + box.width + border, top = box.y - border,
               bottom = box.y + box.height + border;
  const std::array<PixelPoint, 5> points = {
      {{left, top}, {right, top}, {left, bottom}, {right, bottom}, middle(box)}};
  double count = 0;
  for (PixelPoint point : points) {
    const auto near = grid().near(input_.view.to_plane(point));
    count += std::any_of(near.begin(), near.end(),
                         [&](UnitIndex unit) { return unit != host.unit && holds(unit, point); });
  }
  return count;
}

std::optional<LabelPlacer::Spot> LabelPlacer::spot_at(const PixelBox& box, const Host& host,
                                                      double distance, double most) const {
  const double near = dp(kShortest / 2);
  const PixelBox around{box.x - near, box.y - near, box.width + 2 * near, box.height + 2 * near};
  if (distance >= most || around.contains(host.centre) || !is_clear(box))
    return std::nullopt;
  const Leader leader = leader_to(host, box);
  if (!leader_is_free(leader))
    return std::nullopt;
  const double cost = distance + dp(kOtherUnit) * covered(box, host);
  if (cost >= most)
    return std::nullopt;
  return Spot{box, leader, cost};
}

std::optional<LabelPlacer::Spot> LabelPlacer::nearest_spot(const Block& block, const Host& host,
                                                           double reach) const {
  const double inner = host.symbol ? std::max(host.symbol->width, host.symbol->height) / 2
                                   : std::min(host.radius, dp(30));
  std::optional<Spot> best;
  for (double ring = inner + dp(kShortest); ring < reach;
       ring = std::max(ring * kRingGrowth, ring + 2)) {
    if (best && best->cost <= ring)
      break;
    for (int i = 0; i < kDirections; ++i) {
      const double angle = 2 * std::numbers::pi * i / kDirections;
      const double x = std::cos(angle), y = std::sin(angle);
      // So far out that the text's near edge lies on the ring.
      const double out = ring + std::abs(x) * block.width / 2 + std::abs(y) * block.height / 2;
      const PixelBox box =
          snapped({host.centre.x + x * out, host.centre.y + y * out}, block.width, block.height);
      if (const auto spot = spot_at(box, host, ring, best ? best->cost : 1e9))
        best = spot;
    }
  }
  return best;
}

/// Where no ring has a place: anywhere in the picture, the nearest first choice.
std::optional<LabelPlacer::Spot> LabelPlacer::any_spot(const Block& block, const Host& host) const {
  std::optional<Spot> best;
  const double step_x = std::max(block.width / 4, dp(12)),
               step_y = std::max(block.height / 3, dp(8));
  for (double y = block.height / 2; y < input_.view.height; y += step_y)
    for (double x = block.width / 2; x < input_.view.width; x += step_x) {
      const double distance = std::hypot(x - host.centre.x, y - host.centre.y);
      if (const auto spot = spot_at(snapped({x, y}, block.width, block.height), host, distance,
                                    best ? best->cost : 1e9))
        best = spot;
    }
  return best;
}

bool LabelPlacer::place_callout(const Block& block, const Host& host, double reach_dp) {
  const PixelBox view{0, 0, input_.view.width, input_.view.height};
  if (!view.contains(host.centre))
    return false;
  // Every line would end in a text, or in the card that lies over the middle.
  if (!host.symbol && !texts_.is_free(host.centre, host.centre))
    return false;
  std::optional<Spot> spot = nearest_spot(block, host, dp(reach_dp));
  if (!spot && every_)
    spot = any_spot(block, host);
  if (!spot)
    return false;
  add_block(block, spot->box, ink_apart(), host.unit);
  out_.leaders.push_back(spot->leader);
  const double end = dp(style::kLeaderEnd + 1);
  dots_.add({spot->leader.to.x - end, spot->leader.to.y - end, 2 * end, 2 * end});
  return true;
}

}  // namespace malimap
