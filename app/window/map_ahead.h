#pragma once
// The map of the boundaries, laid while the list that goes on it is still being read.

#include <future>
#include <mutex>
#include <optional>

#include "app/session/groundwork.h"

namespace malimap {

class MapAhead {
 public:
  /// What can be shown of it.
  struct Ground {
    ShapesKey key;
    Scene scene;  // as it will be, but for what hangs on the list
    Snapshot<Shapes> shapes;
    Snapshot<ContextLayers> context;
  };

  // The thread that reads:

  /// The boundaries are there: begins to lay them out, on a thread of its own.
  void begin(const Snapshot<Boundaries>& boundaries, const Scene& scene);
  [[nodiscard]] const Snapshot<ContextLayers>& context();
  /// What was made for this key, waited for where it is under way; nothing where another one was
  /// expected.
  [[nodiscard]] std::optional<ShapesMade> made_for(const ShapesKey& key);

  // Any thread:

  /// Null as long as there is nothing to be shown.
  [[nodiscard]] Snapshot<Ground> ground() const;

 private:
  ShapesMade lay(const Scene& scene);

  std::optional<ShapesKey> key_;
  Snapshot<ContextLayers> context_;
  mutable std::mutex mutex_;
  Snapshot<Ground> ground_;
  std::future<ShapesMade> made_;  // last: it works on the others
};

}  // namespace malimap
