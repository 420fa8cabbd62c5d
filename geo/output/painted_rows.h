#pragma once
// A picture in memory, painted through Cairo in bands on several threads.

#include "geo/base/large_buffer.h"
#include "geo/base/result.h"
#include "geo/output/display_list.h"
#include "geo/output/png_file.h"

namespace malimap {

struct PaintedRows {
  LargeBuffer pixels;
  std::size_t width = 0, height = 0;
  std::size_t stride = 0;  // pixels from one row to the next
  [[nodiscard]] PixelRows rows() const {
    return {reinterpret_cast<const std::uint32_t*>(pixels.get()), width, height, stride};
  }
};

/// Plays the list over white, px. The same pixels on every machine. Errors: a size that there is no
/// memory for.
[[nodiscard]] Result<PaintedRows> paint_rows(const DisplayList& list, int width, int height);

}  // namespace malimap
