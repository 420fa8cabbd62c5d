// What is under the pointer: the unit with the figures of the measure in use, or a marker's
// projects.

#include "app/panels/panels.h"
#include "app/panels/profile_section.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"
#include "geo/base/text.h"
#include "geo/output/table_text.h"

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

void words(const PanelContext& ctx, const std::string& text) {
  ImGui::PushFont(ctx.style.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, ctx.style.colours.muted);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

// "3e sur 9", among the units that have a value of the measure.
std::string rank_of(const PanelContext& ctx, Measure measure, const CoverageZone& zone) {
  const Coverage& coverage = *ctx.derived.coverage;
  const auto here = value_of(measure, zone, coverage);
  if (!here)
    return {};
  int rank = 1, of = 0;
  for (const CoverageZone& other : coverage.zones) {
    const auto value = other.filtered_out ? std::nullopt : value_of(measure, other, coverage);
    of += value ? 1 : 0;
    rank += value && *value > *here ? 1 : 0;
  }
  return profile_section::rank_text(ctx, rank, of);
}

std::string with_rank(const PanelContext& ctx, const std::string& value, Measure measure,
                      const CoverageZone& zone) {
  const std::string rank = rank_of(ctx, measure, zone);
  return rank.empty() ? value : value + " · " + rank;
}

void unit(const PanelContext& ctx, const CoverageZone& zone) {
  const Measure measure = ctx.state.scene.measure;
  ImGui::PushFont(ctx.style.fonts.strong);
  ImGui::TextUnformatted(zone.name.c_str());
  ImGui::PopFont();
  if (zone.filtered_out)
    return words(ctx, ctx.tr("Left out by the filter of units: nothing is said about it."));
  if (measure != Measure::Projects && measure != Measure::Budget)
    line(ctx, title_of(measure, ctx.tr),
         with_rank(ctx, ui::measure_text(ctx, measure, zone), measure, zone));
  if (!zone.figures.reported()) {
    words(ctx, ctx.tr("Not reported, which is not zero."));
  } else {
    line(ctx, ctx.tr("Projects"),
         with_rank(ctx, ui::count_text(ctx, zone.figures.projects), Measure::Projects, zone));
    line(ctx, ctx.tr("Budget"),
         ui::money_text(ctx, zone.figures.budget) +
             (zone.figures.budget && zone.figures.budget_basis == Basis::Inferred
                  ? std::string(" · ") + ctx.tr("inferred")
                  : std::string()));
  }
  if (zone_of(ctx.derived, ctx.state.selection.unit) != &zone)
    words(ctx, ctx.tr("Click for its profile."));
}

void notes(const PanelContext& ctx, std::string_view text) {
  constexpr std::size_t kMost = 160;  // letters
  if (trim(text).empty())
    return;
  ImGui::PushTextWrapPos(ctx.style.dp(320));
  words(ctx, shortened(one_line(trim(text)), kMost));
  ImGui::PopTextWrapPos();
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
  if (marker.projects.size() == 1)
    notes(ctx, list.notes_of(static_cast<std::size_t>(marker.projects.front())));
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
