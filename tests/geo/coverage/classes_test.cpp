#include "geo/coverage/classes.h"

#include <random>

#include "tests/support/catch.h"

using namespace malimap;

namespace {

using Values = std::vector<std::optional<double>>;

double deviation(const Values& values, const std::vector<int>& class_of, int count) {
  double sum = 0;
  for (int c = 0; c < count; ++c) {
    double n = 0, mean = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (class_of[i] == c)
        ++n, mean += *values[i];
    mean /= n;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (class_of[i] == c)
        sum += (*values[i] - mean) * (*values[i] - mean);
  }
  return sum;
}

/// Least deviation over all ways to cut sorted values into `count` runs.
double least_deviation(const Values& sorted, int count, std::size_t first = 0) {
  if (count == 1) {
    const Values rest(sorted.begin() + static_cast<std::ptrdiff_t>(first), sorted.end());
    return deviation(rest, std::vector<int>(rest.size(), 0), 1);
  }
  double best = 1e300;
  for (std::size_t end = first + 1; end + static_cast<std::size_t>(count) - 1 <= sorted.size();
       ++end) {
    const Values run(sorted.begin() + static_cast<std::ptrdiff_t>(first),
                     sorted.begin() + static_cast<std::ptrdiff_t>(end));
    best = std::min(best, deviation(run, std::vector<int>(run.size(), 0), 1) +
                              least_deviation(sorted, count - 1, end));
  }
  return best;
}

}  // namespace

TEST_CASE("no values, no classes") {
  CHECK(natural_breaks({}, 5).count() == 0);
  const auto missing = natural_breaks(Values{std::nullopt, std::nullopt}, 5);
  CHECK(missing.count() == 0);
  CHECK(missing.class_of == std::vector<int>{kNoClass, kNoClass});
}

TEST_CASE("one value, or all equal, is one class from itself to itself") {
  const auto classes = natural_breaks(Values{7.0, std::nullopt, 7.0}, 5);
  CHECK(classes.breaks == std::vector<double>{7, 7});
  CHECK(classes.class_of == std::vector<int>{0, kNoClass, 0});
  CHECK(classes.members == std::vector<int>{2});
}

TEST_CASE("breaks are the roundest numbers between the neighbours") {
  const auto classes = natural_breaks(Values{51, 77, 47, 84, 65}, 3);
  CHECK(classes.breaks == std::vector<double>{47, 60, 70, 84});
  CHECK(classes.class_of == std::vector<int>{0, 2, 0, 2, 1});
  const auto small = natural_breaks(Values{0.13, 0.14, 0.37, 0.39}, 2);
  CHECK(small.breaks[1] == 0.2);
}

TEST_CASE("a value on a break belongs to the class above") {
  const auto classes = natural_breaks(Values{1, 2, 9, 10}, 2);
  CHECK(classes.breaks == std::vector<double>{1, 5, 10});
  const auto tight = natural_breaks(Values{1, 2}, 2);
  CHECK(tight.breaks == std::vector<double>{1, 2, 2});
  CHECK(tight.class_of == std::vector<int>{0, 1});
}

TEST_CASE("negative values break at zero") {
  const auto classes = natural_breaks(Values{-8, -7, 6, 7}, 2);
  CHECK(classes.breaks == std::vector<double>{-8, 0, 7});
}

TEST_CASE("never more classes than distinct values, and one to nine of them") {
  CHECK(natural_breaks(Values{1, 1, 2}, 9).count() == 2);
  Values many;
  for (int i = 0; i < 40; ++i)
    many.push_back(i * i);
  for (int wanted = 1; wanted <= 9; ++wanted)
    CHECK(natural_breaks(many, wanted).count() == wanted);
  CHECK(natural_breaks(many, 0).count() == 1);
  CHECK(natural_breaks(many, 100).count() == 9);
}

TEST_CASE("the partition has the least deviation of all") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    Values values;
    for (int i = 0; i < 10; ++i)
      values.push_back(static_cast<double>(random() % 50) - 10);
    std::sort(values.begin(), values.end());
    const auto classes = natural_breaks(values, 1 + round % 4);
    CHECK(deviation(values, classes.class_of, classes.count()) ==
          Approx(least_deviation(values, classes.count())).margin(1e-9));
  }
}

TEST_CASE("classes hold their values and count them") {
  std::mt19937 random(11);
  std::lognormal_distribution<double> spread(8, 3);
  Values values;
  for (int i = 0; i < 5000; ++i)
    values.push_back(i % 17 == 0 ? std::nullopt : std::optional(spread(random)));
  const auto classes = natural_breaks(values, 9);
  REQUIRE(classes.count() == 9);
  CHECK(std::is_sorted(classes.breaks.begin(), classes.breaks.end()));
  std::vector<int> members(9, 0);
  bool inside = true;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i])
      continue;
    const auto c = static_cast<std::size_t>(classes.class_of[i]);
    ++members[c];
    inside = inside && *values[i] >= classes.breaks[c] &&
             (c == 8 ? *values[i] <= classes.breaks[9] : *values[i] < classes.breaks[c + 1]);
  }
  CHECK(inside);
  CHECK(members == classes.members);
}
