#pragma once
// What is prepared beside the making of the window: data, shapes, first picture, letters.

#include <functional>
#include <memory>

#include "app/session/pipeline.h"
#include "app/window/map_ahead.h"
#include "app/window/viewer.h"

namespace malimap {

/// A session that is ready to be shown.
struct Session {
  State state;
  Snapshot<ContextLayers> context;
  std::unique_ptr<Pipeline> pipeline;  // has worked for `state` already
  Derived derived;
};

/// Loads and prepares; runs on any thread. What `ahead` has made meanwhile is not made again.
[[nodiscard]] Result<Session> begin_session(Language language, MapAhead& ahead,
                                            const std::function<Result<StartState>()>& load);

/// Milliseconds since the process was started by the system (10 ms grain); negative when unknown.
[[nodiscard]] double process_age_ms();

}  // namespace malimap
