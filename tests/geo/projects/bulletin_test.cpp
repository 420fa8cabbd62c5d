#include "geo/projects/dataset.h"
#include "tests/geo/projects/little_mali.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

const ReportingZone* zone(const Dataset& data, const std::string& name) {
  for (const auto& z : data.aggregates->zones)
    if (z.name_fr == name)
      return &z;
  return nullptr;
}

const ZoneFigure* figure(const Dataset& data, const std::string& zone_name,
                         const std::string& fund) {
  for (const auto& f : data.aggregates->by_zone)
    if (zone(data, zone_name) != nullptr && f.zone == zone(data, zone_name)->id && f.fund == fund)
      return &f;
  return nullptr;
}

const KeyFigure& key(const Dataset& data, const std::string& fund) {
  for (const auto& f : data.aggregates->key_figures)
    if (f.fund == fund)
      return f;
  FAIL("no key figure for " << fund);
  return data.aggregates->key_figures.front();
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("the totals per fund are the key figures, never the sum over regions") {
  const Dataset data = embedded_dataset(nine_units());
  CHECK(data.aggregates->as_of == "2017-06-30");
  CHECK(data.aggregates->funds == Strings{"QIP", "TF", "PBF"});
  CHECK(key(data, "QIP").projects == 324);
  CHECK(key(data, "TF").projects == 93);
  CHECK(key(data, "PBF").projects == 5);
  CHECK(key(data, "TF").budget == Cents{3133036700});
  CHECK(key(data, "TF").cost == Cents{2497825800});
  CHECK(key(data, "QIP").completed == 222);
  CHECK(key(data, "TF").ongoing == 49);
  CHECK_FALSE(key(data, "QIP").source.empty());
}

TEST_CASE("all peacebuilding projects are described, so their status is known from them") {
  const Dataset data = embedded_dataset(nine_units());
  CHECK(key(data, "PBF").completed == 5);
  CHECK(key(data, "PBF").ongoing == 0);
}

TEST_CASE("on the nine units a reporting zone is one unit and bears its code") {
  const Dataset data = embedded_dataset(nine_units());
  CHECK(data.aggregates->zones.size() == 5);
  REQUIRE(zone(data, "Gao / Ménaka") != nullptr);
  CHECK(zone(data, "Gao / Ménaka")->id == "ML07");
  CHECK(zone(data, "Gao / Ménaka")->pcodes == Strings{"ML07"});
  CHECK(zone(data, "Tombouctou / Taoudénit")->pcodes == Strings{"ML06"});
  CHECK(zone(data, "Tombouctou / Taoudénit")->name_en == "Timbuktu / Taoudénit");
  CHECK(zone(data, "Bamako")->pcodes == Strings{"ML09"});
  CHECK(zone(data, "Kayes") == nullptr);
  CHECK(data.population.at("ML07") == 542304);
  CHECK(data.population.size() == 9);
}

TEST_CASE("the twelve published counts") {
  const Dataset data = embedded_dataset(nine_units());
  CHECK(data.aggregates->by_zone.size() == 12);
  CHECK(figure(data, "Gao / Ménaka", "QIP")->projects == 84);
  CHECK(figure(data, "Gao / Ménaka", "TF")->projects == 42);
  CHECK(figure(data, "Gao / Ménaka", "PBF")->projects == 5);
  CHECK(figure(data, "Tombouctou / Taoudénit", "QIP")->projects == 77);
  CHECK(figure(data, "Bamako", "TF")->projects == 24);
  CHECK(figure(data, "Mopti", "QIP")->projects == 65);
  CHECK(figure(data, "Kidal", "TF")->projects == 32);
  CHECK(figure(data, "Mopti", "PBF") == nullptr);
}

TEST_CASE("budgets per region are inferred and add up to the budget to the cent") {
  const Dataset data = embedded_dataset(nine_units());
  CHECK(figure(data, "Gao / Ménaka", "QIP")->budget == Cents{309400000});
  CHECK(figure(data, "Gao / Ménaka", "QIP")->budget_basis == Basis::Inferred);
  CHECK(figure(data, "Gao / Ménaka", "QIP")->projects_basis == Basis::Published);
  CHECK_FALSE(figure(data, "Gao / Ménaka", "TF")->budget);
  Cents regions, sectors;
  for (const auto& f : data.aggregates->by_zone)
    regions += f.budget.value_or(Cents{});
  for (const auto& f : data.aggregates->by_sector)
    sectors += f.budget;
  CHECK(regions == Cents{1190000000});
  CHECK(sectors == Cents{1190000000});
  CHECK(data.aggregates->by_sector.size() == 12);
}

TEST_CASE(
    "where Ménaka is a unit of its own, the zone covers both and only the zone's population is "
    "known") {
  const Dataset data = embedded_dataset(eleven_units());
  CHECK(zone(data, "Gao / Ménaka")->id == "zone:gao-menaka");
  CHECK(zone(data, "Gao / Ménaka")->pcodes == Strings{"ML07", "ML10"});
  CHECK(zone(data, "Tombouctou / Taoudénit")->pcodes == Strings{"ML06", "ML11"});
  CHECK(zone(data, "Kidal")->pcodes == Strings{"ML08"});
  CHECK(data.population.at("zone:gao-menaka") == 542304);
  CHECK(data.population.count("ML07") == 0);
  CHECK(data.population.at("ML05") == 2036209);
}

TEST_CASE("codes are not believed without names: ISO numbers and shuffled codes still match") {
  Boundaries boundaries = nine_units();
  std::swap(boundaries.layers[0].units[3].pcode,
            boundaries.layers[0].units[4].pcode);  // GeoNames: 04 is Mopti
  for (auto& unit : boundaries.layers[0].units)
    if (unit.name == "Ségou")
      unit.name = "SEGOU";
  const Dataset data = embedded_dataset(boundaries);
  CHECK(zone(data, "Mopti")->pcodes == Strings{"ML04"});
  CHECK(data.population.at("ML04") == 2036209);
  CHECK(data.population.at("ML05") == 2338349);
}

TEST_CASE("a zone with a part missing from the boundaries has no place on them") {
  Boundaries boundaries = eleven_units();
  std::erase_if(boundaries.layers[0].units, [](const auto& unit) { return unit.name == "Ménaka"; });
  const Dataset data = embedded_dataset(boundaries);
  CHECK(zone(data, "Gao / Ménaka")->pcodes.empty());
  CHECK(zone(data, "Tombouctou / Taoudénit")->pcodes.size() == 2);
}

TEST_CASE("on another country's boundaries the bulletin covers nothing") {
  const Dataset data = embedded_dataset(elsewhere());
  for (const auto& z : data.aggregates->zones)
    CHECK(z.pcodes.empty());
  CHECK(data.population.empty());
  CHECK(data.projects->size() == 10);
  CHECK(data.counts.outside == 10);
}

TEST_CASE("the described projects: eleven in ten rows, each with its places") {
  const Dataset data = embedded_dataset(nine_units());
  const Projects& projects = *data.projects;
  REQUIRE(projects.size() == 10);
  int standing_for = 0;
  for (int count : projects.count)
    standing_for += count;
  CHECK(standing_for == 11);
  CHECK(projects.locations_of(9).size() == 2);
  CHECK(projects.locations_of(9)[0].share == Approx(0.5));
  CHECK(projects.places[static_cast<std::size_t>(projects.locations_of(1)[0].place)].code ==
        "ML07");
  REQUIRE(projects.locations_of(4)[0].point);
  CHECK(projects.locations_of(4)[0].point->lat == Approx(20.2013));
  CHECK(projects.budget.at(1) == Cents{4531739});
  CHECK_FALSE(projects.budget.at(0));
  CHECK(projects.status.at(9) == "completed");
  CHECK(projects.partner.at(9).size() == 3);
}

TEST_CASE("the series holds every issue") {
  const Dataset data = embedded_dataset(nine_units());
  CHECK(data.aggregates->series.size() == 13);
  CHECK(data.aggregates->series.front().as_of == "2016-02-29");
  CHECK(data.aggregates->series.back().cost == Cents{9350000000});
}
