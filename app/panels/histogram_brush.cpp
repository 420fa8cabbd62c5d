#include "app/panels/histogram_brush.h"

#include <algorithm>
#include <cmath>

#include "app/panels/widgets.h"

namespace malimap::ui {
namespace {

constexpr float kHeight = 56, kReach = 6;  // dp

struct Axis {
  float left, right, bins;
  [[nodiscard]] float at(double bin) const {
    return left + (right - left) * static_cast<float>(bin) / bins;
  }
  [[nodiscard]] double bin(float x) const {
    return static_cast<double>((x - left) / (right - left) * bins);
  }
};

void draw_bins(const PanelContext& ctx, const Histogram& h, const Axis& axis, float top,
               float bottom) {
  const auto& c = ctx.style.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::int64_t most =
      std::max<std::int64_t>(1, *std::max_element(h.bins.begin(), h.bins.end()));
  const float gap = axis.right - axis.left > 3 * axis.bins ? 1.0F : 0.0F;
  for (std::size_t i = 0; i < h.bins.size(); ++i) {
    if (h.bins[i] <= 0)
      continue;
    const double middle = static_cast<double>(i) + 0.5;
    const bool in = !h.chosen || (middle >= h.chosen->first && middle <= h.chosen->second);
    // A root, so that a few beside many can be seen; one is two pixels at least.
    const double part = std::sqrt(static_cast<double>(h.bins[i]) / static_cast<double>(most));
    const float height = std::max(2.0F, (bottom - top) * static_cast<float>(part));
    list.AddRectFilled({axis.at(static_cast<double>(i)), bottom - height},
                       {axis.at(static_cast<double>(i + 1)) - gap, bottom}, in ? c.accent : c.bar);
  }
  list.AddRectFilled({axis.left, bottom}, {axis.right, bottom + ctx.style.hairline()}, c.hairline);
}

void draw_brush(const PanelContext& ctx, const Histogram& h, const Axis& axis, float top,
                float bottom) {
  if (!h.chosen)
    return;
  const auto& c = ctx.style.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const double end : {h.chosen->first, h.chosen->second}) {
    const float x = std::round(axis.at(end));
    list.AddRectFilled({x - ctx.style.dp(1), top}, {x + ctx.style.dp(1), bottom}, c.text);
    list.AddRectFilled({x - ctx.style.dp(3), top + ctx.style.dp(18)},
                       {x + ctx.style.dp(3), bottom - ctx.style.dp(18)}, c.text, ctx.style.dp(2));
  }
}

BrushDrag::Part part_at(const PanelContext& ctx, const Histogram& h, const Axis& axis, float x) {
  using Part = BrushDrag::Part;
  if (!h.chosen)
    return Part::New;
  const float low = axis.at(h.chosen->first), high = axis.at(h.chosen->second);
  const float reach = ctx.style.dp(kReach);
  if (std::abs(x - low) <= reach && std::abs(x - low) <= std::abs(x - high))
    return Part::Low;
  if (std::abs(x - high) <= reach)
    return Part::High;
  return x > low && x < high ? Part::Whole : Part::New;
}

// The part of the brush under the pointer, taken and dragged.
Brushed drag(const PanelContext& ctx, const Histogram& h, const Axis& axis, const Press& pressed) {
  using Part = BrushDrag::Part;
  BrushDrag& drag = ctx.text.filters.brush;
  const bool let_go = ImGui::IsItemDeactivated();
  const float x = ImGui::GetIO().MousePos.x;
  if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left))
    drag = {part_at(ctx, h, axis, x), axis.bin(x), h.chosen ? h.chosen->first : 0,
            h.chosen ? h.chosen->second : 0, false};
  if (drag.part == Part::None || (!pressed.held && !let_go))
    return {};
  drag.moved = drag.moved || ImGui::IsMouseDragging(ImGuiMouseButton_Left, ctx.style.dp(3));
  Brushed brushed;
  if (drag.moved) {
    brushed = {true, let_go, brushed_bins(drag, axis.bin(x), static_cast<int>(h.bins.size()))};
  } else if (let_go && drag.part == Part::New) {
    brushed = {h.chosen.has_value(), true, std::nullopt};  // a press beside what is chosen
  }
  if (let_go)
    drag = {};
  return brushed;
}

}  // namespace

std::pair<int, int> brushed_bins(const BrushDrag& drag, double at, int count) {
  const auto edge = [count](double bin) {
    return std::clamp(static_cast<int>(std::lround(bin)), 0, count);
  };
  const auto ordered = [count](int low, int high) {
    if (low > high)
      std::swap(low, high);
    if (low == high)
      (high < count ? high : low) += high < count ? 1 : -1;
    return std::pair{low, high};
  };
  switch (drag.part) {
    case BrushDrag::Part::Low:
      return ordered(edge(at), edge(drag.high));
    case BrushDrag::Part::High:
      return ordered(edge(drag.low), edge(at));
    case BrushDrag::Part::Whole: {
      const int low = edge(drag.low), width = std::max(1, edge(drag.high) - low);
      const int to =
          std::clamp(low + static_cast<int>(std::lround(at - drag.from)), 0, count - width);
      return {to, to + width};
    }
    default:
      break;
  }
  // Every bin that was swept over.
  const double low = std::min(drag.from, at), high = std::max(drag.from, at);
  return ordered(edge(std::floor(low)), edge(std::ceil(high)));
}

Brushed histogram_brush(const PanelContext& ctx, const Histogram& h, float left, float right) {
  const Style& style = ctx.style;
  const float top = ImGui::GetCursorScreenPos().y, bottom = top + style.dp(kHeight);
  const Axis axis{left, right, static_cast<float>(h.bins.size())};
  const Press pressed = press(ctx, h.id + ".brush", {left, top}, {right, bottom});
  const Brushed brushed = drag(ctx, h, axis, pressed);
  if (pressed.hovered) {
    const BrushDrag::Part part = part_at(ctx, h, axis, ImGui::GetIO().MousePos.x);
    if (part != BrushDrag::Part::New)
      ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  }
  if (ImGui::IsRectVisible({left, top}, {right, bottom})) {
    draw_bins(ctx, h, axis, top + style.dp(4), bottom);
    draw_brush(ctx, h, axis, top, bottom);
  }
  const float below = bottom + style.dp(16);
  text_in(ctx, style.fonts.small, style.colours.muted, {left, bottom + style.dp(2)}, {right, below},
          h.low_text);
  text_in(ctx, style.fonts.small, style.colours.muted, {left, bottom + style.dp(2)},
          {right + 1, below}, h.high_text, Align::Right);
  ImGui::SetCursorScreenPos({left, below});
  return brushed;
}

}  // namespace malimap::ui
