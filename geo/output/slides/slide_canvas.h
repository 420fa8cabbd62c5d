#pragma once
// One slide of native shapes: a freeform a path, text boxes, tables, in groups (PresentationML).

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <unordered_set>
#include <vector>

#include "geo/base/translator.h"
#include "geo/output/canvas.h"
#include "geo/output/slides/slide_xml.h"

namespace malimap {

class SlideCanvas final : public Canvas {
 public:
  SlideCanvas(const EmuScale& scale, Language language, const std::string& title);

  void begin_group(const ShapeName& name) override;
  void end_group() override;
  void begin_frame(const PixelBox& box) override;
  void end_frame() override;
  void shape(const Path& path, const Ink& ink, const ShapeName& name) override;
  void rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                 const ShapeName& name) override;
  void circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName& name) override;
  void text(const PlacedText& text, const ShapeName& name) override;
  void table(const PlacedTable& table, const ShapeName& name) override;

  /// The slide's part.
  [[nodiscard]] std::string xml();

 private:
  struct Group {
    pugi::xml_node node;
    EmuBounds bounds;  // of what is inside
  };
  struct Frame {
    PixelPoint corner;  // on the page
    PixelBox visible;   // on the page
  };
  enum class Cut { Inside, Across, Outside };

  [[nodiscard]] Cut against_frame(const PixelBox& bounds) const;
  [[nodiscard]] PixelBox on_page(const PixelBox& box) const;
  void name_shape(pugi::xml_node parent, const char* wrapper, const ShapeName& name,
                  const char* kind);
  pugi::xml_node add_shape(const ShapeName& name, const char* kind, const EmuBounds& bounds);
  void freeform(const Path& on_page, const Ink& ink, const ShapeName& name);
  void freeform_cut(const Path& on_page, const Ink& ink, const ShapeName& name);

  EmuScale scale_;
  Language language_;
  pugi::xml_document slide_;
  pugi::xml_document tables_;  // a group cannot hold them: they follow the groups that they are in
  std::vector<Group> groups_;
  std::vector<Frame> frames_;
  std::unordered_set<std::string> names_;
  std::int64_t last_id_ = 1;
};

}  // namespace malimap
