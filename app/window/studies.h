#pragma once
// Studies that take longer than a frame: distances, what changed between two lists, the order of a
// long column, the strata that answer filters. One of each at a time; one that is not wanted any
// more is stopped.

#include <functional>
#include <optional>

#include "app/session/jobs.h"
#include "app/session/pipeline.h"

namespace malimap {

class Studies {
 public:
  /// The pipeline takes what was made; `wake`: on any thread, when something waits.
  Studies(Pipeline& pipeline, Snapshot<ContextLayers> context, std::function<void()> wake);

  /// Begins what is wanted and missing.
  void follow(const State& state, const Derived& derived);

  /// Main thread: hands over what is finished; true when there was anything.
  bool deliver();
  [[nodiscard]] std::vector<Jobs::Running> running() const { return jobs_.running(); }

 private:
  void measure(const State& state, const DistanceKey& key);
  void compare(const State& state, const ChangesKey& key);
  void rank(const State& state, const RanksKey& key);
  void divide(const EngineKey& key);

  Pipeline& pipeline_;
  Snapshot<ContextLayers> context_;
  std::optional<DistanceKey> distances_;  // under way
  std::optional<ChangesKey> changes_;
  std::optional<RanksKey> ranks_;
  std::optional<EngineKey> engine_;
  Jobs jobs_;    // before the handles
  Jobs unseen_;  // nobody waits for these: they stand in no status line, and Escape means others
  JobHandle measuring_, comparing_, ranking_, dividing_;
};

}  // namespace malimap
