// What each way to make classes promises.

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "geo/coverage/classes.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

using Values = std::vector<std::optional<double>>;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Classing by(ClassMethod method, int count) {
  return {.method = method, .count = count, .breaks = {}};
}

Classing fixed(std::vector<double> breaks) {
  return {.method = ClassMethod::Manual, .count = 5, .breaks = std::move(breaks)};
}

Values series(int round) {
  std::mt19937 random(static_cast<unsigned>(round));
  std::normal_distribution<double> normal;
  Values values;
  const std::size_t size = 1 + random() % 60;
  for (std::size_t i = 0; i < size; ++i) {
    const double kinds[] = {
        normal(random), std::exp(2 * normal(random)), static_cast<double>(random() % 7) - 3,
        1e12 + std::round(normal(random)), random() % 2 ? 0.0 : normal(random) * 1e300};
    values.push_back(kinds[round % 5]);
    if (random() % 10 == 0)
      values.back() = random() % 2 ? std::optional<double>() : std::optional(kNaN);
    if (random() % 30 == 0)
      values.back() = random() % 2 ? kInfinity : -kInfinity;
  }
  return values;
}

bool counts(const std::optional<double>& value) {
  return value && std::isfinite(*value);
}

/// Breaks ascend, every value lies where they say, and members count it.
bool is_sound(const Values& values, const Classes& classes) {
  const auto& breaks = classes.breaks;
  if (!std::is_sorted(breaks.begin(), breaks.end()) || classes.class_of.size() != values.size())
    return false;
  std::vector<int> members(static_cast<std::size_t>(classes.count()), 0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!counts(values[i])) {
      if (classes.class_of[i] != kNoClass)
        return false;
      continue;
    }
    const int c = classes.class_of[i];
    if (c < 0 || c >= classes.count())
      return false;
    const auto at = static_cast<std::size_t>(c);
    ++members[at];
    const bool last = c + 1 == classes.count();
    if (*values[i] < breaks[at] || *values[i] > breaks[at + 1] ||
        (!last && *values[i] == breaks[at + 1]))
      return false;
  }
  return members == classes.members;
}

