// The ground of the map: neighbours, units, rivers, borders, the user's own layers.

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/map/clip.h"
#include "geo/map/style.h"
#include "geo/output/map_line.h"
#include "geo/output/map_painter.h"
#include "geo/output/page.h"

namespace malimap {
namespace {

constexpr double kRoom = 16;  // dp around the view, more than any line is wide

PlaneBox box_of(std::span<const PlanePoint> points) {
  PlaneBox box;
  for (PlanePoint p : points)
    box.add(p);
  return box;
}

Colour from_rgb(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value), 255};
}

ShapeName name_of(const UnitShape& unit) {
  return {unit.code, unit.name};
}

template <class Paint>
void framed(Canvas& canvas, const Composition& composition, Paint paint) {
  if (!composition.shapes || composition.shapes->details.empty())
    return;
  canvas.begin_frame({0, 0, composition.view.width, composition.view.height});
  MapPainter painter(canvas, composition);
  paint(painter);
  canvas.end_frame();
}

}  // namespace

MapPainter::MapPainter(Canvas& canvas, const Composition& composition)
    : canvas_(canvas),
      composition_(composition),
      view_(composition.view),
      detail_(composition.shapes->detail_for(view_.metres_per_pixel())),
      around_{view_.to_plane({-dp(kRoom), view_.height + dp(kRoom)}),
              view_.to_plane({view_.width + dp(kRoom), -dp(kRoom)})} {}

bool MapPainter::shows(const PlaneBox& box) const {
  return !box.empty() && box.high.x >= around_.low.x && box.low.x <= around_.high.x &&
         box.high.y >= around_.low.y && box.low.y <= around_.high.y;
}

bool MapPainter::is_inside(const PlaneBox& box) const {
  return box.low.x >= around_.low.x && box.high.x <= around_.high.x && box.low.y >= around_.low.y &&
         box.high.y <= around_.high.y;
}

void MapPainter::add(Path& path, std::span<const PlanePoint> points, bool closed) const {
  if (!points.empty() && shows(box_of(points)))
    add_line(path, view_, points, closed);
}

Path MapPainter::rings(const std::vector<PlaneRing>& rings) const {
  Path path;
  for (const PlaneRing& ring : rings)
    add(path, ring, true);
  return path;
}

void MapPainter::sea() {
  canvas_.rectangle({0, 0, view_.width, view_.height}, filled(theme().sea), 0, {"ground", ""});
}

void MapPainter::neighbours() {
  canvas_.begin_group({"neighbours", ""});
  for (const NeighbourShape& neighbour : composition_.shapes->neighbours) {
    const Path path = rings(clip(neighbour.rings, around_));
    if (!path.empty())
      canvas_.shape(
          path,
          filled(theme().neighbour_fill, line(theme().neighbour_line, style::kNeighbourWidth)),
          {"", neighbour.name_fr});
  }
  canvas_.end_group();
}

void MapPainter::units() {
  paint_units({"units", ""}, false);
  if (!composition_.bands)
    return;
  bands();
  paint_units({"units-above", ""}, true);
}

/// First all areas, then all lines, as the GL painter does.
void MapPainter::bands() {
  const auto level = static_cast<std::size_t>(&detail_ - composition_.shapes->details.data());
  if (level >= composition_.bands->levels.size() ||
      composition_.band_colours.size() != kDistanceBandCount)
    return;
  canvas_.begin_group({"bands", ""});
  std::vector<Path> paths;
  for (const BandArea& area : composition_.bands->levels[level]) {
    paths.push_back(
        rings(is_inside(composition_.shapes->box) ? area.rings : clip(area.rings, around_)));
    if (!paths.back().empty())
      canvas_.shape(paths.back(), filled(composition_.band_colours[paths.size()]));
  }
  for (const Path& path : paths)
    if (!path.empty())
      canvas_.shape(path, lined(line(theme().paper, style::kBandLineWidth)));
  canvas_.end_group();
}

void MapPainter::paint_units(const ShapeName& group, bool above_bands) {
  canvas_.begin_group(group);
  for (std::size_t unit = 0; unit < detail_.unit_rings.size(); ++unit) {
    const UnitShape& shape = composition_.shapes->units[unit];
    if (unit >= composition_.paint.size() || !shows(shape.box) ||
        style::is_above_bands(composition_, unit) != above_bands)
      continue;
    const auto& all = detail_.unit_rings[unit];
    const Path path = is_inside(shape.box) ? rings(all) : rings(clip(all, around_));
    if (path.empty())
      continue;
    const UnitPaint& paint = composition_.paint[unit];
    Ink ink = filled(paint.fill);
    if (style::is_hatched(paint, theme()))
      ink.hatch = Hatch{theme().no_data_hatch, dp(style::kHatchPeriod), dp(style::kHatchWidth),
                        style::hatch_offset(view_)};
    canvas_.shape(path, ink, name_of(shape));
  }
  canvas_.end_group();
}

