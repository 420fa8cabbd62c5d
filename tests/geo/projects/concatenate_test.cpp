// Lists one behind the other: nothing is lost, and what is the same is the same once.
#include "geo/projects/concatenate.h"

#include <cmath>

#include "geo/projects/dataset.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

/// One row in one place.
void add(Projects& list, const std::string& title, const std::string& fund,
         const std::vector<std::string>& sectors, const PlaceName& place) {
  list.id.push("id of " + title);
  list.title.push(title);
  list.place_text.push(place.name);
  list.row.push_back(static_cast<std::int64_t>(list.size()) + 1);
  list.fund.push(fund);
  list.status.push("");
  list.sector.push(sectors);
  list.donor.push({});
  list.partner.push({});
  list.count.push_back(1);
  list.push_money({}, Cents{100});
  list.currency.push(fund == "A" ? "XOF" : "EUR");
  list.start.push(std::nullopt);
  list.end.push(std::nullopt);
  list.scope.push_back(Scope::Located);
  list.places.push_back(place);
  Location location;
  location.place = static_cast<std::int32_t>(list.places.size()) - 1;
  list.locations.push_back(location);
  list.location_offsets.push_back(static_cast<std::uint32_t>(list.locations.size()));
}

const PlaceName kGao{"ML07", "Gao", Level::Region, {"ML07"}};
const PlaceName kMopti{"ML05", "Mopti", Level::Region, {"ML05"}};
const PlaceName kSameCode{"ML05", "Mopti", Level::Cercle, {"ML05"}};

Projects first() {
  Projects list;
  list.source = "one.csv";
  list.as_of = "2024-01-01";
  add(list, "School", "A", {"Education"}, kGao);
  add(list, "Well", "B", {"Water", "Health"}, kMopti);
  return list;
}

Projects second() {
  Projects list;
  list.source = "two.csv";
  list.has_budgets = true;
  add(list, "Road", "B", {"Roads", "Water"}, kSameCode);
  add(list, "Clinic", "", {"Health"}, kGao);
  return list;
}

}  // namespace

TEST_CASE("the rows of two lists keep their texts, sectors and places") {
  Projects all;
  append(all, first());
  append(all, second());
  REQUIRE(all.size() == 4);
  CHECK(all.title[0] == "School");
  CHECK(all.title[3] == "Clinic");
  CHECK(all.id[2] == "id of Road");
  CHECK(all.place_text[3] == "Gao");
  CHECK(all.fund.at(2) == "B");
  CHECK(all.fund.codes[1] == all.fund.codes[2]);
  CHECK(all.fund.codes[3] == kMissing);
  const auto sectors = all.sector.at(2);
  REQUIRE(sectors.size() == 2);
  CHECK(all.sector.dictionary.text(sectors[0]) == "Roads");
  CHECK(all.sector.dictionary.text(sectors[1]) == "Water");
  CHECK(all.sector.dictionary.size() == 4);
  CHECK(all.currency.at(0) == "XOF");
  CHECK(all.currency.at(3) == "EUR");
  CHECK(all.amount_of(3) == Cents{100});
  REQUIRE(all.places.size() == 3);  // the cercle of the same code is another place
  CHECK(all.locations_of(3)[0].place == all.locations_of(0)[0].place);
  CHECK(all.places[static_cast<std::size_t>(all.locations_of(2)[0].place)].level == Level::Cercle);
  CHECK(all.source == "one.csv, two.csv");
  CHECK(all.as_of == "2024-01-01");
  CHECK(all.has_budgets);
}

TEST_CASE("parts of one list name their source once") {
  Projects all = first();
  append(all, first());
  CHECK(all.source == "one.csv");
  CHECK(all.places.size() == 2);
}

TEST_CASE("projects of several rows keep their rows, and no two lists share one") {
  Projects numbered = first();
  numbered.project_of_row = {0, 0};
  Projects all;
  append(all, Projects(numbered));
  append(all, second());
  append(all, Projects(numbered));
  CHECK(all.project_of_row == std::vector<std::int32_t>{0, 0, 1, 2, 3, 3});
  Projects plain = second();
  append(plain, Projects(numbered));
  CHECK(plain.project_of_row == std::vector<std::int32_t>{0, 1, 2, 2});
  append(plain = second(), first());
  CHECK(plain.project_of_row.empty());
}

TEST_CASE("a list without shares of sectors behind one with them has none, which is not zero") {
  Projects shared = first();
  shared.sector_share = {1, 0.25, 0.75};
  Projects all = shared;
  append(all, second());
  REQUIRE(all.sector_share.size() == all.sector.codes.size());
  CHECK(all.sector_share[2] == 0.75);
  CHECK(std::isnan(all.sector_share[3]));
  Projects behind = second();
  append(behind, Projects(shared));
  REQUIRE(behind.sector_share.size() == behind.sector.codes.size());
  CHECK(std::isnan(behind.sector_share[0]));
  CHECK(behind.sector_share.back() == 0.75);
}

TEST_CASE("counts of two lists add up, amounts per currency") {
  ReadCounts one{.read = 3, .used = 2, .skipped = 1, .amounts = {}};
  one.amounts["XOF"] = {Cents{10}, Cents{10}, {}, {}, {}, {}};
  ReadCounts two{.read = 5, .used = 1, .national = 1, .outside = 2, .unlocated = 1, .amounts = {}};
  two.amounts["XOF"] = {Cents{5}, {}, Cents{1}, Cents{4}, {}, {}};
  two.amounts["EUR"] = {Cents{7}, {}, {}, {}, Cents{6}, Cents{1}};
  one += two;
  CHECK(one.read == 8);
  CHECK(one.used + one.national + one.outside + one.unlocated + one.skipped == 8);
  CHECK(one.amounts.at("XOF").read == Cents{15});
  CHECK(one.amounts.at("XOF").national == Cents{1});
  CHECK(one.amounts.at("XOF").outside == Cents{4});
  CHECK(one.amounts.at("EUR").unlocated == Cents{6});
  CHECK(one.amounts.at("EUR").skipped == Cents{1});
}

TEST_CASE("several datasets count rows as the first one does") {
  std::vector<Dataset> lists(2);
  lists[0].projects = snapshot(first());
  lists[0].rows_are_projects = true;
  lists[0].counts.read = 2;
  lists[1].projects = snapshot(second());
  lists[1].counts.read = 2;
  const Dataset all = concatenate(std::move(lists));
  CHECK(all.rows_are_projects);
  CHECK(all.counts.read == 4);
  CHECK(all.projects->size() == 4);
}

TEST_CASE("notes stay beside their rows where only some lists have them") {
  Projects remarked = second();
  remarked.notes.push("paved");
  remarked.notes.push("");
  Projects all;
  append(all, first());
  CHECK(all.notes.empty());
  append(all, Projects(remarked));
  append(all, first());
  REQUIRE(all.notes.size() == all.size());
  CHECK(all.notes_of(0).empty());
  CHECK(all.notes_of(2) == "paved");
  CHECK(all.notes_of(5).empty());
  Projects other;
  append(other, Projects(remarked));
  append(other, first());
  CHECK(other.notes.size() == 4);
  CHECK(other.notes_of(0) == "paved");
}
