#pragma once
// One thing of a map alone, painted by the page's own painter, as a stamp for the screen.

#include <optional>

#include "app/render/stamps.h"

namespace malimap {

/// px around the place that a picture needs.
struct Room {
  int left = 0, top = 0, right = 0, bottom = 0;
};

class Alone {
 public:
  Alone();

  /// A stamp on the whole pixel nearest to the place. `thing` adds what is wanted, standing at the
  /// plane's origin, to an empty map in the look of `whole`; it is called when the key is new, so
  /// what it refers to must live until then. Nothing where it would lie outside the view.
  [[nodiscard]] std::optional<Stamp> stamp(const Composition& whole, PlanePoint place,
                                           const Room& room, std::string key,
                                           std::function<void(Composition&)> thing) const;

 private:
  Snapshot<Shapes> nowhere_;
};

/// The part of a stamp's key that is about the look of the whole map.
[[nodiscard]] std::string look_of(const Composition& whole);

}  // namespace malimap
