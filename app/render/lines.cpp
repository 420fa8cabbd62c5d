#include "app/render/lines.h"

#include <algorithm>
#include <cmath>

namespace malimap {
namespace {

struct LineVertex {
  float from_x = 0, from_y = 0, to_x = 0, to_y = 0;
  std::array<std::int8_t, 4> cut{};  // normals of the planes before and behind, in 1/127
  std::uint8_t corner = 0, style = 0;
  std::uint16_t unused = 0;
};
static_assert(sizeof(LineVertex) == 24);

struct MeshData {
  std::vector<LineVertex> vertices;
  std::vector<std::uint32_t> indices;
};

struct Direction {
  double x = 0, y = 0;
};

Direction direction(PlanePoint from, PlanePoint to) {
  const double dx = to.x - from.x, dy = to.y - from.y;
  const double length = std::hypot(dx, dy);
  return {dx / length, dy / length};
}

/// The normal of the plane through a bend that parts its segments; zero (no parting) at a hairpin,
/// where a plane would cut away what lies further back.
Direction bisector(Direction before, Direction behind) {
  if (before.x * behind.x + before.y * behind.y < 0.0)
    return {};
  const Direction sum{before.x + behind.x, before.y + behind.y};
  const double length = std::hypot(sum.x, sum.y);
  return {sum.x / length, sum.y / length};
}

std::int8_t as_byte(double part) {
  return static_cast<std::int8_t>(std::lround(part * 127.0));
}

/// The points without repetitions, and without the closing one.
std::vector<PlanePoint> distinct_points(const LineSource& line) {
  std::vector<PlanePoint> points;
  for (PlanePoint p : line.points)
    if (points.empty() || !(points.back() == p))
      points.push_back(p);
  while (line.closed && points.size() > 1 && points.front() == points.back())
    points.pop_back();
  return points;
}

void add_segment(MeshData& data, PlanePoint from, PlanePoint to, PlanePoint origin,
                 const std::array<Direction, 2>& cuts, std::uint8_t style) {
  const auto base = static_cast<std::uint32_t>(data.vertices.size());
  LineVertex vertex;
  vertex.from_x = static_cast<float>(from.x - origin.x);
  vertex.from_y = static_cast<float>(from.y - origin.y);
  vertex.to_x = static_cast<float>(to.x - origin.x);
  vertex.to_y = static_cast<float>(to.y - origin.y);
  vertex.cut = {as_byte(cuts[0].x), as_byte(cuts[0].y), as_byte(cuts[1].x), as_byte(cuts[1].y)};
  vertex.style = style;
  for (std::uint8_t corner = 0; corner < 4; ++corner) {
    vertex.corner = corner;
    data.vertices.push_back(vertex);
  }
  for (std::uint32_t index : {0U, 1U, 2U, 2U, 1U, 3U})
    data.indices.push_back(base + index);
}

void add_line(MeshData& data, const LineSource& line, PlanePoint origin) {
  const auto points = distinct_points(line);
  const std::size_t count = points.size();
  if (count < 2)
    return;
  const bool closed = line.closed && count > 2;
  const std::size_t segments = closed ? count : count - 1;
  std::vector<Direction> directions;
  directions.reserve(segments);
  for (std::size_t i = 0; i < segments; ++i)
    directions.push_back(direction(points[i], points[(i + 1) % count]));
  for (std::size_t i = 0; i < segments; ++i) {
    const bool first = i == 0 && !closed, last = i + 1 == segments && !closed;
    const Direction before =
        first ? Direction{} : bisector(directions[(i + segments - 1) % segments], directions[i]);
    const Direction behind =
        last ? Direction{} : bisector(directions[i], directions[(i + 1) % segments]);
    add_segment(data, points[i], points[(i + 1) % count], origin, {before, behind}, line.style);
  }
}

PlaneBox box_of(std::span<const PlanePoint> points) {
  PlaneBox box;
  for (PlanePoint p : points) {
    box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
    box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
  }
  return box;
}

}  // namespace

LineMesh LineMesh::make(gl::GlState& state, RenderStats& stats, PlanePoint origin,
                        std::span<const LineSource> lines, Upload what) {
  MeshData data;
  LineMesh mesh;
  for (const LineSource& line : lines) {
    const auto first = static_cast<GLsizei>(data.indices.size());
    add_line(data, line, origin);
    mesh.parts_.push_back({first, static_cast<GLsizei>(data.indices.size()) - first});
    mesh.boxes_.push_back(box_of(line.points));
  }
  mesh.array_ = gl::VertexArray::make();
  mesh.vertices_ = gl::Buffer::make();
  mesh.indices_ = gl::Buffer::make();
  state.bind(mesh.array_);
  upload(stats, what, GL_ARRAY_BUFFER, mesh.vertices_, data.vertices);
  upload(stats, what, GL_ELEMENT_ARRAY_BUFFER, mesh.indices_, data.indices);
  constexpr GLsizei kStride = sizeof(LineVertex);
  float_attribute(0, 2, kStride, offsetof(LineVertex, from_x));
  float_attribute(1, 2, kStride, offsetof(LineVertex, to_x));
  glEnableVertexAttribArray(2);
  glVertexAttribPointer(2, 4, GL_BYTE, GL_TRUE, kStride,
                        reinterpret_cast<const void*>(offsetof(LineVertex, cut)));
  integer_attribute(3, 2, GL_UNSIGNED_BYTE, kStride, offsetof(LineVertex, corner));
  return mesh;
}

Result<LineBrush> LineBrush::create() {
  auto program = gl::make_program("line.vert", "line.frag");
  if (!program)
    return tl::make_unexpected(program.error());
  LineBrush brush;
  brush.program_ = std::move(*program);
  brush.view_.find(brush.program_);
  brush.half_width_ = gl::uniform(brush.program_, "u_half_width");
  brush.colour_ = gl::uniform(brush.program_, "u_colour");
  return brush;
}

void LineBrush::draw(Frame& frame, const LineMesh& mesh,
                     const std::array<LineStyle, kLineStyles>& styles,
                     const std::function<bool(std::size_t)>& wanted) {
  std::vector<IndexRun> runs;
  for (std::size_t part = 0; part < mesh.parts_.size(); ++part)
    if (frame.shows(mesh.boxes_[part]) && (!wanted || wanted(part)))
      extend_runs(runs, mesh.parts_[part]);
  if (runs.empty())
    return;
  std::array<float, kLineStyles> half_widths{};
  std::array<float, 4 * kLineStyles> colours{};
  for (std::size_t i = 0; i < kLineStyles; ++i) {
    half_widths[i] = static_cast<float>(styles[i].width_dp * frame.view.scale / 2);
    const Colour c = styles[i].colour;
    const std::array<std::uint8_t, 4> parts{c.r, c.g, c.b, c.a};
    for (std::size_t k = 0; k < 4; ++k)
      colours[4 * i + k] = static_cast<float>(parts[k]) / 255.0F;
  }
  frame.state.use(program_);
  frame.state.blend(gl::Blend::Premultiplied);
  frame.state.bind(mesh.array_);
  view_.set(frame);
  glUniform1fv(half_width_, kLineStyles, half_widths.data());
  glUniform4fv(colour_, kLineStyles, colours.data());
  draw_runs(frame, runs);
}

}  // namespace malimap
