#include "geo/boundaries/read.h"
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

Dataset list() {
  static const auto boundaries = four_regions();
  return ListBuilder(boundaries)
      .add({.fund = "QIP", .status = "completed", .sectors = {"Santé", "Agriculture, élevage"}})
      .add({.fund = "TF", .status = "ongoing", .sectors = {"Eau et assainissement"}})
      .dataset();
}

std::string refusal(const std::string& expression) {
  Filter filter;
  filter.fund = {"QIP"};
  const Filter before = filter;
  const auto result = add_to_filter(filter, expression, list());
  CHECK(filter == before);
  return result ? "" : sentence(result.error(), Translator(Language::English));
}

Filter accepted(std::initializer_list<const char*> expressions) {
  Filter filter;
  for (const char* expression : expressions) {
    INFO(expression);
    CHECK(add_to_filter(filter, expression, list()).has_value());
  }
  return filter;
}

Date day(int y, unsigned m, unsigned d) {
  return Date(std::chrono::year(y), std::chrono::month(m), std::chrono::day(d));
}

}  // namespace

TEST_CASE("values are found whatever their case, their accents and their language") {
  CHECK(accepted({"fund=qip, tf"}).fund == std::set<std::string>{"QIP", "TF"});
  CHECK(accepted({"fund=QIP", "fund=TF"}).fund.size() == 2);
  CHECK(accepted({"sector=sante"}).sector == std::set<std::string>{"Santé"});
  CHECK(accepted({"sector=Water and sanitation"}).sector ==
        std::set<std::string>{"Eau et assainissement"});
  CHECK(accepted({"status=Ongoing"}).status == std::set<std::string>{"ongoing"});
}

TEST_CASE("a value may hold a comma") {
  CHECK(accepted({"sector=Agriculture, élevage,Santé"}).sector ==
        std::set<std::string>{"Agriculture, élevage", "Santé"});
}

TEST_CASE("ranges of budgets and periods") {
  CHECK(accepted({"budget=10000..50000"}).budget == CentsRange{Cents{1000000}, Cents{5000000}});
  CHECK(accepted({"budget=..0.5"}).budget == CentsRange{std::nullopt, Cents{50}});
  CHECK(accepted({"budget=45317.39.."}).budget == CentsRange{Cents{4531739}, std::nullopt});
  CHECK(accepted({"start=2016..2017"}).start == DateRange{day(2016, 1, 1), day(2017, 12, 31)});
  CHECK(accepted({"start=2016-02"}).start == DateRange{day(2016, 2, 1), day(2016, 2, 29)});
  CHECK(accepted({"start=..2017-06-30"}).start == DateRange{std::nullopt, day(2017, 6, 30)});
  CHECK(accepted({"text=puits"}).text == "puits");
}

TEST_CASE("what does not exist is refused with what does") {
  CHECK(refusal("fund=XYZ").find("There is no fund \"XYZ\"") != std::string::npos);
  CHECK(refusal("fund=XYZ").find("QIP, TF") != std::string::npos);
  CHECK(refusal("sector=pluie").find("Eau et assainissement") != std::string::npos);
  CHECK(refusal("donor=Danemark").find("no such values") != std::string::npos);
  CHECK(refusal("colour=red").find("fund, sector, status") != std::string::npos);
}

TEST_CASE("what cannot be read is refused with how it reads") {
  for (const char* wrong :
       {"fund", "fund=", "=", "budget=50.000..", "budget=a..b", "budget=..", "budget=5..1",
        "start=2017..2016", "start=2017-02-30", "start=17", "start=..", "text= ", ""}) {
    INFO(wrong);
    CHECK_FALSE(refusal(wrong).empty());
  }
}
