#include "app/render/dots.h"

#include <algorithm>

namespace malimap {
namespace {

constexpr std::size_t kRun = 512;

struct DotVertex {
  float x = 0, y = 0;
  Colour colour;
};
static_assert(sizeof(DotVertex) == 12);

bool same(const Dot& a, const Dot& b) {
  return a.position == b.position && a.colour == b.colour;
}

}  // namespace

Result<Dots> Dots::create() {
  auto program = gl::make_program("dot.vert", "dot.frag");
  if (!program)
    return tl::make_unexpected(program.error());
  Dots dots;
  dots.program_ = std::move(*program);
  dots.view_.find(dots.program_);
  dots.radius_px_ = gl::uniform(dots.program_, "u_radius");
  dots.corner_ = gl::uniform(dots.program_, "u_corner");
  return dots;
}

bool Dots::set(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
               const std::vector<Dot>& dots, double radius_dp) {
  const PlanePoint origin = origin_of(shapes);
  const bool resized = radius_dp != radius_dp_ && !dots.empty();
  radius_dp_ = radius_dp;
  if (origin == origin_ && std::ranges::equal(dots, dots_, same))
    return resized;
  dots_ = dots;
  origin_ = origin;
  runs_.clear();
  std::vector<DotVertex> vertices;
  vertices.reserve(dots.size());
  for (const Dot& dot : dots) {
    if (vertices.size() % kRun == 0)
      runs_.push_back({static_cast<GLint>(vertices.size()), 0, {}});
    runs_.back().count += 1;
    runs_.back().box.add(dot.position);
    vertices.push_back({static_cast<float>(dot.position.x - origin.x),
                        static_cast<float>(dot.position.y - origin.y), dot.colour});
  }
  const bool fresh = !array_;
  if (fresh) {
    array_ = gl::VertexArray::make();
    vertices_ = gl::Buffer::make();
  }
  state.bind(array_);
  upload(stats, Upload::Markers, GL_ARRAY_BUFFER, vertices_, vertices);
  if (fresh) {
    float_attribute(0, 2, sizeof(DotVertex), 0);
    colour_attribute(1, sizeof(DotVertex), offsetof(DotVertex, colour));
  }
  return true;
}

void Dots::draw(Frame& frame) {
  std::vector<GLint> firsts;
  std::vector<GLsizei> counts;
  for (const Run& run : runs_) {
    if (!frame.shows(run.box))
      continue;
    if (!firsts.empty() && firsts.back() + counts.back() == run.first) {
      counts.back() += run.count;
      continue;
    }
    firsts.push_back(run.first);
    counts.push_back(run.count);
  }
  if (firsts.empty())
    return;
  frame.state.use(program_);
  frame.state.blend(gl::Blend::Premultiplied);
  frame.state.bind(array_);
  view_.set(frame);
  glUniform1f(radius_px_, static_cast<float>(radius_dp_ * frame.view.scale));
  glUniform2f(corner_, static_cast<float>(frame.area.x), static_cast<float>(frame.area.y));
  glEnable(GL_PROGRAM_POINT_SIZE);
  glMultiDrawArrays(GL_POINTS, firsts.data(), counts.data(), static_cast<GLsizei>(firsts.size()));
  glDisable(GL_PROGRAM_POINT_SIZE);
  frame.stats.draw_calls += 1;
}

}  // namespace malimap
