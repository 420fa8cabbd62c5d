// Classes of the map's colours: method, number, breaks typed by hand, breaks that stay; and the
// colours themselves.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/panels/controls.h"
#include "app/panels/left_column.h"
#include "app/panels/numbers_typed.h"
#include "app/panels/widgets.h"
#include "geo/map/palettes.h"

namespace malimap::left_column {
namespace {

bool has_classes(MapType type) {
  return type == MapType::Choropleth || type == MapType::Diverging;
}

std::vector<double> inner_breaks(const Classes& classes) {
  if (classes.count() < 2)
    return {};
  return {classes.breaks.begin() + 1, classes.breaks.end() - 1};
}

// Shares are kept from 0 to 1 and typed as percent.
double typed_unit(Measure measure) {
  return measure == Measure::ShareOfProjects ? 100 : 1;
}

void method(const PanelContext& ctx, Actions& actions) {
  const ClassMethod current = ctx.state.scene.classing.method;
  if (!begin_choice(ctx, "map.method", title_of(current, ctx.tr)))
    return;
  for (const ClassMethod one : all_class_methods())
    if (ui::choice(ctx, "map.method." + std::string(word_of(one)), title_of(one, ctx.tr),
                   one == current, explanation_of(one, ctx.tr))) {
      // By hand one begins with what is shown.
      if (one == ClassMethod::Manual)
        actions.push_back(action::SetBreaks{inner_breaks(ctx.derived.picture->classes)});
      actions.push_back(action::SetClassMethod{one});
    }
  ui::end_choice();
}

void class_count(const PanelContext& ctx, Actions& actions) {
  const int count = ctx.state.scene.classing.count;
  const ImVec2 low(left(ctx), ImGui::GetCursorScreenPos().y);
  const ImVec2 high(right(ctx), low.y + ctx.style.dp(36));
  ui::text_in(ctx, ctx.style.fonts.body, ctx.style.colours.text, low, high, ctx.tr("Classes"));
  const float y = (low.y + high.y) / 2;
  if (ui::icon_button(ctx, "classes.fewer", icons::minus, {}, {high.x - ctx.style.dp(70), y}, 28,
                      false, count > kFewestClasses))
    actions.push_back(action::SetClassCount{count - 1});
  ui::text_in(ctx, ctx.style.fonts.strong, ctx.style.colours.text,
              {high.x - ctx.style.dp(56), low.y}, {high.x - ctx.style.dp(28), high.y},
              std::to_string(count), ui::Align::Centre);
  if (ui::icon_button(ctx, "classes.more", icons::plus, {}, {high.x - ctx.style.dp(14), y}, 28,
                      false, count < kMostClasses))
    actions.push_back(action::SetClassCount{count + 1});
  ImGui::SetCursorScreenPos({low.x, high.y});
}

void breaks_field(const PanelContext& ctx, Actions& actions) {
  UiText& text = ctx.text;
  const double unit = typed_unit(ctx.state.scene.measure);
  const std::vector<double> shown = inner_breaks(ctx.derived.picture->classes);
  if (!text.breaks_edited)
    text.breaks = ui::numbers_text(shown, unit, ctx.tr.language());
  ui::text_in(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
              {left(ctx), ImGui::GetCursorScreenPos().y},
              {right(ctx), ImGui::GetCursorScreenPos().y + ctx.style.dp(20)},
              unit == 100 ? ctx.tr("Breaks, in percent") : ctx.tr("Breaks"));
  ui::gap(ctx, 20);
  const bool complete = field(ctx, "map.breaks", "10; 20; 30", text.breaks);
  text.breaks_edited = ImGui::IsItemActive();
  if (!complete)
    return;
  if (const auto breaks = ui::numbers_of(text.breaks, unit); breaks && !breaks->empty())
    actions.push_back(action::SetBreaks{*breaks});
}

void middle_field(const PanelContext& ctx, Actions& actions) {
  if (ctx.state.scene.type != MapType::Diverging)
    return;
  ui::gap(ctx, 6);
  UiText& text = ctx.text;
  const double unit = typed_unit(ctx.state.scene.measure);
  const auto& middle = ctx.state.scene.middle;
  if (!text.middle_edited)
    text.middle = middle ? ui::numbers_text({*middle}, unit, ctx.tr.language()) : std::string();
  ui::text_in(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
              {left(ctx), ImGui::GetCursorScreenPos().y},
              {right(ctx), ImGui::GetCursorScreenPos().y + ctx.style.dp(20)}, ctx.tr("Middle"));
  ui::gap(ctx, 20);
  const bool complete = field(ctx, "map.middle", ctx.tr("The country's value"), text.middle);
  text.middle_edited = ImGui::IsItemActive();
  if (!complete)
    return;
  const auto typed = ui::numbers_of(text.middle, unit);
  if (typed && typed->size() <= 1)
    actions.push_back(
        action::SetMiddle{typed->empty() ? std::nullopt : std::optional<double>(typed->front())});
}

std::vector<Colour> swatches_of(PaletteKind kind, const std::string& name, int classes) {
  switch (kind) {
    case PaletteKind::Diverging:
      return diverging_colours(name, classes / 2, classes - classes / 2);
    case PaletteKind::Categorical:
      return categorical_colours(name, 6);
    case PaletteKind::Bivariate:
      return bivariate_colours(name);
    case PaletteKind::Sequential:
      break;
  }
  return palette_colours(name, classes);
}

// In a row; of a bivariate palette three by three.
void draw_swatches(const std::vector<Colour>& colours, bool square, ImVec2 low, ImVec2 high) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (square && colours.size() == 9) {
    const float each = (high.y - low.y) / 3, x = (low.x + high.x - 3 * each) / 2;
    for (std::size_t i = 0; i < 9; ++i) {
      const ImVec2 at(x + each * static_cast<float>(i % 3),
                      high.y - each * static_cast<float>(i / 3 + 1));
      list.AddRectFilled(at, {at.x + each, at.y + each}, to_imgui(colours[i]));
    }
    return;
  }
  const float each =
      (high.x - low.x) / static_cast<float>(std::max<std::size_t>(1, colours.size()));
  for (std::size_t i = 0; i < colours.size(); ++i)
    list.AddRectFilled({low.x + each * static_cast<float>(i), low.y},
                       {low.x + each * static_cast<float>(i + 1), high.y}, to_imgui(colours[i]));
}

}  // namespace

