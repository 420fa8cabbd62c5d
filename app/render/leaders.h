#pragma once
// The thin lines from callouts to the units that they name.

#include "app/render/circles.h"
#include "app/render/lines.h"

namespace malimap {

class Leaders {
 public:
  void set(gl::GlState& state, RenderStats& stats, const Composition& composition);
  void draw(Frame& frame, LineBrush& lines, CircleBrush& circles);

 private:
  /// Those of one colour and halo.
  struct Group {
    Colour colour, halo;
    LineMesh lines;
    CircleMesh ends;
  };
  std::vector<Group> groups_;
  std::vector<std::array<PlanePoint, 2>> placed_;  // as uploaded
  std::vector<std::array<Colour, 2>> coloured_;
};

}  // namespace malimap
