// "A series is drawn as it was published: what is missing is a gap, never a line."
#include "app/panels/series_chart.h"

#include "tests/support/catch.h"

namespace malimap::series_chart {
namespace {

KeyFigure figure(const std::string& as_of, const std::string& fund,
                 std::optional<std::int64_t> projects, std::optional<std::int64_t> dollars) {
  KeyFigure figure;
  figure.as_of = as_of;
  figure.fund = fund;
  figure.projects = projects;
  if (dollars)
    figure.budget = Cents{*dollars * 100};
  return figure;
}

TEST_CASE("every series has a point for every issue, with a value or without", "[series]") {
  const auto all =
      series_of({figure("2016-02-29", "TF", {}, 20), figure("2017-06-30", "TF", 93, 31),
                 figure("2016-02-29", "PBF", 5, 10), figure("2018-04-12", "TF", 143, 52)});
  REQUIRE(all.size() == 4);
  CHECK(all[0].fund == "TF");
  CHECK_FALSE(all[0].budget);
  CHECK(all[1].budget);
  CHECK(all[2].fund == "PBF");
  REQUIRE(all[0].points.size() == 3);
  CHECK_FALSE(all[0].points[0].value);
  CHECK(all[0].points[1].value == 93);
  CHECK(all[1].points[0].value == 20);
  REQUIRE(all[2].points.size() == 3);  // it is known that the later issues say nothing of it
  CHECK_FALSE(all[2].points[2].value);
}

TEST_CASE("lines join neighbouring issues alone", "[series]") {
  Series series;
  for (const std::optional<double> value :
       {std::optional<double>(1), {2}, {}, {0}, {}, {3}, {4}, {5}})
    series.points.push_back({Date{}, value, {}});
  using Run = std::pair<std::size_t, std::size_t>;
  CHECK(runs_of(series) == std::vector<Run>{{0, 2}, {3, 4}, {5, 8}});
  CHECK(runs_of(Series{}).empty());
}

TEST_CASE("axes have round numbers that reach the largest value", "[series]") {
  using chart::round_steps;
  CHECK(round_steps(9, 4) == std::vector<double>{0, 5, 10});
  CHECK(round_steps(100, 4) == std::vector<double>{0, 25, 50, 75, 100});
  CHECK(round_steps(3, 4) == std::vector<double>{0, 1, 2, 3});
  CHECK(round_steps(0, 4) == std::vector<double>{0});
  for (const double largest : {1.0, 7.0, 23.0, 324.0, 24'088.0, 1e6}) {
    const auto steps = round_steps(largest, 4);
    CHECK(steps.back() >= largest);
    CHECK(steps.size() <= 5);
    CHECK(steps[steps.size() - 2] < largest);
  }
}

}  // namespace
}  // namespace malimap::series_chart
