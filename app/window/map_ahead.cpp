#include "app/window/map_ahead.h"

#include <utility>

namespace malimap {

void MapAhead::begin(const Snapshot<Boundaries>& boundaries, const Scene& scene) {
  State state;
  state.sources.boundaries = boundaries;
  state.scene = scene;
  key_ = groundwork_of(state).key;
  (void)context();
  made_ = std::async(std::launch::async, [this, scene] { return lay(scene); });
}

const Snapshot<ContextLayers>& MapAhead::context() {
  if (!context_)
    context_ = snapshot(embedded_context());
  return context_;
}

ShapesMade MapAhead::lay(const Scene& scene) {
  ShapesMade made = project_shapes(*key_, *context_);
  if (made.shapes) {
    const std::lock_guard lock(mutex_);
    ground_ = snapshot(Ground{*key_, scene, made.shapes, context_});
  }
  return made;
}

std::optional<ShapesMade> MapAhead::made_for(const ShapesKey& key) {
  if (!made_.valid() || key != *key_)
    return std::nullopt;
  return made_.get();
}

Snapshot<MapAhead::Ground> MapAhead::ground() const {
  const std::lock_guard lock(mutex_);
  return ground_;
}

}  // namespace malimap
