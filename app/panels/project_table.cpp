#include "app/panels/project_table.h"

#include <algorithm>
#include <cmath>

#include "app/panels/widgets.h"
#include "app/session/row_of_list.h"
#include "geo/base/text.h"
#include "geo/output/projects_table.h"
#include "geo/output/table_text.h"

namespace malimap::project_table {
namespace {

constexpr std::size_t kLongText = 1200;                 // letters of a cell that are read at most
constexpr float kLine = 26, kHead = 30, kCellGap = 12;  // dp

float width_of(ProjectColumn column) {  // dp
  switch (column) {
    case ProjectColumn::Title:
      return 300;
    case ProjectColumn::Id:
      return 128;
    case ProjectColumn::Fund:
      return 84;
    case ProjectColumn::Sector:
      return 190;
    case ProjectColumn::Status:
      return 96;
    case ProjectColumn::Budget:
      return 112;
    case ProjectColumn::Start:
    case ProjectColumn::End:
      return 86;
    case ProjectColumn::Partner:
      return 170;
    case ProjectColumn::Donor:
      return 150;
    case ProjectColumn::Place:
      return 150;
    case ProjectColumn::Notes:
      return 240;
    case ProjectColumn::Row:
      break;
  }
  return 64;
}

struct Column {
  ProjectColumn column;
  float left = 0, width = 0;  // px, from the table's left end; the title at 0
};

struct Table {
  const Projects& list;
  std::string id;
  std::vector<Column> columns;
  float left, frozen, right;  // px of the window; `frozen`: right end of the title
  float width = 0;            // of all columns
};

// What a wide window has to spare goes to the texts; in a narrow one a third stays for the first
// column.
void fit(const PanelContext& ctx, Table& table, float room) {
  float all = 0, texts = 0;
  for (const Column& column : table.columns) {
    all += column.width;
    texts += is_number(column.column) ? 0 : column.width;
  }
  Column& first = table.columns.front();
  if (all > room)
    first.width = std::min(first.width, std::max(room * 0.36F, ctx.style.dp(140)));
  else if (texts > 0)
    for (Column& column : table.columns)
      if (!is_number(column.column))
        column.width += std::floor((room - all) * column.width / texts);
  for (Column& column : table.columns) {
    column.left = table.width;
    table.width += column.width;
  }
  table.frozen = table.left + first.width;
}

Table table_of(const PanelContext& ctx, const Projects& list, const std::string& id,
               const PixelBox& box) {
  Table table{list, id, {}, static_cast<float>(box.x), 0, static_cast<float>(box.x + box.width), 0};
  for (const ProjectColumn column : project_columns())
    if (has_values(list, column))
      table.columns.push_back({column, 0, ctx.style.dp(width_of(column) + kCellGap)});
  fit(ctx, table, static_cast<float>(box.width) - ctx.style.dp(14));
  return table;
}

// The columns that scroll.
std::span<const Column> rest_of(const Table& table) {
  return std::span(table.columns).subspan(1);
}

ui::Align align_of(ProjectColumn column) {
  return is_number(column) ? ui::Align::Right : ui::Align::Left;
}

void cell(const PanelContext& ctx, const Table& table, const Column& column, ProjectIndex row,
          float shift, float top, bool hovered) {
  const auto& style = ctx.style;
  const bool title = &column == table.columns.data();
  std::string text =
      one_line(shortened(cell_text(table.list, row, column.column, ctx.tr), kLongText));
  if (column.column == ProjectColumn::Title && text.empty())
    text = cell_text(table.list, row, ProjectColumn::Id, ctx.tr);
  const bool missing = text.empty() && column.column == ProjectColumn::Budget;
  if (missing)
    text = ctx.tr("no data");
  const float x = table.left + column.left - (title ? 0 : shift);
  const ImVec2 low(x + style.dp(title ? 12 : kCellGap / 2), top);
  const ImVec2 high(x + column.width - style.dp(kCellGap / 2), top + style.dp(kLine));
  ui::text_in(ctx, style.fonts.body,
              missing ? style.colours.faint
              : title ? style.colours.text
                      : style.colours.muted,
              low, high, text, align_of(column.column));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool inside = mouse.x >= low.x && mouse.x < high.x && (title || mouse.x > table.frozen);
  if (hovered && inside && ui::fitted(style.fonts.body, text, high.x - low.x) != text)
    ui::hint(ctx, text);
}

bool is_selected(const PanelContext& ctx, ProjectIndex row) {
  const auto& chosen = ctx.state.selection.projects;
  return chosen.size() < 64 && std::find(chosen.begin(), chosen.end(), row) != chosen.end();
}

void line(const PanelContext& ctx, const Table& table, ProjectIndex row, float shift, float top,
          Actions& actions) {
  const Style& style = ctx.style;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float bottom = top + style.dp(kLine);
  // As wide as what is in view: wider, and the table would grow by being scrolled.
  const float visible = std::min(table.right, ImGui::GetWindowDrawList()->GetClipRectMax().x);
  const ui::Press pressed = ui::press(ctx, table.id + ".row." + std::to_string(row),
                                      {table.left, top}, {visible, bottom});
  const bool selected = is_selected(ctx, row);
  const ImU32 ground = selected ? style.colours.accent_soft : style.colours.hover;
  if (selected || pressed.hovered)
    list.AddRectFilled({table.left, top}, {table.right, bottom}, ground);
  list.AddRectFilled({table.left, bottom - style.hairline()}, {table.right, bottom},
                     style.colours.bar);
  ImGui::PushClipRect({table.frozen, top}, {table.right, bottom}, true);
  for (const Column& column : rest_of(table))
    if (table.left + column.left - shift < table.right &&
        table.left + column.left + column.width - shift > table.frozen)
      cell(ctx, table, column, row, shift, top, pressed.hovered);
  ImGui::PopClipRect();
  cell(ctx, table, table.columns.front(), row, 0, top, pressed.hovered);
  if (pressed.clicked)
    for (Action& action : fly_to(ctx, row))
      actions.push_back(std::move(action));
}

// Returns how far the columns are scrolled.
float body(const PanelContext& ctx, const Table& table, std::span<const ProjectIndex> rows,
           const PixelBox& box, Actions& actions) {
  ImGui::SetCursorScreenPos(
      {static_cast<float>(box.x), static_cast<float>(box.y) + ctx.style.dp(kHead)});
  const float height = static_cast<float>(box.height) - ctx.style.dp(kHead);
  ImGui::BeginChild((table.id + "-rows").c_str(), {static_cast<float>(box.width), height}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_HorizontalScrollbar);
  const float shift = ImGui::GetScrollX();
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(rows.size()), ctx.style.dp(kLine));
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      line(ctx, table, rows[static_cast<std::size_t>(i)], shift, at.y, actions);
      ImGui::SetCursorScreenPos(at);
      ImGui::Dummy({table.width, ctx.style.dp(kLine)});
    }
  ImGui::EndChild();
  return shift;
}

