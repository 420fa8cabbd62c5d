#pragma once
// Projects at their places, and towns. Clusters: see clusters.h.

#include "app/render/circles.h"

namespace malimap {

class Markers {
 public:
  /// `towns` are indices into the shapes' towns.
  void set_towns(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
                 const std::vector<int>& towns);
  void set_markers(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
                   const std::vector<Marker>& markers);
  void draw_towns(Frame& frame, CircleBrush& brush);
  void draw_markers(Frame& frame, CircleBrush& brush);

 private:
  CircleMesh towns_, markers_, contested_, new_, changed_, ended_;
};

}  // namespace malimap
