#include "geo/output/document.h"

namespace malimap {

std::unique_ptr<Document> make_document(PageFormat format, const DocumentInfo& info) {
  switch (format) {
    case PageFormat::Svg:
      return make_svg_document(info);
    case PageFormat::Pptx:
      return make_slides_document(info);
    case PageFormat::Pdf:
      return make_pdf_document(info);
    case PageFormat::Png:
      break;
  }
  return make_png_document();
}

}  // namespace malimap
