#include "geo/output/sheet.h"

#include <algorithm>

#include "geo/base/text.h"
#include "geo/output/text.h"

namespace malimap {

/// The text, cut with "…" so that it fits into its column.
std::string fitted(std::string text, const PlacedTable& table, std::size_t column) {
  const TextStyle style{TextRole::Legend, table.size_px};
  const double room = table.columns[column].width - table.size_px;
  if (text_size(text, style).width <= room)
    return text;
  while (!text.empty() && text_size(text + "…", style).width > room) {
    do
      text.pop_back();
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80);
    if (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0xC0)
      text.pop_back();
  }
  return std::string(trim(text)) + "…";
}

PlacedTable sheet_table(PixelPoint at, double scale) {
  const Theme& theme = theme_of(ThemeName::Light);
  PlacedTable table;
  table.at = at;
  table.row_height = kSheetRowHeight * scale;
  table.size_px = kSheetTextSize * scale;
  table.text = theme.text;
  table.muted = theme.text_muted;
  table.line = theme.panel_line;
  return table;
}

double draw_sheet_footer(Canvas& canvas, const ScenePicture& picture, const Translator& tr,
                         double scale, PixelPoint at, double width) {
  const Theme& theme = theme_of(ThemeName::Light);
  const auto dp = [&](double value) { return value * scale; };
  const auto& lines = picture.picture->footer;
  if (lines.empty())
    return 0;
  std::string sources;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    sources += (i ? " " : "") + lines[i];
  const std::string& own = picture.scene->page.disclaimer;
  canvas.begin_group({"footer", tr(N_("Sources"))});
  canvas.rectangle({at.x, at.y, width, dp(0.75)}, {theme.panel_line, {}, {}});
  TextStyle style{TextRole::Note, dp(9)};
  style.width_px = width * 0.56;
  const double y = at.y + dp(6);
  const double left = put_text(canvas, sources, style, {at.x, y}, theme.text_muted).height;
  style.width_px = width * 0.4;
  const double right = put_text(canvas, own.empty() ? lines.back() : own, style,
                                {at.x + width * 0.6, y}, theme.text_muted)
                           .height;
  canvas.end_group();
  return dp(6) + std::max(left, right);
}

}  // namespace malimap
