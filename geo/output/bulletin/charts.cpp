#include "geo/output/bulletin/charts.h"

#include <algorithm>

#include "geo/base/numbers.h"

namespace malimap {
namespace {

constexpr double kBarHeight = 12, kRowGap = 9;  // dp
constexpr double kHeadingSize = 14, kTextSizeDp = 11, kSmallSizeDp = 10;

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : ", ") + name;
  return list;
}

/// The bars that are shown: the last stands for all that have no room.
std::vector<BulletinBar> shown_bars(const BulletinChart& chart, std::size_t most,
                                    const Translator& tr) {
  std::vector<BulletinBar> bars = chart.bars;
  if (bars.size() <= most)
    return bars;
  const auto hidden = static_cast<long long>(bars.size() - most + 1);
  BulletinBar others{
      trn(tr, "{0} other", "{0} others", hidden, format_integer(hidden, tr.language())),
      std::vector<std::optional<Cents>>(bars.front().parts.size()), false};
  for (std::size_t i = most - 1; i < bars.size(); ++i) {
    others.inferred |= bars[i].inferred;
    for (std::size_t part = 0; part < bars[i].parts.size(); ++part)
      if (bars[i].parts[part])
        others.parts[part] = others.parts[part].value_or(Cents{}) + *bars[i].parts[part];
  }
  bars.resize(most - 1);
  bars.push_back(std::move(others));
  return bars;
}

double draw_bar(Canvas& canvas, const ChartStyle& style, const BulletinBar& bar,
                const std::vector<BulletinFund>& funds, double largest, double whole, PixelPoint at,
                double width) {
  TextStyle label{TextRole::Legend, style.dp(kTextSizeDp)};
  TextStyle amount{TextRole::Legend, style.dp(kTextSizeDp), true};
  amount.align = TextAlign::Right;
  const double dollars = bar.total().dollars();
  std::string value = format_money_compact(bar.total(), style.language);
  if (bar.inferred)
    value += "*";
  if (whole > 0)
    value += " · " + format_percent(dollars / whole, 0, style.language);
  const double room =
      put_text(canvas, value, amount, {at.x + width, at.y}, style.theme->text).width;
  label.width_px = width - room - style.dp(10);
  const double height = put_text(canvas, bar.label, label, at, style.theme->text).height;
  const double top = at.y + height + style.dp(2);
  canvas.rectangle({at.x, top, width, style.dp(kBarHeight)}, filled(style.theme->no_data_fill));
  double x = at.x;
  for (std::size_t i = 0; i < bar.parts.size(); ++i) {
    if (!bar.parts[i] || bar.parts[i]->value <= 0 || !(largest > 0))
      continue;
    const double length = width * bar.parts[i]->dollars() / largest;
    canvas.rectangle({x, top, length, style.dp(kBarHeight)}, filled(funds[i].colour));
    x += length;
  }
  return height + style.dp(2 + kBarHeight + kRowGap);
}

}  // namespace

double draw_chart(Canvas& canvas, const ChartStyle& style, const std::string& heading,
                  const BulletinChart& chart, const std::vector<BulletinFund>& funds, PixelPoint at,
                  double width, std::size_t most) {
  const Translator tr(style.language);
  TextStyle title{TextRole::LegendTitle, style.dp(kHeadingSize), true};
  title.width_px = width;
  TextStyle small{TextRole::Note, style.dp(kSmallSizeDp)};
  small.width_px = width;
  double y = at.y + put_text(canvas, heading, title, at, style.theme->text).height;
  const auto say = [&](const std::string& text) {
    y += style.dp(2) +
         put_text(canvas, text, small, {at.x, y + style.dp(2)}, style.theme->text_muted).height;
  };
  if (chart.bars.empty()) {
    say(tr(N_("Not reported under this filter.")));
    return y - at.y;
  }
  if (funds.size() > 1) {
    std::string said = joined(chart.known);
    if (!chart.unknown.empty())
      said += ". " + trf(tr, N_("Not reported: {0}."), joined(chart.unknown));
    say(said);
  }
  y += style.dp(8);
  double largest = 0, whole = 0;
  for (const BulletinBar& bar : chart.bars)
    whole += bar.total().dollars();
  const auto bars = shown_bars(chart, most, tr);
  bool inferred = false;
  for (const BulletinBar& bar : bars) {
    largest = std::max(largest, bar.total().dollars());
    inferred |= bar.inferred;
  }
  for (const BulletinBar& bar : bars)
    y += draw_bar(canvas, style, bar, funds, largest, whole, {at.x, y}, width);
  if (inferred)
    say(tr(N_("* inferred: the shares are published, which region each belongs to is not.")));
  return y - at.y;
}

}  // namespace malimap
