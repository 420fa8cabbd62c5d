#pragma once
// The two pages of the bulletin: the overview with its map, and the budgets with the projects.
// Designed for A4 upright; other sizes scale the whole design.

#include "geo/map/picture_maker.h"
#include "geo/output/bulletin/figures.h"
#include "geo/output/canvas.h"
#include "geo/output/page.h"

namespace malimap {

class BulletinPage {
 public:
  /// The figures must outlive it.
  BulletinPage(const ScenePicture& picture, const BulletinFigures& figures, Language language,
               const PageSize& size);

  void overview(Canvas& canvas) const;
  void details(Canvas& canvas) const;

 private:
  [[nodiscard]] double dp(double value) const;
  [[nodiscard]] static const Theme& theme() { return theme_of(ThemeName::Light); }
  // Each draws at a place and returns its height.
  double heading(Canvas& canvas, PixelPoint at, double width) const;
  double cards(Canvas& canvas, PixelPoint at, double width) const;
  void card(Canvas& canvas, const BulletinFund& fund, PixelPoint at, double width) const;
  void map(Canvas& canvas, const PixelBox& box) const;
  double notes(Canvas& canvas, PixelPoint at, double width) const;
  [[nodiscard]] PlacedTable zones_table(PixelPoint at, double width) const;
  [[nodiscard]] PlacedTable projects_table(PixelPoint at, double width, std::size_t most) const;

  ScenePicture picture_;
  const BulletinFigures& figures_;
  Translator tr_;
  PageSize size_;
  double scale_;
  MeasureText measure_;
};

}  // namespace malimap
