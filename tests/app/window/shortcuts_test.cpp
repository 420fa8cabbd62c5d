#include "app/window/shortcuts.h"

#include "tests/support/catch.h"

namespace malimap {
namespace {

std::vector<Action> actions_of(const event::KeyPressed& key, const State& state,
                               bool typing = false) {
  std::vector<Action> actions;
  (void)shortcut(key, state, typing, actions);
  return actions;
}

event::KeyPressed control(char letter, bool shift = false) {
  return {event::Key::Other, letter, true, shift, 0};
}

}  // namespace

TEST_CASE("a workspace without a file asks for one, and is saved at once when it has one") {
  State state;
  const auto first = actions_of(control('s'), state);
  REQUIRE(first.size() == 1);
  CHECK(std::get<action::OpenExport>(first[0]).dialog.what == ExportWhat::Workspace);
  state.workspace.path = "/tmp/w.json";
  const auto second = actions_of(control('s'), state);
  REQUIRE(second.size() == 1);
  CHECK(std::get<action::Output>(second[0]).what == OutputWhat::Save);
  CHECK(std::get<action::Output>(second[0]).file.path == "/tmp/w.json");
  CHECK(std::holds_alternative<action::OpenExport>(actions_of(control('s', true), state)[0]));
}

TEST_CASE("copying belongs to the text while one is typed") {
  const State state;
  CHECK(actions_of(control('c'), state, true).empty());
  CHECK(std::get<action::Output>(actions_of(control('c'), state)[0]).what ==
        OutputWhat::ClipboardTable);
  CHECK(std::get<action::Output>(actions_of(control('c', true), state)[0]).what ==
        OutputWhat::ClipboardPicture);
}

TEST_CASE("a kept view unfolds the strip that it stands in") {
  State state;
  const auto actions = actions_of(control('a', true), state);
  REQUIRE(actions.size() == 2);
  CHECK(std::get<action::SetPanels>(actions[1]).panels.scenes);
  state.panels.scenes = true;
  CHECK(actions_of(control('a', true), state).size() == 1);
}

TEST_CASE("F5 begins with the first scene, Shift+F5 with the current one") {
  const State state;
  event::KeyPressed key{event::Key::F5, 0, false, false, 0};
  CHECK(std::get<action::StartPresentation>(actions_of(key, state)[0]).from_first);
  key.shift = true;
  CHECK_FALSE(std::get<action::StartPresentation>(actions_of(key, state)[0]).from_first);
}

TEST_CASE("Ctrl and a figure open the tabs below the map, and fold the open one away") {
  State state;
  CHECK(std::get<action::SetBottom>(actions_of(control('2'), state)[0]).tab == BottomTab::Matrix);
  CHECK(std::get<action::SetBottom>(actions_of(control('4'), state)[0]).tab == BottomTab::Gaps);
  CHECK(actions_of(control('7'), state).empty());
  state.panels.bottom = BottomTab::Gaps;
  CHECK(std::get<action::SetBottom>(actions_of(control('4'), state)[0]).tab == BottomTab::None);
}

}  // namespace malimap
