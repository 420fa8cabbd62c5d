// Who does what where: units by the values of a dimension. Names and totals stand still while the
// cells scroll; only what is in view is built.

#include <algorithm>
#include <cmath>

#include "app/panels/matrix_cells.h"
#include "app/panels/matrix_head.h"
#include "app/panels/panels.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::matrix_panel {
namespace {

using matrix_view::Chosen;

constexpr float kColumnHead = 40, kRow = 26, kName = 158, kTotal = 74, kColumn = 82,
                kWidest = 124;  // dp

/// Where things stand, px, and what the pointer is over.
struct Grid {
  const Matrix& matrix;
  const Coverage& coverage;
  MatrixShow show;
  std::vector<std::size_t> order;
  double largest = 0;
  ImVec2 low, high;     // of all of the table
  ImVec2 cells;         // where the scrolling cells begin
  float row, column;    // height, width
  ImVec2 scroll{0, 0};  // of the cells
  int hovered_row = -1, hovered_column = -1;

  [[nodiscard]] const CoverageZone& zone(std::size_t line) const {
    return coverage.zones[static_cast<std::size_t>(matrix.rows[order[line]])];
  }
  [[nodiscard]] float y(std::size_t line) const {
    return cells.y - scroll.y + row * static_cast<float>(line);
  }
  [[nodiscard]] float x(std::size_t c) const {
    return cells.x - scroll.x + column * static_cast<float>(c);
  }
  struct Range {
    std::size_t first = 0, end = 0;
  };
  [[nodiscard]] static Range in_view(float scrolled, float room, float each, std::size_t count) {
    const auto first = static_cast<std::size_t>(std::max(0.0F, std::floor(scrolled / each)));
    const auto end = static_cast<std::size_t>(std::max(0.0F, std::ceil((scrolled + room) / each)));
    return {std::min(first, count), std::min(end, count)};
  }
  [[nodiscard]] Range lines() const {
    return in_view(scroll.y, high.y - cells.y, row, order.size());
  }
  [[nodiscard]] Range columns() const {
    return in_view(scroll.x, high.x - cells.x, column, matrix.columns.size());
  }
};

std::string column_name(const PanelContext& ctx, const Grid& grid, std::size_t c) {
  const auto& value = grid.matrix.columns[c];
  return value ? label_of(grid.matrix.by, *value, ctx.tr) : ctx.tr("not given");
}

/// Parts of widget ids; what has no value has no name either.
std::string column_word(const Grid& grid, std::size_t c) {
  return grid.matrix.columns[c].value_or("-");
}

FigureRef figure_of(const Grid& grid, const Chosen& chosen) {
  FigureRef ref;
  if (chosen.zone) {
    ref.where = FigureRef::Where::Zone;
    ref.zone = chosen.zone->code;
  }
  if (chosen.value)
    ref.value = {grid.matrix.by, *chosen.value};
  ref.measure = grid.show == MatrixShow::Budget ? Measure::Budget : Measure::Projects;
  ref.partners = grid.show == MatrixShow::Partners;
  ref.beside = kMatrixParts | bit_of(grid.matrix.by);
  return ref;
}

/// A cell or a total: drawn, pressed, told.
struct Place {
  std::string id;
  ImVec2 low, high;
  const MatrixCell* cell = nullptr;
  int line = -1, column = -1;  // -1: a total
};

void tell(const PanelContext& ctx, const Grid& grid, const Place& place, const Chosen& chosen) {
  matrix_cells::Told told;
  told.cell = place.cell;
  told.where = chosen.zone ? chosen.zone->name : ctx.tr("The whole country");
  if (place.column >= 0)
    told.what = column_name(ctx, grid, static_cast<std::size_t>(place.column));
  if (chosen.zone && place.column >= 0 && place.cell->partners.value_or(0) > 0)
    told.organisations = matrix_view::organisations_in(
        *ctx.derived.cube, ctx.derived.matrix_filter,
        grid.matrix.rows[grid.order[static_cast<std::size_t>(place.line)]], grid.matrix.by,
        grid.matrix.columns[static_cast<std::size_t>(place.column)]);
  told.can_filter = (chosen.zone || chosen.value) && (place.column < 0 || chosen.value);
  told.filtered =
      matrix_view::is_filtered(ctx.state.scene.filter, *ctx.derived.layer, grid.matrix.by, chosen);
  matrix_cells::tell(ctx, told);
}

void cell(const PanelContext& ctx, Grid& grid, const Place& place, Actions& actions) {
  Chosen chosen;
  if (place.line >= 0)
    chosen.zone = &grid.zone(static_cast<std::size_t>(place.line));
  if (place.column >= 0 && grid.matrix.columns[static_cast<std::size_t>(place.column)])
    chosen.value = &*grid.matrix.columns[static_cast<std::size_t>(place.column)];
  const bool total = place.line < 0 || place.column < 0;
  const bool can_filter = (chosen.zone || chosen.value) && (place.column < 0 || chosen.value);
  const ui::Press pressed = ui::press(ctx, place.id, place.low, place.high);
  const Filter& filter = ctx.state.scene.filter;
  const AdminLayer& layer = *ctx.derived.layer;
  const auto shown = matrix_view::cell_of(*place.cell, grid.show);
  matrix_cells::draw(ctx, place.low, place.high,
                     {shown, matrix_view::text_of(shown, grid.show, ctx.tr.language()),
                      grid.largest > 0 ? shown.value / grid.largest : 0, total,
                      !total && matrix_view::is_filtered(filter, layer, grid.matrix.by, chosen),
                      pressed.hovered || (place.line == grid.hovered_row && place.line >= 0) ||
                          (place.column == grid.hovered_column && place.column >= 0)});
  if (pressed.hovered) {
    tell(ctx, grid, place, chosen);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Right))
      actions.push_back(action::ExplainFigure{figure_of(grid, chosen)});
  }
  if (pressed.clicked && can_filter)
    actions.push_back(
        action::SetFilter{matrix_view::toggled(filter, layer, grid.matrix.by, chosen)});
}

