#include "app/session/pipeline.h"

#include "app/session/action.h"
#include "geo/boundaries/read.h"
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

Frame frame() {
  Frame result;
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
  Frame moved = frame();
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

TEST_CASE("a level that the boundaries lack is shown as their finest") {
  Pipeline stages = pipeline();
  State state = embedded();
  state.scene.level = Level::Commune;
  CHECK(derived(stages, state).layer->level == Level::Region);
}

}  // namespace malimap
