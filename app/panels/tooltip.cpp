// What is under the pointer: the unit with the figures of the measure in use, or a marker's
// projects.

#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::tooltip {
namespace {

void line(const PanelContext& ctx, const std::string& name, const std::string& value) {
  ImGui::PushFont(ctx.style.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, ctx.style.colours.muted);
  ImGui::TextUnformatted(name.c_str());
  ImGui::PopStyleColor();
  ImGui::SameLine();
  ImGui::TextUnformatted(value.c_str());
  ImGui::PopFont();
}

void unit(const PanelContext& ctx, const CoverageZone& zone) {
  const Measure measure = ctx.state.scene.measure;
  ImGui::PushFont(ctx.style.fonts.strong);
  ImGui::TextUnformatted(zone.name.c_str());
  ImGui::PopFont();
  if (measure != Measure::Projects && measure != Measure::Budget)
    line(ctx, title_of(measure, ctx.tr), ui::measure_text(ctx, measure, zone));
  line(ctx, ctx.tr("Projects"), ui::count_text(ctx, zone.figures.projects));
  line(ctx, ctx.tr("Budget"),
       ui::money_text(ctx, zone.figures.budget) +
           (zone.figures.budget && zone.figures.budget_basis == Basis::Inferred
                ? std::string(" · ") + ctx.tr("inferred")
                : std::string()));
}

void marker(const PanelContext& ctx, const Marker& marker) {
  constexpr std::size_t kMost = 4;
  const Projects& list = *ctx.state.sources.dataset->projects;
  ImGui::PushFont(ctx.style.fonts.strong);
  ImGui::TextUnformatted(trn(ctx.tr, "{0} project", "{0} projects", marker.count,
                             format_integer(marker.count, ctx.tr.language()))
                             .c_str());
  ImGui::PopFont();
  ImGui::PushFont(ctx.style.fonts.small);
  for (std::size_t i = 0; i < std::min(kMost, marker.projects.size()); ++i) {
    const auto project = static_cast<std::size_t>(marker.projects[i]);
    ImGui::TextUnformatted(
        ui::fitted(ctx.style.fonts.small, std::string(list.title[project]), ctx.style.dp(320))
            .c_str());
  }
  if (marker.projects.size() > kMost)
    ImGui::TextUnformatted("…");
  ImGui::PopFont();
}

}  // namespace

void draw(const PanelContext& ctx) {
  const Hit& hit = ctx.hover.hit;
  const CoverageZone* zone = zone_of(ctx.derived, hit.unit);
  const bool on_marker =
      hit.marker >= 0 && static_cast<std::size_t>(hit.marker) < ctx.composition.markers.size();
  if (!zone && !on_marker)
    return;
  const float pad = ctx.style.dp(10);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, pad * 0.8F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ctx.style.dp(6));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ctx.style.dp(6));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ctx.style.dp(8), ctx.style.dp(3)});
  ImGui::BeginTooltip();
  if (on_marker)
    marker(ctx, ctx.composition.markers[static_cast<std::size_t>(hit.marker)]);
  else
    unit(ctx, *zone);
  ImGui::EndTooltip();
  ImGui::PopStyleVar(4);
}

}  // namespace malimap::tooltip
