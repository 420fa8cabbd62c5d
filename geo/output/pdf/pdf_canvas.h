#pragma once
// One page of a PDF: its content as operators, in px of the page.

#include <set>
#include <string>
#include <vector>

#include "geo/output/canvas.h"
#include "geo/output/pdf/pdf_fonts.h"

namespace malimap {

/// A named group that viewers show as a layer (optional content).
struct PdfLayer {
  std::string name;
  std::vector<int> inside;  // layers within it
};

/// What the pages of a document share.
struct PdfResources {
  PdfFonts fonts;
  std::set<int> alphas;  // 0 to 254: transparent inks
  std::vector<PdfLayer> layers;
  std::vector<int> outermost;  // of the layers

  /// The layer of that name in the other (-1: in none), made when new.
  int layer(const std::string& name, int within);
};

class PdfCanvas final : public Canvas {
 public:
  /// `scale`: points a px.
  PdfCanvas(PdfResources& shared, double height_px, double scale);

  void begin_group(const ShapeName& name) override;
  void end_group() override;
  void begin_frame(const PixelBox& box) override;
  void end_frame() override;
  void shape(const Path& path, const Ink& ink, const ShapeName& name) override;
  void rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                 const ShapeName& name) override;
  void circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName& name) override;
  void text(const PlacedText& text, const ShapeName& name) override;

  [[nodiscard]] const std::string& content() const { return out_; }

 private:
  /// Of the graphics state what was said last.
  struct State {
    Colour fill{0, 0, 0}, line{0, 0, 0};
    double width = 1;
    std::vector<double> dashes;
    int join = 1, cap = 1;
  };

  void fill_colour(Colour colour);
  void line_colour(Colour colour);
  void line_style(double width, const std::vector<double>& dashes, int join, int cap);
  void alpha(char kind, int value);
  void apply(const std::string& path, const Path& outline, const Ink& ink, int join);
  void hatch(const Path& outline, const Hatch& hatch);

  PdfResources& shared_;
  std::string out_;
  State state_;
  std::vector<State> frames_;
  std::vector<int> groups_;  // open ones: a layer, or -1
  PangoContextHandle context_;
};

}  // namespace malimap
