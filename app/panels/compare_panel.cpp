// Two views of the same map: what they are (two funds, sectors, periods, lists) and how they are
// shown (side by side, one over the other with a divider to drag, or as their difference).

#include <algorithm>
#include <cmath>

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"
#include "geo/map/difference.h"

namespace malimap::compare_panel {
namespace {

constexpr float kWidth = 332, kHeight = 262;  // dp

struct Card {
  float left, right, top;
};

/// The two values that the views differ in; empty where they do not.
std::string only_value(const Filter& filter, Dimension dimension) {
  const auto& values = values_of(filter, dimension);
  return values.size() == 1 ? *values.begin() : std::string();
}

Filter other_of(const Scene& scene) {
  return scene.compare.other.value_or(scene.filter);
}

// Both filters at once; how they are shown stays, side by side where nothing was said yet.
void set_views(const PanelContext& ctx, Filter one, Filter other, Actions& actions) {
  Comparison compare = ctx.state.scene.compare;
  compare.other = std::move(other);
  compare.previous_list = false;
  if (compare.how == CompareHow::Off && ctx.state.scene.type != MapType::Difference)
    compare.how = CompareHow::SideBySide;
  actions.push_back(action::SetComparison{compare, true, std::move(one)});
}

void value_choice(const PanelContext& ctx, const std::string& id, Dimension dimension,
                  const Facets& facets, const std::string& shown, ImVec2 low, float width,
                  const std::function<void(const std::string&)>& chosen) {
  const std::string text = shown.empty() ? ctx.tr("Choose…") : label_of(dimension, shown, ctx.tr);
  if (!ui::begin_choice(ctx, id, text, low, width))
    return;
  for (const FacetValue& value : facets)
    if (ui::choice(ctx, id + "." + value.value, label_of(dimension, value.value, ctx.tr),
                   value.value == shown))
      chosen(value.value);
  ui::end_choice();
}

void pair_label(const PanelContext& ctx, const Card& card, float top, float half, bool first) {
  const float x = first ? card.left : card.left + half + ctx.style.dp(12);
  ui::text_in(ctx, ctx.style.fonts.small, ctx.style.colours.muted, {x, top},
              {x + half, top + ctx.style.dp(18)},
              first ? ctx.tr("This view") : ctx.tr("Beside it"));
}

void values_pair(const PanelContext& ctx, const Card& card, Dimension dimension,
                 const Facets& facets, Actions& actions) {
  if (facets.size() < 2) {
    ImGui::SetCursorScreenPos({card.left, card.top});
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                  dimension == Dimension::Fund
                      ? ctx.tr("The list does not tell two funds apart.")
                      : ctx.tr("The list does not tell two sectors apart."));
    return;
  }
  const Scene& scene = ctx.state.scene;
  const float half = (card.right - card.left - ctx.style.dp(12)) / 2;
  const Filter one = scene.filter, other = other_of(scene);
  pair_label(ctx, card, card.top, half, true);
  pair_label(ctx, card, card.top, half, false);
  const float row = card.top + ctx.style.dp(20);
  value_choice(ctx, "compare.one", dimension, facets, only_value(one, dimension), {card.left, row},
               half, [&](const std::string& value) {
                 Filter changed = one;
                 values_of(changed, dimension) = {value};
                 set_views(ctx, changed, other, actions);
               });
  value_choice(ctx, "compare.other", dimension, facets, only_value(other, dimension),
               {card.left + half + ctx.style.dp(12), row}, half, [&](const std::string& value) {
                 Filter changed = other;
                 values_of(changed, dimension) = {value};
                 set_views(ctx, one, changed, actions);
               });
}

int year_of(Date date) {
  return static_cast<int>(date.year());
}

std::optional<int> year_of(const DateRange& range) {
  if (!range.first || !range.last || range.first->year() != range.last->year())
    return std::nullopt;
  return year_of(*range.first);
}

DateRange whole_year(int year) {
  using namespace std::chrono;
  return {Date{std::chrono::year{year}, January, day{1}},
          Date{std::chrono::year{year}, December, day{31}}};
}

void year_choice(const PanelContext& ctx, const std::string& id, const std::optional<int>& shown,
                 ImVec2 low, float width, const std::function<void(int)>& chosen) {
  const auto& months = ctx.derived.linked->timeline.months;
  if (!ui::begin_choice(ctx, id, shown ? std::to_string(*shown) : ctx.tr("Choose…"), low, width))
    return;
  for (int year = year_of(months.front()); year <= year_of(months.back()); ++year)
    if (ui::choice(ctx, id + "." + std::to_string(year), std::to_string(year), shown == year))
      chosen(year);
  ui::end_choice();
}

void years_pair(const PanelContext& ctx, const Card& card, Actions& actions) {
  ImGui::SetCursorScreenPos({card.left, card.top});
  if (ctx.derived.linked->timeline.months.size() < 2) {
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                  ctx.tr("The list has no dates: two periods cannot be compared."));
    return;
  }
  const Scene& scene = ctx.state.scene;
  const float half = (card.right - card.left - ctx.style.dp(12)) / 2;
  const Filter one = scene.filter, other = other_of(scene);
  pair_label(ctx, card, card.top, half, true);
  pair_label(ctx, card, card.top, half, false);
  const float row = card.top + ctx.style.dp(20);
  year_choice(ctx, "compare.one", year_of(one.active), {card.left, row}, half, [&](int year) {
    Filter changed = one;
    changed.active = whole_year(year);
    set_views(ctx, changed, other, actions);
  });
  year_choice(ctx, "compare.other", year_of(other.active),
              {card.left + half + ctx.style.dp(12), row}, half, [&](int year) {
                Filter changed = other;
                changed.active = whole_year(year);
                set_views(ctx, one, changed, actions);
              });
}

