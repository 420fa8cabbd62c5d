#pragma once
// Pieces of DrawingML (ECMA-376, part 1, chapter 20). Lengths in EMU: 914400 an inch.

#include <cstdint>
#include <limits>
#include <pugixml.hpp>
#include <string>

#include "geo/output/canvas.h"

namespace malimap {

struct EmuPoint {
  std::int64_t x = 0, y = 0;
};

/// Around what was added.
struct EmuBounds {
  std::int64_t left = std::numeric_limits<std::int64_t>::max();
  std::int64_t top = std::numeric_limits<std::int64_t>::max();
  std::int64_t right = std::numeric_limits<std::int64_t>::min();
  std::int64_t bottom = std::numeric_limits<std::int64_t>::min();
  [[nodiscard]] bool empty() const { return left > right; }
  [[nodiscard]] std::int64_t width() const { return right - left; }
  [[nodiscard]] std::int64_t height() const { return bottom - top; }
  void add(EmuPoint p);
  void add(const EmuBounds& other);
};

/// From px of a page to a slide.
struct EmuScale {
  double per_px = 9525;
  EmuPoint corner;  // of the page on the slide
  [[nodiscard]] std::int64_t length(double px) const;
  [[nodiscard]] EmuPoint point(PixelPoint p) const;
  [[nodiscard]] EmuBounds box(const PixelBox& box) const;
};

pugi::xml_node add_child(pugi::xml_node parent, const char* name);
void set(pugi::xml_node node, const char* attribute, std::int64_t value);
void set(pugi::xml_node node, const char* attribute, const std::string& value);

void add_xfrm(pugi::xml_node parent, const EmuBounds& bounds, const char* name = "a:xfrm");
/// a:prstGeom; `corner` of 0 to 50000 for roundRect.
void add_preset(pugi::xml_node parent, const char* preset, std::int64_t corner = -1);
/// a:custGeom with all subpaths in one path; `area` false: it encloses nothing.
void add_freeform(pugi::xml_node parent, const Path& path, const EmuBounds& bounds,
                  const EmuScale& scale, bool area);
void add_solid_fill(pugi::xml_node parent, Colour colour);
/// a:solidFill, a:pattFill or a:noFill.
void add_fill(pugi::xml_node parent, const Ink& ink);
void add_line(pugi::xml_node parent, const std::optional<Stroke>& stroke, const EmuScale& scale);

/// Size in hundredths of a point.
[[nodiscard]] std::int64_t font_size(double size_px, const EmuScale& scale);

}  // namespace malimap
