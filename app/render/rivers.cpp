#include "app/render/rivers.h"

#include "geo/map/style.h"

namespace malimap {

void Rivers::prepare(gl::GlState& state, RenderStats& stats, const Shapes& shapes) {
  if (mesh_)
    return;
  std::vector<LineSource> lines;
  for (const RiverShape& river : shapes.rivers)
    lines.push_back({river.points, false, static_cast<std::uint8_t>(river.rank <= 1 ? 0 : 1)});
  mesh_ = LineMesh::make(state, stats, origin_of(shapes), lines);
}

void Rivers::draw(Frame& frame, LineBrush& brush) {
  brush.draw(
      frame, mesh_,
      {{{style::kMainRiverWidth, frame.theme.river}, {style::kTributaryWidth, frame.theme.river}}});
}

}  // namespace malimap
