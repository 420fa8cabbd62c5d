#pragma once
// The map's layers on a canvas, in the same order as the GL painter.

#include <span>

#include "geo/output/canvas.h"

namespace malimap {

class MapPainter {
 public:
  MapPainter(Canvas& canvas, const Composition& composition);

  /// In the view, cut at its edges.
  void paint_ground();
  void paint_on_ground();

 private:
  [[nodiscard]] double dp(double value) const { return value * view_.scale; }
  [[nodiscard]] const Theme& theme() const { return composition_.theme; }
  [[nodiscard]] Stroke line(Colour colour, double width_dp) const {
    return {colour, dp(width_dp), {}};
  }

  // The ground (paint_map.cpp).
  [[nodiscard]] bool shows(const PlaneBox& box) const;
  [[nodiscard]] bool is_inside(const PlaneBox& box) const;
  void add(Path& path, std::span<const PlanePoint> points, bool closed) const;
  [[nodiscard]] Path rings(const std::vector<PlaneRing>& rings) const;
  void sea();
  void neighbours();
  void units();
  void bands();
  void paint_units(const ShapeName& group, bool above_bands);
  void rivers();
  void borders();
  void context();
  void outline(const std::vector<UnitIndex>& units, double width_dp, const char* id);

  // What stands on it (paint_symbols.cpp).
  void circle(PlanePoint at, double radius_dp, const Ink& ink, const ShapeName& name = {});
  void towns();
  void dots();
  void symbols();
  void pie(const Symbol& symbol, const ShapeName& name);
  void bar(const Symbol& symbol, const ShapeName& name);
  void markers();
  void cluster_count(const Marker& marker);
  void leaders();
  void labels();

  Canvas& canvas_;
  const Composition& composition_;
  const View& view_;
  const DetailLevel& detail_;
  PlaneBox around_;  // the view and a little more
};

}  // namespace malimap
