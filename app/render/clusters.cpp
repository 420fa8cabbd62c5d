#include "app/render/clusters.h"

#include <fmt/format.h>

#include <cmath>

namespace malimap {
namespace {

constexpr double kEdgeDp = 2;     // its outline reaches beyond the circle
constexpr double kDigitsDp = 16;  // half of the widest count

}  // namespace

void Clusters::set(gl::GlState& state, RenderStats& stats, const Composition& composition) {
  const std::string look = look_of(composition);
  const double scale = composition.view.scale;
  std::vector<Stamp> stamps;
  for (const Marker& marker : composition.markers) {
    if (marker.places <= 1)
      continue;
    const int high = static_cast<int>(std::ceil((marker.radius_dp + kEdgeDp) * scale));
    const int wide =
        static_cast<int>(std::ceil(std::max(marker.radius_dp + kEdgeDp, kDigitsDp) * scale));
    auto stamp = alone_.stamp(composition, marker.position, {wide, high, wide, high},
                              fmt::format("{} {} {}", look, marker.radius_dp, marker.count),
                              [&marker](Composition& map) {
                                Marker alone = marker;
                                alone.position = {};
                                map.markers.push_back(std::move(alone));
                              });
    if (stamp)
      stamps.push_back(std::move(*stamp));
  }
  stamps_.set(state, stats, stamps);
}

void Clusters::draw(Frame& frame, PictureBrush& brush) {
  stamps_.draw(frame, brush);
}

}  // namespace malimap
