#include "app/panels/series_chart.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "app/panels/widgets.h"
#include "geo/base/numbers.h"
#include "geo/map/palettes.h"

namespace malimap::series_chart {
namespace {

constexpr float kRowNames = 64, kHead = 24, kAxis = 18, kBetween = 44;  // dp

struct Span {
  double first = 0, last = 1;  // days
};

Span span_of(const std::vector<Series>& all) {
  Span span{1e12, -1e12};
  for (const Series& series : all)
    for (const Point& point : series.points) {
      span.first = std::min(span.first, chart::days(point.date));
      span.last = std::max(span.last, chart::days(point.date));
    }
  const double room = std::max(60.0, (span.last - span.first) * 0.07);
  return {span.first - room, span.last + room};
}

double largest_of(const Series& series) {
  double largest = 0;
  for (const Point& point : series.points)
    largest = std::max(largest, point.value.value_or(0));
  return largest;
}

std::string value_text(const PanelContext& ctx, const Series& series, double value) {
  const Language language = ctx.tr.language();
  if (!series.budget)
    return format_integer(std::llround(value), language);
  std::string text = format_money_compact(cents_of_dollars(value), language);
  // The unit stands in the row's name.
  if (text.ends_with("USD"))
    text.erase(text.find_last_not_of(" \u00A0", text.size() - 4) + 1);
  while (!text.empty() && (text.ends_with("\u00A0") || text.ends_with(' ')))
    text.erase(text.size() - (text.ends_with(' ') ? 1 : 2));
  return text;
}

/// One chart; everything about its place.
class Cell {
 public:
  Cell(const PanelContext& ctx, const Series& series, Span span, chart::Plot plot, ImU32 colour)
      : ctx_(ctx), series_(series), span_(span), plot_(plot), colour_(colour) {
    top_ = largest_of(series) * 1.28;  // room for a text over the highest point
    if (!(top_ > 0))
      top_ = 1;
  }

  void draw() const {
    years();
    lines();
    texts();
    hover();
  }

 private:
  [[nodiscard]] ImVec2 at(const Point& point) const {
    const double x = (chart::days(point.date) - span_.first) / (span_.last - span_.first);
    const double y = point.value.value_or(0) / top_;
    return {plot_.low.x + plot_.width() * static_cast<float>(x),
            plot_.high.y - plot_.height() * static_cast<float>(y)};
  }

  void years() const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Style& style = ctx_.style;
    list.AddLine({plot_.low.x, plot_.high.y}, {plot_.high.x, plot_.high.y}, style.colours.hairline,
                 style.hairline());
    const auto year_of = [](double day) {
      return static_cast<int>(
          Date(std::chrono::sys_days(std::chrono::days(static_cast<int>(day)))).year());
    };
    float free = plot_.low.x - style.dp(12);
    for (int year = year_of(span_.first) + 1; year <= year_of(span_.last); ++year) {
      const Date begin{std::chrono::year{year}, std::chrono::January, std::chrono::day{1}};
      const double part = (chart::days(begin) - span_.first) / (span_.last - span_.first);
      const float x = std::floor(plot_.low.x + plot_.width() * static_cast<float>(part));
      list.AddLine({x, plot_.low.y}, {x, plot_.high.y}, style.colours.hairline, style.hairline());
      const std::string text = std::to_string(year);
      const float half = chart::text_width(style.fonts.small, text) / 2;
      if (x - half < free || x + half > plot_.high.x + style.dp(14))
        continue;
      ui::text_in(ctx_, style.fonts.small, style.colours.faint, {x - half, plot_.high.y},
                  {x + half + 1, plot_.high.y + style.dp(kAxis)}, text);
      free = x + half + style.dp(8);
    }
  }

  void lines() const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const auto& [first, last] : runs_of(series_))
      for (std::size_t i = first; i + 1 < last; ++i)
        list.AddLine(at(series_.points[i]), at(series_.points[i + 1]), colour_,
                     ctx_.style.dp(1.8F));
    for (const Point& point : series_.points)
      if (point.value) {
        list.AddCircleFilled(at(point), ctx_.style.dp(4.6F), ctx_.style.colours.panel, 24);
        list.AddCircleFilled(at(point), ctx_.style.dp(3.4F), colour_, 24);
      }
  }

  // The last one first: it is what is asked for most.
  void texts() const {
    chart::Texts texts(ctx_, {{plot_.low.x - ctx_.style.dp(14), plot_.low.y - ctx_.style.dp(6)},
                              {plot_.high.x + ctx_.style.dp(14), plot_.high.y}});
    const float around = ctx_.style.dp(4);
    for (const Point& point : series_.points)
      if (point.value) {
        const ImVec2 p = at(point);
        texts.keep_clear({p.x - around, p.y - around}, {p.x + around, p.y + around});
      }
    for (auto point = series_.points.rbegin(); point != series_.points.rend(); ++point)
      if (point->value)
        texts.beside(at(*point), value_text(ctx_, series_, *point->value), ctx_.style.fonts.small,
                     ctx_.style.colours.text);
  }

  void hover() const {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float near = ctx_.style.dp(9);
    for (std::size_t i = 0; i < series_.points.size(); ++i) {
      const Point& point = series_.points[i];
      if (!point.value)
        continue;
      const ImVec2 p = at(point);
      ctx_.widgets.note(
          "series." + series_.fund + (series_.budget ? ".budget." : ".projects.") + iso(point.date),
          {p.x - near, p.y - near}, {p.x + near, p.y + near});
      if (!ImGui::IsWindowHovered() || std::hypot(mouse.x - p.x, mouse.y - p.y) > near)
        continue;
      const Language language = ctx_.tr.language();
      const std::string value =
          series_.budget ? format_money(cents_of_dollars(*point.value), language)
                         : trn(ctx_.tr, "{0} project", "{0} projects", std::llround(*point.value),
                               format_integer(std::llround(*point.value), language));
      ui::hint(ctx_, series_.fund + " · " + format_date(point.date, language) + ctx_.tr(": ") +
                         value + (point.source.empty() ? "" : "\n" + point.source));
      return;
    }
  }

  const PanelContext& ctx_;
  const Series& series_;
  Span span_;
  chart::Plot plot_;
  ImU32 colour_;
  double top_ = 1;
};

