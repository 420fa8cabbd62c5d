#pragma once
// A picture that was painted aside, on the GPU for panels.

#include "app/gl/handle.h"
#include "app/panels/context.h"
#include "app/render/surface.h"

namespace malimap {

class PanelTexture {
 public:
  /// In place of what it held. Opaque pictures only: ImGui knows no premultiplied colours.
  void put(const Surface& picture);
  [[nodiscard]] PanelPicture picture() const;

 private:
  gl::Texture texture_;
  int width_ = 0, height_ = 0;
};

}  // namespace malimap
