// Page "map" of the left panel: type of map and what that type uses, colours, layers, title,
// projection.

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>

#include "app/panels/controls.h"
#include "app/panels/left_column.h"
#include "app/panels/map_type_icons.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::left_column {
namespace {

// Short names: the tiles are narrow.
const char* short_name(const Translator& tr, MapType type) {
  static constexpr std::array<const char*, 11> kNames = {
      N_("Shades"), N_("Diverging"), N_("Dominant"), N_("Bivariate"),  N_("Symbols"), N_("Pies"),
      N_("Bars"),   N_("Dots"),      N_("Places"),   N_("Difference"), N_("Distance")};
  return tr(kNames[static_cast<std::size_t>(type)]);
}

void type_tile(const PanelContext& ctx, MapType type, ImVec2 low, ImVec2 high, Actions& actions) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const bool current = ctx.state.scene.type == type;
  const ui::Press pressed = ui::press(ctx, "map.type." + std::string(word_of(type)), low, high);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (current || pressed.hovered)
    list.AddRectFilled(low, high, current ? c.accent_soft : c.hover, style.dp(6));
  if (current)
    list.AddRect(low, high, c.accent, style.dp(6), 0, style.dp(1.5F));
  const ImU32 ink = current ? c.accent : pressed.hovered ? c.text : c.muted;
  icons::map_type(type, list, {(low.x + high.x) / 2, low.y + style.dp(22)}, style.dp(12), ink,
                  style.dp(1.4F));
  ui::text_in(ctx, style.fonts.small, current || pressed.hovered ? c.text : c.muted,
              {low.x + style.dp(2), high.y - style.dp(21)},
              {high.x - style.dp(2), high.y - style.dp(5)}, short_name(ctx.tr, type),
              ui::Align::Centre);
  if (pressed.hovered)
    ui::hint(ctx, title_of(type, ctx.tr) + "\n" + explanation_of(type, ctx.tr));
  if (!pressed.clicked)
    return;
  actions.push_back(action::SetMapType{type});
  // A difference needs a second view.
  PanelSwitches panels = ctx.state.panels;
  panels.compare = true;
  if (type == MapType::Difference && !ctx.state.scene.compare.any() && panels != ctx.state.panels)
    actions.push_back(action::SetPanels{panels});
}

void type_section(const PanelContext& ctx, Actions& actions) {
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Kind of map"));
  const float from = left(ctx), gap = ctx.style.dp(6), top = ImGui::GetCursorScreenPos().y;
  const float width = (right(ctx) - from - 2 * gap) / 3, height = ctx.style.dp(58);
  int index = 0;
  float bottom = top;
  for (const MapType type : all_map_types()) {
    const auto column = static_cast<float>(index % 3), row = static_cast<float>(index / 3);
    const ImVec2 low(from + column * (width + gap), top + row * (height + gap));
    type_tile(ctx, type, low, {low.x + width, low.y + height}, actions);
    bottom = low.y + height;
    ++index;
  }
  ImGui::SetCursorScreenPos({from, bottom});
}

void second_section(const PanelContext& ctx, Actions& actions) {
  if (ctx.state.scene.type != MapType::Bivariate)
    return;
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Against"));
  const Measure current = ctx.state.scene.second;
  if (!begin_choice(ctx, "map.second", title_of(current, ctx.tr)))
    return;
  for (const Measure measure : all_measures())
    if (ui::choice(ctx, "map.second." + std::string(word_of(measure)), title_of(measure, ctx.tr),
                   measure == current, explanation_of(measure, ctx.tr)))
      actions.push_back(action::SetSecond{measure});
  ui::end_choice();
}

