#include "app/window/fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cmath>
#include <memory>

#if __has_include(<imgui_freetype.h>) && IMGUI_VERSION_NUM < 19200
#include <imgui_freetype.h>
#define MALIMAP_FREETYPE 1
#endif

namespace malimap {
namespace {

// Latin with Extended-A and -B, the IPA letters of Bambara and Tamasheq (ɛ ɔ ɲ ŋ ə ɣ), the marks
// that combine with them, punctuation and the narrow no-break space of French numbers, arrows.
constexpr ImWchar kLetters[] = {0x0020, 0x007E, 0x00A0, 0x024F, 0x0250, 0x02AF, 0x02B9,
                                0x02DD, 0x0300, 0x0331, 0x1E00, 0x1E9E, 0x2009, 0x200A,
                                0x2010, 0x2027, 0x202F, 0x203A, 0x20AC, 0x20AC, 0x2190,
                                0x2193, 0x2212, 0x2212, 0x00B2, 0x00B3, 0};
// What headings and titles need: names are French.
constexpr ImWchar kFewLetters[] = {0x0020, 0x007E, 0x00A0, 0x017F, 0x0186, 0x0190,
                                   0x0250, 0x0272, 0x2010, 0x2027, 0x202F, 0x203A,
                                   0x2190, 0x2193, 0x2212, 0x2212, 0};

std::string font_file(int weight) {
  struct Destroy {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  };
  const std::unique_ptr<FcPattern, Destroy> wanted(FcPatternCreate());
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("Inter"));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
  FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  const std::unique_ptr<FcPattern, Destroy> found(FcFontMatch(nullptr, wanted.get(), &result));
  FcChar8* file = nullptr;
  if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch)
    return {};
  return reinterpret_cast<const char*>(file);
}

// Figures of one width, so that they stand under each other in every list.
void make_tabular(ImFont& font) {
#if IMGUI_VERSION_NUM < 19200
  float widest = 0;
  for (ImWchar c = '0'; c <= '9'; ++c)
    if (const ImFontGlyph* glyph = font.FindGlyphNoFallback(c))
      widest = std::max(widest, glyph->AdvanceX);
  widest = std::round(widest);
  for (ImFontGlyph& glyph : font.Glyphs) {
    if (glyph.Codepoint < '0' || glyph.Codepoint > '9')
      continue;
    const float shift = std::round((widest - glyph.AdvanceX) / 2);
    glyph.X0 += shift;
    glyph.X1 += shift;
    glyph.AdvanceX = widest;
    font.IndexAdvanceX[static_cast<int>(glyph.Codepoint)] = widest;
  }
#else
  (void)font;  // rasterised on demand there
#endif
}

// ImGui wants the height from ascender to descender, which in Inter is so many em.
constexpr float kLineOfEm = 1.21F;

ImFont* add(ImFontAtlas& atlas, const std::string& file, float size, float scale,
            const ImWchar* letters) {
  ImFontConfig config;
  config.OversampleH = 1;
  config.OversampleV = 1;
  config.PixelSnapH = true;
  return atlas.AddFontFromFileTTF(file.c_str(), std::round(size * kLineOfEm * scale), &config,
                                  letters);
}

}  // namespace

Result<FontFiles> find_fonts() {
  FontFiles files{font_file(FC_WEIGHT_REGULAR), font_file(FC_WEIGHT_DEMIBOLD)};
  if (files.regular.empty() || files.semibold.empty())
    return failure({N_("No font was found."), {}}, {},
                   {N_("Install the package fonts-inter."), {}});
  return files;
}

Result<Fonts> build_fonts(ImFontAtlas& atlas, float scale) {
  auto files = find_fonts();
  if (!files)
    return tl::make_unexpected(files.error());
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
#ifdef MALIMAP_FREETYPE
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#endif
  Fonts fonts;
  fonts.body = add(atlas, files->regular, kBodySize, scale, kLetters);
  fonts.small = add(atlas, files->regular, kSmallSize, scale, kLetters);
  fonts.strong = add(atlas, files->semibold, kBodySize, scale, kFewLetters);
  fonts.title = add(atlas, files->semibold, kTitleSize, scale, kFewLetters);
  if (!fonts.body || !fonts.small || !fonts.strong || !fonts.title || !atlas.Build())
    return failure({N_("The font {0} cannot be read."), {files->regular}}, {},
                   {N_("Install the package fonts-inter."), {}});
  for (ImFont* font : {fonts.body, fonts.small, fonts.strong, fonts.title})
    make_tabular(*font);
  return fonts;
}

}  // namespace malimap
