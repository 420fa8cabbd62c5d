#pragma once
// PNG (ISO/IEC 15948) of a picture in memory, packed on several threads.

#include <cstddef>
#include <cstdint>
#include <string>

namespace malimap {

/// 32 bits a pixel as Cairo keeps them: 0x00RRGGBB in the machine's order.
struct PixelRows {
  const std::uint32_t* pixels = nullptr;
  std::size_t width = 0, height = 0;
  std::size_t stride = 0;  // pixels from one row to the next
};

/// 24 bits a pixel, with how many pixels an inch has. The same bytes on every machine with the same
/// zlib.
[[nodiscard]] std::string png_of(const PixelRows& rows, double dpi);

}  // namespace malimap