void list_line(const PanelContext& ctx, const Card& card, Actions& actions) {
  ImGui::SetCursorScreenPos({card.left, card.top});
  const std::string& path = ctx.state.sources.previous_path;
  if (!ctx.state.sources.previous) {
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                  ctx.tr("No earlier list is open."));
    if (ui::link(ctx, "compare.open", ctx.tr("Open an earlier list")))
      actions.push_back(action::SetBottom{BottomTab::Changes});
    return;
  }
  ui::paragraph(ctx, ctx.style.fonts.body, ctx.style.colours.text,
                path.substr(path.rfind('/') + 1));
  Comparison compare = ctx.state.scene.compare;
  if (compare.previous_list)
    return;
  if (ui::link(ctx, "compare.list", ctx.tr("Compare with this list"))) {
    compare.previous_list = true;
    compare.other.reset();
    if (compare.how == CompareHow::Off)
      compare.how = CompareHow::SideBySide;
    actions.push_back(action::SetComparison{compare});
  }
}

// Until the user says it: what the list tells apart.
CompareWith shown_with(const PanelContext& ctx) {
  if (ctx.text.compare.with)
    return *ctx.text.compare.with;
  return ctx.derived.fund->size() < 2 && ctx.derived.sector->size() > 1 ? CompareWith::Sector
                                                                        : CompareWith::Fund;
}

void what_section(const PanelContext& ctx, Card card, Actions& actions) {
  const CompareWith with = shown_with(ctx);
  const int clicked = ui::segments(ctx, "compare.with",
                                   {{"compare.with.fund", ctx.tr("Funds")},
                                    {"compare.with.sector", ctx.tr("Sectors")},
                                    {"compare.with.period", ctx.tr("Years")},
                                    {"compare.with.list", ctx.tr("Lists")}},
                                   static_cast<int>(with), {card.left, card.top},
                                   {card.right, card.top + ctx.style.dp(30)});
  if (clicked >= 0)
    ctx.text.compare.with = static_cast<CompareWith>(clicked);
  card.top += ctx.style.dp(40);
  switch (with) {
    case CompareWith::Fund:
      return values_pair(ctx, card, Dimension::Fund, *ctx.derived.fund, actions);
    case CompareWith::Sector:
      return values_pair(ctx, card, Dimension::Sector, *ctx.derived.sector, actions);
    case CompareWith::Period:
      return years_pair(ctx, card, actions);
    case CompareWith::List:
      return list_line(ctx, card, actions);
  }
}

