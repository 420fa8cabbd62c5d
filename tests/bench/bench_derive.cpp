// How long a session takes from a user's action to everything that is to be shown: the reducer, the
// stages behind it (figures, picture, tables) and the composition for a window, without the draw.
//
//   bench_derive LIST [BOUNDARIES] [RUNS] [PART OF A NAME]

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "app/session/action.h"
#include "app/session/pipeline.h"
#include "geo/boundaries/read.h"
#include "tests/bench/timing.h"

using namespace malimap;

namespace {

// Letters of one width: what a text library costs is the draw's.
PixelBox fixed_width(const std::string& text, TextRole, double size, bool, bool, double scale) {
  return {0, 0, static_cast<double>(text.size()) * size * scale / 2, size * scale};
}

/// An action, and what was open before it.
struct Case {
  std::string name;
  std::function<Action(int run)> act;
  BottomTab tab = BottomTab::None;
  MapType type = MapType::Choropleth;
};

Date month(int number) {
  return {std::chrono::year(2012 + number / 12 % 6),
          std::chrono::month(1 + static_cast<unsigned>(number % 12)), std::chrono::day(1)};
}

std::vector<Case> cases() {
  const auto fund = [](int) -> Action { return action::ToggleFilterValue{Dimension::Fund, "TF"}; };
  const auto brush = [](int run) -> Action {
    return action::SetBudgetRange{{Cents{(run + 1) * 10'000}, Cents{2'000'000}}, false};
  };
  const auto window = [](int run) -> Action {
    return action::SetActiveRange{{month(run), month(run + 12)}, false};
  };
  const auto sort = [](ProjectColumn column) {
    return [column](int) -> Action { return action::SortProjects{{column, true}}; };
  };
  const auto open = [](BottomTab tab) {
    return [tab](int) -> Action { return action::SetBottom{tab}; };
  };
  const auto by = [](Dimension dimension) {
    return [dimension](int) -> Action { return action::SetMatrixView{{dimension, {}}}; };
  };
  return {
      {"toggle a fund", fund},
      {"all but a sector",
       [](int) -> Action {
         return action::ExceptFilterValue{Dimension::Sector, "Justice"};
       }},
      {"brush a budget", brush},
      {"move the window of time", window},
      {"type one letter", [](int) -> Action { return action::SetFilterText{"f"}; }},
      {"type a word's third letter", [](int) -> Action { return action::SetFilterText{"for"}; }},
      {"filter by a unit's area",
       [](int) -> Action {
         return action::SetUnitFilter{{"ML05", "ML06"}};
       }},
      {"select a unit", [](int run) -> Action { return action::SelectUnit{run % 9}; }},
      {"another measure", [](int) -> Action { return action::SetMeasure{Measure::BudgetPerKm2}; }},
      {"the map of pies", [](int) -> Action { return action::SetMapType{MapType::Pies}; }},
      {"the map of places", [](int) -> Action { return action::SetMapType{MapType::Places}; }},
      {"open the table", open(BottomTab::Projects)},
      {"sort the table by title", sort(ProjectColumn::Title), BottomTab::Projects},
      {"sort the table by budget", sort(ProjectColumn::Budget), BottomTab::Projects},
      {"sort the table by place", sort(ProjectColumn::Place), BottomTab::Projects},
      {"open the matrix", open(BottomTab::Matrix)},
      {"matrix by fund", by(Dimension::Fund), BottomTab::Matrix},
      {"open the gaps", open(BottomTab::Gaps)},
      {"open the time", open(BottomTab::Time)},
      {"explain the total", [](int) -> Action { return action::ExplainFigure{{}}; }},
      {"drill into a region",
       [](int run) -> Action {
         constexpr std::array kRegions = {"ML05", "ML04", "ML06", "ML01", "ML02"};
         return action::DrillInto{kRegions[static_cast<std::size_t>(run) % kRegions.size()]};
       }},
      {"the regions", [](int) -> Action { return action::SetLevel{Level::Region}; }},
      {"another projection",
       [](int run) -> Action {
         constexpr int kFirstZone = 32628;  // UTM, of the west of Mali, and on to the east
         return action::SetProjection{fmt::format("EPSG:{}", kFirstZone + run % 20)};
       }},
      {"two funds side by side",
       [](int) -> Action {
         Comparison comparison;
         comparison.how = CompareHow::SideBySide;
         comparison.other = Filter{};
         comparison.other->fund = {"PBF"};
         return action::SetComparison{comparison};
       }},
      {"toggle a fund, table open", fund, BottomTab::Projects},
      {"toggle a fund, matrix open", fund, BottomTab::Matrix},
      {"toggle a fund, gaps open", fund, BottomTab::Gaps},
      {"brush a budget, map of places", brush, BottomTab::None, MapType::Places},
  };
}

Viewport window_of(const State& state, const Derived& derived) {
  Viewport frame;
  frame.view.width = 1280;
  frame.view.height = 800;
  const PlanePoint middle = derived.focus.middle();
  frame.view.camera = state.scene.camera.value_or(
      Camera{middle, std::max(derived.focus.width() / 1280, derived.focus.height() / 800)});
  return frame;
}

const ContextLayers kNoContext;

struct Times {
  std::vector<double> reduced, derived, composed;  // `derived` with what was reduced
  std::vector<double> jobs;  // beside the window: groundwork, the order of a long column
};

// Each run begins under a filter that no stage has seen, so that none has its answer at hand.
Times measure(Pipeline& pipeline, const State& first, const Case& one, int runs, int& seen) {
  Times times;
  for (int run = 0; run < runs; ++run) {
    State state = reduce(first, action::SetMapType{one.type});
    state = reduce(std::move(state), action::SetBudgetRange{{Cents{++seen}, std::nullopt}, true});
    state = reduce(std::move(state), action::SetBottom{one.tab});
    const auto before = pipeline.derive(state);
    if (!before)
      return times;
    (void)pipeline.compose(state, *before, window_of(state, *before));
    auto start = Clock::now();
    state = reduce(std::move(state), one.act(run));
    Groundwork ground = pipeline.groundwork(state);
    const bool laid_beside = takes_long(ground);
    times.reduced.push_back(milliseconds_since(start));
    start = Clock::now();
    if (laid_beside) {
      complete(ground, kNoContext);
      pipeline.put(ground);
      times.jobs.push_back(milliseconds_since(start));
    }
    start = Clock::now();
    const auto derived = pipeline.derive(state);
    times.derived.push_back(times.reduced.back() + milliseconds_since(start));
    if (!derived)
      return times;
    start = Clock::now();
    (void)pipeline.compose(state, *derived, window_of(state, *derived));
    times.composed.push_back(milliseconds_since(start));
    if (const auto& key = derived->missing_engine) {
      start = Clock::now();
      pipeline.put(*key, make_engine(*key, nullptr));
      times.jobs.push_back(milliseconds_since(start));
    }
    if (const auto& key = derived->missing_ranks) {
      start = Clock::now();
      pipeline.put(*key, rank_column(*key->dataset->projects, key->column, key->language));
      times.jobs.push_back(milliseconds_since(start));
    }
  }
  return times;
}

Result<State> state_of(const std::string& list, const std::string& boundaries_path) {
  Problems problems;
  auto boundaries = boundaries_path.empty() ? Result<Boundaries>(embedded_boundaries())
                                            : read_boundaries(boundaries_path, {}, problems);
  if (!boundaries)
    return tl::make_unexpected(boundaries.error());
  auto dataset = read_projects(list, *boundaries, {}, problems);
  if (!dataset)
    return tl::make_unexpected(dataset.error());
  State state;
  state.scene.level = boundaries->finest().level;
  state.sources.boundaries = snapshot(std::move(*boundaries));
  state.sources.dataset = snapshot(std::move(*dataset));
  state.sources.problems = snapshot(std::move(problems));
  return state;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "bench_derive LIST [BOUNDARIES] [RUNS]\n");
    return 2;
  }
  const auto state = state_of(argv[1], argc > 2 ? argv[2] : "");
  if (!state) {
    fmt::print(stderr, "{}\n", sentence(state.error(), Translator(Language::English)));
    return 2;
  }
  const int runs = std::max(1, argc > 3 ? std::atoi(argv[3]) : 15);
  const std::string only = argc > 4 ? argv[4] : "";
  Pipeline pipeline(snapshot(ContextLayers{}), fixed_width);
  const auto start = Clock::now();
  if (!pipeline.derive(*state))
    return 2;
  fmt::print("{} rows, {} units; the first time {:.0f} ms\n",
             state->sources.dataset->projects->size(),
             state->sources.boundaries->finest().units.size(), milliseconds_since(start));
  int seen = 0;
  for (const Case& one : cases()) {
    if (one.name.find(only) == std::string::npos)
      continue;
    const Times times = measure(pipeline, *state, one, runs, seen);
    fmt::print("{:<32} {:7.1f} ms  slowest {:7.1f} ms  composed in {:5.1f} ms\n", one.name,
               median(times.derived), *std::max_element(times.derived.begin(), times.derived.end()),
               median(times.composed));
    if (!times.jobs.empty())
      fmt::print("{:<32} {:7.1f} ms, once\n", "  beside the window", median(times.jobs));
  }
  return 0;
}