void MapPainter::rivers() {
  canvas_.begin_group({"rivers", ""});
  for (const LakeShape& lake : composition_.shapes->lakes)
    if (const Path path = rings(lake.rings); !path.empty())
      canvas_.shape(path, filled(theme().river), {"", lake.name_fr});
  for (const RiverShape& river : composition_.shapes->rivers) {
    Path path;
    add(path, river.points, false);
    if (!path.empty())
      canvas_.shape(path,
                    lined(line(theme().river,
                               river.rank <= 1 ? style::kMainRiverWidth : style::kTributaryWidth)),
                    {"", river.name_fr});
  }
  canvas_.end_group();
}

void MapPainter::borders() {
  constexpr std::array kNames{"borders-national", "borders-region", "borders-cercle",
                              "borders-commune"};
  canvas_.begin_group({"borders", ""});
  for (const BorderRank rank :
       {BorderRank::Commune, BorderRank::Cercle, BorderRank::Region, BorderRank::National}) {
    Path path;
    for (const PlaneArc& arc : detail_.arcs)
      if (arc.rank == rank)
        add(path, arc.points, false);
    if (path.empty())
      continue;
    const Colour colour = rank == BorderRank::National ? theme().national_line
                          : rank == BorderRank::Region ? theme().region_line
                                                       : theme().cercle_line;
    canvas_.shape(path, lined(line(colour, style::border_width(rank))),
                  {kNames[static_cast<std::size_t>(rank)], ""});
  }
  canvas_.end_group();
}

void MapPainter::context() {
  if (composition_.shapes->context.empty())
    return;
  canvas_.begin_group({"context", ""});
  for (const ContextShape& layer : composition_.shapes->context) {
    canvas_.begin_group({"", layer.name});
    const Colour colour = from_rgb(layer.colour);
    const Ink outlined = lined(line(colour, layer.width_dp));
    if (const Path areas = rings(clip(layer.areas, around_)); !areas.empty())
      canvas_.shape(areas, outlined);
    Path lines;
    for (const auto& points : layer.lines)
      add(lines, points, false);
    if (!lines.empty())
      canvas_.shape(lines, outlined);
    for (const PlanePoint point : layer.points)
      circle(point, style::kContextPoint * layer.width_dp, filled(colour));
    canvas_.end_group();
  }
  canvas_.end_group();
}

void MapPainter::outline(const std::vector<UnitIndex>& units, double width_dp, const char* id) {
  const auto contains = [&](UnitIndex unit) {
    return unit != kNoUnit && std::find(units.begin(), units.end(), unit) != units.end();
  };
  Path path;
  for (const PlaneArc& arc : detail_.arcs)
    if (contains(arc.left) != contains(arc.right))
      add(path, arc.points, false);
  if (!path.empty())
    canvas_.shape(path, lined(line(theme().selection, width_dp)), {id, ""});
}

void MapPainter::paint_ground() {
  sea();
  if (composition_.layers.neighbours)
    neighbours();
  units();
  if (composition_.layers.rivers)
    rivers();
  borders();
  context();
}

void MapPainter::paint_on_ground() {
  outline(composition_.hovered, style::kHoverWidth, "hovered");
  outline(composition_.selected, style::kSelectionWidth, "selected");
  if (composition_.layers.towns)
    towns();
  dots();
  symbols();
  if (composition_.layers.markers)
    markers();
  leaders();
  labels();
}

void paint_map(Canvas& canvas, const Composition& composition) {
  framed(canvas, composition, [](MapPainter& painter) {
    painter.paint_ground();
    painter.paint_on_ground();
  });
}

void paint_ground(Canvas& canvas, const Composition& composition) {
  framed(canvas, composition, [](MapPainter& painter) { painter.paint_ground(); });
}

void paint_on_ground(Canvas& canvas, const Composition& composition) {
  framed(canvas, composition, [](MapPainter& painter) { painter.paint_on_ground(); });
}

void paint_map(cairo_t* cairo, const Composition& composition) {
  paint_map(*make_cairo_canvas(cairo), composition);
}

}  // namespace malimap
