// The number rules on project lists.
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

TEST_CASE("a budget over three regions adds up to the cent") {
  const auto boundaries = four_regions();
  const auto data =
      ListBuilder(boundaries).add({.cents = 10000, .places = {"R1", "R2", "R3"}}).dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.zones[0].figures.budget == Cents{3334});
  CHECK(coverage.zones[1].figures.budget == Cents{3333});
  CHECK(coverage.zones[2].figures.budget == Cents{3333});
  CHECK(coverage.zones[3].figures.budget == Cents{0});
  CHECK(sum_of_parts(coverage) == Cents{10000});
}

TEST_CASE("a budget follows the shares that its source gives") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.cents = 10001, .places = {"R1", "R2"}, .shares = {0.25, 0.75}})
                        .dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.zones[0].figures.budget == Cents{2500});
  CHECK(coverage.zones[1].figures.budget == Cents{7501});
}

TEST_CASE("a project in three regions is one project and three mentions") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries).add({.places = {"R1", "R2", "R3"}}).dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.total.projects == 1);
  CHECK(coverage.mentions == 3);
  CHECK(has_note(coverage, "counts once in each of them"));
  CHECK(both_numbers(coverage, Translator(Language::English)) == "1 project, 3 region mentions");
}

TEST_CASE("a project with two places in one region counts once there and brings both shares") {
  const auto boundaries = four_regions();
  const auto data =
      ListBuilder(boundaries).add({.cents = 900, .places = {"R10", "R11", "R2"}}).dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.zones[0].figures.projects == 1);
  CHECK(coverage.zones[0].figures.budget == Cents{600});
  CHECK(coverage.zones[1].figures.budget == Cents{300});
}

TEST_CASE("a row that stands for several projects counts as many") {
  const auto boundaries = four_regions();
  const auto data =
      ListBuilder(boundaries).add({.cents = 8500000, .places = {"R1"}, .count = 2}).dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.zones[0].figures.projects == 2);
  CHECK(coverage.zones[0].figures.budget == Cents{8500000});
  CHECK(coverage.total.projects == 2);
}

TEST_CASE("national, outside and unlocated projects are shown apart with their money") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.cents = 100, .places = {"R1"}})
                        .add({.cents = 200, .scope = Scope::National})
                        .add({.cents = 300, .scope = Scope::Outside})
                        .add({.cents = 400, .scope = Scope::Unlocated})
                        .add({.cents = 500, .point = LonLat{50, 50}})
                        .dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.national.projects == 1);
  CHECK(coverage.national.budget == Cents{200});
  CHECK(coverage.outside.projects == 2);  // by its source, and by a point in no unit
  CHECK(coverage.outside.budget == Cents{800});
  CHECK(coverage.unlocated.budget == Cents{400});
  CHECK(coverage.total.projects == 5);
  CHECK(coverage.total.budget == Cents{1500});
  CHECK(sum_of_parts(coverage) == Cents{1500});
}

TEST_CASE("a region without a project is zero under a list that covers the country") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries).add({.cents = 100, .places = {"R1"}}).dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.zones[3].figures.reported());
  CHECK(coverage.zones[3].figures.projects == 0);
  CHECK(coverage.zones[3].figures.budget == Cents{0});
}

TEST_CASE("a missing budget is not zero") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.places = {"R1"}})
                        .add({.places = {"R2"}})
                        .add({.cents = 700, .places = {"R2"}})
                        .dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK_FALSE(coverage.zones[0].figures.budget.has_value());  // none has one
  CHECK(coverage.zones[1].figures.budget == Cents{700});
  CHECK(coverage.zones[1].figures.without_budget == 1);
  CHECK(coverage.total.budget == Cents{700});
  CHECK(has_note(coverage, "2 of 3"));
}

TEST_CASE("a list without budgets has none anywhere") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries).without_budgets().add({.places = {"R1"}}).dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK_FALSE(coverage.zones[0].figures.budget.has_value());
  CHECK_FALSE(coverage.zones[3].figures.budget.has_value());
  CHECK_FALSE(coverage.total.budget.has_value());
  CHECK(has_note(coverage, "no budgets"));
}

