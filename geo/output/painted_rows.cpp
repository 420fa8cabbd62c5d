#include "geo/output/painted_rows.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <latch>
#include <thread>

#include "geo/base/parallel.h"

namespace malimap {
namespace {

constexpr int kBands = 4;      // always: so that the pixels do not depend on the machine
constexpr int kFewRows = 400;  // a lower picture is painted at once

tl::unexpected<Error> not_drawn(cairo_status_t status) {
  return failure({N_("the picture could not be drawn: {0}"), {cairo_status_to_string(status)}}, {},
                 {N_("Try a smaller size."), {}});
}

enum class Under : std::uint8_t { White, Painted };

int band_count(const PaintedRows& rows) {
  return rows.height < kFewRows ? 1 : kBands;
}

cairo_status_t paint_band(const DisplayList& list, const PaintedRows& rows, int band, Under under) {
  const int height = static_cast<int>(rows.height), bands = band_count(rows);
  const int first = height * band / bands, last = height * (band + 1) / bands;
  const auto stride = static_cast<std::ptrdiff_t>(rows.stride) * 4;
  unsigned char* data = rows.pixels.get() + stride * first;
  const SurfaceHandle surface(
      cairo_image_surface_create_for_data(data, CAIRO_FORMAT_RGB24, static_cast<int>(rows.width),
                                          last - first, static_cast<int>(stride)));
  const Cairo cairo(cairo_create(surface.get()));
  if (under == Under::White) {
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
  }
  cairo_translate(cairo.get(), 0, -first);
  list.play(cairo.get());
  cairo_surface_flush(surface.get());
  return cairo_status(cairo.get());
}

/// The bands of a picture, painted by all threads that take part.
class BandsInWork {
 public:
  /// As long as one is left that no other thread has begun.
  void paint(const DisplayList& list, const PaintedRows& rows, Under under) {
    const int bands = band_count(rows);
    for (int band = next_++; band < bands; band = next_++)
      if (const auto painted = paint_band(list, rows, band, under); painted != CAIRO_STATUS_SUCCESS)
        status_ = painted;
  }
  /// Of those that are painted.
  [[nodiscard]] Status status() const {
    const cairo_status_t status = status_;
    return status == CAIRO_STATUS_SUCCESS ? Status{} : not_drawn(status);
  }

 private:
  std::atomic<int> next_{0};
  std::atomic<cairo_status_t> status_{CAIRO_STATUS_SUCCESS};
};

Status paint_bands(const DisplayList& list, const PaintedRows& rows, Under under) {
  BandsInWork bands;
  in_parallel(static_cast<std::size_t>(band_count(rows)),
              [&](std::size_t) { bands.paint(list, rows, under); });
  return bands.status();
}

/// Not painted yet.
Result<PaintedRows> rows_for(int width, int height) {
  const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width);
  PaintedRows rows;
  rows.pixels = large_buffer(static_cast<std::size_t>(std::max(stride, 0)) *
                             static_cast<std::size_t>(std::max(height, 0)));
  if (rows.pixels == nullptr)
    return not_drawn(CAIRO_STATUS_NO_MEMORY);
  rows.width = static_cast<std::size_t>(std::max(width, 0));
  rows.height = static_cast<std::size_t>(std::max(height, 0));
  rows.stride = static_cast<std::size_t>(stride) / 4;
  const SurfaceHandle whole(cairo_image_surface_create_for_data(
      rows.pixels.get(), CAIRO_FORMAT_RGB24, width, height, stride));
  if (const auto status = cairo_surface_status(whole.get()); status != CAIRO_STATUS_SUCCESS)
    return not_drawn(status);
  return rows;
}

}  // namespace

Result<PaintedRows> paint_rows(const DisplayList& list, int width, int height) {
  auto rows = rows_for(width, height);
  if (rows)
    if (Status status = paint_bands(list, *rows, Under::White); !status)
      return tl::make_unexpected(status.error());
  return rows;
}

Status paint_over(const DisplayList& list, PaintedRows& rows) {
  return paint_bands(list, rows, Under::Painted);
}

struct RowsInWork::Work {
  std::function<void(Canvas&)> draw;
  Result<PaintedRows> rows;
  DisplayList list = {};
  std::latch listed{1};
  BandsInWork bands = {};
  std::jthread other = {};  // last: it works on the others

  void begin() {
    draw(list);
    listed.count_down();
    bands.paint(list, *rows, Under::White);
  }
};

RowsInWork::RowsInWork(std::function<void(Canvas&)> draw, int width, int height)
    : work_(new Work{.draw = std::move(draw), .rows = rows_for(width, height)}) {
  if (work_->rows)
    work_->other = std::jthread([work = work_.get()] { work->begin(); });
}

RowsInWork::~RowsInWork() = default;

Result<PaintedRows> RowsInWork::finish() {
  if (!work_->rows)
    return tl::make_unexpected(work_->rows.error());
  work_->listed.wait();
  work_->bands.paint(work_->list, *work_->rows, Under::White);
  work_->other.join();
  if (Status status = work_->bands.status(); !status)
    return tl::make_unexpected(status.error());
  return std::move(work_->rows);
}

}  // namespace malimap
