#pragma once
// What a page is drawn on: shapes with names, in groups, and texts. Four painters implement it:
// Cairo (PNG), PDF, SVG and slides. Whoever draws does not know which. Lengths in px of the page,
// y downward.
//   canvas.begin_group({"units", "Régions"});
//   canvas.shape(path, {.fill = colour}, {"ML05", "Mopti"});
//   canvas.end_group();

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/map/composition.h"
#include "geo/output/layout.h"

namespace malimap {

/// Straight lines and cubic Bézier curves.
class Path {
 public:
  enum class Verb : std::uint8_t { Move, Line, Curve, Close };
  struct Element {
    Verb verb;
    PixelPoint a, b, to;  // a and b: the control points of a curve
  };
  void move_to(PixelPoint to) { elements_.push_back({Verb::Move, {}, {}, to}); }
  void line_to(PixelPoint to) { elements_.push_back({Verb::Line, {}, {}, to}); }
  void curve_to(PixelPoint a, PixelPoint b, PixelPoint to) {
    elements_.push_back({Verb::Curve, a, b, to});
  }
  void close() { elements_.push_back({Verb::Close, {}, {}, {}}); }
  [[nodiscard]] bool empty() const { return elements_.empty(); }
  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }

 private:
  std::vector<Element> elements_;
};

/// A part of a circle from one angle to another, radians clockwise from twelve o'clock; the whole
/// circle when they are 2 pi apart.
[[nodiscard]] Path sector(PixelPoint centre, double radius, double from, double to);

struct Stroke {
  Colour colour;
  double width = 1;
  std::vector<double> dashes;  // lengths on and off; empty: solid
};

/// Lines rising to the right at 45 degrees; see style::hatch_offset for `offset`.
struct Hatch {
  Colour line;
  double period = 6, width = 1, offset = 0;
};

/// How a shape is painted: filled (even-odd), then hatched, then outlined.
struct Ink {
  std::optional<Colour> fill;
  std::optional<Hatch> hatch;
  std::optional<Stroke> stroke;
};

[[nodiscard]] Ink filled(Colour colour);
[[nodiscard]] Ink lined(Stroke stroke);
[[nodiscard]] Ink filled(Colour colour, Stroke stroke);

/// `id` is for machines (a P-code) and unique on the page where it is given, `label` for people.
struct ShapeName {
  std::string id, label;
};

/// A text whose place is decided: `at` is the top left corner of its layout, `size` what Pango
/// measured. With style.width_px lines break there.
struct PlacedText {
  std::string text;
  TextStyle style;
  PixelPoint at;
  PixelBox size;  // width and height
  Colour colour;
  std::optional<Colour> halo;
  double halo_width = 0;  // of the whole line: half of it shows
};

/// A table of figures: native on slides, drawn elsewhere.
struct PlacedTable {
  struct Column {
    std::string title;
    double width = 0;      // px
    bool numbers = false;  // at the right edge
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
  int total_rows = 0;  // at the end, set bold
  PixelPoint at;
  double row_height = 20, size_px = 12;
  Colour text, muted, line;
};

class Canvas {
 public:
  virtual ~Canvas() = default;

  virtual void begin_group(const ShapeName& name) = 0;
  virtual void end_group() = 0;

  /// What follows is drawn relative to the box's corner and cut at its edges, until end_frame().
  virtual void begin_frame(const PixelBox& box) = 0;
  virtual void end_frame() = 0;

  /// Even-odd; round joins and ends.
  virtual void shape(const Path& path, const Ink& ink, const ShapeName& name = {}) = 0;
  virtual void rectangle(const PixelBox& box, const Ink& ink, double corner_radius = 0,
                         const ShapeName& name = {}) = 0;
  virtual void circle(PixelPoint centre, double radius, const Ink& ink,
                      const ShapeName& name = {}) = 0;
  virtual void text(const PlacedText& text, const ShapeName& name = {}) = 0;
  /// Drawn with the others unless a painter has tables of its own.
  virtual void table(const PlacedTable& table, const ShapeName& name = {});
};

/// Draws nothing: to measure by drawing.
class NullCanvas final : public Canvas {
 public:
  void begin_group(const ShapeName&) override {}
  void end_group() override {}
  void begin_frame(const PixelBox&) override {}
  void end_frame() override {}
  void shape(const Path&, const Ink&, const ShapeName&) override {}
  void rectangle(const PixelBox&, const Ink&, double, const ShapeName&) override {}
  void circle(PixelPoint, double, const Ink&, const ShapeName&) override {}
  void text(const PlacedText&, const ShapeName&) override {}
  void table(const PlacedTable&, const ShapeName&) override {}
};

/// Sets a text with its top left corner (top right, top middle: by style.align, when no width is
/// given) at the place; returns its box.
PixelBox put_text(Canvas& canvas, const std::string& text, const TextStyle& style, PixelPoint at,
                  Colour colour, const ShapeName& name = {});

/// A label of a composition with its halo; `scale` is px per dp.
void put_label(Canvas& canvas, const Label& label, double scale);

}  // namespace malimap