TEST_CASE("a project known for a region only stands apart on a map of cercles") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.cents = 100, .places = {"R10"}})
                        .add({.cents = 200, .places = {"R2"}})
                        .dataset();
  const auto coverage = cover(data, boundaries, Level::Cercle, {});
  CHECK(coverage.zones.size() == 8);
  CHECK(zone_named(coverage, "R10")->figures.projects == 1);
  CHECK(zone_named(coverage, "R20")->figures.projects == 0);
  CHECK(coverage.coarser.projects == 1);
  CHECK(coverage.coarser.budget == Cents{200});
  CHECK(sum_of_parts(coverage) == Cents{300});
}

TEST_CASE("a list that knows regions only shows regions on a map of cercles, never split") {
  const auto boundaries = four_regions();
  auto data = ListBuilder(boundaries).add({.cents = 100, .places = {"R2"}}).dataset();
  data.population = {{"R1", 10}, {"R2", 20}};
  const auto coverage = cover(data, boundaries, Level::Cercle, {});
  REQUIRE(coverage.zones.size() == 4);
  CHECK(coverage.zones[1].code == "R2");
  CHECK(coverage.zones[1].units.size() == 2);
  CHECK(coverage.zones[1].figures.projects == 1);
  CHECK(coverage.zones[1].population == 20);
  CHECK(coverage.zones[1].area_km2 == Approx(2000));
  CHECK_FALSE(coverage.zones[3].population.has_value());
  CHECK(coverage.zone_of_unit[2] == 1);
  CHECK(coverage.coarser.projects == 0);
}

TEST_CASE("a reporting zone joins its units only where a project refers to it") {
  const auto boundaries = four_regions();
  ListBuilder list(boundaries);
  list.zone("zone:three-four", "Three / Four", {"R3", "R4"}).add({.cents = 100, .places = {"R3"}});
  CHECK(cover(list.dataset(), boundaries, Level::Region, {}).zones.size() == 4);

  list.add({.cents = 200, .places = {"zone:three-four"}});
  const auto coverage = cover(list.dataset(), boundaries, Level::Region, {});
  REQUIRE(coverage.zones.size() == 3);
  CHECK(coverage.zones[2].code == "zone:three-four");
  CHECK(coverage.zones[2].name == "Three / Four");
  CHECK(coverage.zones[2].figures.projects == 2);
  CHECK(coverage.zones[2].figures.budget == Cents{300});
  CHECK(coverage.zone_of_unit == std::vector<int>{0, 1, 2, 2});
}

TEST_CASE("a point refines a region's name where it lies in it, and not where they disagree") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.places = {"R1"}, .point = LonLat{1.5, 0.5}})
                        .add({.places = {"R1"}, .point = LonLat{6.5, 0.5}})
                        .dataset();
  const auto cercles = cover(data, boundaries, Level::Cercle, {});
  CHECK(zone_named(cercles, "R11")->figures.projects == 1);
  CHECK(zone_named(cercles, "R40")->figures.projects == 0);
  CHECK(cercles.coarser.projects == 1);
  CHECK(cover(data, boundaries, Level::Region, {}).zones[0].figures.projects == 2);
}

TEST_CASE("a filter leaves what it names") {
  const auto boundaries = four_regions();
  const auto data =
      ListBuilder(boundaries)
          .add({.fund = "QIP", .sectors = {"Health"}, .cents = 100, .places = {"R1"}})
          .add({.fund = "TF", .sectors = {"Health", "Water"}, .cents = 200, .places = {"R1"}})
          .add({.fund = "TF", .cents = 400, .places = {"R2"}, .title = "École de Ménaka"})
          .dataset();
  const CoverageCube cube(data, boundaries, Level::Region);
  Filter filter;
  filter.fund = {"TF"};
  CHECK(cover(cube, filter).total.budget == Cents{600});
  filter.sector = {"Water"};
  CHECK(cover(cube, filter).total.projects == 1);
  CHECK(projects_in(cube, 0, filter) == std::vector<ProjectIndex>{1});

  Filter money;
  money.budget = {Cents{150}, Cents{200}};
  CHECK(cover(cube, money).total.projects == 1);
  Filter words;
  words.text = "MENAKA";
  CHECK(cover(cube, words).total.budget == Cents{400});
  Filter start;
  start.start.first = Date(std::chrono::year(2016), std::chrono::January, std::chrono::day(1));
  CHECK(cover(cube, start).total.projects == 0);  // no row has a date
}

