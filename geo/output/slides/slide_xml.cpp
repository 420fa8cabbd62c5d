#include "geo/output/slides/slide_xml.h"

#include <algorithm>
#include <cmath>

#include "geo/output/path_lines.h"

namespace malimap {
namespace {

std::string hex(Colour colour) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string text;
  for (const std::uint8_t part : {colour.r, colour.g, colour.b}) {
    text += kDigits[part >> 4];
    text += kDigits[part & 15];
  }
  return text;
}

void add_colour(pugi::xml_node parent, Colour colour) {
  pugi::xml_node node = add_child(parent, "a:srgbClr");
  set(node, "val", hex(colour));
  if (colour.a < 255)
    set(add_child(node, "a:alpha"), "val", std::lround(colour.a / 255.0 * 100000));
}

void add_point(pugi::xml_node parent, EmuPoint point, const EmuBounds& bounds) {
  pugi::xml_node node = add_child(parent, "a:pt");
  set(node, "x", point.x - bounds.left);
  set(node, "y", point.y - bounds.top);
}

}  // namespace

void EmuBounds::add(EmuPoint p) {
  left = std::min(left, p.x), right = std::max(right, p.x);
  top = std::min(top, p.y), bottom = std::max(bottom, p.y);
}

void EmuBounds::add(const EmuBounds& other) {
  if (other.empty())
    return;
  add(EmuPoint{other.left, other.top});
  add(EmuPoint{other.right, other.bottom});
}

std::int64_t EmuScale::length(double px) const {
  return std::llround(px * per_px);
}

EmuPoint EmuScale::point(PixelPoint p) const {
  return {corner.x + length(p.x), corner.y + length(p.y)};
}

EmuBounds EmuScale::box(const PixelBox& box) const {
  EmuBounds bounds;
  bounds.add(point({box.x, box.y}));
  bounds.add(point({box.x + box.width, box.y + box.height}));
  return bounds;
}

pugi::xml_node add_child(pugi::xml_node parent, const char* name) {
  return parent.append_child(name);
}

void set(pugi::xml_node node, const char* attribute, std::int64_t value) {
  node.append_attribute(attribute).set_value(static_cast<long long>(value));
}

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
  node.append_attribute(attribute).set_value(value.c_str());
}

void add_xfrm(pugi::xml_node parent, const EmuBounds& bounds, const char* name) {
  pugi::xml_node xfrm = add_child(parent, name);
  pugi::xml_node off = add_child(xfrm, "a:off"), ext = add_child(xfrm, "a:ext");
  set(off, "x", bounds.left);
  set(off, "y", bounds.top);
  set(ext, "cx", bounds.width());
  set(ext, "cy", bounds.height());
}

void add_preset(pugi::xml_node parent, const char* preset, std::int64_t corner) {
  pugi::xml_node geometry = add_child(parent, "a:prstGeom");
  set(geometry, "prst", std::string(preset));
  pugi::xml_node adjust = add_child(geometry, "a:avLst");
  if (corner < 0)
    return;
  pugi::xml_node guide = add_child(adjust, "a:gd");
  set(guide, "name", std::string("adj"));
  set(guide, "fmla", "val " + std::to_string(corner));
}

void add_freeform(pugi::xml_node parent, const Path& path, const EmuBounds& bounds,
                  const EmuScale& scale, bool area) {
  pugi::xml_node geometry = add_child(parent, "a:custGeom");
  for (const char* empty : {"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"})
    add_child(geometry, empty);
  pugi::xml_node rect = add_child(geometry, "a:rect");
  for (const char* side : {"l", "t", "r", "b"})
    set(rect, side, std::string(side));
  pugi::xml_node drawn = add_child(add_child(geometry, "a:pathLst"), "a:path");
  set(drawn, "w", bounds.width());
  set(drawn, "h", bounds.height());
  if (!area)
    set(drawn, "fill", std::string("none"));
  for (const Path::Element& element : path.elements())
    switch (element.verb) {
      case Path::Verb::Move:
        add_point(add_child(drawn, "a:moveTo"), scale.point(element.to), bounds);
        break;
      case Path::Verb::Line:
        add_point(add_child(drawn, "a:lnTo"), scale.point(element.to), bounds);
        break;
      case Path::Verb::Curve: {
        pugi::xml_node curve = add_child(drawn, "a:cubicBezTo");
        for (const PixelPoint p : {element.a, element.b, element.to})
          add_point(curve, scale.point(p), bounds);
        break;
      }
      case Path::Verb::Close:
        add_child(drawn, "a:close");
        break;
    }
}

void add_solid_fill(pugi::xml_node parent, Colour colour) {
  add_colour(add_child(parent, "a:solidFill"), colour);
}

void add_fill(pugi::xml_node parent, const Ink& ink) {
  if (ink.hatch) {
    pugi::xml_node pattern = add_child(parent, "a:pattFill");
    set(pattern, "prst", std::string("wdUpDiag"));
    add_colour(add_child(pattern, "a:fgClr"), ink.hatch->line);
    add_colour(add_child(pattern, "a:bgClr"), ink.fill.value_or(Colour{255, 255, 255, 0}));
  } else if (ink.fill) {
    add_solid_fill(parent, *ink.fill);
  } else {
    add_child(parent, "a:noFill");
  }
}

void add_line(pugi::xml_node parent, const std::optional<Stroke>& stroke, const EmuScale& scale) {
  pugi::xml_node line = add_child(parent, "a:ln");
  if (!stroke) {
    add_child(line, "a:noFill");
    return;
  }
  set(line, "w", std::clamp<std::int64_t>(scale.length(stroke->width), 1, 20116800));
  set(line, "cap", std::string(stroke->dashes.empty() ? "rnd" : "flat"));
  add_solid_fill(line, stroke->colour);
  if (stroke->dashes.size() >= 2 && stroke->width > 0) {
    pugi::xml_node dashes = add_child(line, "a:custDash");
    for (std::size_t i = 0; i + 1 < stroke->dashes.size(); i += 2) {
      pugi::xml_node dash = add_child(dashes, "a:ds");
      set(dash, "d", std::llround(stroke->dashes[i] / stroke->width * 100000));
      set(dash, "sp", std::llround(stroke->dashes[i + 1] / stroke->width * 100000));
    }
  }
  add_child(line, "a:round");
}

std::int64_t font_size(double size_px, const EmuScale& scale) {
  // 12700 EMU a point; the format allows 1 to 4000 points.
  return std::clamp<std::int64_t>(std::llround(size_px * scale.per_px / 127), 100, 400000);
}

}  // namespace malimap
