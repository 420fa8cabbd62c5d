#include "app/render/arcs.h"

#include <algorithm>

#include "geo/map/style.h"

namespace malimap {
namespace {

/// The weaker borders first, so that the stronger ones lie on top.
std::vector<const PlaneArc*> by_rising_strength(const DetailLevel& detail) {
  std::vector<const PlaneArc*> arcs;
  arcs.reserve(detail.arcs.size());
  for (const PlaneArc& arc : detail.arcs)
    arcs.push_back(&arc);
  std::ranges::stable_sort(arcs, std::greater{}, &PlaneArc::rank);
  return arcs;
}

bool is_closed(const PlaneArc& arc) {
  return arc.points.size() > 3 && arc.points.front() == arc.points.back();
}

std::array<LineStyle, kLineStyles> border_styles(const Theme& theme) {
  return {{{style::kNationalWidth, theme.national_line},
           {style::kRegionWidth, theme.region_line},
           {style::kCercleWidth, theme.cercle_line},
           {style::kCommuneWidth, theme.cercle_line}}};
}

}  // namespace

void Arcs::reset() {
  levels_.clear();
  neighbours_ = {};
}

void Arcs::prepare(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
                   const DetailLevel& detail) {
  std::vector<LineSource> lines;
  if (!neighbours_) {
    for (const NeighbourShape& neighbour : shapes.neighbours)
      for (const PlaneRing& ring : neighbour.rings)
        lines.push_back({ring, true, 0});
    neighbours_ = LineMesh::make(state, stats, origin_of(shapes), lines);
  }
  if (levels_.contains(&detail))
    return;
  Level level;
  lines.clear();
  for (const PlaneArc* arc : by_rising_strength(detail)) {
    lines.push_back({arc->points, is_closed(*arc), static_cast<std::uint8_t>(arc->rank)});
    level.sides.push_back({arc->left, arc->right});
  }
  level.mesh = LineMesh::make(state, stats, origin_of(shapes), lines);
  levels_.emplace(&detail, std::move(level));
}

void Arcs::draw_neighbours(Frame& frame, LineBrush& brush) {
  brush.draw(frame, neighbours_, {{{style::kNeighbourWidth, frame.theme.neighbour_line}}});
}

void Arcs::draw_borders(Frame& frame, LineBrush& brush, const DetailLevel& detail) {
  brush.draw(frame, levels_.at(&detail).mesh, border_styles(frame.theme));
}

void Arcs::draw_outlines(Frame& frame, LineBrush& brush, const DetailLevel& detail,
                         std::span<const UnitIndex> units, LineStyle style) {
  if (units.empty())
    return;
  const Level& level = levels_.at(&detail);
  const auto among = [units](UnitIndex unit) {
    return std::ranges::find(units, unit) != units.end();
  };
  // The outline of several units together: what has one of them on one side only.
  brush.draw(frame, level.mesh, {style, style, style, style}, [&](std::size_t part) {
    const Sides& sides = level.sides[part];
    return among(sides.left) != among(sides.right);
  });
}

}  // namespace malimap
