#include "app/render/text_atlas.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr int kFirstSize = 1024;
constexpr int kLargestSize = 4096;
constexpr double kHaloRoomDp = 4;  // a halo reaches beyond the box

/// Everything that the picture of a text depends on; not its place.
std::string key_of(const Label& label, double scale) {
  const Colour c = label.colour, h = label.halo;
  return fmt::format("{}\n{:02x}{:02x}{:02x}{:02x}{:02x}{:02x}{:02x}{:02x} {} {} {}{} {} {} {}",
                     label.text, c.r, c.g, c.b, c.a, h.r, h.g, h.b, h.a,
                     static_cast<int>(label.role), label.size_dp, label.bold, label.italic,
                     label.box.width, label.box.height, scale);
}

Surface paint(const Label& label, double scale, int room, int width, int height) {
  Surface surface(width, height);
  Label placed = label;
  placed.box.x = room;
  placed.box.y = room;
  draw_label(surface.cairo(), placed, scale);
  return surface;
}

}  // namespace

std::optional<PlacedPicture> TextAtlas::find(gl::GlState& state, RenderStats& stats,
                                             const Label& label, double scale) {
  std::string key = key_of(label, scale);
  if (const auto found = texts_.find(key); found != texts_.end())
    return found->second;
  if (texture_.width() == 0)
    clear(state, false);
  const int room = static_cast<int>(std::ceil(kHaloRoomDp * scale));
  const int width = static_cast<int>(std::ceil(label.box.width)) + 2 * room;
  const int height = static_cast<int>(std::ceil(label.box.height)) + 2 * room;
  const auto spot = place(width, height);
  if (!spot)
    return std::nullopt;
  texture_.put(state, stats, Upload::Labels, spot->first, spot->second,
               paint(label, scale, room, width, height));
  stats.labels_rasterised += 1;
  const PlacedPicture picture{-room, -room, width, height, spot->first, spot->second};
  texts_.emplace(std::move(key), picture);
  return picture;
}

void TextAtlas::clear(gl::GlState& state, bool larger) {
  const int size = texture_.width() == 0 ? kFirstSize : texture_.width() * (larger ? 2 : 1);
  if (size != texture_.width())
    texture_.resize(state, std::min(size, kLargestSize), std::min(size, kLargestSize));
  shelves_.clear();
  texts_.clear();
}

std::optional<std::pair<int, int>> TextAtlas::place(int width, int height) {
  if (width > texture_.width())
    return std::nullopt;
  for (Shelf& shelf : shelves_)
    if (height <= shelf.height && height * 4 >= shelf.height * 3 &&
        shelf.used + width <= texture_.width()) {
      const int x = shelf.used;
      shelf.used += width;
      return std::pair{x, shelf.y};
    }
  const int y = shelves_.empty() ? 0 : shelves_.back().y + shelves_.back().height;
  if (y + height > texture_.height())
    return std::nullopt;
  shelves_.push_back({y, height, width});
  return std::pair{0, y};
}

}  // namespace malimap
