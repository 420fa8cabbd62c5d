#include "app/session/reduce_scenes.h"

#include "geo/boundaries/read.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

State start() {
  State state;
  state.language = Language::English;
  state.sources.boundaries = snapshot(embedded_boundaries());
  state.sources.dataset = snapshot(embedded_dataset(*state.sources.boundaries));
  state.sources.problems = snapshot(Problems{});
  return state;
}

State after(State state, const std::vector<Action>& actions) {
  for (const Action& action : actions)
    state = reduce(std::move(state), action);
  return state;
}

std::vector<std::string> names(const State& state) {
  std::vector<std::string> all;
  for (const SavedScene& saved : state.workspace.scenes)
    all.push_back(saved.scene.name);
  return all;
}

using Names = std::vector<std::string>;

State three() {
  return after(start(), {action::AddScene{"A"}, action::AddScene{"B"}, action::AddScene{"C"}});
}

}  // namespace

TEST_CASE("a scene's name is the one given, the title, or a number, and no other scene's") {
  State state =
      after(start(), {action::AddScene{""}, action::AddScene{" Nord "}, action::AddScene{"Nord"},
                      action::SetTitle{"Titre"}, action::AddScene{""}, action::AddScene{""}});
  CHECK(names(state) == Names{"View 1", "Nord", "Nord 2", "Titre", "Titre 2"});
  CHECK(state.workspace.current == 4);
  CHECK(state.workspace.unsaved);
  state = after(std::move(state), {action::RenameScene{0, "Nord"}, action::RenameScene{1, "  "},
                                   action::RenameScene{9, "X"}});
  CHECK(names(state) == Names{"Nord 3", "Nord", "Nord 2", "Titre", "Titre 2"});
}

TEST_CASE("a new scene stands behind the one shown") {
  const State state = after(
      three(), {action::ShowScene{0}, action::SetMeasure{Measure::Budget}, action::AddScene{"D"}});
  CHECK(names(state) == Names{"A", "D", "B", "C"});
  CHECK(state.workspace.current == 1);
  CHECK(state.workspace.scenes[1].scene == state.scene);
}

TEST_CASE("showing a scene is one step of undo") {
  State state = after(three(), {action::SetMeasure{Measure::Budget}, action::UpdateScene{2},
                                action::SetLevel{Level::Region}, action::ShowScene{0}});
  CHECK(state.scene == state.workspace.scenes[0].scene);
  CHECK(state.scene.measure == Measure::Projects);
  const std::size_t steps = state.undo.size();
  state = reduce(std::move(state), action::ShowScene{0});  // nothing changes
  CHECK(state.undo.size() == steps);
  state = reduce(std::move(state), action::Undo{});
  CHECK(state.scene.measure == Measure::Budget);
  CHECK(state.workspace.scenes.size() == 3);
  state = reduce(std::move(state), action::Redo{});
  CHECK(state.scene.measure == Measure::Projects);
}

TEST_CASE("updating keeps the name and what a later version wrote") {
  State state = three();
  state.workspace.scenes[1].other = R"({"later":1})";
  state.workspace.unsaved = false;
  state = after(std::move(state), {action::SetTheme{ThemeName::Dark}, action::UpdateScene{1}});
  CHECK(state.workspace.scenes[1].scene.name == "B");
  CHECK(state.workspace.scenes[1].scene.theme == ThemeName::Dark);
  CHECK(state.workspace.scenes[1].other == R"({"later":1})");
  CHECK(state.workspace.current == 1);
  CHECK(state.workspace.unsaved);
}

TEST_CASE("moving, copying and removing scenes keep the shown one shown") {
  const State state = reduce(three(), action::ShowScene{1});
  const auto shown = [](const State& s) {
    return s.workspace.current < 0 ? "" : names(s)[static_cast<std::size_t>(s.workspace.current)];
  };
  State moved = reduce(state, action::MoveScene{1, 99});
  CHECK(names(moved) == Names{"A", "C", "B"});
  CHECK(shown(moved) == "B");
  moved = reduce(std::move(moved), action::MoveScene{0, 2});
  CHECK(names(moved) == Names{"C", "B", "A"});
  CHECK(shown(moved) == "B");
  moved = reduce(std::move(moved), action::MoveScene{2, 0});
  CHECK(names(moved) == Names{"A", "C", "B"});
  CHECK(shown(moved) == "B");
  const State copied = reduce(state, action::DuplicateScene{0});
  CHECK(names(copied) == Names{"A", "A 2", "B", "C"});
  CHECK(shown(copied) == "B");
  CHECK(shown(reduce(state, action::RemoveScene{0})) == "B");
  CHECK(reduce(state, action::RemoveScene{1}).workspace.current == -1);
  CHECK(names(reduce(state, action::RemoveScene{7})) == names(state));
}

TEST_CASE("an opened workspace begins a new history with its last view") {
  State state = after(three(), {action::SetMeasure{Measure::Budget}});
  action::OpenWorkspace opened{state.sources, {"/w.json", {}, -1, true}, {}, Language::French};
  Scene scene;
  scene.name = "S";
  scene.level = Level::Commune;  // the boundaries do not have it
  opened.workspace.scenes = {{Scene{}, {}}, {scene, {}}};
  opened.view = scene;
  state = reduce(std::move(state), opened);
  CHECK(state.undo.empty());
  CHECK(state.scene.name == "S");
  CHECK(state.scene.level == Level::Region);
  CHECK(state.workspace.current == 1);
  CHECK_FALSE(state.workspace.unsaved);
  CHECK(state.workspace.path == "/w.json");
  CHECK(state.language == Language::French);
}

TEST_CASE("saved is saved; each wish for output is a new one") {
  State state = after(three(), {action::WorkspaceSaved{"/w.json"}, action::SetPreview{true},
                                action::OpenExport{{ExportWhat::Deck, "a.pdf", 150}}});
  CHECK_FALSE(state.workspace.unsaved);
  CHECK(state.workspace.path == "/w.json");
  CHECK(state.preview);
  REQUIRE(state.exporting);
  CHECK(state.exporting->path == "a.pdf");
  const int before = state.output.number;
  state = after(std::move(state), {action::Output{OutputWhat::File, *state.exporting},
                                   action::Output{OutputWhat::Save}, action::CloseExport{}});
  CHECK(state.output.number == before + 2);
  CHECK(state.output.what == OutputWhat::Save);
  CHECK_FALSE(state.exporting);
}
