#include "app/session/reduce_presentation.h"

namespace malimap {

bool reduce_presentation(State&, const Action&) {
  return false;
}

}  // namespace malimap
