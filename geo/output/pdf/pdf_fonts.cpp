#include "geo/output/pdf/pdf_fonts.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

namespace malimap {
namespace {

struct FreeHarfBuzz {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using Blob = std::unique_ptr<hb_blob_t, FreeHarfBuzz>;
using FaceHandle = std::unique_ptr<hb_face_t, FreeHarfBuzz>;

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' '), kGlyf = HB_TAG('g', 'l', 'y', 'f');

/// What a viewer of PDF does not read.
constexpr hb_tag_t kDropped[] = {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
                                 HB_TAG('G', 'D', 'E', 'F'), HB_TAG('n', 'a', 'm', 'e'),
                                 HB_TAG('p', 'o', 's', 't'), HB_TAG('c', 'm', 'a', 'p'),
                                 HB_TAG('O', 'S', '/', '2'), HB_TAG('V', 'O', 'R', 'G')};

constexpr char kFixedSpace[] = "\xC2\xA0";  // U+00A0, often the same glyph as a space

std::string_view bytes_of(const Blob& blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

Blob table(hb_face_t* face, hb_tag_t tag) {
  return Blob(hb_face_reference_table(face, tag));
}

/// A signed number of 16 bits of a table; 0 when the table is shorter.
int number_at(hb_face_t* face, hb_tag_t tag, std::size_t at) {
  const Blob blob = table(face, tag);
  const std::string_view data = bytes_of(blob);
  if (at + 2 > data.size())
    return 0;
  return static_cast<std::int16_t>(static_cast<unsigned char>(data[at]) << 8 |
                                   static_cast<unsigned char>(data[at + 1]));
}

/// The fsType field of OS/2 (OpenType 1.9): 2 is a restricted licence.
bool may_embed(hb_face_t* face) {
  return (number_at(face, HB_TAG('O', 'S', '/', '2'), 8) & 0x0f) != 2;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  return hb_blob_get_length(table(face, tag).get()) > 0;
}

/// The name that programs know the face by, letters, digits and hyphens alone.
std::string postscript_name(hb_face_t* face) {
  char buffer[128];
  unsigned size = sizeof buffer;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, buffer);
  std::string name(buffer, std::min<std::size_t>(size, sizeof buffer - 1));
  std::erase_if(name, [](char c) {
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == '-');
  });
  return name.empty() ? "Font" : name;
}

}  // namespace

struct PdfFonts::Face {
  struct Glyph {
    int width = 0;
    std::string text;
  };
  FaceHandle face;
  std::unique_ptr<hb_font_t, FreeHarfBuzz> font;  // of one em
  bool cff = false;
  std::map<unsigned, Glyph> glyphs;

  explicit Face(hb_face_t* of)
      : face(hb_face_reference(of)), font(hb_font_create(of)), cff(has_table(of, kCff)) {}
  [[nodiscard]] int thousandths(double units) const {
    return static_cast<int>(std::lround(units * 1000 / hb_face_get_upem(face.get())));
  }
  [[nodiscard]] FaceHandle subset() const;
  [[nodiscard]] std::string tag() const;
  [[nodiscard]] std::string widths() const;
  [[nodiscard]] std::string to_unicode() const;
  [[nodiscard]] std::string descriptor(const std::string& name, int file) const;
  [[nodiscard]] int write(PdfObjects& objects) const;
};

/// Glyphs keep their numbers.
FaceHandle PdfFonts::Face::subset() const {
  const std::unique_ptr<hb_subset_input_t, FreeHarfBuzz> input(hb_subset_input_create_or_fail());
  if (!input)
    return nullptr;
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS);
  for (const auto& [glyph, _] : glyphs)
    hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : kDropped)
    hb_set_add(dropped, tag);
  hb_set_clear(hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
  return FaceHandle(hb_subset_or_fail(face.get(), input.get()));
}

/// Six letters by the glyphs used, as ISO 32000-1 (9.6.4) asks of a subset's name.
std::string PdfFonts::Face::tag() const {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const auto& [glyph, _] : glyphs)
    hash = (hash ^ glyph) * 1099511628211ULL;
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26)
    tag += static_cast<char>('A' + hash % 26);
  return tag;
}

std::string PdfFonts::Face::widths() const {
  std::string out;
  unsigned next = ~0U;
  for (const auto& [glyph, used] : glyphs) {
    if (glyph != next)
      out += (out.empty() ? "" : "] ") + std::to_string(glyph) + " [";
    else
      out += ' ';
    out += std::to_string(used.width);
    next = glyph + 1;
  }
  return "[" + out + (out.empty() ? "]" : "]]");
}

