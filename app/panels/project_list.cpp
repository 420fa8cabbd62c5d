#include "app/panels/project_list.h"

#include "app/panels/widgets.h"
#include "app/panels/words.h"
#include "geo/base/text.h"
#include "geo/coverage/notes.h"
#include "geo/output/table_text.h"

namespace malimap::project_list {
namespace {

constexpr std::size_t kShortList = 50;
constexpr std::size_t kShortNotes = 160, kLongNotes = 1200;  // letters

std::string joined(const std::vector<std::string>& parts) {
  std::string line;
  for (const std::string& part : parts)
    if (!part.empty())
      line += (line.empty() ? "" : " · ") + part;
  return line;
}

std::string first_line(const PanelContext& ctx, const Projects& list, std::size_t project) {
  std::vector<std::string> parts;
  if (const auto fund = list.fund.at(project); !fund.empty())
    parts.push_back(label_of(Dimension::Fund, std::string(fund), ctx.tr));
  if (const auto status = list.status.at(project); !status.empty())
    parts.push_back(label_of(Dimension::Status, std::string(status), ctx.tr));
  parts.emplace_back(list.place_text[project]);
  if (const auto count = list.count[project]; count > 1)
    parts.push_back(trn(ctx.tr, "{0} project", "{0} projects", count,
                        format_integer(count, ctx.tr.language())));
  return joined(parts);
}

// In the currency of the list where it has no rate; nothing for a list without budgets.
std::string budget_text(const PanelContext& ctx, const Projects& list, std::size_t project) {
  if (const auto budget = list.budget.at(project))
    return format_money(*budget, ctx.tr.language());
  if (const auto amount = list.amount_of(project))
    return amount_words(std::string(list.currency.at(project)), *amount);
  return list.has_budgets ? ctx.tr("budget not known") : "";
}

// Its title; of lists without titles its number, or who carries it out.
std::string name_of(const Projects& list, std::size_t project) {
  std::string name(list.title[project]);
  if (name.empty())
    name = list.id[project];
  if (!name.empty())
    return name;
  for (const Code code : list.partner.at(project))
    name += (name.empty() ? "" : ", ") + list.partner.dictionary.text(code);
  return name.empty() ? std::string(list.place_text[project]) : name;
}

// As much as stays short; the rest by hovering over it.
void notes(const PanelContext& ctx, const Projects& list, std::size_t project) {
  const std::string text = one_line(trim(list.notes_of(project)));
  if (text.empty())
    return;
  const std::string shown = shortened(text, kShortNotes);
  const ImVec2 low = ImGui::GetCursorScreenPos();
  ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted, shown);
  const ImVec2 high(low.x + ImGui::GetWindowWidth(), ImGui::GetCursorScreenPos().y);
  if (shown != text && ImGui::IsMouseHoveringRect(low, high) && ImGui::IsWindowHovered())
    ui::hint(ctx, shortened(text, kLongNotes));
}

void entry(const PanelContext& ctx, const Projects& list, std::size_t project) {
  const Style& style = ctx.style;
  ui::paragraph(ctx, style.fonts.body, style.colours.text, name_of(list, project));
  ui::paragraph(ctx, style.fonts.small, style.colours.muted, first_line(ctx, list, project));
  std::vector<std::string> sectors;
  for (const Code code : list.sector.at(project))
    sectors.push_back(label_of(Dimension::Sector, list.sector.dictionary.text(code), ctx.tr));
  sectors.push_back(budget_text(ctx, list, project));
  ui::paragraph(ctx, style.fonts.small, style.colours.muted, joined(sectors));
  notes(ctx, list, project);
  ui::gap(ctx, 10);
}

}  // namespace

void draw(const PanelContext& ctx, const std::vector<ProjectIndex>& projects,
          const std::string& heading) {
  if (projects.empty())
    return;
  const Projects& list = *ctx.state.sources.dataset->projects;
  ui::gap(ctx, 12);
  ui::heading(ctx, heading);
  if (ctx.state.sources.dataset->aggregates) {
    ui::paragraph(ctx, ctx.style.fonts.small, ctx.style.colours.muted,
                  ctx.tr("Those that the source describes; already inside the totals."));
    ui::gap(ctx, 6);
  }
  std::size_t shown = 0;
  for (const ProjectIndex project : projects) {
    if (!ctx.text.all_projects && shown++ == kShortList)
      break;
    entry(ctx, list, static_cast<std::size_t>(project));
  }
  if (projects.size() > kShortList && !ctx.text.all_projects &&
      ui::link(ctx, "projects.more", trf(ctx.tr, "Show all ({0})", projects.size())))
    ctx.text.all_projects = true;
}

}  // namespace malimap::project_list
