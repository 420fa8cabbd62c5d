// The map through Cairo: the layers in the same order as the GL painter, all of it vectors.

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include "geo/map/clip.h"
#include "geo/map/style.h"
#include "geo/output/layout.h"
#include "geo/output/page.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kSmallestStep = 0.3;  // dp, between points of a line

class MapPainter {
 public:
  MapPainter(cairo_t* cairo, const Composition& composition)
      : cairo_(cairo),
        composition_(composition),
        view_(composition.view),
        detail_(composition.shapes->detail_for(view_.metres_per_pixel())) {}

  void paint();

 private:
  [[nodiscard]] double dp(double value) const { return value * view_.scale; }
  [[nodiscard]] const Theme& theme() const { return composition_.theme; }
  [[nodiscard]] bool shows(const PlaneBox& box) const;
  void add_path(std::span<const PlanePoint> points, bool closed);
  void add_rings(const std::vector<PlaneRing>& rings);
  void stroke(Colour colour, double width_dp);
  void circle(PlanePoint at, double radius_dp, Colour fill, Colour line, double width_dp);

  void neighbours();
  void units();
  void hatch();
  void rivers();
  void borders();
  void outline(const std::vector<UnitIndex>& units, double width_dp);
  void towns();
  void markers();
  void labels();

  cairo_t* cairo_;
  const Composition& composition_;
  const View& view_;
  const DetailLevel& detail_;
};

bool MapPainter::shows(const PlaneBox& box) const {
  if (box.empty())
    return false;
  const PixelPoint a = view_.to_pixel(box.low), b = view_.to_pixel(box.high);
  const double room = dp(16);
  return b.x >= -room && a.x <= view_.width + room && a.y >= -room && b.y <= view_.height + room;
}

PlaneBox box_of(std::span<const PlanePoint> points) {
  PlaneBox box;
  for (PlanePoint p : points)
    box.add(p);
  return box;
}

void MapPainter::add_path(std::span<const PlanePoint> points, bool closed) {
  if (points.empty() || !shows(box_of(points)))
    return;
  cairo_new_sub_path(cairo_);
  PixelPoint last{-1e9, -1e9};
  for (std::size_t i = 0; i < points.size(); ++i) {
    const PixelPoint at = view_.to_pixel(points[i]);
    // Steps that nobody sees only make files larger.
    const bool step = std::abs(at.x - last.x) + std::abs(at.y - last.y) > dp(kSmallestStep);
    if (!step && i + 1 < points.size())
      continue;
    cairo_line_to(cairo_, at.x, at.y);
    last = at;
  }
  if (closed)
    cairo_close_path(cairo_);
}

void MapPainter::add_rings(const std::vector<PlaneRing>& rings) {
  for (const PlaneRing& ring : rings)
    add_path(ring, true);
}

void MapPainter::stroke(Colour colour, double width_dp) {
  set_colour(cairo_, colour);
  cairo_set_line_width(cairo_, dp(width_dp));
  cairo_stroke(cairo_);
}

