#pragma once
// Rivers, by rank.

#include "app/render/lines.h"

namespace malimap {

class Rivers {
 public:
  void reset() { mesh_ = {}; }
  void prepare(gl::GlState& state, RenderStats& stats, const Shapes& shapes);
  void draw(Frame& frame, LineBrush& brush);

 private:
  LineMesh mesh_;
};

}  // namespace malimap