// What the pointer is over, before anything is drawn: row and column are marked together.
void find_hovered(Grid& grid) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                              ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) ||
      mouse.y < grid.cells.y || mouse.y >= grid.high.y || mouse.x < grid.low.x)
    return;
  const auto line = static_cast<int>((mouse.y - grid.cells.y + grid.scroll.y) / grid.row);
  if (line < static_cast<int>(grid.order.size()))
    grid.hovered_row = line;
  const auto column = static_cast<int>((mouse.x - grid.cells.x + grid.scroll.x) / grid.column);
  if (mouse.x >= grid.cells.x && column < static_cast<int>(grid.matrix.columns.size()))
    grid.hovered_column = column;
}

// Over the hatched cells of a crossing that nobody published.
void not_published(const PanelContext& ctx, const Grid& grid) {
  if (grid.matrix.published || grid.matrix.notes.empty())
    return;
  const Style& style = ctx.style;
  const std::string text = text_of(grid.matrix.notes.front(), ctx.tr);
  ImFont* font = style.fonts.strong;
  const float width = font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x + style.dp(32);
  const ImVec2 middle((grid.cells.x + grid.high.x) / 2, (grid.cells.y + grid.high.y) / 2);
  const ImVec2 low(std::max(middle.x - width / 2, grid.cells.x), middle.y - style.dp(17));
  const ImVec2 high(std::min(middle.x + width / 2, grid.high.x), middle.y + style.dp(17));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(low, high, style.colours.notice, style.dp(6));
  list.AddRect(low, high, style.colours.notice_line, style.dp(6), 0, style.hairline());
  const std::string shown = ui::fitted(font, text, high.x - low.x - style.dp(24));
  list.AddText(font, font->FontSize, {low.x + style.dp(16), middle.y - font->FontSize / 2},
               style.colours.text, shown.c_str());
  ctx.widgets.note("matrix.not-published", low, high);
}

void cells(const PanelContext& ctx, Grid& grid, Actions& actions) {
  const float width = grid.column * static_cast<float>(grid.matrix.columns.size());
  const float height = grid.row * static_cast<float>(grid.order.size());
  ImGui::SetCursorScreenPos(grid.cells);
  ImGui::SetNextWindowContentSize({width, height});
  ImGui::BeginChild("matrix-cells", {grid.high.x - grid.cells.x, grid.high.y - grid.cells.y}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_HorizontalScrollbar);
  // The wheel over the names moves the cells too.
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseWheel != 0 && io.MousePos.x >= grid.low.x && io.MousePos.x < grid.cells.x &&
      io.MousePos.y >= grid.cells.y && io.MousePos.y < grid.high.y)
    ImGui::SetScrollY(ImGui::GetScrollY() - 3 * io.MouseWheel * grid.row);
  grid.scroll = {ImGui::GetScrollX(), ImGui::GetScrollY()};
  find_hovered(grid);
  const auto lines = grid.lines(), columns = grid.columns();
  for (std::size_t l = lines.first; l < lines.end; ++l)
    for (std::size_t c = columns.first; c < columns.end; ++c) {
      Place place;
      place.id = "matrix.cell." + grid.zone(l).code + "." + column_word(grid, c);
      place.low = {grid.x(c), grid.y(l)};
      place.high = {place.low.x + grid.column, place.low.y + grid.row};
      place.cell = &grid.matrix.at(grid.order[l], c);
      place.line = static_cast<int>(l);
      place.column = static_cast<int>(c);
      cell(ctx, grid, place, actions);
    }
  not_published(ctx, grid);
  ImGui::EndChild();
}

