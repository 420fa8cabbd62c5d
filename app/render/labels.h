#pragma once
// Labels, from the atlas. They stand on whole pixels, so that their letters stay crisp while the
// map moves.

#include "app/render/text_atlas.h"

namespace malimap {

class Labels {
 public:
  void set(gl::GlState& state, RenderStats& stats, const std::vector<Label>& labels, double scale);
  void draw(Frame& frame, PictureBrush& brush);

 private:
  TextAtlas atlas_;
  PictureMesh mesh_;
};

}  // namespace malimap
