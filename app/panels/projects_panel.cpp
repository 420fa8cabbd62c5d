// All projects under the filter, or those of the selected unit, as a table to sort, copy and
// export; in Layout::bottom.

#include "app/panels/controls.h"
#include "app/panels/panels.h"
#include "app/panels/project_table.h"
#include "app/panels/widgets.h"
#include "geo/base/numbers.h"

namespace malimap::projects_panel {
namespace {

constexpr float kBar = 34;  // dp

// What the table lists: how many, of what.
std::string heading(const PanelContext& ctx, std::size_t rows) {
  const CoverageZone* zone = zone_of(ctx.derived, ctx.state.selection.unit);
  const auto number = format_integer(static_cast<std::int64_t>(rows), ctx.tr.language());
  const std::string count =
      trn(ctx.tr, "{0} row", "{0} rows", static_cast<long long>(rows), number);
  const std::string where = zone ? zone->name : std::string(ctx.tr("The whole country"));
  std::string text = where + " · " + count;
  if (ctx.state.sources.dataset->aggregates)
    text +=
        " · " + std::string(ctx.tr("Those that the source describes; already inside the totals."));
  return text;
}

void export_as(const char* extension, Actions& actions) {
  ExportDialog dialog;
  dialog.what = ExportWhat::Projects;
  dialog.extension = extension;
  actions.push_back(action::OpenExport{dialog});
}

float button(const PanelContext& ctx, const std::string& id, const std::string& text, float right,
             float top, bool& clicked) {
  const float left = right - ui::button_width(ctx, text) + ctx.style.dp(8);
  clicked = ui::button(ctx, id, text, {left, top + ctx.style.dp(4)},
                       {right, top + ctx.style.dp(kBar - 4)});
  return left - ctx.style.dp(6);
}

void bar(const PanelContext& ctx, std::size_t rows, Actions& actions) {
  const PixelBox& box = ctx.layout.bottom;
  const auto top = static_cast<float>(box.y);
  const auto left = static_cast<float>(box.x) + ctx.style.dp(12);
  float right = static_cast<float>(box.x + box.width) - ctx.style.dp(12);
  bool clicked = false;
  right = button(ctx, "projects.export.xlsx", "XLSX", right, top, clicked);
  if (clicked)
    export_as("xlsx", actions);
  right = button(ctx, "projects.export.csv", "CSV", right, top, clicked);
  if (clicked)
    export_as("csv", actions);
  right = button(ctx, "projects.copy", ctx.tr("Copy"), right, top, clicked);
  if (clicked)
    actions.push_back(action::Output{OutputWhat::ClipboardTable, {ExportWhat::Projects, {}, 300}});
  ui::text_in(ctx, ctx.style.fonts.small, ctx.style.colours.muted, {left, top},
              {right - ctx.style.dp(6), top + ctx.style.dp(kBar)}, heading(ctx, rows));
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  if (!ctx.derived.table || !ui::begin_panel(ctx, "projects-table", ctx.layout.bottom))
    return;
  const auto& rows = *ctx.derived.table;
  bar(ctx, rows.size(), actions);
  const PixelBox& box = ctx.layout.bottom;
  const double below = ctx.style.dp(kBar);
  if (rows.empty())
    ui::text_in(ctx, ctx.style.fonts.body, ctx.style.colours.muted,
                {static_cast<float>(box.x), static_cast<float>(box.y + below)},
                {static_cast<float>(box.x + box.width), static_cast<float>(box.y + box.height)},
                ctx.tr("No project under this filter."), ui::Align::Centre);
  else
    project_table::draw(ctx, actions, "projects", rows,
                        {box.x, box.y + below, box.width, box.height - below}, true);
  ui::end_panel();
}

}  // namespace malimap::projects_panel
