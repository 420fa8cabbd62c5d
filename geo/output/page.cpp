#include "geo/output/page.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>

#include "geo/base/date.h"
#include "geo/base/save.h"
#include "geo/map/labels.h"
#include "geo/map/palettes.h"
#include "geo/output/furniture.h"
#include "geo/output/layout.h"
#include "geo/output/page_layout.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;
using Cairo = std::unique_ptr<cairo_t, FreeCairo>;

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

/// Paper is always light: what is no class takes the light theme's colours.
Picture on_paper(Picture picture, const Theme& from) {
  const Theme& paper = theme_of(ThemeName::Light);
  const auto change = [&](Colour& colour) {
    if (colour == from.no_data_fill)
      colour = paper.no_data_fill;
    else if (colour == zero_colour(from))
      colour = zero_colour(paper);
  };
  for (UnitPaint& paint : picture.paint)
    change(paint.fill);
  for (LegendEntry& entry : picture.legend.entries)
    change(entry.fill);
  return picture;
}

constexpr double kInsetWidth = 96, kInsetHeight = 84;  // dp
constexpr double kInsetBelow = 8;  // dp: for units whose inner circle is smaller
constexpr std::size_t kMostInsets = 2;

/// Everything that a page shows, and its painter.
class PagePainter {
 public:
  PagePainter(const Picture& picture, Snapshot<Shapes> shapes, const Scene& scene,
              Language language, const PageSize& size)
      : picture_(on_paper(picture, theme_of(scene.theme))),
        shapes_(std::move(shapes)),
        scene_(scene),
        language_(language),
        size_(size) {
    scene_.theme = ThemeName::Light;
  }
  void paint(cairo_t* cairo);

 private:
  [[nodiscard]] Drawing canvas(cairo_t* cairo) const {
    return {cairo, &theme_of(ThemeName::Light), design_scale(size_)};
  }
  double title(cairo_t* cairo, PixelPoint at) const;
  double side(cairo_t* cairo, PixelPoint at) const;
  double footer(cairo_t* cairo, PixelPoint at) const;
  [[nodiscard]] ComposeInput compose_input(double width, double height) const;
  [[nodiscard]] View map_view(const PageLayout& layout) const;
  void map(cairo_t* cairo, const PageLayout& layout) const;
  void insets(cairo_t* cairo, const PageLayout& layout, double side_height) const;
  void inset(cairo_t* cairo, UnitIndex unit, PixelPoint at) const;
  [[nodiscard]] PageLayout lay_out() const;

  const Picture picture_;
  Snapshot<Shapes> shapes_;
  Scene scene_;
  Language language_;
  PageSize size_;
  MeasureText measure_ = pango_measure();
};

double PagePainter::title(cairo_t* cairo, PixelPoint at) const {
  const Drawing c = canvas(cairo);
  TextStyle heading{TextRole::Title, c.dp(kTitleSize), true};
  heading.width_px = text_width(size_);
  double y = at.y + draw_text(cairo, picture_.title, heading, at, c.theme->text).height + c.dp(3);
  const TextStyle line{TextRole::Subtitle, c.dp(kBodySize)};
  double x = at.x, height = 0;
  for (const auto& [text, colour] : {std::pair(picture_.totals, c.theme->text),
                                     std::pair(picture_.subtitle, c.theme->text_muted)}) {
    if (text.empty())
      continue;
    const PixelBox box = draw_text(cairo, text, line, {x, y}, colour);
    x += box.width + c.dp(18);
    height = std::max(height, box.height);
  }
  return y + height - at.y;
}

double PagePainter::side(cairo_t* cairo, PixelPoint at) const {
  const Drawing c = canvas(cairo);
  const double width = side_width(size_);
  if (size_.height_px <= size_.width_px)
    return draw_legend(c, picture_.legend, at, width);
  const double key = draw_legend_key(c, picture_.legend, at, width);
  const double notes =
      draw_legend_notes(c, picture_.legend, {at.x + text_width(size_) - width, at.y}, width);
  return std::max(key, notes);
}

