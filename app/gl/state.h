#pragma once
// What GL is set to, remembered so that nothing is set twice.

#include <glad/gl.h>

#include <optional>

#include "app/gl/handle.h"
#include "app/gl/program.h"

namespace malimap::gl {

/// A rectangle of the framebuffer, GL's way: origin at the bottom left.
struct Rectangle {
  GLint x = 0, y = 0;
  GLsizei width = 0, height = 0;
  bool operator==(const Rectangle&) const = default;
};

enum class Blend { Opaque, Premultiplied };

/// Sets GL state through a cache. Others (ImGui) set it behind its back: call forget() after them.
class GlState {
 public:
  void forget();
  void use(const Program& program);
  void bind(const VertexArray& array);
  /// On texture unit 0, the only one in use.
  void bind_texture(GLenum target, const Texture& texture);
  void blend(Blend mode);
  /// Where drawing goes, and what part of it may change; turns off what 2-D drawing does not want
  /// (depth, culling, sRGB conversion).
  void area(const Rectangle& viewport, const Rectangle& scissor);

 private:
  struct BoundTexture {
    GLenum target = 0;
    GLuint name = 0;
    bool operator==(const BoundTexture&) const = default;
  };
  std::optional<GLuint> program_, array_;
  std::optional<BoundTexture> texture_;
  std::optional<Blend> blend_;
  std::optional<Rectangle> viewport_, scissor_;
};

}  // namespace malimap::gl
