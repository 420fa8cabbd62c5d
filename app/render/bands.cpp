#include "app/render/bands.h"

#include "app/render/shorter_diagonals.h"
#include "geo/map/style.h"

namespace malimap {
namespace {

struct AreaVertex {
  float x = 0, y = 0;
  Colour colour;
};

}  // namespace

Result<BandAreasOnGpu> BandAreasOnGpu::create() {
  BandAreasOnGpu bands;
  auto program = gl::make_program("area.vert", "fill.frag");
  if (!program)
    return tl::make_unexpected(program.error());
  bands.program_ = std::move(*program);
  bands.view_.find(bands.program_);
  return bands;
}

BandAreasOnGpu::Mesh BandAreasOnGpu::make_mesh(gl::GlState& state, RenderStats& stats,
                                               const Shapes& shapes, const BandAreas& areas) const {
  const PlanePoint origin = origin_of(shapes);
  std::vector<AreaVertex> vertices;
  std::vector<std::uint32_t> indices;
  std::vector<LineSource> lines;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const auto base = static_cast<std::uint32_t>(vertices.size());
    for (const PlanePoint p : areas[i].vertices)
      vertices.push_back({static_cast<float>(p.x - origin.x), static_cast<float>(p.y - origin.y),
                          colours_[i + 1]});
    for (const std::uint32_t index : with_shorter_diagonals(areas[i].vertices, areas[i].triangles))
      indices.push_back(base + index);
    for (const PlaneRing& ring : areas[i].rings)
      lines.push_back({ring, true, 0});
  }
  Mesh mesh{gl::VertexArray::make(),
            gl::Buffer::make(),
            gl::Buffer::make(),
            static_cast<GLsizei>(indices.size()),
            {}};
  state.bind(mesh.array);
  upload(stats, Upload::Geometry, GL_ARRAY_BUFFER, mesh.vertices, vertices);
  upload(stats, Upload::Geometry, GL_ELEMENT_ARRAY_BUFFER, mesh.indices, indices);
  float_attribute(0, 2, sizeof(AreaVertex), offsetof(AreaVertex, x));
  colour_attribute(1, sizeof(AreaVertex), offsetof(AreaVertex, colour));
  mesh.lines = LineMesh::make(state, stats, origin, lines);
  return mesh;
}

bool BandAreasOnGpu::set(gl::GlState& state, RenderStats& stats, const Composition& composition,
                         const DetailLevel& detail) {
  const Shapes& shapes = *composition.shapes;
  const auto level = static_cast<std::size_t>(&detail - shapes.details.data());
  // Colours of which there are too few, or areas of other shapes, are no surface.
  const bool fits = composition.bands && level < composition.bands->levels.size() &&
                    composition.band_colours.size() == kDistanceBandCount;
  const Snapshot<Bands> wanted = fits ? composition.bands : nullptr;
  const bool changed = wanted != bands_ || (wanted && composition.band_colours != colours_);
  if (changed) {
    meshes_.clear();
    bands_ = wanted;
    colours_ = composition.band_colours;
  }
  level_ = level;
  if (bands_ && !meshes_.contains(level))
    meshes_.emplace(level, make_mesh(state, stats, shapes, bands_->levels[level]));
  return changed;
}

void BandAreasOnGpu::draw(Frame& frame, LineBrush& lines) {
  if (!bands_)
    return;
  const Mesh& mesh = meshes_.at(level_);
  if (mesh.count == 0)
    return;
  frame.state.blend(gl::Blend::Opaque);
  frame.state.use(program_);
  view_.set(frame);
  frame.state.bind(mesh.array);
  const IndexRun all[] = {{0, mesh.count}};
  draw_runs(frame, all);
  lines.draw(frame, mesh.lines, {{{style::kBandLineWidth, frame.theme.paper}}});
}

}  // namespace malimap
