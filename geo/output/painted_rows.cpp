#include "geo/output/painted_rows.h"

#include <algorithm>

#include "geo/base/parallel.h"

namespace malimap {
namespace {

constexpr int kBands = 4;      // always: so that the pixels do not depend on the machine
constexpr int kFewRows = 400;  // a lower picture is painted at once

tl::unexpected<Error> not_drawn(cairo_status_t status) {
  return failure({N_("the picture could not be drawn: {0}"), {cairo_status_to_string(status)}}, {},
                 {N_("Try a smaller size."), {}});
}

cairo_status_t paint_band(const DisplayList& list, cairo_surface_t* whole, int first, int last) {
  const int stride = cairo_image_surface_get_stride(whole);
  unsigned char* data =
      cairo_image_surface_get_data(whole) + static_cast<std::ptrdiff_t>(stride) * first;
  const Surface band(cairo_image_surface_create_for_data(
      data, CAIRO_FORMAT_RGB24, cairo_image_surface_get_width(whole), last - first, stride));
  const Cairo cairo(cairo_create(band.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  cairo_translate(cairo.get(), 0, -first);
  list.play(cairo.get());
  cairo_surface_flush(band.get());
  return cairo_status(cairo.get());
}

}  // namespace

Result<PaintedRows> paint_rows(const DisplayList& list, int width, int height) {
  const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width);
  PaintedRows painted;
  painted.pixels = large_buffer(static_cast<std::size_t>(std::max(stride, 0)) *
                                static_cast<std::size_t>(std::max(height, 0)));
  if (painted.pixels == nullptr)
    return not_drawn(CAIRO_STATUS_NO_MEMORY);
  painted.width = static_cast<std::size_t>(std::max(width, 0));
  painted.height = static_cast<std::size_t>(std::max(height, 0));
  painted.stride = static_cast<std::size_t>(stride) / 4;
  const Surface whole(cairo_image_surface_create_for_data(painted.pixels.get(), CAIRO_FORMAT_RGB24,
                                                          width, height, stride));
  if (const auto status = cairo_surface_status(whole.get()); status != CAIRO_STATUS_SUCCESS)
    return not_drawn(status);
  const int bands = height < kFewRows ? 1 : kBands;
  std::vector<cairo_status_t> statuses(static_cast<std::size_t>(bands), CAIRO_STATUS_SUCCESS);
  in_parallel(statuses.size(), [&](std::size_t i) {
    const int band = static_cast<int>(i);
    statuses[i] = paint_band(list, whole.get(), height * band / bands, height * (band + 1) / bands);
  });
  for (const cairo_status_t status : statuses)
    if (status != CAIRO_STATUS_SUCCESS)
      return not_drawn(status);
  return painted;
}

}  // namespace malimap
