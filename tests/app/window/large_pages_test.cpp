#include "app/window/large_pages.h"

#include <cstdlib>

#include "tests/support/catch.h"

using namespace malimap;

// A sanitizer has a heap of its own.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#include <unistd.h>

#include <cstdint>

TEST_CASE("a large block comes out of the heap, where large pages are, and goes back to it") {
  prefer_large_pages(48);
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  constexpr std::size_t kPicture = std::size_t{16} << 20;
  for (int round = 0; round < 3; ++round) {
    void* volatile block = std::malloc(kPicture);
    REQUIRE(block != nullptr);
    CHECK(reinterpret_cast<std::uintptr_t>(block) + kPicture <= end);
    std::free(block);
  }
  CHECK(reinterpret_cast<std::uintptr_t>(sbrk(0)) == end);
}
#endif
