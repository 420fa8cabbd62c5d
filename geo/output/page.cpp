#include "geo/output/page.h"

#include <algorithm>

#include "geo/base/date.h"
#include "geo/base/save.h"
#include "geo/map/palettes.h"
#include "geo/output/document.h"
#include "geo/output/page_painter.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kMostTitle = 0.24, kMostFooter = 0.2;  // of the page's height
constexpr double kLeastPart = 0.5, kStep = 0.08;        // of the designed size of texts
constexpr double kMostBelow = 0.5;  // of the room between title and footer of an upright page

/// Paper is always light: what is no class takes the light theme's colours.
Picture on_paper(Picture picture, const Theme& from) {
  const Theme& paper = theme_of(ThemeName::Light);
  const auto change = [&](Colour& colour) {
    if (colour == from.no_data_fill)
      colour = paper.no_data_fill;
    else if (colour == zero_colour(from))
      colour = zero_colour(paper);
    else if (colour == outside_programme_colour(from))
      colour = outside_programme_colour(paper);
  };
  for (UnitPaint& paint : picture.paint)
    change(paint.fill);
  for (LegendEntry& entry : picture.legend.entries)
    change(entry.fill);
  return picture;
}

}  // namespace

PagePainter::PagePainter(const PageInput& input, const PageSize& size)
    : picture_(on_paper(*input.picture, theme_of(input.scene->theme))),
      shapes_(input.shapes),
      scene_(*input.scene),
      language_(input.language),
      size_(size),
      measure_(page_measure()),
      legend_(picture_.legend) {
  scene_.theme = ThemeName::Light;
  lay_out();
}

Drawing PagePainter::drawing(Canvas& canvas, double part) const {
  return {&canvas, &theme_of(ThemeName::Light), design_scale(size_) * part, nullptr};
}

void PagePainter::lay_out() {
  NullCanvas nowhere;
  PageParts parts;
  const auto fit_text = [&](double& part, double most, auto height_at) {
    double height = height_at(part);
    while (height > most * size_.height_px && part > kLeastPart)
      height = height_at(part -= kStep);
    return height;
  };
  parts.title =
      fit_text(title_part_, kMostTitle, [&](double part) { return title(nowhere, {}, part); });
  parts.footer =
      fit_text(footer_part_, kMostFooter, [&](double part) { return footer(nowhere, {}, part); });
  parts.figures = figures(nowhere, {});
  parts.table = has_table();
  parts.side = page().legend || (page().locator && !parts.table);
  layout_ = lay_out_page(size_, parts);
  if (layout_.upright) {
    fit_below(kMostBelow * (layout_.footer.y - layout_.map.y));
    parts.below = below_height();
    layout_ = lay_out_page(size_, parts);
  } else if (page().legend) {
    fit_beside();
  }
}

void PagePainter::paint(Canvas& canvas) const {
  title(canvas, {layout_.title.x, layout_.title.y}, title_part_);
  figures(canvas, {layout_.figures.x, layout_.figures.y});
  NullCanvas nowhere;
  const bool beside = insets(nullptr, side(nowhere, layout_.side));
  map(canvas, page().locator && !beside && map_has_room_for_locator());
  (void)insets(&canvas, side(canvas, layout_.side));
  footer(canvas, {layout_.footer.x, layout_.footer.y}, footer_part_);
}

void paint_page(Canvas& canvas, const PageInput& input, const PageSize& size) {
  PagePainter(input, size).paint(canvas);
}

Status write_page(const std::string& path, const Picture& picture, Snapshot<Shapes> shapes,
                  const Scene& scene, Language language, const PageSize& size) {
  const auto format = page_format_of(path);
  if (!format)
    return tl::make_unexpected(format.error());
  const auto document = make_document(*format, {picture.title, language, today()});
  paint_page(document->begin_page(size, {picture.title, scene.page.notes}),
             {&picture, std::move(shapes), &scene, language}, size);
  document->end_page();
  const auto bytes = document->finish();
  if (!bytes)
    return tl::make_unexpected(bytes.error());
  return save_file(path, *bytes);
}

}  // namespace malimap