void classes_section(const PanelContext& ctx, Actions& actions) {
  const Classing& classing = ctx.state.scene.classing;
  if (!has_classes(ctx.state.scene.type))
    return;
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Classes"));
  method(ctx, actions);
  if (!classing.fixed())
    class_count(ctx, actions);
  else
    ui::gap(ctx, 6);
  breaks_field(ctx, actions);
  middle_field(ctx, actions);
  ui::gap(ctx, 4);
  if (ui::toggle(ctx, "map.keep", ctx.tr("Keep these breaks"), classing.keep))
    actions.push_back(
        action::KeepBreaks{!classing.keep, inner_breaks(ctx.derived.picture->classes)});
}

// Two in a row, without names: the colours say it.
void palette_section(const PanelContext& ctx, Actions& actions) {
  const Scene& scene = ctx.state.scene;
  const PaletteKind kind = palette_kind_of(scene.type);
  const std::vector<PaletteName> names = palette_names(kind);
  if (names.size() < 2)
    return;
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("Colours"));
  const bool square = kind == PaletteKind::Bivariate;
  const float from = left(ctx), gap = ctx.style.dp(12);
  const float width = (right(ctx) - from - gap) / 2;
  const float height = ctx.style.dp(square ? 44 : 26), inset = ctx.style.dp(6);
  const std::string& current = scene.palette.empty() ? names.front().name : scene.palette;
  float top = ImGui::GetCursorScreenPos().y;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const ImVec2 low(from + (i % 2 == 1 ? width + gap : 0), top);
    const ImVec2 high(low.x + width, top + height);
    const ui::Press pressed = ui::press(ctx, "palette." + names[i].name, low, high);
    draw_swatches(swatches_of(kind, names[i].name, scene.classing.count), square,
                  {low.x, low.y + inset}, {high.x, high.y - inset});
    const bool chosen = names[i].name == current;
    if (chosen || pressed.hovered)
      ImGui::GetWindowDrawList()->AddRect(
          {low.x - ctx.style.dp(3), low.y + ctx.style.dp(3)},
          {high.x + ctx.style.dp(3), high.y - ctx.style.dp(3)},
          chosen ? ctx.style.colours.accent : ctx.style.colours.faint, ctx.style.dp(3), 0,
          ctx.style.dp(1.5F));
    if (pressed.clicked)
      actions.push_back(action::SetPalette{names[i].name});
    if (i % 2 == 1 || i + 1 == names.size())
      top += height;
  }
  ImGui::SetCursorScreenPos({from, top});
}

}  // namespace malimap::left_column
