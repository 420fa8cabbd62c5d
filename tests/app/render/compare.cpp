#include "tests/app/render/compare.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/render/surface.h"
#include "geo/output/page.h"

namespace malimap::testing {
namespace {

int channel_difference(std::uint32_t a, std::uint32_t b, unsigned shift) {
  return std::abs(static_cast<int>((a >> shift) & 255U) - static_cast<int>((b >> shift) & 255U));
}

/// Whether the pixel lies in the middle of 5 x 5 of one colour.
bool is_flat(const Image& image, int x, int y) {
  if (x < 2 || y < 2 || x + 2 >= image.width || y + 2 >= image.height)
    return false;
  const std::uint32_t colour = image.at(x, y);
  for (int dy = -2; dy <= 2; ++dy)
    for (int dx = -2; dx <= 2; ++dx)
      if (image.at(x + dx, y + dy) != colour)
        return false;
  return true;
}

}  // namespace

Image cairo_picture(const Composition& composition) {
  const int width = static_cast<int>(composition.view.width);
  const int height = static_cast<int>(composition.view.height);
  Surface surface(width, height);
  paint_map(surface.cairo(), composition);
  (void)paint_furniture(surface.cairo(), composition);
  const auto* rows = reinterpret_cast<const std::uint32_t*>(surface.pixels());
  Image image{width, height, {}};
  for (int y = 0; y < height; ++y) {
    const auto* row = rows + static_cast<std::ptrdiff_t>(y) * surface.stride();
    image.pixels.insert(image.pixels.end(), row, row + width);
  }
  return image;
}

Image gl_picture(MapRenderer& renderer, const Offscreen& offscreen,
                 const Composition& composition) {
  renderer.update(composition);
  renderer.draw({0, 0, composition.view.width, composition.view.height},
                static_cast<int>(composition.view.height));
  return offscreen.read();
}

Difference compare(const Image& cairo, const Image& gl) {
  Difference difference;
  double sum = 0;
  long far = 0;
  for (int y = 0; y < cairo.height; ++y)
    for (int x = 0; x < cairo.width; ++x) {
      const std::uint32_t a = cairo.at(x, y), b = gl.at(x, y);
      int largest = 0;
      for (const unsigned shift : {0U, 8U, 16U}) {
        const int part = channel_difference(a, b, shift);
        sum += part;
        largest = std::max(largest, part);
      }
      far += largest > 48 ? 1 : 0;
      if (is_flat(cairo, x, y)) {
        difference.flat += 1;
        difference.flat_wrong += largest > 2 ? 1 : 0;
      }
    }
  const double pixels = static_cast<double>(cairo.width) * cairo.height;
  difference.mean = sum / (3 * pixels);
  difference.far_share = static_cast<double>(far) / pixels;
  return difference;
}

bool close_enough(const Difference& d) {
  // Wide borders are flat inside too, where a corner may be feathered a level or two apart: some
  // pixels in a million. A unit in another shade is thousands.
  return d.mean < 0.2 && d.far_share < 0.0002 && d.flat_wrong * 200'000L <= d.flat;
}

void keep_pictures(const std::string& name, const Image& cairo, const Image& gl) {
  const char* folder = std::getenv("MALIMAP_TEST_PICTURES");
  if (folder == nullptr)
    return;
  (void)write_png(std::string(folder) + "/" + name + "-cairo.png", cairo);
  (void)write_png(std::string(folder) + "/" + name + "-gl.png", gl);
}

}  // namespace malimap::testing
