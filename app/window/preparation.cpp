#include "app/window/preparation.h"

#include <utility>

namespace malimap {

Preparation::Preparation(Pipeline& pipeline, Snapshot<ContextLayers> context,
                         std::function<void()> wake)
    : pipeline_(pipeline), context_(std::move(context)), jobs_(std::move(wake)) {}

bool Preparation::hold_back(const Action& action, const State& next) {
  const Groundwork ground = pipeline_.groundwork(next);
  if (!takes_long(ground))
    return false;
  wait(action);
  laying_ = jobs_.run(
      Translator(next.language)(N_("Preparing the map")),
      [ground, context = context_](Progress&) {
        Groundwork made = ground;
        complete(made, *context);
        if (made.shapes->shapes)
          triangulate(*made.shapes->shapes);
        return made;
      },
      [this](const Groundwork& made) { pipeline_.put(made); });
  return true;
}

std::vector<Action> Preparation::deliver() {
  return jobs_.deliver() ? std::exchange(waiting_, {}) : std::vector<Action>();
}

void Preparation::cancel() {
  waiting_.clear();
  laying_.cancel();
}

}  // namespace malimap
