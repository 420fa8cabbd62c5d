#include "app/render/furniture.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "geo/output/page.h"

namespace malimap {
namespace {

void add(std::string& key, Colour c) {
  fmt::format_to(std::back_inserter(key), "{:02x}{:02x}{:02x}{:02x} ", c.r, c.g, c.b, c.a);
}

void add(std::string& key, const std::vector<std::string>& texts) {
  for (const std::string& text : texts)
    fmt::format_to(std::back_inserter(key), "{}\n", text);
}

void add(std::string& key, const LegendHistogram& histogram) {
  auto out = std::back_inserter(key);
  fmt::format_to(out, "histogram {} {} {}\n{}\n", histogram.low, histogram.high, histogram.low_text,
                 histogram.high_text);
  for (const int bin : histogram.bins)
    fmt::format_to(out, "{} ", bin);
  for (const double value : histogram.breaks)
    fmt::format_to(out, "{} ", value);
  for (const Colour colour : histogram.colours)
    add(key, colour);
}

void add(std::string& key, const LegendGrid& grid) {
  auto out = std::back_inserter(key);
  fmt::format_to(out, "grid {}\n{}\n", grid.x_title, grid.y_title);
  add(key, grid.x_breaks);
  add(key, grid.y_breaks);
  for (const int members : grid.members)
    fmt::format_to(out, "{} ", members);
  for (const Colour colour : grid.colours)
    add(key, colour);
}

void add(std::string& key, const LegendSizes& sizes) {
  auto out = std::back_inserter(key);
  fmt::format_to(out, "sizes {} {} {}\n", static_cast<int>(sizes.kind), sizes.title,
                 sizes.width_dp);
  for (const LegendSize& size : sizes.sizes)
    fmt::format_to(out, "{} {} {}\n", size.radius_dp, size.height_dp, size.text);
}

/// What only some kinds of maps have in their legend.
void add_parts(std::string& key, const Legend& legend) {
  if (legend.histogram)
    add(key, *legend.histogram);
  if (legend.grid)
    add(key, *legend.grid);
  if (legend.sizes)
    add(key, *legend.sizes);
  fmt::format_to(std::back_inserter(key), "{}\n{}\n", legend.dots, legend.inferred);
  for (const LegendAlternative& alternative : legend.alternatives)
    fmt::format_to(std::back_inserter(key), "{}\n", alternative.text);
}

/// Everything that the furniture's picture depends on. The scale bar's length changes by fractions
/// of a pixel while the map moves: whole pixels count.
std::string key_of(const Composition& composition) {
  const Legend& legend = composition.furniture.legend;
  const View& view = composition.view;
  std::string key;
  auto out = std::back_inserter(key);
  fmt::format_to(out, "{} {} {}\n{}\n{} {}\n{}\n{}\n", view.width, view.height, view.scale,
                 legend.title, legend.marker_key, legend.marker_largest,
                 composition.furniture.scale_bar.text,
                 std::lround(composition.furniture.scale_bar.length_px));
  for (const LegendEntry& entry : legend.entries) {
    fmt::format_to(out, "{}\n{} {} {} {} ", entry.text, entry.hatched, entry.members,
                   entry.class_index, static_cast<int>(entry.kind));
    add(key, entry.fill);
  }
  for (const LegendMarker& marker : legend.marker_sizes)
    fmt::format_to(out, "{} {}\n", marker.radius_dp, marker.text);
  for (const LegendChange& change : legend.marker_changes)
    fmt::format_to(out, "{} {}\n", static_cast<int>(change.change), change.text);
  fmt::format_to(out, "{}\n{}\n{}\n{} {}\n", legend.marker_title, legend.marker_contested,
                 legend.members_title, static_cast<int>(legend.corner), legend.inset_dp);
  add(key, legend.notes);
  add_parts(key, legend);
  const Theme& theme = composition.theme;
  for (Colour c :
       {theme.paper, theme.panel, theme.panel_line, theme.text, theme.text_muted, theme.halo,
        theme.no_data_fill, theme.no_data_hatch, theme.marker_fill, theme.marker_line})
    add(key, c);
  return key;
}

/// The box on whole pixels, with room for a line on its edge and the halo of a text.
PlacedPicture pixels_of(const PixelBox& box, double scale) {
  const double room = std::ceil(2 * scale);
  const double left = std::floor(box.x) - room, top = std::floor(box.y) - room;
  const double right = std::ceil(box.x + box.width) + room;
  const double bottom = std::ceil(box.y + box.height) + room;
  return {static_cast<int>(left),
          static_cast<int>(top),
          static_cast<int>(right - left),
          static_cast<int>(bottom - top),
          0,
          0};
}

}  // namespace

void FurniturePainter::set(gl::GlState& state, RenderStats& stats, const Composition& composition) {
  Composition piece;
  piece.view = composition.view;
  piece.theme = composition.theme;
  piece.furniture.legend = composition.furniture.legend;
  paint(legend_, state, stats, piece);
  piece.furniture.legend = {};
  piece.furniture.scale_bar = composition.furniture.scale_bar;
  paint(scale_bar_, state, stats, piece);
}

void FurniturePainter::paint(Piece& piece, gl::GlState& state, RenderStats& stats,
                             const Composition& composition) {
  std::string key = key_of(composition);
  if (key == piece.key)
    return;
  piece.key = std::move(key);
  const std::vector<PixelBox> boxes = paint_furniture(nullptr, composition);
  // The textures are kept where their number stays.
  piece.cards.resize(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const PlacedPicture place = pixels_of(boxes[i], composition.view.scale);
    Surface surface(place.width, place.height);
    cairo_translate(surface.cairo(), -place.x, -place.y);
    (void)paint_furniture(surface.cairo(), composition);
    Card& card = piece.cards[i];
    card.texture.resize(state, place.width, place.height);
    card.texture.put(state, stats, Upload::Furniture, 0, 0, surface,
                     {0, 0, surface.width(), surface.height()});
    card.mesh.set(state, stats, Upload::Furniture, {place});
  }
}

void FurniturePainter::draw(Frame& frame, PictureBrush& brush) {
  for (const Piece* piece : {&legend_, &scale_bar_})
    for (const Card& card : piece->cards)
      brush.draw(frame, card.mesh, card.texture);
}

}  // namespace malimap