std::string PdfFonts::Face::to_unicode() const {
  constexpr int kMostInBlock = 100;
  std::vector<std::string> lines;
  for (const auto& [glyph, used] : glyphs)
    if (const std::string text = utf16_hex(used.text); !text.empty()) {
      std::string line = "<";
      append_hex(line, glyph);
      lines.push_back(line + "> <" + text + ">\n");
    }
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (std::size_t i = 0; i < lines.size();) {
    const auto count = std::min<std::size_t>(kMostInBlock, lines.size() - i);
    out += std::to_string(count) + " beginbfchar\n";
    for (const std::size_t end = i + count; i < end; ++i)
      out += lines[i];
    out += "endbfchar\n";
  }
  return out +
         "endcmap\nCMapName currentdict /CMap defineresource pop\n"
         "end\nend\n";
}

std::string PdfFonts::Face::descriptor(const std::string& name, int file) const {
  constexpr hb_tag_t kHead = HB_TAG('h', 'e', 'a', 'd');
  const auto metric = [&](hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font.get(), tag, &value);
    return std::to_string(thousandths(value));
  };
  std::string box;
  for (const std::size_t at : {36, 38, 40, 42})
    box += " " + std::to_string(thousandths(number_at(face.get(), kHead, at)));
  const int angle = number_at(face.get(), HB_TAG('p', 'o', 's', 't'), 4);
  return "<< /Type /FontDescriptor /FontName /" + name + " /Flags " + (angle != 0 ? "68" : "4") +
         " /FontBBox [" + box + " ] /ItalicAngle " + std::to_string(angle) + " /Ascent " +
         metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) + " /Descent " +
         metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER) + " /CapHeight " +
         metric(HB_OT_METRICS_TAG_CAP_HEIGHT) + " /StemV 80 /FontFile" + (cff ? "3 " : "2 ") +
         reference(file) + " >>";
}

int PdfFonts::Face::write(PdfObjects& objects) const {
  const FaceHandle cut = subset();
  hb_face_t* source = cut ? cut.get() : face.get();
  const Blob data(cff ? hb_face_reference_table(source, kCff) : hb_face_reference_blob(source));
  const std::string_view bytes = bytes_of(data);
  const int file = objects.add_stream(
      cff ? "/Subtype /CIDFontType0C" : "/Length1 " + std::to_string(bytes.size()), bytes);
  const std::string name = tag() + "+" + postscript_name(face.get());
  const int descriptor_id = objects.add(descriptor(name, file));
  const int inner =
      objects.add(std::string("<< /Type /Font /Subtype /CIDFontType") + (cff ? "0" : "2") +
                  " /BaseFont /" + name +
                  " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                  " /FontDescriptor " +
                  reference(descriptor_id) + (cff ? "" : " /CIDToGIDMap /Identity") + " /DW 0 /W " +
                  widths() + " >>");
  const int unicode = objects.add_stream("", to_unicode());
  return objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name +
                     " /Encoding /Identity-H /DescendantFonts [" + reference(inner) +
                     "] /ToUnicode " + reference(unicode) + " >>");
}

PdfFonts::PdfFonts() = default;
PdfFonts::~PdfFonts() {
  for (const auto& [font, _] : known_)
    g_object_unref(font);
}

int PdfFonts::face_of(PangoFont* font) {
  const auto [place, fresh] = known_.emplace(font, -1);
  if (!fresh)
    return place->second;
  g_object_ref(font);
  hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font));
  const bool embeddable = may_embed(face) && hb_ot_var_get_axis_count(face) == 0 &&
                          (has_table(face, kCff) || has_table(face, kGlyf));
  if (!embeddable)
    return -1;
  const auto found = std::find_if(faces_.begin(), faces_.end(),
                                  [&](const auto& known) { return known->face.get() == face; });
  place->second = static_cast<int>(found - faces_.begin());
  if (found == faces_.end())
    faces_.push_back(std::make_unique<Face>(face));
  return place->second;
}

bool PdfFonts::use(int face, unsigned glyph, std::string_view text) {
  Face& of = *faces_[static_cast<std::size_t>(face)];
  const auto [place, fresh] = of.glyphs.try_emplace(glyph);
  if (fresh)
    place->second.width = of.thousandths(hb_font_get_glyph_h_advance(of.font.get(), glyph));
  std::string& known = place->second.text;
  if (known.empty() || (known == kFixedSpace && text == " "))
    known = text;
  return text.empty() || known == text || (known == " " && text == kFixedSpace);
}

int PdfFonts::width(int face, unsigned glyph) const {
  const Face& of = *faces_[static_cast<std::size_t>(face)];
  const auto found = of.glyphs.find(glyph);
  return found == of.glyphs.end() ? 0 : found->second.width;
}

std::string PdfFonts::write(PdfObjects& objects) const {
  std::string out;
  for (std::size_t i = 0; i < faces_.size(); ++i)
    out += "/F" + std::to_string(i) + " " + reference(faces_[i]->write(objects)) + " ";
  return out;
}

}  // namespace malimap
