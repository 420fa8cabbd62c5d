#pragma once
// The map without what moves on it (areas, rivers, borders), kept as a picture. While the map is
// dragged by whole pixels another part of it is copied; where the drag leaves its margin it is
// shifted and only the uncovered strips are drawn. On a software rasteriser that is the difference
// between 3 and 15 ms a frame.

#include <array>
#include <functional>

#include "app/gl/page.h"
#include "app/render/frame.h"

namespace malimap {

/// What the backdrop shows. Two equal keys show the same map, apart from the camera's centre.
struct BackdropKey {
  const Shapes* shapes = nullptr;
  const DetailLevel* detail = nullptr;
  double width = 0, height = 0, scale = 0, metres_per_pixel = 0;
  std::int64_t paint_version = 0;
  Theme theme;
  bool neighbours = true, rivers = true;
  [[nodiscard]] bool matches(const BackdropKey& other) const;
};

class Backdrop {
 public:
  /// Draws a view into an area of the framebuffer, of which the scissor's part is wanted.
  using DrawMap =
      std::function<void(const View&, const gl::Rectangle& area, const gl::Rectangle& scissor)>;

  /// Brings the picture up to date for a framebuffer, with as few calls of `draw` as needed.
  /// Changes the bound framebuffers.
  void update(const BackdropKey& key, const View& view, GLuint target, const DrawMap& draw);

  /// Copies the picture to the same-sized area of that framebuffer, and binds it.
  void copy_to(const gl::Rectangle& area, const gl::Rectangle& part) const;

  void forget() { valid_ = false; }

 private:
  void draw_all(const View& view, const DrawMap& draw);
  void shift(const View& view, const DrawMap& draw);

  std::array<gl::Page, 2> pages_;  // the second one from the first shift on
  std::size_t current_ = 0;
  GLuint target_ = 0;
  int width_ = 0, height_ = 0;  // of the pages: the view with a margin all around
  bool valid_ = false;
  BackdropKey key_;
  PlanePoint centre_;         // of what the pages show
  int right_ = 0, down_ = 0;  // how far the view wants the page's content moved, px
};

}  // namespace malimap
