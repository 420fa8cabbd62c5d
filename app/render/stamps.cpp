#include "app/render/stamps.h"

#include <algorithm>

namespace malimap {
namespace {

constexpr int kFirstSize = 1024;
constexpr int kLargestSize = 4096;
constexpr int kSizes = 3;

}  // namespace

void Stamps::set(gl::GlState& state, RenderStats& stats, const std::vector<Stamp>& stamps) {
  Arranged arranged = arrange(state, stats, stamps);
  // A full texture holds pictures of earlier views, which will come again: more room, as long as
  // there is, then this view's alone.
  for (int i = 0; i < kSizes && !arranged.complete; ++i) {
    grow(state);
    arranged = arrange(state, stats, stamps);
  }
  mesh_.set(state, stats, what_, std::move(arranged.pictures));
}

Stamps::Arranged Stamps::arrange(gl::GlState& state, RenderStats& stats,
                                 const std::vector<Stamp>& stamps) {
  Arranged arranged;
  arranged.pictures.reserve(stamps.size());
  for (const Stamp& stamp : stamps) {
    if (auto picture = find(state, stats, stamp)) {
      picture->x = stamp.x;
      picture->y = stamp.y;
      arranged.pictures.push_back(*picture);
    } else {
      arranged.complete = false;
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
  const auto spot = room_for(stamp.width, stamp.height);
  if (!spot)
    return std::nullopt;
  Surface surface(stamp.width, stamp.height);
  stamp.picture(surface.cairo());
  texture_.put(state, stats, what_, spot->first, spot->second, surface);
  if (what_ == Upload::Labels)
    stats.labels_rasterised += 1;
  const PlacedPicture picture{0, 0, stamp.width, stamp.height, spot->first, spot->second};
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
