// The map of a page and the small maps beside it: units too small to see, and where all this lies.

#include <algorithm>

#include "geo/map/labels.h"
#include "geo/map/projection.h"
#include "geo/output/map_line.h"
#include "geo/output/page_painter.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kInsetWidth = 96, kInsetHeight = 84, kInsetGap = 12;  // dp
constexpr double kInsetBelow = 8;  // dp: for units whose inner circle is smaller
constexpr std::size_t kMostInsets = 2;
constexpr double kCorner = 10;          // dp, between the map's frame and a locator in it
constexpr double kSurroundings = 0.32;  // of the country's size, shown on each side of it

/// Passes on all but ids: for a second drawing of units that the page has already.
class UnnamedCanvas final : public Canvas {
 public:
  explicit UnnamedCanvas(Canvas& canvas) : canvas_(canvas) {}
  void begin_group(const ShapeName& name) override { canvas_.begin_group({"", name.label}); }
  void end_group() override { canvas_.end_group(); }
  void begin_frame(const PixelBox& box) override { canvas_.begin_frame(box); }
  void end_frame() override { canvas_.end_frame(); }
  void shape(const Path& path, const Ink& ink, const ShapeName& name) override {
    canvas_.shape(path, ink, {"", name.label});
  }
  void rectangle(const PixelBox& box, const Ink& ink, double radius, const ShapeName&) override {
    canvas_.rectangle(box, ink, radius);
  }
  void circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName&) override {
    canvas_.circle(centre, radius, ink);
  }
  void text(const PlacedText& text, const ShapeName&) override { canvas_.text(text); }

 private:
  Canvas& canvas_;
};

void add_rings(Path& path, const View& view, const std::vector<PlaneRing>& rings) {
  for (const PlaneRing& ring : rings)
    add_line(path, view, ring, true);
}

PlaneBox larger(const PlaneBox& box, double part) {
  const double dx = box.width() * part, dy = box.height() * part;
  return {{box.low.x - dx, box.low.y - dy}, {box.high.x + dx, box.high.y + dy}};
}

}  // namespace

ComposeInput PagePainter::compose_input(double width, double height) const {
  ComposeInput input;
  input.picture = &picture_;
  input.shapes = shapes_;
  input.scene = &scene_;
  input.language = language_;
  input.measure_text = measure_;
  input.view = {width, height, layout_.scale, {}};
  return input;
}

View PagePainter::map_view() const {
  const double around = 22 * layout_.scale;
  View view{layout_.map.width, layout_.map.height, layout_.scale, {}};
  view.camera = scene_.camera ? *scene_.camera
                              : fit(shapes_->box, view.width, view.height, layout_.scale,
                                    {around, around, around, around});
  return view;
}

bool PagePainter::map_has_room_for_locator() const {
  return layout_.map.width > 4 * kInsetWidth * layout_.scale &&
         layout_.map.height > 3 * kInsetHeight * layout_.scale;
}

void PagePainter::scale_and_north(Canvas& canvas, const Composition& composition) const {
  const Drawing d = drawing(canvas);
  const double inset = d.dp(14);
  const PixelBox& box = layout_.map;
  if (page().scale_bar && composition.furniture.scale_bar.length_px > 0)
    draw_scale_bar(d, composition.furniture.scale_bar, {box.width - inset, box.height - inset});
  if (page().north_arrow)
    draw_north_arrow(d, {box.width - inset, inset}, "N",
                     north_angle(shapes_->projection, composition.view.camera.centre));
}

void PagePainter::map(Canvas& canvas, bool with_locator) const {
  const Drawing d = drawing(canvas);
  const PixelBox& box = layout_.map;
  const double inset = d.dp(14);
  ComposeInput input = compose_input(box.width, box.height);
  input.view = map_view();
  const PixelPoint arrow{box.width - inset, inset};
  const PixelPoint bar{box.width - inset, box.height - inset};
  if (page().north_arrow)
    input.keep_clear.push_back({arrow.x - d.dp(18), 0, d.dp(40), d.dp(52)});
  if (page().scale_bar)
    input.keep_clear.push_back({bar.x - d.dp(160), bar.y - d.dp(26), d.dp(180), d.dp(50)});
  if (with_locator)
    input.keep_clear.push_back(
        {0, 0, d.dp(kInsetWidth + kCorner + 4), d.dp(kInsetHeight + kCorner + 4)});
  const Composition composition = compose(input);
  canvas.begin_group({"map", ""});
  canvas.begin_frame(box);
  paint_map(canvas, composition);
  scale_and_north(canvas, composition);
  canvas.end_frame();
  canvas.rectangle(box, lined({d.theme->panel_line, d.dp(0.75), {}}));
  canvas.end_group();
  if (with_locator)
    locator(canvas, {box.x + d.dp(kCorner), box.y + d.dp(kCorner)});
}

