#pragma once
// Clusters of markers with their counts: painted as on paper, moved by whole pixels.

#include "app/render/alone.h"

namespace malimap {

class Clusters {
 public:
  void set(gl::GlState& state, RenderStats& stats, const Composition& composition);
  void draw(Frame& frame, PictureBrush& brush);

 private:
  Alone alone_;
  Stamps stamps_{Upload::Markers};
};

}  // namespace malimap
