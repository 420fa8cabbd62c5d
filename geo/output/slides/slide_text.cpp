#include "geo/output/slides/slide_text.h"

#include <cmath>

#include "geo/output/xml_text.h"

namespace malimap {
namespace {

constexpr std::int64_t kSpacedCapitals = 9;  // hundredths of the size, as make_layout sets them

/// What a run is set in: the children follow the schema's order.
struct RunStyle {
  std::int64_t size = 1200;  // hundredths of a point
  bool bold = false, italic = false;
  std::int64_t spacing = 0;  // hundredths of a point
  Colour colour;
  std::optional<Colour> glow;
  std::int64_t glow_radius = 0;
};

void add_run_properties(pugi::xml_node parent, const char* name, const RunStyle& style,
                        Language language) {
  pugi::xml_node run = add_child(parent, name);
  set(run, "lang", std::string(language == Language::French ? "fr-FR" : "en-GB"));
  set(run, "sz", style.size);
  set(run, "b", std::int64_t{style.bold});
  if (style.italic)
    set(run, "i", std::int64_t{1});
  if (style.spacing != 0)
    set(run, "spc", style.spacing);
  add_solid_fill(run, style.colour);
  if (!style.glow)
    return;
  // An outline would be drawn over the letters.
  pugi::xml_node glow = add_child(add_child(run, "a:effectLst"), "a:glow");
  set(glow, "rad", style.glow_radius);
  pugi::xml_node colour = add_child(glow, "a:srgbClr");
  char hex[7];
  std::snprintf(hex, sizeof hex, "%02X%02X%02X", style.glow->r, style.glow->g, style.glow->b);
  set(colour, "val", std::string(hex));
}

/// One paragraph; line breaks stay breaks.
void add_paragraph(pugi::xml_node body, const std::string& text, TextAlign align,
                   const RunStyle& style, Language language) {
  pugi::xml_node paragraph = add_child(body, "a:p");
  set(add_child(paragraph, "a:pPr"), "algn",
      std::string(align == TextAlign::Left    ? "l"
                  : align == TextAlign::Right ? "r"
                                              : "ctr"));
  const std::string clean = xml_clean(text);
  std::size_t from = 0;
  while (true) {
    const std::size_t end = clean.find('\n', from);
    const std::string line = clean.substr(from, end == std::string::npos ? end : end - from);
    if (!line.empty()) {
      pugi::xml_node run = add_child(paragraph, "a:r");
      add_run_properties(run, "a:rPr", style, language);
      add_child(run, "a:t").text().set(line.c_str());
    }
    if (end == std::string::npos)
      break;
    add_run_properties(add_child(paragraph, "a:br"), "a:rPr", style, language);
    from = end + 1;
  }
}

void no_line(pugi::xml_node cell, const char* side) {
  pugi::xml_node line = add_child(cell, side);
  set(line, "w", std::int64_t{0});
  add_child(line, "a:noFill");
}

void thin_line(pugi::xml_node cell, const char* side, Colour colour, std::int64_t width) {
  pugi::xml_node line = add_child(cell, side);
  set(line, "w", width);
  add_solid_fill(line, colour);
}

class TableWriter {
 public:
  TableWriter(const PlacedTable& table, Language language, const EmuScale& scale)
      : table_(table), language_(language), scale_(scale) {}

  void write(pugi::xml_node frame) {
    pugi::xml_node data = add_child(add_child(frame, "a:graphic"), "a:graphicData");
    set(data, "uri", std::string("http://schemas.openxmlformats.org/drawingml/2006/table"));
    pugi::xml_node table = add_child(data, "a:tbl");
    set(add_child(table, "a:tblPr"), "firstRow", std::int64_t{1});
    pugi::xml_node grid = add_child(table, "a:tblGrid");
    std::vector<std::string> titles;
    for (const PlacedTable::Column& column : table_.columns) {
      set(add_child(grid, "a:gridCol"), "w", scale_.length(column.width));
      titles.push_back(column.title);
    }
    row(table, titles, table_.muted, false);
    const auto totals = static_cast<std::size_t>(std::max(0, table_.total_rows));
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
      row(table, table_.rows[i], table_.text, i + totals >= table_.rows.size());
  }

 private:
  void row(pugi::xml_node table, const std::vector<std::string>& cells, Colour colour, bool bold) {
    pugi::xml_node row = add_child(table, "a:tr");
    set(row, "h", scale_.length(table_.row_height));
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
      cell(row, i < cells.size() ? cells[i] : std::string(), table_.columns[i], colour, bold);
  }

  void cell(pugi::xml_node row, const std::string& text, const PlacedTable::Column& column,
            Colour colour, bool bold) {
    pugi::xml_node cell = add_child(row, "a:tc");
    pugi::xml_node body = add_child(cell, "a:txBody");
    add_child(body, "a:bodyPr");
    add_child(body, "a:lstStyle");
    const RunStyle style{font_size(table_.size_px, scale_), bold, false, 0, colour, {}, 0};
    add_paragraph(body, text, column.numbers ? TextAlign::Right : TextAlign::Left, style,
                  language_);
    if (text.empty())
      add_run_properties(body.child("a:p"), "a:endParaRPr", style, language_);
    pugi::xml_node properties = add_child(cell, "a:tcPr");
    const std::int64_t gap = scale_.length(table_.size_px * 0.4);
    set(properties, "marL", gap);
    set(properties, "marR", gap);
    set(properties, "marT", std::int64_t{0});
    set(properties, "marB", std::int64_t{0});
    set(properties, "anchor", std::string("ctr"));
    no_line(properties, "a:lnL");
    no_line(properties, "a:lnR");
    thin_line(properties, "a:lnT", table_.line, scale_.length(table_.size_px / 16));
    thin_line(properties, "a:lnB", table_.line, scale_.length(table_.size_px / 16));
    add_child(properties, "a:noFill");
  }

  const PlacedTable& table_;
  Language language_;
  EmuScale scale_;
};

}  // namespace

void add_text_body(pugi::xml_node parent, const PlacedText& text, Language language,
                   const EmuScale& scale) {
  pugi::xml_node body = add_child(parent, "p:txBody");
  pugi::xml_node box = add_child(body, "a:bodyPr");
  set(box, "wrap", std::string(text.style.width_px > 0 ? "square" : "none"));
  for (const char* side : {"lIns", "tIns", "rIns", "bIns"})
    set(box, side, std::int64_t{0});
  set(box, "rtlCol", std::int64_t{0});
  set(box, "anchor", std::string("t"));
  add_child(box, "a:noAutofit");
  add_child(body, "a:lstStyle");
  RunStyle style;
  style.size = font_size(text.style.size_px, scale);
  style.bold = text.style.bold;
  style.italic = text.style.italic;
  style.colour = text.colour;
  if (text.style.role == TextRole::NeighbourName)
    style.spacing = style.size * kSpacedCapitals / 100;
  if (text.halo && text.halo->a > 0 && text.halo_width > 0) {
    style.glow = text.halo;
    style.glow_radius = scale.length(text.halo_width);
  }
  add_paragraph(body, text.text, text.style.align, style, language);
}

void add_table(pugi::xml_node frame, const PlacedTable& table, Language language,
               const EmuScale& scale) {
  TableWriter(table, language, scale).write(frame);
}

}  // namespace malimap
