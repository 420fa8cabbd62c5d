#include "app/session/action.h"
#include "tests/support/catch.h"

namespace malimap {
namespace {

State start() {
  Boundaries boundaries;
  boundaries.layers.push_back({Level::Region, {}, {}});
  boundaries.layers.push_back({Level::Cercle, {}, {}});
  State state;
  state.sources.boundaries = snapshot(std::move(boundaries));
  Dataset dataset;
  dataset.projects = snapshot(Projects{});
  state.sources.dataset = snapshot(std::move(dataset));
  state.sources.problems = snapshot(Problems{});
  return state;
}

State after(State state, std::initializer_list<Action> actions) {
  for (const Action& action : actions)
    state = reduce(std::move(state), action);
  return state;
}

Camera at(double x) {
  return {{x, 0}, 1000};
}

}  // namespace

TEST_CASE("a filter value is toggled in and out, and undone and redone") {
  const State begin = start();
  const State qip = reduce(begin, action::ToggleFilterValue{Dimension::Fund, "QIP"});
  CHECK(qip.scene.filter.fund == std::set<std::string>{"QIP"});
  CHECK(qip.undo.size() == 1);
  CHECK(begin.scene.filter.empty());

  const State out = reduce(qip, action::ToggleFilterValue{Dimension::Fund, "QIP"});
  CHECK(out.scene == begin.scene);
  CHECK(out.undo.size() == 2);

  const State back = after(out, {action::Undo{}, action::Undo{}});
  CHECK(back.scene == begin.scene);
  CHECK(back.undo.empty());
  CHECK(back.redo.size() == 2);
  CHECK(after(back, {action::Redo{}}).scene == qip.scene);
  CHECK(after(back, {action::Undo{}}).scene == begin.scene);  // nothing left: nothing happens
}

TEST_CASE("a new change forgets what was undone") {
  const State state = after(start(), {action::SetMeasure{Measure::Budget}, action::Undo{},
                                      action::SetMeasure{Measure::BudgetPerHead}});
  CHECK(state.redo.empty());
  CHECK(after(state, {action::Redo{}}).scene.measure == Measure::BudgetPerHead);
}

TEST_CASE("history grows only when the scene changed") {
  const State state =
      after(start(),
            {action::SetMeasure{Measure::Projects}, action::SelectUnit{3},
             action::SetLanguage{Language::English}, action::SetPanels{{false, true, true, false}},
             action::ShowMessage{"done"}, action::ClearFilter{}, action::FitCamera{}});
  CHECK(state.undo.empty());
  CHECK(state.selection.unit == 3);
  CHECK(state.language == Language::English);
  CHECK(state.panels.help);
  CHECK(state.message == "done");
}

TEST_CASE("a drag is one step of undo") {
  const State begin = after(start(), {action::SetCamera{at(0)}});
  const State state =
      after(begin, {action::SetCamera{at(1), false}, action::SetCamera{at(2), false},
                    action::SetCamera{at(3), true}});
  CHECK(state.scene.camera == at(3));
  CHECK(state.undo.size() == begin.undo.size() + 1);
  CHECK(after(state, {action::Undo{}}).scene.camera == at(0));

  SECTION("and the next drag is another") {
    const State again =
        after(state, {action::SetCamera{at(4), false}, action::SetCamera{at(5), true}});
    CHECK(again.undo.size() == begin.undo.size() + 2);
    CHECK(after(again, {action::Undo{}}).scene.camera == at(3));
  }
  SECTION("a drag that is cut short by another action ends there") {
    const State cut =
        after(state, {action::SetCamera{at(4), false}, action::SetMeasure{Measure::Budget},
                      action::SetCamera{at(5), false}});
    CHECK(cut.undo.size() == state.undo.size() + 3);
  }
}

TEST_CASE("a message within a drag does not cut it in two") {
  const State state = after(start(), {action::SetCamera{at(1), false}, action::ShowMessage{"read"},
                                      action::SetCamera{at(2), false}});
  CHECK(state.undo.size() == 1);
}

TEST_CASE("typing a word is one step of undo") {
  const State state = after(start(), {action::SetFilterText{"e"}, action::SetFilterText{"ea"},
                                      action::SetFilterText{"eau"}});
  CHECK(state.scene.filter.text == "eau");
  CHECK(state.undo.size() == 1);
  const State cleared = after(
      state, {action::SetMeasure{Measure::Budget}, action::SetFilterText{"eaux"}, action::Undo{}});
  CHECK(cleared.scene.filter.text == "eau");
}

TEST_CASE("only and clear act on their own dimension") {
  const State state = after(start(), {action::ToggleFilterValue{Dimension::Fund, "QIP"},
                                      action::ToggleFilterValue{Dimension::Sector, "Eau"},
                                      action::OnlyFilterValue{Dimension::Fund, "TF"}});
  CHECK(state.scene.filter.fund == std::set<std::string>{"TF"});
  CHECK(state.scene.filter.sector == std::set<std::string>{"Eau"});
  const State cleared = after(state, {action::ClearDimension{Dimension::Fund}});
  CHECK(cleared.scene.filter.fund.empty());
  CHECK(cleared.scene.filter.sector.size() == 1);
  CHECK(after(state, {action::ClearFilter{}}).scene.filter.empty());
}

TEST_CASE("classes stay between two and seven") {
  CHECK(after(start(), {action::SetClassCount{99}}).scene.classing.count == 9);
  CHECK(after(start(), {action::SetClassCount{-1}}).scene.classing.count == 3);
}

TEST_CASE("another level forgets the selected unit, also when it is undone") {
  const State cercles = after(start(), {action::SelectUnit{2}, action::SetLevel{Level::Cercle}});
  CHECK(cercles.selection.unit == kNoUnit);
  CHECK(after(cercles, {action::SelectUnit{7}, action::Undo{}}).selection.unit == kNoUnit);
}

TEST_CASE("new boundaries begin a new history and a level that they have") {
  const State begin = after(start(), {action::SetLevel{Level::Cercle}, action::SetCamera{at(1)}});
  Sources sources = begin.sources;
  Boundaries regions;
  regions.layers.push_back({Level::Region, {}, {}});
  sources.boundaries = snapshot(std::move(regions));
  const State state = after(begin, {action::SetSources{sources}});
  CHECK(state.scene.level == Level::Region);
  CHECK_FALSE(state.scene.camera.has_value());
  CHECK(state.undo.empty());
}

TEST_CASE("a new list keeps the filter's values that it has and drops the others") {
  const State begin = after(start(), {action::ToggleFilterValue{Dimension::Sector, "Eau"},
                                      action::ToggleFilterValue{Dimension::Sector, "Justice"}});
  Projects projects;
  projects.sector.dictionary.add("Eau");
  Dataset dataset;
  dataset.projects = snapshot(std::move(projects));
  Sources sources = begin.sources;
  sources.dataset = snapshot(std::move(dataset));
  const State state = after(begin, {action::SetSources{sources}});
  CHECK(state.scene.filter.sector == std::set<std::string>{"Eau"});
}

}  // namespace malimap
