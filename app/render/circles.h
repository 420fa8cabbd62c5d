#pragma once
// Circles by distance: markers of projects, towns, points of context layers.

#include "app/render/frame.h"
#include "geo/base/result.h"

namespace malimap {

struct Circle {
  float x = 0, y = 0;  // relative to the shapes' origin, m
  float radius_dp = 0;
  bool operator==(const Circle&) const = default;
};

[[nodiscard]] Circle circle_at(PlanePoint p, PlanePoint origin, double radius_dp);

/// Circles on the GPU, drawn in their order.
class CircleMesh {
 public:
  /// Uploads unless these circles are there.
  void set(gl::GlState& state, RenderStats& stats, Upload what, std::vector<Circle> circles);

 private:
  friend class CircleBrush;
  gl::VertexArray array_;
  gl::Buffer vertices_;
  std::vector<Circle> circles_;
};

struct CircleStyle {
  Colour fill, line;
  double line_width_dp = 1;
};

class CircleBrush {
 public:
  [[nodiscard]] static Result<CircleBrush> create();
  void draw(Frame& frame, const CircleMesh& mesh, const CircleStyle& style);

 private:
  gl::Program program_;
  ViewUniforms view_;
  GLint px_per_dp_ = -1, half_line_ = -1, fill_ = -1, line_ = -1;
};

}  // namespace malimap
