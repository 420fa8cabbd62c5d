#include "app/window/map_control.h"

#include "tests/support/catch.h"

namespace malimap {
namespace {

// One square unit, 100 km wide, about the plane's origin; the map stands at (100, 50) in the
// window.
struct Stage {
  Stage() {
    Shapes shapes;
    UnitShape unit;
    unit.box.add({-50e3, -50e3});
    unit.box.add({50e3, 50e3});
    shapes.units.push_back(unit);
    shapes.box = unit.box;
    DetailLevel detail;
    detail.unit_rings = {{{{-50e3, -50e3}, {50e3, -50e3}, {50e3, 50e3}, {-50e3, 50e3}}}};
    shapes.details.push_back(detail);
    derived.shapes = snapshot(std::move(shapes));
    Coverage coverage;
    CoverageZone zone;
    zone.code = "ML01";
    zone.units = {0};
    coverage.zones.push_back(zone);
    coverage.zone_of_unit = {0};
    derived.coverage = snapshot(std::move(coverage));
    composition.shapes = derived.shapes;
    view.width = 400;
    view.height = 400;
    view.camera = {{0, 0}, 500};
  }

  void send(const Event& event) {
    std::vector<Action> actions;
    composition.view = view;
    const PixelPoint at = at_of(event).value_or(control.pointer().value_or(PixelPoint{}));
    control.handle(event,
                   {state, derived, composition, map, view, {{0, 0}, 500}, map.contains(at), true},
                   actions);
    for (const Action& action : actions) {
      state = reduce(std::move(state), action);
      if (state.scene.camera)
        view.camera = *state.scene.camera;
      done.push_back(action);
    }
  }
  static std::optional<PixelPoint> at_of(const Event& event) {
    if (const auto* moved = std::get_if<event::PointerMoved>(&event))
      return moved->at;
    if (const auto* button = std::get_if<event::Button>(&event))
      return button->at;
    if (const auto* wheel = std::get_if<event::Wheel>(&event))
      return wheel->at;
    return std::nullopt;
  }
  void button(bool down, PixelPoint at, double time) {
    send(event::Button{event::Button::Which::Left, down, at, time});
  }
  [[nodiscard]] PlanePoint under(PixelPoint at) const {
    return view.to_plane({at.x - map.x, at.y - map.y});
  }

