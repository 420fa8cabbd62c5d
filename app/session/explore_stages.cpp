#include "app/session/explore_stages.h"

#include <algorithm>

#include "geo/coverage/gaps/explain_distances.h"
#include "geo/coverage/gaps/explain_gaps.h"
#include "geo/coverage/match.h"

namespace malimap {
namespace {

bool asks_for_gaps(const Scene& scene) {
  return is_gap_measure(scene.measure) ||
         (scene.type == MapType::Bivariate && is_gap_measure(scene.second));
}

bool explains_gaps(const State& state) {
  return state.panels.bottom == BottomTab::Figure && state.figure &&
         state.figure->gap != FigureRef::Gap::None;
}

int selected_zone(const Derived& derived, const State& state) {
  const CoverageZone* zone = zone_of(derived, state.selection.unit);
  return zone ? static_cast<int>(zone - derived.coverage->zones.data()) : -1;
}

// A file's table only where it is the one that the scene asks for.
NeedSource need_of(const State& state) {
  const NeedChoice& wanted = state.scene.gaps.need;
  return {wanted, state.need.choice == wanted ? state.need.table : nullptr};
}

bool any_population(const Coverage& coverage) {
  return std::any_of(coverage.zones.begin(), coverage.zones.end(), [](const CoverageZone& zone) {
    return zone.population && !zone.filtered_out;
  });
}

GapInput gap_input(const CoverageCube& cube, const Filter& filter, const DistanceStudy* distances,
                   const State& state) {
  GapInput input;
  input.cube = &cube;
  input.boundaries = state.sources.boundaries.get();
  input.filter = filter;
  input.settings = state.scene.gaps;
  input.need = need_of(state);
  input.outside_programme = state.scene.outside_programme;
  // Beside sums the listed projects are examples: how far the nearest of all is nobody knows.
  if (distances && !cube.dataset().aggregates)
    take_distances(input, *distances);
  return input;
}

// A cell of the matrix is a filter: it stays whole while one is chosen, as a list of values does.
// What was drilled into stays.
Filter filter_beside(Scene scene, FilterBits parts) {
  scene.filter = without(std::move(scene.filter), parts);
  return filter_of(scene);
}

}  // namespace

void ExploreStages::put(const DistanceKey& key, DistanceStudy study, Snapshot<Bands> bands) {
  distances_.put(key, {snapshot(std::move(study)), std::move(bands)});
}

void ExploreStages::put(const ChangesKey& key, ListChanges changes) {
  changes_.put(key, snapshot(std::move(changes)));
}

void ExploreStages::put(const RanksKey& key, ColumnRanks ranks) {
  ranks_.put(key, snapshot(std::move(ranks)));
}

ExploreStages::DistancesMade ExploreStages::distances_of(Derived& derived, const State& state) {
  if (!needs_distances(state.scene) && state.panels.bottom != BottomTab::Gaps &&
      !explains_gaps(state))
    return {};
  const DistanceKey key{derived.cube, derived.shapes, derived.filter, state.scene.gaps.beyond_km};
  if (const DistancesMade* made = distances_.find(key))
    return *made;
  derived.missing_distances = key;
  return {};
}

Snapshot<Coverage> ExploreStages::measured(const Snapshot<Coverage>& coverage,
                                           const Snapshot<CoverageCube>& cube, const Filter& filter,
                                           const Snapshot<DistanceStudy>& distances,
                                           const State& state) {
  const Scene& scene = state.scene;
  const bool gaps = asks_for_gaps(scene), far = distances && needs_distances(scene);
  if (!gaps && !far)
    return coverage;
  const MeasuredKey key{coverage,       cube,       far ? distances : nullptr, filter,
                        need_of(state), scene.gaps, scene.outside_programme};
  return measured_.get(key, [&] {
    Coverage measured = *coverage;
    if (gaps)
      add_gaps(measured, gap_input(*cube, filter, distances.get(), state));
    if (far)
      add_distances(measured, *distances);
    return snapshot(std::move(measured));
  });
}

void ExploreStages::measure(Derived& derived, const State& state) {
  const DistancesMade made = distances_of(derived, state);
  derived.distances = made.study;
  derived.bands = made.bands;
  derived.coverage =
      measured(derived.coverage, derived.cube, derived.filter, derived.distances, state);
}

// Null where there are none at hand.
Snapshot<ColumnRanks> ExploreStages::ranks_of(const RanksKey& key) {
  const Snapshot<ColumnRanks>* ranks = ranks_.find(key);
  return ranks ? *ranks : nullptr;
}

// The order of a long column is a job. Until it is found the rows stay in the order that they have.
void ExploreStages::add_table(Derived& derived, const State& state) {
  const Snapshot<Dataset>& dataset = state.sources.dataset;
  const Projects& list = *dataset->projects;
  const bool of_zone = selected_zone(derived, state) >= 0;
  const auto key_of = [&](ProjectSort sort) {
    return RanksKey{dataset, sort.column, state.language};
  };
  const auto at_hand = [&](ProjectSort sort) {
    return !takes_long_to_rank(sort.column, list.size()) || ranks_of(key_of(sort)) != nullptr;
  };
  if (at_hand(state.sort))
    shown_sort_ = state.sort;
  else
    derived.missing_ranks = key_of(state.sort);
  const ProjectSort sort = at_hand(shown_sort_) ? shown_sort_ : ProjectSort{};
  const TableKey key{dataset, derived.filter,         of_zone ? derived.zone_projects : nullptr,
                     sort,    ranks_of(key_of(sort)), state.language};
  derived.table = tables_.get(key, [&] {
    std::vector<ProjectIndex> rows =
        of_zone ? *derived.zone_projects : projects_under(*derived.cube, derived.filter);
    return snapshot(key.ranks ? sorted_projects(std::move(rows), *key.ranks, sort.falling)
                              : sorted_projects(std::move(rows), list, sort.column, sort.falling,
                                                state.language));
  });
}

void ExploreStages::add_gaps_study(Derived& derived, const State& state) {
  const MeasuredKey key{derived.coverage,
                        derived.cube,
                        derived.distances,
                        derived.filter,
                        need_of(state),
                        state.scene.gaps,
                        state.scene.outside_programme};
  const GapsMade& made = gaps_.get(key, [&] {
    GapInput input = gap_input(*derived.cube, derived.filter, derived.distances.get(), state);
    auto study = study_gaps(input);
    // Where nobody knows how many live in these units, distances and empty units are worth showing
    // all the same.
    if (!study && input.settings.need.kind == NeedKind::Population &&
        !any_population(*derived.coverage)) {
      input.settings.need = input.need.choice = {NeedKind::Area, {}, {}};
      study = study_gaps(input);
      if (study)
        study->notes.insert(
            study->notes.begin(),
            Message{N_("The population of these units is not known: they are held against their "
                       "area. A table of your own would tell more."),
                    {}});
    }
    if (!study)
      return GapsMade{nullptr, study.error()};
    return GapsMade{snapshot(std::move(*study)), std::nullopt};
  });
  derived.gaps = made.study;
  if (made.problem)
    derived.gaps_problem = sentence(*made.problem, Translator(state.language));
}

void ExploreStages::find_changes(Derived& derived, const State& state) {
  if (!state.sources.previous)
    return;
  const ChangesKey key{state.sources.previous, state.sources.dataset, state.language};
  if (const auto* changes = changes_.find(key))
    derived.changes = *changes;
  else
    derived.missing_changes = key;
}

void ExploreStages::fill(Derived& derived, const State& state) {
  const BottomTab tab = state.panels.bottom;
  if (const int zone = selected_zone(derived, state); zone >= 0)
    derived.profile = profiles_.get({derived.coverage, derived.cube, derived.filter, zone}, [&] {
      return snapshot(make_profile(*derived.cube, *derived.boundaries, *derived.coverage,
                                   derived.filter, zone));
    });
  if (tab == BottomTab::Projects)
    add_table(derived, state);
  if (tab == BottomTab::Matrix) {
    derived.matrix_filter = filter_beside(state.scene, kMatrixParts | bit_of(state.matrix.by));
    derived.matrix = matrices_.get({derived.cube, derived.matrix_filter, state.matrix.by}, [&] {
      return snapshot(make_matrix(*derived.cube, derived.matrix_filter, state.matrix.by));
    });
  }
  if (tab == BottomTab::Gaps)
    add_gaps_study(derived, state);
  if (tab == BottomTab::Figure && state.figure)
    add_explanation(derived, *state.figure, state);
}

void ExploreStages::add_explanation(Derived& derived, const FigureRef& figure, const State& state) {
  const Filter filter = filter_beside(state.scene, figure.beside);
  const bool of_distances = figure.gap == FigureRef::Gap::Far;
  const bool of_gaps = explains_gaps(state) && !of_distances;
  if (of_gaps)
    add_gaps_study(derived, state);
  const FigureKey key{derived.coverage,
                      derived.cube,
                      filter,
                      of_gaps ? derived.gaps : nullptr,
                      of_distances ? derived.distances : nullptr,
                      figure,
                      state.language};
  if ((of_gaps && !derived.gaps) || (of_distances && !derived.distances))
    return;
  derived.explanation = explanations_.get(key, [&] {
    const Translator tr(state.language);
    if (of_distances)
      return snapshot(
          explain_distances(*derived.distances, *derived.cube, *derived.coverage, filter, tr));
    if (of_gaps)
      return snapshot(explain_gap(*derived.gaps, *derived.cube, filter, figure, tr));
    if (filter == derived.filter)
      return snapshot(explain(*derived.cube, *derived.coverage, filter, figure, tr));
    return snapshot(explain(*derived.cube, cover(*derived.cube, filter), filter, figure, tr));
  });
}

}  // namespace malimap
