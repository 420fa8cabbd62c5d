#include "geo/map/labels.h"

#include <algorithm>
#include <cmath>

#include "geo/map/style.h"

namespace malimap {
namespace {

constexpr double kEdge = 4;  // dp that stay free at the view's edge
constexpr double kRoom = 1;  // dp between two texts

}  // namespace

LabelPlacer::LabelPlacer(const ComposeInput& input, Composition& out)
    : input_(input),
      out_(out),
      detail_(input.shapes->detail_for(input.view.metres_per_pixel())),
      texts_(input.view.width, input.view.height),
      dots_(input.view.width, input.view.height),
      solids_(input.view.width, input.view.height) {
  for (const PixelBox& box : input.keep_clear)
    texts_.add(box);
  for (const Marker& marker : out.markers) {
    const PixelPoint centre = input.view.to_pixel(marker.position);
    const double radius = dp(marker.radius_dp);
    (marker.places > 1 ? solids_ : dots_)
        .add({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius});
  }
  symbol_of_zone_.resize(input.picture->coverage->zones.size());
  for (auto symbol = out.symbols.rbegin(); symbol != out.symbols.rend(); ++symbol)
    if (symbol->zone >= 0 && static_cast<std::size_t>(symbol->zone) < symbol_of_zone_.size())
      symbol_of_zone_[static_cast<std::size_t>(symbol->zone)] = &*symbol;
  for (const Symbol& symbol : out.symbols)
    solids_.add(box_of(symbol, input.view));
}

const UnitGrid& LabelPlacer::grid() const {
  if (!units_)
    units_.emplace(*input_.shapes);
  return *units_;
}

PixelBox LabelPlacer::measure(const std::string& text, const Style& style) const {
  return input_.measure_text(text, style.role, style.size_dp, style.bold, style.italic,
                             input_.view.scale);
}

LabelPlacer::Block LabelPlacer::block_of(std::initializer_list<Line> lines) const {
  Block block;
  for (Line line : lines) {
    line.size = measure(*line.text, line.style);
    block.width = std::max(block.width, std::ceil(line.size.width));
    block.height += std::ceil(line.size.height);
    block.lines[block.count++] = line;
  }
  return block;
}

bool LabelPlacer::in_view(const PixelBox& box) const {
  const double edge = std::max(dp(kEdge), 1.0);
  return box.x >= edge && box.y >= edge && box.x + box.width <= input_.view.width - edge &&
         box.y + box.height <= input_.view.height - edge;
}

/// Of the unit, or of the units that share its figure; px of the view.
PixelBox LabelPlacer::extent_of(const Host& host) const {
  PlaneBox extent = input_.shapes->units[static_cast<std::size_t>(host.unit)].box;
  if (host.together)
    for (const UnitIndex unit : *host.together)
      if (const PlaneBox& box = input_.shapes->units[static_cast<std::size_t>(unit)].box;
          !box.empty()) {
        extent.add(box.low);
        extent.add(box.high);
      }
  const PixelPoint low = input_.view.to_pixel(extent.low), high = input_.view.to_pixel(extent.high);
  return {low.x, high.y, high.x - low.x, low.y - high.y};
}

PixelBox LabelPlacer::part_in_view(const PixelBox& box) const {
  const View& view = input_.view;
  const double left = std::clamp(box.x, 0.0, view.width), top = std::clamp(box.y, 0.0, view.height);
  return {left, top, std::clamp(box.x + box.width, 0.0, view.width) - left,
          std::clamp(box.y + box.height, 0.0, view.height) - top};
}

/// On whole pixels, so that both painters set the text at the same place and what does not overlap
/// here does not overlap there.
PixelBox LabelPlacer::snapped(PixelPoint centre, double width, double height) const {
  return {std::round(centre.x - width / 2), std::round(centre.y - height / 2), std::ceil(width),
          std::ceil(height)};
}

bool LabelPlacer::is_free(const PixelBox& box) const {
  const double room = std::max(dp(kRoom), 1.0);
  const PixelBox wide{box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room};
  return in_view(box) && texts_.is_free(wide) && solids_.is_free(box) &&
         std::none_of(ends_.begin(), ends_.end(),
                      [&](const PixelBox& end) { return overlap(end, box); }) &&
         std::none_of(out_.leaders.begin(), out_.leaders.end(),
                      [&](const Leader& l) { return crosses(l.from, l.to, wide); });
}

bool LabelPlacer::is_clear(const PixelBox& box) const {
  return is_free(box) && dots_.is_free(box);
}

void LabelPlacer::add_label(const std::string& text, const Style& style, const PixelBox& box,
                            Ink ink, UnitIndex unit) {
  const PixelBox placed{std::round(box.x), std::round(box.y), box.width, box.height};
  texts_.add(placed);
  out_.labels.push_back({text, style.role, placed, ink.text, ink.halo, style.size_dp, style.bold,
                         style.italic, unit});
}

void LabelPlacer::add_block(const Block& block, const PixelBox& box, Ink ink, UnitIndex unit) {
  texts_.add(box);  // whole: another text beside the shorter line would seem to belong to it
  double top = box.y;
  for (const auto& [text, style, size] : block.each()) {
    const double left = std::floor(box.x + (box.width - size.width) / 2);
    add_label(*text, style, {left, top, size.width, size.height}, ink, unit);
    top += std::ceil(size.height);
  }
}

PixelBox box_of(const Symbol& symbol, const View& view) {
  const PixelPoint at = view.to_pixel(symbol.position);
  const double edge = view.scale * style::kSymbolLineWidth;
  if (symbol.kind == SymbolKind::Bar) {
    const double width = symbol.width_dp * view.scale + 2 * edge,
                 height = symbol.height_dp * view.scale + 2 * edge;
    return {at.x - width / 2, at.y + edge - height, width, height};
  }
  const double radius = symbol.radius_dp * view.scale + edge;
  return {at.x - radius, at.y - radius, 2 * radius, 2 * radius};
}

}  // namespace malimap
