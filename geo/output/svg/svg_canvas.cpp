#include "geo/output/svg/svg_canvas.h"

#include "geo/output/path_lines.h"
#include "geo/output/svg/svg_text.h"
#include "geo/output/xml_text.h"

namespace malimap {
namespace {

constexpr double kSpacedCapitals = 0.09;  // as make_layout sets a neighbour's name

std::string hex(Colour colour) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t part : {colour.r, colour.g, colour.b}) {
    text += kDigits[part >> 4];
    text += kDigits[part & 15];
  }
  return text;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string attribute(std::string_view name, double value) {
  return attribute(name, compact_number(value));
}

std::string paint(std::string_view property, Colour colour) {
  std::string text = attribute(property, hex(colour));
  if (colour.a < 255)
    text += attribute(std::string(property) + "-opacity", compact_number(colour.a / 255.0, 3));
  return text;
}

std::string stroke_attributes(const Stroke& stroke) {
  std::string text = paint("stroke", stroke.colour) + attribute("stroke-width", stroke.width);
  std::string dashes;
  for (const double dash : stroke.dashes)
    dashes += (dashes.empty() ? "" : " ") + compact_number(dash);
  return dashes.empty() ? text : text + attribute("stroke-dasharray", dashes);
}

/// Pairs with as few separators as the grammar of path data needs.
class PathData {
 public:
  void command(char letter) {
    if (letter == last_ && (letter == 'L' || letter == 'C'))
      return;
    text_ += letter;
    last_ = letter;
    fresh_ = true;
  }
  void point(PixelPoint p) {
    number(p.x);
    number(p.y);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void number(double value) {
    const std::string digits = compact_number(value);
    if (!fresh_ && digits.front() != '-')
      text_ += ' ';
    text_ += digits;
    fresh_ = false;
  }
  std::string text_;
  char last_ = 0;
  bool fresh_ = true;
};

std::string data_of(const Path& path) {
  PathData data;
  for (const Path::Element& element : path.elements())
    switch (element.verb) {
      case Path::Verb::Move:
        data.command('M');
        data.point(element.to);
        break;
      case Path::Verb::Line:
        data.command('L');
        data.point(element.to);
        break;
      case Path::Verb::Curve:
        data.command('C');
        data.point(element.a);
        data.point(element.b);
        data.point(element.to);
        break;
      case Path::Verb::Close:
        data.command('Z');
        break;
    }
  return data.take();
}

std::string data_of(const std::vector<PixelSegment>& segments) {
  PathData data;
  for (const PixelSegment& segment : segments) {
    data.command('M');
    data.point(segment.from);
    data.command('L');
    data.point(segment.to);
  }
  return data.take();
}

}  // namespace

std::string SvgCanvas::unique_id(std::string_view wanted, std::string_view otherwise) {
  const std::string base = xml_name(wanted);
  std::string id = base;
  if (base.empty())
    id = std::string(otherwise) + "-" + std::to_string(++made_ids_);
  for (int copy = 2; !ids_.insert(id).second; ++copy)
    id = (base.empty() ? std::string(otherwise) : base) + "-" + std::to_string(copy);
  return id;
}

void SvgCanvas::begin_group(const ShapeName& name) {
  body_ += "<g" + attribute("id", unique_id(name.id, "group")) +
           attribute("inkscape:groupmode", "layer");
  const std::string& label = name.label.empty() ? name.id : name.label;
  if (!label.empty())
    body_ += attribute("inkscape:label", xml_escape(label));
  body_ += ">\n";
}

void SvgCanvas::end_group() {
  body_ += "</g>\n";
}

void SvgCanvas::begin_frame(const PixelBox& box) {
  const std::string id = unique_id({}, "frame");
  body_ += "<clipPath" + attribute("id", id) + "><rect" + attribute("width", box.width) +
           attribute("height", box.height) + "/></clipPath>\n<g" +
           attribute("inkscape:groupmode", "layer") + attribute("inkscape:label", id) +
           attribute("transform",
                     "translate(" + compact_number(box.x) + " " + compact_number(box.y) + ")") +
           attribute("clip-path", "url(#" + id + ")") + ">\n";
}

void SvgCanvas::end_frame() {
  body_ += "</g>\n";
}

/// `geometry` is the element's name with what says its form.
void SvgCanvas::one_element(std::string_view geometry, const std::string& id, const Ink& ink,
                            std::string_view label) {
  body_ += "<" + std::string(geometry);
  if (!id.empty())
    body_ += attribute("id", id);
  body_ += ink.fill ? paint("fill", *ink.fill) : attribute("fill", "none");
  if (ink.stroke)
    body_ += stroke_attributes(*ink.stroke);
  const auto space = geometry.find(' ');
  if (label.empty())
    body_ += "/>\n";
  else
    body_ += "><title>" + xml_escape(label) + "</title></" +
             std::string(geometry.substr(0, space)) + ">\n";
}

void SvgCanvas::element(std::string_view geometry, const PixelBox& bounds, const Ink& ink,
                        const ShapeName& name) {
  if (ink.hatch)
    return hatched(geometry, bounds, ink, name);
  one_element(geometry, name.id.empty() ? std::string() : unique_id(name.id, "shape"), ink,
              name.label);
}

/// Lines cut at the shape, not a pattern: tiles show seams, and few editors keep them.
void SvgCanvas::hatched(std::string_view geometry, const PixelBox& bounds, const Ink& ink,
                        const ShapeName& name) {
  const std::string id = unique_id(name.id, "shape"), clip = unique_id(id + "-clip", "clip");
  one_element(geometry, id, {ink.fill, {}, {}}, name.label);
  const std::string lines = data_of(hatch_lines(*ink.hatch, bounds));
  if (!lines.empty())
    body_ += "<clipPath" + attribute("id", clip) + "><use" + attribute("xlink:href", "#" + id) +
             attribute("clip-rule", "evenodd") + "/></clipPath>\n<path" + attribute("d", lines) +
             attribute("fill", "none") +
             stroke_attributes({ink.hatch->line, ink.hatch->width, {}}) +
             attribute("clip-path", "url(#" + clip + ")") + "/>\n";
  if (ink.stroke)
    one_element(geometry, {}, {{}, {}, ink.stroke}, {});
}

void SvgCanvas::shape(const Path& path, const Ink& ink, const ShapeName& name) {
  if (!path.empty())
    element("path" + attribute("d", data_of(path)), bounds_of(path), ink, name);
}

void SvgCanvas::rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                          const ShapeName& name) {
  std::string geometry = "rect" + attribute("x", box.x) + attribute("y", box.y) +
                         attribute("width", box.width) + attribute("height", box.height);
  if (corner_radius > 0)
    geometry += attribute("rx", corner_radius);
  element(geometry, box, ink, name);
}

