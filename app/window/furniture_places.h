#pragma once
// Where legend and scale bar stand over the window's map: that depends on what they say and on the
// map's size, not on where the map looks.

#include "app/session/memo.h"
#include "app/session/pipeline.h"
#include "geo/output/page.h"

namespace malimap {

class FurniturePlaces {
 public:
  /// What there is to place.
  struct Map {
    const Derived& derived;
    ThemeName theme = ThemeName::Light;
    View view;  // of the map; its camera does not count
  };

  [[nodiscard]] const FurnitureBoxes& boxes(const Map& map, Corner corner, double inset_dp);

  /// The corner where the legend hides least of the country as `fitted` shows it. It stays there
  /// whatever is filtered.
  [[nodiscard]] Corner corner(const Map& map, const Camera& fitted);

 private:
  struct PlaceKey {
    Snapshot<Picture> picture;
    double width, height, scale;
    Corner corner;
    double inset;
    bool operator==(const PlaceKey&) const = default;
  };
  struct CornerKey {
    Snapshot<Shapes> shapes;
    double width, height, scale;
    bool operator==(const CornerKey&) const = default;
  };
  Memo<PlaceKey, FurnitureBoxes> places_{4};
  Memo<CornerKey, Corner> corners_{4};
};

}  // namespace malimap
