#pragma once
// What pages that are more than a map have in common (bulletin, atlas): tables in one look, texts
// that fit their column, sources and disclaimer at the foot.

#include <string>

#include "geo/map/picture_maker.h"
#include "geo/output/canvas.h"

namespace malimap {

inline constexpr double kSheetRowHeight = 19, kSheetTextSize = 11;  // dp, of tables

/// A table without columns and rows, in the light theme's colours; `scale` is px per dp.
[[nodiscard]] PlacedTable sheet_table(PixelPoint at, double scale);

/// The text, cut with "…" so that it fits into its column of the table.
[[nodiscard]] std::string fitted(std::string text, const PlacedTable& table, std::size_t column);

/// Sources at the left, the disclaimer at the right, under a thin line; returns the height.
double draw_sheet_footer(Canvas& canvas, const ScenePicture& picture, const Translator& tr,
                         double scale, PixelPoint at, double width);

}  // namespace malimap
