#include "app/render/fills.h"

#include <numbers>

#include "app/render/shorter_diagonals.h"
#include "geo/map/style.h"

namespace malimap {
namespace {

struct FillVertex {
  float x = 0, y = 0;
  std::uint32_t unit = 0;
};

struct MeshData {
  std::vector<FillVertex> vertices;
  std::vector<std::uint32_t> indices;
};

FillVertex vertex_at(PlanePoint p, PlanePoint origin, std::uint32_t unit) {
  return {static_cast<float>(p.x - origin.x), static_cast<float>(p.y - origin.y), unit};
}

void send(gl::GlState& state, RenderStats& stats, const gl::VertexArray& array,
          const gl::Buffer& vertices, const gl::Buffer& indices, const MeshData& data) {
  state.bind(array);
  upload(stats, Upload::Geometry, GL_ARRAY_BUFFER, vertices, data.vertices);
  upload(stats, Upload::Geometry, GL_ELEMENT_ARRAY_BUFFER, indices, data.indices);
  float_attribute(0, 2, sizeof(FillVertex), offsetof(FillVertex, x));
  integer_attribute(1, 1, GL_UNSIGNED_INT, sizeof(FillVertex), offsetof(FillVertex, unit));
}

/// The units' triangles, as many for each, in shapes that are cheap to fill.
std::vector<std::uint32_t> improved(const UnitMesh& units) {
  std::vector<std::uint32_t> triangles;
  triangles.reserve(units.all.triangles.size());
  const std::span all(units.all.triangles);
  for (std::size_t unit = 0; unit + 1 < units.first.size(); ++unit) {
    const auto first = units.first[unit];
    const auto better = with_shorter_diagonals(units.all.vertices,
                                               all.subspan(first, units.first[unit + 1] - first));
    triangles.insert(triangles.end(), better.begin(), better.end());
  }
  return triangles;
}

/// Vertices that several units share are copied, one for each: the colour belongs to the vertex.
MeshData data_of(const UnitMesh& units, PlanePoint origin) {
  MeshData data;
  const auto triangles = improved(units);
  const auto& vertices = units.all.vertices;
  data.indices.reserve(triangles.size());
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> owner(vertices.size(), kNone), copy(vertices.size());
  for (std::uint32_t unit = 0; unit + 1 < units.first.size(); ++unit)
    for (auto i = units.first[unit]; i < units.first[unit + 1]; ++i) {
      const std::uint32_t from = triangles[i];
      if (owner[from] != unit) {
        owner[from] = unit;
        copy[from] = static_cast<std::uint32_t>(data.vertices.size());
        data.vertices.push_back(vertex_at(vertices[from], origin, unit));
      }
      data.indices.push_back(copy[from]);
    }
  return data;
}

}  // namespace

Result<Fills> Fills::create() {
  Fills fills;
  auto fill = gl::make_program("fill.vert", "fill.frag");
  if (!fill)
    return tl::make_unexpected(fill.error());
  auto hatch = gl::make_program("fill.vert", "hatch.frag");
  if (!hatch)
    return tl::make_unexpected(hatch.error());
  fills.fill_ = std::move(*fill);
  fills.hatch_ = std::move(*hatch);
  fills.fill_view_.find(fills.fill_);
  fills.hatch_view_.find(fills.hatch_);
  fills.hatch_line_ = gl::uniform(fills.hatch_, "u_line");
  fills.hatch_period_ = gl::uniform(fills.hatch_, "u_period");
  fills.hatch_half_width_ = gl::uniform(fills.hatch_, "u_half_width");
  fills.hatch_shift_ = gl::uniform(fills.hatch_, "u_shift");
  fills.paint_buffer_ = gl::Buffer::make();
  fills.paint_texture_ = gl::Texture::make();
  return fills;
}

void Fills::reset() {
  units_.clear();
  neighbours_ = {};
  lakes_ = {};
}

bool Fills::set_paint(gl::GlState& state, RenderStats& stats, const std::vector<UnitPaint>& paint,
                      const Theme& theme) {
  std::vector<bool> hatched(paint.size()), above(paint.size());
  std::vector<Colour> colours;
  colours.reserve(paint.size() + 2);
  for (std::size_t unit = 0; unit < paint.size(); ++unit) {
    hatched[unit] = style::is_hatched(paint[unit], theme);
    above[unit] = paint[unit].class_index < 0;
    colours.push_back(paint[unit].fill);
  }
  colours.push_back(theme.neighbour_fill);
  colours.push_back(theme.river);
  const bool rehatched = hatched != hatched_ || above != above_;
  hatched_ = std::move(hatched);
  above_ = std::move(above);
  if (colours == colours_)
    return rehatched;
  const bool same_size = colours.size() == colours_.size();
  colours_ = std::move(colours);
  if (same_size) {
    const auto bytes = static_cast<GLsizeiptr>(colours_.size() * sizeof(Colour));
    glBindBuffer(GL_TEXTURE_BUFFER, paint_buffer_.name());
    glBufferSubData(GL_TEXTURE_BUFFER, 0, bytes, colours_.data());
    stats.count(Upload::Colours, bytes);
    return true;
  }
  upload(stats, Upload::Colours, GL_TEXTURE_BUFFER, paint_buffer_, colours_, GL_DYNAMIC_DRAW);
  state.bind_texture(GL_TEXTURE_BUFFER, paint_texture_);
  glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA8, paint_buffer_.name());
  return true;
}

