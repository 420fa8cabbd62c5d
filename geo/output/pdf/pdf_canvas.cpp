#include "geo/output/pdf/pdf_canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

#include "geo/output/path_lines.h"
#include "geo/output/pdf/pdf_text.h"

namespace malimap {
namespace {

constexpr int kMiter = 0, kRound = 1, kButt = 0;
constexpr std::size_t kLayerDepth = 2;  // groups further in are no layers: one a symbol

void append_point(std::string& out, PixelPoint p) {
  append_number(out, p.x);
  out += ' ';
  append_number(out, p.y);
  out += ' ';
}

void append_colour(std::string& out, Colour colour) {
  for (const std::uint8_t part : {colour.r, colour.g, colour.b}) {
    append_number(out, part / 255.0, 4);
    out += ' ';
  }
}

bool same_hundredths(PixelPoint a, PixelPoint b) {
  return std::abs(a.x - b.x) < 0.005 && std::abs(a.y - b.y) < 0.005;
}

/// Points that fall together on paper are written once.
std::string path_operators(const Path& path) {
  std::string out;
  out.reserve(path.elements().size() * 14);
  PixelPoint last;
  bool drawn = false;  // since the last move: a line of no length is a dot
  for (const Path::Element& element : path.elements()) {
    if (element.verb == Path::Verb::Close) {
      out += "h\n";
      continue;
    }
    if (element.verb == Path::Verb::Line && drawn && same_hundredths(last, element.to))
      continue;
    if (element.verb == Path::Verb::Curve) {
      append_point(out, element.a);
      append_point(out, element.b);
    }
    append_point(out, element.to);
    out += element.verb == Path::Verb::Move   ? "m\n"
           : element.verb == Path::Verb::Line ? "l\n"
                                              : "c\n";
    drawn = element.verb != Path::Verb::Move;
    last = element.to;
  }
  return out;
}

std::string box_operators(const PixelBox& box) {
  std::string out;
  append_point(out, {box.x, box.y});
  append_point(out, {box.width, box.height});
  return out + "re\n";
}

Path rounded_path(const PixelBox& box, double radius) {
  const double r = std::min({radius, box.width / 2, box.height / 2});
  const double k = r * (1 - 4.0 / 3 * (std::numbers::sqrt2 - 1));  // from the corner
  const double left = box.x, top = box.y, right = box.x + box.width, bottom = box.y + box.height;
  Path path;
  path.move_to({left + r, top});
  path.line_to({right - r, top});
  path.curve_to({right - k, top}, {right, top + k}, {right, top + r});
  path.line_to({right, bottom - r});
  path.curve_to({right, bottom - k}, {right - k, bottom}, {right - r, bottom});
  path.line_to({left + r, bottom});
  path.curve_to({left + k, bottom}, {left, bottom - k}, {left, bottom - r});
  path.line_to({left, top + r});
  path.curve_to({left, top + k}, {left + k, top}, {left + r, top});
  path.close();
  return path;
}

}  // namespace

int PdfResources::layer(const std::string& name, int within) {
  const auto siblings = [&]() -> std::vector<int>& {
    return within < 0 ? outermost : layers[static_cast<std::size_t>(within)].inside;
  };
  for (const int known : siblings())
    if (layers[static_cast<std::size_t>(known)].name == name)
      return known;
  const int made = static_cast<int>(layers.size());
  layers.push_back({name, {}});
  siblings().push_back(made);
  return made;
}

PdfCanvas::PdfCanvas(PdfResources& shared, double height_px, double scale) : shared_(shared) {
  // An error here grows with the distance from the corner.
  append_number(out_, scale, 7);
  out_ += " 0 0 ";
  append_number(out_, -scale, 7);
  out_ += " 0 ";
  append_number(out_, height_px * scale, 7);
  out_ += " cm\n1 j 1 J\n";
}

void PdfCanvas::begin_group(const ShapeName& name) {
  const std::string& label = name.label.empty() ? name.id : name.label;
  const int within = groups_.empty() ? -1 : groups_.back();
  const bool is_layer =
      !label.empty() && groups_.size() < kLayerDepth && (groups_.empty() || within >= 0);
  groups_.push_back(is_layer ? shared_.layer(label, within) : -1);
  if (is_layer)
    out_ += "/OC /L" + std::to_string(groups_.back()) + " BDC\n";
}

void PdfCanvas::end_group() {
  if (groups_.empty())
    return;
  if (groups_.back() >= 0)
    out_ += "EMC\n";
  groups_.pop_back();
}

void PdfCanvas::begin_frame(const PixelBox& box) {
  frames_.push_back(state_);
  out_ += "q\n" + box_operators(box) + "W n\n1 0 0 1 ";
  append_point(out_, {box.x, box.y});
  out_ += "cm\n";
}

void PdfCanvas::end_frame() {
  if (frames_.empty())
    return;
  out_ += "Q\n";
  state_ = std::move(frames_.back());
  frames_.pop_back();
}

/// `kind`: f of fills, s of strokes.
void PdfCanvas::alpha(char kind, int value) {
  shared_.alphas.insert(value);
  out_ += std::string("/A") + kind + std::to_string(value) + " gs\n";
}

void PdfCanvas::fill_colour(Colour colour) {
  if (colour.a != state_.fill.a)
    alpha('f', colour.a);
  if (std::tie(colour.r, colour.g, colour.b) !=
      std::tie(state_.fill.r, state_.fill.g, state_.fill.b)) {
    append_colour(out_, colour);
    out_ += "rg\n";
  }
  state_.fill = colour;
}

void PdfCanvas::line_colour(Colour colour) {
  if (colour.a != state_.line.a)
    alpha('s', colour.a);
  if (std::tie(colour.r, colour.g, colour.b) !=
      std::tie(state_.line.r, state_.line.g, state_.line.b)) {
    append_colour(out_, colour);
    out_ += "RG\n";
  }
  state_.line = colour;
}

void PdfCanvas::line_style(double width, const std::vector<double>& dashes, int join, int cap) {
  if (width != state_.width) {
    append_number(out_, width);
    out_ += " w\n";
  }
  if (dashes != state_.dashes) {
    out_ += '[';
    for (const double dash : dashes) {
      append_number(out_, dash);
      out_ += ' ';
    }
    out_ += "] 0 d\n";
  }
  if (join != state_.join)
    out_ += std::to_string(join) + " j\n";
  if (cap != state_.cap)
    out_ += std::to_string(cap) + " J\n";
  state_.width = width, state_.dashes = dashes, state_.join = join, state_.cap = cap;
}

/// Lines that end at the shape's edges: no pattern and no clipping, so that they stay lines in
/// every editor.
void PdfCanvas::hatch(const Path& outline, const Hatch& hatch) {
  const std::vector<PixelSegment> lines = hatch_within(hatch, flatten(outline));
  if (lines.empty())
    return;
  line_colour(hatch.line);
  line_style(hatch.width, {}, kRound, kButt);
  for (const PixelSegment& line : lines) {
    append_point(out_, line.from);
    out_ += "m ";
    append_point(out_, line.to);
    out_ += "l\n";
  }
  out_ += "S\n";
}

/// `path` is the outline as operators.
void PdfCanvas::apply(const std::string& path, const Path& outline, const Ink& ink, int join) {
  const bool stroked = ink.stroke && ink.stroke->width > 0 && ink.stroke->colour.a > 0;
  const bool filled = ink.fill && ink.fill->a > 0;
  const auto set_stroke = [&] {
    line_colour(ink.stroke->colour);
    line_style(ink.stroke->width, ink.stroke->dashes, join, kRound);
  };
  if (filled)
    fill_colour(*ink.fill);
  // Both at once would let a transparent line hide the fill under it.
  if (filled && stroked && !ink.hatch && ink.stroke->colour.a == 255) {
    set_stroke();
    out_.append(path).append("B*\n");
    return;
  }
  if (filled)
    out_.append(path).append("f*\n");
  if (ink.hatch)
    hatch(outline, *ink.hatch);
  if (stroked) {
    set_stroke();
    out_.append(path).append("S\n");
  }
}

void PdfCanvas::shape(const Path& path, const Ink& ink, const ShapeName&) {
  if (!path.empty())
    apply(path_operators(path), path, ink, kRound);
}

void PdfCanvas::rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                          const ShapeName&) {
  if (corner_radius > 0)
    shape(rounded_path(box, corner_radius), ink, {});
  else
    apply(box_operators(box), ink.hatch ? rectangle_path(box) : Path(), ink, kMiter);
}

