// A value that is made when it is asked for.

#include "geo/base/later.h"

#include <atomic>
#include <stdexcept>
#include <string>

#include "geo/base/parallel.h"
#include "tests/support/catch.h"

using namespace malimap;

TEST_CASE("What many threads ask for is made once, and copies share it") {
  const Later<std::string> later;
  const Later<std::string> copy = later;
  std::atomic<int> made = 0;
  std::atomic<int> wrong = 0;
  in_parallel(8, [&](std::size_t i) {
    const auto make = [&] {
      ++made;
      return std::string("made");
    };
    wrong += (i % 2 == 0 ? later : copy).get(make) == "made" ? 0 : 1;
  });
  CHECK(made == 1);
  CHECK(wrong == 0);
}

TEST_CASE("What is there already is not made, and what failed is tried again") {
  const auto never = []() -> std::string { throw std::runtime_error("not to be made"); };
  CHECK(Later(std::string("there")).get(never) == "there");
  const Later<std::string> later;
  CHECK_THROWS(later.get(never));
  CHECK(later.get([] { return std::string("made"); }) == "made");
}