void sort_by(const PanelContext& ctx, int what) {
  MatrixText& sort = ctx.text.matrix;
  const bool same = sort.sort == what;
  sort = {what, same ? !sort.rising : what == MatrixText::kByName};
}

void arrow(const PanelContext& ctx, ImVec2 middle, bool rising) {
  const float s = ctx.style.dp(3.5F), d = rising ? -s : s;
  const ImVec2 points[] = {{middle.x - s, middle.y - d / 2},
                           {middle.x, middle.y + d / 2},
                           {middle.x + s, middle.y - d / 2}};
  ImGui::GetWindowDrawList()->AddPolyline(points, 3, ctx.style.colours.accent, 0,
                                          ctx.style.dp(1.4F));
}

/// A heading that sorts; its words over two lines.
void column_head(const PanelContext& ctx, const std::string& id, const std::string& text, int what,
                 ImVec2 low, ImVec2 high, bool marked) {
  const Style& style = ctx.style;
  const auto& c = style.colours;
  const ui::Press pressed = ui::press(ctx, id, low, high);
  if (pressed.hovered || marked)
    ImGui::GetWindowDrawList()->AddRectFilled(low, high, c.hover);
  const bool sorted = ctx.text.matrix.sort == what;
  const float left = low.x + style.dp(6), right = high.x - style.dp(sorted ? 16 : 6);
  ImFont* font = style.fonts.small;
  const ImU32 ink = pressed.hovered || marked || sorted ? c.text : c.muted;
  // The first line breaks between words, the second is cut.
  const char* begin = text.c_str();
  const char* end = begin + text.size();
  const char* split = font->CalcWordWrapPositionA(1, begin, end, right - left);
  if (split != end && *split != ' ' && split != begin && split[-1] != ' ' && split[-1] != '-')
    split = end;  // one long word: cut, not broken
  const auto middle = (low.y + high.y) / 2;
  if (split == end) {
    ui::text_in(ctx, font, ink, {left, low.y}, {right, high.y}, text);
  } else {
    const std::string first(begin, split);
    std::string second(split, end);
    second.erase(0, second.find_first_not_of(' '));
    ui::text_in(ctx, font, ink, {left, middle - style.dp(15)}, {right + 1, middle}, first);
    ui::text_in(ctx, font, ink, {left, middle}, {right + 1, middle + style.dp(15)}, second);
  }
  if (sorted)
    arrow(ctx, {high.x - style.dp(9), middle}, ctx.text.matrix.rising);
  if (pressed.hovered)
    ui::hint(ctx, text);
  if (pressed.clicked)
    sort_by(ctx, what);
}

void clip(ImVec2 low, ImVec2 high) {
  ImGui::PushClipRect(low, high, true);
}

/// Wider where there is room for all of them.
float column_width(const PanelContext& ctx, const Matrix& matrix, float room) {
  const float cells = room - ctx.style.dp(kName + kTotal + 16);
  const auto count = static_cast<float>(std::max<std::size_t>(1, matrix.columns.size()));
  return std::floor(std::clamp(cells / count, ctx.style.dp(kColumn), ctx.style.dp(kWidest)));
}

// Headings and the totals of the columns: they follow the cells sideways.
void heads(const PanelContext& ctx, Grid& grid, Actions& actions) {
  const Style& style = ctx.style;
  const float top = grid.low.y, totals = top + style.dp(kColumnHead);
  clip({grid.cells.x, top}, {grid.high.x, grid.cells.y});
  const auto columns = grid.columns();
  for (std::size_t c = columns.first; c < columns.end; ++c) {
    const ImVec2 low(grid.x(c), top);
    const std::string word = column_word(grid, c);
    column_head(ctx, "matrix.column." + word, column_name(ctx, grid, c), static_cast<int>(c), low,
                {low.x + grid.column, totals}, grid.hovered_column == static_cast<int>(c));
    Place place{"matrix.total." + word,
                {low.x, totals},
                {low.x + grid.column, totals + grid.row},
                &grid.matrix.column_totals[c],
                -1,
                static_cast<int>(c)};
    cell(ctx, grid, place, actions);
  }
  ImGui::PopClipRect();
}

