#include "app/render/circles.h"

namespace malimap {
namespace {

struct CircleVertex {
  Circle circle;
  std::uint32_t corner = 0;
};
static_assert(sizeof(CircleVertex) == 16);

}  // namespace

Circle circle_at(PlanePoint p, PlanePoint origin, double radius_dp) {
  return {static_cast<float>(p.x - origin.x), static_cast<float>(p.y - origin.y),
          static_cast<float>(radius_dp)};
}

void CircleMesh::set(gl::GlState& state, RenderStats& stats, Upload what,
                     std::vector<Circle> circles) {
  if (circles == circles_)
    return;
  circles_ = std::move(circles);
  std::vector<CircleVertex> vertices;
  vertices.reserve(circles_.size() * 6);
  for (const Circle& circle : circles_)
    for (std::uint32_t corner : {0U, 1U, 2U, 2U, 1U, 3U})
      vertices.push_back({circle, corner});
  const bool fresh = !array_;
  if (fresh) {
    array_ = gl::VertexArray::make();
    vertices_ = gl::Buffer::make();
  }
  state.bind(array_);
  upload(stats, what, GL_ARRAY_BUFFER, vertices_, vertices, GL_DYNAMIC_DRAW);
  if (!fresh)
    return;
  constexpr GLsizei kStride = sizeof(CircleVertex);
  float_attribute(0, 2, kStride, 0);
  float_attribute(1, 1, kStride, offsetof(Circle, radius_dp));
  integer_attribute(2, 1, GL_UNSIGNED_INT, kStride, offsetof(CircleVertex, corner));
}

Result<CircleBrush> CircleBrush::create() {
  auto program = gl::make_program("circle.vert", "circle.frag");
  if (!program)
    return tl::make_unexpected(program.error());
  CircleBrush brush;
  brush.program_ = std::move(*program);
  brush.view_.find(brush.program_);
  brush.px_per_dp_ = gl::uniform(brush.program_, "u_px_per_dp");
  brush.half_line_ = gl::uniform(brush.program_, "u_half_line");
  brush.fill_ = gl::uniform(brush.program_, "u_fill");
  brush.line_ = gl::uniform(brush.program_, "u_line");
  return brush;
}

void CircleBrush::draw(Frame& frame, const CircleMesh& mesh, const CircleStyle& style) {
  if (mesh.circles_.empty())
    return;
  frame.state.use(program_);
  frame.state.blend(gl::Blend::Premultiplied);
  frame.state.bind(mesh.array_);
  view_.set(frame);
  glUniform1f(px_per_dp_, static_cast<float>(frame.view.scale));
  glUniform1f(half_line_, static_cast<float>(style.line_width_dp * frame.view.scale / 2));
  set_colour(fill_, style.fill);
  set_colour(line_, style.line);
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(mesh.circles_.size() * 6));
  frame.stats.draw_calls += 1;
}

}  // namespace malimap
