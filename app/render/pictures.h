#pragma once
// Pictures that Cairo painted, put on whole pixels of the map: texts and furniture.

#include "app/render/frame.h"
#include "app/render/surface.h"
#include "geo/base/result.h"

namespace malimap {

/// A part of a texture and where its top left corner goes, px.
struct PlacedPicture {
  int x = 0, y = 0, width = 0, height = 0;
  int texel_x = 0, texel_y = 0;
  bool operator==(const PlacedPicture&) const = default;
};

/// A texture of premultiplied colours.
class PictureTexture {
 public:
  /// Makes it (again) at this size. Its content is lost and undefined until put.
  void resize(gl::GlState& state, int width, int height);
  /// Copies a part of a picture to a place in it.
  void put(gl::GlState& state, RenderStats& stats, Upload what, int x, int y,
           const Surface& picture, const SurfacePart& part);
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] const gl::Texture& texture() const { return texture_; }

 private:
  gl::Texture texture_;
  int width_ = 0, height_ = 0;
};

/// Which pictures of a texture are shown where.
class PictureMesh {
 public:
  /// Uploads unless these places are there.
  void set(gl::GlState& state, RenderStats& stats, Upload what,
           std::vector<PlacedPicture> pictures);

 private:
  friend class PictureBrush;
  gl::VertexArray array_;
  gl::Buffer vertices_;
  std::vector<PlacedPicture> pictures_;
};

class PictureBrush {
 public:
  [[nodiscard]] static Result<PictureBrush> create();
  void draw(Frame& frame, const PictureMesh& mesh, const PictureTexture& texture);

 private:
  gl::Program program_;
  ViewUniforms view_;
  GLint picture_ = -1;
};

}  // namespace malimap