void MapPainter::circle(PlanePoint at, double radius_dp, Colour fill, Colour line,
                        double width_dp) {
  const PixelPoint centre = view_.to_pixel(at);
  const double radius = dp(radius_dp);
  if (centre.x < -radius || centre.y < -radius || centre.x > view_.width + radius ||
      centre.y > view_.height + radius)
    return;
  cairo_new_path(cairo_);
  cairo_arc(cairo_, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
  set_colour(cairo_, fill);
  cairo_fill_preserve(cairo_);
  stroke(line, width_dp);
}

void MapPainter::neighbours() {
  const double room = dp(16);
  const PlaneBox around{view_.to_plane({-room, view_.height + room}),
                        view_.to_plane({view_.width + room, -room})};
  for (const NeighbourShape& neighbour : composition_.shapes->neighbours) {
    add_rings(clip(neighbour.rings, around));
    set_colour(cairo_, theme().neighbour_fill);
    cairo_fill_preserve(cairo_);
    stroke(theme().neighbour_line, style::kNeighbourWidth);
  }
}

void MapPainter::units() {
  for (std::size_t unit = 0; unit < detail_.unit_rings.size(); ++unit) {
    if (unit >= composition_.paint.size() || !shows(composition_.shapes->units[unit].box))
      continue;
    add_rings(detail_.unit_rings[unit]);
    set_colour(cairo_, composition_.paint[unit].fill);
    cairo_fill(cairo_);
  }
  hatch();
}

/// Lines, not a pattern: they stay lines on paper.
void MapPainter::hatch() {
  cairo_save(cairo_);
  bool any = false;
  for (std::size_t unit = 0; unit < detail_.unit_rings.size(); ++unit)
    if (unit < composition_.paint.size() && composition_.paint[unit].class_index == kNoClass &&
        shows(composition_.shapes->units[unit].box)) {
      add_rings(detail_.unit_rings[unit]);
      any = true;
    }
  if (any) {
    cairo_clip(cairo_);
    double left = 0, top = 0, right = 0, bottom = 0;
    cairo_clip_extents(cairo_, &left, &top, &right, &bottom);
    const double step = dp(style::kHatchPeriod) * std::numbers::sqrt2;  // along x
    const double first = style::hatch_offset(view_) * std::numbers::sqrt2;
    // The lines are x + y = first + k * step.
    const auto last = static_cast<int>(std::floor((right + bottom - first) / step));
    for (auto k = static_cast<int>(std::ceil((left + top - first) / step)); k <= last; ++k) {
      const double sum = first + k * step;
      cairo_move_to(cairo_, sum - top, top);
      cairo_line_to(cairo_, sum - bottom, bottom);
    }
    stroke(theme().no_data_hatch, style::kHatchWidth);
  }
  cairo_new_path(cairo_);
  cairo_restore(cairo_);
}

void MapPainter::rivers() {
  for (const LakeShape& lake : composition_.shapes->lakes)
    add_rings(lake.rings);
  set_colour(cairo_, theme().river);
  cairo_fill(cairo_);
  for (const RiverShape& river : composition_.shapes->rivers) {
    add_path(river.points, false);
    stroke(theme().river, river.rank <= 1 ? style::kMainRiverWidth : style::kTributaryWidth);
  }
}

void MapPainter::borders() {
  for (const BorderRank rank :
       {BorderRank::Commune, BorderRank::Cercle, BorderRank::Region, BorderRank::National}) {
    for (const PlaneArc& arc : detail_.arcs)
      if (arc.rank == rank)
        add_path(arc.points, false);
    stroke(rank == BorderRank::National ? theme().national_line
           : rank == BorderRank::Region ? theme().region_line
                                        : theme().cercle_line,
           style::border_width(rank));
  }
}

void MapPainter::outline(const std::vector<UnitIndex>& units, double width_dp) {
  const auto contains = [&](UnitIndex unit) {
    return unit != kNoUnit && std::find(units.begin(), units.end(), unit) != units.end();
  };
  for (const PlaneArc& arc : detail_.arcs)
    if (contains(arc.left) != contains(arc.right))
      add_path(arc.points, false);
  stroke(theme().selection, width_dp);
}

void MapPainter::towns() {
  for (const int index : composition_.towns) {
    const TownShape& shape = composition_.shapes->towns[static_cast<std::size_t>(index)];
    circle(shape.position, style::town_radius(shape.town.rank), theme().town, theme().halo,
           style::kTownLineWidth);
  }
}

void MapPainter::markers() {
  for (const Marker& marker : composition_.markers)
    if (marker.contested)
      circle(marker.position, marker.radius_dp, theme().halo, theme().marker_fill,
             style::kContestedLineWidth);
    else
      circle(marker.position, marker.radius_dp, theme().marker_fill, theme().marker_line,
             style::kMarkerLineWidth);
}

void MapPainter::labels() {
  for (const Label& label : composition_.labels)
    draw_label(cairo_, label, view_.scale);
}

void MapPainter::paint() {
  cairo_save(cairo_);
  cairo_rectangle(cairo_, 0, 0, view_.width, view_.height);
  cairo_clip(cairo_);
  cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
  set_colour(cairo_, theme().sea);
  cairo_rectangle(cairo_, 0, 0, view_.width, view_.height);
  cairo_fill(cairo_);
  if (composition_.layers.neighbours)
    neighbours();
  units();
  if (composition_.layers.rivers)
    rivers();
  borders();
  outline(composition_.hovered, style::kHoverWidth);
  outline(composition_.selected, style::kSelectionWidth);
  if (composition_.layers.towns)
    towns();
  if (composition_.layers.markers)
    markers();
  labels();
  cairo_restore(cairo_);
}

}  // namespace

void paint_map(cairo_t* cairo, const Composition& composition) {
  if (composition.shapes && !composition.shapes->details.empty())
    MapPainter(cairo, composition).paint();
}

}  // namespace malimap
