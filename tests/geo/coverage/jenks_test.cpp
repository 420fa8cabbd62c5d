// Natural breaks against the plain definition: every cut of the sorted series is tried, each
// class's deviation summed from its mean, without running sums and without the cleverness of the
// program.

#include <algorithm>
#include <cmath>
#include <random>

#include "geo/coverage/classes.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

using Values = std::vector<std::optional<double>>;

/// Of sorted[first, last).
long double deviation(const std::vector<double>& sorted, std::size_t first, std::size_t last) {
  long double mean = 0, sum = 0;
  for (std::size_t i = first; i < last; ++i)
    mean += sorted[i];
  mean /= static_cast<long double>(last - first);
  for (std::size_t i = first; i < last; ++i)
    sum += (sorted[i] - mean) * (sorted[i] - mean);
  return sum;
}

struct Optimum {
  long double sum = 0;
  std::vector<std::size_t> begins;  // where classes after the first begin
  bool unique = true;               // no other cut between distinct values is as good
};

/// best[k][n] = min over c of best[k - 1][c] + deviation(c, n): O(classes n^2) sums of O(n).
Optimum optimum(const std::vector<double>& sorted, std::size_t classes) {
  const std::size_t n = sorted.size();
  const long double none = std::numeric_limits<long double>::infinity();
  std::vector<std::vector<long double>> cost(n, std::vector<long double>(n + 1, 0));
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = a + 1; b <= n; ++b)
      cost[a][b] = deviation(sorted, a, b);
  std::vector<std::vector<long double>> best(classes + 1, std::vector<long double>(n + 1, none));
  std::vector<std::vector<std::size_t>> from(classes + 1, std::vector<std::size_t>(n + 1, 0));
  // How many ways reach the best, counted up to two.
  std::vector<std::vector<int>> ways(classes + 1, std::vector<int>(n + 1, 0));
  best[0][0] = 0;
  ways[0][0] = 1;
  const long double slack = 1e-12L * cost[0][n];
  for (std::size_t k = 1; k <= classes; ++k)
    for (std::size_t end = 1; end <= n; ++end)
      for (std::size_t cut = 0; cut < end; ++cut) {
        if (best[k - 1][cut] == none || (cut > 0 && sorted[cut - 1] == sorted[cut]))
          continue;
        const long double sum = best[k - 1][cut] + cost[cut][end];
        if (sum < best[k][end] - slack) {
          ways[k][end] = 0;
        } else if (sum > best[k][end] + slack) {
          continue;
        }
        ways[k][end] = std::min(2, ways[k][end] + ways[k - 1][cut]);
        if (sum < best[k][end]) {
          best[k][end] = sum;
          from[k][end] = cut;
        }
      }
  Optimum out{best[classes][n], {}, ways[classes][n] == 1};
  for (std::size_t k = classes, end = n; k > 1; --k)
    out.begins.insert(out.begins.begin(), end = from[k][end]);
  return out;
}

/// Kinds of series that planners have: even, with many equal ones, few very large ones, losses and
/// gains, small differences on a large amount, in clusters.
std::vector<double> series(int round) {
  std::mt19937 random(static_cast<unsigned>(1000 + round));
  std::uniform_real_distribution<double> even(0, 1);
  std::normal_distribution<double> normal;
  const std::size_t size = 5 + random() % 116;
  std::vector<double> out;
  for (std::size_t i = 0; i < size; ++i) {
    const double pieces[] = {even(random) * 1000,
                             static_cast<double>(random() % 12),
                             std::exp(8 + 2.5 * normal(random)),
                             normal(random) * 1e4,
                             1e9 + even(random) * 50,
                             -3e6 + static_cast<double>(random() % 6) * 1000 + normal(random) * 20,
                             std::pow(even(random) + 1e-6, -0.8),
                             std::round(std::exp(3 * even(random)) * 10) / 10};
    out.push_back(pieces[round % 8]);
  }
  return out;
}

}  // namespace

TEST_CASE("natural breaks equal those of the plain definition on 200 random series") {
  int unique = 0;
  for (int round = 0; round < 200; ++round) {
    const std::vector<double> values = series(round);
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    auto once = sorted;
    once.erase(std::unique(once.begin(), once.end()), once.end());
    const auto count = std::min<std::size_t>(static_cast<std::size_t>(3 + round % 7), once.size());

    const Classes classes =
        natural_breaks(Values(values.begin(), values.end()), static_cast<int>(count));
    INFO("series " << round << " of " << values.size() << " in " << count);
    REQUIRE(static_cast<std::size_t>(classes.count()) == count);
    const Optimum best = optimum(sorted, count);
    std::vector<std::size_t> begins;
    long double sum = 0;
    std::size_t at = 0;
    for (int members : classes.members) {
      sum += deviation(sorted, at, at + static_cast<std::size_t>(members));
      at += static_cast<std::size_t>(members);
      begins.push_back(at);
    }
    begins.pop_back();
    const long double whole = deviation(sorted, 0, sorted.size());
    CHECK(static_cast<double>(sum) <= static_cast<double>(best.sum * (1 + 1e-9L) + whole * 1e-15L));
    CHECK(static_cast<double>(sum) >= static_cast<double>(best.sum * (1 - 1e-9L)));
    if (!best.unique)
      continue;
    ++unique;
    CHECK(begins == best.begins);
    bool members_agree = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto place = std::lower_bound(sorted.begin(), sorted.end(), values[i]) - sorted.begin();
      const auto wanted = std::upper_bound(best.begins.begin(), best.begins.end(),
                                           static_cast<std::size_t>(place)) -
                          best.begins.begin();
      members_agree = members_agree && classes.class_of[i] == wanted;
    }
    CHECK(members_agree);
  }
  CHECK(unique > 150);  // or the memberships were hardly compared
}
