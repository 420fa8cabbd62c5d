#include "app/session/memo.h"

#include <string>

#include "tests/support/catch.h"

namespace malimap {

TEST_CASE("the same key works once; the last few are kept, the oldest goes first") {
  Memo<int, std::string> memo(2);
  auto make = [](int n) { return [n] { return std::to_string(n); }; };
  CHECK(memo.get(1, make(1)) == "1");
  CHECK(memo.get(1, make(9)) == "1");
  CHECK(memo.runs() == 1);
  CHECK(memo.get(2, make(2)) == "2");
  CHECK(memo.get(1, make(9)) == "1");  // now 2 is the oldest
  CHECK(memo.get(3, make(3)) == "3");
  REQUIRE(memo.find(1));
  CHECK(*memo.find(1) == "1");
  CHECK_FALSE(memo.find(2));
  CHECK(memo.get(4, make(4)) == "4");  // 1 was found last, so 3 goes
  CHECK(memo.find(1));
  CHECK_FALSE(memo.find(3));
  CHECK(memo.runs() == 4);
}

}  // namespace malimap
