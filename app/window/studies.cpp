#include "app/window/studies.h"

namespace malimap {

Studies::Studies(Pipeline& pipeline, Snapshot<ContextLayers> context, std::function<void()> wake)
    : pipeline_(pipeline), context_(std::move(context)), jobs_(wake), unseen_(std::move(wake)) {}

bool Studies::deliver() {
  const bool any = jobs_.deliver();
  return unseen_.deliver() || any;
}

void Studies::follow(const State& state, const Derived& derived) {
  if (derived.missing_distances != distances_) {
    distances_ = derived.missing_distances;
    measuring_.cancel();
    if (distances_)
      measure(state, *distances_);
  }
  if (derived.missing_changes != changes_) {
    changes_ = derived.missing_changes;
    comparing_.cancel();
    if (changes_)
      compare(state, *changes_);
  }
  if (derived.missing_ranks != ranks_) {
    ranks_ = derived.missing_ranks;
    ranking_.cancel();
    if (ranks_)
      rank(state, *ranks_);
  }
  if (derived.missing_engine != engine_) {
    engine_ = derived.missing_engine;
    dividing_.cancel();
    if (engine_)
      divide(*engine_);
  }
}

void Studies::divide(const EngineKey& key) {
  dividing_ = unseen_.run(
      {}, [key](Progress& progress) { return make_engine(key, &progress); },
      [this, key](EngineMade made) { pipeline_.put(key, std::move(made)); });
}

void Studies::rank(const State& state, const RanksKey& key) {
  ranking_ = jobs_.run(
      Translator(state.language)(N_("Sorting the projects")),
      [key](Progress&) { return rank_column(*key.dataset->projects, key.column, key.language); },
      [this, key](ColumnRanks ranks) { pipeline_.put(key, std::move(ranks)); });
}

void Studies::measure(const State& state, const DistanceKey& key) {
  struct Made {
    DistanceStudy study;
    Snapshot<Bands> bands;
  };
  measuring_ = jobs_.run(
      Translator(state.language)(N_("Measuring distances")),
      [key, boundaries = state.sources.boundaries, context = context_](Progress& progress) {
        Made made;
        made.study = study_distances(*key.cube, *boundaries, key.filter, context->towns,
                                     key.beyond_km, &progress);
        if (!progress.cancelled())
          made.bands = make_bands(made.study, *key.shapes);
        return made;
      },
      [this, key](Made made) { pipeline_.put(key, std::move(made.study), std::move(made.bands)); });
}

void Studies::compare(const State& state, const ChangesKey& key) {
  comparing_ = jobs_.run(
      Translator(state.language)(N_("Comparing the lists")),
      [key](Progress&) { return compare_lists(*key.before, *key.after, Translator(key.language)); },
      [this, key](ListChanges changes) { pipeline_.put(key, std::move(changes)); });
}

}  // namespace malimap
