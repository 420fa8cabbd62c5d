#pragma once
// What every drawable gets: the view, where it goes, and the GL state that they share.

#include <cstddef>
#include <span>
#include <vector>

#include "app/gl/state.h"
#include "app/render/stats.h"
#include "geo/map/composition.h"

namespace malimap {

/// Positions go to the GPU as floats relative to this point, so that metres keep their decimetres.
[[nodiscard]] PlanePoint origin_of(const Shapes& shapes);

/// One picture being drawn. Valid for the duration of a call.
struct Frame {
  gl::GlState& state;
  RenderStats& stats;
  const View& view;
  const Theme& theme;
  const Shapes& shapes;
  PlanePoint origin;
  PlaneBox visible;    // of the plane, with room for wide lines
  gl::Rectangle area;  // of the framebuffer

  [[nodiscard]] bool shows(const PlaneBox& box) const;
};

/// What of the plane shows in a part of the framebuffer area that the view fills, with room for
/// wide lines.
[[nodiscard]] PlaneBox visible_box(const View& view, const gl::Rectangle& area,
                                   const gl::Rectangle& part);

/// A run of indices to draw.
struct IndexRun {
  GLsizei first = 0, count = 0;
};

/// Appends indices to the last run when they follow it, else begins a new one.
void extend_runs(std::vector<IndexRun>& runs, IndexRun run);

/// One draw call for all runs; nothing for none. The vertex array is bound.
void draw_runs(Frame& frame, std::span<const IndexRun> runs);

/// The uniforms of shaders/common.glsl.
struct ViewUniforms {
  GLint centre = -1, px_per_m = -1, size = -1;
  void find(const gl::Program& program);
  void set(const Frame& frame) const;
};

void set_colour(GLint location, Colour colour);

/// Replaces a buffer's content, and counts it.
template <class T>
void upload(RenderStats& stats, Upload what, GLenum target, const gl::Buffer& buffer,
            const std::vector<T>& values, GLenum usage = GL_STATIC_DRAW) {
  const auto bytes = static_cast<GLsizeiptr>(values.size() * sizeof(T));
  glBindBuffer(target, buffer.name());
  glBufferData(target, bytes, values.data(), usage);
  stats.count(what, bytes);
}

/// An attribute of the bound array from the bound buffer, `offset` bytes into a vertex of `stride`
/// bytes.
void float_attribute(GLuint index, GLint parts, GLsizei stride, std::size_t offset);
/// Four bytes as parts of 255.
void colour_attribute(GLuint index, GLsizei stride, std::size_t offset);
void integer_attribute(GLuint index, GLint parts, GLenum type, GLsizei stride, std::size_t offset);

}  // namespace malimap
