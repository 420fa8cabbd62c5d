#include "app/render/leaders.h"

#include <algorithm>

#include "geo/map/style.h"

namespace malimap {

void Leaders::set(gl::GlState& state, RenderStats& stats, const Composition& composition) {
  std::vector<std::array<PlanePoint, 2>> placed;
  std::vector<std::array<Colour, 2>> coloured;
  for (const Leader& leader : composition.leaders) {
    placed.push_back(
        {composition.view.to_plane(leader.from), composition.view.to_plane(leader.to)});
    coloured.push_back({leader.colour, leader.halo});
  }
  if (placed == placed_ && coloured == coloured_)
    return;
  placed_ = std::move(placed);
  coloured_ = std::move(coloured);
  groups_.clear();
  const PlanePoint origin = origin_of(*composition.shapes);
  std::vector<std::array<Colour, 2>> done;
  for (const auto& colours : coloured_) {
    if (std::ranges::find(done, colours) != done.end())
      continue;
    done.push_back(colours);
    std::vector<LineSource> lines;
    std::vector<Circle> ends;
    for (std::size_t i = 0; i < placed_.size(); ++i)
      if (coloured_[i] == colours) {
        lines.push_back({placed_[i], false, 0});
        lines.push_back({placed_[i], false, 1});
        ends.push_back(circle_at(placed_[i][1], origin, style::kLeaderEnd));
      }
    Group group{
        colours[0], colours[1], LineMesh::make(state, stats, origin, lines, Upload::Labels), {}};
    group.ends.set(state, stats, Upload::Labels, std::move(ends));
    groups_.push_back(std::move(group));
  }
}

void Leaders::draw(Frame& frame, LineBrush& lines, CircleBrush& circles) {
  for (const Group& group : groups_) {
    lines.draw(
        frame, group.lines,
        {{{style::kLeaderHaloWidth, group.halo}, {style::kLeaderWidth, group.colour}, {}, {}}});
    circles.draw(frame, group.ends, {group.colour, group.halo, style::kLeaderWidth});
  }
}

}  // namespace malimap
