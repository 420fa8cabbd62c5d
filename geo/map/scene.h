#pragma once
// A scene: all that a saved view keeps and undo restores. A value.

#include <optional>
#include <string>

#include "geo/base/units.h"
#include "geo/boundaries/boundaries.h"
#include "geo/coverage/filter.h"
#include "geo/coverage/measure.h"

namespace malimap {

/// Where the map looks: the middle of the picture and its scale. Independent of the window's size
/// in pixels except for the scale.
struct Camera {
  PlanePoint centre;            // metres on the plane
  double metres_per_dp = 1000;  // dp: device-independent pixel, 1/96 inch
  bool operator==(const Camera&) const = default;
};

struct LayerSwitches {
  bool neighbours = true, rivers = true, towns = true, labels = true, markers = true;
  bool operator==(const LayerSwitches&) const = default;
};

enum class ThemeName { Light, Dark };

struct Scene {
  std::string title;  // empty: made from measure and filter
  Filter filter;
  Measure measure = Measure::Projects;
  Level level = Level::Region;
  std::optional<Camera> camera;  // nothing: fitted to the boundaries
  int class_count = 5;
  std::string palette = "blues";
  LayerSwitches layers;
  ThemeName theme = ThemeName::Light;
  bool operator==(const Scene&) const = default;
};

}  // namespace malimap
