// The distribution of the values, with the breaks between the classes.

#include <algorithm>

#include "geo/output/furniture.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kHeight = 34, kLeast = 1.5, kHandleRadius = 4;  // dp
constexpr double kHandleReach = 7;                               // dp around a handle to grasp it

/// The colour of the class that the value lies in.
Colour colour_at(const LegendHistogram& histogram, double value) {
  const auto index = static_cast<std::size_t>(
      std::upper_bound(histogram.breaks.begin(), histogram.breaks.end(), value) -
      histogram.breaks.begin());
  return histogram.colours[std::min(index, histogram.colours.size() - 1)];
}

void draw_bins(const Drawing& d, const LegendHistogram& histogram, const PixelBox& box) {
  const int highest = *std::max_element(histogram.bins.begin(), histogram.bins.end());
  const auto bins = static_cast<double>(histogram.bins.size());
  const double step = box.width / bins;
  for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
    if (histogram.bins[i] <= 0)
      continue;
    const double height =
        std::max(d.dp(kLeast), box.height * histogram.bins[i] / std::max(1, highest));
    const double middle =
        histogram.low + (histogram.high - histogram.low) * (static_cast<double>(i) + 0.5) / bins;
    d.canvas->rectangle({box.x + static_cast<double>(i) * step, box.y + box.height - height,
                         std::max(step - d.dp(0.75), step * 0.5), height},
                        filled(colour_at(histogram, middle)));
  }
}

void draw_breaks(const Drawing& d, const LegendHistogram& histogram, const PixelBox& box) {
  const double range = histogram.high - histogram.low;
  for (const double value : histogram.breaks) {
    const double part = range > 0 ? std::clamp((value - histogram.low) / range, 0.0, 1.0) : 0.5;
    const double x = box.x + part * box.width, foot = box.y + box.height;
    draw_line(d, {x, box.y}, {x, foot + d.dp(2)}, d.theme->text, 0.8);
    if (!d.window)
      continue;
    d.canvas->circle({x, foot + d.dp(1)}, d.dp(kHandleRadius),
                     filled(d.theme->panel, {d.theme->text, d.dp(1.2), {}}));
    d.window->handles.push_back(
        {x - d.dp(kHandleReach), box.y, d.dp(2 * kHandleReach), box.height + d.dp(kHandleReach)});
  }
}

}  // namespace

double draw_histogram(const Drawing& d, const LegendHistogram& histogram, PixelPoint at,
                      double width) {
  if (histogram.bins.empty() || histogram.colours.empty())
    return 0;
  d.canvas->begin_group({"histogram", ""});
  const PixelBox box{at.x, at.y + d.dp(2), width, d.dp(kHeight)};
  draw_bins(d, histogram, box);
  draw_line(d, {box.x, box.y + box.height}, {box.x + width, box.y + box.height},
            d.theme->text_muted, 0.75);
  draw_breaks(d, histogram, box);
  if (d.window)
    d.window->histogram = box;
  const double y = box.y + box.height + d.dp(d.window ? kHandleRadius + 3 : 4);
  TextStyle right = d.note();
  right.align = TextAlign::Right;
  const double height =
      put_text(*d.canvas, histogram.low_text, d.note(), {at.x, y}, d.theme->text_muted).height;
  put_text(*d.canvas, histogram.high_text, right, {at.x + width, y}, d.theme->text_muted);
  d.canvas->end_group();
  return y + height - at.y;
}

}  // namespace malimap
