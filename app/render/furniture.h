#pragma once
// Legend and scale bar, painted by Cairo as on paper, kept as textures and painted again only when
// what they say changes.

#include <string>

#include "app/render/pictures.h"

namespace malimap {

class FurniturePainter {
 public:
  void set(gl::GlState& state, RenderStats& stats, const Composition& composition);
  void draw(Frame& frame, PictureBrush& brush);

 private:
  struct Card {
    PictureTexture texture;
    PictureMesh mesh;
  };
  std::string key_;  // of what is painted
  std::vector<Card> cards_;
};

}  // namespace malimap
