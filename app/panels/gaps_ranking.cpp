// Where to go next: the ranked list with its reasons, what is planned, and what nobody knows.

#include <algorithm>
#include <cmath>

#include "app/panels/figure_text.h"
#include "app/panels/gaps_parts.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"
#include "geo/base/numbers.h"

namespace malimap::gaps_parts {
namespace {

const CoverageZone& zone_of(const GapStudy& study, int zone) {
  return study.coverage.zones[static_cast<std::size_t>(zone)];
}

std::string word_of(const GapStudy& study, const GapRank& rank) {
  const std::string& code = zone_of(study, rank.zone).code;
  return rank.sector.empty() ? code : code + "." + rank.sector;
}

std::string names_of(const GapStudy& study, const std::vector<int>& zones) {
  std::string names;
  for (const int zone : zones)
    names += (names.empty() ? "" : ", ") + zone_of(study, zone).name;
  return names;
}

void go_to(const PanelContext& ctx, const CoverageZone& zone, Actions& actions) {
  PlaneBox box;
  for (const UnitIndex unit : zone.units) {
    const PlaneBox& one = ctx.derived.shapes->units[static_cast<std::size_t>(unit)].box;
    box.add(one.low);
    box.add(one.high);
  }
  const PixelBox& map = ctx.layout.map;
  const double scale = ctx.style.scale;
  const Margins margins = fit_margins(ctx.layout, scale);
  Camera camera = fit(box, map.width, map.height, scale, margins);
  const Camera all = fit(ctx.derived.shapes->box, map.width, map.height, scale, margins);
  // With its neighbours around it.
  camera.metres_per_dp = std::min(camera.metres_per_dp * 2.2, all.metres_per_dp);
  actions.push_back(action::SelectUnit{zone.units.front()});
  actions.push_back(action::SetCamera{camera});
}

/// One more project there; a budget, where that counts, as the mean of those in the list.
void plan(const PanelContext& ctx, const GapStudy& study, const GapRank& rank, Actions& actions) {
  GapSettings gaps = ctx.state.scene.gaps;
  const UnitIndex unit = zone_of(study, rank.zone).units.front();
  const std::string& pcode = ctx.derived.layer->units[static_cast<std::size_t>(unit)].pcode;
  const Figures& total = ctx.derived.coverage->total;
  const auto with_budget = total.projects.value_or(0) - total.without_budget;
  const Cents mean{with_budget > 0 && total.budget ? total.budget->value / with_budget : 0};
  const auto same = [&](const PlannedProject& planned) {
    return planned.pcode == pcode && planned.sector == rank.sector;
  };
  auto found = std::find_if(gaps.planned.begin(), gaps.planned.end(), same);
  if (found == gaps.planned.end()) {
    gaps.planned.push_back({pcode, rank.sector, {}, 1, mean});
  } else {
    ++found->count;
    found->budget += mean;
  }
  actions.push_back(action::SetGaps{gaps});
}

void moved_mark(const PanelContext& ctx, int moved, float right, float middle) {
  const Style& style = ctx.style;
  const bool up = moved > 0;
  const ImU32 colour = up ? style.colours.danger : style.colours.accent;
  const float s = style.dp(4), x = right - style.dp(30);
  const float d = up ? -s : s;
  ImGui::GetWindowDrawList()->AddTriangleFilled({x - s, middle - d / 2}, {x + s, middle - d / 2},
                                                {x, middle + d}, colour);
  ui::text_in(ctx, style.fonts.small, colour, {x + style.dp(7), middle - style.dp(9)},
              {right, middle + style.dp(9)}, std::to_string(std::abs(moved)));
}

/// Of the sentences, px: under the number where there is little room.
float indent(const PanelContext& ctx) {
  return ctx.style.dp(right_of(ctx) - left_of(ctx) < ctx.style.dp(340) ? 12 : 34);
}

/// Room for the longest sentences; the same for all lines, so that only those in view are made.
float rank_height(const PanelContext& ctx, bool by_sector) {
  const float longest = by_sector ? 1400 : 820;  // dp
  const float width = right_of(ctx) - left_of(ctx) - indent(ctx) - ctx.style.dp(18);
  const float lines = std::clamp(std::ceil(ctx.style.dp(longest) / width), 2.0F, 7.0F);
  return std::round(ctx.style.dp(34) + lines * (ctx.style.fonts.small->FontSize + 1));
}

// The sentence in its room; it wraps, and what is too much is cut below.
void sentence(const PanelContext& ctx, const std::string& text, ImVec2 low, ImVec2 high) {
  ImFont* font = ctx.style.fonts.small;
  ImGui::PushClipRect(low, high, true);
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {std::floor(low.x), std::floor(low.y)},
                                      ctx.style.colours.muted, text.c_str(),
                                      text.c_str() + text.size(), high.x - low.x);
  ImGui::PopClipRect();
}

/// What the line's place in the list comes from.
std::string weight_text(const PanelContext& ctx, const GapStudy& study, const GapRank& rank) {
  return order_of(study.settings) == GapOrder::Load
             ? format_short(rank.load, ctx.tr.language())
             : format_percent(rank.score, 1, ctx.tr.language());
}

/// Pressed it explains the line.
void weight(const PanelContext& ctx, const GapStudy& study, const GapRank& rank, ImVec2 low,
            float right, Actions& actions) {
  const Style& style = ctx.style;
  FigureRef ref;
  ref.where = FigureRef::Where::Zone;
  ref.zone = zone_of(study, rank.zone).code;
  ref.gap = FigureRef::Gap::Rank;
  if (!rank.sector.empty())
    ref.value = {Dimension::Sector, rank.sector};
  ui::figure(ctx, actions, "gaps." + word_of(study, rank), weight_text(ctx, study, rank), ref,
             {{right - style.dp(52), low.y},
              {right, low.y + style.dp(26)},
              style.fonts.small,
              style.colours.muted,
              ui::Align::Right,
              {}});
}

void rank_head(const PanelContext& ctx, const GapStudy& study, const GapRank& rank, std::size_t at,
               ImVec2 low, float right) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const float bottom = low.y + style.dp(26);
  std::string name = zone_of(study, rank.zone).name;
  if (!rank.sector.empty())
    name += " · " + label_of(Dimension::Sector, rank.sector, ctx.tr);
  ui::text_in(ctx, style.fonts.body, c.faint, low, {low.x + style.dp(26), bottom},
              std::to_string(at + 1), ui::Align::Right);
  float name_end = right - style.dp(56);
  if (rank.moved != 0) {
    moved_mark(ctx, rank.moved, name_end, (low.y + bottom) / 2);
    name_end -= style.dp(40);
  }
  ui::text_in(ctx, style.fonts.strong, c.text, {low.x + style.dp(34), low.y}, {name_end, bottom},
              name);
}