void PdfCanvas::circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName&) {
  shape(sector(centre, radius, 0, 2 * std::numbers::pi), ink, {});
}

/// The halo is the same glyphs, stroked, underneath; marked as meaning nothing, so that the text is
/// found once.
void PdfCanvas::text(const PlacedText& text, const ShapeName&) {
  if (!context_)
    context_ = text_context();
  const PdfText set = set_pdf_text(text, context_.get(), shared_.fonts);
  const bool halo = text.halo && text.halo->a > 0 && text.halo_width > 0;
  if (!set.outlines.empty()) {
    if (halo)
      shape(set.outlines, lined({*text.halo, text.halo_width, {}}), {});
    fill_colour(text.colour);
    out_ += path_operators(set.outlines) + "f\n";  // contours of a glyph may overlap
  }
  if (set.runs.empty())
    return;
  fill_colour(text.colour);
  if (halo) {
    line_colour(*text.halo);
    line_style(text.halo_width, {}, kRound, kRound);
  }
  out_ += "BT\n";
  if (halo) {
    out_ += "/Span<</ActualText<FEFF>>>BDC\n1 Tr\n";
    show_runs(out_, set.runs, shared_.fonts, false);
    out_ += "0 Tr\nEMC\n";
  }
  show_runs(out_, set.runs, shared_.fonts, true);
  out_ += "ET\n";
}

}  // namespace malimap
