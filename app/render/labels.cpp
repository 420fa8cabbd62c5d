#include "app/render/labels.h"

#include <cmath>

namespace malimap {
namespace {

struct Arranged {
  std::vector<PlacedPicture> pictures;
  bool complete = true;  // every label found room in the atlas
};

Arranged arrange(TextAtlas& atlas, gl::GlState& state, RenderStats& stats,
                 const std::vector<Label>& labels, double scale) {
  Arranged arranged;
  arranged.pictures.reserve(labels.size());
  for (const Label& label : labels) {
    auto picture = atlas.find(state, stats, label, scale);
    if (!picture) {
      arranged.complete = false;
      continue;
    }
    picture->x += static_cast<int>(std::lround(label.box.x));
    picture->y += static_cast<int>(std::lround(label.box.y));
    arranged.pictures.push_back(*picture);
  }
  return arranged;
}

}  // namespace

void Labels::set(gl::GlState& state, RenderStats& stats, const std::vector<Label>& labels,
                 double scale) {
  Arranged arranged = arrange(atlas_, state, stats, labels, scale);
  // A full atlas holds texts of earlier views: start again with this view's alone, then with more
  // room.
  for (const bool larger : {false, true, true}) {
    if (arranged.complete)
      break;
    atlas_.clear(state, larger);
    arranged = arrange(atlas_, state, stats, labels, scale);
  }
  mesh_.set(state, stats, Upload::Labels, std::move(arranged.pictures));
}

void Labels::draw(Frame& frame, PictureBrush& brush) {
  brush.draw(frame, mesh_, atlas_.texture());
}

}  // namespace malimap