void rank_line(const PanelContext& ctx, const GapStudy& study, std::size_t at, float height,
               Actions& actions) {
  const Style& style = ctx.style;
  const GapRank& rank = study.ranked[at];
  const float top = ImGui::GetCursorScreenPos().y;
  const ImVec2 low(left_of(ctx) - style.dp(8), top),
      high(right_of(ctx) + style.dp(8), top + height);
  if (!ImGui::IsRectVisible(low, high)) {
    ImGui::SetCursorScreenPos({left_of(ctx), high.y});
    return;
  }
  const std::string word = word_of(study, rank);
  const CoverageZone& zone = zone_of(study, rank.zone);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool near = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                    mouse.y >= low.y && mouse.y < high.y;
  const bool selected =
      std::find(zone.units.begin(), zone.units.end(), ctx.state.selection.unit) != zone.units.end();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (near || selected)
    list.AddRectFilled(low, high, selected ? style.colours.accent_soft : style.colours.hover,
                       style.dp(4));
  // The smaller button first: where two overlap, ImGui gives the press to the earlier one.
  const float right = high.x - style.dp(34);
  if (ui::icon_button(ctx, "gaps.plan." + word, icons::plus,
                      near ? ctx.tr("What if: a project planned here") : "",
                      {high.x - style.dp(18), top + style.dp(15)}, 24))
    plan(ctx, study, rank, actions);
  weight(ctx, study, rank, {low.x, top + style.dp(2)}, right, actions);
  const ui::Press pressed = ui::press(ctx, "gaps.rank." + word, low, {right, high.y});
  rank_head(ctx, study, rank, at, {low.x, top + style.dp(2)}, right);
  sentence(ctx, sentence_of(rank, study, ctx.tr), {low.x + indent(ctx), top + style.dp(28)},
           {right, high.y});
  if (pressed.clicked)
    go_to(ctx, zone, actions);
  ImGui::SetCursorScreenPos({left_of(ctx), high.y});
}

