#include "app/window/first_picture.h"

#include "app/window/painted_panels.h"
#include "geo/map/style.h"
#include "geo/output/page.h"

namespace malimap {

FirstPicture::FirstPicture(const GlfwWindow::Size& window, const PixelBox& map, Composition ground)
    : map_(map),
      rows_(
          [window, map, ground = std::move(ground)](Canvas& canvas) {
            canvas.rectangle(
                {0, 0, static_cast<double>(window.width), static_cast<double>(window.height)},
                filled(style::opaque(ground.theme.panel)), 0, {});
            canvas.begin_frame(map);
            paint_ground(canvas, ground);
            canvas.end_frame();
          },
          window.width, window.height) {}

bool FirstPicture::show(GlfwWindow& window, const Composition& composition,
                        const ImDrawData& panels) {
  DisplayList list;
  list.begin_frame(map_);
  paint_on_ground(list, composition);
  (void)paint_furniture(list, composition);
  list.end_frame();
  auto painted = rows_.finish();
  if (!painted || !paint_over(list, *painted))
    return false;
  const PixelGround picture{reinterpret_cast<std::uint32_t*>(painted->pixels.get()),
                            static_cast<int>(painted->width), static_cast<int>(painted->height),
                            painted->stride};
  paint_panels(panels, *ImGui::GetIO().Fonts, picture);
  return window.put(painted->rows());
}

}  // namespace malimap
