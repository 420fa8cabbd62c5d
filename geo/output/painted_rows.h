#pragma once
// A picture in memory, painted through Cairo in bands on several threads.

#include <functional>
#include <memory>

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

/// Plays it over what is there.
[[nodiscard]] Status paint_over(const DisplayList& list, PaintedRows& rows);

/// A picture that is being painted by whoever has time, as paint_rows() paints it.
class RowsInWork {
 public:
  /// Begins, on a thread of its own, where `draw` is called too: it must not set texts, whose fonts
  /// would be looked up again there.
  RowsInWork(std::function<void(Canvas&)> draw, int width, int height);
  ~RowsInWork();
  /// Helps, and waits for what the other thread has begun. Once.
  [[nodiscard]] Result<PaintedRows> finish();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace malimap
