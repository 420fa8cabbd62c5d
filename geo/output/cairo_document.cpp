// PNG: one page, painted through Cairo in bands on several threads.

#include <cmath>

#include "geo/output/document.h"
#include "geo/output/painted_rows.h"

namespace malimap {
namespace {

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
    const auto painted = paint_rows(list_, static_cast<int>(std::lround(size_.width_px)),
                                    static_cast<int>(std::lround(size_.height_px)));
    if (!painted)
      return tl::make_unexpected(painted.error());
    return png_of(painted->rows(), size_.dpi);
  }

 private:
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
