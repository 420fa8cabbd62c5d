#pragma once
// Text boxes and tables of a slide.

#include <pugixml.hpp>

#include "geo/base/translator.h"
#include "geo/output/canvas.h"
#include "geo/output/slides/slide_xml.h"

namespace malimap {

/// The p:txBody of a text; its box has no insets.
void add_text_body(pugi::xml_node parent, const PlacedText& text, Language language,
                   const EmuScale& scale);

/// The a:graphic of a table.
void add_table(pugi::xml_node frame, const PlacedTable& table, Language language,
               const EmuScale& scale);

}  // namespace malimap
