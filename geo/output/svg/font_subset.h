#pragma once
// The faces that a text is really set in, cut down to the glyphs used, for embedding.

#include <pango/pango.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

struct hb_face_t;

namespace malimap {

class FontSubsets {
 public:
  FontSubsets();
  ~FontSubsets();
  FontSubsets(const FontSubsets&) = delete;
  FontSubsets& operator=(const FontSubsets&) = delete;

  /// Notes the glyphs of a run and the characters that they stand for.
  void add(PangoFont* font, const PangoGlyphString& glyphs, std::string_view text);

  /// One @font-face a face, the font's data inside (base64, OpenType). Faces whose licence forbids
  /// embedding are left out.
  [[nodiscard]] std::string css() const;

  /// Names of the families used, in order of first use.
  [[nodiscard]] const std::vector<std::string>& families() const { return families_; }

 private:
  struct Face;
  Face& face_of(PangoFont* font);

  std::vector<std::unique_ptr<Face>> faces_;
  std::vector<std::string> families_;
};

}  // namespace malimap
