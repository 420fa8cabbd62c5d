#pragma once
// What the pages of the left panel share: where their content lies, and the sections of each page.

#include "app/panels/panels.h"

namespace malimap::left_column {

[[nodiscard]] inline float left(const PanelContext& ctx) {
  return static_cast<float>(ctx.layout.filters.x) + ctx.style.dp(16);
}
[[nodiscard]] inline float right(const PanelContext& ctx) {
  return static_cast<float>(ctx.layout.filters.x + ctx.layout.filters.width) - ctx.style.dp(16);
}

/// A menu as wide as the panel, at the cursor; as ui::begin_choice.
bool begin_choice(const PanelContext& ctx, const std::string& id, const std::string& shown);

/// A field for one line of text as wide as the panel. True when the text was changed and is
/// complete: Enter, or another field.
bool field(const PanelContext& ctx, const std::string& id, const char* hint, std::string& text);

/// The measure, with what is to be said about it.
void measure_section(const PanelContext& ctx, Actions& actions);
/// Page "data": what is counted and filtered, by which units.
void data_page(const PanelContext& ctx, Actions& actions);
/// Page "map": how that becomes a picture.
void map_page(const PanelContext& ctx, Actions& actions);
/// Of the map's page: classes and their breaks.
void classes_section(const PanelContext& ctx, Actions& actions);
/// Of the map's page: the colours to choose from.
void palette_section(const PanelContext& ctx, Actions& actions);

}  // namespace malimap::left_column