/// One unit that is too small on the map, large enough to see its colour, with its name and figure
/// beside.
void PagePainter::inset(Canvas& canvas, UnitIndex unit, PixelPoint at) const {
  const Drawing d = drawing(canvas);
  const double width = d.dp(kInsetWidth), height = d.dp(kInsetHeight), around = d.dp(10);
  const UnitShape& shape = shapes_->units[static_cast<std::size_t>(unit)];
  Scene scene = scene_;
  scene.layers.labels = scene.layers.towns = false;
  ComposeInput input = compose_input(width, height);
  input.scene = &scene;
  input.view.camera = fit(shape.box, width, height, d.scale, {around, around, around, around});
  canvas.begin_group({"inset-" + shape.code, shape.name});
  canvas.begin_frame({at.x, at.y, width, height});
  UnnamedCanvas unnamed(canvas);
  paint_map(unnamed, compose(input));
  canvas.end_frame();
  canvas.rectangle({at.x, at.y, width, height}, lined({d.theme->panel_line, d.dp(0.75), {}}));
  const int zone = picture_.coverage->zone_of_unit[static_cast<std::size_t>(unit)];
  const auto lines =
      figure_lines(picture_, picture_.coverage->zones[static_cast<std::size_t>(zone)],
                   labelled_measure(scene_), language_);
  TextStyle name{TextRole::UnitName, d.dp(kBodySize), true};
  TextStyle figure{TextRole::UnitValue, d.dp(kBodySize)};
  name.width_px = figure.width_px = layout_.side.width - width - d.dp(10);
  const double x = at.x + width + d.dp(10);
  double y = at.y + put_text(canvas, lines[0], name, {x, at.y}, d.theme->text).height;
  for (std::size_t i = 1; i < lines.size(); ++i)
    y += put_text(canvas, lines[i], figure, {x, y}, d.theme->text).height;
  canvas.end_group();
}

/// The country among its neighbours, or the view's frame in the country when the map shows a part.
void PagePainter::locator(Canvas& canvas, PixelPoint at) const {
  const Drawing d = drawing(canvas);
  const PixelBox box{at.x, at.y, d.dp(kInsetWidth), d.dp(kInsetHeight)};
  const double around = d.dp(5);
  View view{box.width, box.height, d.scale, {}};
  view.camera = fit(scene_.camera ? shapes_->box : larger(shapes_->box, kSurroundings), view.width,
                    view.height, d.scale, {around, around, around, around});
  canvas.begin_group({"locator", ""});
  canvas.begin_frame(box);
  canvas.rectangle({0, 0, box.width, box.height}, filled(d.theme->sea));
  for (const NeighbourShape& neighbour : shapes_->neighbours) {
    Path path;
    add_rings(path, view, neighbour.outline);
    if (!path.empty())
      canvas.shape(path, filled(d.theme->neighbour_fill, {d.theme->neighbour_line, d.dp(0.5), {}}));
  }
  Path country;
  for (const auto& rings : shapes_->details.back().unit_rings)
    add_rings(country, view, rings);
  const Colour ground = scene_.camera ? d.theme->neighbour_line : d.theme->accent;
  canvas.shape(country, filled(ground, {ground, d.dp(0.6), {}}));  // the line closes seams
  if (scene_.camera) {
    const View shown = map_view();
    const PixelPoint low = view.to_pixel(shown.to_plane({0, 0}));
    const PixelPoint high = view.to_pixel(shown.to_plane({shown.width, shown.height}));
    Colour veil = d.theme->accent;
    veil.a = 60;
    canvas.rectangle({low.x, low.y, high.x - low.x, high.y - low.y},
                     filled(veil, {d.theme->accent, d.dp(1.4), {}}));
  }
  canvas.end_frame();
  canvas.rectangle(box, lined({d.theme->panel_line, d.dp(0.75), {}}));
  canvas.end_group();
}

/// Units with a figure of their own that are too small on this map.
std::vector<UnitIndex> PagePainter::specks() const {
  std::vector<UnitIndex> specks;
  // A symbol is as large on the map as in an inset.
  if (scene_.camera || !picture_.coverage || !picture_.symbols.empty())
    return specks;
  const double mpp = map_view().metres_per_pixel();
  for (const CoverageZone& zone : picture_.coverage->zones) {
    if (zone.units.size() != 1 || !zone.figures.reported())
      continue;
    const UnitShape& shape = shapes_->units[static_cast<std::size_t>(zone.units[0])];
    if (!shape.box.empty() && shape.label_radius_m / mpp < kInsetBelow * layout_.scale)
      specks.push_back(zone.units[0]);
  }
  std::stable_sort(specks.begin(), specks.end(), [&](UnitIndex a, UnitIndex b) {
    return shapes_->units[static_cast<std::size_t>(a)].label_radius_m <
           shapes_->units[static_cast<std::size_t>(b)].label_radius_m;
  });
  if (specks.size() > kMostInsets)
    specks.clear();  // to enlarge two of many would single them out
  return specks;
}

/// Insets stand at the foot of the legend's column, as far as there is room; the locator above
/// them. Returns whether the locator finds its place there; without a canvas that is all.
bool PagePainter::insets(Canvas* canvas, double side_height) const {
  if (layout_.upright || layout_.side.width <= 0)
    return false;
  const double scale = layout_.scale, step = (kInsetHeight + kInsetGap) * scale;
  const double top = layout_.side.y + side_height + 16 * scale;
  double y = layout_.side.y + layout_.side.height - kInsetHeight * scale;
  for (const UnitIndex unit : specks()) {
    if (y < top)
      return false;
    if (canvas)
      inset(*canvas, unit, {layout_.side.x, y});
    y -= step;
  }
  if (!page().locator || y < top)
    return false;
  if (canvas)
    locator(*canvas, {layout_.side.x, y});
  return true;
}

}  // namespace malimap
