#pragma once
// Pictures against pictures: PNG through Cairo, structural similarity, and where they differ.

#include <cstdint>
#include <string>
#include <vector>

namespace malimap::testing {

/// 32 bits a pixel, 0x00RRGGBB.
struct Image {
  int width = 0, height = 0;
  std::vector<std::uint32_t> pixels;
  [[nodiscard]] bool empty() const { return pixels.empty(); }
  [[nodiscard]] std::uint32_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

/// Empty when the file is absent or no PNG.
[[nodiscard]] Image read_png(const std::string& path);
void save_png(const Image& image, const std::string& path);

struct Difference {
  double mean = 0;               // of the channels, 0 to 255
  double similarity = 1;         // mean SSIM of the luminance over 8 x 8 blocks (Wang et al. 2004)
  double worst_block = 1;        // the least similar block's
  int worst_x = 0, worst_y = 0;  // its middle
  std::string words;             // one line for the log
};

/// Pictures of different size have similarity 0.
[[nodiscard]] Difference compare(const Image& actual, const Image& expected);

/// Compares with tests/golden/NAME.png. On failure writes NAME.actual.png and NAME.diff.png into
/// the working folder and says so. MALIMAP_UPDATE_GOLDEN=1 writes the golden picture instead.
[[nodiscard]] bool matches_golden(const Image& actual, const std::string& name,
                                  double least_similarity = 0.985);

}  // namespace malimap::testing
