#include "app/render/stamps.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace malimap {
namespace {

constexpr int kFirstSize = 1024;
constexpr int kLargestSize = 4096;
constexpr int kSizes = 3;

/// The smallest part that holds all that was painted: what is transparent around it would be
/// blended in every frame too. Empty where nothing was.
SurfacePart painted_part(const Surface& surface) {
  const unsigned char* pixels = surface.pixels();
  SurfacePart part;
  if (pixels == nullptr)
    return part;
  int left = surface.width(), right = 0, top = surface.height(), bottom = 0;
  for (int y = 0; y < surface.height(); ++y)
    for (int x = 0; x < surface.width(); ++x) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, pixels + 4 * (std::ptrdiff_t{y} * surface.stride() + x), sizeof pixel);
      if (pixel == 0)
        continue;
      left = std::min(left, x);
      right = std::max(right, x + 1);
      top = std::min(top, y);
      bottom = y + 1;
    }
  return right > left ? SurfacePart{left, top, right - left, bottom - top} : part;
}

}  // namespace

void Stamps::set(gl::GlState& state, RenderStats& stats, const std::vector<Stamp>& stamps) {
  Arranged arranged = arrange(state, stats, stamps, WhenFull::Stop);
  // A full texture holds pictures of earlier views, which will come again: more room, as long as
  // there is, then this view's alone.
  for (int i = 1; i <= kSizes && !arranged.complete; ++i) {
    grow(state);
    arranged = arrange(state, stats, stamps, i < kSizes ? WhenFull::Stop : WhenFull::GoOn);
  }
  mesh_.set(state, stats, what_, std::move(arranged.pictures));
}

Stamps::Arranged Stamps::arrange(gl::GlState& state, RenderStats& stats,
                                 const std::vector<Stamp>& stamps, WhenFull when_full) {
  Arranged arranged;
  arranged.pictures.reserve(stamps.size());
  for (const Stamp& stamp : stamps) {
    if (auto picture = find(state, stats, stamp)) {
      picture->x += stamp.x;
      picture->y += stamp.y;
      arranged.pictures.push_back(*picture);
    } else {
      arranged.complete = false;
      if (when_full == WhenFull::Stop)
        break;  // what is painted from here on would be painted again
    }
  }
  return arranged;
}

std::optional<PlacedPicture> Stamps::find(gl::GlState& state, RenderStats& stats,
                                          const Stamp& stamp) {
  if (const auto found = pictures_.find(stamp.key); found != pictures_.end())
    return found->second;
  if (texture_.width() == 0)
    grow(state);
  Surface surface(stamp.width, stamp.height);
  stamp.picture(surface.cairo());
  const SurfacePart part = painted_part(surface);
  const auto spot = room_for(part.width, part.height);
  if (!spot)
    return std::nullopt;
  texture_.put(state, stats, what_, spot->first, spot->second, surface, part);
  if (what_ == Upload::Labels)
    stats.labels_rasterised += 1;
  const PlacedPicture picture{part.x, part.y, part.width, part.height, spot->first, spot->second};
  pictures_.emplace(stamp.key, picture);
  return picture;
}

void Stamps::grow(gl::GlState& state) {
  const int before = texture_.width();
  const int size = before == 0 ? kFirstSize : std::min(2 * before, kLargestSize);
  if (size != before)
    texture_.resize(state, size, size);
  shelves_.clear();
  pictures_.clear();
}

std::optional<std::pair<int, int>> Stamps::room_for(int width, int height) {
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

void Stamps::draw(Frame& frame, PictureBrush& brush) {
  brush.draw(frame, mesh_, texture_);
}

}  // namespace malimap
