// The columns of a list that hold what repeats once, against plain vectors.

#include <algorithm>
#include <limits>
#include <random>

#include "geo/projects/projects.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

using Random = std::mt19937;

Location random_location(Random& random, bool few_digits) {
  const auto degrees = [&](double most) {
    const double exact = most * (static_cast<double>(random()) / 0xFFFFFFFF * 2 - 1);
    return few_digits ? std::round(exact * 1e5) / 1e5 : exact;
  };
  Location location;
  location.scope = static_cast<Scope>(random() % 4);
  if (random() % 4 != 0)
    location.point = LonLat{degrees(180), degrees(90)};
  location.place = static_cast<std::int32_t>(random() % 400) - 1;
  location.contested = random() % 10 == 0;
  if (random() % 200 == 0)
    location.share = 0.25;
  return location;
}

void check_same(const Location& one, const Location& other) {
  CHECK(one.scope == other.scope);
  CHECK(one.point == other.point);
  CHECK(one.place == other.place);
  CHECK(one.share == other.share);
  CHECK(one.contested == other.contested);
}

void check_same(const Locations& list, const std::vector<Location>& expected) {
  REQUIRE(list.size() == expected.size());
  std::size_t i = 0;
  for (const Location& location : list) {
    check_same(location, expected[i]);
    CHECK(list.scope(i) == expected[i].scope);
    CHECK(list.contested(i) == expected[i].contested);
    ++i;
  }
}

std::optional<Cents> random_cents(Random& random) {
  return random() % 4 == 0 ? std::nullopt : std::optional(Cents{static_cast<int>(random() % 5)});
}

}  // namespace

TEST_CASE("locations come back as they went in") {
  Random random(1);
  for (int round = 0; round < 60; ++round) {
    Locations list;
    std::vector<Location> expected;
    for (unsigned i = random() % 100; i > 0; --i) {
      expected.push_back(random_location(random, round % 2 == 0));
      list.push_back(expected.back());
    }
    for (int i = 0; i < 5 && !expected.empty(); ++i) {
      const std::size_t at = random() % expected.size();
      expected[at] = random_location(random, round % 3 == 0);
      list.set(at, expected[at]);
    }
    check_same(list, expected);
    std::vector<std::int32_t> places(400);
    for (std::int32_t& place : places)
      place = static_cast<std::int32_t>(random() % 100'000);
    const Locations copy = list;
    list.append(copy, places);
    const std::size_t size = expected.size();
    for (std::size_t i = 0; i < size; ++i) {
      expected.push_back(expected[i]);
      if (expected.back().place >= 0)
        expected.back().place = places[static_cast<std::size_t>(expected.back().place)];
    }
    list.shrink_to_fit();
    check_same(list, expected);
  }
}

TEST_CASE("degrees are kept to the bit") {
  DegreesColumn typed;
  std::vector<double> expected;
  Random random(2);
  for (int digits = 0; digits <= 7; ++digits)
    for (int i = 0; i < 2000; ++i) {
      const double power = std::pow(10, digits);
      // The number that is nearest to what is typed, as a reader gives it.
      expected.push_back(std::floor(static_cast<double>(random()) / 0xFFFFFFFF * 180 * power) *
                         (i % 2 == 0 ? 1 : -1) / power);
      if (expected.back() == 0)
        expected.back() = 0;
      typed.push_back(expected.back());
    }
  typed.shrink_to_fit();
  CHECK(typed.memory() == expected.size() * 4);
  for (const double any : {0.1234567891234, -0.0, 1e300, std::numeric_limits<double>::denorm_min(),
                           std::numeric_limits<double>::infinity(), 200.0, 1e9}) {
    typed.push_back(any);
    expected.push_back(any);
  }
  for (std::size_t i = 0; i < expected.size(); ++i)
    REQUIRE(std::bit_cast<std::uint64_t>(typed[i]) == std::bit_cast<std::uint64_t>(expected[i]));
  typed.push_back(std::numeric_limits<double>::quiet_NaN());
  CHECK(std::isnan(typed[expected.size()]));
}

TEST_CASE("rows of the source are those that were added, in stretches or in any order") {
  Random random(3);
  for (int round = 0; round < 200; ++round) {
    RowNumbers rows;
    std::vector<std::int64_t> expected;
    std::int64_t next = 1;
    const unsigned jumps = 1 + random() % 30;
    for (int i = 0; i < 500; ++i) {
      if (random() % jumps == 0)
        next = static_cast<std::int64_t>(random() % 1000) - (round % 20 == 0 ? 500 : 0);
      if (round % 15 == 0 && random() % 300 == 0)
        next += std::int64_t{1} << 33;
      expected.push_back(next++);
      rows.push_back(expected.back());
    }
    rows.append(RowNumbers(rows));
    const std::vector<std::int64_t> once = expected;
    expected.insert(expected.end(), once.begin(), once.end());
    rows.shrink_to_fit();
    REQUIRE(std::ranges::equal(rows, expected));
  }
}

TEST_CASE("amounts are what the list gave, whether or not they are the budgets") {
  Random random(4);
  for (int round = 0; round < 200; ++round) {
    Projects list;
    std::vector<std::optional<Cents>> budgets, amounts;
    const unsigned seldom = 1 + random() % 20;
    const auto push = [&](Projects& to) {
      budgets.push_back(random_cents(random));
      amounts.push_back(random() % seldom == 0 ? random_cents(random) : budgets.back());
      to.push_money(budgets.back(), amounts.back());
    };
    for (unsigned i = random() % 200; i > 0; --i)
      push(list);
    Projects other;
    for (unsigned i = random() % 200; i > 0; --i)
      push(other);
    list.amount.append(other.amount, list.budget, other.budget);
    for (std::size_t i = 0; i < other.budget.size(); ++i)
      list.budget.push(other.budget.at(i));
    for (int i = 0; i < 20 && !amounts.empty(); ++i) {
      const std::size_t at = random() % amounts.size();
      if (random() % 2 == 0)
        list.set_amount(at, amounts[at] = random_cents(random));
      else
        list.set_budget(at, budgets[at] = random_cents(random));
    }
    list.shrink_to_fit();
    REQUIRE(list.amount.size() == amounts.size());
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      REQUIRE(list.amount_of(i) == amounts[i]);
      REQUIRE(list.budget.at(i) == budgets[i]);
    }
    CHECK_FALSE(list.amount_of(amounts.size()));
  }
}
