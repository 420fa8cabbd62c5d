#pragma once
// Reading pictures back: from a hidden window's framebuffer object (tests), and from the window
// (screenshots).

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geo/base/result.h"

namespace malimap {

/// Rows from the top, 0xFFRRGGBB a pixel.
struct Image {
  int width = 0, height = 0;
  std::vector<std::uint32_t> pixels;
  [[nodiscard]] std::uint32_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

/// What the framebuffer bound for reading holds, from its bottom left corner.
[[nodiscard]] Image read_framebuffer(int width, int height);

/// Writes it as PNG. Errors: a file that cannot be written.
[[nodiscard]] Status write_png(const std::string& path, const Image& image);
[[nodiscard]] Status write_framebuffer_png(const std::string& path, int width, int height);

/// A GL 3.3 context without a visible window, its loader ready, and a framebuffer of the given size
/// bound. Needs a display. One at a time, and not beside another user of GLFW: it starts and ends
/// GLFW itself.
class Offscreen {
 public:
  [[nodiscard]] static Result<Offscreen> create(int width, int height);
  Offscreen(Offscreen&&) noexcept;
  Offscreen& operator=(Offscreen&&) noexcept;
  ~Offscreen();

  [[nodiscard]] Image read() const;
  /// What the driver calls itself.
  [[nodiscard]] std::string driver() const;

 private:
  struct Parts;
  explicit Offscreen(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace malimap
