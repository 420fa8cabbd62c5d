#include "app/window/frame_clock.h"

#include "tests/support/catch.h"

namespace malimap {

TEST_CASE("three frames after an event, none without one") {
  FrameClock clock;
  int drawn = 0;
  for (; clock.due(); ++drawn)
    clock.drawn();
  CHECK(drawn == 3);
  clock.wake();
  clock.drawn();
  clock.wake();  // another event before the first has settled
  for (drawn = 0; clock.due(); ++drawn)
    clock.drawn();
  CHECK(drawn == 3);
  CHECK(clock.frames() == 7);
}

}  // namespace malimap
