#pragma once
// Labels. They stand on whole pixels, so that their letters stay crisp while the map moves.

#include "app/render/stamps.h"

namespace malimap {

/// A label as it is put on the screen. Refers to the label, which must outlive it.
[[nodiscard]] Stamp stamp_of(const Label& label, double scale);

class Labels {
 public:
  void set(gl::GlState& state, RenderStats& stats, const std::vector<Label>& labels, double scale);
  void draw(Frame& frame, PictureBrush& brush);

 private:
  Stamps stamps_{Upload::Labels};
};

}  // namespace malimap
