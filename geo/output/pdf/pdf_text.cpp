#include "geo/output/pdf/pdf_text.h"

#include <pango/pangocairo.h>

#include <cmath>
#include <string_view>

#include "geo/output/cairo_canvas.h"

namespace malimap {
namespace {

struct FreeIterator {
  void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};
struct FreePath {
  void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

double px(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

bool is_drawn(PangoGlyph glyph) {
  return glyph != PANGO_GLYPH_EMPTY && !(glyph & PANGO_GLYPH_UNKNOWN_FLAG) && glyph <= 0xFFFF;
}

std::size_t length_of_character(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Adds one glyph's outline, as Cairo has it.
void add_outline(Path& path, PangoFont* font, unsigned glyph, PixelPoint at) {
  const SurfaceHandle surface(cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr));
  const Cairo cairo(cairo_create(surface.get()));
  cairo_set_scaled_font(cairo.get(), pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)));
  const cairo_glyph_t placed{glyph, at.x, at.y};
  cairo_glyph_path(cairo.get(), &placed, 1);
  const std::unique_ptr<cairo_path_t, FreePath> found(cairo_copy_path(cairo.get()));
  for (int i = 0; i < found->num_data; i += found->data[i].header.length) {
    const cairo_path_data_t* part = &found->data[i];
    const auto point = [&](int n) { return PixelPoint{part[n].point.x, part[n].point.y}; };
    if (part->header.type == CAIRO_PATH_MOVE_TO)
      path.move_to(point(1));
    else if (part->header.type == CAIRO_PATH_LINE_TO)
      path.line_to(point(1));
    else if (part->header.type == CAIRO_PATH_CURVE_TO)
      path.curve_to(point(1), point(2), point(3));
    else
      path.close();
  }
}

/// The glyphs of one run of Pango's, cluster by cluster.
class RunReader {
 public:
  RunReader(PangoGlyphItem* item, const char* text, PixelPoint start, PdfFonts& fonts)
      : item_(item), text_(text), fonts_(fonts) {
    run_.face = fonts.face_of(item->item->analysis.font);
    PixelPoint pen = start;
    for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
      const PangoGlyphGeometry& geometry = item->glyphs->glyphs[i].geometry;
      places_.push_back({pen.x + px(geometry.x_offset), pen.y + px(geometry.y_offset)});
      pen.x += px(geometry.width);
    }
  }

  void read(PdfText& into) {
    PangoGlyphItemIter cluster;
    for (bool more = pango_glyph_item_iter_init_start(&cluster, item_, text_); more;
         more = pango_glyph_item_iter_next_cluster(&cluster))
      add_cluster(cluster, into.outlines);
    if (run_.glyphs.empty())
      return;
    PangoFontDescription* font = pango_font_describe_with_absolute_size(item_->item->analysis.font);
    run_.size = px(pango_font_description_get_size(font));
    pango_font_description_free(font);
    into.runs.push_back(std::move(run_));
  }

 private:
  void add_cluster(const PangoGlyphItemIter& cluster, Path& outlines) {
    const bool backward = cluster.end_glyph < cluster.start_glyph;  // Arabic, Hebrew
    const int first = backward ? cluster.end_glyph + 1 : cluster.start_glyph;
    const int last = backward ? cluster.start_glyph : cluster.end_glyph - 1;
    std::vector<int> drawn;
    for (int i = first; i <= last; ++i)
      if (is_drawn(item_->glyphs->glyphs[i].glyph))
        drawn.push_back(i);
    const std::string_view text(text_ + cluster.start_index,
                                static_cast<std::size_t>(cluster.end_index - cluster.start_index));
    if (run_.face < 0) {
      for (const int i : drawn)
        add_outline(outlines, item_->item->analysis.font, id(i), place(i));
      return;
    }
    const auto characters = static_cast<std::size_t>(cluster.end_char - cluster.start_char);
    const bool one_each = drawn.size() == characters && (drawn.size() == 1 || !backward);
    add_glyphs(drawn, text, one_each);
  }

