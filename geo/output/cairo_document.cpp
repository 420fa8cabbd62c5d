// PDF: vectors, real text with its fonts, one page after another. PNG: one page, painted in bands
// on several threads.

#include <cairo-pdf.h>

#include <cmath>

#include "geo/base/parallel.h"
#include "geo/output/display_list.h"
#include "geo/output/document.h"
#include "geo/output/png_file.h"

namespace malimap {
namespace {

constexpr double kPointsPerInch = 72;
constexpr int kBands = 4;      // always: so that the pixels do not depend on the machine
constexpr int kFewRows = 400;  // a lower picture is painted at once
constexpr char kCreator[] = "Malimap";

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

tl::unexpected<Error> not_drawn(cairo_status_t status) {
  return failure({N_("the picture could not be drawn: {0}"), {cairo_status_to_string(status)}}, {},
                 {N_("Try a smaller size."), {}});
}

class PdfDocument final : public Document {
 public:
  explicit PdfDocument(DocumentInfo info) : info_(std::move(info)) {}

  Canvas& begin_page(const PageSize& size, const PageInfo& info) override {
    const double scale = kPointsPerInch / size.dpi;
    const double width = size.width_px * scale, height = size.height_px * scale;
    if (!surface_)
      open(width, height);
    else
      cairo_pdf_surface_set_size(surface_.get(), width, height);
    pages_.push_back(info.title);
    cairo_.reset(cairo_create(surface_.get()));
    cairo_scale(cairo_.get(), scale, scale);
    canvas_ = make_cairo_canvas(cairo_.get());
    return *canvas_;
  }

  void end_page() override {
    cairo_show_page(cairo_.get());
    status_ = cairo_status(cairo_.get());
    canvas_.reset();
    cairo_.reset();
  }

  Result<std::string> finish() override {
    if (!surface_)
      open(kPointsPerInch, kPointsPerInch);
    if (pages_.size() > 1)
      add_outline();
    cairo_surface_finish(surface_.get());
    if (status_ == CAIRO_STATUS_SUCCESS)
      status_ = cairo_surface_status(surface_.get());
    if (status_ != CAIRO_STATUS_SUCCESS)
      return not_drawn(status_);
    return std::move(bytes_);
  }

 private:
  void open(double width, double height) {
    surface_.reset(cairo_pdf_surface_create_for_stream(append_bytes, &bytes_, width, height));
    const auto put = [&](cairo_pdf_metadata_t field, const std::string& text) {
      cairo_pdf_surface_set_metadata(surface_.get(), field, text.c_str());
    };
    put(CAIRO_PDF_METADATA_TITLE, info_.title);
    put(CAIRO_PDF_METADATA_CREATOR, kCreator);
    put(CAIRO_PDF_METADATA_CREATE_DATE, iso(info_.date) + "T00:00:00Z");
  }

  void add_outline() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const std::string target = "page=" + std::to_string(i + 1);
      cairo_pdf_surface_add_outline(surface_.get(), CAIRO_PDF_OUTLINE_ROOT, pages_[i].c_str(),
                                    target.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
  }

  DocumentInfo info_;
  std::string bytes_;  // before the surface that writes to it
  Surface surface_;
  Cairo cairo_;
  std::unique_ptr<Canvas> canvas_;
  std::vector<std::string> pages_;
  cairo_status_t status_ = CAIRO_STATUS_SUCCESS;
};

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
    const Surface whole(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
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
    const auto* pixels =
        reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(whole.get()));
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(whole.get())) / 4;
    return png_of(
        {pixels, static_cast<std::size_t>(width), static_cast<std::size_t>(height), stride},
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

std::unique_ptr<Document> make_cairo_document(PageFormat format, const DocumentInfo& info) {
  if (format == PageFormat::Png)
    return std::make_unique<PngDocument>();
  return std::make_unique<PdfDocument>(info);
}

}  // namespace malimap
