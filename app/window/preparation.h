#pragma once
// Actions that wait for what they stand on: a level, a projection, a list that is new. A job lays
// it, the window stays alive, and then they are carried out in the order in which they came.

#include <functional>
#include <vector>

#include "app/session/action.h"
#include "app/session/jobs.h"
#include "app/session/pipeline.h"

namespace malimap {

class Preparation {
 public:
  /// The pipeline takes what was made; `wake`: on any thread, when something waits.
  Preparation(Pipeline& pipeline, Snapshot<ContextLayers> context, std::function<void()> wake);

  /// Whether an action came before whose ground is not laid yet.
  [[nodiscard]] bool waits() const { return !waiting_.empty(); }
  /// Keeps it behind those that wait.
  void wait(const Action& action) { waiting_.push_back(action); }
  /// Keeps the first one where what it leads to (`next`) takes longer than a frame to lay; false:
  /// it can be carried out now.
  bool hold_back(const Action& action, const State& next);

  /// Main thread: those whose ground is laid by now, for the caller to carry out.
  [[nodiscard]] std::vector<Action> deliver();
  [[nodiscard]] std::vector<Jobs::Running> running() const { return jobs_.running(); }

  /// What waits is not done.
  void cancel();

 private:
  Pipeline& pipeline_;
  Snapshot<ContextLayers> context_;
  std::vector<Action> waiting_;
  Jobs jobs_;  // of its own: what is studied meanwhile must not hold it up
  JobHandle laying_;
};

}  // namespace malimap
