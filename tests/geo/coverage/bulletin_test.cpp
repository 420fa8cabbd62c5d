// The embedded bulletin: what was published, and nothing made from it that was not.
#include "geo/boundaries/read.h"
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

struct Bulletin {
  Boundaries boundaries = embedded_boundaries();
  Dataset data = embedded_dataset(boundaries);
  CoverageCube cube{data, boundaries, Level::Region};
};

Filter fund(std::set<std::string> funds) {
  Filter filter;
  filter.fund = std::move(funds);
  return filter;
}

std::int64_t projects_of(const std::vector<FacetValue>& values, const std::string& value) {
  for (const auto& facet : values)
    if (facet.value == value)
      return facet.figures.projects.value_or(-1);
  return -2;
}

}  // namespace

TEST_CASE("the country has 422 projects and each fund its own") {
  const Bulletin bulletin;
  const auto all = cover(bulletin.cube, {});
  CHECK(all.total.projects == 422);
  CHECK(all.total.budget == Cents{55'336'720'00});
  CHECK(cover(bulletin.cube, fund({"QIP"})).total.projects == 324);
  CHECK(cover(bulletin.cube, fund({"TF"})).total.projects == 93);
  CHECK(cover(bulletin.cube, fund({"TF"})).mentions == 166);
  CHECK(cover(bulletin.cube, fund({"PBF"})).total.projects == 5);
  const auto facet = facets(bulletin.data, bulletin.boundaries, Dimension::Fund, fund({"TF"}));
  REQUIRE(facet.size() == 3);
  CHECK(projects_of(facet, "QIP") == 324);
  CHECK(projects_of(facet, "TF") == 93);
  CHECK(projects_of(facet, "PBF") == 5);
}

TEST_CASE("zones show the published counts, and the regions that are not reported show nothing") {
  const Bulletin bulletin;
  const auto coverage = cover(bulletin.cube, {});
  REQUIRE(coverage.zones.size() == 9);
  CHECK(zone_named(coverage, "ML07")->name == "Gao / Ménaka");
  CHECK(zone_named(coverage, "ML07")->figures.projects == 84 + 42 + 5);
  CHECK(zone_named(coverage, "ML06")->figures.projects == 77 + 47 + 5);
  CHECK(zone_named(coverage, "ML09")->figures.projects == 51 + 24);
  for (const char* code : {"ML01", "ML02", "ML03", "ML04"}) {
    INFO(code);
    CHECK_FALSE(zone_named(coverage, code)->figures.reported());
  }
  CHECK(zone_named(coverage, "ML07")->population == 542'304);
  CHECK(has_note(coverage, "Not reported, which is not zero: Kayes, Koulikoro, Sikasso, Ségou"));
}

TEST_CASE("the QIP budgets are inferred and add up; unknown plus known is unknown") {
  const Bulletin bulletin;
  const auto qip = cover(bulletin.cube, fund({"QIP"}));
  const Figures& gao = zone_named(qip, "ML07")->figures;
  CHECK(gao.budget == Cents{3'094'000'00});
  CHECK(gao.budget_basis == Basis::Inferred);
  CHECK(gao.projects_basis == Basis::Published);
  CHECK(qip.unlocated.budget == Cents{0});
  CHECK(sum_of_parts(qip) == Cents{11'900'000'00});
  CHECK(qip.mentions == 324);

  const auto all = cover(bulletin.cube, {});
  CHECK_FALSE(zone_named(all, "ML07")->figures.budget.has_value());
  CHECK(all.unlocated.budget == all.total.budget);
  CHECK(has_note(all, "for QIP only"));
}

TEST_CASE("published margins are no cross table") {
  const Bulletin bulletin;
  Filter filter = fund({"QIP"});
  filter.sector = {"Eau et assainissement"};
  const auto coverage = cover(bulletin.cube, filter);
  for (const auto& zone : coverage.zones)
    CHECK_FALSE(zone.figures.reported());
  CHECK_FALSE(coverage.total.projects.has_value());
  CHECK(coverage.total.budget == Cents{1'428'000'00});
  CHECK(sum_of_parts(coverage) == Cents{1'428'000'00});
  CHECK(has_note(coverage, "Not published by sector and region"));
  filter.fund.clear();
  CHECK_FALSE(cover(bulletin.cube, filter).total.budget.has_value());
}

TEST_CASE("statuses are known for the funds, not for the regions") {
  const Bulletin bulletin;
  const auto all = facets(bulletin.data, bulletin.boundaries, Dimension::Status, {});
  CHECK(projects_of(all, "completed") == 222 + 44 + 5);
  CHECK(projects_of(all, "ongoing") == 102 + 49);
  const auto tf = facets(bulletin.data, bulletin.boundaries, Dimension::Status, fund({"TF"}));
  CHECK(projects_of(tf, "completed") == 44);
  Filter filter;
  filter.status = {"completed"};
  const auto coverage = cover(bulletin.cube, filter);
  CHECK(coverage.total.projects == 271);
  CHECK_FALSE(zone_named(coverage, "ML07")->figures.reported());
  CHECK(has_note(coverage, "Not published by status and region"));
}

TEST_CASE("sectors have amounts and no counts, and a name in both languages") {
  const Bulletin bulletin;
  const auto sectors = facets(bulletin.data, bulletin.boundaries, Dimension::Sector, {});
  REQUIRE(sectors.size() == 12);
  CHECK(sectors[0].value == "Sécurité");
  CHECK(sectors[0].figures.budget == Cents{2'737'000'00});
  CHECK_FALSE(sectors[0].figures.projects.has_value());
  const auto tf = facets(bulletin.data, bulletin.boundaries, Dimension::Sector, fund({"TF"}));
  CHECK_FALSE(tf[0].figures.budget.has_value());
  for (const auto& figure : bulletin.data.aggregates->by_sector)
    CHECK(label_of(Dimension::Sector, figure.sector_fr, Translator(Language::English)) ==
          figure.sector_en);
}

TEST_CASE("sums cannot be filtered by what only single projects have") {
  const Bulletin bulletin;
  Filter filter;
  filter.text = "Ber";
  const auto coverage = cover(bulletin.cube, filter);
  CHECK_FALSE(coverage.total.reported());
  CHECK_FALSE(zone_named(coverage, "ML06")->figures.reported());
  CHECK(has_note(coverage, "sums only"));
}

TEST_CASE("on cercles each reporting zone is one zone, and each other region too") {
  const std::string path = shared_file("data/boundaries/mli_adm2_ocha.geojson");
  if (path.empty())
    return;
  Problems problems;
  const auto boundaries = read_boundaries(path, {}, problems);
  REQUIRE(boundaries.has_value());
  const auto data = embedded_dataset(*boundaries);
  const auto coverage = cover(data, *boundaries, Level::Cercle, fund({"QIP"}));
  CHECK(coverage.zone_of_unit.size() == 50);
  REQUIRE(coverage.zones.size() == 9);
  CHECK(zone_named(coverage, "ML07")->name == "Gao / Ménaka");
  CHECK(zone_named(coverage, "ML07")->units.size() == 4);
  CHECK(zone_named(coverage, "ML07")->population == 542'304);
  CHECK(sum_of_parts(coverage) == Cents{11'900'000'00});
  CHECK_FALSE(zone_named(coverage, "ML01")->figures.reported());
  CHECK(level_of_figures(coverage) == Level::Region);
  const auto all = cover(data, *boundaries, Level::Cercle, fund({"TF"}));
  CHECK(both_numbers(all, Translator(Language::English)) == "93 projects, 166 region mentions");
}
