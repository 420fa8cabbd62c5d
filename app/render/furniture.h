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
  /// Furniture that is painted together: the legend, or the scale bar, which changes while the map
  /// is zoomed.
  struct Piece {
    std::string key;  // of what is painted
    std::vector<Card> cards;
  };
  static void paint(Piece& piece, gl::GlState& state, RenderStats& stats,
                    const Composition& composition);

  Piece legend_, scale_bar_;
};

}  // namespace malimap
