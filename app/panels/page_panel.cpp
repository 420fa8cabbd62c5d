// The page as paint_page() draws it, in place of the map, and what stands on it.

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"

namespace malimap::page_panel {
namespace {

struct Format {
  const char *value, *name;
};
constexpr Format kFormats[] = {
    {"A4", N_("A4, landscape")}, {"A4-portrait", N_("A4, portrait")},
    {"A3", N_("A3, landscape")}, {"A3-portrait", N_("A3, portrait")},
    {"16:9", N_("Slide 16:9")},
};

void sheet(const PanelContext& ctx) {
  const PixelBox& box = ctx.layout.map;
  if (!ui::begin_panel(ctx, "sheet", box, false, ui::Ground::Card))
    return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 low(static_cast<float>(box.x), static_cast<float>(box.y));
  list.AddRectFilled(
      low, {low.x + static_cast<float>(box.width), low.y + static_cast<float>(box.height)},
      ctx.style.colours.bar);
  const PanelPicture& page = ctx.pictures.page;
  if (page.texture) {
    const auto w = static_cast<float>(page.width), h = static_cast<float>(page.height);
    const ImVec2 at(std::floor(low.x + (static_cast<float>(box.width) - w) / 2),
                    std::floor(low.y + (static_cast<float>(box.height) - h) / 2));
    const float shade = ctx.style.dp(2);
    list.AddRectFilled({at.x - shade, at.y - shade}, {at.x + w + shade, at.y + h + 2 * shade},
                       ctx.style.colours.shadow, shade);
    list.AddImage(page.texture, at, {at.x + w, at.y + h});
    ctx.widgets.note("page.picture", at, {at.x + w, at.y + h});
  }
  ui::end_panel();
}

float left_of(const PanelContext& ctx) {
  return static_cast<float>(ctx.layout.details.x) + ctx.style.dp(16);
}
float right_of(const PanelContext& ctx) {
  return static_cast<float>(ctx.layout.details.x + ctx.layout.details.width) - ctx.style.dp(16);
}

const char* name_of(const std::string& value) {
  for (const Format& format : kFormats)
    if (value == format.value)
      return format.name;
  return value.c_str();
}

void format_choice(const PanelContext& ctx, Actions& actions) {
  ui::heading(ctx, ctx.tr("Format"));
  PageSettings page = ctx.state.scene.page;
  const ImVec2 low(left_of(ctx), ImGui::GetCursorScreenPos().y);
  if (!ui::begin_choice(ctx, "page.format", ctx.tr(name_of(page.format)), low,
                        right_of(ctx) - low.x))
    return;
  for (const Format& format : kFormats)
    if (ui::choice(ctx, std::string("page.format.") + format.value, ctx.tr(format.name),
                   page.format == format.value)) {
      page.format = format.value;
      actions.push_back(action::SetPage{page});
    }
  ui::end_choice();
}

void switches(const PanelContext& ctx, Actions& actions) {
  ui::gap(ctx, 16);
  ui::heading(ctx, ctx.tr("On the page"));
  PageSettings page = ctx.state.scene.page;
  const std::pair<const char*, std::pair<const char*, bool*>> items[] = {
      {"legend", {ctx.tr("Legend"), &page.legend}},
      {"scale-bar", {ctx.tr("Scale bar"), &page.scale_bar}},
      {"north-arrow", {ctx.tr("North arrow"), &page.north_arrow}},
      {"locator", {ctx.tr("Locator map"), &page.locator}},
      {"key-figures", {ctx.tr("Key figures"), &page.key_figures}},
      {"sources", {ctx.tr("Sources"), &page.sources}},
      {"table", {ctx.tr("Table of figures"), &page.table}},
  };
  for (const auto& [id, item] : items)
    if (ui::toggle(ctx, std::string("page.") + id, item.first, *item.second)) {
      *item.second = !*item.second;
      actions.push_back(action::SetPage{page});
    }
}

// One of the page's texts; empty: the program's own. True when it was changed and is complete.
bool text_field(const PanelContext& ctx, const char* id, const char* name, std::string& text,
                float height_dp) {
  ui::gap(ctx, 12);
  ui::heading(ctx, name);
  ImGui::SetCursorScreenPos({left_of(ctx), ImGui::GetCursorScreenPos().y});
  const float width = right_of(ctx) - left_of(ctx);
  const std::string label = std::string("##") + id;
  if (height_dp > 0) {
    ImGui::InputTextMultiline(label.c_str(), &text, {width, ctx.style.dp(height_dp)});
  } else {
    ImGui::SetNextItemWidth(width);
    ImGui::InputText(label.c_str(), &text);
  }
  if (ImGui::IsItemVisible())
    ctx.widgets.note(id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  ctx.text.page_edited = ctx.text.page_edited || ImGui::IsItemActive();
  return ImGui::IsItemDeactivatedAfterEdit();
}

void texts(const PanelContext& ctx, Actions& actions) {
  UiText& text = ctx.text;
  PageSettings page = ctx.state.scene.page;
  if (!text.page_edited) {
    text.subtitle = page.subtitle;
    text.disclaimer = page.disclaimer;
    text.notes = page.notes;
  }
  text.page_edited = false;
  const bool subtitle = text_field(ctx, "page.subtitle", ctx.tr("Subtitle"), text.subtitle, 0);
  const bool disclaimer =
      text_field(ctx, "page.disclaimer", ctx.tr("Disclaimer"), text.disclaimer, 64);
  const bool notes = text_field(ctx, "page.notes", ctx.tr("Notes of the speaker"), text.notes, 64);
  if (!subtitle && !disclaimer && !notes)
    return;
  page.subtitle = text.subtitle;
  page.disclaimer = text.disclaimer;
  page.notes = text.notes;
  actions.push_back(action::SetPage{page});
}

void settings(const PanelContext& ctx, Actions& actions) {
  if (!ui::begin_panel(ctx, "page-settings", ctx.layout.details, true))
    return;
  const Style& style = ctx.style;
  ui::gap(ctx, 12);
  const float top = ImGui::GetCursorScreenPos().y;
  ui::text_in(ctx, style.fonts.title, style.colours.text, {left_of(ctx), top},
              {right_of(ctx) - style.dp(32), top + style.dp(28)}, ctx.tr("Page"));
  if (ui::icon_button(ctx, "page.close", icons::close, ctx.tr("Back to the map (Esc)"),
                      {right_of(ctx) - style.dp(10), top + style.dp(14)}, 28))
    actions.push_back(action::SetPreview{false});
  ImGui::SetCursorScreenPos({left_of(ctx), top + style.dp(40)});
  const std::string words = ctx.tr("Export…");
  const ImVec2 low = ImGui::GetCursorScreenPos();
  if (ui::button(ctx, "page.export", words, low, {right_of(ctx), low.y + style.dp(34)},
                 ui::Weight::Primary))
    actions.push_back(action::OpenExport{});
  ImGui::SetCursorScreenPos({low.x, low.y + style.dp(34)});
  ui::gap(ctx, 12);
  format_choice(ctx, actions);
  switches(ctx, actions);
  texts(ctx, actions);
  ui::gap(ctx, 24);
  ui::hairline(ctx, ctx.layout.details, ui::Side::Left);
  ui::end_panel();
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  if (!ctx.state.preview)
    return;
  sheet(ctx);
  settings(ctx, actions);
}

}  // namespace malimap::page_panel
