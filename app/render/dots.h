#pragma once
// The dots of a dot map: many (200,000) and small, each in its colour, drawn in their order. Only
// those in the view cost: they are left out by runs of neighbours in the list, which the picture
// makes unit by unit.

#include "app/render/frame.h"
#include "geo/base/result.h"

namespace malimap {

class Dots {
 public:
  [[nodiscard]] static Result<Dots> create();

  /// Uploads unless these dots are there. Says whether anything looks different.
  bool set(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
           const std::vector<Dot>& dots, double radius_dp);
  void draw(Frame& frame);

 private:
  struct Run {
    GLint first = 0;
    GLsizei count = 0;
    PlaneBox box;
  };
  gl::Program program_;
  ViewUniforms view_;
  GLint radius_px_ = -1, corner_ = -1;
  gl::VertexArray array_;
  gl::Buffer vertices_;
  std::vector<Run> runs_;
  std::vector<Dot> dots_;  // as uploaded
  PlanePoint origin_;
  double radius_dp_ = 0;
};

}  // namespace malimap