TEST_CASE("projects without a value are a group of their own") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.fund = "TF", .sectors = {"Health", "Water"}, .places = {"R1"}})
                        .add({.places = {"R2"}})
                        .dataset();
  const CoverageCube cube(data, boundaries, Level::Region);
  const Dimension fund = Dimension::Fund, sector = Dimension::Sector;
  const auto funds = cover_groups(cube, {}, std::span(&fund, 1));
  REQUIRE(funds.size() == 2);
  CHECK(funds[0].values[0] == "TF");
  CHECK_FALSE(funds[1].values[0].has_value());
  CHECK(funds[1].coverage.total.projects == 1);
  CHECK(cover_groups(cube, {}, std::span(&sector, 1)).size() == 3);
  CHECK(cover_groups(cube, {}, {}).size() == 1);
}

TEST_CASE("rows that are actions of one project are one project, with all their money") {
  const auto boundaries = four_regions();
  auto data = ListBuilder(boundaries)
                  .add({.status = "ongoing", .cents = 100, .places = {"R1"}, .project = 0})
                  .add({.status = "ongoing", .cents = 200, .places = {"R2"}, .project = 1})
                  .add({.status = "completed", .cents = 400, .places = {"R1"}, .project = 0})
                  .add({.status = "completed", .places = {"R2"}, .project = 0})
                  .dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.total.projects == 2);
  CHECK(coverage.total.rows == 4);
  CHECK(coverage.total.without_budget == 0);  // project 0 has one in other rows
  CHECK(coverage.total.budget == Cents{700});
  CHECK(coverage.zones[0].figures.projects == 1);
  CHECK(coverage.zones[0].figures.rows == 2);
  CHECK(coverage.zones[0].figures.budget == Cents{500});
  CHECK(coverage.zones[1].figures.projects == 2);
  CHECK(coverage.zones[1].figures.without_budget == 1);
  CHECK(both_numbers(coverage, Translator(Language::English)) ==
        "2 projects, 3 region mentions, 4 rows (actions)");
  CHECK(has_note(coverage, "parts of one project"));

  Filter completed;
  completed.status = {"completed"};
  const auto two = cover(data, boundaries, Level::Region, completed);
  CHECK(two.total.projects == 1);
  CHECK(two.total.rows == 2);
  const auto statuses = facets(data, boundaries, Dimension::Status, {});
  CHECK(statuses[0].figures.projects == 1);  // completed
  CHECK(statuses[1].figures.projects == 2);  // ongoing

  data.rows_are_projects = true;
  const auto rows = cover(data, boundaries, Level::Region, {});
  CHECK(rows.total.projects == 4);
  CHECK(rows.total.without_budget == 1);
  CHECK(both_numbers(rows, Translator(Language::English)).empty());
}

TEST_CASE("a project that stands for several on each of its rows counts its largest number once") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.places = {"R1"}, .count = 2, .project = 0})
                        .add({.places = {"R2"}, .count = 5, .project = 0})
                        .add({.places = {"R1"}, .count = 3, .project = 0})
                        .dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.zones[0].figures.projects == 3);
  CHECK(coverage.zones[1].figures.projects == 5);
  CHECK(coverage.total.projects == 5);
}

TEST_CASE("parts abroad, for the whole country and not placed stand apart to the cent") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.cents = 1001,
                              .places = {"R1", "abroad", "country", "?", "R1"},
                              .shares = {0.2, 0.3, 0.1, 0.2, 0.2},
                              .scopes = {Scope::Located, Scope::Outside, Scope::National,
                                         Scope::Unlocated, Scope::Located}})
                        .dataset();
  const auto coverage = cover(data, boundaries, Level::Cercle, {});
  // 200.2, 300.3, 100.1, 200.2, 200.2: the cent that is left goes to the largest remainder.
  CHECK(zone_named(coverage, "R1")->figures.budget == Cents{400});
  CHECK(zone_named(coverage, "R1")->figures.projects == 1);
  CHECK(coverage.outside.budget == Cents{301});
  CHECK(coverage.outside.projects == 1);
  CHECK(coverage.national.budget == Cents{100});
  CHECK(coverage.unlocated.budget == Cents{200});
  CHECK(coverage.total.projects == 1);
  CHECK(coverage.mentions == 1);
  CHECK(sum_of_parts(coverage) == Cents{1001});
}

