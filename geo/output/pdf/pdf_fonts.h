#pragma once
// The faces that a PDF's texts are set in, cut down to the glyphs used: Type 0 fonts whose codes
// are the face's own glyph numbers.

#include <pango/pango.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/output/pdf/pdf_objects.h"

namespace malimap {

class PdfFonts {
 public:
  PdfFonts();
  ~PdfFonts();
  PdfFonts(const PdfFonts&) = delete;
  PdfFonts& operator=(const PdfFonts&) = delete;

  /// The number of the face; -1 when it cannot be embedded: its licence forbids it, or its form is
  /// not one that PDF knows. Its glyphs are drawn as shapes then.
  [[nodiscard]] int face_of(PangoFont* font);

  /// Notes that a glyph is used and stands for the text. False when it stands for another text
  /// elsewhere: whoever shows it says what it means. An empty text is never in the way.
  bool use(int face, unsigned glyph, std::string_view text);

  /// How far the glyph moves the pen, in thousandths of the size.
  [[nodiscard]] int width(int face, unsigned glyph) const;

  /// Writes the fonts; returns the entries of the resources' font dictionary: "/F0 7 0 R ...".
  [[nodiscard]] std::string write(PdfObjects& objects) const;

 private:
  struct Face;
  std::vector<std::unique_ptr<Face>> faces_;
  std::unordered_map<PangoFont*, int> known_;  // each held, so that its address stays its own
};

}  // namespace malimap