void planned_line(const PanelContext& ctx, std::size_t at, Actions& actions) {
  const Style& style = ctx.style;
  const PlannedProject& planned = ctx.state.scene.gaps.planned[at];
  const float top = ImGui::GetCursorScreenPos().y, right = right_of(ctx);
  const auto& units = ctx.derived.layer->units;
  const auto unit = std::find_if(units.begin(), units.end(),
                                 [&](const AdminUnit& one) { return one.pcode == planned.pcode; });
  std::string text = unit == units.end() ? planned.pcode : unit->name;
  if (!planned.sector.empty())
    text += " · " + label_of(Dimension::Sector, planned.sector, ctx.tr);
  text += " · " + trn(ctx.tr, "{0} project", "{0} projects", planned.count,
                      format_integer(planned.count, ctx.tr.language()));
  if (planned.budget > Cents{})
    text += " · " + format_money_compact(planned.budget, ctx.tr.language());
  ui::text_in(ctx, style.fonts.body, style.colours.text, {left_of(ctx), top},
              {right - style.dp(28), top + style.dp(26)}, text);
  if (ui::icon_button(ctx, "gaps.planned." + std::to_string(at) + ".remove", icons::close,
                      ctx.tr("Take the planned project away"),
                      {right - style.dp(10), top + style.dp(13)}, 22)) {
    GapSettings gaps = ctx.state.scene.gaps;
    gaps.planned.erase(gaps.planned.begin() + static_cast<std::ptrdiff_t>(at));
    actions.push_back(action::SetGaps{gaps});
  }
  ImGui::SetCursorScreenPos({left_of(ctx), top + style.dp(26)});
}

void planned(const PanelContext& ctx, Actions& actions) {
  const auto& all = ctx.state.scene.gaps.planned;
  if (all.empty())
    return;
  if (ui::heading(ctx, ctx.tr("What if: planned projects"), "gaps.planned.clear",
                  ctx.tr("Clear"))) {
    GapSettings gaps = ctx.state.scene.gaps;
    gaps.planned.clear();
    actions.push_back(action::SetGaps{gaps});
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    planned_line(ctx, i, actions);
  ui::gap(ctx, 6);
}

void apart(const PanelContext& ctx, const GapStudy& study) {
  const Style& style = ctx.style;
  if (!study.without_any.empty()) {
    ui::paragraph(ctx, style.fonts.small, style.colours.danger,
                  trf(ctx.tr, "Without any project ({0}): {1}.", study.without_any.size(),
                      names_of(study, study.without_any)));
    ctx.widgets.note("gaps.without", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  }
  if (!study.not_reported.empty()) {
    ui::paragraph(ctx, style.fonts.small, style.colours.muted,
                  trf(ctx.tr, "Not reported, so unknown and in no rank ({0}): {1}.",
                      study.not_reported.size(), names_of(study, study.not_reported)));
    ctx.widgets.note("gaps.unknown", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  }
}

}  // namespace

void ranking(const PanelContext& ctx, const GapStudy& study, Actions& actions) {
  planned(ctx, actions);
  ui::heading(ctx, ctx.tr("Where next"));
  if (right_of(ctx) - left_of(ctx) > ctx.style.dp(380))
    ui::caption(ctx, order_of(study.settings) == GapOrder::Load
                         ? ctx.tr("need for each, with one more")
                         : ctx.tr("share of need without its share of aid"));
  apart(ctx, study);
  if (study.ranked.empty())
    ui::paragraph(ctx, ctx.style.fonts.body, ctx.style.colours.muted,
                  ctx.tr("No unit has less than its share."));
  const float height = rank_height(ctx, study.settings.by_sector);
  for (std::size_t i = 0; i < study.ranked.size(); ++i)
    rank_line(ctx, study, i, height, actions);
  ui::gap(ctx, 8);
}

}  // namespace malimap::gaps_parts