// Dimensions without values cannot divide anything.
void division_section(const PanelContext& ctx, Actions& actions) {
  if (!needs_groups(ctx.state.scene.type))
    return;
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Divided by"));
  const std::pair<Dimension, const Facets*> offered[] = {
      {Dimension::Fund, ctx.derived.fund.get()},
      {Dimension::Sector, ctx.derived.sector.get()},
      {Dimension::Status, ctx.derived.status.get()}};
  std::vector<std::pair<std::string, std::string>> items;
  std::vector<Dimension> dimensions;
  int current = -1;
  for (const auto& [dimension, facets] : offered) {
    if (facets->empty() && dimension != ctx.state.scene.by)
      continue;
    if (dimension == ctx.state.scene.by)
      current = static_cast<int>(items.size());
    items.emplace_back(std::string("map.by.") + ui::dimension_word(dimension),
                       ui::dimension_name(ctx.tr, dimension));
    dimensions.push_back(dimension);
  }
  const ImVec2 low(left(ctx), ImGui::GetCursorScreenPos().y);
  const ImVec2 high(right(ctx), low.y + ctx.style.dp(32));
  const int clicked = ui::segments(ctx, "map.by", items, current, low, high);
  if (clicked >= 0)
    actions.push_back(action::SetDivision{dimensions[static_cast<std::size_t>(clicked)]});
  ImGui::SetCursorScreenPos({low.x, high.y});
}

void layers_section(const PanelContext& ctx, Actions& actions) {
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("On the map"));
  LayerSwitches layers = ctx.state.scene.layers;
  const std::pair<const char*, std::pair<const char*, bool*>> switches[] = {
      {"labels", {ctx.tr("Names"), &layers.labels}},
      {"markers", {ctx.tr("Projects with a known place"), &layers.markers}},
      {"towns", {ctx.tr("Towns"), &layers.towns}},
      {"rivers", {ctx.tr("Rivers and lakes"), &layers.rivers}},
      {"neighbours", {ctx.tr("Neighbouring countries"), &layers.neighbours}},
  };
  for (const auto& [id, item] : switches)
    if (ui::toggle(ctx, std::string("layer.") + id, item.first, *item.second)) {
      *item.second = !*item.second;
      actions.push_back(action::SetLayers{layers});
    }
}

// As it is typed; the field is ahead of the scene until that has followed.
void title_section(const PanelContext& ctx, Actions& actions) {
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Title"));
  UiText& text = ctx.text;
  if (!text.title_edited)
    text.title = ctx.state.scene.title;
  const std::string before = text.title;
  const std::string hint = ctx.state.scene.title.empty() ? ctx.derived.picture->title : "";
  (void)field(ctx, "map.title", hint.c_str(), text.title);
  text.title_edited = ImGui::IsItemActive();
  if (text.title != before)
    actions.push_back(action::SetTitle{text.title});
}

struct KnownProjection {
  const char *id, *value, *name;
};
constexpr KnownProjection kProjections[] = {
    {"equal-area", "", N_("Equal-area (Lambert)")},
    {"utm", "utm", "UTM"},
    {"web-mercator", "web-mercator", "Web Mercator"},
};

std::string projection_name(const PanelContext& ctx) {
  const std::string& current = ctx.state.scene.projection;
  for (const KnownProjection& known : kProjections)
    if (current == known.value)
      return ctx.tr(known.name);
  return current;
}

bool is_epsg(const std::string& digits) {
  return digits.size() >= 4 && digits.size() <= 6 &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void projection_section(const PanelContext& ctx, Actions& actions) {
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Projection"));
  const std::string& current = ctx.state.scene.projection;
  if (begin_choice(ctx, "map.projection", projection_name(ctx))) {
    for (const KnownProjection& known : kProjections)
      if (ui::choice(ctx, std::string("map.projection.") + known.id, ctx.tr(known.name),
                     current == known.value))
        actions.push_back(action::SetProjection{known.value});
    ui::end_choice();
  }
  ui::gap(ctx, 6);
  UiText& text = ctx.text;
  constexpr std::string_view kPrefix = "EPSG:";
  if (!text.epsg_edited)
    text.epsg = current.starts_with(kPrefix) ? current.substr(kPrefix.size()) : "";
  const bool complete = field(ctx, "map.epsg", ctx.tr("Or an EPSG code: 32630"), text.epsg);
  text.epsg_edited = ImGui::IsItemActive();
  if (complete && is_epsg(text.epsg))
    actions.push_back(action::SetProjection{std::string(kPrefix) + text.epsg});
}

}  // namespace

void map_page(const PanelContext& ctx, Actions& actions) {
  type_section(ctx, actions);
  second_section(ctx, actions);
  division_section(ctx, actions);
  classes_section(ctx, actions);
  palette_section(ctx, actions);
  title_section(ctx, actions);
  layers_section(ctx, actions);
  projection_section(ctx, actions);
}

}  // namespace malimap::left_column
