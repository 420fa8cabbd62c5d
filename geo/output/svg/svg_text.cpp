#include "geo/output/svg/svg_text.h"

#include <string_view>

namespace malimap {
namespace {

struct FreeIterator {
  void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};

void note_glyphs(const PangoLayoutLine& line, const char* text, FontSubsets& fonts) {
  for (const GSList* run = line.runs; run != nullptr; run = run->next) {
    const auto* glyphs = static_cast<const PangoGlyphItem*>(run->data);
    fonts.add(glyphs->item->analysis.font, *glyphs->glyphs,
              {text + glyphs->item->offset, static_cast<std::size_t>(glyphs->item->length)});
  }
}

std::string_view without_end(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

std::vector<SetLine> set_lines(const PlacedText& text, PangoContext* context, FontSubsets& fonts) {
  const PangoLayoutHandle layout = make_layout(context, text.text, text.style);
  const std::unique_ptr<PangoLayoutIter, FreeIterator> iterator(
      pango_layout_get_iter(layout.get()));
  const char* all = pango_layout_get_text(layout.get());
  std::vector<SetLine> lines;
  do {
    const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iterator.get());
    note_glyphs(*line, all, fonts);
    const std::string_view words =
        without_end({all + line->start_index, static_cast<std::size_t>(line->length)});
    if (words.empty())
      continue;
    PangoRectangle box;
    pango_layout_iter_get_line_extents(iterator.get(), nullptr, &box);
    double x = box.x;
    if (text.style.align != TextAlign::Left)
      x += text.style.align == TextAlign::Right ? box.width : box.width / 2.0;
    const double y = pango_layout_iter_get_baseline(iterator.get());
    lines.push_back(
        {std::string(words), {text.at.x + x / PANGO_SCALE, text.at.y + y / PANGO_SCALE}});
  } while (pango_layout_iter_next_line(iterator.get()));
  return lines;
}

}  // namespace malimap
