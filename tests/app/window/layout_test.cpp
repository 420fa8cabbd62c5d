#include "app/panels/layout.h"

#include "tests/support/catch.h"

namespace malimap {

TEST_CASE("panels, map and bars fill the window and do not overlap") {
  for (const double scale : {1.0, 1.25, 2.0})
    for (const double width : {320.0, 800.0, 1280.0, 1920.0, 3840.0}) {
      const double height = 900;
      const Layout layout = layout_of(width, height, scale, {}, false);
      CHECK(layout.filters.width + layout.map.width + layout.details.width == width);
      CHECK(layout.map.x == layout.filters.width);
      CHECK(layout.details.x == layout.map.x + layout.map.width);
      CHECK(layout.top.height + layout.map.height + layout.bottom.height + layout.status.height ==
            height);
      CHECK(layout.filters.height == layout.details.height);
    }
}

TEST_CASE("folded panels give their room to the map") {
  const Layout open = layout_of(1280, 800, 1, {}, true);
  const Layout folded = layout_of(1280, 800, 1, {false, false, false, false}, true);
  CHECK(open.map.width == 680);
  CHECK(folded.map.width == 1280);
  CHECK(folded.filters.width == 0);
}

TEST_CASE("in a narrow window the panels share the left column, and the map stays where it is") {
  const Layout filters = layout_of(960, 540, 1, {}, false);
  const Layout details = layout_of(960, 540, 1, {}, true);
  CHECK(filters.filters.width == 280);
  CHECK(filters.details.width == 0);
  CHECK(details.filters.width == 0);
  CHECK(details.details.width == 280);
  CHECK(details.details.x == 0);
  CHECK(details.map.x == filters.map.x);
  CHECK(details.map.width == filters.map.width);
}

TEST_CASE("a very narrow window has the map alone") {
  CHECK(layout_of(400, 600, 1, {}, true).map.width == 400);
}

TEST_CASE("the problems stand under the map and take at most half of it") {
  PanelSwitches panels;
  panels.problems = true;
  const Layout layout = layout_of(1280, 300, 1, panels, false);
  CHECK(layout.bottom.y == layout.map.y + layout.map.height);
  CHECK(layout.problems.y == layout.bottom.y + layout.bottom.height);
  CHECK(layout.problems.height <= (300 - 48 - 28) / 2.0);
  CHECK(layout.problems.width == layout.map.width);
}

TEST_CASE("the strip of scenes stands between the map and what is below it") {
  PanelSwitches panels;
  panels.problems = panels.scenes = true;
  const Layout layout = layout_of(1280, 800, 1, panels, false);
  CHECK(layout.scenes.y == layout.map.y + layout.map.height);
  CHECK(layout.bottom.y == layout.scenes.y + layout.scenes.height);
  CHECK(layout.problems.y == layout.bottom.y + layout.bottom.height);
  CHECK(layout.scenes.width == layout.map.width);
}

TEST_CASE("the strip of tabs stands always, and what is open takes at most half") {
  PanelSwitches panels;
  const Layout closed = layout_of(1280, 800, 1, panels, false);
  CHECK(closed.bottom.height == kTabsHeight);
  panels.bottom = BottomTab::Matrix;
  const Layout open = layout_of(1280, 800, 1, panels, false);
  CHECK(open.bottom.height > closed.bottom.height);
  CHECK(open.bottom.height <= (800 - 48 - 28) / 2.0);
  CHECK(open.map.height + open.bottom.height == closed.map.height + closed.bottom.height);
}

TEST_CASE("two maps share the room of one") {
  Layout layout = layout_of(1280, 800, 1, {}, false);
  const PixelBox whole = layout.map;
  split_map(layout, 1);
  CHECK(layout.other.width == layout.map.width);
  CHECK(layout.other.x >= layout.map.x + layout.map.width);
  CHECK(layout.other.x + layout.other.width == whole.x + whole.width);
  CHECK(layout.chips.x + layout.chips.width <= layout.map.x + layout.map.width);
}

TEST_CASE("a presentation is the map between its title and its sources") {
  const Layout layout = presentation_layout(1920, 1080, 1);
  CHECK(layout.map.width == 1920);
  CHECK(layout.top.height + layout.map.height + layout.status.height == 1080);
  CHECK(layout.filters.width == 0);
}

}  // namespace malimap
