#pragma once
// Borders: every shared arc once, in the width of its rank; and the outlines of hovered and
// selected units, from the same arcs.

#include <map>

#include "app/render/lines.h"

namespace malimap {

class Arcs {
 public:
  void reset();

  /// Uploads this detail level's arcs and the neighbours' outlines unless they are there.
  void prepare(gl::GlState& state, RenderStats& stats, const Shapes& shapes,
               const DetailLevel& detail);

  void draw_neighbours(Frame& frame, LineBrush& brush);
  void draw_borders(Frame& frame, LineBrush& brush, const DetailLevel& detail);
  void draw_outlines(Frame& frame, LineBrush& brush, const DetailLevel& detail,
                     std::span<const UnitIndex> units, LineStyle style);

 private:
  struct Sides {
    UnitIndex left = kNoUnit, right = kNoUnit;
  };
  struct Level {
    LineMesh mesh;
    std::vector<Sides> sides;  // per part of the mesh
  };
  std::map<const DetailLevel*, Level> levels_;
  LineMesh neighbours_;
};

}  // namespace malimap
