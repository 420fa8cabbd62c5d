#pragma once
// The GPU's painter of a composition; geo/output/page.h is Cairo's. OpenGL 3.3 core, no
// multisampling.
//   renderer.update(composition);   // when it changed: uploads what differs from the last one
//   renderer.draw(box, height);     // into the bound framebuffer, as often as needed
// The context it was created in must be current for every call and for its destruction. ImGui may
// set GL state in between; after draw() the scissor test is off and no vertex array is bound.

#include <memory>
#include <optional>

#include "app/render/stats.h"
#include "geo/base/result.h"
#include "geo/map/composition.h"

namespace malimap {

class MapRenderer {
 public:
  /// Errors: shaders that the driver refuses.
  [[nodiscard]] static Result<MapRenderer> create();
  MapRenderer(MapRenderer&&) noexcept;
  MapRenderer& operator=(MapRenderer&&) noexcept;
  ~MapRenderer();

  /// Takes the composition over. Geometry goes to the GPU once for each Shapes and detail level
  /// that is looked at, colours when paint or theme changed, markers, texts and furniture when they
  /// changed.
  void update(const Composition& composition);

  /// Draws the last composition; nothing before the first update. The box has its origin at the
  /// framebuffer's top left corner and the size of the composition's view, px. `only`: a part of
  /// it; the rest of the framebuffer stays as it is.
  void draw(const PixelBox& box, int framebuffer_height,
            const std::optional<PixelBox>& only = std::nullopt);

  [[nodiscard]] const RenderStats& stats() const;

 private:
  struct Parts;
  explicit MapRenderer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace malimap
