#include "app/panels/matrix_head.h"

#include <algorithm>
#include <array>

#include "app/panels/controls.h"
#include "app/panels/matrix_cells.h"
#include "app/panels/widgets.h"
#include "app/panels/words.h"

namespace malimap::matrix_head {
namespace {

constexpr std::array kShown = {
    std::pair{MatrixShow::Projects, "matrix.show.projects"},
    std::pair{MatrixShow::Budget, "matrix.show.budget"},
    std::pair{MatrixShow::Partners, "matrix.show.partners"},
};

void by_choice(const PanelContext& ctx, ImVec2 low, float width, Actions& actions) {
  MatrixView view = ctx.state.matrix;
  if (!ui::begin_choice(ctx, "matrix.by", ui::dimension_name(ctx.tr, view.by), low, width))
    return;
  for (const Dimension by : kAllDimensions)
    if (ui::choice(ctx, std::string("matrix.by.") + ui::dimension_word(by),
                   ui::dimension_name(ctx.tr, by), by == view.by)) {
      view.by = by;
      ctx.text.matrix = {};
      actions.push_back(action::SetMatrixView{view});
    }
  ui::end_choice();
}

// What the signs mean, at the right end; left out where there is no room.
void key(const PanelContext& ctx, float left, float right, float middle) {
  const Style& style = ctx.style;
  ImFont* font = style.fonts.small;
  const std::string nobody = ctx.tr("nobody"), unknown = ctx.tr("not reported");
  const auto width = [&](const std::string& text) {
    return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x;
  };
  const float room = width(nobody) + width(unknown) + style.dp(64);
  if (right - left < room)
    return;
  float x = right - room;
  matrix_cells::nobody(ctx, {x + style.dp(5), middle});
  x += style.dp(14);
  ui::text_in(ctx, font, style.colours.muted, {x, middle - style.dp(9)},
              {right, middle + style.dp(9)}, nobody);
  x += width(nobody) + style.dp(16);
  const ImVec2 low(x, middle - style.dp(7)), high(x + style.dp(20), middle + style.dp(7));
  matrix_cells::hatch(ctx, low, high);
  ImGui::GetWindowDrawList()->AddRect(low, high, style.colours.hairline, 0, 0, style.hairline());
  ui::text_in(ctx, font, style.colours.muted, {high.x + style.dp(6), low.y}, {right + 1, high.y},
              unknown);
}

}  // namespace

void draw(const PanelContext& ctx, Actions& actions) {
  const Style& style = ctx.style;
  const PixelBox& box = ctx.layout.bottom;
  const auto left = static_cast<float>(box.x) + style.dp(16);
  const auto top = static_cast<float>(box.y) + style.dp(6);
  const auto right = static_cast<float>(box.x + box.width) - style.dp(12);
  const float by_width = style.dp(128);
  by_choice(ctx, {left, top}, by_width, actions);
  const float segments = left + by_width + style.dp(12);
  const float segments_end = std::min(segments + style.dp(290), right);
  MatrixView view = ctx.state.matrix;
  const int clicked = ui::segments(ctx, "matrix.show",
                                   {{kShown[0].second, ctx.tr("Projects")},
                                    {kShown[1].second, ctx.tr("Budget (USD)")},
                                    {kShown[2].second, ctx.tr("Organisations")}},
                                   static_cast<int>(view.show), {segments, top + style.dp(1)},
                                   {segments_end, top + style.dp(29)});
  if (clicked >= 0) {
    view.show = kShown[static_cast<std::size_t>(clicked)].first;
    actions.push_back(action::SetMatrixView{view});
  }
  key(ctx, segments_end + style.dp(16), right, top + style.dp(15));
}

}  // namespace malimap::matrix_head
