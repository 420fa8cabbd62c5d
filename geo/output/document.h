#pragma once
// Pages into one file: PNG and SVG hold one, PDF and slides any number.

#include <memory>
#include <string>
#include <vector>

#include "geo/base/date.h"
#include "geo/base/result.h"
#include "geo/output/canvas.h"
#include "geo/output/page.h"

namespace malimap {

struct DocumentInfo {
  std::string title;
  Language language = Language::French;
  Date date;  // of production
};

struct PageInfo {
  std::string title;  // of the page: a slide's name, a PDF's outline
  std::string notes;  // of the speaker
};

class Document {
 public:
  virtual ~Document() = default;
  /// The canvas is valid until end_page(). Its ground is white.
  [[nodiscard]] virtual Canvas& begin_page(const PageSize& size, const PageInfo& info) = 0;
  virtual void end_page() = 0;
  /// The file's bytes. Errors: a size that there is no memory for.
  [[nodiscard]] virtual Result<std::string> finish() = 0;
};

/// One for the format. PNG and SVG hold the first page alone.
[[nodiscard]] std::unique_ptr<Document> make_document(PageFormat format, const DocumentInfo& info);
[[nodiscard]] std::unique_ptr<Document> make_png_document();
[[nodiscard]] std::unique_ptr<Document> make_pdf_document(const DocumentInfo& info);
[[nodiscard]] std::unique_ptr<Document> make_svg_document(const DocumentInfo& info);
[[nodiscard]] std::unique_ptr<Document> make_slides_document(const DocumentInfo& info);

}  // namespace malimap