void fund_head(const PanelContext& ctx, const Series& series, chart::Plot plot, ImU32 colour) {
  const Style& style = ctx.style;
  const float middle = plot.low.y + style.dp(kHead) / 2;
  ImGui::GetWindowDrawList()->AddCircleFilled({plot.low.x + style.dp(4), middle}, style.dp(4),
                                              colour, 20);
  ui::text_in(ctx, style.fonts.strong, style.colours.text, {plot.low.x + style.dp(14), plot.low.y},
              {plot.high.x, plot.low.y + style.dp(kHead)},
              label_of(Dimension::Fund, series.fund, ctx.tr));
}

}  // namespace

std::vector<Series> series_of(const std::vector<KeyFigure>& figures) {
  std::vector<std::string> funds;
  std::set<Date> dates;
  for (const KeyFigure& figure : figures) {
    if (std::find(funds.begin(), funds.end(), figure.fund) == funds.end())
      funds.push_back(figure.fund);
    if (const auto date = parse_iso_date(figure.as_of))
      dates.insert(*date);
  }
  std::vector<Series> all;
  for (const std::string& fund : funds)
    for (const bool budget : {false, true}) {
      Series series{fund, budget, {}};
      for (const Date date : dates) {
        Point point{date, std::nullopt, {}};
        for (const KeyFigure& figure : figures)
          if (figure.fund == fund && parse_iso_date(figure.as_of) == date) {
            if (budget && figure.budget)
              point.value = figure.budget->dollars();
            else if (!budget && figure.projects)
              point.value = static_cast<double>(*figure.projects);
            point.source = figure.source;
          }
        series.points.push_back(std::move(point));
      }
      all.push_back(std::move(series));
    }
  return all;
}

std::vector<std::pair<std::size_t, std::size_t>> runs_of(const Series& series) {
  std::vector<std::pair<std::size_t, std::size_t>> runs;
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    if (!series.points[i].value)
      continue;
    if (runs.empty() || runs.back().second != i)
      runs.emplace_back(i, i);
    runs.back().second = i + 1;
  }
  return runs;
}

void draw(const PanelContext& ctx, chart::Plot plot) {
  const auto& aggregates = ctx.state.sources.dataset->aggregates;
  const std::vector<Series> all = series_of(aggregates->series);
  if (all.empty())
    return;
  const Style& style = ctx.style;
  const Span span = span_of(all);
  const auto funds = static_cast<float>(all.size() / 2);
  const float left = plot.low.x + style.dp(kRowNames);
  const float each = (plot.high.x - left - style.dp(12)) / funds;
  const float head = plot.low.y + style.dp(kHead);
  const float row = (plot.high.y - head) / 2;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const float x = left + each * static_cast<float>(i / 2);
    const float y = head + row * static_cast<float>(i % 2);
    const chart::Plot cell{{x, y + style.dp(8)},
                           {x + each - style.dp(kBetween), y + row - style.dp(kAxis)}};
    const ImU32 colour =
        to_imgui(category_colour(Dimension::Fund, all[i].fund, static_cast<int>(i / 2)));
    if (i % 2 == 0)
      fund_head(ctx, all[i], {{x, plot.low.y}, cell.high}, colour);
    if (i < 2) {
      ui::text_in(ctx, style.fonts.body, style.colours.text, {plot.low.x, y + style.dp(10)},
                  {left, y + style.dp(26)}, all[i].budget ? ctx.tr("Budget") : ctx.tr("Projects"));
      if (all[i].budget)
        ui::text_in(ctx, style.fonts.small, style.colours.muted, {plot.low.x, y + style.dp(26)},
                    {left, y + style.dp(42)}, "USD");
    }
    Cell(ctx, all[i], span, cell, colour).draw();
  }
}

}  // namespace malimap::series_chart
