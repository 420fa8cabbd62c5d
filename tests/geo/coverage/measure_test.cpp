#include "geo/coverage/measure.h"

#include "tests/support/catch.h"

using namespace malimap;

namespace {

CoverageZone zone() {
  CoverageZone zone;
  zone.population = 200'000;
  zone.area_km2 = 5000;
  zone.figures.projects = 10;
  zone.figures.budget = Cents{500'000'00};
  return zone;
}

}  // namespace

TEST_CASE("measures of a zone") {
  Coverage coverage;
  coverage.total.projects = 40;
  CHECK(value_of(Measure::Projects, zone(), coverage) == 10.0);
  CHECK(value_of(Measure::Budget, zone(), coverage) == 500'000.0);
  CHECK(value_of(Measure::ProjectsPer100k, zone(), coverage) == 5.0);
  CHECK(value_of(Measure::BudgetPerHead, zone(), coverage) == 2.5);
  CHECK(value_of(Measure::BudgetPerProject, zone(), coverage) == 50'000.0);
  CHECK(value_of(Measure::ProjectsPer1000Km2, zone(), coverage) == 2.0);
  CHECK(value_of(Measure::BudgetPerKm2, zone(), coverage) == 100.0);
  CHECK(value_of(Measure::ShareOfProjects, zone(), coverage) == 0.25);
}

TEST_CASE("a measure without its figure or its denominator is nothing") {
  const Coverage coverage;
  auto unknown = zone();
  unknown.population.reset();
  CHECK_FALSE(value_of(Measure::BudgetPerHead, unknown, coverage));
  CHECK_FALSE(value_of(Measure::ShareOfProjects, unknown, coverage));
  unknown.figures = {};
  for (const Measure measure : all_measures())
    CHECK_FALSE(value_of(measure, unknown, coverage));
  auto none = zone();
  none.figures.projects = 0;
  CHECK_FALSE(value_of(Measure::BudgetPerProject, none, coverage));
}

TEST_CASE("budget per project is the mean of the projects that have a budget") {
  auto some = zone();
  some.figures.without_budget = 5;
  CHECK(value_of(Measure::BudgetPerProject, some, {}) == 100'000.0);
}

TEST_CASE("every measure has a word, a title and a rate to offer") {
  for (const Measure measure : all_measures()) {
    CHECK(measure_of(word_of(measure)) == measure);
    CHECK_FALSE(title_of(measure, Translator(Language::English)).empty());
    CHECK_FALSE(is_raw_total(rate_for(measure)));
  }
  CHECK_FALSE(measure_of("no-such-measure"));
}

TEST_CASE("values are shown as the legend reads them") {
  CHECK(format_value(Measure::Projects, 84, Language::English) == "84");
  CHECK(format_value(Measure::ShareOfProjects, 0.259, Language::English) == "26%");
  CHECK(format_value(Measure::Budget, 3'094'000, Language::English) == "3.1\u00a0M\u00a0USD");
}
