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
      dots_(input.view.width, input.view.height) {
  for (const PixelBox& box : input.keep_clear)
    texts_.add(box);
  for (const Marker& marker : out.markers) {
    const PixelPoint centre = input.view.to_pixel(marker.position);
    const double radius = dp(marker.radius_dp);
    dots_.add({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius});
  }
}

PixelBox LabelPlacer::measure(const std::string& text, const Style& style) const {
  return input_.measure_text(text, style.role, style.size_dp, style.bold, style.italic,
                             input_.view.scale);
}

LabelPlacer::Block LabelPlacer::block_of(std::vector<std::string> lines,
                                         std::vector<Style> styles) const {
  Block block{std::move(lines), std::move(styles), {}, 0, 0};
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    block.sizes.push_back(measure(block.lines[i], block.styles[i]));
    block.width = std::max(block.width, block.sizes.back().width);
    block.height += block.sizes.back().height;
  }
  return block;
}

bool LabelPlacer::in_view(const PixelBox& box) const {
  const double edge = dp(kEdge);
  return box.x >= edge && box.y >= edge && box.x + box.width <= input_.view.width - edge &&
         box.y + box.height <= input_.view.height - edge;
}

bool LabelPlacer::is_free(const PixelBox& box) const {
  const double room = dp(kRoom);
  return in_view(box) &&
         texts_.is_free({box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room});
}

bool LabelPlacer::is_clear(const PixelBox& box) const {
  return is_free(box) && dots_.is_free(box);
}

void LabelPlacer::add_label(const std::string& text, const Style& style, const PixelBox& box,
                            Ink ink, UnitIndex unit) {
  // On whole pixels, so that both painters set the text at the same place.
  const PixelBox placed{std::round(box.x), std::round(box.y), box.width, box.height};
  texts_.add(placed);
  out_.labels.push_back({text, style.role, placed, ink.text, ink.halo, style.size_dp, style.bold,
                         style.italic, unit});
}

void LabelPlacer::add_block(const Block& block, PixelPoint centre, Ink ink, UnitIndex unit) {
  double top = centre.y - block.height / 2;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const PixelBox& size = block.sizes[i];
    add_label(block.lines[i], block.styles[i],
              {centre.x - size.width / 2, top, size.width, size.height}, ink, unit);
    top += size.height;
  }
}

}  // namespace malimap
