#pragma once
// SVG 1.1: one element a shape, groups as Inkscape's layers, real text in embedded fonts.

#include <string>
#include <string_view>
#include <unordered_set>

#include "geo/output/canvas.h"
#include "geo/output/svg/font_subset.h"

namespace malimap {

class SvgCanvas final : public Canvas {
 public:
  SvgCanvas() : context_(text_context()) {}

  void begin_group(const ShapeName& name) override;
  void end_group() override;
  void begin_frame(const PixelBox& box) override;
  void end_frame() override;
  void shape(const Path& path, const Ink& ink, const ShapeName& name) override;
  void rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                 const ShapeName& name) override;
  void circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName& name) override;
  void text(const PlacedText& text, const ShapeName& name) override;

  /// What was drawn, and the fonts that it needs.
  [[nodiscard]] const std::string& body() const { return body_; }
  [[nodiscard]] const FontSubsets& fonts() const { return fonts_; }

 private:
  [[nodiscard]] std::string unique_id(std::string_view wanted, std::string_view otherwise);
  void element(std::string_view geometry, const PixelBox& bounds, const Ink& ink,
               const ShapeName& name);
  void hatched(std::string_view geometry, const PixelBox& bounds, const Ink& ink,
               const ShapeName& name);
  void one_element(std::string_view geometry, const std::string& id, const Ink& ink,
                   std::string_view label);

  std::string body_;
  std::unordered_set<std::string> ids_;
  std::size_t made_ids_ = 0;
  FontSubsets fonts_;
  PangoContextHandle context_;
};

}  // namespace malimap
