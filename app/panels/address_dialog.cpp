// Whether boundaries are to be downloaded. Only the host is shown: the rest of an address can hold
// what is nobody else's business.

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "geo/boundaries/address.h"

namespace malimap::address_dialog {
namespace {

std::string host_of(const std::string& url) {
  const auto address = read_address(url);
  if (!address)
    return {};
  std::string host = address->shown;
  if (const auto scheme = host.find("://"); scheme != std::string::npos)
    host.erase(0, scheme + 3);
  return host.substr(0, host.find('/'));
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const std::string& url = ctx.state.address;
  if (!ui::begin_dialog(ctx, "address", !url.empty(), {460, 148}))
    return;
  const Style& style = ctx.style;
  const ImVec2 low = ImGui::GetWindowPos();
  const ImVec2 high(low.x + ImGui::GetWindowWidth(), low.y + ImGui::GetWindowHeight());
  const float pad = style.dp(24);
  ImGui::GetWindowDrawList()->AddText(
      style.fonts.strong, style.fonts.strong->FontSize, {low.x + pad, low.y + pad},
      style.colours.text, trf(ctx.tr, "Download boundaries from {0}?", host_of(url)).c_str(),
      nullptr, high.x - low.x - 2 * pad);
  ui::text_in(ctx, style.fonts.small, style.colours.muted, {low.x + pad, low.y + style.dp(48)},
              {high.x - pad, low.y + style.dp(78)},
              ctx.tr("They are kept, so that the map also works without a network."));
  const float top = high.y - pad - style.dp(32), bottom = high.y - pad;
  const std::string yes = ctx.tr("Yes"), no = ctx.tr("No");
  const float yes_left = high.x - pad - ui::button_width(ctx, yes) - style.dp(16);
  if (ui::button(ctx, "address.yes", yes, {yes_left, top}, {high.x - pad, bottom},
                 ui::Weight::Primary))
    actions.push_back(action::FetchAddress{});
  const float no_right = yes_left - style.dp(8);
  if (ui::button(ctx, "address.no", no, {no_right - ui::button_width(ctx, no) - style.dp(16), top},
                 {no_right, bottom}))
    actions.push_back(action::AskAddress{});
  ui::end_dialog();
}

}  // namespace malimap::address_dialog
