// The bar above: what the map shows, history, fit, language, theme, help, folding of the panels.

#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::top_bar {
namespace {

// Buttons from the right edge inward; each call takes its place.
class RightEdge {
 public:
  RightEdge(const PanelContext& ctx, float right, float middle)
      : ctx_(ctx), x_(right), y_(middle) {}
  bool icon(const char* id, const ui::Icon& sign, const std::string& hint, bool active = false,
            bool enabled = true) {
    const float width = ctx_.style.dp(34);
    x_ -= width;
    return ui::icon_button(ctx_, id, sign, hint, {x_ + width / 2, y_}, 32, active, enabled);
  }
  void rule() {
    x_ -= ctx_.style.dp(8);
    ImGui::GetWindowDrawList()->AddRectFilled({x_, y_ - ctx_.style.dp(10)},
                                              {x_ + ctx_.style.hairline(), y_ + ctx_.style.dp(10)},
                                              ctx_.style.colours.hairline);
    x_ -= ctx_.style.dp(8);
  }
  [[nodiscard]] float x() const { return x_; }
  void take(float dp) { x_ -= ctx_.style.dp(dp); }

 private:
  const PanelContext& ctx_;
  float x_, y_;
};

void panel_switches(const PanelContext& ctx, RightEdge& edge, Actions& actions) {
  PanelSwitches panels = ctx.state.panels;
  if (edge.icon("panel.details", icons::right_panel, ctx.tr("Fold or unfold the right panel (F3)"),
                panels.details)) {
    panels.details = !panels.details;
    actions.push_back(action::SetPanels{panels});
  }
  if (!ctx.state.sources.project_paths.empty() &&
      edge.icon("panel.report", icons::report, ctx.tr("Import report (F4)"), panels.problems)) {
    panels.problems = !panels.problems;
    actions.push_back(action::SetPanels{panels});
  }
  if (edge.icon("help", icons::help, ctx.tr("Keys (F1)"), panels.help)) {
    panels.help = !panels.help;
    actions.push_back(action::SetPanels{panels});
  }
}

void language(const PanelContext& ctx, RightEdge& edge, float middle, Actions& actions) {
  const float right = edge.x();
  edge.take(76);
  const bool french = ctx.state.language == Language::French;
  const int clicked =
      ui::segments(ctx, "language", {{"language.fr", "FR"}, {"language.en", "EN"}}, french ? 0 : 1,
                   {edge.x(), middle - ctx.style.dp(14)}, {right, middle + ctx.style.dp(14)});
  if (clicked >= 0)
    actions.push_back(action::SetLanguage{clicked == 0 ? Language::French : Language::English});
}

// From the map to those who look at it.
void views(const PanelContext& ctx, RightEdge& edge, Actions& actions) {
  if (edge.icon("present", icons::present, ctx.tr("Present the scenes (F5)")))
    actions.push_back(action::StartPresentation{true});
  if (edge.icon("preview", icons::page, ctx.tr("Preview of the page (Ctrl+P)"), ctx.state.preview))
    actions.push_back(action::SetPreview{!ctx.state.preview});
  PanelSwitches panels = ctx.state.panels;
  if (edge.icon("panel.scenes", icons::scenes, ctx.tr("Scenes (F7)"), panels.scenes)) {
    panels.scenes = !panels.scenes;
    actions.push_back(action::SetPanels{panels});
  }
}

float buttons(const PanelContext& ctx, float right, float middle, Actions& actions) {
  RightEdge edge(ctx, right, middle);
  panel_switches(ctx, edge, actions);
  const bool dark = ctx.state.scene.theme == ThemeName::Dark;
  if (edge.icon("theme", icons::theme, dark ? ctx.tr("Light theme") : ctx.tr("Dark theme")))
    actions.push_back(action::SetTheme{dark ? ThemeName::Light : ThemeName::Dark});
  edge.rule();
  language(ctx, edge, middle, actions);
  edge.rule();
  views(ctx, edge, actions);
  PanelSwitches panels = ctx.state.panels;
  if (edge.icon("compare", icons::compare, ctx.tr("Compare two views"), panels.compare)) {
    panels.compare = !panels.compare;
    actions.push_back(action::SetPanels{panels});
  }
  edge.rule();
  if (edge.icon("fit", icons::fit, ctx.tr("The whole country (F)")))
    actions.push_back(action::FitCamera{});
  const bool lasso = ctx.state.tool == MapTool::Lasso;
  if (edge.icon("map.lasso", icons::lasso, ctx.tr("Lasso: draw around units to filter by them (L)"),
                lasso))
    actions.push_back(action::SetMapTool{lasso ? MapTool::Hand : MapTool::Lasso});
  if (edge.icon("redo", icons::redo, ctx.tr("Redo (Ctrl+Y)"), false, !ctx.state.redo.empty()))
    actions.push_back(action::Redo{});
  if (edge.icon("undo", icons::undo, ctx.tr("Undo (Ctrl+Z)"), false, !ctx.state.undo.empty()))
    actions.push_back(action::Undo{});
  return edge.x();
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.top;
  if (!ui::begin_panel(ctx, "top", box))
    return;
  const Style& style = ctx.style;
  const auto bottom = static_cast<float>(box.height);
  const float middle = bottom / 2;
  const float right = buttons(ctx, static_cast<float>(box.width) - style.dp(8), middle, actions);

  PanelSwitches panels = ctx.state.panels;
  if (ui::icon_button(ctx, "panel.filters", icons::left_panel,
                      ctx.tr("Fold or unfold the filters (F2)"), {style.dp(25), middle}, 32,
                      panels.filters)) {
    panels.filters = !panels.filters;
    actions.push_back(action::SetPanels{panels});
  }
  const float left = style.dp(52);
  const float end = right - style.dp(16);
  const Picture& picture = *ctx.derived.picture;
  ImFont* small = style.fonts.small;
  const bool two_lines = !picture.subtitle.empty();
  const float line = style.dp(two_lines ? 4 : 0);
  ui::text_in(ctx, style.fonts.strong, style.colours.text, {left, line},
              {end, two_lines ? middle + style.dp(4) : bottom}, picture.title);
  if (two_lines)
    ui::text_in(ctx, small, style.colours.muted, {left, middle + style.dp(1)},
                {end, bottom - style.dp(4)}, picture.subtitle);
  ui::hairline(ctx, box, ui::Side::Bottom);
  ui::end_panel();
}

}  // namespace malimap::top_bar
