#include "app/window/furniture_places.h"

#include "geo/map/unit_grid.h"

namespace malimap {
namespace {

constexpr double kScaleBar = 120;  // dp: room that is kept for it

// How many points of a grid over the box lie in the country.
int points_over_units(const Shapes& shapes, const View& view, const PixelBox& box) {
  constexpr int kSteps = 12;
  const DetailLevel& detail = shapes.detail_for(view.metres_per_pixel());
  int found = 0;
  for (int i = 0; i <= kSteps; ++i)
    for (int k = 0; k <= kSteps; ++k)
      if (const PlanePoint point =
              view.to_plane({box.x + box.width * i / kSteps, box.y + box.height * k / kSteps});
          unit_at(shapes, detail, point) != kNoUnit)
        ++found;
  return found;
}

}  // namespace

const FurnitureBoxes& FurniturePlaces::boxes(const Map& map, Corner corner, double inset_dp) {
  const PlaceKey key{map.derived.picture, map.view.width, map.view.height,
                     map.view.scale,      corner,         inset_dp};
  return places_.get(key, [&] {
    Composition cards;
    cards.view = map.view;
    cards.theme = theme_of(map.theme);
    cards.furniture.legend = map.derived.picture->legend;
    cards.furniture.legend.corner = corner;
    cards.furniture.legend.inset_dp = inset_dp;
    cards.furniture.scale_bar = {kScaleBar * map.view.scale, "200 km"};
    return furniture_boxes(cards);
  });
}

Corner FurniturePlaces::corner(const Map& map, const Camera& fitted) {
  const CornerKey key{map.derived.shapes, map.view.width, map.view.height, map.view.scale};
  return corners_.get(key, [&] {
    View whole = map.view;
    whole.camera = fitted;
    Corner best = Corner::BottomLeft;
    int fewest = -1;
    for (const Corner corner : {Corner::BottomLeft, Corner::TopLeft, Corner::TopRight}) {
      const auto& cards = boxes(map, corner, 0).boxes;
      const int hidden =
          cards.empty() ? 0 : points_over_units(*map.derived.shapes, whole, cards.front());
      if (fewest < 0 || hidden < fewest) {
        fewest = hidden;
        best = corner;
      }
    }
    return best;
  });
}

}  // namespace malimap
