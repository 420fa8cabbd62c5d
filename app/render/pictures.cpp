#include "app/render/pictures.h"

namespace malimap {
namespace {

struct PictureVertex {
  float x = 0, y = 0, texel_x = 0, texel_y = 0;
};

}  // namespace

void PictureTexture::resize(gl::GlState& state, int width, int height) {
  width_ = width;
  height_ = height;
  if (!texture_)
    texture_ = gl::Texture::make();
  state.bind_texture(GL_TEXTURE_2D, texture_);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
               nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
}

void PictureTexture::put(gl::GlState& state, RenderStats& stats, Upload what, int x, int y,
                         const Surface& picture, const SurfacePart& part) {
  const unsigned char* pixels = picture.pixels();
  if (pixels == nullptr)
    return;
  state.bind_texture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, picture.stride());
  glPixelStorei(GL_UNPACK_SKIP_PIXELS, part.x);
  glPixelStorei(GL_UNPACK_SKIP_ROWS, part.y);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, part.width, part.height, GL_BGRA,
                  GL_UNSIGNED_INT_8_8_8_8_REV, pixels);
  for (const GLenum setting : {GL_UNPACK_ROW_LENGTH, GL_UNPACK_SKIP_PIXELS, GL_UNPACK_SKIP_ROWS})
    glPixelStorei(setting, 0);
  stats.count(what, 4LL * part.width * part.height);
}

void PictureMesh::set(gl::GlState& state, RenderStats& stats, Upload what,
                      std::vector<PlacedPicture> pictures) {
  if (pictures == pictures_)
    return;
  pictures_ = std::move(pictures);
  std::vector<PictureVertex> vertices;
  vertices.reserve(pictures_.size() * 6);
  for (const PlacedPicture& p : pictures_)
    for (unsigned corner : {0U, 1U, 2U, 2U, 1U, 3U}) {
      const int right = (corner & 1U) != 0 ? p.width : 0, down = (corner & 2U) != 0 ? p.height : 0;
      vertices.push_back({static_cast<float>(p.x + right), static_cast<float>(p.y + down),
                          static_cast<float>(p.texel_x + right),
                          static_cast<float>(p.texel_y + down)});
    }
  const bool fresh = !array_;
  if (fresh) {
    array_ = gl::VertexArray::make();
    vertices_ = gl::Buffer::make();
  }
  state.bind(array_);
  upload(stats, what, GL_ARRAY_BUFFER, vertices_, vertices, GL_DYNAMIC_DRAW);
  if (fresh) {
    float_attribute(0, 2, sizeof(PictureVertex), 0);
    float_attribute(1, 2, sizeof(PictureVertex), offsetof(PictureVertex, texel_x));
  }
}

Result<PictureBrush> PictureBrush::create() {
  auto program = gl::make_program("picture.vert", "picture.frag");
  if (!program)
    return tl::make_unexpected(program.error());
  PictureBrush brush;
  brush.program_ = std::move(*program);
  brush.view_.find(brush.program_);
  brush.picture_ = gl::uniform(brush.program_, "u_picture");
  return brush;
}

void PictureBrush::draw(Frame& frame, const PictureMesh& mesh, const PictureTexture& texture) {
  if (mesh.pictures_.empty())
    return;
  frame.state.use(program_);
  frame.state.blend(gl::Blend::Premultiplied);
  frame.state.bind_texture(GL_TEXTURE_2D, texture.texture());
  frame.state.bind(mesh.array_);
  view_.set(frame);
  glUniform1i(picture_, 0);
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(mesh.pictures_.size() * 6));
  frame.stats.draw_calls += 1;
}

}  // namespace malimap
