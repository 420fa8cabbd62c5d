#include "app/panels/style.h"

namespace malimap {
namespace {

constexpr UiColours kLight = {
    .panel = IM_COL32(255, 255, 255, 255),
    .raised = IM_COL32(255, 255, 255, 250),
    .hairline = IM_COL32(225, 229, 234, 255),
    .text = IM_COL32(28, 36, 46, 255),
    .muted = IM_COL32(92, 104, 118, 255),
    .faint = IM_COL32(148, 159, 171, 255),
    .hover = IM_COL32(243, 245, 248, 255),
    .pressed = IM_COL32(232, 236, 241, 255),
    .accent = IM_COL32(22, 101, 163, 255),
    .accent_soft = IM_COL32(228, 239, 248, 255),
    .on_accent = IM_COL32(255, 255, 255, 255),
    .bar = IM_COL32(233, 237, 242, 255),
    .bar_selected = IM_COL32(203, 223, 240, 255),
    .notice = IM_COL32(255, 248, 230, 255),
    .notice_line = IM_COL32(238, 214, 150, 255),
    .warning = IM_COL32(214, 148, 20, 255),
    .danger = IM_COL32(178, 44, 34, 255),
    .shadow = IM_COL32(15, 23, 35, 26),
    .veil = IM_COL32(20, 28, 40, 96),
};

constexpr UiColours kDark = {
    .panel = IM_COL32(27, 33, 41, 255),
    .raised = IM_COL32(34, 41, 50, 250),
    .hairline = IM_COL32(50, 59, 70, 255),
    .text = IM_COL32(231, 235, 240, 255),
    .muted = IM_COL32(160, 171, 184, 255),
    .faint = IM_COL32(112, 124, 138, 255),
    .hover = IM_COL32(38, 46, 56, 255),
    .pressed = IM_COL32(48, 57, 69, 255),
    .accent = IM_COL32(106, 176, 232, 255),
    .accent_soft = IM_COL32(36, 58, 79, 255),
    .on_accent = IM_COL32(16, 24, 33, 255),
    .bar = IM_COL32(43, 51, 62, 255),
    .bar_selected = IM_COL32(45, 79, 110, 255),
    .notice = IM_COL32(58, 49, 26, 255),
    .notice_line = IM_COL32(106, 88, 40, 255),
    .warning = IM_COL32(226, 172, 72, 255),
    .danger = IM_COL32(240, 128, 116, 255),
    .shadow = IM_COL32(0, 0, 0, 90),
    .veil = IM_COL32(6, 9, 13, 150),
};

ImVec4 vec(ImU32 colour) {
  return ImGui::ColorConvertU32ToFloat4(colour);
}

void set_colours(ImGuiStyle& imgui, const UiColours& c) {
  const ImVec4 none(0, 0, 0, 0);
  imgui.Colors[ImGuiCol_Text] = vec(c.text);
  imgui.Colors[ImGuiCol_TextDisabled] = vec(c.faint);
  imgui.Colors[ImGuiCol_TextSelectedBg] = vec(c.bar_selected);
  imgui.Colors[ImGuiCol_WindowBg] = vec(c.panel);
  imgui.Colors[ImGuiCol_ChildBg] = none;
  imgui.Colors[ImGuiCol_PopupBg] = vec(c.panel);
  imgui.Colors[ImGuiCol_Border] = vec(c.hairline);
  imgui.Colors[ImGuiCol_BorderShadow] = none;
  imgui.Colors[ImGuiCol_FrameBg] = vec(c.panel);
  imgui.Colors[ImGuiCol_FrameBgHovered] = vec(c.hover);
  imgui.Colors[ImGuiCol_FrameBgActive] = vec(c.panel);
  imgui.Colors[ImGuiCol_Header] = vec(c.accent_soft);
  imgui.Colors[ImGuiCol_HeaderHovered] = vec(c.hover);
  imgui.Colors[ImGuiCol_HeaderActive] = vec(c.pressed);
  imgui.Colors[ImGuiCol_Button] = none;
  imgui.Colors[ImGuiCol_ButtonHovered] = vec(c.hover);
  imgui.Colors[ImGuiCol_ButtonActive] = vec(c.pressed);
  imgui.Colors[ImGuiCol_CheckMark] = vec(c.accent);
  imgui.Colors[ImGuiCol_ScrollbarBg] = none;
  imgui.Colors[ImGuiCol_ScrollbarGrab] = vec(c.bar);
  imgui.Colors[ImGuiCol_ScrollbarGrabHovered] = vec(c.hairline);
  imgui.Colors[ImGuiCol_ScrollbarGrabActive] = vec(c.faint);
  imgui.Colors[ImGuiCol_ModalWindowDimBg] = none;  // dialogs draw their own
  imgui.Colors[ImGuiCol_NavHighlight] = vec(c.accent);
}

}  // namespace

const UiColours& ui_colours(ThemeName theme) {
  return theme == ThemeName::Dark ? kDark : kLight;
}

void apply_style(const Style& style) {
  ImGuiStyle imgui;
  set_colours(imgui, style.colours);
  const auto px = [&](float length) { return style.dp(length); };
  imgui.WindowPadding = {0, 0};
  imgui.WindowRounding = 0;
  imgui.WindowBorderSize = 0;
  imgui.WindowMinSize = {1, 1};
  imgui.ChildBorderSize = 0;
  imgui.PopupBorderSize = style.hairline();
  imgui.PopupRounding = px(6);
  imgui.FramePadding = {px(10), px(7)};
  imgui.FrameRounding = px(6);
  imgui.FrameBorderSize = style.hairline();
  imgui.ItemSpacing = {px(8), px(0)};
  imgui.ItemInnerSpacing = {px(8), px(4)};
  imgui.ScrollbarSize = px(10);
  imgui.ScrollbarRounding = px(5);
  imgui.DisplaySafeAreaPadding = {0, 0};
  imgui.AntiAliasedLinesUseTex = true;
  imgui.CircleTessellationMaxError = 0.15F;
  ImGui::GetStyle() = imgui;
}

ImU32 to_imgui(Colour colour) {
  return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

}  // namespace malimap
