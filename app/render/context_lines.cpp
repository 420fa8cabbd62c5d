#include "app/render/context_lines.h"

#include "geo/map/style.h"

namespace malimap {
namespace {

Colour colour_of(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U),
          static_cast<std::uint8_t>(rgb), 255};
}

std::vector<LineSource> lines_of(const ContextShape& shape) {
  std::vector<LineSource> lines;
  for (const PlaneRing& ring : shape.areas)
    lines.push_back({ring, true, 0});
  for (const std::vector<PlanePoint>& line : shape.lines)
    lines.push_back({line, false, 0});
  return lines;
}

}  // namespace

void ContextLines::reset() {
  layers_.clear();
  prepared_ = false;
}

void ContextLines::prepare(gl::GlState& state, RenderStats& stats, const Shapes& shapes) {
  if (prepared_)
    return;
  prepared_ = true;
  const PlanePoint origin = origin_of(shapes);
  for (const ContextShape& shape : shapes.context) {
    Layer layer;
    layer.style = {shape.width_dp, colour_of(shape.colour)};
    if (const auto lines = lines_of(shape); !lines.empty())
      layer.lines = LineMesh::make(state, stats, origin, lines);
    std::vector<Circle> points;
    points.reserve(shape.points.size());
    for (PlanePoint p : shape.points)
      points.push_back(circle_at(p, origin, style::kContextPoint * shape.width_dp));
    layer.points.set(state, stats, Upload::Geometry, std::move(points));
    layers_.push_back(std::move(layer));
  }
}

void ContextLines::draw(Frame& frame, LineBrush& lines, CircleBrush& circles) {
  for (const Layer& layer : layers_) {
    if (layer.lines)
      lines.draw(frame, layer.lines, {layer.style});
    circles.draw(frame, layer.points, {layer.style.colour, {0, 0, 0, 0}, 0});
  }
}

}  // namespace malimap
