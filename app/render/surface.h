#pragma once
// A picture in memory for Cairo to paint on: premultiplied ARGB, transparent at first.

#include <cairo.h>

#include <memory>

namespace malimap {

/// Pixels of a surface.
struct SurfacePart {
  int x = 0, y = 0, width = 0, height = 0;
};

class Surface {
 public:
  Surface(int width, int height)
      : surface_(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)),
        cairo_(cairo_create(surface_.get())) {}
  [[nodiscard]] cairo_t* cairo() const { return cairo_.get(); }
  [[nodiscard]] cairo_surface_t* surface() const { return surface_.get(); }
  [[nodiscard]] int width() const { return cairo_image_surface_get_width(surface_.get()); }
  [[nodiscard]] int height() const { return cairo_image_surface_get_height(surface_.get()); }
  /// Pixels of a row.
  [[nodiscard]] int stride() const { return cairo_image_surface_get_stride(surface_.get()) / 4; }
  /// What was painted so far; nullptr when there was no memory for it.
  [[nodiscard]] unsigned char* pixels() const {
    cairo_surface_flush(surface_.get());
    return cairo_image_surface_get_data(surface_.get());
  }

 private:
  struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  };
  std::unique_ptr<cairo_surface_t, Destroy> surface_;
  std::unique_ptr<cairo_t, Destroy> cairo_;
};

}  // namespace malimap
