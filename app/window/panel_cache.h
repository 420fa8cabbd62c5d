#pragma once
// The panels around the map, kept as a picture while they do not change. A dragged map changes no
// panel, and drawing their letters anew each frame costs a software rasteriser more than copying
// them.

#include <imgui.h>

#include <string>

#include "app/gl/page.h"
#include "geo/map/composition.h"

namespace malimap {

class PanelCache {
 public:
  /// Draws what ImGui has rendered to the bound window framebuffer (0): the ground of the panels,
  /// the lists that stay off the map (drawn, or copied when they are the last frame's), then those
  /// that reach into it. Call it after the map was drawn. Leaves the scissor test off.
  void draw(const PixelBox& map, int width, int height, ImU32 ground);

  /// A picture that panels show has changed.
  void forget() {
    key_.clear();
    kept_ = false;
  }

 private:
  gl::Page page_;
  std::string key_;    // everything that the kept picture shows
  bool kept_ = false;  // whether the picture of key_ was drawn
};

}  // namespace malimap
