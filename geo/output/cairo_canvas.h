#pragma once
// A canvas through Cairo, in px: images, anything that Cairo draws on.
#include <cairo.h>

#include <memory>

#include "geo/output/canvas.h"

namespace malimap {

struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using SurfaceHandle = std::unique_ptr<cairo_surface_t, FreeSurface>;
using Cairo = std::unique_ptr<cairo_t, FreeCairo>;

/// Adds to Cairo's current path.
void add_path(cairo_t* cairo, const Path& path);

/// Fills, hatches and outlines Cairo's current path, which is gone afterwards.
void apply_ink(cairo_t* cairo, const Ink& ink);

class CairoCanvas : public Canvas {
 public:
  /// The context outlives the canvas. Its ground is left as it is.
  explicit CairoCanvas(cairo_t* cairo);

  void begin_group(const ShapeName&) override {}
  void end_group() override {}
  void begin_frame(const PixelBox& box) override;
  void end_frame() override;
  void shape(const Path& path, const Ink& ink, const ShapeName& name) override;
  void rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                 const ShapeName& name) override;
  void circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName& name) override;
  void text(const PlacedText& text, const ShapeName& name) override;

 private:
  cairo_t* cairo_;
  PangoContextHandle context_;  // made for the first text
};

}  // namespace malimap
