// PNG: one page, painted through Cairo in bands on several threads.

#include <algorithm>
#include <cmath>

#include "geo/base/large_buffer.h"
#include "geo/base/parallel.h"
#include "geo/output/display_list.h"
#include "geo/output/document.h"
#include "geo/output/png_file.h"

namespace malimap {
namespace {

constexpr int kBands = 4;      // always: so that the pixels do not depend on the machine
constexpr int kFewRows = 400;  // a lower picture is painted at once

tl::unexpected<Error> not_drawn(cairo_status_t status) {
  return failure({N_("the picture could not be drawn: {0}"), {cairo_status_to_string(status)}}, {},
                 {N_("Try a smaller size."), {}});
}

class PngDocument final : public Document {
 public:
  Canvas& begin_page(const PageSize& size, const PageInfo&) override {
    if (++pages_ > 1)
      return nowhere_;
    size_ = size;
    return list_;
  }
  void end_page() override {}

  Result<std::string> finish() override {
    const int width = static_cast<int>(std::lround(size_.width_px));
    const int height = static_cast<int>(std::lround(size_.height_px));
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width);
    const LargeBuffer pixels = large_buffer(static_cast<std::size_t>(std::max(stride, 0)) *
                                            static_cast<std::size_t>(height));
    if (pixels == nullptr)
      return not_drawn(CAIRO_STATUS_NO_MEMORY);
    const Surface whole(cairo_image_surface_create_for_data(pixels.get(), CAIRO_FORMAT_RGB24, width,
                                                            height, stride));
    if (const auto status = cairo_surface_status(whole.get()); status != CAIRO_STATUS_SUCCESS)
      return not_drawn(status);
    const int bands = height < kFewRows ? 1 : kBands;
    std::vector<cairo_status_t> statuses(static_cast<std::size_t>(bands), CAIRO_STATUS_SUCCESS);
    in_parallel(statuses.size(), [&](std::size_t i) {
      const int band = static_cast<int>(i);
      statuses[i] = paint_rows(whole.get(), height * band / bands, height * (band + 1) / bands);
    });
    for (const cairo_status_t status : statuses)
      if (status != CAIRO_STATUS_SUCCESS)
        return not_drawn(status);
    return png_of(
        {reinterpret_cast<const std::uint32_t*>(pixels.get()), static_cast<std::size_t>(width),
         static_cast<std::size_t>(height), static_cast<std::size_t>(stride) / 4},
        size_.dpi);
  }

 private:
  cairo_status_t paint_rows(cairo_surface_t* whole, int first, int last) const {
    const int stride = cairo_image_surface_get_stride(whole);
    unsigned char* data =
        cairo_image_surface_get_data(whole) + static_cast<std::ptrdiff_t>(stride) * first;
    const Surface band(cairo_image_surface_create_for_data(
        data, CAIRO_FORMAT_RGB24, cairo_image_surface_get_width(whole), last - first, stride));
    const Cairo cairo(cairo_create(band.get()));
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    cairo_translate(cairo.get(), 0, -first);
    list_.play(cairo.get());
    cairo_surface_flush(band.get());
    return cairo_status(cairo.get());
  }

  PageSize size_;
  int pages_ = 0;
  DisplayList list_;
  NullCanvas nowhere_;
};

}  // namespace

std::unique_ptr<Document> make_png_document() {
  return std::make_unique<PngDocument>();
}

}  // namespace malimap
