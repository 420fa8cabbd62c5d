#pragma once
// Bars beside their labels, stacked by fund, with their amounts.

#include "geo/output/bulletin/figures.h"
#include "geo/output/canvas.h"

namespace malimap {

struct ChartStyle {
  const Theme* theme = nullptr;
  double scale = 1;  // px per dp
  Language language = Language::French;
  [[nodiscard]] double dp(double value) const { return value * scale; }
};

/// A chart with its heading in a column of this width (px); at most `most` bars, the others as one.
/// Returns its height. Colours are the funds'.
double draw_chart(Canvas& canvas, const ChartStyle& style, const std::string& heading,
                  const BulletinChart& chart, const std::vector<BulletinFund>& funds, PixelPoint at,
                  double width, std::size_t most);

}  // namespace malimap