void how_section(const PanelContext& ctx, const Card& card, Actions& actions) {
  const Scene& scene = ctx.state.scene;
  const bool difference = scene.type == MapType::Difference;
  const int current = !scene.compare.any()                          ? -1
                      : difference                                  ? 2
                      : scene.compare.how == CompareHow::SideBySide ? 0
                      : scene.compare.how == CompareHow::Swipe      ? 1
                                                                    : -1;
  const int clicked =
      ui::segments(ctx, "compare.how",
                   {{"compare.how.beside", ctx.tr("Side by side")},
                    {"compare.how.swipe", ctx.tr("Swipe")},
                    {"compare.how.difference", ctx.tr("Difference")}},
                   current, {card.left, card.top}, {card.right, card.top + ctx.style.dp(30)});
  if (clicked < 0)
    return;
  Comparison compare = scene.compare;
  constexpr CompareHow kHow[] = {CompareHow::SideBySide, CompareHow::Swipe, CompareHow::Off};
  compare.how = kHow[clicked];
  actions.push_back(action::SetComparison{compare});
  if (clicked == 2 && !difference)
    actions.push_back(action::SetMapType{MapType::Difference});
  else if (clicked != 2 && difference)
    actions.push_back(action::SetMapType{MapType::Choropleth});
}

void stop(const PanelContext& ctx, Actions& actions) {
  actions.push_back(action::SetComparison{});
  if (ctx.state.scene.type == MapType::Difference)
    actions.push_back(action::SetMapType{MapType::Choropleth});
}

PixelBox card_box(const PanelContext& ctx) {
  const PixelBox& map = ctx.layout.map;
  const double right =
      ctx.layout.other.width > 0 ? ctx.layout.other.x + ctx.layout.other.width : map.x + map.width;
  const double width = std::min<double>(ctx.style.dp(kWidth), map.width - 16);
  return {right - width - static_cast<double>(ctx.style.dp(12)),
          map.y + static_cast<double>(ctx.style.dp(12)), width,
          std::min<double>(ctx.style.dp(kHeight), map.height - 16)};
}

void close(const PanelContext& ctx, Actions& actions) {
  PanelSwitches panels = ctx.state.panels;
  panels.compare = false;
  actions.push_back(action::SetPanels{panels});
}

PixelBox card(const PanelContext& ctx, Actions& actions) {
  const Style& style = ctx.style;
  const PixelBox box = card_box(ctx);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, style.dp(10));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, style.hairline());
  if (ui::begin_panel(ctx, "compare-card", box, false, ui::Ground::Card)) {
    Card inside{static_cast<float>(box.x) + style.dp(16),
                static_cast<float>(box.x + box.width) - style.dp(16),
                static_cast<float>(box.y) + style.dp(14)};
    ui::text_in(ctx, style.fonts.title, style.colours.text, {inside.left, inside.top},
                {inside.right, inside.top + style.dp(26)}, ctx.tr("Compare"));
    if (ui::icon_button(ctx, "compare.close", icons::close, {},
                        {inside.right - style.dp(6), inside.top + style.dp(13)}, 28))
      close(ctx, actions);
    inside.top += style.dp(36);
    what_section(ctx, inside, actions);
    inside.top += style.dp(108);
    how_section(ctx, inside, actions);
    inside.top += style.dp(40);
    ImGui::SetCursorScreenPos({inside.left, inside.top});
    if (ctx.state.scene.compare.any() && ui::link(ctx, "compare.stop", ctx.tr("Stop comparing")))
      stop(ctx, actions);
    ui::end_panel();
  }
  ImGui::PopStyleVar(2);
  return box;
}

