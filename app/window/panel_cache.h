#pragma once
// The panels around the map, kept as a picture while they do not change. A dragged map changes no
// panel, and drawing their letters anew each frame costs a software rasteriser more than copying
// them.

#include <imgui.h>

#include <string>
#include <vector>

#include "app/gl/page.h"
#include "geo/map/composition.h"

namespace malimap {

class PanelCache {
 public:
  /// Takes over what ImGui has rendered, and clears the bound window framebuffer (0) to the ground
  /// of the panels where they will be drawn anew. Call it before the map is drawn. Leaves the
  /// scissor test off.
  void begin(const PixelBox& map, int width, int height, ImU32 ground);

  /// Draws it to that framebuffer: the lists that stay off the map (drawn, or copied when they are
  /// the last frame's), then those that reach into it. Call it after the map was drawn.
  void draw();

  /// A picture that panels show has changed.
  void forget() {
    key_.clear();
    kept_ = false;
  }

 private:
  struct Frame {
    std::vector<ImDrawList*> steady, live;  // off the map, and reaching into it
    PixelBox map;
    int width = 0, height = 0;
    ImU32 ground = 0;
    bool same = false;  // whether steady shows what key_ says
  };

  Frame frame_;  // between begin and draw
  gl::Page page_;
  std::string key_;    // everything that the kept picture shows
  bool kept_ = false;  // whether the picture of key_ was drawn
};

}  // namespace malimap
