#include <algorithm>
#include <optional>

#include "geo/output/document.h"
#include "geo/output/slides/slide_canvas.h"
#include "geo/output/slides/slide_parts.h"

namespace malimap {
namespace {

constexpr double kEmuPerInch = 914400;
constexpr double kSmallest = 914400, kLargest = 51206400;  // EMU, as the format allows

class SlidesDocument final : public Document {
 public:
  explicit SlidesDocument(const DocumentInfo& info) : info_(info) {}

  Canvas& begin_page(const PageSize& size, const PageInfo& info) override {
    end_page();
    notes_ = info.notes;
    return canvas_.emplace(scale_for(size), info_.language, info.title);
  }

  void end_page() override {
    if (!canvas_)
      return;
    slides_.push_back({canvas_->xml(), notes_});
    canvas_.reset();
  }

  Result<std::string> finish() override {
    end_page();
    return zip_package(slide_parts(slides_, size_.value_or(SlideSize{}), info_), info_.date);
  }

 private:
  [[nodiscard]] EmuScale scale_for(const PageSize& page);

  DocumentInfo info_;
  std::optional<SlideSize> size_;  // of the first page: all slides have one size
  std::optional<SlideCanvas> canvas_;
  std::string notes_;
  std::vector<SlidePart> slides_;
};

EmuScale SlidesDocument::scale_for(const PageSize& page) {
  EmuScale scale;
  if (!size_) {
    const double longest = std::max(page.width_px, page.height_px);
    const double shortest = std::min(page.width_px, page.height_px);
    scale.per_px = std::max(kEmuPerInch / page.dpi, kSmallest / shortest);
    scale.per_px = std::min(scale.per_px, kLargest / longest);
    size_ = {scale.length(page.width_px), scale.length(page.height_px)};
    return scale;
  }
  // Others are fitted into the middle.
  scale.per_px = std::min(static_cast<double>(size_->width) / page.width_px,
                          static_cast<double>(size_->height) / page.height_px);
  scale.corner = {(size_->width - scale.length(page.width_px)) / 2,
                  (size_->height - scale.length(page.height_px)) / 2};
  return scale;
}

}  // namespace

std::unique_ptr<Document> make_slides_document(const DocumentInfo& info) {
  return std::make_unique<SlidesDocument>(info);
}

}  // namespace malimap
