// The legend: its key from top to bottom, then its notes.

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/map/style.h"
#include "geo/output/furniture.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kTextLeft = kSwatchWidth + 9;  // dp
constexpr double kMembersWidth = 30;
constexpr double kLineHeight = 1.21;  // of a text, in its size

/// The top of a text of one line that stands in the middle of a row.
double centred_in_row(const Drawing& d, double top, double size_dp) {
  return top + (d.dp(kRowHeight) - d.dp(size_dp) * kLineHeight) / 2;
}

void draw_swatch(const Drawing& d, const LegendEntry& entry, double x, double top) {
  const PixelBox box{x, top + d.dp(kRowHeight - kSwatchHeight) / 2, d.dp(kSwatchWidth),
                     d.dp(kSwatchHeight)};
  if (entry.hatched)
    draw_hatched(d, box, entry.fill, d.theme->no_data_hatch);
  else
    d.canvas->rectangle(box, filled(entry.fill));
  d.canvas->rectangle(box, lined({d.theme->panel_line, d.dp(0.75), {}}));
}

double draw_entries(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  double y = at.y;
  for (const LegendEntry& entry : legend.entries) {
    draw_swatch(d, entry, at.x, y);
    const double top = centred_in_row(d, y, kBodySize);
    TextStyle style = d.body();
    style.width_px = width - d.dp(kTextLeft + kMembersWidth);
    const PixelBox text =
        put_text(*d.canvas, entry.text, style, {at.x + d.dp(kTextLeft), top}, d.theme->text);
    TextStyle members = d.body();
    members.align = TextAlign::Right;
    put_text(*d.canvas, entry.amount.value_or(std::to_string(entry.members)), members,
             {at.x + width, top}, d.theme->text_muted);
    const double height = d.dp(kRowHeight) + std::max(0.0, text.height - d.dp(kBodySize * 1.4));
    if (d.window)
      d.window->entries.push_back({at.x, y, width, height});
    y += height;
  }
  return y - at.y;
}

/// A note with a sign at its left.
double draw_signed_note(const Drawing& d, const std::string& text, PixelPoint at, double width,
                        double radius_dp, const Ink& ink) {
  const double above = d.dp(6), left = d.dp(18);
  TextStyle style = d.note();
  style.width_px = width - left;
  const PixelBox box = put_text(*d.canvas, text, style, {at.x + left, at.y + above}, d.theme->text);
  d.canvas->circle({at.x + d.dp(7), at.y + above + d.dp(kNoteSize) * 0.62}, d.dp(radius_dp), ink);
  return above + box.height;
}

/// What a dot stands for, and what a dashed outline or an asterisk means.
double draw_signs(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  double height = 0;
  if (!legend.dots.empty()) {
    const Colour colour = legend.entries.size() == 1 ? legend.entries[0].fill : d.theme->text;
    height += draw_signed_note(d, legend.dots, at, width, 2, filled(colour));
  }
  if (legend.inferred.empty())
    return height;
  const PixelPoint next{at.x, at.y + height};
  if (legend.sizes) {
    const Stroke dashed{d.theme->text,
                        d.dp(style::kSymbolLineWidth),
                        {d.dp(style::kSymbolDash), d.dp(style::kSymbolDashGap)}};
    return height + draw_signed_note(d, legend.inferred, next, width, 5.5, lined(dashed));
  }
  TextStyle style = d.note();
  style.width_px = width;
  return height + d.dp(6) +
         put_text(*d.canvas, legend.inferred, style, {next.x, next.y + d.dp(6)}, d.theme->text)
             .height;
}

/// What can be shown instead, to click on; on the screen alone.
double draw_alternatives(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  if (!d.window)
    return 0;
  double y = at.y;
  for (const LegendAlternative& alternative : legend.alternatives) {
    TextStyle style = d.note();
    style.width_px = width;
    y += d.dp(6);
    const PixelBox text = put_text(*d.canvas, alternative.text, style, {at.x, y}, d.theme->accent);
    d.window->alternatives.push_back({at.x, y, width, text.height});
    y += text.height;
  }
  return y - at.y;
}

double draw_heading(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  TextStyle title = d.body();
  title.role = TextRole::LegendTitle;
  title.bold = true;
  title.width_px = width - d.dp(56);
  TextStyle members = d.note();
  members.align = TextAlign::Right;
  const bool counted = !legend.entries.empty() || legend.grid;
  if (counted)
    put_text(*d.canvas, legend.members_title, members, {at.x + width, at.y + d.dp(2)},
             d.theme->text_muted);
  return put_text(*d.canvas, legend.title, title, at, d.theme->text).height + d.dp(6);
}

}  // namespace

bool has_key(const Legend& legend) {
  return !legend.entries.empty() || legend.grid || legend.sizes || !legend.dots.empty() ||
         legend.marker_key;
}

void draw_hatched(const Drawing& d, const PixelBox& box, Colour fill, Colour line) {
  const double period = d.dp(style::kHatchPeriod);
  const double offset = std::fmod((box.x + box.y) / std::numbers::sqrt2 + period / 2, period);
  Ink ink = filled(fill);
  ink.hatch = Hatch{line, period, d.dp(style::kHatchWidth), offset};
  d.canvas->rectangle(box, ink);
}

double draw_legend_key(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  double y = at.y + draw_heading(d, legend, at, width);
  if (legend.histogram)
    y += draw_histogram(d, *legend.histogram, {at.x, y}, width) + d.dp(6);
  if (legend.grid)
    y += draw_grid(d, *legend.grid, {at.x, y}, width) + d.dp(8);
  if (legend.sizes) {
    LegendSizes sizes = *legend.sizes;
    if (sizes.title == legend.title)
      sizes.title.clear();  // said above
    y += draw_sizes(d, sizes, {at.x, y}, width) + d.dp(8);
  }
  y += draw_entries(d, legend, {at.x, y}, width);
  y += draw_signs(d, legend, {at.x, y}, width);
  if (legend.marker_key) {
    y += d.dp(8);
    y += draw_marker_key(d, legend, {at.x, y}, width);
  }
  y += draw_alternatives(d, legend, {at.x, y}, width);
  return y - at.y;
}

double draw_legend_notes(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  double y = at.y;
  TextStyle style = d.note();
  style.width_px = width;
  for (const std::string& text : legend.notes) {
    if (y > at.y)
      y += d.dp(4);
    y += put_text(*d.canvas, text, style, {at.x, y}, d.theme->text_muted).height;
  }
  return y - at.y;
}

double draw_legend(const Drawing& d, const Legend& legend, PixelPoint at, double width) {
  double height = draw_legend_key(d, legend, at, width);
  if (!legend.notes.empty()) {
    height += d.dp(10);
    height += draw_legend_notes(d, legend, {at.x, at.y + height}, width);
  }
  return height;
}

}  // namespace malimap
