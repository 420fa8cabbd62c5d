#include <algorithm>
#include <cmath>

#include "geo/map/composition.h"

namespace malimap {

PixelPoint View::to_pixel(PlanePoint p) const {
  const double mpp = metres_per_pixel();
  return {width / 2 + (p.x - camera.centre.x) / mpp, height / 2 - (p.y - camera.centre.y) / mpp};
}

PlanePoint View::to_plane(PixelPoint p) const {
  const double mpp = metres_per_pixel();
  return {camera.centre.x + (p.x - width / 2) * mpp, camera.centre.y - (p.y - height / 2) * mpp};
}

Camera fit(const PlaneBox& box, double width, double height, double scale, const Margins& margins) {
  if (box.empty() || !(width > 0) || !(height > 0) || !(scale > 0))
    return {};
  Margins m = margins;
  if (m.left + m.right >= width || m.top + m.bottom >= height)
    m = {};
  const double inner_width = width - m.left - m.right, inner_height = height - m.top - m.bottom;
  const double mpp = std::max({box.width() / inner_width, box.height() / inner_height, 1e-3});
  Camera camera;
  camera.metres_per_dp = mpp * scale;
  camera.centre = {box.middle().x - (m.left - m.right) / 2 * mpp,
                   box.middle().y + (m.top - m.bottom) / 2 * mpp};
  return camera;
}

}  // namespace malimap
