#include "geo/output/svg/font_subset.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "geo/output/svg/base64.h"

namespace malimap {
namespace {

struct FreeSubset {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using Blob = std::unique_ptr<hb_blob_t, FreeSubset>;

/// What Pango switches on, and figures of one width.
constexpr hb_tag_t kFeatures[] = {HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'),
                                  HB_TAG('r', 'l', 'i', 'g'), HB_TAG('l', 'i', 'g', 'a'),
                                  HB_TAG('c', 'a', 'l', 't'), HB_TAG('c', 'l', 'i', 'g'),
                                  HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'a', 'r', 'k'),
                                  HB_TAG('m', 'k', 'm', 'k'), HB_TAG('t', 'n', 'u', 'm')};

/// The fsType field of OS/2 (OpenType 1.9): 2 is a restricted licence.
bool may_embed(hb_face_t* face) {
  const Blob table(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
  unsigned length = 0;
  const char* data = hb_blob_get_data(table.get(), &length);
  return length < 10 || (data[9] & 0x0f) != 2;
}

std::string bytes_of(hb_face_t* face) {
  const Blob blob(hb_face_reference_blob(face));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

}  // namespace

struct FontSubsets::Face {
  std::unique_ptr<hb_face_t, FreeSubset> face;
  std::string family;
  int weight = 400;
  bool italic = false;
  std::set<hb_codepoint_t> glyphs, characters;

  [[nodiscard]] std::string subset() const;
};

FontSubsets::FontSubsets() = default;
FontSubsets::~FontSubsets() = default;

std::string FontSubsets::Face::subset() const {
  const std::unique_ptr<hb_subset_input_t, FreeSubset> input(hb_subset_input_create_or_fail());
  if (!input)
    return {};
  for (const hb_codepoint_t glyph : glyphs)
    hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  for (const hb_codepoint_t character : characters)
    hb_set_add(hb_subset_input_unicode_set(input.get()), character);
  hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_clear(features);
  for (const hb_tag_t feature : kFeatures)
    hb_set_add(features, feature);
  const std::unique_ptr<hb_face_t, FreeSubset> cut(hb_subset_or_fail(face.get(), input.get()));
  return cut ? bytes_of(cut.get()) : std::string();
}

FontSubsets::Face& FontSubsets::face_of(PangoFont* font) {
  hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font));
  const auto found = std::find_if(faces_.begin(), faces_.end(),
                                  [&](const auto& known) { return known->face.get() == face; });
  if (found != faces_.end())
    return **found;
  PangoFontDescription* description = pango_font_describe(font);
  auto made = std::make_unique<Face>();
  made->face.reset(hb_face_reference(face));
  made->family = pango_font_description_get_family(description);
  made->weight = pango_font_description_get_weight(description);
  made->italic = pango_font_description_get_style(description) != PANGO_STYLE_NORMAL;
  pango_font_description_free(description);
  if (std::find(families_.begin(), families_.end(), made->family) == families_.end())
    families_.push_back(made->family);
  faces_.push_back(std::move(made));
  return *faces_.back();
}

void FontSubsets::add(PangoFont* font, const PangoGlyphString& glyphs, std::string_view text) {
  if (font == nullptr)
    return;
  Face& face = face_of(font);
  for (int i = 0; i < glyphs.num_glyphs; ++i)
    if (glyphs.glyphs[i].glyph < PANGO_GLYPH_EMPTY)
      face.glyphs.insert(glyphs.glyphs[i].glyph);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto end = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < end;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, end, c);
    if (c > 0)
      face.characters.insert(static_cast<hb_codepoint_t>(c));
  }
}

std::string FontSubsets::css() const {
  std::string css;
  for (const auto& face : faces_) {
    const std::string data = may_embed(face->face.get()) ? face->subset() : std::string();
    if (data.empty())
      continue;
    // A variable font holds all of its weights.
    const bool variable = hb_ot_var_get_axis_count(face->face.get()) > 0;
    css += "@font-face{font-family:'" + face->family +
           "';font-weight:" + (variable ? "100 900" : std::to_string(face->weight)) +
           ";font-style:" + (face->italic ? "italic" : "normal") +
           ";src:url(data:font/otf;base64," + base64(data) + ") format('opentype')}\n";
  }
  return css;
}

}  // namespace malimap
