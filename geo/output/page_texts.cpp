// Title, key figures, sources and disclaimer.

#include <algorithm>

#include "geo/output/page_painter.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kFigureSize = 22, kFigureGap = 30;  // dp
constexpr double kLeastFigures = 0.6;  // of the designed size; then the last are left out

struct FigureSizes {
  PixelBox value, text;
  [[nodiscard]] double width() const { return std::max(value.width, text.width); }
};

TextStyle figure_style(const Drawing& d) {
  return {TextRole::Legend, d.dp(kFigureSize), true};
}

std::vector<FigureSizes> sizes_of(const Drawing& d, const std::vector<Headline>& headlines) {
  std::vector<FigureSizes> sizes;
  for (const Headline& headline : headlines)
    sizes.push_back(
        {text_size(headline.value, figure_style(d)), text_size(headline.text, d.note())});
  return sizes;
}

double width_of(const Drawing& d, const std::vector<FigureSizes>& sizes) {
  double width = 0;
  for (const FigureSizes& size : sizes)
    width += size.width() + (width > 0 ? d.dp(kFigureGap) : 0);
  return width;
}

}  // namespace

bool PagePainter::has_figures() const {
  return page().key_figures && !picture_.headlines.empty();
}

double PagePainter::title(Canvas& canvas, PixelPoint at, double part) const {
  const Drawing d = drawing(canvas, part);
  canvas.begin_group({"title", ""});
  const double width = text_width(size_);
  TextStyle heading{TextRole::Title, d.dp(kTitleSize), true};
  heading.width_px = width;
  double y = at.y + put_text(canvas, picture_.title, heading, at, d.theme->text).height + d.dp(3);
  TextStyle line{TextRole::Subtitle, d.dp(kBodySize)};
  const std::string& subtitle = page().subtitle.empty() ? picture_.subtitle : page().subtitle;
  const std::string totals = has_figures() ? std::string{} : picture_.totals;
  const double gap = totals.empty() ? 0 : d.dp(18);
  const double totals_width = text_size(totals, line).width;
  const bool one_line = totals_width + gap + text_size(subtitle, line).width <= width;
  line.width_px = one_line ? 0 : width;
  double height = 0;
  if (!totals.empty())
    height = put_text(canvas, totals, line, {at.x, y}, d.theme->text).height;
  if (!subtitle.empty()) {
    const PixelPoint place =
        one_line ? PixelPoint{at.x + totals_width + gap, y} : PixelPoint{at.x, y + height};
    const double own = put_text(canvas, subtitle, line, place, d.theme->text_muted).height;
    height = one_line ? std::max(height, own) : height + own;
  }
  canvas.end_group();
  return y + height - at.y;
}

/// Large numbers in a row, each over what it counts.
double PagePainter::figures(Canvas& canvas, PixelPoint at) const {
  if (!has_figures())
    return 0;
  std::vector<Headline> headlines = picture_.headlines;
  const double width = text_width(size_);
  Drawing d = drawing(canvas);
  auto sizes = sizes_of(d, headlines);
  if (const double wanted = width_of(d, sizes); wanted > width) {
    d = drawing(canvas, std::max(kLeastFigures, width / wanted * 0.99));
    sizes = sizes_of(d, headlines);
  }
  while (sizes.size() > 1 && width_of(d, sizes) > width) {
    sizes.pop_back();
    headlines.pop_back();
  }
  canvas.begin_group({"key-figures", ""});
  double x = at.x, height = 0;
  for (std::size_t i = 0; i < headlines.size(); ++i) {
    const double value_height = sizes[i].value.height * 0.95;
    put_text(canvas, headlines[i].value, figure_style(d), {x, at.y}, d.theme->text);
    put_text(canvas, headlines[i].text, d.note(), {x, at.y + value_height}, d.theme->text_muted);
    height = std::max(height, value_height + sizes[i].text.height);
    x += sizes[i].width() + d.dp(kFigureGap);
    if (i + 1 < headlines.size())
      draw_line(d, {x - d.dp(kFigureGap / 2), at.y + d.dp(4)},
                {x - d.dp(kFigureGap / 2), at.y + height - d.dp(2)}, d.theme->panel_line, 0.75);
  }
  canvas.end_group();
  return height;
}

std::string PagePainter::sources() const {
  std::string text;
  if (page().sources)
    for (std::size_t i = 0; i + 1 < picture_.footer.size(); ++i)
      text += (i ? " " : "") + picture_.footer[i];
  return text;
}

std::string PagePainter::disclaimer() const {
  if (!page().disclaimer.empty())
    return page().disclaimer;
  return picture_.footer.empty() ? std::string{} : picture_.footer.back();
}

/// Sources at the left, the disclaimer at the right.
double PagePainter::footer(Canvas& canvas, PixelPoint at, double part) const {
  const std::string left_text = sources(), right_text = disclaimer();
  if (left_text.empty() && right_text.empty())
    return 0;
  const Drawing d = drawing(canvas, part);
  const double width = text_width(size_), gap = d.dp(28);
  const double right = left_text.empty() ? width : width * 0.36;
  canvas.begin_group({"footer", ""});
  draw_line(d, at, {at.x + width, at.y}, d.theme->panel_line, 0.75);
  const double y = at.y + d.dp(8);
  TextStyle style = d.note();
  style.width_px = width - right - gap;
  double left_height = 0;
  if (!left_text.empty())
    left_height = put_text(canvas, left_text, style, {at.x, y}, d.theme->text_muted).height;
  style.width_px = right;
  const double right_height =
      put_text(canvas, right_text, style, {at.x + width - right, y}, d.theme->text_muted).height;
  canvas.end_group();
  return d.dp(8) + std::max(left_height, right_height);
}

}  // namespace malimap
