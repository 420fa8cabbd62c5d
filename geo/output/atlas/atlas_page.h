#pragma once
// One page of the atlas. Designed for A4 lying; other sizes scale the whole design, upright ones
// put the columns below the map.

#include "geo/map/picture_maker.h"
#include "geo/output/atlas/unit_figures.h"
#include "geo/output/canvas.h"
#include "geo/output/page.h"

namespace malimap {

class AtlasPage {
 public:
  /// `members`: the units of the picture's layer that lie in the atlas's unit. All references must
  /// outlive it.
  AtlasPage(const ScenePicture& picture, const Dataset& dataset, const AtlasUnit& unit,
            std::vector<UnitIndex> members, Language language, const PageSize& size);

  void paint(Canvas& canvas) const;

 private:
  [[nodiscard]] double dp(double value) const { return value * scale_; }
  [[nodiscard]] static const Theme& theme() { return theme_of(ThemeName::Light); }
  double heading(Canvas& canvas, PixelPoint at, double width) const;
  void map(Canvas& canvas, const PixelBox& box) const;
  void locator(Canvas& canvas, const PixelBox& box) const;
  double headline(Canvas& canvas, PixelPoint at, double width) const;
  /// Figures by name; returns the height, at most `room`.
  double figures_table(Canvas& canvas, const std::string& title, const ShapeName& name,
                       const std::vector<AtlasUnit::Part>& parts, PixelPoint at, double width,
                       double room) const;
  double legend(Canvas& canvas, PixelPoint at, double width, double room) const;
  double key(Canvas& canvas, const PixelBox& box) const;
  void tables(Canvas& canvas, const PixelBox& box) const;
  double projects(Canvas& canvas, double left, double bottom, double width) const;
  [[nodiscard]] PlacedTable projects_table(PixelPoint at, double width, std::size_t most) const;
  [[nodiscard]] Picture faded() const;

  const ScenePicture& picture_;
  const Dataset& dataset_;
  const AtlasUnit& unit_;
  std::vector<UnitIndex> members_;
  Translator tr_;
  PageSize size_;
  bool upright_;
  double scale_;
};

}  // namespace malimap
