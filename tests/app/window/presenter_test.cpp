#include "app/window/presenter.h"

#include "tests/support/catch.h"

namespace malimap {
namespace {

struct Stage {
  Stage() {
    state.presentation.emplace();
    state.workspace.scenes.resize(3);
    view.width = 1000;
    view.height = 500;
    view.camera = {{0, 0}, 1000};
  }
  std::vector<Action> act(const Event& event) {
    std::vector<Action> actions;
    presenter.handle(event, {state, map, view}, actions);
    return actions;
  }
  Action one(const Event& event) {
    const auto actions = act(event);
    REQUIRE(actions.size() == 1);
    return actions[0];
  }
  static event::KeyPressed key(event::Key key, char letter = 0) {
    return {key, letter, false, false, 0};
  }
  static event::Button button(bool down, PixelPoint at) {
    return {event::Button::Which::Left, down, at, 0};
  }

  Presenter presenter;
  State state;
  PixelBox map{0, 100, 1000, 500};
  View view;
};

}  // namespace

TEST_CASE("clickers, keys and presses go on and back") {
  using event::Key;
  Stage stage;
  for (const Key key : {Key::Right, Key::Space, Key::PageDown, Key::Enter})
    CHECK(std::get<action::PresentStep>(stage.one(Stage::key(key))).by == 1);
  for (const Key key : {Key::Left, Key::PageUp, Key::Backspace})
    CHECK(std::get<action::PresentStep>(stage.one(Stage::key(key))).by == -1);
  CHECK(std::get<action::PresentScene>(stage.one(Stage::key(Key::End))).index == 2);
  CHECK(std::get<action::PresentStep>(stage.one(Stage::button(true, {500, 300}))).by == 1);
  CHECK(stage.act(Stage::button(false, {500, 300})).empty());
  CHECK(std::holds_alternative<action::EndPresentation>(stage.one(Stage::key(Key::Escape))));
}

TEST_CASE("the same key turns a blank screen on and off") {
  Stage stage;
  const auto blank = [&](char letter) {
    return std::get<action::SetBlank>(stage.one(Stage::key(event::Key::Other, letter))).blank;
  };
  CHECK(blank('b') == Blank::Black);
  CHECK(blank('w') == Blank::White);
  stage.state.presentation->blank = Blank::Black;
  CHECK(blank('b') == Blank::No);
  CHECK(std::get<action::SetBlank>(stage.one(event::Character{U'.', 0})).blank == Blank::No);
}

TEST_CASE("the pen leaves a line on the plane and is no click") {
  Stage stage;
  stage.state.presentation->tool = PresentTool::Pen;
  CHECK(stage.act(Stage::button(true, {500, 350})).empty());
  CHECK(stage.act(event::PointerMoved{{600, 350}}).empty());
  const Action done = stage.one(Stage::button(false, {600, 350}));
  const auto& points = std::get<action::AddStroke>(done).points;
  REQUIRE(points.size() == 2);
  CHECK(points[0].x == Approx(0));
  CHECK(points[0].y == Approx(0));  // the middle of the map
  CHECK(points[1].x == Approx(100 * 1000));
}

TEST_CASE("a flight begins where the map looked and ends where it should") {
  Stage stage;
  auto shapes = std::make_shared<const Shapes>();
  Composition before;
  before.shapes = shapes;
  const Camera wanted{{300000, 0}, 500};
  stage.presenter.take_off(stage.view, snapshot(std::move(before)), 10);
  CHECK(stage.presenter.camera(wanted, shapes, 1000, 10) == stage.view.camera);
  CHECK(stage.presenter.moving(10.1));
  const Camera between = stage.presenter.camera(wanted, shapes, 1000, 10.4);
  CHECK(between.centre.x > 0);
  CHECK(between.centre.x < wanted.centre.x);
  CHECK(stage.presenter.camera(wanted, shapes, 1000, 20) == wanted);
  CHECK_FALSE(stage.presenter.moving(20));
}

TEST_CASE("no flight between two planes") {
  Stage stage;
  Composition before;
  before.shapes = std::make_shared<const Shapes>();
  Shapes other;
  other.projection = "EPSG:3857";
  stage.presenter.take_off(stage.view, snapshot(std::move(before)), 10);
  const Camera wanted{{300000, 0}, 500};
  CHECK(stage.presenter.camera(wanted, snapshot(std::move(other)), 1000, 10) == wanted);
}

}  // namespace malimap
