#pragma once
// The areas: neighbouring countries, then the units in their colours, hatched where there is no
// data.

#include <map>

#include "app/render/frame.h"
#include "geo/base/result.h"

namespace malimap {

class Fills {
 public:
  [[nodiscard]] static Result<Fills> create();

  /// Forgets the meshes: other shapes are shown from now on.
  void reset();

  /// Takes the colours over; they are uploaded only when they differ from the last ones. Says
  /// whether anything looks different.
  bool set_paint(gl::GlState& state, RenderStats& stats, const std::vector<UnitPaint>& paint,
                 const Theme& theme);

  /// Uploads the meshes of this detail level unless they are there.
  void prepare(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
               const DetailLevel& detail);

  void draw_neighbours(Frame& frame);
  void draw_lakes(Frame& frame);
  void draw_units(Frame& frame, const DetailLevel& detail);
  /// Once more those that lie above a surface.
  void draw_units_above(Frame& frame, const DetailLevel& detail);

 private:
  struct Mesh {
    gl::VertexArray array;
    gl::Buffer vertices, indices;
    std::vector<IndexRun> parts;  // per unit or neighbour
    std::vector<PlaneBox> boxes;  // empty: take the unit's
  };
  [[nodiscard]] static Mesh make_unit_mesh(gl::GlState& state, RenderStats& stats,
                                           const Shapes& shapes, const DetailLevel& detail);
  template <class Areas>
  [[nodiscard]] static Mesh make_area_mesh(gl::GlState& state, RenderStats& stats,
                                           const Shapes& shapes, const Areas& areas,
                                           std::uint32_t paint);
  void draw_areas(Frame& frame, const Mesh& mesh);
  void draw_chosen(Frame& frame, const DetailLevel& detail, bool all);
  void draw_hatched(Frame& frame, std::span<const IndexRun> runs);

  gl::Program fill_, hatch_;
  ViewUniforms fill_view_, hatch_view_;
  GLint hatch_line_ = -1, hatch_period_ = -1, hatch_half_width_ = -1, hatch_shift_ = -1;
  gl::Buffer paint_buffer_;
  gl::Texture paint_texture_;
  std::vector<Colour> colours_;  // as uploaded: units, then the neighbours' and the water's colour
  std::vector<bool> hatched_, above_;
  std::map<const DetailLevel*, Mesh> units_;
  Mesh neighbours_, lakes_;
};

}  // namespace malimap