// Names and the totals of the rows: they follow the cells up and down.
void names(const PanelContext& ctx, Grid& grid, Actions& actions) {
  const Style& style = ctx.style;
  const float name_end = grid.low.x + style.dp(kName);
  clip({grid.low.x, grid.cells.y}, {grid.cells.x, grid.high.y});
  const auto lines = grid.lines();
  for (std::size_t l = lines.first; l < lines.end; ++l) {
    const CoverageZone& zone = grid.zone(l);
    const ImVec2 low(grid.low.x, grid.y(l)), high(name_end, grid.y(l) + grid.row);
    const ui::Press pressed = ui::press(ctx, "matrix.unit." + zone.code, low, high);
    const bool marked = pressed.hovered || grid.hovered_row == static_cast<int>(l);
    if (marked)
      ImGui::GetWindowDrawList()->AddRectFilled(low, high, style.colours.hover);
    const bool selected = std::find(zone.units.begin(), zone.units.end(),
                                    ctx.state.selection.unit) != zone.units.end();
    ui::text_in(ctx, selected ? style.fonts.strong : style.fonts.body,
                marked || selected ? style.colours.text : style.colours.muted,
                {low.x + style.dp(16), low.y}, {high.x - style.dp(6), high.y}, zone.name);
    if (pressed.clicked)
      actions.push_back(action::SelectUnit{zone.units.front()});
    Place place{"matrix.row." + zone.code, {name_end, low.y},
                {grid.cells.x, high.y},    &grid.matrix.row_totals[grid.order[l]],
                static_cast<int>(l),       -1};
    cell(ctx, grid, place, actions);
  }
  ImGui::PopClipRect();
}

void corner(const PanelContext& ctx, Grid& grid, Actions& actions) {
  const Style& style = ctx.style;
  const float name_end = grid.low.x + style.dp(kName), totals = grid.low.y + style.dp(kColumnHead);
  column_head(ctx, "matrix.sort.name", ui::level_plural(ctx.tr, ctx.derived.layer->level),
              MatrixText::kByName, {grid.low.x + style.dp(10), grid.low.y}, {name_end, totals},
              false);
  column_head(ctx, "matrix.sort.total", ctx.tr("Total"), MatrixText::kByTotal,
              {name_end, grid.low.y}, {grid.cells.x, totals}, false);
  ui::text_in(ctx, style.fonts.strong, style.colours.text, {grid.low.x + style.dp(16), totals},
              {name_end - style.dp(6), totals + grid.row}, ctx.tr("Distinct total"));
  Place place{"matrix.total",
              {name_end, totals},
              {grid.cells.x, totals + grid.row},
              &grid.matrix.total,
              -1,
              -1};
  cell(ctx, grid, place, actions);
}

void lines(const PanelContext& ctx, const Grid& grid) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = ctx.style.colours.hairline;
  const float t = ctx.style.hairline();
  list.AddRectFilled({grid.low.x, grid.cells.y - t}, {grid.high.x, grid.cells.y}, colour);
  list.AddRectFilled({grid.cells.x - t, grid.low.y}, {grid.cells.x, grid.high.y}, colour);
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const PixelBox& box = ctx.layout.bottom;
  if (!ui::begin_panel(ctx, "matrix", box))
    return;
  matrix_head::draw(ctx, actions);
  if (ctx.derived.matrix) {
    const Style& style = ctx.style;
    const Matrix& matrix = *ctx.derived.matrix;
    const MatrixShow show = ctx.state.matrix.show;
    const ImVec2 low(static_cast<float>(box.x),
                     static_cast<float>(box.y) + style.dp(matrix_head::kHeight));
    const ImVec2 high(static_cast<float>(box.x + box.width),
                      static_cast<float>(box.y + box.height));
    const float row = std::round(style.dp(kRow));
    Grid grid{matrix,
              *ctx.derived.coverage,
              show,
              matrix_view::order_of(matrix, *ctx.derived.coverage, show, ctx.text.matrix),
              matrix_view::largest_of(matrix, show),
              low,
              high,
              {low.x + std::round(style.dp(kName + kTotal)),
               low.y + std::round(style.dp(kColumnHead)) + row},
              row,
              column_width(ctx, matrix, high.x - low.x)};
    cells(ctx, grid, actions);
    names(ctx, grid, actions);
    heads(ctx, grid, actions);
    corner(ctx, grid, actions);
    lines(ctx, grid);
  }
  ui::end_panel();
}

}  // namespace malimap::matrix_panel