TEST_CASE("amounts without a rate are listed by currency and never added") {
  const auto boundaries = four_regions();
  const auto data =
      ListBuilder(boundaries)
          .add({.fund = "A", .cents = 500, .places = {"R1"}, .amount = 300, .currency = "EUR"})
          .add({.fund = "A", .places = {"R1"}, .amount = 2'000'000'000, .currency = "XOF"})
          .add({.fund = "B", .places = {"R1"}, .amount = 500'000'000, .currency = "XOF"})
          .add({.fund = "B", .places = {"R2"}, .amount = 70, .currency = "GNF"})
          .add({.fund = "B", .places = {"R2"}})
          .dataset();
  const auto coverage = cover(data, boundaries, Level::Region, {});
  CHECK(coverage.total.budget == Cents{500});  // the euros have a rate: their budget is in dollars
  CHECK(coverage.total.without_budget == 4);
  CHECK(coverage.without_any_amount == 1);
  CHECK(coverage.other_currencies ==
        std::map<std::string, OtherAmount>{{"GNF", {Cents{70}, 1, 1}},
                                           {"XOF", {Cents{2'500'000'000}, 2, 2}}});
  CHECK(has_note(coverage, "25\u202F000\u202F000\u00A0XOF in 2 projects"));
  CHECK(has_note(coverage, "1 of 5"));
  Filter b;
  b.fund = {"B"};
  CHECK(cover(data, boundaries, Level::Region, b).other_currencies.at("XOF").amount ==
        Cents{500'000'000});
}

TEST_CASE("with shares of sectors each has its part of the budget, without them the whole") {
  const auto boundaries = four_regions();
  const Row row{.sectors = {"Health", "Water"}, .cents = 1001, .places = {"R1", "R2"}};
  Row shared = row;
  shared.sector_shares = {0.25, 0.75};
  constexpr Dimension kSector = Dimension::Sector;
  Filter health;
  health.sector = {"Health"};

  const CoverageCube cube(ListBuilder(boundaries).add(shared).dataset(), boundaries, Level::Region);
  const auto groups = cover_groups(cube, {}, std::span(&kSector, 1));
  // 1001 is 501 + 500 over the regions and 250.25 + 750.75 over the sectors: 250 and 751.
  CHECK(groups[0].coverage.total.budget == Cents{250});
  CHECK(groups[1].coverage.total.budget == Cents{751});
  for (std::size_t zone = 0; zone < 2; ++zone)
    CHECK(*groups[0].coverage.zones[zone].figures.budget +
              *groups[1].coverage.zones[zone].figures.budget ==
          (zone == 0 ? Cents{501} : Cents{500}));
  CHECK(groups[0].coverage.total.projects == 1);
  CHECK(facets(cube.dataset(), kSector, {})[1].figures.budget == Cents{751});
  CHECK(cover(cube, health).total.budget == Cents{250});
  CHECK(has_note(cover(cube, health), "shares of the chosen sectors"));
  CHECK(cover(cube, {}).total.budget == Cents{1001});

  const CoverageCube whole(ListBuilder(boundaries).add(row).dataset(), boundaries, Level::Region);
  CHECK(facets(whole.dataset(), kSector, {})[0].figures.budget == Cents{1001});
  CHECK(cover(whole, health).total.budget == Cents{1001});
}

TEST_CASE("statuses have names in both languages and a natural order") {
  const Translator english(Language::English);
  CHECK(label_of(Dimension::Status, "suspended", english) == "Suspended");
  CHECK(label_of(Dimension::Status, "cancelled", english) == "Cancelled");
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.status = "cancelled"})
                        .add({.status = "suspended"})
                        .add({.status = "ongoing"})
                        .dataset();
  const auto statuses = facets(data, boundaries, Dimension::Status, {});
  CHECK(statuses[0].value == "ongoing");
  CHECK(statuses[1].value == "suspended");
  CHECK(statuses[2].value == "cancelled");
}