  State state;
  Derived derived;
  Composition composition;
  View view;
  PixelBox map{100, 50, 400, 400};
  MapControl control;
  std::vector<Action> done;
};

}  // namespace

TEST_CASE("a press without a move selects, on the country and beside it") {
  Stage stage;
  stage.button(true, {300, 250}, 1);
  stage.button(false, {302, 251}, 1.1);  // a hand is not that still
  CHECK(stage.state.selection.unit == 0);
  stage.button(true, {110, 60}, 3);
  stage.button(false, {110, 60}, 3.1);
  CHECK(stage.state.selection.unit == kNoUnit);
  CHECK(stage.state.undo.empty());
}

TEST_CASE("a drag keeps the point under the pointer, selects nothing and is one step") {
  Stage stage;
  const PlanePoint held = stage.under({300, 250});
  stage.button(true, {300, 250}, 1);
  for (double x = 300; x <= 360; x += 5)
    stage.send(event::PointerMoved{{x, 250 + (x - 300) / 2}});
  stage.button(false, {360, 280}, 2);
  const PlanePoint there = stage.under({360, 280});
  CHECK(there.x == Approx(held.x).margin(1e-6));
  CHECK(there.y == Approx(held.y).margin(1e-6));
  CHECK(stage.state.selection.unit == kNoUnit);
  CHECK(stage.state.undo.size() == 1);
  CHECK(stage.state.gesture == Gesture::None);
}

TEST_CASE("a press that began on a panel moves nothing") {
  Stage stage;
  stage.button(true, {50, 250}, 1);
  stage.send(event::PointerMoved{{300, 250}});
  stage.button(false, {300, 250}, 2);
  CHECK(stage.done.empty());
}

TEST_CASE(
    "the wheel zooms at the pointer; quick notches are one step of undo, later ones another") {
  Stage stage;
  const PixelPoint at{350, 120};
  const PlanePoint held = stage.under(at);
  for (int i = 0; i < 4; ++i)
    stage.send(event::Wheel{1, at, 1 + 0.1 * i});
  CHECK(stage.under(at).x == Approx(held.x).margin(1e-6));
  CHECK(stage.under(at).y == Approx(held.y).margin(1e-6));
  CHECK(stage.view.camera.metres_per_dp == Approx(500 / std::pow(1.25, 4)));
  CHECK(stage.state.undo.size() == 1);
  stage.send(event::Wheel{-1, at, 9});
  CHECK(stage.state.undo.size() == 2);
}

TEST_CASE("zoom has ends") {
  Stage stage;
  for (int i = 0; i < 100; ++i)
    stage.send(event::Wheel{5, {300, 250}, i * 0.1});
  CHECK(stage.view.camera.metres_per_dp == Approx(500.0 / 400));
  for (int i = 0; i < 100; ++i)
    stage.send(event::Wheel{-5, {300, 250}, 100 + i * 0.1});
  CHECK(stage.view.camera.metres_per_dp == Approx(500.0 * 4));
}

TEST_CASE("a double click zooms, two slow clicks do not") {
  Stage stage;
  for (const double time : {1.0, 5.0, 5.2}) {
    stage.button(true, {300, 250}, time);
    stage.button(false, {300, 250}, time + 0.05);
    if (time < 5.1)
      CHECK(stage.view.camera.metres_per_dp == 500);
  }
  CHECK(stage.view.camera.metres_per_dp == Approx(250));
}

TEST_CASE("keys: undo by the letter that is printed on the key, plus and minus by their sign") {
  Stage stage;
  stage.send(event::Character{U'+', 1});
  CHECK(stage.view.camera.metres_per_dp == Approx(500 / 1.5));
  event::KeyPressed undo;
  undo.letter = 'z';
  undo.control = true;
  stage.send(undo);
  CHECK_FALSE(stage.state.scene.camera.has_value());
  undo.shift = true;
  stage.send(undo);
  CHECK(stage.state.scene.camera.has_value());
  event::KeyPressed fit;
  fit.letter = 'f';
  stage.send(fit);
  CHECK_FALSE(stage.state.scene.camera.has_value());
}

TEST_CASE("Tab selects, Escape clears, help is closed first") {
  Stage stage;
  event::KeyPressed key;
  key.key = event::Key::Tab;
  stage.send(key);
  CHECK(stage.state.selection.unit == 0);
  key.key = event::Key::F1;
  stage.send(key);
  CHECK(stage.state.panels.help);
  key.key = event::Key::Escape;
  stage.send(key);
  CHECK_FALSE(stage.state.panels.help);
  CHECK(stage.state.selection.unit == 0);
  stage.send(key);
  CHECK(stage.state.selection.unit == kNoUnit);
}

namespace {

// The unit of the stage is a region with a cercle; the pointer is told where.
struct DeepStage : Stage {
  DeepStage() {
    Boundaries boundaries;
    AdminUnit region, cercle;
    region.pcode = "ML01";
    cercle.pcode = "ML0101";
    cercle.parent_pcode = "ML01";
    boundaries.layers.push_back({Level::Region, {region}, {}});
    boundaries.layers.push_back({Level::Cercle, {cercle}, {}});
    state.sources.boundaries = snapshot(std::move(boundaries));
    derived.boundaries = state.sources.boundaries;
    derived.layer = &state.sources.boundaries->layers.front();
  }
  void held(bool down, PixelPoint at, double time, bool control, bool shift) {
    send(event::Button{event::Button::Which::Left, down, at, time, control, shift});
  }
  // A line around the middle of the unit.
  void draw_around(bool control, bool shift) {
    held(true, {260, 210}, 1, control, shift);
    for (const PixelPoint at : {PixelPoint{340, 210}, {340, 290}, {260, 290}})
      send(event::PointerMoved{at});
    held(false, {260, 290}, 2, control, shift);
  }
};

event::KeyPressed escape_key() {
  event::KeyPressed key;
  key.key = event::Key::Escape;
  return key;
}

}  // namespace

TEST_CASE("a double click drills into a unit that has finer ones; Escape goes up") {
  DeepStage stage;
  for (const double time : {1.0, 1.2}) {
    stage.button(true, {300, 250}, time);
    stage.button(false, {300, 250}, time + 0.05);
  }
  CHECK(stage.state.scene.within == "ML01");
  CHECK(stage.state.scene.level == Level::Cercle);
  CHECK(stage.view.camera.metres_per_dp == 500);  // not zoomed
  stage.send(event::Character{U'+', 3});
  stage.button(true, {300, 250}, 4);
  stage.button(false, {300, 250}, 4.05);
  stage.send(escape_key());
  CHECK(stage.state.selection.unit == kNoUnit);
  CHECK(stage.state.scene.within == "ML01");
  stage.send(escape_key());
  CHECK(stage.state.scene.within.empty());
  CHECK(stage.state.scene.level == Level::Region);
}

TEST_CASE("with Ctrl a press puts the unit into the filter and takes it out, selecting nothing") {
  DeepStage stage;
  stage.held(true, {300, 250}, 1, true, false);
  stage.held(false, {300, 250}, 1.05, true, false);
  CHECK(stage.state.scene.filter.units == std::set<std::string>{"ML01"});
  CHECK(stage.state.selection.unit == kNoUnit);
  stage.held(true, {300, 250}, 1.1, true, false);
  stage.held(false, {300, 250}, 1.15, true, false);
  CHECK(stage.state.scene.filter.units.empty());
  CHECK(stage.state.scene.within.empty());  // two quick presses with Ctrl are no double click
  stage.held(true, {110, 60}, 5, true, false);
  stage.held(false, {110, 60}, 5.05, true, false);
  CHECK(stage.state.scene.filter.units.empty());  // beside the country
}

TEST_CASE("a lasso puts the units whose middle lies inside into the filter") {
  DeepStage stage;
  SECTION("with Shift") {
    stage.draw_around(false, true);
  }
  SECTION("by the key, which gives the hand back afterwards") {
    event::KeyPressed key;
    key.letter = 'l';
    stage.send(key);
    CHECK(stage.state.tool == MapTool::Lasso);
    stage.draw_around(false, false);
    CHECK(stage.state.tool == MapTool::Hand);
  }
  CHECK(stage.state.scene.filter.units == std::set<std::string>{"ML01"});
  CHECK(stage.view.camera.centre == PlanePoint{0, 0});
  CHECK(stage.control.lasso().empty());
  CHECK(stage.state.undo.size() == 1);
}

TEST_CASE("with Ctrl a lasso adds; around nothing it changes nothing") {
  DeepStage stage;
  stage.state.scene.filter.units = {"ML07"};
  stage.draw_around(true, true);
  CHECK(stage.state.scene.filter.units == std::set<std::string>{"ML01", "ML07"});
  DeepStage beside;
  beside.view.camera.centre = {900e3, 0};
  beside.draw_around(false, true);
  CHECK(beside.done.empty());
}

TEST_CASE("while a lasso is drawn its line is there, and Escape drops it") {
  DeepStage stage;
  stage.held(true, {260, 210}, 1, false, true);
  stage.send(event::PointerMoved{{340, 210}});
  stage.send(event::PointerMoved{{340, 290}});
  REQUIRE(stage.control.lasso().size() == 3);
  CHECK(stage.control.lasso().front().x == Approx(-20000));
  stage.send(escape_key());
  CHECK(stage.control.lasso().empty());
  stage.held(false, {260, 290}, 2, false, true);
  CHECK(stage.done.empty());
}

}  // namespace malimap
