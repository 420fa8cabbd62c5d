#pragma once
// The surface of distances: one mesh of nested areas, drawn from near to far, and the lines between
// them.

#include <map>

#include "app/render/lines.h"
#include "geo/map/bands.h"

namespace malimap {

class BandAreasOnGpu {
 public:
  [[nodiscard]] static Result<BandAreasOnGpu> create();

  /// Takes over what the composition shows at this level of detail. Says whether anything looks
  /// different.
  bool set(gl::GlState& state, RenderStats& stats, const Composition& composition,
           const DetailLevel& detail);

  [[nodiscard]] bool empty() const { return !bands_; }
  void draw(Frame& frame, LineBrush& lines);

 private:
  struct Mesh {
    gl::VertexArray array;
    gl::Buffer vertices, indices;
    GLsizei count = 0;
    LineMesh lines;
  };
  [[nodiscard]] Mesh make_mesh(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
                               const BandAreas& areas) const;

  gl::Program program_;
  ViewUniforms view_;
  Snapshot<Bands> bands_;
  std::vector<Colour> colours_;
  std::map<std::size_t, Mesh> meshes_;  // by level of detail
  std::size_t level_ = 0;
};

}  // namespace malimap
