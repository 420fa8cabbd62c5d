#pragma once
// Pictures that Cairo paints once, kept side by side in one texture and put on whole pixels of the
// map wherever they are wanted: texts, symbols.

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

#include "app/render/pictures.h"

namespace malimap {

struct Stamp {
  std::string key;                        // everything that the picture depends on; not its place
  int x = 0, y = 0;                       // where its top left corner goes, px
  int width = 0, height = 0;              // px
  std::function<void(cairo_t*)> picture;  // asked for when the key is new; from its corner
};

class Stamps {
 public:
  explicit Stamps(Upload what) : what_(what) {}

  /// Paints what is new and uploads the places unless they are there.
  void set(gl::GlState& state, RenderStats& stats, const std::vector<Stamp>& stamps);
  void draw(Frame& frame, PictureBrush& brush);

 private:
  struct Shelf {
    int y = 0, height = 0, used = 0;
  };
  struct Arranged {
    std::vector<PlacedPicture> pictures;
    bool complete = true;  // every picture found room
  };
  enum class WhenFull { Stop, GoOn };
  [[nodiscard]] Arranged arrange(gl::GlState& state, RenderStats& stats,
                                 const std::vector<Stamp>& stamps, WhenFull when_full);
  /// Where the picture is in the texture, and where in the stamp: painted when it is not there yet.
  /// Nothing when it does not fit into the room left.
  [[nodiscard]] std::optional<PlacedPicture> find(gl::GlState& state, RenderStats& stats,
                                                  const Stamp& stamp);
  [[nodiscard]] std::optional<std::pair<int, int>> room_for(int width, int height);
  /// Takes a larger texture as long as there is one, and forgets every picture.
  void grow(gl::GlState& state);

  Upload what_;
  PictureTexture texture_;
  PictureMesh mesh_;
  std::vector<Shelf> shelves_;
  std::unordered_map<std::string, PlacedPicture> pictures_;
};

}  // namespace malimap
