#include "geo/boundaries/read.h"
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

const Boundaries& regions() {
  static const auto boundaries = four_regions();
  return boundaries;
}

Dataset list() {
  return ListBuilder(regions())
      .add({.fund = "QIP", .status = "completed", .sectors = {"Santé", "Agriculture, élevage"}})
      .add({.fund = "TF", .status = "ongoing", .sectors = {"Eau et assainissement"}})
      .dataset();
}

std::string refusal(const std::string& expression) {
  Filter filter;
  filter.fund = {"QIP"};
  const Filter before = filter;
  const auto result = add_to_filter(filter, expression, list(), regions());
  CHECK(filter == before);
  return result ? "" : sentence(result.error(), Translator(Language::English));
}

Filter accepted(std::initializer_list<const char*> expressions) {
  Filter filter;
  for (const char* expression : expressions) {
    INFO(expression);
    CHECK(add_to_filter(filter, expression, list(), regions()).has_value());
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

TEST_CASE("values that shall not pass") {
  const Filter filter = accepted({"fund!=tf", "sector != Santé,eau et assainissement"});
  CHECK(filter.fund.empty());
  CHECK(filter.except.at(Dimension::Fund) == std::set<std::string>{"TF"});
  CHECK(filter.except.at(Dimension::Sector) ==
        std::set<std::string>{"Eau et assainissement", "Santé"});
  CHECK(refusal("fund!=XYZ").find("There is no fund \"XYZ\"") != std::string::npos);
  CHECK(refusal("unit!=R1").find("nothing can be excluded") != std::string::npos);
}

TEST_CASE("units by code or name of any level, and windows of activity") {
  CHECK(accepted({"unit=R1,cercle r21"}).units == std::set<std::string>{"R1", "R21"});
  CHECK(accepted({"unit=r40", "unit=Region 2"}).units == std::set<std::string>{"R2", "R40"});
  CHECK(refusal("unit=R9").find("Region 1 (R1)") != std::string::npos);
  CHECK(accepted({"active=2016..2017-06"}).active == DateRange{day(2016, 1, 1), day(2017, 6, 30)});
  CHECK(refusal("area=north").find("no region of the area") != std::string::npos);
  CHECK(refusal("area=ouest").find("north, centre, south") != std::string::npos);
}

TEST_CASE("areas of Mali are their regions, whatever the vintage") {
  static const auto mali = embedded_boundaries();
  const Dataset data = embedded_dataset(mali);
  Filter filter;
  REQUIRE(add_to_filter(filter, "area=nord", data, mali));
  CHECK(filter.units == std::set<std::string>{"ML06", "ML07", "ML08"});
  REQUIRE(add_to_filter(filter, "area=Centre", data, mali));
  CHECK(filter.units == std::set<std::string>{"ML04", "ML05", "ML06", "ML07", "ML08"});
  filter = {};
  REQUIRE(add_to_filter(filter, "unit=Gao / Ménaka,Kidal", data, mali));
  CHECK(filter.units == std::set<std::string>{"ML07", "ML08"});
}

TEST_CASE("what does not exist is refused with what does") {
  CHECK(refusal("fund=XYZ").find("There is no fund \"XYZ\"") != std::string::npos);
  CHECK(refusal("fund=XYZ").find("QIP, TF") != std::string::npos);
  CHECK(refusal("sector=pluie").find("Eau et assainissement") != std::string::npos);
  CHECK(refusal("colour!=red").find("There is no filter \"colour\"") != std::string::npos);
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
