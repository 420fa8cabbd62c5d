// Scenes are not saved and the window wants to close: asked once.

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::closing_dialog {

void draw(const PanelContext& ctx, Actions& actions, Requests& requests) {
  if (!ui::begin_dialog(ctx, "closing", ctx.text.closing, {480, 148}))
    return;
  const Style& style = ctx.style;
  const ImVec2 low = ImGui::GetWindowPos();
  const ImVec2 high(low.x + ImGui::GetWindowWidth(), low.y + ImGui::GetWindowHeight());
  const float pad = style.dp(24);
  ui::text_in(ctx, style.fonts.strong, style.colours.text, {low.x + pad, low.y + style.dp(20)},
              {high.x - pad, low.y + style.dp(44)}, ctx.tr("Save the scenes before closing?"));
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {low.x + pad, low.y + style.dp(46)},
              {high.x - pad, low.y + style.dp(70)}, ctx.tr("What is not saved is lost."));
  const float top = high.y - pad - style.dp(32), bottom = high.y - pad;
  float right = high.x - pad;
  const auto next = [&](const char* id, const char* text, ui::Weight weight) {
    const float width = ui::button_width(ctx, text) + style.dp(8);
    const bool clicked = ui::button(ctx, id, text, {right - width, top}, {right, bottom}, weight);
    right -= width + style.dp(8);
    return clicked;
  };
  if (next("closing.save", ctx.tr("Save"), ui::Weight::Primary)) {
    const std::string& path = ctx.state.workspace.path;
    if (path.empty())
      actions.push_back(action::OpenExport{{ExportWhat::Workspace, {}, 300}});
    else
      actions.push_back(action::Output{OutputWhat::Save, {ExportWhat::Workspace, path, 300}});
    ctx.text.closing = false;
    ctx.text.close_when_saved = true;
  }
  if (next("closing.discard", ctx.tr("Close without saving"), ui::Weight::Plain))
    requests.close = true;
  if (next("closing.cancel", ctx.tr("Cancel"), ui::Weight::Plain))
    ctx.text.closing = false;
  ui::end_dialog();
}

}  // namespace malimap::closing_dialog