  void add_glyphs(const std::vector<int>& drawn, std::string_view text, bool one_each) {
    std::string_view rest = text;
    bool said = true;
    for (const int i : drawn) {
      std::string_view meant = drawn.size() == 1 ? rest : std::string_view();
      if (one_each) {
        meant = rest.substr(0, length_of_character(rest.front()));
        rest.remove_prefix(meant.size());
      }
      said &= fonts_.use(run_.face, id(i), meant);
      run_.glyphs.push_back({id(i), place(i).x, place(i).y, -1});
    }
    if (said && (one_each || drawn.size() <= 1))
      return;
    for (std::size_t i = run_.glyphs.size() - drawn.size(); i < run_.glyphs.size(); ++i)
      run_.glyphs[i].meaning = static_cast<int>(run_.meanings.size());
    run_.meanings.emplace_back(text);
  }

  [[nodiscard]] unsigned id(int i) const { return item_->glyphs->glyphs[i].glyph; }
  [[nodiscard]] PixelPoint place(int i) const { return places_[static_cast<std::size_t>(i)]; }

  PangoGlyphItem* item_;
  const char* text_;
  PdfFonts& fonts_;
  std::vector<PixelPoint> places_;
  PdfRun run_;
};

/// The strings and corrections of one TJ after another.
class Shower {
 public:
  Shower(std::string& out, const PdfRun& run, const PdfFonts& fonts)
      : out_(out), run_(run), fonts_(fonts) {}

  void glyph(const PdfRun::Glyph& glyph) {
    constexpr double kSameLine = 0.005;  // px
    if (!open_ || std::abs(glyph.y - y_) > kSameLine) {
      close();
      out_ += "1 0 0 -1 ";
      append_number(out_, glyph.x);
      out_ += ' ';
      append_number(out_, glyph.y);
      out_ += " Tm[<";
      pen_ = glyph.x, y_ = glyph.y;
      open_ = true;
    } else if (const double off = std::round((pen_ - glyph.x) * 1000 / run_.size); off != 0) {
      out_ += '>';
      append_number(out_, off);
      out_ += '<';
      pen_ -= off * run_.size / 1000;
    }
    append_hex(out_, glyph.id);
    pen_ += fonts_.width(run_.face, glyph.id) * run_.size / 1000;
  }

  void close() {
    if (open_)
      out_ += ">]TJ\n";
    open_ = false;
  }

 private:
  std::string& out_;
  const PdfRun& run_;
  const PdfFonts& fonts_;
  double pen_ = 0, y_ = 0;
  bool open_ = false;
};

}  // namespace

PdfText set_pdf_text(const PlacedText& text, PangoContext* context, PdfFonts& fonts) {
  PdfText set;
  const PangoLayoutHandle layout = make_layout(context, text.text, text.style);
  const char* all = pango_layout_get_text(layout.get());
  const std::unique_ptr<PangoLayoutIter, FreeIterator> place(pango_layout_get_iter(layout.get()));
  do {
    PangoGlyphItem* item = pango_layout_iter_get_run_readonly(place.get());
    if (item == nullptr || item->item->analysis.font == nullptr)
      continue;  // the end of a line
    PangoRectangle box;
    pango_layout_iter_get_run_extents(place.get(), nullptr, &box);
    const double baseline = px(pango_layout_iter_get_baseline(place.get()));
    RunReader(item, all, {text.at.x + px(box.x), text.at.y + baseline}, fonts).read(set);
  } while (pango_layout_iter_next_run(place.get()));
  return set;
}

void show_runs(std::string& out, const std::vector<PdfRun>& runs, const PdfFonts& fonts,
               bool with_meanings) {
  for (const PdfRun& run : runs) {
    out += "/F" + std::to_string(run.face) + " ";
    append_number(out, run.size);
    out += " Tf\n";
    Shower shower(out, run, fonts);
    int meaning = -1;
    const auto mark = [&](int next) {
      if (!with_meanings || next == meaning)
        return;
      shower.close();
      if (meaning >= 0)
        out += "EMC\n";
      if (next >= 0)
        out += "/Span<</ActualText" + pdf_text(run.meanings[static_cast<std::size_t>(next)]) +
               ">>BDC\n";
      meaning = next;
    };
    for (const PdfRun::Glyph& glyph : run.glyphs) {
      mark(glyph.meaning);
      shower.glyph(glyph);
    }
    shower.close();
    mark(-1);
  }
}

}  // namespace malimap
