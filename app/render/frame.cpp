#include "app/render/frame.h"

namespace malimap {

PlanePoint origin_of(const Shapes& shapes) {
  return shapes.box.empty() ? PlanePoint{} : shapes.box.middle();
}

bool Frame::shows(const PlaneBox& box) const {
  return box.low.x <= visible.high.x && box.high.x >= visible.low.x &&
         box.low.y <= visible.high.y && box.high.y >= visible.low.y;
}

PlaneBox visible_box(const View& view, const gl::Rectangle& area, const gl::Rectangle& part) {
  constexpr double kRoomDp = 16;  // more than half of any line's width
  const double mpp = view.metres_per_pixel();
  const double room = kRoomDp * view.scale * mpp;
  const double left = view.camera.centre.x + (part.x - area.x - view.width / 2) * mpp;
  const double bottom = view.camera.centre.y + (part.y - area.y - view.height / 2) * mpp;
  return {{left - room, bottom - room},
          {left + part.width * mpp + room, bottom + part.height * mpp + room}};
}

void extend_runs(std::vector<IndexRun>& runs, IndexRun run) {
  if (run.count == 0)
    return;
  if (!runs.empty() && runs.back().first + runs.back().count == run.first)
    runs.back().count += run.count;
  else
    runs.push_back(run);
}

void draw_runs(Frame& frame, std::span<const IndexRun> runs) {
  if (runs.empty())
    return;
  const auto offset = [](const IndexRun& run) {
    return reinterpret_cast<const void*>(static_cast<std::size_t>(run.first) *
                                         sizeof(std::uint32_t));
  };
  frame.stats.draw_calls += 1;
  if (runs.size() == 1) {
    glDrawElements(GL_TRIANGLES, runs[0].count, GL_UNSIGNED_INT, offset(runs[0]));
    return;
  }
  std::vector<GLsizei> counts;
  std::vector<const void*> offsets;
  for (const IndexRun& run : runs) {
    counts.push_back(run.count);
    offsets.push_back(offset(run));
  }
  glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, offsets.data(),
                      static_cast<GLsizei>(runs.size()));
}

void ViewUniforms::find(const gl::Program& program) {
  centre = gl::uniform(program, "u_centre");
  px_per_m = gl::uniform(program, "u_px_per_m");
  size = gl::uniform(program, "u_size");
}

void ViewUniforms::set(const Frame& frame) const {
  const PlanePoint c = frame.view.camera.centre;
  glUniform2f(centre, static_cast<float>(c.x - frame.origin.x),
              static_cast<float>(c.y - frame.origin.y));
  glUniform1f(px_per_m, static_cast<float>(1.0 / frame.view.metres_per_pixel()));
  glUniform2f(size, static_cast<float>(frame.view.width), static_cast<float>(frame.view.height));
}

void set_colour(GLint location, Colour colour) {
  glUniform4f(location, static_cast<float>(colour.r) / 255.0F,
              static_cast<float>(colour.g) / 255.0F, static_cast<float>(colour.b) / 255.0F,
              static_cast<float>(colour.a) / 255.0F);
}

void float_attribute(GLuint index, GLint parts, GLsizei stride, std::size_t offset) {
  glEnableVertexAttribArray(index);
  glVertexAttribPointer(index, parts, GL_FLOAT, GL_FALSE, stride,
                        reinterpret_cast<const void*>(offset));
}

void colour_attribute(GLuint index, GLsizei stride, std::size_t offset) {
  glEnableVertexAttribArray(index);
  glVertexAttribPointer(index, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                        reinterpret_cast<const void*>(offset));
}

void integer_attribute(GLuint index, GLint parts, GLenum type, GLsizei stride, std::size_t offset) {
  glEnableVertexAttribArray(index);
  glVertexAttribIPointer(index, parts, type, stride, reinterpret_cast<const void*>(offset));
}

}  // namespace malimap
