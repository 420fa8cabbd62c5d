#include "app/session/pipeline.h"

#include "app/session/action.h"
#include "geo/boundaries/read.h"
#include "geo/coverage/engine/engine.h"
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

namespace malimap {
namespace {

State embedded() {
  State state;
  Boundaries boundaries = embedded_boundaries();
  state.sources.dataset = snapshot(embedded_dataset(boundaries));
  state.sources.boundaries = snapshot(std::move(boundaries));
  state.sources.problems = snapshot(Problems{});
  return state;
}

// Letters of one width: placement needs no text library here.
PixelBox fixed_width(const std::string& text, TextRole, double size, bool, bool, double scale) {
  return {0, 0, static_cast<double>(text.size()) * size * scale / 2, size * scale};
}

Pipeline pipeline() {
  return {snapshot(ContextLayers{}), fixed_width};
}

Derived derived(Pipeline& stages, const State& state) {
  auto result = stages.derive(state);
  REQUIRE(result);
  return *result;
}

Viewport frame() {
  Viewport result;
  result.view.width = 600;
  result.view.height = 400;
  result.view.camera = {{0, 0}, 3000};
  return result;
}

}  // namespace

TEST_CASE("nothing changed costs nothing: every stage gives the same snapshot") {
  Pipeline stages = pipeline();
  const State state = embedded();
  const Derived first = derived(stages, state), second = derived(stages, state);
  CHECK(first.shapes == second.shapes);
  CHECK(first.coverage == second.coverage);
  CHECK(first.picture == second.picture);
  CHECK(first.fund == second.fund);
  CHECK(stages.compose(state, first, frame()) == stages.compose(state, second, frame()));
  CHECK(stages.runs().picture == 1);
  CHECK(stages.runs().composition == 1);
}

TEST_CASE("panning places again and nothing more") {
  Pipeline stages = pipeline();
  State state = embedded();
  (void)stages.compose(state, derived(stages, state), frame());
  state = reduce(std::move(state), action::SetCamera{{{1000, 0}, 3000}});
  Viewport moved = frame();
  moved.view.camera = *state.scene.camera;
  (void)stages.compose(state, derived(stages, state), moved);
  CHECK(stages.runs().shapes == 1);
  CHECK(stages.runs().coverage == 1);
  CHECK(stages.runs().picture == 1);
  CHECK(stages.runs().composition == 2);
}

TEST_CASE("a filter leaves the shapes, a measure leaves the coverage, undo costs nothing") {
  Pipeline stages = pipeline();
  State state = embedded();
  const Derived first = derived(stages, state);
  state = reduce(std::move(state), action::ToggleFilterValue{Dimension::Fund, "QIP"});
  const Derived qip = derived(stages, state);
  CHECK(qip.shapes == first.shapes);
  CHECK(qip.coverage != first.coverage);
  CHECK(qip.coverage->total.projects == 324);
  CHECK(qip.picture != first.picture);

  state = reduce(std::move(state), action::SetMeasure{Measure::ProjectsPer100k});
  const Derived rate = derived(stages, state);
  CHECK(rate.coverage == qip.coverage);
  CHECK(rate.picture != qip.picture);

  const auto before = stages.runs();
  state = reduce(std::move(state), action::Undo{});
  state = reduce(std::move(state), action::Undo{});
  const Derived back = derived(stages, state);
  CHECK(back.picture == first.picture);
  CHECK(stages.runs().coverage == before.coverage);
  CHECK(stages.runs().picture == before.picture);
}

TEST_CASE("another language makes another picture, not other figures") {
  Pipeline stages = pipeline();
  State state = embedded();
  const Derived french = derived(stages, state);
  state = reduce(std::move(state), action::SetLanguage{Language::English});
  const Derived english = derived(stages, state);
  CHECK(english.coverage == french.coverage);
  CHECK(english.picture->title != french.picture->title);
}

TEST_CASE("the projects of a selected zone are those that name it, under the filter") {
  Pipeline stages = pipeline();
  State state = embedded();
  CHECK(derived(stages, state).zone_projects->empty());
  const AdminLayer& regions = *derived(stages, state).layer;
  state = reduce(std::move(state), action::SelectUnit{regions.find("ML08")});
  CHECK(derived(stages, state).zone_projects->size() == 2);  // Etambar, Tessalit
  state = reduce(std::move(state), action::ToggleFilterValue{Dimension::Fund, "TF"});
  CHECK(derived(stages, state).zone_projects->size() == 1);
  const CoverageZone* kidal = zone_of(derived(stages, state), state.selection.unit);
  REQUIRE(kidal);
  CHECK(kidal->figures.projects == 32);  // the listed ones are not added
}

TEST_CASE("a long column is put in order by a job; until then the rows stay as they are") {
  const Boundaries boundaries = testing::four_regions();
  testing::ListBuilder list(boundaries);
  constexpr int kRows = 4000;
  for (int i = 0; i < kRows; ++i)
    list.add({.cents = 100 * (i * 37 % kRows),
              .places = {"R1"},
              .title = "Projet " + std::to_string(i * 101 % kRows)});
  State state;
  state.sources.dataset = snapshot(list.dataset());
  state.sources.boundaries = snapshot(Boundaries(boundaries));
  state.sources.problems = snapshot(Problems{});
  state.panels.bottom = BottomTab::Projects;
  const Projects& rows = *state.sources.dataset->projects;
  const auto title = [&](const Derived& derived, std::size_t i) {
    return std::string(rows.title[static_cast<std::size_t>((*derived.table)[i])]);
  };
  Pipeline stages = pipeline();

  state = reduce(std::move(state), action::SortProjects{{ProjectColumn::Budget, true}});
  const Derived by_budget = derived(stages, state);
  CHECK_FALSE(by_budget.missing_ranks);
  CHECK(rows.budget.values[static_cast<std::size_t>(by_budget.table->front())].value ==
        100 * (kRows - 1));

  state = reduce(std::move(state), action::SortProjects{{ProjectColumn::Title, false}});
  const Derived waiting = derived(stages, state);
  REQUIRE(waiting.missing_ranks);
  CHECK(waiting.missing_ranks->column == ProjectColumn::Title);
  CHECK(*waiting.table == *by_budget.table);

  const RanksKey key = *waiting.missing_ranks;
  stages.put(key, rank_column(*key.dataset->projects, key.column, key.language));
  const Derived by_title = derived(stages, state);
  CHECK_FALSE(by_title.missing_ranks);
  CHECK(title(by_title, 0) == "Projet 0");
  CHECK(title(by_title, 9) == "Projet 9");
  CHECK(title(by_title, kRows - 1) == "Projet " + std::to_string(kRows - 1));

  // The other way round, and under a filter, the order is at hand.
  state = reduce(std::move(state), action::SortProjects{{ProjectColumn::Title, true}});
  state = reduce(std::move(state), action::SetBudgetRange{{Cents{0}, Cents{100 * 1999}}});
  const Derived filtered = derived(stages, state);
  CHECK_FALSE(filtered.missing_ranks);
  REQUIRE(filtered.table->size() == 2000);
  for (std::size_t i = 1; i < filtered.table->size(); ++i)
    CHECK(std::stoi(title(filtered, i).substr(7)) < std::stoi(title(filtered, i - 1).substr(7)));
}

TEST_CASE("a long list's filters are answered from strata as soon as a job has made them") {
  const Boundaries boundaries = testing::four_regions();
  testing::ListBuilder list(boundaries);
  for (std::size_t i = 0; i < CoverageEngine::kWorthStrata; ++i)
    list.add({.fund = i % 3 == 0 ? "QIP" : "TF",
              .cents = static_cast<std::int64_t>(i),
              .places = {i % 2 == 0 ? "R1" : "R2"}});
  State state;
  state.sources.dataset = snapshot(list.dataset());
  state.sources.boundaries = snapshot(Boundaries(boundaries));
  state.sources.problems = snapshot(Problems{});
  Pipeline stages = pipeline();

  const Derived waiting = derived(stages, state);
  REQUIRE(waiting.missing_engine);
  REQUIRE_FALSE(waiting.missing_engine->engine);
  stages.put(*waiting.missing_engine, make_engine(*waiting.missing_engine, nullptr));
  const auto check = [&](std::int64_t projects, std::int64_t of_qip) {
    const Derived now = derived(stages, state);
    CHECK(now.coverage->total.projects == projects);
    CHECK(now.linked->facets[0][0].figures.projects == of_qip);
    return now;
  };
  state = reduce(std::move(state), action::SetBudgetRange{{Cents{100}, Cents{30'000}}});
  CHECK_FALSE(check(29'901, 9'967).missing_engine);

  // The first fund chosen under a budget is read from the rows; sums for the next ones are wanted.
  state = reduce(std::move(state), action::ToggleFilterValue{Dimension::Fund, "QIP"});
  const Derived chosen = check(9'967, 9'967);
  REQUIRE(chosen.missing_engine);
  REQUIRE(chosen.missing_engine->engine);
  CHECK(chosen.missing_engine->rest.budget.low == Cents{100});
  CHECK(chosen.missing_engine->rest.fund.empty());
  stages.put(*chosen.missing_engine, make_engine(*chosen.missing_engine, nullptr));
  state = reduce(std::move(state), action::ToggleFilterValue{Dimension::Fund, "QIP"});
  state = reduce(std::move(state), action::ToggleFilterValue{Dimension::Fund, "TF"});
  CHECK_FALSE(check(19'934, 9'967).missing_engine);
  CHECK(chosen.missing_engine->engine->scans() == 1);
}

TEST_CASE("what a long list stands on is laid by a job, and the stages take it from there") {
  const Boundaries boundaries = testing::four_regions();
  testing::ListBuilder list(boundaries);
  for (int i = 0; i < 6000; ++i)
    list.add({.cents = 100 * i, .places = {i % 2 ? "R1" : "R2"}, .title = "Projet"});
  State state;
  state.sources.dataset = snapshot(list.dataset());
  state.sources.boundaries = snapshot(Boundaries(boundaries));
  state.sources.problems = snapshot(Problems{});
  Pipeline stages = pipeline();

  Groundwork ground = stages.groundwork(state);
  CHECK(takes_long(ground));
  complete(ground, ContextLayers{});
  CHECK_FALSE(takes_long(ground));
  stages.put(ground);
  CHECK_FALSE(takes_long(stages.groundwork(state)));
  const Derived first = derived(stages, state);
  CHECK(first.shapes == ground.shapes->shapes);
  CHECK(first.cube == ground.lists.front().cube);
  CHECK(first.coverage->total.projects == 6000);
  CHECK(stages.runs().shapes == 1);

  // Another projection moves the units and the places; the cube is the same.
  state = reduce(std::move(state), action::SetProjection{"utm"});
  const Groundwork moved = stages.groundwork(state);
  CHECK(takes_long(moved));
  CHECK_FALSE(moved.shapes);
  CHECK(moved.lists.front().cube == first.cube);
  CHECK_FALSE(moved.lists.front().places);
  // Another filter stands on the same.
  state = reduce(std::move(state), action::Undo{});
  state = reduce(std::move(state), action::SetFilterText{"projet"});
  CHECK_FALSE(takes_long(stages.groundwork(state)));

  // An earlier list is laid beside the present one, once it is compared.
  state.sources.previous = snapshot(list.dataset());
  CHECK_FALSE(takes_long(stages.groundwork(state)));
  state.scene.compare.previous_list = true;
  CHECK(takes_long(stages.groundwork(state)));
}

TEST_CASE("shapes that were made while the list was read are not made again") {
  Pipeline stages = pipeline();
  const State state = embedded();
  const ShapesKey key = groundwork_of(state).key;
  const ShapesMade made = project_shapes(key, ContextLayers{});
  stages.put(Groundwork{key, made, {}});
  CHECK(derived(stages, state).shapes == made.shapes);
  CHECK(stages.runs().shapes == 1);
}

TEST_CASE("few rows are laid within a frame; shapes that cannot be had are told once") {
  Pipeline stages = pipeline();
  State state = embedded();
  CHECK_FALSE(takes_long(stages.groundwork(state)));
  state.scene.projection = "EPSG:1";
  const Derived first = derived(stages, state);
  CHECK_FALSE(first.problem.empty());
  CHECK(first.shapes);
  CHECK(derived(stages, state).problem == first.problem);
  CHECK(stages.runs().shapes == 1);
}

TEST_CASE("a level that the boundaries lack is shown as their finest") {
  Pipeline stages = pipeline();
  State state = embedded();
  state.scene.level = Level::Commune;
  CHECK(derived(stages, state).layer->level == Level::Region);
}

}  // namespace malimap
