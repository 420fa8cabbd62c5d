#include "app/render/markers.h"

#include "geo/map/style.h"

namespace malimap {

void Markers::set_towns(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
                        const std::vector<int>& towns) {
  std::vector<Circle> circles;
  circles.reserve(towns.size());
  for (const int index : towns) {
    const TownShape& town = shapes.towns[static_cast<std::size_t>(index)];
    circles.push_back(
        circle_at(town.position, origin_of(shapes), style::town_radius(town.town.rank)));
  }
  towns_.set(state, stats, Upload::Markers, std::move(circles));
}

void Markers::set_markers(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
                          const std::vector<Marker>& markers) {
  std::vector<Circle> sure, contested, fresh, changed, ended;
  const auto group = [&](const Marker& marker) -> std::vector<Circle>& {
    switch (marker.change) {
      case MarkerChange::New:
        return fresh;
      case MarkerChange::Changed:
        return changed;
      case MarkerChange::Ended:
        return ended;
      case MarkerChange::None:
        break;
    }
    return marker.contested ? contested : sure;
  };
  for (const Marker& marker : markers)
    if (marker.places <= 1)
      group(marker).push_back(circle_at(marker.position, origin_of(shapes), marker.radius_dp));
  markers_.set(state, stats, Upload::Markers, std::move(sure));
  contested_.set(state, stats, Upload::Markers, std::move(contested));
  ended_.set(state, stats, Upload::Markers, std::move(ended));
  changed_.set(state, stats, Upload::Markers, std::move(changed));
  new_.set(state, stats, Upload::Markers, std::move(fresh));
}

void Markers::draw_towns(Frame& frame, CircleBrush& brush) {
  brush.draw(frame, towns_, {frame.theme.town, frame.theme.halo, style::kTownLineWidth});
}

void Markers::draw_markers(Frame& frame, CircleBrush& brush) {
  brush.draw(frame, markers_,
             {frame.theme.marker_fill, frame.theme.marker_line, style::kMarkerLineWidth});
  brush.draw(frame, contested_,
             {frame.theme.halo, frame.theme.marker_fill, style::kContestedLineWidth});
  const auto draw_changes = [&](CircleMesh& mesh, MarkerChange change) {
    const style::MarkerLook look = style::look_of(change, frame.theme);
    brush.draw(frame, mesh, {look.fill, look.line, look.width_dp});
  };
  // In the order in which the picture has them, as Cairo draws them.
  draw_changes(ended_, MarkerChange::Ended);
  draw_changes(changed_, MarkerChange::Changed);
  draw_changes(new_, MarkerChange::New);
}

}  // namespace malimap
