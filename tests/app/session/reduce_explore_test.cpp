#include "app/session/reduce_explore.h"

#include "geo/coverage/match.h"
#include "tests/support/catch.h"

namespace malimap {
namespace {

AdminUnit unit(const std::string& pcode, const std::string& parent) {
  AdminUnit made;
  made.pcode = pcode;
  made.name = pcode;
  made.parent_pcode = parent;
  made.area_km2 = 100000;
  return made;
}

// Two regions, three cercles, two communes.
State start() {
  Boundaries boundaries;
  boundaries.layers.push_back({Level::Region, {unit("ML05", ""), unit("ML07", "")}, {}});
  boundaries.layers.push_back(
      {Level::Cercle,
       {unit("ML0501", "ML05"), unit("ML0502", "ML05"), unit("ML0701", "ML07")},
       {}});
  boundaries.layers.push_back(
      {Level::Commune, {unit("ML050101", "ML0501"), unit("ML070101", "ML0701")}, {}});
  State state;
  state.sources.boundaries = snapshot(std::move(boundaries));
  Dataset dataset;
  Projects projects;
  projects.fund.dictionary.add("QIP");
  dataset.projects = snapshot(std::move(projects));
  state.sources.dataset = snapshot(std::move(dataset));
  state.sources.problems = snapshot(Problems{});
  return state;
}

State after(State state, std::initializer_list<Action> actions) {
  for (const Action& action : actions)
    state = reduce(std::move(state), action);
  return state;
}

CentsRange dollars(double low, double high) {
  return {cents_of_dollars(low), cents_of_dollars(high)};
}

using std::chrono::year;
DateRange years(int first, int last) {
  using namespace std::chrono;
  return {year{first} / January / 1, year{last} / December / 31};
}

}  // namespace

TEST_CASE("every value but one: the value leaves the set, and comes back") {
  const State begin = after(start(), {action::ToggleFilterValue{Dimension::Fund, "QIP"}});
  const State except = after(begin, {action::ExceptFilterValue{Dimension::Fund, "QIP"}});
  CHECK(except.scene.filter.fund.empty());
  CHECK(except.scene.filter.except.at(Dimension::Fund) == std::set<std::string>{"QIP"});
  CHECK(except.undo.size() == begin.undo.size() + 1);
  CHECK(after(except, {action::Undo{}}).scene == begin.scene);

  SECTION("again, or ticked: no longer excluded, and no empty set is left") {
    for (const Action& back :
         {Action{action::ExceptFilterValue{Dimension::Fund, "QIP"}},
          Action{action::ToggleFilterValue{Dimension::Fund, "QIP"}},
          Action{action::ClearDimension{Dimension::Fund}}, Action{action::ClearFilter{}}})
      CHECK(after(except, {back}).scene.filter.empty());
  }
  SECTION("this one alone is not excluded any more") {
    const State only = after(except, {action::OnlyFilterValue{Dimension::Fund, "QIP"}});
    CHECK(only.scene.filter.except.empty());
    CHECK(only.scene.filter.fund == std::set<std::string>{"QIP"});
  }
  SECTION("two values of one dimension and one of another") {
    const State more = after(except, {action::ExceptFilterValue{Dimension::Fund, "TF"},
                                      action::ExceptFilterValue{Dimension::Donor, "A"}});
    CHECK(more.scene.filter.except.at(Dimension::Fund).size() == 2);
    CHECK(after(more, {action::ExceptFilterValue{Dimension::Donor, "A"}})
              .scene.filter.except.size() == 1);
  }
}

TEST_CASE("a brush is one step of undo, and the next one another") {
  const State brushed = after(start(), {action::SetBudgetRange{dollars(1, 9), false},
                                        action::SetBudgetRange{dollars(2, 9), false},
                                        action::SetBudgetRange{dollars(3, 9), true}});
  CHECK(brushed.scene.filter.budget == dollars(3, 9));
  CHECK(brushed.undo.size() == 1);
  CHECK(brushed.gesture == Gesture::None);
  const State again = after(brushed, {action::SetStartRange{years(2015, 2016), false},
                                      action::SetStartRange{years(2015, 2017), true}});
  CHECK(again.undo.size() == 2);
  const State back = after(again, {action::Undo{}});
  CHECK(back.scene.filter.start.empty());
  CHECK(back.scene.filter.budget == dollars(3, 9));
  CHECK(after(back, {action::Redo{}}).scene == again.scene);
  CHECK(after(again, {action::ClearFilter{}}).scene.filter.empty());
}

TEST_CASE("what was played in time is one step, and what follows is another") {
  const State played =
      after(start(), {action::SetPlaying{true}, action::SetActiveRange{years(2014, 2014), false},
                      action::SetActiveRange{years(2015, 2015), false}, action::SetPlaying{false}});
  CHECK_FALSE(played.playing);
  CHECK(played.undo.size() == 1);
  const State more = after(played, {action::SetActiveRange{years(2016, 2016), false}});
  CHECK(more.undo.size() == 2);
}

TEST_CASE("units go into the filter one by one, or all at once") {
  const State one = after(start(), {action::ToggleUnitFilter{"ML05"}});
  CHECK(one.scene.filter.units == std::set<std::string>{"ML05"});
  CHECK(after(one, {action::ToggleUnitFilter{"ML05"}}).scene.filter.empty());
  const State lasso = after(one, {action::SetUnitFilter{{"ML05", "ML07"}}});
  CHECK(lasso.scene.filter.units.size() == 2);
  CHECK(lasso.undo.size() == 2);
  CHECK(after(lasso, {action::Undo{}}).scene == one.scene);
}

TEST_CASE("a whole filter is one step, and keeps no empty exclusion") {
  Filter filter;
  filter.sector = {"water"};
  filter.units = {"ML05"};
  filter.except[Dimension::Fund] = {};
  const State state = after(start(), {action::SetFilter{filter}});
  CHECK(state.undo.size() == 1);
  CHECK(state.scene.filter.except.empty());
  CHECK(state.scene.filter.units == std::set<std::string>{"ML05"});
}

TEST_CASE("down into a region, into a cercle, and up again") {
  State begin = after(start(), {action::SelectUnit{0}, action::ToggleUnitFilter{"ML07"},
                                action::SetCamera{{{1, 2}, 300}}});
  const State region = after(begin, {action::DrillInto{"ML05"}});
  CHECK(region.scene.within == "ML05");
  CHECK(region.scene.level == Level::Cercle);
  CHECK(region.scene.filter.units.empty());
  CHECK_FALSE(region.scene.camera.has_value());
  CHECK(region.selection == Selection{});
  CHECK(filter_of(region.scene).units == std::set<std::string>{"ML05"});
  CHECK(region.undo.size() == begin.undo.size() + 1);
  CHECK(after(region, {action::Undo{}}).scene == begin.scene);

  const State cercle = after(region, {action::DrillInto{"ML0501"}});
  CHECK(cercle.scene.level == Level::Commune);
  CHECK(path_within(*cercle.sources.boundaries, cercle.scene.within) ==
        std::vector<std::string>{"ML05", "ML0501"});

  SECTION("there is nothing finer than a commune") {
    CHECK(after(cercle, {action::DrillInto{"ML050101"}}).scene == cercle.scene);
    CHECK(after(cercle, {action::DrillInto{"ML99"}}).scene == cercle.scene);
  }
  SECTION("up step by step; at the country nothing happens") {
    const State up = after(cercle, {action::DrillUp{}});
    CHECK(up.scene.within == "ML05");
    CHECK(up.scene.level == Level::Cercle);
    const State top = after(up, {action::DrillUp{}});
    CHECK(top.scene.within.empty());
    CHECK(top.scene.level == Level::Region);
    CHECK(after(top, {action::DrillUp{}}).undo.size() == top.undo.size());
  }
  SECTION("the breadcrumb's country, and its region") {
    CHECK(after(cercle, {action::DrillInto{""}}).scene.within.empty());
    CHECK(after(cercle, {action::DrillInto{"ML05"}}).scene.within == "ML05");
  }
  SECTION("a level that is not finer than the unit leaves it") {
    CHECK(after(cercle, {action::SetLevel{Level::Cercle}}).scene.within.empty());
    CHECK(after(region, {action::SetLevel{Level::Commune}}).scene.within == "ML05");
  }
}

TEST_CASE("boundaries without the units take them out of the filter") {
  const State begin =
      after(start(), {action::DrillInto{"ML05"}, action::SetUnitFilter{{"ML0501", "ML07"}}});
  Boundaries regions;
  regions.layers.push_back({Level::Region, {unit("ML07", "")}, {}});
  Sources sources = begin.sources;
  sources.boundaries = snapshot(std::move(regions));
  const State state = after(begin, {action::SetSources{sources}});
  CHECK(state.scene.within.empty());
  CHECK(state.scene.filter.units == std::set<std::string>{"ML07"});
}

TEST_CASE("a new list drops exclusions of values that it does not have") {
  const State begin = after(start(), {action::ExceptFilterValue{Dimension::Fund, "QIP"},
                                      action::ExceptFilterValue{Dimension::Fund, "TF"},
                                      action::ExceptFilterValue{Dimension::Donor, "gone"}});
  Sources sources = begin.sources;
  Dataset other = *sources.dataset;
  sources.dataset = snapshot(std::move(other));
  const State state = after(begin, {action::SetSources{sources}});
  REQUIRE(state.scene.filter.except.size() == 1);
  CHECK(state.scene.filter.except.at(Dimension::Fund) == std::set<std::string>{"QIP"});
}

TEST_CASE("the divider is dragged in one step; another way to compare is another") {
  Comparison swipe;
  swipe.how = CompareHow::Swipe;
  State state = after(start(), {action::SetComparison{swipe}});
  for (const double at : {0.4, 0.3, 0.2}) {
    swipe.divider = at;
    state = reduce(std::move(state), action::SetComparison{swipe, at == 0.2});
  }
  CHECK(state.undo.size() == 2);
  CHECK(after(state, {action::Undo{}}).scene.compare.divider == 0.5);
  CHECK(after(state, {action::Undo{}, action::Undo{}}).scene.compare.how == CompareHow::Off);
}

TEST_CASE("what gaps are held against is undone and redone") {
  GapSettings gaps;
  gaps.beyond_km = 50;
  const State state = after(start(), {action::SetGaps{gaps}});
  CHECK(state.undo.size() == 1);
  CHECK(after(state, {action::Undo{}}).scene.gaps == GapSettings{});
  CHECK(after(state, {action::Undo{}, action::Redo{}}).scene.gaps == gaps);
}

TEST_CASE("a need that could not be read says why") {
  const State state = after(start(), {action::SetNeed{{}, "No such column."}});
  CHECK(state.message == "No such column.");
  CHECK(state.undo.empty());
}

TEST_CASE("a flight goes near, selects the project and keeps the unit") {
  const State begin = after(start(), {action::SelectUnit{1}});
  const State there = after(begin, {action::FlyToProject{7, {5000, 6000}}});
  REQUIRE(there.scene.camera);
  CHECK(there.scene.camera->centre == PlanePoint{5000, 6000});
  // A quarter of the width of 200,000 km2 on 700 dp.
  CHECK(there.scene.camera->metres_per_dp == Approx(159.7).epsilon(0.01));
  CHECK(there.selection.unit == 1);
  CHECK(there.selection.projects == std::vector<ProjectIndex>{7});
  CHECK(there.undo.size() == 1);
  const State nearer =
      after(begin, {action::SetCamera{{{0, 0}, 20}}, action::FlyToProject{8, {1, 1}}});
  CHECK(nearer.scene.camera->metres_per_dp == 20);
}

TEST_CASE("tools, tabs and tables are no steps of undo") {
  FigureRef figure;
  figure.zone = "ML05";
  const State state =
      after(start(), {action::SetMapTool{MapTool::Lasso}, action::SetBottom{BottomTab::Matrix},
                      action::SetMatrixView{{Dimension::Fund, MatrixShow::Budget}},
                      action::SortProjects{{ProjectColumn::Row, true}}, action::SetTour{2},
                      action::ExplainFigure{figure}});
  CHECK(state.undo.empty());
  CHECK(state.tool == MapTool::Lasso);
  CHECK(state.matrix.show == MatrixShow::Budget);
  CHECK(state.sort.falling);
  CHECK(state.tour == 2);
  CHECK(state.panels.bottom == BottomTab::Figure);
  REQUIRE(state.figure);
  CHECK(*state.figure == figure);
}

TEST_CASE("an earlier list waits to be read, is there, and is taken away again") {
  const State asked = after(start(), {action::OpenPrevious{"old.csv"}});
  CHECK(asked.previous == ReadWish{1, "old.csv"});
  const State read = after(asked, {action::SetPrevious{asked.sources.dataset, "old.csv"}});
  CHECK(read.sources.previous == asked.sources.dataset);
  Comparison compare;
  compare.previous_list = true;
  const State gone = after(read, {action::SetComparison{compare}, action::OpenPrevious{""}});
  CHECK(gone.sources.previous == nullptr);
  CHECK(gone.sources.previous_path.empty());
  CHECK_FALSE(gone.scene.compare.any());
}

TEST_CASE("the other view follows this one's filter in what they do not differ in") {
  Comparison compare;
  compare.how = CompareHow::SideBySide;
  compare.other = Filter{};
  compare.other->fund = {"TF"};
  Filter one;
  one.fund = {"QIP"};
  State state = after(start(), {action::SetComparison{compare, true, one}});
  CHECK(state.scene.filter.fund == std::set<std::string>{"QIP"});
  state = after(state, {action::ToggleFilterValue{Dimension::Sector, "Santé"},
                        action::OnlyFilterValue{Dimension::Fund, "PBF"}});
  CHECK(state.scene.compare.other->sector == std::set<std::string>{"Santé"});
  CHECK(state.scene.compare.other->fund == std::set<std::string>{"TF"});
  // Undone with the change that it followed.
  state = after(state, {action::Undo{}, action::Undo{}});
  CHECK(state.scene.compare.other->sector.empty());
}

}  // namespace malimap
