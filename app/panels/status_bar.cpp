// The line at the foot: what was done or went wrong, a running job, how many rows are to be
// reviewed.

#include "app/panels/figure_text.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::status_bar {
namespace {

// "12 rows to review"; without any, remarks; nothing where nothing was read.
std::string report_text(const PanelContext& ctx) {
  const ReportLines& report = ctx.text.report;
  const auto number = [&](std::size_t n) {
    return format_integer(static_cast<long long>(n), ctx.tr.language());
  };
  if (report.to_review() > 0)
    return trn(ctx.tr, "{0} row to review", "{0} rows to review",
               static_cast<long long>(report.to_review()), number(report.to_review()));
  if (report.notes() > 0)
    return trn(ctx.tr, "{0} remark on the data", "{0} remarks on the data",
               static_cast<long long>(report.notes()), number(report.notes()));
  return ctx.state.sources.project_paths.empty() ? "" : ctx.tr("Import report");
}

float report_button(const PanelContext& ctx, float right, Actions& actions) {
  const std::string text = report_text(ctx);
  if (text.empty())
    return right;
  const Style& style = ctx.style;
  ImFont* font = style.fonts.small;
  const float width = font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x + style.dp(26);
  const auto top = static_cast<float>(ctx.layout.status.y);
  const ImVec2 low(right - width, top),
      high(right, top + static_cast<float>(ctx.layout.status.height));
  const ui::Press pressed = ui::press(ctx, "problems", low, high);
  const auto& c = style.colours;
  const bool lost = ctx.state.sources.problems->count(Severity::Lost) > 0;
  ImGui::GetWindowDrawList()->AddCircleFilled({low.x + style.dp(6), (low.y + high.y) / 2},
                                              style.dp(3.5F),
                                              lost                              ? c.danger
                                              : ctx.text.report.to_review() > 0 ? c.warning
                                                                                : c.faint,
                                              16);
  ui::text_in(ctx, font, pressed.hovered ? style.colours.text : style.colours.muted,
              {low.x + style.dp(16), low.y}, {high.x, high.y}, text);
  if (pressed.clicked) {
    PanelSwitches panels = ctx.state.panels;
    panels.problems = !panels.problems;
    actions.push_back(action::SetPanels{panels});
  }
  return low.x - style.dp(16);
}

void job(const PanelContext& ctx, float left, Requests& requests) {
  const Style& style = ctx.style;
  const Jobs::Running& running = ctx.jobs.front();
  const auto top = static_cast<float>(ctx.layout.status.y);
  const float bottom = top + static_cast<float>(ctx.layout.status.height);
  const float middle = (top + bottom) / 2;
  const float bar = style.dp(120), thick = style.dp(4);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 low(left, middle - thick / 2), high(left + bar, middle + thick / 2);
  list.AddRectFilled(low, high, style.colours.bar, thick / 2);
  const auto part = static_cast<float>(running.progress);
  list.AddRectFilled(low, {low.x + bar * part, high.y}, style.colours.accent, thick / 2);
  ImFont* font = style.fonts.small;
  const std::string percent = format_percent(running.progress, 0, ctx.tr.language());
  float x = high.x + style.dp(8);
  ui::text_in(ctx, font, style.colours.muted, {x, top}, {x + style.dp(36), bottom}, percent,
              ui::Align::Right);
  x += style.dp(48);
  const std::string cancel = ctx.tr("Cancel");
  const float cancel_width = font->CalcTextSizeA(font->FontSize, 1e6F, 0, cancel.c_str()).x + 1;
  if (ui::press(ctx, "job.cancel", {x, top}, {x + cancel_width, bottom}).clicked)
    requests.cancel_jobs = true;
  ui::text_in(ctx, font, style.colours.accent, {x, top}, {x + cancel_width, bottom}, cancel);
  x += cancel_width + style.dp(12);
  ui::text_in(ctx, font, style.colours.muted, {x, top},
              {static_cast<float>(ctx.layout.status.width) / 2, bottom}, running.title);
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions, Requests& requests) {
  const PixelBox& box = ctx.layout.status;
  if (!ui::begin_panel(ctx, "status", box))
    return;
  const Style& style = ctx.style;
  const float left = style.dp(16);
  float right = static_cast<float>(box.width) - style.dp(16);
  right = report_button(ctx, right, actions);
  const auto top = static_cast<float>(box.y);
  const float bottom = top + static_cast<float>(box.height);
  if (!ctx.jobs.empty())
    job(ctx, left, requests);
  else if (ctx.state.message.empty())
    ui::figure(ctx, actions, "status.total", ctx.derived.picture->totals,
               ui::figure_of("", Measure::Projects),
               {{left, top}, {right, bottom}, style.fonts.small, style.colours.muted});
  else
    ui::text_in(ctx, style.fonts.small, style.colours.text, {left, top}, {right, bottom},
                ctx.state.message);
  ui::hairline(ctx, box, ui::Side::Top);
  ui::end_panel();
}

}  // namespace malimap::status_bar
