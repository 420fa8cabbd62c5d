#include <cmath>

#include "geo/output/document.h"
#include "geo/output/svg/svg_canvas.h"
#include "geo/output/xml_text.h"

namespace malimap {
namespace {

class SvgDocument final : public Document {
 public:
  explicit SvgDocument(const DocumentInfo& info) : info_(info) {}

  Canvas& begin_page(const PageSize& size, const PageInfo& info) override {
    if (pages_++ > 0)
      return nowhere_;
    size_ = size;
    if (!info.title.empty())
      info_.title = info.title;
    return canvas_;
  }
  void end_page() override {}
  Result<std::string> finish() override { return head() + canvas_.body() + "</svg>\n"; }

 private:
  [[nodiscard]] std::string head() const;

  DocumentInfo info_;
  PageSize size_;
  int pages_ = 0;
  SvgCanvas canvas_;
  NullCanvas nowhere_;
};

/// Rounded down: a px is not begun that the page does not fill.
std::string millimetres(double px, double dpi) {
  return compact_number(std::floor(px * 25.4 / dpi * 1e4) / 1e4, 4) + "mm";
}

/// Sizes in millimetres: editors do not agree how long a px is.
std::string SvgDocument::head() const {
  const std::string width = compact_number(size_.width_px),
                    height = compact_number(size_.height_px);
  std::string families;
  for (const std::string& family : canvas_.fonts().families())
    families += "'" + xml_escape(family) + "', ";
  const std::string css = canvas_.fonts().css();
  std::string head =
      R"(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink")"
      R"( xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" version="1.1")";
  head += " xml:lang=\"" + std::string(code_of(info_.language)) + "\" width=\"" +
          millimetres(size_.width_px, size_.dpi) + "\" height=\"" +
          millimetres(size_.height_px, size_.dpi) + "\" viewBox=\"0 0 " + width + " " + height +
          "\" fill-rule=\"evenodd\" stroke-linejoin=\"round\" stroke-linecap=\"round\"" +
          " font-family=\"" + families + "Inter, 'Noto Sans', sans-serif\">\n";
  head += "<title>" + xml_escape(info_.title) + "</title>\n";
  if (!css.empty())
    head += "<style type=\"text/css\">\n" + css + "</style>\n";
  return head + "<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>\n";
}

}  // namespace

std::unique_ptr<Document> make_svg_document(const DocumentInfo& info) {
  return std::make_unique<SvgDocument>(info);
}

}  // namespace malimap
