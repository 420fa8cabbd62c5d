#include "app/panels/layout.h"

#include "tests/support/catch.h"

namespace malimap {

TEST_CASE("panels, map and bars fill the window and do not overlap") {
  for (const double scale : {1.0, 1.25, 2.0})
    for (const double width : {320.0, 800.0, 1280.0, 1920.0, 3840.0}) {
      const double height = 900;
      const Layout layout = layout_of(width, height, scale, {});
      CHECK(layout.filters.width + layout.map.width + layout.details.width == width);
      CHECK(layout.map.x == layout.filters.width);
      CHECK(layout.details.x == layout.map.x + layout.map.width);
      CHECK(layout.top.height + layout.map.height + layout.status.height == height);
      CHECK(layout.filters.height == layout.details.height);
    }
}

TEST_CASE("folded panels give their room to the map") {
  const Layout open = layout_of(1280, 800, 1, {});
  const Layout folded = layout_of(1280, 800, 1, {false, false, false, false});
  CHECK(open.map.width == 680);
  CHECK(folded.map.width == 1280);
  CHECK(folded.filters.width == 0);
}

TEST_CASE("a narrow window folds the right panel first, then the left one") {
  CHECK(layout_of(700, 600, 1, {}).details.width == 0);
  CHECK(layout_of(700, 600, 1, {}).filters.width == 280);
  CHECK(layout_of(400, 600, 1, {}).filters.width == 0);
}

TEST_CASE("the problems stand under the map and take at most half of it") {
  PanelSwitches panels;
  panels.problems = true;
  const Layout layout = layout_of(1280, 300, 1, panels);
  CHECK(layout.problems.y == layout.map.y + layout.map.height);
  CHECK(layout.problems.height <= (300 - 48 - 28) / 2.0);
  CHECK(layout.problems.width == layout.map.width);
}

}  // namespace malimap
