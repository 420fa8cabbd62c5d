#include "geo/projects/shares.h"

#include <array>
#include <limits>
#include <random>

#include "tests/support/catch.h"

using namespace malimap;

namespace {
std::vector<std::int64_t> split_of(std::int64_t cents, std::vector<double> shares) {
  std::vector<std::int64_t> parts;
  for (Cents part : split_cents({cents}, shares))
    parts.push_back(part.value);
  return parts;
}
using Parts = std::vector<std::int64_t>;
}  // namespace

TEST_CASE("a budget over three regions adds up to the cent") {
  CHECK(split_of(10000, {1, 1, 1}) == Parts{3334, 3333, 3333});
  CHECK(split_of(5, {0.5, 0.5}) == Parts{3, 2});
  CHECK(split_of(1, {1, 1, 1}) == Parts{1, 0, 0});
}

TEST_CASE("what is left over goes to the largest remainder") {
  CHECK(split_of(100, {1.0 / 6, 2.0 / 6, 3.0 / 6}) == Parts{17, 33, 50});
  CHECK(split_of(10, {0.04, 0.96}) == Parts{0, 10});
}

TEST_CASE("the bulletin's shares give whole amounts") {
  CHECK(split_of(1190000000, {26, 22, 20, 17, 15}) ==
        Parts{309400000, 261800000, 238000000, 202300000, 178500000});
}

TEST_CASE("a negative amount splits as its positive one") {
  CHECK(split_of(-10000, {1, 1, 1}) == Parts{-3334, -3333, -3333});
}

TEST_CASE("shares that say nothing split equally; no shares, no parts") {
  CHECK(split_of(9, {0, 0}) == Parts{5, 4});
  CHECK(split_of(9, {std::numeric_limits<double>::quiet_NaN(), 2}) == Parts{0, 9});
  CHECK(split_of(9, {-1, 3}) == Parts{0, 9});
  CHECK(split_of(9, {}).empty());
}

TEST_CASE("whatever the shares, the parts add up to the amount") {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    const std::int64_t amount = std::uniform_int_distribution<std::int64_t>(
        -100'000'000'000'000, 100'000'000'000'000)(random);
    std::vector<double> shares(std::uniform_int_distribution<std::size_t>(1, 12)(random));
    for (double& share : shares)
      share = std::uniform_real_distribution<double>(0, 1)(random);
    std::int64_t sum = 0;
    for (Cents part : split_cents({amount}, shares))
      sum += part.value;
    REQUIRE(sum == amount);
  }
}
