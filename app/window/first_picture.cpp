#include "app/window/first_picture.h"

#include "app/window/painted_panels.h"
#include "geo/map/style.h"
#include "geo/output/page.h"
#include "geo/output/painted_rows.h"

namespace malimap {

bool show_first_picture(GlfwWindow& window, const Composition& composition, const PixelBox& map,
                        const ImDrawData& panels) {
  const GlfwWindow::Size size = window.size();
  DisplayList list;
  list.rectangle({0, 0, static_cast<double>(size.width), static_cast<double>(size.height)},
                 filled(style::opaque(composition.theme.panel)), 0, {});
  list.begin_frame(map);
  paint_map(list, composition);
  (void)paint_furniture(list, composition);
  list.end_frame();
  const auto painted = paint_rows(list, size.width, size.height);
  if (!painted)
    return false;
  const PixelGround picture{reinterpret_cast<std::uint32_t*>(painted->pixels.get()), size.width,
                            size.height, painted->stride};
  paint_panels(panels, *ImGui::GetIO().Fonts, picture);
  return window.put(painted->rows());
}

}  // namespace malimap