void arrow(const PanelContext& ctx, ImVec2 m, bool falling) {
  const float s = ctx.style.dp(3);
  const float up = falling ? -1.0F : 1.0F;
  ImGui::GetWindowDrawList()->AddTriangleFilled(
      {m.x - s, m.y + s * 0.6F * up}, {m.x + s, m.y + s * 0.6F * up}, {m.x, m.y - s * 0.8F * up},
      ctx.style.colours.accent);
}

void head_cell(const PanelContext& ctx, const Table& table, const Column& column, float shift,
               const PixelBox& box, bool sorts, Actions& actions) {
  const Style& style = ctx.style;
  const bool title = &column == table.columns.data();
  const float x = table.left + column.left - (title ? 0 : shift);
  const auto top = static_cast<float>(box.y);
  const ImVec2 low(x + style.dp(title ? 12 : kCellGap / 2), top);
  const ImVec2 high(x + column.width - style.dp(kCellGap / 2), top + style.dp(kHead));
  const ProjectSort& sort = ctx.state.sort;
  const bool sorted = sorts && sort.column == column.column;
  ui::Press pressed;
  if (sorts && (title || low.x >= table.frozen - 1))
    pressed = ui::press(ctx, table.id + ".sort." + std::string(word_of(column.column)), low, high);
  const std::string text = title_of(column.column, ctx.tr);
  ImFont* font = style.fonts.small;
  ui::text_in(ctx, font, sorted || pressed.hovered ? style.colours.text : style.colours.muted, low,
              high, text, align_of(column.column));
  if (sorted) {
    const float width = font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x;
    const float middle = (low.y + high.y) / 2;
    const bool right = is_number(column.column);
    arrow(ctx, {right ? high.x - width - style.dp(8) : low.x + width + style.dp(8), middle},
          sort.falling);
  }
  if (pressed.clicked)
    actions.push_back(action::SortProjects{{column.column, sorted && !sort.falling}});
}

void head(const PanelContext& ctx, const Table& table, float shift, const PixelBox& box, bool sorts,
          Actions& actions) {
  const auto top = static_cast<float>(box.y);
  const float bottom = top + ctx.style.dp(kHead);
  ImGui::PushClipRect({table.frozen, top}, {table.right, bottom}, true);
  for (const Column& column : rest_of(table))
    head_cell(ctx, table, column, shift, box, sorts, actions);
  ImGui::PopClipRect();
  head_cell(ctx, table, table.columns.front(), 0, box, sorts, actions);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({table.left, bottom - ctx.style.hairline()}, {table.right, bottom},
                     ctx.style.colours.hairline);
  if (shift > 0)  // columns lie under the title
    list.AddRectFilled({table.frozen, top},
                       {table.frozen + ctx.style.hairline(),
                        static_cast<float>(box.y + box.height) - ctx.style.dp(12)},
                       ctx.style.colours.hairline);
}

}  // namespace

Actions fly_to(const PanelContext& ctx, ProjectIndex project) {
  const Sources& sources = ctx.state.sources;
  const Projects& list = *sources.dataset->projects;
  for (const Location& location : list.locations_of(static_cast<std::size_t>(project))) {
    if (location.scope != Scope::Located || !location.point)
      continue;
    const LonLat points[] = {*location.point};
    if (const auto place = project_points(points, ctx.derived.shapes->projection).front())
      return {action::FlyToProject{project, *place}};
  }
  const UnitIndex unit = unit_of_project(sources, *ctx.derived.layer, project);
  if (unit != kNoUnit)
    return {action::FlyToProject{project,
                                 ctx.derived.shapes->units[static_cast<std::size_t>(unit)].label}};
  return {action::SelectProjects{{project}},
          action::ShowMessage{ctx.tr("This project has no place on the map.")}};
}

void draw(const PanelContext& ctx, Actions& actions, const std::string& id,
          std::span<const ProjectIndex> rows, const PixelBox& box, bool sorts) {
  if (box.height < ctx.style.dp(kHead + kLine) || box.width < ctx.style.dp(160))
    return;
  const Table table = table_of(ctx, *ctx.state.sources.dataset->projects, id, box);
  const float shift = body(ctx, table, rows, box, actions);
  head(ctx, table, shift, box, sorts, actions);
}

}  // namespace malimap::project_table