/// Sources at the left, the disclaimer at the right.
double PagePainter::footer(cairo_t* cairo, PixelPoint at) const {
  if (picture_.footer.empty())
    return 0;
  const Drawing c = canvas(cairo);
  std::string sources;
  for (std::size_t i = 0; i + 1 < picture_.footer.size(); ++i)
    sources += (i ? " " : "") + picture_.footer[i];
  const double width = text_width(size_), gap = c.dp(28), right = width * 0.36;
  set_colour(cairo, c.theme->panel_line);
  cairo_set_line_width(cairo, c.dp(0.75));
  cairo_move_to(cairo, at.x, at.y);
  cairo_line_to(cairo, at.x + width, at.y);
  cairo_stroke(cairo);
  const double y = at.y + c.dp(8);
  TextStyle style{TextRole::Note, c.dp(kNoteSize)};
  style.width_px = width - right - gap;
  const double left_height =
      draw_text(cairo, sources, style, {at.x, y}, c.theme->text_muted).height;
  style.width_px = right;
  const double right_height = draw_text(cairo, picture_.footer.back(), style,
                                        {at.x + width - right, y}, c.theme->text_muted)
                                  .height;
  return c.dp(8) + std::max(left_height, right_height);
}

/// Texts are set once out of sight to learn how much room they need.
PageLayout PagePainter::lay_out() const {
  const Surface nowhere(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
  const Cairo cairo(cairo_create(nowhere.get()));
  return lay_out_page(size_, title(cairo.get(), {}), side(cairo.get(), {}),
                      footer(cairo.get(), {}));
}

ComposeInput PagePainter::compose_input(double width, double height) const {
  ComposeInput input;
  input.picture = &picture_;
  input.shapes = shapes_;
  input.scene = &scene_;
  input.language = language_;
  input.measure_text = measure_;
  input.view = {width, height, design_scale(size_), {}};
  return input;
}

View PagePainter::map_view(const PageLayout& layout) const {
  const double around = 22 * layout.scale;
  View view{layout.map.width, layout.map.height, layout.scale, {}};
  view.camera = scene_.camera ? *scene_.camera
                              : fit(shapes_->box, view.width, view.height, layout.scale,
                                    {around, around, around, around});
  return view;
}

void PagePainter::map(cairo_t* cairo, const PageLayout& layout) const {
  const Drawing c = canvas(cairo);
  const PixelBox& box = layout.map;
  const double inset = c.dp(14);
  ComposeInput input = compose_input(box.width, box.height);
  input.view = map_view(layout);
  const PixelPoint arrow{box.width - inset, inset};
  const PixelPoint bar{box.width - inset, box.height - inset};
  input.keep_clear = {{arrow.x - c.dp(18), 0, c.dp(40), c.dp(52)},
                      {bar.x - c.dp(160), bar.y - c.dp(26), c.dp(180), c.dp(50)}};
  const Composition composition = compose(input);
  cairo_save(cairo);
  cairo_translate(cairo, box.x, box.y);
  paint_map(cairo, composition);
  if (composition.furniture.scale_bar.length_px > 0)
    draw_scale_bar(c, composition.furniture.scale_bar, bar);
  draw_north_arrow(c, arrow, "N");
  cairo_rectangle(cairo, 0, 0, box.width, box.height);
  set_colour(cairo, c.theme->panel_line);
  cairo_set_line_width(cairo, c.dp(0.75));
  cairo_stroke(cairo);
  cairo_restore(cairo);
}

/// One unit that is too small on the map, large enough to see its colour, with its name and figure
/// beside.
void PagePainter::inset(cairo_t* cairo, UnitIndex unit, PixelPoint at) const {
  const Drawing c = canvas(cairo);
  const double width = c.dp(kInsetWidth), height = c.dp(kInsetHeight), around = c.dp(10);
  Scene scene = scene_;
  scene.layers.labels = scene.layers.towns = false;
  ComposeInput input = compose_input(width, height);
  input.scene = &scene;
  input.view.camera = fit(shapes_->units[static_cast<std::size_t>(unit)].box, width, height,
                          c.scale, {around, around, around, around});
  cairo_save(cairo);
  cairo_translate(cairo, at.x, at.y);
  paint_map(cairo, compose(input));
  cairo_rectangle(cairo, 0, 0, width, height);
  set_colour(cairo, c.theme->panel_line);
  cairo_set_line_width(cairo, c.dp(0.75));
  cairo_stroke(cairo);
  cairo_restore(cairo);
  const int zone = picture_.coverage->zone_of_unit[static_cast<std::size_t>(unit)];
  const auto lines = figure_lines(picture_.coverage->zones[static_cast<std::size_t>(zone)],
                                  *picture_.coverage, scene_.measure, language_);
  const double x = at.x + width + c.dp(10);
  const PixelBox name = draw_text(cairo, lines[0], {TextRole::UnitName, c.dp(kBodySize), true},
                                  {x, at.y}, c.theme->text);
  draw_text(cairo, lines[1], {TextRole::UnitValue, c.dp(kBodySize)}, {x, at.y + name.height},
            c.theme->text);
}

/// Insets stand at the foot of the legend's column, as far as there is room.
void PagePainter::insets(cairo_t* cairo, const PageLayout& layout, double side_height) const {
  if (layout.upright || scene_.camera || !picture_.coverage)
    return;
  const Drawing c = canvas(cairo);
  const double step = c.dp(kInsetHeight + 12);
  const double mpp = map_view(layout).metres_per_pixel();
  std::vector<UnitIndex> specks;
  for (const CoverageZone& zone : picture_.coverage->zones) {
    if (zone.units.size() != 1 || !zone.figures.reported())
      continue;
    const UnitShape& shape = shapes_->units[static_cast<std::size_t>(zone.units[0])];
    if (!shape.box.empty() && shape.label_radius_m / mpp < c.dp(kInsetBelow))
      specks.push_back(zone.units[0]);
  }
  std::stable_sort(specks.begin(), specks.end(), [&](UnitIndex a, UnitIndex b) {
    return shapes_->units[static_cast<std::size_t>(a)].label_radius_m <
           shapes_->units[static_cast<std::size_t>(b)].label_radius_m;
  });
  if (specks.size() > kMostInsets)
    return;  // to enlarge two of many would single them out
  double y = layout.side.y + layout.side.height - c.dp(kInsetHeight);
  for (std::size_t i = 0; i < specks.size(); ++i) {
    if (y < layout.side.y + side_height + c.dp(16))
      return;
    inset(cairo, specks[i], {layout.side.x, y});
    y -= step;
  }
}

void PagePainter::paint(cairo_t* cairo) {
  const PageLayout layout = lay_out();
  set_colour(cairo, theme_of(ThemeName::Light).paper);
  cairo_paint(cairo);
  map(cairo, layout);
  title(cairo, {layout.title.x, layout.title.y});
  const double side_height = side(cairo, {layout.side.x, layout.side.y});
  insets(cairo, layout, side_height);
  footer(cairo, {layout.footer.x, layout.footer.y});
}

Surface make_surface(PageFormat format, const PageSize& size, const Picture& picture,
                     std::string& bytes) {
  if (format == PageFormat::Png)
    return Surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                              static_cast<int>(std::lround(size.width_px)),
                                              static_cast<int>(std::lround(size.height_px))));
  const double points = 72.0 / size.dpi;
  const double width = size.width_px * points, height = size.height_px * points;
  if (format == PageFormat::Svg)
    return Surface(cairo_svg_surface_create_for_stream(append_bytes, &bytes, width, height));
  Surface pdf(cairo_pdf_surface_create_for_stream(append_bytes, &bytes, width, height));
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_TITLE, picture.title.c_str());
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATOR, "Malimap");
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                 (iso(today()) + "T00:00:00Z").c_str());
  return pdf;
}

