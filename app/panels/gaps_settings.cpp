// What coverage is held against, what counts as coverage, and the maps of it.

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/panels/controls.h"
#include "app/panels/gaps_parts.h"
#include "app/panels/widgets.h"
#include "geo/base/numbers.h"
#include "geo/coverage/gaps/words.h"

namespace malimap::gaps_parts {
namespace {

void set(const GapSettings& settings, Actions& actions) {
  actions.push_back(action::SetGaps{settings});
}

bool shows_file(const PanelContext& ctx) {
  return ctx.text.gaps.file || ctx.state.scene.gaps.need.kind == NeedKind::File;
}

void below(const PanelContext& ctx, float top, float height_dp) {
  ImGui::SetCursorScreenPos({left_of(ctx), top + ctx.style.dp(height_dp)});
}

void need_choice(const PanelContext& ctx, Actions& actions) {
  GapSettings gaps = ctx.state.scene.gaps;
  const bool file = shows_file(ctx);
  const char* shown = file                               ? ctx.tr("A file of mine")
                      : gaps.need.kind == NeedKind::Area ? ctx.tr("Area")
                                                         : ctx.tr("Population");
  const float top = ImGui::GetCursorScreenPos().y;
  if (ui::begin_choice(ctx, "gaps.need", shown, {left_of(ctx), top},
                       right_of(ctx) - left_of(ctx))) {
    const auto offer = [&](const char* id, const char* label, NeedKind kind) {
      if (!ui::choice(ctx, id, label, !file && gaps.need.kind == kind))
        return;
      gaps.need = {kind, {}, {}};
      ctx.text.gaps.file = false;
      set(gaps, actions);
    };
    offer("gaps.need.population", ctx.tr("Population"), NeedKind::Population);
    offer("gaps.need.area", ctx.tr("Area"), NeedKind::Area);
    if (ui::choice(ctx, "gaps.need.file", ctx.tr("A file of mine"), file))
      ctx.text.gaps.file = true;
    ui::end_choice();
  }
  below(ctx, top, 36);
}

void path_field(const PanelContext& ctx, Actions& actions) {
  GapsText& text = ctx.text.gaps;
  GapSettings gaps = ctx.state.scene.gaps;
  if (!text.edited)
    text.path = gaps.need.path;
  const float top = ImGui::GetCursorScreenPos().y;
  ImGui::SetCursorScreenPos({left_of(ctx), top});
  ImGui::SetNextItemWidth(right_of(ctx) - left_of(ctx));
  const bool entered = ImGui::InputTextWithHint("##gaps-path", ctx.tr("Path of a table"),
                                                &text.path, ImGuiInputTextFlags_EnterReturnsTrue);
  ctx.widgets.note("gaps.path", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  if (ImGui::IsItemHovered())
    explain(ctx, ctx.tr("A CSV or spreadsheet with one row a unit (and sector), joined by P-code "
                        "or name. Enter reads it."));
  text.edited = ImGui::IsItemActive();
  if ((entered || ImGui::IsItemDeactivatedAfterEdit()) && !text.path.empty() &&
      text.path != gaps.need.path) {
    gaps.need = {NeedKind::File, text.path, {}};
    set(gaps, actions);
  }
  below(ctx, top, 34);
}

void column_choice(const PanelContext& ctx, Actions& actions) {
  const Snapshot<NeedTable>& table = ctx.state.need.table;
  if (!table || table->columns.size() < 2 || !(ctx.state.need.choice.kind == NeedKind::File))
    return;
  const float top = ImGui::GetCursorScreenPos().y;
  if (ui::begin_choice(ctx, "gaps.column", table->column, {left_of(ctx), top},
                       right_of(ctx) - left_of(ctx))) {
    for (const std::string& column : table->columns)
      if (ui::choice(ctx, "gaps.column." + column, column, column == table->column)) {
        GapSettings gaps = ctx.state.scene.gaps;
        gaps.need.column = column;
        set(gaps, actions);
      }
    ui::end_choice();
  }
  below(ctx, top, 34);
}

struct AidChoice {
  Aid aid;
  const char* id;
  const char* title;  // msgid
};
constexpr std::array kAids = {
    AidChoice{Aid::Projects, "gaps.aid.projects", N_("Projects")},
    AidChoice{Aid::Budget, "gaps.aid.budget", N_("Budget (USD)")},
    AidChoice{Aid::Partners, "gaps.aid.partners", N_("Organisations")},
};

void aid_choice(const PanelContext& ctx, Actions& actions) {
  GapSettings gaps = ctx.state.scene.gaps;
  const float top = ImGui::GetCursorScreenPos().y;
  const auto& current = kAids[static_cast<std::size_t>(gaps.aid)];
  if (ui::begin_choice(ctx, "gaps.aid", ctx.tr(current.title), {left_of(ctx), top},
                       right_of(ctx) - left_of(ctx))) {
    for (const AidChoice& one : kAids)
      if (ui::choice(ctx, one.id, ctx.tr(one.title), one.aid == gaps.aid)) {
        gaps.aid = one.aid;
        set(gaps, actions);
      }
    ui::end_choice();
  }
  below(ctx, top, 36);
}

/// By what the list "where next" goes; of budgets there is one way alone.
void order_choice(const PanelContext& ctx, Actions& actions) {
  GapSettings gaps = ctx.state.scene.gaps;
  if (gaps.aid == Aid::Budget)
    return;
  const GapOrder current = order_of(gaps);
  const auto title = [&](GapOrder order) {
    if (order == GapOrder::Shortfall)
      return ctx.tr("Missing share");
    return gaps.aid == Aid::Partners ? ctx.tr("Need per organisation") : ctx.tr("Need per project");
  };
  const float top = ImGui::GetCursorScreenPos().y;
  if (ui::begin_choice(ctx, "gaps.order", title(current), {left_of(ctx), top},
                       right_of(ctx) - left_of(ctx))) {
    const auto offer = [&](const char* id, GapOrder order, const char* why) {
      if (!ui::choice(ctx, id, title(order), order == current, why))
        return;
      gaps.order = order;
      set(gaps, actions);
    };
    offer("gaps.order.shortfall", GapOrder::Shortfall,
          ctx.tr("Where next, first where the share of the need is most above the share of what is "
                 "there."));
    offer("gaps.order.load", GapOrder::Load,
          ctx.tr("Where next, first where many need and few work: the need that each would have, "
                 "were there one more."));
    ui::end_choice();
  }
  below(ctx, top, 36);
}

void switches(const PanelContext& ctx, Actions& actions) {
  GapSettings gaps = ctx.state.scene.gaps;
  if (ui::toggle(ctx, "gaps.by-sector", ctx.tr("By sector"), gaps.by_sector)) {
    gaps.by_sector = !gaps.by_sector;
    set(gaps, actions);
  }
  if (ui::toggle(ctx, "gaps.as-zero", ctx.tr("Unknown as zero"), gaps.unreported_as_zero)) {
    gaps.unreported_as_zero = !gaps.unreported_as_zero;
    set(gaps, actions);
  }
  if (const float end = ImGui::GetCursorScreenPos().y, y = ImGui::GetIO().MousePos.y;
      ImGui::IsWindowHovered() && y >= end - ctx.style.dp(30) && y < end)
    explain(ctx, ctx.tr("Of the indices alone: what they would be if nothing happened where the "
                        "source is silent. That is not known."));
}

/// The next of these distances, up or down.
double next_distance(double now, bool up) {
  constexpr std::array kSteps = {5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 75.0, 100.0, 150.0};
  if (up) {
    const auto found = std::upper_bound(kSteps.begin(), kSteps.end(), now);
    return found == kSteps.end() ? now : *found;
  }
  const auto found = std::lower_bound(kSteps.begin(), kSteps.end(), now);
  return found == kSteps.begin() ? now : *std::prev(found);
}

void distance(const PanelContext& ctx, Actions& actions) {
  const Style& style = ctx.style;
  GapSettings gaps = ctx.state.scene.gaps;
  const float top = ImGui::GetCursorScreenPos().y, right = right_of(ctx);
  const float middle = top + style.dp(15);
  ui::text_in(ctx, style.fonts.body, style.colours.text, {left_of(ctx), top},
              {right - style.dp(100), top + style.dp(30)}, ctx.tr("Far is"));
  ui::text_in(ctx, style.fonts.strong, style.colours.text, {right - style.dp(82), top},
              {right - style.dp(22), top + style.dp(30)},
              trf(ctx.tr, "{0} km", format_short(gaps.beyond_km, ctx.tr.language())),
              ui::Align::Centre);
  const auto step = [&](const char* id, const ui::Icon& icon, const char* hint, float x, bool up) {
    if (!ui::icon_button(ctx, id, icon, hint, {x, middle}, 24))
      return;
    gaps.beyond_km = next_distance(gaps.beyond_km, up);
    set(gaps, actions);
  };
  step("gaps.km.less", icons::minus, ctx.tr("Less"), right - style.dp(92), false);
  step("gaps.km.more", icons::plus, ctx.tr("More"), right - style.dp(10), true);
  below(ctx, top, 32);
}

struct MapOfGaps {
  const char* id;
  const char* title;  // msgid
  const char* why;    // msgid
  Measure measure;
  MapType type;
};
constexpr std::array kMaps = {
    MapOfGaps{"gaps.map.quotient", N_("Location quotient"),
              N_("Share of aid divided by share of need: 1 is as the country, below 1 is less than "
                 "its share."),
              Measure::LocationQuotient, MapType::Diverging},
    MapOfGaps{"gaps.map.gap", N_("Share of aid minus need"),
              N_("Share of aid minus share of need, in percentage points: negative is what is "
                 "lacking."),
              Measure::ShareGap, MapType::Diverging},
    MapOfGaps{"gaps.map.rate", N_("Aid per need"),
              N_("Aid for so many of the need: per 100,000 people, or per 1,000 km²."),
              Measure::PerNeed, MapType::Choropleth},
    MapOfGaps{"gaps.map.smoothed", N_("Aid per need, smoothed"),
              N_("The same, with small units drawn towards the whole: their rates jump by chance "
                 "(empirical Bayes)."),
              Measure::SmoothedRate, MapType::Choropleth},
    MapOfGaps{"gaps.map.distance", N_("Distance to a project"),
              N_("Kilometres to the nearest project, along the ellipsoid."), Measure::Distance,
              MapType::Distance},
};

void maps(const PanelContext& ctx, Actions& actions) {
  const Scene& scene = ctx.state.scene;
  for (const MapOfGaps& map : kMaps) {
    ui::Row row;
    row.id = map.id;
    row.label = ctx.tr(map.title);
    row.ticked = scene.measure == map.measure && scene.type == map.type;
    row.boxed = true;
    if (ui::row(ctx, row) != ui::RowClick::None) {
      actions.push_back(action::SetMeasure{map.measure});
      actions.push_back(action::SetMapType{map.type});
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float end = ImGui::GetCursorScreenPos().y;
    if (ImGui::IsWindowHovered() && mouse.y >= end - ctx.style.dp(30) && mouse.y < end)
      explain(ctx, std::string(ctx.tr(map.title)) + "\n" + ctx.tr(map.why));
  }
}

}  // namespace

void settings(const PanelContext& ctx, Actions& actions) {
  ui::heading(ctx, ctx.tr("Held against"));
  need_choice(ctx, actions);
  if (shows_file(ctx)) {
    path_field(ctx, actions);
    column_choice(ctx, actions);
  }
  ui::heading(ctx, ctx.tr("What counts"));
  aid_choice(ctx, actions);
  order_choice(ctx, actions);
  switches(ctx, actions);
  distance(ctx, actions);
  ui::heading(ctx, ctx.tr("On the map"));
  maps(ctx, actions);
  ui::gap(ctx, 10);
}

}  // namespace malimap::gaps_parts