Fills::Mesh Fills::make_unit_mesh(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
                                  const DetailLevel& detail) {
  Mesh mesh{gl::VertexArray::make(), gl::Buffer::make(), gl::Buffer::make(), {}, {}};
  const UnitMesh& units = detail.mesh();
  const auto& first = units.first;
  for (std::size_t unit = 0; unit + 1 < first.size(); ++unit)
    mesh.parts.push_back(
        {static_cast<GLsizei>(first[unit]), static_cast<GLsizei>(first[unit + 1] - first[unit])});
  for (const UnitShape& unit : shapes.units)
    mesh.boxes.push_back(unit.box);
  send(state, stats, mesh.array, mesh.vertices, mesh.indices, data_of(units, origin_of(shapes)));
  return mesh;
}

/// One mesh of areas of one colour: neighbours, or lakes.
template <class Areas>
Fills::Mesh Fills::make_area_mesh(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
                                  const Areas& areas, std::uint32_t paint) {
  Mesh mesh{gl::VertexArray::make(), gl::Buffer::make(), gl::Buffer::make(), {}, {}};
  MeshData data;
  for (const auto& area : areas) {
    const auto base = static_cast<std::uint32_t>(data.vertices.size());
    const ::malimap::Mesh& triangles = area.mesh();
    PlaneBox box;
    for (PlanePoint p : triangles.vertices) {
      box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
      box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
      data.vertices.push_back(vertex_at(p, origin_of(shapes), paint));
    }
    mesh.parts.push_back({static_cast<GLsizei>(data.indices.size()),
                          static_cast<GLsizei>(triangles.triangles.size())});
    mesh.boxes.push_back(box);
    for (std::uint32_t index : with_shorter_diagonals(triangles.vertices, triangles.triangles))
      data.indices.push_back(base + index);
  }
  send(state, stats, mesh.array, mesh.vertices, mesh.indices, data);
  return mesh;
}

void Fills::prepare(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
                    const DetailLevel& detail) {
  if (!neighbours_.array)
    neighbours_ = make_area_mesh(state, stats, shapes, shapes.neighbours,
                                 static_cast<std::uint32_t>(shapes.units.size()));
  if (!lakes_.array)
    lakes_ = make_area_mesh(state, stats, shapes, shapes.lakes,
                            static_cast<std::uint32_t>(shapes.units.size()) + 1);
  if (!units_.contains(&detail))
    units_.emplace(&detail, make_unit_mesh(state, stats, shapes, detail));
}

void Fills::draw_neighbours(Frame& frame) {
  draw_areas(frame, neighbours_);
}

void Fills::draw_lakes(Frame& frame) {
  draw_areas(frame, lakes_);
}

void Fills::draw_areas(Frame& frame, const Mesh& mesh) {
  std::vector<IndexRun> runs;
  for (std::size_t i = 0; i < mesh.parts.size(); ++i)
    if (frame.shows(mesh.boxes[i]))
      extend_runs(runs, mesh.parts[i]);
  if (runs.empty())
    return;
  frame.state.use(fill_);
  frame.state.blend(gl::Blend::Opaque);
  frame.state.bind_texture(GL_TEXTURE_BUFFER, paint_texture_);
  fill_view_.set(frame);
  frame.state.bind(mesh.array);
  draw_runs(frame, runs);
}

void Fills::draw_units(Frame& frame, const DetailLevel& detail) {
  draw_chosen(frame, detail, true);
}

void Fills::draw_units_above(Frame& frame, const DetailLevel& detail) {
  draw_chosen(frame, detail, false);
}

void Fills::draw_chosen(Frame& frame, const DetailLevel& detail, bool all) {
  const Mesh& mesh = units_.at(&detail);
  std::vector<IndexRun> plain, hatched;
  for (std::size_t unit = 0; unit < mesh.parts.size(); ++unit)
    if (unit < hatched_.size() && (all || above_[unit]) && frame.shows(mesh.boxes[unit]))
      extend_runs(hatched_[unit] ? hatched : plain, mesh.parts[unit]);
  frame.state.blend(gl::Blend::Opaque);
  frame.state.bind_texture(GL_TEXTURE_BUFFER, paint_texture_);
  frame.state.bind(mesh.array);
  frame.state.use(fill_);
  fill_view_.set(frame);
  draw_runs(frame, plain);
  if (!hatched.empty())
    draw_hatched(frame, hatched);
}

void Fills::draw_hatched(Frame& frame, std::span<const IndexRun> runs) {
  const double scale = frame.view.scale;
  // style.h measures from the picture's top left corner downward, gl_FragCoord from the
  // framebuffer's bottom left corner upward.
  const double corner = frame.area.y + frame.area.height - frame.area.x;
  frame.state.use(hatch_);
  hatch_view_.set(frame);
  set_colour(hatch_line_, frame.theme.no_data_hatch);
  glUniform1f(hatch_period_, static_cast<float>(style::kHatchPeriod * scale));
  glUniform1f(hatch_half_width_, static_cast<float>(style::kHatchWidth * scale / 2));
  glUniform1f(hatch_shift_,
              static_cast<float>(style::hatch_offset(frame.view) - corner / std::numbers::sqrt2));
  draw_runs(frame, runs);
}

}  // namespace malimap