void SvgCanvas::circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName& name) {
  element("circle" + attribute("cx", centre.x) + attribute("cy", centre.y) + attribute("r", radius),
          {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, ink, name);
}

/// The halo is a reference to the text, stroked, underneath it: the text stands in the file once,
/// and editors that know no paint-order show it too.
void SvgCanvas::text(const PlacedText& text, const ShapeName& name) {
  const std::vector<SetLine> lines = set_lines(text, context_.get(), fonts_);
  if (lines.empty())
    return;
  const bool halo = text.halo && text.halo->a > 0 && text.halo_width > 0;
  const TextStyle& style = text.style;
  std::string id;
  if (halo || !name.id.empty())
    id = unique_id(name.id, "text");
  if (halo)
    body_ += "<use" + attribute("xlink:href", "#" + id) +
             stroke_attributes({*text.halo, text.halo_width, {}}) + "/>\n";
  body_ += "<text";
  if (!id.empty())
    body_ += attribute("id", id);
  body_ += attribute("font-size", style.size_px) + paint("fill", text.colour);
  if (style.bold)
    body_ += attribute("font-weight", "600");
  if (style.italic)
    body_ += attribute("font-style", "italic");
  if (style.align != TextAlign::Left)
    body_ += attribute("text-anchor", style.align == TextAlign::Centre ? "middle" : "end");
  if (style.role == TextRole::NeighbourName)
    body_ += attribute("letter-spacing", kSpacedCapitals * style.size_px);
  if (style.role == TextRole::Legend)
    body_ += attribute("style", "font-variant-numeric:tabular-nums");
  if (lines.size() == 1)
    body_ += attribute("x", lines[0].at.x) + attribute("y", lines[0].at.y);
  body_ += ">";
  for (const SetLine& line : lines)
    body_ += lines.size() == 1 ? xml_escape(line.text)
                               : "<tspan" + attribute("x", line.at.x) + attribute("y", line.at.y) +
                                     ">" + xml_escape(line.text) + "</tspan>";
  body_ += "</text>\n";
}

}  // namespace malimap