// What a view shows, over its upper edge.
PixelBox caption(const PanelContext& ctx, const char* name, double middle, double most,
                 const std::string& text) {
  const Style& style = ctx.style;
  ImFont* font = style.fonts.strong;
  const float width =
      std::min(static_cast<float>(most),
               font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x + style.dp(28));
  const PixelBox box{middle - static_cast<double>(width) / 2,
                     ctx.layout.map.y + ctx.layout.map.height - static_cast<double>(style.dp(46)),
                     width, style.dp(30)};
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, style.dp(15));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, style.hairline());
  if (ui::begin_panel(ctx, name, box, false, ui::Ground::Card)) {
    const auto x = static_cast<float>(box.x), y = static_cast<float>(box.y);
    ui::text_in(ctx, font, style.colours.text, {x + style.dp(8), y},
                {x + width - style.dp(8), y + style.dp(30)}, text, ui::Align::Centre);
    ctx.widgets.note(name, {x, y}, {x + width, y + style.dp(30)});
    ui::end_panel();
  }
  ImGui::PopStyleVar(2);
  return box;
}

void captions(const PanelContext& ctx, double cut, std::vector<PixelBox>& covered) {
  const PixelBox& map = ctx.layout.map;
  const bool beside = ctx.layout.other.width > 0;
  const double left = beside ? map.width : cut;
  const PixelBox right =
      beside ? ctx.layout.other : PixelBox{map.x + cut, map.y, map.width - cut, map.height};
  constexpr double kLeast = 60;
  if (left > kLeast)
    covered.push_back(caption(ctx, "compare.caption.one", map.x + left / 2, left - 8,
                              view_words(ctx.state.scene, false, ctx.tr)));
  if (right.width > kLeast)
    covered.push_back(caption(ctx, "compare.caption.other", right.x + right.width / 2,
                              right.width - 8, view_words(ctx.state.scene, true, ctx.tr)));
}

// The line between the two views, to be dragged.
PixelBox divider(const PanelContext& ctx, double cut, Actions& actions) {
  const Style& style = ctx.style;
  const PixelBox& map = ctx.layout.map;
  const float half = style.dp(9);
  const PixelBox box{map.x + cut - static_cast<double>(half), map.y,
                     2.0 * static_cast<double>(half), map.height};
  ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
  if (ui::begin_panel(ctx, "compare-divider", box)) {
    const ImVec2 low(static_cast<float>(box.x), static_cast<float>(box.y));
    const ImVec2 high(low.x + 2 * half, static_cast<float>(box.y + box.height));
    const ui::Press pressed = ui::press(ctx, "compare.divider", low, high);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 m((low.x + high.x) / 2, (low.y + high.y) / 2);
    const ImU32 ink = pressed.hovered || pressed.held ? style.colours.accent : style.colours.text;
    list.AddRectFilled({m.x - style.dp(1), low.y}, {m.x + style.dp(1), high.y}, ink);
    list.AddCircleFilled(m, half, ink, 24);
    const float s = style.dp(3);
    const ImU32 arrow = style.colours.on_accent;
    list.AddTriangleFilled({m.x - s - 1, m.y - s}, {m.x - s - 1, m.y + s}, {m.x - 2 * s - 1, m.y},
                           arrow);
    list.AddTriangleFilled({m.x + s + 1, m.y - s}, {m.x + s + 1, m.y + s}, {m.x + 2 * s + 1, m.y},
                           arrow);
    const bool released = ImGui::IsItemDeactivated();
    if (pressed.held || released) {
      Comparison compare = ctx.state.scene.compare;
      const double at = (static_cast<double>(ImGui::GetIO().MousePos.x) - map.x) / map.width;
      compare.divider = std::clamp(at, 0.02, 0.98);
      actions.push_back(action::SetComparison{compare, released});
    }
    ui::end_panel();
  }
  ImGui::PopStyleColor();
  return box;
}

}  // namespace

std::vector<PixelBox> draw(const PanelContext& ctx, Actions& actions) {
  std::vector<PixelBox> covered;
  const Scene& scene = ctx.state.scene;
  if (ctx.derived.other_picture && scene.compare.how != CompareHow::Off) {
    const double cut =
        std::round(ctx.layout.map.width * std::clamp(scene.compare.divider, 0.0, 1.0));
    if (scene.compare.how == CompareHow::Swipe)
      covered.push_back(divider(ctx, cut, actions));
    captions(ctx, cut, covered);
  }
  if (ctx.state.panels.compare)
    covered.push_back(card(ctx, actions));
  return covered;
}

}  // namespace malimap::compare_panel