Status not_drawn(const std::string& path, cairo_status_t status) {
  return failure({N_("the picture could not be drawn: {0}"), {cairo_status_to_string(status)}},
                 {path, {}, {}, {}}, {N_("Try a smaller size."), {}});
}

}  // namespace

Status write_page(const std::string& path, const Picture& picture, Snapshot<Shapes> shapes,
                  const Scene& scene, Language language, const PageSize& size) {
  const auto format = page_format_of(path);
  if (!format)
    return tl::make_unexpected(format.error());
  std::string bytes;
  Surface surface = make_surface(*format, size, picture, bytes);
  Cairo cairo(cairo_create(surface.get()));
  if (*format != PageFormat::Png)
    cairo_scale(cairo.get(), 72.0 / size.dpi, 72.0 / size.dpi);
  PagePainter(picture, std::move(shapes), scene, language, size).paint(cairo.get());
  cairo_show_page(cairo.get());
  if (const auto status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS)
    return not_drawn(path, status);
  cairo.reset();
  if (*format == PageFormat::Png)
    cairo_surface_write_to_png_stream(surface.get(), append_bytes, &bytes);
  cairo_surface_finish(surface.get());
  if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
    return not_drawn(path, status);
  surface.reset();
  return save_file(path, bytes);
}

}  // namespace malimap
