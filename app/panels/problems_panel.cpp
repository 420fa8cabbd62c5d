// The import report: how many rows went where, then what is lost, doubtful or worth knowing, in
// groups that unfold to their rows. A row leads to its project; a name that waits for a yes has its
// buttons here. Unfolds at the foot of the map.

#include <algorithm>

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "app/session/row_of_list.h"
#include "geo/base/numbers.h"
#include "geo/output/check_groups.h"

namespace malimap::problems_panel {
namespace {

constexpr float kLine = 28;  // dp

struct Box {
  ImVec2 low, high;
};

ImU32 colour_of(const Style& style, Severity severity) {
  if (severity == Severity::Lost)
    return style.colours.danger;
  return severity == Severity::Doubtful ? style.colours.warning : style.colours.faint;
}

std::string number(const PanelContext& ctx, std::int64_t value) {
  return format_integer(value, ctx.tr.language());
}

std::string counts_text(const PanelContext& ctx, const ReadCounts& counts) {
  std::string text = counted(ctx.tr, "{0} row read", "{0} rows read", counts.read) + ctx.tr(": ") +
                     counted(ctx.tr, "{0} used", "{0} used", counts.used);
  const auto add = [&](std::int64_t value, const std::string& words) {
    if (value > 0)
      text += " · " + words;
  };
  add(counts.national, counted(ctx.tr, "{0} national", "{0} national", counts.national));
  add(counts.outside,
      counted(ctx.tr, "{0} outside the country", "{0} outside the country", counts.outside));
  add(counts.unlocated, counted(ctx.tr, "{0} not located", "{0} not located", counts.unlocated));
  add(counts.skipped, counted(ctx.tr, "{0} skipped", "{0} skipped", counts.skipped));
  return text;
}

// The text as far as it fits; the whole of it on hover where it does not.
void words(const PanelContext& ctx, ImFont* font, ImU32 colour, Box box, const std::string& text,
           bool hovered) {
  ui::text_in(ctx, font, colour, box.low, box.high, text);
  if (hovered && ui::fitted(font, text, box.high.x - box.low.x) != text)
    ui::hint(ctx, text);
}

// Title, what was counted, and at the right what can be done.
float head(const PanelContext& ctx, Actions& actions) {
  const Style& style = ctx.style;
  const PixelBox& box = ctx.layout.problems;
  const auto left = static_cast<float>(box.x) + style.dp(16);
  const auto top = static_cast<float>(box.y) + style.dp(6);
  const float bottom = top + style.dp(28);
  auto right = static_cast<float>(box.x + box.width) - style.dp(10);
  if (ui::icon_button(ctx, "problems.close", icons::close, ctx.tr("Close"),
                      {right - style.dp(14), (top + bottom) / 2}, 28)) {
    PanelSwitches panels = ctx.state.panels;
    panels.problems = false;
    actions.push_back(action::SetPanels{panels});
  }
  right -= style.dp(36);
  const auto& lists = ctx.state.sources.project_paths;
  if (!lists.empty()) {
    const std::string text = ctx.tr("Columns…");
    const float width = ui::button_width(ctx, text);
    if (ui::button(ctx, "import.columns", text, {right - width, top + style.dp(1)},
                   {right, bottom - style.dp(1)}))
      actions.push_back(action::OpenColumns{lists.front()});
    right -= width + style.dp(12);
  }
  ui::text_in(ctx, style.fonts.strong, style.colours.text, {left, top}, {right, bottom},
              ctx.tr("Import report"));
  const ReadCounts& counts = ctx.state.sources.dataset->counts;
  if (lists.empty())
    return bottom;  // what ships was not read from a list
  const float below = bottom + style.dp(18);
  const Box line{{left, bottom - style.dp(2)}, {right, below - style.dp(2)}};
  ui::text_in(ctx, style.fonts.small, style.colours.muted, line.low,
              {right + style.dp(120), line.high.y}, counts_text(ctx, counts));
  ctx.widgets.note("import.counts", line.low, line.high);
  return below;
}

void chevron(const PanelContext& ctx, ImVec2 m, bool open, ImU32 colour) {
  const float s = ctx.style.dp(3.5F);
  const ImVec2 down[] = {{m.x - s, m.y - s / 2}, {m.x, m.y + s / 2}, {m.x + s, m.y - s / 2}};
  const ImVec2 side[] = {{m.x - s / 2, m.y - s}, {m.x + s / 2, m.y}, {m.x - s / 2, m.y + s}};
  ImGui::GetWindowDrawList()->AddPolyline(open ? down : side, 3, colour, 0, ctx.style.dp(1.4F));
}

void group_line(const PanelContext& ctx, ReportGroup& line, Box box, Actions& actions) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const ProblemGroup& group = *line.group;
  float right = box.high.x;
  if (!line.sure.empty()) {
    const std::string text = trn(ctx.tr, "Accept the one above {1}", "Accept all {0} above {1}",
                                 static_cast<long long>(line.sure.size()), line.sure.size(),
                                 format_percent(kNearlySure, 0, ctx.tr.language()));
    const float width = ui::button_width(ctx, text) - style.dp(10);
    if (ui::button(ctx, "import.all." + group.reason, text,
                   {right - width, box.low.y + style.dp(2)}, {right, box.high.y - style.dp(2)}))
      actions.push_back(action::AnswerPlaces{line.sure});
    right -= width + style.dp(8);
  }
  const ui::Press pressed =
      ui::press(ctx, "import.group." + group.reason, box.low, {right, box.high.y});
  if (pressed.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(box.low, {right, box.high.y}, c.hover, style.dp(4));
  if (pressed.clicked)
    line.open = !line.open;
  const float middle = (box.low.y + box.high.y) / 2;
  chevron(ctx, {box.low.x + style.dp(8), middle}, line.open, c.muted);
  ImGui::GetWindowDrawList()->AddCircleFilled({box.low.x + style.dp(24), middle}, style.dp(3.5F),
                                              colour_of(style, group.severity), 16);
  const float count = right - style.dp(64);
  ui::text_in(ctx, style.fonts.body, c.muted, {count, box.low.y}, {right - style.dp(8), box.high.y},
              number(ctx, static_cast<std::int64_t>(group.size())), ui::Align::Right);
  const float column = group.column.empty() ? count : count - style.dp(120);
  ui::text_in(ctx, style.fonts.small, c.muted, {column, box.low.y},
              {count + style.dp(4), box.high.y}, group.column, ui::Align::Right);
  words(ctx, style.fonts.body, c.text,
        {{box.low.x + style.dp(38), box.low.y}, {column - style.dp(8), box.high.y}}, line.text,
        pressed.hovered);
}

std::string percent(const PanelContext& ctx, double score) {
  return format_percent(score, 0, ctx.tr.language());
}

// "Oui, c'est Mopti (ML05) · 93 %" and "Non"; a name that was taken as certain has the no alone.
// Returns the left end of the room that they take.
float answers(const PanelContext& ctx, const Problem& problem, const std::string& row, Box box,
              Actions& actions) {
  const Style& style = ctx.style;
  const float top = box.low.y + style.dp(2), bottom = box.high.y - style.dp(2);
  const std::string no = ctx.tr("No");
  float right = box.high.x;
  float left = right - ui::button_width(ctx, no) + style.dp(8);
  if (ui::button(ctx, "import.no." + row, no, {left, top}, {right, bottom}))
    actions.push_back(action::AnswerPlaces{{{problem.value, {}, {}}}});
  if (problem.severity != Severity::Note) {
    const std::string yes =
        trf(ctx.tr, "Yes, it is {0} · {1}", problem.proposal, percent(ctx, problem.score));
    right = left - style.dp(6);
    left = right -
           std::min(ui::button_width(ctx, yes) - style.dp(10), (box.high.x - box.low.x) * 0.5F);
    if (ui::button(ctx, "import.yes." + row, yes, {left, top}, {right, bottom},
                   ui::Weight::Primary))
      actions.push_back(action::AnswerPlaces{{{problem.value, {}, problem.proposal_code}}});
  }
  return left - style.dp(12);
}

std::string proposal_text(const PanelContext& ctx, const Problem& problem) {
  if (problem.proposal.empty() ||
      (!problem.proposal_code.empty() && problem.severity != Severity::Note))
    return {};  // there are buttons for it
  return "→ " + problem.proposal +
         (problem.score > 0 ? " · " + percent(ctx, problem.score) : std::string());
}

void lead_to(const PanelContext& ctx, const Problem& problem, Actions& actions) {
  const std::int64_t row = problem.error.where.row.value_or(0);
  const Sources& sources = ctx.state.sources;
  action::SelectRow select{row, projects_of_row(sources, problem.error.where.file, row)};
  if (select.projects.empty()) {
    actions.push_back(
        action::ShowMessage{trf(ctx.tr, "Row {0} was skipped: it is not on the map.", row)});
    return;
  }
  select.unit = unit_of_project(sources, *ctx.derived.layer, select.projects.front());
  actions.push_back(std::move(select));
}

void row_line(const PanelContext& ctx, const Problem& problem, Box box, Actions& actions) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const std::string row = std::to_string(problem.error.where.row.value_or(0));
  float right = box.high.x;
  if (!problem.proposal_code.empty())
    right = answers(ctx, problem, row, box, actions);
  ui::Press pressed;
  if (problem.error.where.row)
    pressed = ui::press(ctx, "import.row." + row, box.low, {right, box.high.y});
  const bool shown = problem.error.where.row && ctx.state.selection.row == *problem.error.where.row;
  if (shown || pressed.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(box.low, {right, box.high.y},
                                              shown ? c.accent_soft : c.hover, style.dp(4));
  if (problem.error.where.row)
    ui::text_in(ctx, style.fonts.small, c.muted, {box.low.x + style.dp(24), box.low.y},
                {box.low.x + style.dp(92), box.high.y}, number(ctx, *problem.error.where.row),
                ui::Align::Right);
  const float left = box.low.x + style.dp(108);
  const std::string proposal = proposal_text(ctx, problem);
  const float middle = proposal.empty() ? right : left + (right - left) * 0.5F;
  words(ctx, style.fonts.body, c.text, {{left, box.low.y}, {middle - style.dp(8), box.high.y}},
        problem.value.empty() ? message_of(problem, ctx.tr) : problem.value, pressed.hovered);
  if (!proposal.empty())
    words(ctx, style.fonts.body, c.muted, {{middle, box.low.y}, {right - style.dp(8), box.high.y}},
          proposal, pressed.hovered);
  if (pressed.clicked)
    lead_to(ctx, problem, actions);
}

// All groups and the rows of those that are unfolded as one list, of which only what is in view is
// built.
void lines(const PanelContext& ctx, Actions& actions) {
  auto& groups = ctx.text.report.groups();
  const Problems& problems = *ctx.text.report.problems();
  std::vector<std::size_t> starts{0};
  for (const ReportGroup& line : groups)
    starts.push_back(starts.back() + 1 + (line.open ? line.group->size() : 0));
  const float left = ImGui::GetWindowPos().x;
  const float right = left + ImGui::GetWindowWidth() - ctx.style.dp(18);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(starts.back()), ctx.style.dp(kLine));
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const auto group = static_cast<std::size_t>(
          std::upper_bound(starts.begin(), starts.end(), at) - starts.begin() - 1);
      const ImVec2 low(left, ImGui::GetCursorScreenPos().y);
      const Box box{low, {right, low.y + ctx.style.dp(kLine)}};
      ImGui::PushID(static_cast<int>(group));
      if (at == starts[group])
        group_line(ctx, groups[group], box, actions);
      else
        row_line(ctx, problems.at(*groups[group].group, at - starts[group] - 1), box, actions);
      ImGui::PopID();
      ImGui::SetCursorScreenPos(low);
      ImGui::Dummy({right - left, ctx.style.dp(kLine)});
    }
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  ctx.text.report.follow(ctx.state.sources.problems, ctx.tr);
  const PixelBox& box = ctx.layout.problems;
  if (!ui::begin_panel(ctx, "problems-list", box))
    return;
  const float top = head(ctx, actions) + ctx.style.dp(4);
  const auto left = static_cast<float>(box.x) + ctx.style.dp(8);
  const auto bottom = static_cast<float>(box.y + box.height);
  if (ctx.text.report.groups().empty())
    ui::text_in(ctx, ctx.style.fonts.body, ctx.style.colours.muted, {left + ctx.style.dp(8), top},
                {left + static_cast<float>(box.width), top + ctx.style.dp(kLine)},
                ctx.tr("Nothing to report: every row was understood."));
  ImGui::SetCursorScreenPos({left, top});
  ImGui::BeginChild("import-lines", {static_cast<float>(box.width) - ctx.style.dp(8), bottom - top},
                    false, ImGuiWindowFlags_NoBackground);
  lines(ctx, actions);
  ImGui::EndChild();
  ui::hairline(ctx, box, ui::Side::Top);
  ui::end_panel();
}

}  // namespace malimap::problems_panel
