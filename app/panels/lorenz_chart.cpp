// The Lorenz curve: share of aid over share of need, units in the order of rising aid per need.

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/panels/gaps_parts.h"
#include "app/panels/widgets.h"
#include "geo/base/numbers.h"
#include "geo/coverage/gaps/words.h"

namespace malimap::lorenz_chart {
namespace {

struct Frame {
  ImVec2 low;  // of the square inside its axes
  float side;
  [[nodiscard]] ImVec2 at(const LorenzPoint& point) const {
    return {low.x + side * static_cast<float>(point.need),
            low.y + side * (1 - static_cast<float>(point.aid))};
  }
};

ImU32 with_alpha(ImU32 colour, int alpha) {
  return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha) << IM_COL32_A_SHIFT);
}

// Between the diagonal and the curve, step by step: each is a convex piece.
void area(ImDrawList& list, const Frame& frame, const std::vector<LorenzPoint>& curve,
          ImU32 colour) {
  const ImDrawListFlags before = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // neighbours would show their seams
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const LorenzPoint &a = curve[i - 1], &b = curve[i];
    const ImVec2 piece[] = {frame.at(a), frame.at(b), frame.at({b.need, b.need}),
                            frame.at({a.need, a.need})};
    list.AddConvexPolyFilled(piece, 4, colour);
  }
  list.Flags = before;
}

void axes(const PanelContext& ctx, const GapStudy& study, const Frame& frame) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float t = style.hairline();
  for (int i = 1; i < 4; ++i) {
    const float at = frame.side * static_cast<float>(i) / 4;
    list.AddLine({frame.low.x, frame.low.y + at}, {frame.low.x + frame.side, frame.low.y + at},
                 c.hover, t);
    list.AddLine({frame.low.x + at, frame.low.y}, {frame.low.x + at, frame.low.y + frame.side},
                 c.hover, t);
  }
  const ImVec2 high(frame.low.x + frame.side, frame.low.y + frame.side);
  list.AddRect(frame.low, high, c.hairline, 0, 0, t);
  ui::text_in(ctx, style.fonts.small, c.muted, {frame.low.x + style.dp(6), frame.low.y},
              {high.x, frame.low.y + style.dp(20)},
              trf(ctx.tr, "Share {0}", of_aid(study.settings.aid, ctx.tr)));
  ui::text_in(
      ctx, style.fonts.small, c.muted, {frame.low.x, high.y}, {high.x + 1, high.y + style.dp(18)},
      trf(ctx.tr, "Share {0}", of_need(study.need, study.need_sector, ctx.tr)), ui::Align::Right);
}

// The step of the curve under the pointer: 0 for none.
std::size_t step_at(const Frame& frame, const std::vector<LorenzPoint>& curve, ImVec2 mouse) {
  const double need = (mouse.x - frame.low.x) / frame.side;
  for (std::size_t i = 1; i < curve.size(); ++i)
    if (need <= curve[i].need)
      return i;
  return 0;
}

void tell(const PanelContext& ctx, const GapStudy& study, std::size_t step) {
  const auto& curve = study.inequality.lorenz;
  const auto names = names_of(study);
  const Language language = ctx.tr.language();
  const auto percent = [&](double share) { return format_percent(share, 1, language); };
  const std::string name = names.empty() ? std::string() : names[step - 1] + "\n";
  gaps_parts::explain(
      ctx,
      name +
          trf(ctx.tr, "{0} {1}, {2} {3}", percent(curve[step].need - curve[step - 1].need),
              of_need(study.need, study.need_sector, ctx.tr),
              percent(curve[step].aid - curve[step - 1].aid), of_aid(study.settings.aid, ctx.tr)) +
          "\n" +
          trf(ctx.tr, "Up to here: {0} and {1}", percent(curve[step].need),
              percent(curve[step].aid)));
}

}  // namespace

std::vector<std::string> names_of(const GapStudy& study) {
  struct Step {
    double rate;
    const std::string* name;
  };
  std::vector<Step> steps;
  for (const CoverageZone& zone : study.coverage.zones)
    if (zone.gap.aid && zone.gap.need.value_or(0) > 0)
      steps.push_back({*zone.gap.aid / *zone.gap.need, &zone.name});
  std::vector<std::string> names;
  if (steps.size() + 1 != study.inequality.lorenz.size())
    return names;
  std::stable_sort(steps.begin(), steps.end(),
                   [](const Step& a, const Step& b) { return a.rate < b.rate; });
  for (const Step& step : steps)
    names.push_back(*step.name);
  return names;
}

void draw(const PanelContext& ctx, const GapStudy& study, ImVec2 low, float side) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const auto& curve = study.inequality.lorenz;
  const Frame frame{{std::floor(low.x), std::floor(low.y)}, std::floor(side - style.dp(20))};
  const ImVec2 high(frame.low.x + frame.side, frame.low.y + frame.side);
  const ui::Press pressed = ui::press(ctx, "gaps.lorenz", frame.low, high);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  axes(ctx, study, frame);
  area(list, frame, curve, with_alpha(c.accent, 34));
  list.AddLine(frame.at({0, 0}), frame.at({1, 1}), c.faint, style.dp(1));
  std::vector<ImVec2> points;
  for (const LorenzPoint& point : curve)
    points.push_back(frame.at(point));
  list.AddPolyline(points.data(), static_cast<int>(points.size()), c.accent, 0, style.dp(2));
  const bool few = points.size() < 25;
  for (const ImVec2& point : points)
    if (few)
      list.AddCircleFilled(point, style.dp(2.5F), c.accent, 16);
  if (const std::size_t step =
          pressed.hovered ? step_at(frame, curve, ImGui::GetIO().MousePos) : 0) {
    const ImVec2 at = points[step];
    list.AddLine(points[step - 1], at, c.text, style.dp(3));
    list.AddCircleFilled(at, style.dp(4.5F), c.text, 20);
    tell(ctx, study, step);
  }
  ImGui::SetCursorScreenPos({low.x, high.y});
  ImGui::Dummy({1, style.dp(24)});
}

}  // namespace malimap::lorenz_chart
