#include "app/session/reduce_scenes.h"

namespace malimap {

bool reduce_scenes(State&, const Action&) {
  return false;
}

}  // namespace malimap
