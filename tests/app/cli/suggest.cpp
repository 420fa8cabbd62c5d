#include "app/cli/suggest.h"

#include <vector>

#include "tests/support/catch.h"

namespace malimap {

TEST_CASE("the nearest word is the one with the fewest slips") {
  const std::vector<std::string> words{"--filter", "--level", "--layer", "--lang"};
  CHECK(nearest("--filtre", words) == "--filter");   // two letters swapped
  CHECK(nearest("--filters", words) == "--filter");  // one too many
  CHECK(nearest("--LEVEL", words) == "--level");
  CHECK(nearest("--leyer", words) == "--layer");
  CHECK_FALSE(nearest("--budget", words));
  CHECK_FALSE(nearest("", words));
  CHECK_FALSE(nearest("x", {}));
  CHECK_FALSE(nearest(std::string(100000, 'x'), words));
}

TEST_CASE("where nothing is near the known words are listed") {
  const std::vector<std::string> words{"fr", "en"};
  CHECK(suggestion("deutsch", words).args.front() == "fr, en");
}

}  // namespace malimap