Values distinct(Values values) {
  std::erase_if(values, [](const auto& value) { return !counts(value); });
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace

TEST_CASE("every method puts every value into the class that its breaks say") {
  for (int round = 0; round < 300; ++round) {
    const Values values = series(round);
    const Values once = distinct(values);
    for (const ClassMethod method : all_class_methods())
      for (int count = kFewestClasses; count <= kMostClasses; ++count) {
        const Classes classes = classify(values, by(method, count));
        INFO(word_of(method) << " in " << count << ", series " << round);
        REQUIRE(is_sound(values, classes));
        REQUIRE(classes.count() <= std::min<int>(count, static_cast<int>(once.size())));
        if (once.empty())
          continue;
        REQUIRE(classes.breaks.front() == *once.front());
        REQUIRE(classes.breaks.back() == *once.back());
        REQUIRE(classes.members.front() > 0);
        REQUIRE(classes.members.back() > 0);
        const bool cuts = method == ClassMethod::Natural || method == ClassMethod::Quantile ||
                          method == ClassMethod::HeadTail;
        if (cuts)
          REQUIRE(std::count(classes.members.begin(), classes.members.end(), 0) == 0);
        if (method == ClassMethod::Natural || method == ClassMethod::Quantile)
          REQUIRE(classes.count() == std::min<int>(count, static_cast<int>(once.size())));
      }
  }
}

TEST_CASE("the order of the values and what is missing change nothing") {
  for (int round = 0; round < 50; ++round) {
    Values values = series(round);
    for (const ClassMethod method : all_class_methods()) {
      const auto breaks = classify(values, by(method, 5)).breaks;
      Values other = values;
      std::shuffle(other.begin(), other.end(), std::mt19937(1));
      other.push_back(std::nullopt);
      other.push_back(kInfinity);
      CHECK(classify(other, by(method, 5)).breaks == breaks);
    }
  }
}

TEST_CASE("equal intervals are equally wide, empty ones included") {
  const Classes classes = classify(Values{0, 1, 2, 10}, by(ClassMethod::EqualInterval, 4));
  CHECK(classes.breaks == std::vector<double>{0, 2.5, 5, 7.5, 10});
  CHECK(classes.members == std::vector<int>{3, 0, 0, 1});
  CHECK(classify(Values{-1e308, 0, 1e308}, by(ClassMethod::EqualInterval, 3)).count() == 3);
}

TEST_CASE("quantiles hold equally many, and equal values stay together") {
  Values values;
  for (int i = 0; i < 23; ++i)
    values.push_back(i * i);
  for (int count = 3; count <= 9; ++count) {
    const auto members = classify(values, by(ClassMethod::Quantile, count)).members;
    const auto [least, most] = std::minmax_element(members.begin(), members.end());
    CHECK(members.size() == static_cast<std::size_t>(count));
    CHECK(*most - *least <= 1);
  }
  const Classes tied = classify(Values{0, 0, 0, 0, 0, 0, 1, 2, 3, 4}, by(ClassMethod::Quantile, 5));
  CHECK(tied.members == std::vector<int>{6, 1, 1, 1, 1});
}

TEST_CASE("pretty breaks are the multiples of 1, 2 or 5 that come nearest to the count") {
  const auto breaks = [](Values values, int count) {
    return classify(values, by(ClassMethod::Pretty, count)).breaks;
  };
  CHECK(breaks({3, 20, 40, 60, 97}, 5) == std::vector<double>{3, 20, 40, 60, 80, 97});
  CHECK(breaks({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 5) == std::vector<double>{0, 2, 4, 6, 8, 10});
  CHECK(breaks({0.1, 0.22, 0.35, 0.47}, 4) == std::vector<double>{0.1, 0.2, 0.3, 0.4, 0.47});
  CHECK(breaks({-70, -10, 20, 30, 90}, 4) == std::vector<double>{-70, -50, 0, 50, 90});
  for (int round = 0; round < 200; ++round) {
    const Values values = series(round);
    const Classes classes = classify(values, by(ClassMethod::Pretty, 3 + round % 7));
    for (std::size_t i = 2; i + 2 < classes.breaks.size(); ++i) {
      const double step = classes.breaks[i] - classes.breaks[i - 1];
      CHECK(classes.breaks[i + 1] - classes.breaks[i] == Approx(step).epsilon(1e-6));
      const double digit = step / std::pow(10, std::floor(std::log10(step * 1.000001)));
      CHECK((digit == Approx(1) || digit == Approx(2) || digit == Approx(5)));
    }
  }
}

TEST_CASE("head/tail cuts at the mean while the head is a minority") {
  // 1, 1/2, 1/3, ... as city sizes after Zipf.
  Values sizes;
  for (int i = 1; i <= 100; ++i)
    sizes.push_back(100000.0 / i);
  const Classes classes = classify(sizes, by(ClassMethod::HeadTail, 9));
  CHECK(classes.count() >= 4);
  for (std::size_t i = 1; i < classes.members.size(); ++i)
    CHECK(classes.members[i] <= classes.members[i - 1]);
  double mean = 0;
  for (const auto& size : sizes)
    mean += *size / 100;
  for (std::size_t i = 0; i < sizes.size(); ++i)
    CHECK((classes.class_of[i] > 0) == (*sizes[i] > mean));
  // Half of the values lie above the mean: one cut and no more.
  CHECK(classify(Values{1, 2, 3, 4, 5, 6}, by(ClassMethod::HeadTail, 9)).count() == 2);
  CHECK(classify(sizes, by(ClassMethod::HeadTail, 3)).count() == 3);
}

TEST_CASE("standard deviations step around the mean") {
  // Mean 5, deviation 2.
  const Values values{2, 4, 4, 4, 5, 5, 7, 9};
  CHECK(classify(values, by(ClassMethod::StandardDeviation, 4)).breaks ==
        std::vector<double>{2, 3, 5, 7, 9});
  CHECK(classify(values, by(ClassMethod::StandardDeviation, 3)).breaks ==
        std::vector<double>{2, 4, 6, 9});
  CHECK(classify(values, by(ClassMethod::StandardDeviation, 5)).breaks ==
        std::vector<double>{2, 4, 6, 8, 9});
}

TEST_CASE("typed breaks are taken as they are; values beyond them lie in the outer classes") {
  const Classes classes = classify(Values{1, 12, 25, std::nullopt}, fixed({20, 10, 10, 30, kNaN}));
  CHECK(classes.breaks == std::vector<double>{1, 10, 20, 30, 30});
  CHECK(classes.class_of == std::vector<int>{0, 1, 2, kNoClass});
  CHECK(classes.members == std::vector<int>{1, 1, 1, 0});
  CHECK(classify(Values{5}, fixed({10, 20})).breaks == std::vector<double>{5, 10, 20, 20});
  CHECK(classify(Values{}, fixed({10, 20})).count() == 0);
}

TEST_CASE("kept breaks stay while the values change, whatever the method") {
  Classing kept{.method = ClassMethod::Quantile, .count = 3, .breaks = {10, 20}, .keep = true};
  CHECK(classify(Values{1, 2, 3, 4}, kept).members == std::vector<int>{4, 0, 0});
  kept.keep = false;
  CHECK(classify(Values{1, 2, 3, 4}, kept).count() == 3);
  CHECK(classify(Values{1, 2, 3, 4}, kept).members.front() < 4);
}

TEST_CASE("classes around a middle break there") {
  for (int round = 0; round < 200; ++round) {
    const Values values = series(round);
    const Values once = distinct(values);
    if (once.empty())
      continue;
    const double middle = round % 3 == 0 ? 0 : *once[once.size() / 2];
    for (const ClassMethod method : all_class_methods())
      for (int count = kFewestClasses; count <= kMostClasses; ++count) {
        const auto [classes, below] = classify_around(values, middle, by(method, count));
        INFO(word_of(method) << " in " << count << ", series " << round);
        REQUIRE(is_sound(values, classes));
        REQUIRE(below <= count / 2);
        REQUIRE(classes.count() - below <= count / 2);
        for (std::size_t i = 0; i < values.size(); ++i)
          if (counts(values[i]))
            REQUIRE((classes.class_of[i] >= below) == (*values[i] >= middle));
        REQUIRE(std::binary_search(classes.breaks.begin(), classes.breaks.end(), middle));
      }
  }
}

TEST_CASE("equal steps around a middle are equal on both sides") {
  const auto equal = by(ClassMethod::EqualInterval, 6);
  const auto [classes, below] = classify_around(Values{-30, -5, 10, 45, 90}, 0, equal);
  CHECK(classes.breaks == std::vector<double>{-30, 0, 30, 60, 90});
  CHECK(below == 1);
  const auto round = classify_around(Values{83, 95, 110, 141}, 100, by(ClassMethod::Pretty, 6));
  CHECK(round.classes.breaks == std::vector<double>{83, 100, 120, 140, 141});
  CHECK(round.below == 1);
}

TEST_CASE("a middle beside all values is the outer break") {
  const auto above = classify_around(Values{5, 6, 9}, 2, by(ClassMethod::Natural, 4));
  CHECK(above.below == 0);
  CHECK(above.classes.breaks.front() == 2);
  const auto below = classify_around(Values{5, 6, 9}, 20, by(ClassMethod::Natural, 4));
  CHECK(below.below == below.classes.count());
  CHECK(below.classes.breaks.back() == 20);
  const auto typed = classify_around(Values{5, 6, 9}, 2, fixed({4, 7}));
  CHECK(typed.classes.breaks == std::vector<double>{2, 2, 4, 7, 9});
  CHECK(typed.below == 1);
  const auto at_end = classify_around(Values{5, 6, 9}, 9, by(ClassMethod::Natural, 4));
  CHECK(at_end.classes.class_of == std::vector<int>{0, 1, 2});
  CHECK(at_end.below == 2);
}

TEST_CASE("a histogram counts every value once") {
  const Histogram histogram = histogram_of(Values{0, 1, 5, 9, 10, kNaN, std::nullopt}, 5);
  CHECK(histogram.low == 0);
  CHECK(histogram.high == 10);
  CHECK(histogram.bins == std::vector<int>{2, 0, 1, 0, 2});
  CHECK(histogram_of(Values{4, 4}, 3).bins == std::vector<int>{0, 2, 0});
  CHECK(histogram_of(Values{kNaN}, 3).bins.empty());
  CHECK(histogram_of(Values{1}, 0).bins.empty());
}

TEST_CASE("methods have words and titles of their own") {
  const Translator tr(Language::English);
  std::vector<std::string> titles;
  for (const ClassMethod method : all_class_methods()) {
    CHECK(class_method_of(word_of(method)) == method);
    titles.push_back(title_of(method, tr));
  }
  std::sort(titles.begin(), titles.end());
  CHECK(std::unique(titles.begin(), titles.end()) == titles.end());
  CHECK(titles.size() == 7);
  CHECK(!class_method_of("jenks?"));
}
