// The legend over the map is drawn with it; here is what of it answers to the pointer.

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "geo/map/legend.h"

namespace malimap::legend_handles {
namespace {

PixelBox in_window(const PanelContext& ctx, const PixelBox& box) {
  return {ctx.layout.map.x + box.x, ctx.layout.map.y + box.y, box.width, box.height};
}

PixelBox around(const std::vector<PixelBox>& boxes) {
  PixelBox all = boxes.front();
  for (const PixelBox& box : boxes) {
    const double right = std::max(all.x + all.width, box.x + box.width);
    const double bottom = std::max(all.y + all.height, box.y + box.height);
    all.x = std::min(all.x, box.x);
    all.y = std::min(all.y, box.y);
    all.width = right - all.x;
    all.height = bottom - all.y;
  }
  return all;
}

// A transparent window no larger than what it holds, so that the map beside stays in reach.
bool begin(const char* name, const PixelBox& box) {
  ImGui::SetNextWindowPos({static_cast<float>(box.x), static_cast<float>(box.y)});
  ImGui::SetNextWindowSize({static_cast<float>(box.width), static_cast<float>(box.height)});
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoFocusOnAppearing);
  return true;
}

// The value under the pointer, as round as a hundredth of the axis, between its neighbours.
double value_under_pointer(const PanelContext& ctx, const LegendHistogram& histogram,
                           std::size_t index) {
  const PixelBox axis = in_window(ctx, ctx.furniture.histogram);
  const double range = histogram.high - histogram.low;
  const double part =
      (static_cast<double>(ImGui::GetIO().MousePos.x) - axis.x) / std::max(1.0, axis.width);
  const double grain = std::pow(10.0, std::floor(std::log10(range / 50)));
  const double value = std::round((histogram.low + part * range) / grain) * grain;
  const auto& breaks = histogram.breaks;
  const double least = (index == 0 ? histogram.low : breaks[index - 1]) + grain / 2;
  const double most = (index + 1 == breaks.size() ? histogram.high : breaks[index + 1]) - grain / 2;
  return least < most ? std::clamp(value, least, most) : breaks[index];
}

void handle(const PanelContext& ctx, const LegendHistogram& histogram, std::size_t index,
            Actions& actions) {
  const PixelBox box = in_window(ctx, ctx.furniture.handles[index]);
  const ImVec2 low(static_cast<float>(box.x), static_cast<float>(box.y));
  const ImVec2 high(static_cast<float>(box.x + box.width), static_cast<float>(box.y + box.height));
  const ui::Press pressed = ui::press(ctx, "legend.break." + std::to_string(index), low, high);
  const bool let_go = ImGui::IsItemDeactivated();
  if (pressed.hovered || pressed.held) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    ImGui::GetWindowDrawList()->AddRect(low, high, ctx.style.colours.accent, ctx.style.dp(3), 0,
                                        ctx.style.dp(1.5F));
    ui::hint(ctx,
             format_value(ctx.state.scene.measure, histogram.breaks[index], ctx.tr.language()));
  }
  const bool moved = pressed.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 1);
  if (!moved && !let_go)
    return;
  std::vector<double> breaks = histogram.breaks;
  if (moved)
    breaks[index] = value_under_pointer(ctx, histogram, index);
  if (moved && breaks == histogram.breaks)
    return;
  if (let_go && ctx.state.gesture != Gesture::Breaks)
    return;  // nothing was dragged
  actions.push_back(action::SetBreaks{std::move(breaks), let_go});
}

void alternative(const PanelContext& ctx, const LegendAlternative& offered, std::size_t index,
                 Actions& actions) {
  const PixelBox box = in_window(ctx, ctx.furniture.alternatives[index]);
  const ImVec2 low(static_cast<float>(box.x), static_cast<float>(box.y));
  const ImVec2 high(static_cast<float>(box.x + box.width), static_cast<float>(box.y + box.height));
  const ui::Press pressed =
      ui::press(ctx, "legend.alternative." + std::to_string(index), low, high);
  if (pressed.hovered)
    ImGui::GetWindowDrawList()->AddLine({low.x, high.y}, high, ctx.style.colours.accent,
                                        ctx.style.hairline());
  if (!pressed.clicked)
    return;
  if (offered.measure)
    actions.push_back(action::SetMeasure{*offered.measure});
  if (offered.type)
    actions.push_back(action::SetMapType{*offered.type});
}

// The units of a class, with their figures. Not of a map that compares: its figures are of two
// views.
void entry(const PanelContext& ctx, const LegendEntry& of, std::size_t index, Actions& actions) {
  const PixelBox box = in_window(ctx, ctx.furniture.entries[index]);
  const ImVec2 low(static_cast<float>(box.x), static_cast<float>(box.y));
  const ImVec2 high(static_cast<float>(box.x + box.width), static_cast<float>(box.y + box.height));
  FigureRef ref;
  ref.where = FigureRef::Where::Zones;
  ref.measure = ctx.state.scene.measure;
  ref.zones = zones_of_entry(of, *ctx.derived.picture, *ctx.derived.coverage);
  if (ref.zones.empty())
    return;
  const ui::Press pressed = ui::press(ctx, "legend.entry." + std::to_string(index), low, high);
  if (pressed.hovered) {
    ImGui::GetWindowDrawList()->AddRect({low.x - ctx.style.dp(4), low.y},
                                        {high.x + ctx.style.dp(4), high.y},
                                        ctx.style.colours.accent, ctx.style.dp(3));
    ui::hint(ctx, ctx.tr("The units of this class and where their figures come from: click."));
  }
  if (pressed.clicked)
    actions.push_back(action::ExplainFigure{std::move(ref)});
}

PixelBox grown(PixelBox box, double by) {
  return {box.x - by, box.y, box.width + 2 * by, box.height};
}

}  // namespace

std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions) {
  const Legend& legend = ctx.composition.furniture.legend;
  const FurnitureBoxes& places = ctx.furniture;
  std::vector<PixelBox> covered;
  if (legend.histogram && !places.handles.empty() &&
      places.handles.size() == legend.histogram->breaks.size()) {
    covered.push_back(in_window(ctx, around(places.handles)));
    begin("legend-breaks", covered.back());
    for (std::size_t i = 0; i < places.handles.size(); ++i)
      handle(ctx, *legend.histogram, i, actions);
    ImGui::End();
  }
  if (!places.entries.empty() && places.entries.size() == legend.entries.size() &&
      ctx.state.scene.type != MapType::Difference) {
    covered.push_back(grown(in_window(ctx, around(places.entries)), ctx.style.dp(5)));
    begin("legend-entries", covered.back());
    for (std::size_t i = 0; i < places.entries.size(); ++i)
      entry(ctx, legend.entries[i], i, actions);
    ImGui::End();
  }
  if (!places.alternatives.empty() && places.alternatives.size() == legend.alternatives.size()) {
    covered.push_back(in_window(ctx, around(places.alternatives)));
    begin("legend-alternatives", covered.back());
    for (std::size_t i = 0; i < places.alternatives.size(); ++i)
      alternative(ctx, legend.alternatives[i], i, actions);
    ImGui::End();
  }
  return covered;
}

}  // namespace malimap::legend_handles
