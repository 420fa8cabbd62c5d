#pragma once
// Circles, pies and bars over their zones: painted as on paper, moved by whole pixels.

#include "app/render/alone.h"

namespace malimap {

class Symbols {
 public:
  void set(gl::GlState& state, RenderStats& stats, const Composition& composition);
  void draw(Frame& frame, PictureBrush& brush);

 private:
  Alone alone_;
  Stamps stamps_{Upload::Markers};
};

}  // namespace malimap
