#pragma once
// Context layers of the user's own: outlines, lines and points in their own colours.

#include "app/render/circles.h"
#include "app/render/lines.h"

namespace malimap {

class ContextLines {
 public:
  void reset();
  /// Uploads the layers unless they are there.
  void prepare(gl::GlState& state, RenderStats& stats, const Shapes& shapes);
  void draw(Frame& frame, LineBrush& lines, CircleBrush& circles);

 private:
  struct Layer {
    LineMesh lines;
    CircleMesh points;
    LineStyle style;
  };
  std::vector<Layer> layers_;
  bool prepared_ = false;
};

}  // namespace malimap
