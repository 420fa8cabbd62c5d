#include <cmath>

#include "app/session/action.h"
#include "app/session/flight.h"
#include "tests/support/catch.h"

namespace malimap {
namespace {

SavedScene saved(const char* name, Measure measure, Level level = Level::Region) {
  SavedScene scene;
  scene.scene.name = name;
  scene.scene.measure = measure;
  scene.scene.level = level;
  return scene;
}

State with_scenes() {
  State state;
  state.workspace.scenes = {saved("a", Measure::Budget), saved("b", Measure::BudgetPerHead),
                            saved("c", Measure::Projects, Level::Cercle)};
  state.scene.title = "the present view";
  return state;
}

State after(State state, std::initializer_list<Action> actions) {
  for (const Action& action : actions)
    state = reduce(std::move(state), action);
  return state;
}

double along(const Camera& camera, const Camera& from, const Camera& to) {
  const double dx = to.centre.x - from.centre.x, dy = to.centre.y - from.centre.y;
  return ((camera.centre.x - from.centre.x) * dx + (camera.centre.y - from.centre.y) * dy) /
         std::hypot(dx, dy);
}

}  // namespace

TEST_CASE("a presentation begins at the current scene or at the first") {
  State begin = with_scenes();
  begin.workspace.current = 1;
  const State current = after(begin, {action::StartPresentation{}});
  REQUIRE(current.presentation);
  CHECK(current.presentation->scene == 1);
  CHECK(current.presentation->previous == -1);
  CHECK(current.presentation->flight == 0);
  CHECK(current.scene.name == "b");
  const State first = after(begin, {action::StartPresentation{true}});
  CHECK(first.presentation->scene == 0);
  CHECK(first.scene.name == "a");
  begin.workspace.current = -1;
  CHECK(after(begin, {action::StartPresentation{}}).scene.name == "a");
}

TEST_CASE("without scenes the present view alone is presented") {
  State begin;
  begin.scene.title = "x";
  const State shown = after(begin, {action::StartPresentation{}, action::PresentStep{1},
                                    action::PresentScene{4}, action::PresentStep{-1}});
  REQUIRE(shown.presentation);
  CHECK(shown.presentation->scene == 0);
  CHECK(shown.presentation->flight == 0);
  CHECK(shown.scene == begin.scene);
  CHECK(shown.undo.empty());
  const State ended = after(shown, {action::EndPresentation{}});
  CHECK_FALSE(ended.presentation);
  CHECK(ended.workspace.current == -1);
}

TEST_CASE("steps go through the scenes and stop at the ends") {
  State state = after(with_scenes(), {action::StartPresentation{true}, action::PresentStep{1}});
  CHECK(state.scene.name == "b");
  CHECK(state.presentation->previous == 0);
  CHECK(state.presentation->flight == 1);
  state = after(state, {action::PresentStep{1}, action::PresentStep{1}});
  CHECK(state.scene.name == "c");
  CHECK(state.presentation->previous == 1);
  CHECK(state.presentation->flight == 2);  // the last step went nowhere
  state = after(state, {action::PresentStep{-9}});
  CHECK(state.scene.name == "a");
  CHECK(after(state, {action::PresentScene{2}}).scene.name == "c");
  CHECK(after(state, {action::PresentScene{77}}).scene.name == "c");
  CHECK(after(state, {action::PresentStep{2147483647}}).scene.name == "c");
}

TEST_CASE("a presentation is one step of undo, however long it is") {
  const State begin = with_scenes();
  const State state = after(begin, {action::StartPresentation{}, action::PresentStep{1},
                                    action::PresentStep{1}, action::EndPresentation{}});
  CHECK(state.undo.size() == 1);
  CHECK(after(state, {action::Undo{}}).scene == begin.scene);
  State shown = begin;
  shown.scene = shown.workspace.scenes[0].scene;
  CHECK(after(shown, {action::StartPresentation{true}, action::EndPresentation{}}).undo.empty());
}

TEST_CASE("the scene shown last stays as the present view") {
  const State state = after(with_scenes(), {action::StartPresentation{}, action::PresentStep{1},
                                            action::EndPresentation{}});
  CHECK_FALSE(state.presentation);
  CHECK(state.workspace.current == 1);
  CHECK(state.scene.name == "b");
  CHECK_FALSE(state.workspace.unsaved);
}

TEST_CASE("what is changed while presenting is gone when the scene comes back") {
  const State moved = after(
      with_scenes(), {action::StartPresentation{true}, action::SetCamera{{{5, 5}, 10}, true}});
  CHECK(moved.scene.camera.has_value());
  const State back = after(moved, {action::PresentStep{1}, action::PresentStep{-1}});
  CHECK_FALSE(back.scene.camera.has_value());
  CHECK(back.workspace.scenes == moved.workspace.scenes);
}

TEST_CASE("strokes stay on their scene and go with it") {
  const State drawn = after(
      with_scenes(), {action::StartPresentation{true}, action::SetPresentTool{PresentTool::Pen},
                      action::AddStroke{{{0, 0}, {1, 1}}}, action::AddStroke{{}}});
  CHECK(drawn.presentation->strokes.size() == 1);
  CHECK(after(drawn, {action::PresentStep{-1}}).presentation->strokes.size() == 1);
  CHECK(after(drawn, {action::ClearStrokes{}}).presentation->strokes.empty());
  const State next = after(drawn, {action::PresentStep{1}});
  CHECK(next.presentation->strokes.empty());
  CHECK(next.presentation->tool == PresentTool::Pen);
}

TEST_CASE("going on lifts the blank") {
  const State blank =
      after(with_scenes(), {action::StartPresentation{true}, action::SetBlank{Blank::Black}});
  CHECK(blank.presentation->blank == Blank::Black);
  const State next = after(blank, {action::PresentStep{1}});
  CHECK(next.presentation->blank == Blank::No);
  CHECK(next.scene.name == "b");
}

TEST_CASE("nothing is presented before it starts") {
  const State begin = with_scenes();
  const State state = after(
      begin, {action::PresentStep{1}, action::PresentScene{2}, action::SetBlank{Blank::White},
              action::AddStroke{{{0, 0}}}, action::ClearStrokes{}, action::EndPresentation{}});
  CHECK_FALSE(state.presentation);
  CHECK(state.scene == begin.scene);
  CHECK(state.workspace.current == -1);
}

TEST_CASE("another level forgets the selected unit") {
  const State state = after(with_scenes(), {action::StartPresentation{true}, action::SelectUnit{3},
                                            action::PresentStep{1}});
  CHECK(state.selection.unit == 3);
  CHECK(after(state, {action::PresentStep{1}}).selection.unit == kNoUnit);
}

TEST_CASE("a flight begins and ends exactly where it should and never turns back") {
  const Camera ends[] = {{{0, 0}, 1500},          {{400e3, 250e3}, 1500}, {{-700e3, 30e3}, 90},
                         {{400e3, 250e3 + 1}, 2}, {{0, 0}, 10},           {{1e-3, 0}, 1500},
                         {{3e6, -2e6}, 5e4},      {{0, 0}, 1500.0001}};
  for (const Camera& from : ends)
    for (const Camera& to : ends) {
      if (from == to)
        continue;
      const Flight flight(from, to, 1600);
      INFO(from.centre.x << " " << from.metres_per_dp << " to " << to.centre.x << " "
                         << to.metres_per_dp);
      CHECK(flight.at(0) == from);
      CHECK(flight.at(1) == to);
      CHECK(flight.at(-3) == from);
      CHECK(flight.at(7) == to);
      CHECK(flight.seconds() >= 0.6);
      CHECK(flight.seconds() <= 2.0);
      const double distance = from.centre == to.centre ? 0 : along(to, from, to);
      double before = 0;
      bool descending = false;
      double scale = from.metres_per_dp;
      for (int i = 1; i <= 1000; ++i) {
        const Camera camera = flight.at(i / 1000.0);
        REQUIRE(std::isfinite(camera.metres_per_dp));
        REQUIRE(camera.metres_per_dp > 0);
        if (distance > 0) {
          const double here = along(camera, from, to);
          REQUIRE(here >= before - 1e-9 * distance);
          REQUIRE(here <= distance * (1 + 1e-9));
          before = here;
        }
        // Up, then down: once it descends it does not rise again.
        if (camera.metres_per_dp < scale * (1 - 1e-9))
          descending = true;
        else if (descending)
          REQUIRE(camera.metres_per_dp <= scale * (1 + 1e-6));
        scale = camera.metres_per_dp;
      }
      // No jump at the ends.
      CHECK(std::abs(std::log(flight.at(0.999).metres_per_dp / to.metres_per_dp)) < 0.001);
      CHECK(std::hypot(flight.at(0.999).centre.x - to.centre.x,
                       flight.at(0.999).centre.y - to.centre.y) < 0.001 * 1600 * to.metres_per_dp);
    }
}

TEST_CASE("a flight far across rises, a near one hardly") {
  const Flight far({{0, 0}, 100}, {{2e6, 0}, 100}, 1000);
  CHECK(far.at(0.5).metres_per_dp > 500);
  CHECK(far.at(0.5).centre.x == Approx(1e6));
  const Flight near({{0, 0}, 100}, {{1e4, 0}, 100}, 1000);
  CHECK(near.at(0.5).metres_per_dp < 105);
  CHECK(near.seconds() < far.seconds());
}

TEST_CASE("a flight seems to move evenly: the paper's metric, away from its gentle ends") {
  // ds^2 = (rho^2 du^2 + dw^2 / rho^2) / w^2, with t eased by the quintic smoothstep.
  const Camera from{{0, 0}, 100}, to{{9e5, 3e5}, 400};
  const double width = 1000, rho = 1.42;
  const Flight flight(from, to, width);
  const auto speed = [&](double t) {
    const double h = 1e-5;
    const Camera a = flight.at(t - h), b = flight.at(t + h);
    const double w = flight.at(t).metres_per_dp * width;
    const double du = std::hypot(b.centre.x - a.centre.x, b.centre.y - a.centre.y);
    const double dw = (b.metres_per_dp - a.metres_per_dp) * width;
    const double eased = 30 * t * t * (1 - t) * (1 - t);
    return std::sqrt(rho * rho * du * du + dw * dw / (rho * rho)) / w / eased;
  };
  const double middle = speed(0.5);
  for (const double t : {0.1, 0.2, 0.35, 0.6, 0.8, 0.9})
    CHECK(speed(t) == Approx(middle).epsilon(0.001));
}

TEST_CASE("no way takes no time") {
  const Camera here{{7, 8}, 9};
  CHECK(Flight(here, here, 800).seconds() == 0);
  CHECK(Flight(here, here, 800).at(0.4) == here);
}

TEST_CASE("colours blend from one picture to the next") {
  const std::vector<UnitPaint> a{{{0, 100, 200, 255}, 0}, {{10, 10, 10, 255}, kNoClass}};
  const std::vector<UnitPaint> b{{{100, 0, 200, 255}, 3}, {{10, 20, 30, 255}, 1}};
  const auto fills = [](const std::vector<UnitPaint>& paint) {
    return std::vector<Colour>{paint[0].fill, paint[1].fill};
  };
  CHECK(fills(blend(a, b, 0)) == fills(a));
  CHECK(fills(blend(a, b, 1)) == fills(b));
  const auto middle = blend(a, b, 0.25);
  CHECK(middle[0].fill == Colour{25, 75, 200, 255});
  CHECK(middle[1].fill == Colour{10, 13, 15, 255});
  CHECK(middle[1].class_index == kNoClass);
  CHECK(blend(a, b, 0.75)[1].class_index == 1);
  CHECK(fills(blend({a[0]}, b, 0.2)) == fills(b));  // other units
}

}  // namespace malimap
