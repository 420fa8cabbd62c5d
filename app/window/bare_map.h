#pragma once
#include "app/panels/layout.h"
#include "app/window/map_ahead.h"
#include "geo/map/compose.h"
#include "geo/output/display_list.h"

namespace malimap {

/// The boundaries as the map will show them, with their names, and nothing that hangs on the list.
class BareMap {
 public:
  BareMap(Snapshot<MapAhead::Ground> ground, Language language);

  [[nodiscard]] const Theme& theme() const { return theme_of(scene_.theme); }

  /// Into the layout's box for the map. No name lies under `card`, which is of the window, px.
  void paint(DisplayList& list, const Layout& layout, const PixelBox& card, double scale) const;

 private:
  Snapshot<MapAhead::Ground> ground_;
  Language language_;
  Scene scene_;
  Picture picture_;
};

}  // namespace malimap
