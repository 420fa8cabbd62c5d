#pragma once
// A canvas that remembers, to be played as often as one likes: parts of a picture are painted on
// several threads. Texts are kept as glyphs, so that playing needs no text library.

#include <variant>
#include <vector>

#include "geo/output/cairo_canvas.h"

namespace malimap {

struct FreeScaledFont {
  void operator()(cairo_scaled_font_t* font) const { cairo_scaled_font_destroy(font); }
};

class DisplayList final : public Canvas {
 public:
  void begin_group(const ShapeName&) override {}
  void end_group() override {}
  void begin_frame(const PixelBox& box) override;
  void end_frame() override;
  void shape(const Path& path, const Ink& ink, const ShapeName& name) override;
  void rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                 const ShapeName& name) override;
  void circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName& name) override;
  void text(const PlacedText& text, const ShapeName& name) override;

  /// May be called from several threads at once, each with a context of its own that is not scaled.
  void play(cairo_t* cairo) const;

 private:
  struct Frame {
    PixelBox box;
  };
  struct FrameEnd {};
  struct Shape {
    Path path;
    Ink ink;
  };
  struct Rectangle {
    PixelBox box;
    Ink ink;
    double corner_radius;
  };
  struct Circle {
    PixelPoint centre;
    double radius;
    Ink ink;
  };
  struct Run {
    std::unique_ptr<cairo_scaled_font_t, FreeScaledFont> font;
    std::vector<cairo_glyph_t> glyphs;
  };
  struct Text {
    std::vector<Run> runs;
    Colour colour;
    std::optional<Colour> halo;
    double halo_width;
  };
  using Operation = std::variant<Frame, FrameEnd, Shape, Rectangle, Circle, Text>;

  static std::vector<Run> runs_of(PangoLayout* layout, PixelPoint at);
  static void play_text(cairo_t* cairo, const Text& text);

  PangoContextHandle context_;  // made for the first text
  std::vector<Operation> operations_;
};

}  // namespace malimap
