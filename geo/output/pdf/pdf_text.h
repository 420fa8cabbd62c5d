#pragma once
// Texts as Pango sets them, glyph by glyph, for a PDF's content.

#include <string>
#include <vector>

#include "geo/output/canvas.h"
#include "geo/output/pdf/pdf_fonts.h"

namespace malimap {

/// Glyphs of one face in one size and on one baseline.
struct PdfRun {
  struct Glyph {
    unsigned id;
    double x, y;       // px of the page
    int meaning = -1;  // of `meanings`; glyphs that share one stand for it together
  };
  int face = -1;
  double size = 12;
  std::vector<Glyph> glyphs;
  std::vector<std::string> meanings;  // where the face's own table would say something else
};

struct PdfText {
  std::vector<PdfRun> runs;
  Path outlines;  // of glyphs in faces that cannot be embedded
};

[[nodiscard]] PdfText set_pdf_text(const PlacedText& text, PangoContext* context, PdfFonts& fonts);

/// Appends the operators that show the runs between BT and ET. `with_meanings` marks the glyphs
/// whose text is not what the face says.
void show_runs(std::string& out, const std::vector<PdfRun>& runs, const PdfFonts& fonts,
               bool with_meanings);

}  // namespace malimap
