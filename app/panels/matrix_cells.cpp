#include "app/panels/matrix_cells.h"

#include <algorithm>
#include <cmath>

#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::matrix_cells {
namespace {

constexpr std::size_t kMostNames = 8;

ImU32 mixed(ImU32 from, ImU32 to, float part) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from), b = ImGui::ColorConvertU32ToFloat4(to);
  const auto mix = [part](float x, float y) { return x + (y - x) * part; };
  return ImGui::ColorConvertFloat4ToU32({mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z), 1});
}

// Relative luminance, as in WCAG 2.
float luminance(ImU32 colour) {
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(colour);
  const auto linear = [](float v) {
    return v <= 0.04045F ? v / 12.92F : std::pow((v + 0.055F) / 1.055F, 2.4F);
  };
  return 0.2126F * linear(c.x) + 0.7152F * linear(c.y) + 0.0722F * linear(c.z);
}

float contrast(ImU32 a, ImU32 b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05F) / (low + 0.05F);
}

void line(const PanelContext& ctx, ImU32 colour, const std::string& text) {
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
  (void)ctx;
}

std::string figures_line(const PanelContext& ctx, const MatrixCell& cell) {
  const Figures& figures = cell.figures;
  std::string text = trn(ctx.tr, "{0} project", "{0} projects", figures.projects.value_or(0),
                         ui::count_text(ctx, figures.projects));
  if (!figures.projects)
    text = ctx.tr("number of projects not published");
  if (figures.budget)
    text += " · " + ui::short_money_text(ctx, figures.budget);
  if (cell.partners)
    text += " · " + trn(ctx.tr, "{0} organisation", "{0} organisations", *cell.partners,
                        ui::count_text(ctx, cell.partners));
  return text;
}

void names(const PanelContext& ctx, const std::vector<std::string>& all) {
  for (std::size_t i = 0; i < std::min(all.size(), kMostNames); ++i)
    line(ctx, ctx.style.colours.text, ui::fitted(ctx.style.fonts.small, all[i], ctx.style.dp(320)));
  if (const std::size_t more = all.size() - std::min(all.size(), kMostNames); more > 0)
    line(ctx, ctx.style.colours.muted, trf(ctx.tr, "and {0} more", more));
}

}  // namespace

void nobody(const PanelContext& ctx, ImVec2 middle) {
  ImGui::GetWindowDrawList()->AddCircle(middle, ctx.style.dp(4), ctx.style.colours.danger, 20,
                                        ctx.style.dp(1.3F));
}

void hatch(const PanelContext& ctx, ImVec2 low, ImVec2 high) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect(low, high, true);
  const float step = ctx.style.dp(6), height = high.y - low.y;
  for (float x = low.x - height; x < high.x; x += step)
    list.AddLine({x, high.y}, {x + height, low.y}, ctx.style.colours.hairline,
                 ctx.style.hairline());
  list.PopClipRect();
}

void draw(const PanelContext& ctx, ImVec2 low, ImVec2 high, const Look& look) {
  using matrix_view::CellKind;
  const Style& style = ctx.style;
  const auto& c = style.colours;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 inner(high.x - style.hairline(), high.y - style.hairline());
  ImU32 ground = look.hovered ? c.hover : c.panel;
  if (look.cell.kind == CellKind::Value && !look.total && look.cell.value > 0)
    ground = mixed(c.panel, c.accent, 0.07F + 0.83F * std::sqrt(static_cast<float>(look.part)));
  list.AddRectFilled(low, inner, ground);
  const ImU32 ink =
      contrast(ground, c.text) >= contrast(ground, c.on_accent) ? c.text : c.on_accent;
  if (look.cell.kind == CellKind::Nobody)
    nobody(ctx, {(low.x + high.x) / 2, (low.y + high.y) / 2});
  else if (look.cell.kind == CellKind::Unknown)
    hatch(ctx, low, inner);
  else
    ui::text_in(ctx, look.total ? style.fonts.strong : style.fonts.body, ink,
                {low.x + style.dp(4), low.y}, {high.x - style.dp(8), high.y}, look.text,
                ui::Align::Right);
  if (look.chosen)
    list.AddRect({low.x + 1, low.y + 1}, {inner.x - 1, inner.y - 1}, c.text, style.dp(2), 0,
                 style.dp(2));
}

void tell(const PanelContext& ctx, const Told& told) {
  const auto& c = ctx.style.colours;
  const float pad = ctx.style.dp(10);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, pad * 0.8F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ctx.style.dp(6));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ctx.style.dp(6));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ctx.style.dp(8), ctx.style.dp(3)});
  ImGui::BeginTooltip();
  ImGui::PushFont(ctx.style.fonts.strong);
  ImGui::TextUnformatted(
      (told.where + (told.where.empty() || told.what.empty() ? "" : " · ") + told.what).c_str());
  ImGui::PopFont();
  ImGui::PushFont(ctx.style.fonts.small);
  const Figures& figures = told.cell->figures;
  if (!figures.reported())
    line(ctx, c.muted, ctx.tr("Not reported, which is not zero."));
  else if (figures.projects == 0)
    line(ctx, c.danger, ctx.tr("Nobody works there in this."));
  else
    line(ctx, c.muted, figures_line(ctx, *told.cell));
  names(ctx, told.organisations);
  if (told.can_filter)
    line(ctx, c.faint,
         told.filtered ? ctx.tr("Click: take the filter away · right click: explain")
                       : ctx.tr("Click: filter · right click: explain"));
  ImGui::PopFont();
  ImGui::EndTooltip();
  ImGui::PopStyleVar(4);
}

}  // namespace malimap::matrix_cells
