#pragma once
// Texts set once by Cairo and Pango at the screen's own resolution, kept side by side in one
// texture.

#include <optional>
#include <string>
#include <unordered_map>

#include "app/render/pictures.h"

namespace malimap {

class TextAtlas {
 public:
  /// Where the label's picture is, relative to the label's box: painted when it is not there yet.
  /// Nothing when it does not fit into the room left: clear() and ask again for all labels.
  [[nodiscard]] std::optional<PlacedPicture> find(gl::GlState& state, RenderStats& stats,
                                                  const Label& label, double scale);

  /// Forgets every text, and takes a larger texture when even one frame's texts did not fit.
  void clear(gl::GlState& state, bool larger);

  [[nodiscard]] const PictureTexture& texture() const { return texture_; }

 private:
  struct Shelf {
    int y = 0, height = 0, used = 0;
  };
  [[nodiscard]] std::optional<std::pair<int, int>> place(int width, int height);

  PictureTexture texture_;
  std::vector<Shelf> shelves_;
  std::unordered_map<std::string, PlacedPicture> texts_;
};

}  // namespace malimap
