// Indices of inequality against examples worked by hand, an independent formula, and what must hold
// of any of them.
#include <algorithm>
#include <cmath>
#include <random>

#include "geo/coverage/gaps/inequality.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

bool near(double a, double b, double within = 1e-9) {
  return std::abs(a - b) <= within;
}

/// Shares of need 1/4, 1/4, 1/2; of aid 0, 1/4, 3/4.
std::vector<Holding> worked_example() {
  return {{0, 1, 0}, {1, 1, 0}, {3, 2, 1}};
}

/// Half the mean absolute difference of rates over all pairs of people, by the mean rate.
double gini_by_pairs(const std::vector<Holding>& holdings) {
  double aid = 0, need = 0, sum = 0;
  for (const Holding& holding : holdings) {
    aid += holding.aid;
    need += holding.need;
  }
  for (const Holding& a : holdings)
    for (const Holding& b : holdings)
      sum += a.need * b.need * std::abs(a.aid / a.need - b.aid / b.need);
  return sum / (2 * need * need * (aid / need));
}

std::vector<Holding> random_holdings(std::mt19937& random) {
  const auto draw = [&](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  std::vector<Holding> holdings(static_cast<std::size_t>(draw(1, 60)));
  for (Holding& holding : holdings)
    holding = {draw(0, 3) == 0 ? 0.0 : draw(1, 500), static_cast<double>(draw(1, 100'000)),
               draw(-1, 2)};
  holdings.front().aid = 7;
  return holdings;
}

}  // namespace

TEST_CASE("Gini, Hoover and Theil of three units are what paper says") {
  const auto holdings = worked_example();
  // Under the curve (0,0) (1/4,0) (1/2,1/4) (1,1) lies 0 + 1/32 + 10/32: 1 - 22/32.
  CHECK(near(*gini(holdings), 0.3125));
  // (|0 - 1/4| + |1/4 - 1/4| + |3/4 - 1/2|) / 2.
  CHECK(near(*hoover(holdings), 0.25));
  // 0 + 1/4 ln 1 + 3/4 ln 3/2 = 3/4 * 0.405465.
  CHECK(near(*theil(holdings), 0.304099, 1e-6));
  const auto curve = lorenz_curve(holdings);
  REQUIRE(curve.size() == 4);
  CHECK(near(curve[1].need, 0.25));
  CHECK(near(curve[1].aid, 0));
  CHECK(near(curve[2].need, 0.5));
  CHECK(near(curve[2].aid, 0.25));
}

TEST_CASE("Theil's parts of two groups are what paper says") {
  const auto parts = theil_parts(worked_example());
  REQUIRE(parts.has_value());
  REQUIRE(parts->groups.size() == 2);
  // Between: 1/4 ln 1/2 + 3/4 ln 3/2 = -0.173287 + 0.304099.
  CHECK(near(parts->between, 0.130812, 1e-6));
  // Within the first group everything lies in one of two equal halves: ln 2.
  CHECK(near(parts->groups[0].within, std::log(2.0)));
  CHECK(near(parts->groups[0].aid_share, 0.25));
  CHECK(near(parts->groups[0].need_share, 0.5));
  CHECK(near(parts->groups[0].contribution, 0.173287, 1e-6));
  CHECK(near(parts->groups[1].within, 0));
}

TEST_CASE("equal shares are 0, and all in one of two equal units is one half") {
  CHECK(near(*gini(std::vector<Holding>{{2, 1, 0}, {6, 3, 0}}), 0));
  CHECK(near(*hoover(std::vector<Holding>{{2, 1, 0}, {6, 3, 0}}), 0));
  CHECK(near(*theil(std::vector<Holding>{{2, 1, 0}, {6, 3, 0}}), 0));
  CHECK(near(*gini(std::vector<Holding>{{0, 5, 0}, {8, 5, 0}}), 0.5));
  CHECK(near(*hoover(std::vector<Holding>{{0, 5, 0}, {8, 5, 0}}), 0.5));
}

TEST_CASE("without aid or need there is no index; a unit without need is in none") {
  CHECK_FALSE(gini({}).has_value());
  CHECK_FALSE(hoover(std::vector<Holding>{{0, 5, 0}}).has_value());
  CHECK_FALSE(theil(std::vector<Holding>{{3, 0, 0}}).has_value());
  CHECK_FALSE(theil_parts(std::vector<Holding>{{0, 5, 0}}).has_value());
  CHECK(lorenz_curve(std::vector<Holding>{{0, 5, 0}}).empty());
  auto holdings = worked_example();
  holdings.push_back({100, 0, 0});
  CHECK(near(*gini(holdings), 0.3125));
}

TEST_CASE("smoothing pulls a small unit to the mean by what paper says") {
  // Mean 28/500 = 0.056; variance (100 * 0.144^2 + 400 * 0.036^2) / 500 = 0.005184; chance
  // 0.056 / 250 = 0.000224; between 0.00496. First: 0.00496 / (0.00496 + 0.00056) of its 0.144.
  const auto rates = smoothed_rates(std::vector<Holding>{{20, 100, 0}, {8, 400, 0}});
  REQUIRE(rates.size() == 2);
  CHECK(near(rates[0], 0.185391, 1e-6));
  CHECK(near(rates[1], 0.020988, 1e-6));
  // Here chance (0.024 / 250) explains more than all of the variance (0.000064).
  for (const double rate : smoothed_rates(std::vector<Holding>{{4, 100, 0}, {8, 400, 0}}))
    CHECK(near(rate, 0.024));
  CHECK(smoothed_rates(std::vector<Holding>{{0, 5, 0}}) == std::vector<double>{0});
}

TEST_CASE(
    "of any holdings: two formulas agree, parts add up, and splitting a unit changes nothing") {
  std::mt19937 random(20170630);
  for (int round = 0; round < 300; ++round) {
    const auto holdings = random_holdings(random);
    INFO("round " << round << ", units " << holdings.size());
    const double g = *gini(holdings), h = *hoover(holdings), t = *theil(holdings);
    CHECK(near(g, gini_by_pairs(holdings), 1e-9));
    CHECK(h <= g + 1e-12);  // the largest distance of the curve from the diagonal
    CHECK(g < 1);
    CHECK(t >= -1e-12);

    const auto parts = *theil_parts(holdings);
    double whole = parts.between, aid = 0;
    for (const TheilGroup& group : parts.groups) {
      whole += group.contribution;
      aid += group.aid_share;
      CHECK(group.within >= -1e-12);
    }
    CHECK(near(whole, t, 1e-9));
    CHECK(near(aid, 1, 1e-9));
    CHECK(parts.between >= -1e-12);

    auto other = holdings;
    for (Holding& holding : other) {
      holding.aid *= 37;
      holding.need /= 8;
    }
    const Holding split{other.back().aid / 4, other.back().need / 4, other.back().group};
    other.back().aid -= split.aid;
    other.back().need -= split.need;
    other.push_back(split);
    std::shuffle(other.begin(), other.end(), random);
    CHECK(near(*gini(other), g, 1e-9));
    CHECK(near(*hoover(other), h, 1e-9));
    CHECK(near(*theil(other), t, 1e-9));

    // The farthest that the Lorenz curve lies under the diagonal is Hoover's index.
    double farthest = 0;
    for (const LorenzPoint& point : lorenz_curve(holdings))
      farthest = std::max(farthest, point.need - point.aid);
    CHECK(near(farthest, h, 1e-9));
  }
}

TEST_CASE("smoothed rates lie between the raw rate and the mean") {
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    const auto holdings = random_holdings(random);
    double aid = 0, need = 0;
    for (const Holding& holding : holdings) {
      aid += holding.aid;
      need += holding.need;
    }
    const auto rates = smoothed_rates(holdings);
    for (std::size_t i = 0; i < holdings.size(); ++i) {
      const double raw = holdings[i].aid / holdings[i].need, mean = aid / need;
      CHECK(rates[i] >= std::min(raw, mean) - 1e-12);
      CHECK(rates[i] <= std::max(raw, mean) + 1e-12);
    }
  }
}
