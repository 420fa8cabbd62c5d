#pragma once
// The map on a page, through Cairo. No display is needed.
#include <cairo.h>

#include <memory>
#include <string>

#include "geo/base/result.h"
#include "geo/map/compose.h"

namespace malimap {

class Canvas;

enum class PageFormat { Png, Svg, Pdf, Pptx };

/// By the file name's extension.
[[nodiscard]] Result<PageFormat> page_format_of(const std::string& path);

struct PageSize {
  double width_px = 1600, height_px = 1000;  // of the picture
  double dpi = 96;                           // px per inch: 96 means 1 px = 1 dp
};
/// 1600x1000 px for PNG and SVG, A4 lying for PDF.
[[nodiscard]] PageSize default_page_size(PageFormat format);

/// "1600x1000" px, "200x150mm", or "A4", "A4-portrait", "A3", "16:9" with dpi.
[[nodiscard]] Result<PageSize> parse_page_size(const std::string& size, double dpi);

/// Draws the map itself (everything in the view, no furniture) with its top left corner at the
/// origin.
void paint_map(Canvas& canvas, const Composition& composition);
void paint_map(cairo_t* cairo, const Composition& composition);

/// The same in two steps: areas, rivers and borders, then all that stands on them.
void paint_ground(Canvas& canvas, const Composition& composition);
void paint_on_ground(Canvas& canvas, const Composition& composition);

/// Draws legend and scale bar inside the view; returns the boxes that they cover. With cairo ==
/// nullptr only measures.
std::vector<PixelBox> paint_furniture(Canvas& canvas, const Composition& composition);
std::vector<PixelBox> paint_furniture(cairo_t* cairo, const Composition& composition);

/// Where furniture stands, and what of it can be dragged or clicked; found without drawing. px of
/// the view.
struct FurnitureBoxes {
  std::vector<PixelBox> boxes;         // as paint_furniture returns them
  PixelBox histogram;                  // its axis from low to high is as wide; no width: none
  std::vector<PixelBox> handles;       // one a break of the histogram
  std::vector<PixelBox> alternatives;  // one each of the legend's
  std::vector<PixelBox> entries;       // one each of the legend's, swatch and text
};
[[nodiscard]] FurnitureBoxes furniture_boxes(const Composition& composition);

/// Draws what Canvas asks for with Cairo, in px.
[[nodiscard]] std::unique_ptr<Canvas> make_cairo_canvas(cairo_t* cairo);

/// What a page is made from. The pointers and snapshots outlive the call.
struct PageInput {
  const Picture* picture = nullptr;
  Snapshot<Shapes> shapes;
  const Scene* scene = nullptr;
  Language language = Language::French;
};

/// Draws a whole page: title, map, legend, scale bar, north arrow, locator, key figures, sources,
/// disclaimer; as Scene::page switches them.
void paint_page(Canvas& canvas, const PageInput& input, const PageSize& size);

/// A whole page: title, map, legend, scale bar, north arrow, sources, disclaimer; written aside and
/// renamed.
[[nodiscard]] Status write_page(const std::string& path, const Picture& picture,
                                Snapshot<Shapes> shapes, const Scene& scene, Language language,
                                const PageSize& size);

}  // namespace malimap
