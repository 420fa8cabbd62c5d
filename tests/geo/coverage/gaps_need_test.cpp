// Need from the user's own file: joined to zones, never split, and by sector.
#include <filesystem>
#include <fstream>

#include "geo/coverage/gaps/words.h"
#include "tests/geo/coverage/gaps_case.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

NeedEntry entry(const std::string& code, Level level, double value,
                const std::string& sector = {}) {
  return {code, level, {code}, sector, value, 2};
}

NeedSource need_of(std::vector<NeedEntry> entries, std::vector<std::string> sectors = {}) {
  NeedTable table;
  table.path = "/data/need.csv";
  table.source = "need.csv";
  table.column = "In Need";
  table.sectors = std::move(sectors);
  table.entries = std::move(entries);
  return {{NeedKind::File, "/data/need.csv", "In Need"}, snapshot(std::move(table))};
}

std::vector<std::optional<double>> needs(const NeedSource& need, Level level,
                                         const std::string& sector = {}) {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.places = {"R10"}});
  const Dataset data = list.dataset();
  return need_of_zones(need, cover(data, boundaries, level, {}), boundaries, sector);
}

/// Twelve regions U1 to U12 in a row.
Boundaries twelve_units() {
  Boundaries boundaries;
  AdminLayer layer{Level::Region, {}, {}};
  for (int i = 1; i <= 12; ++i)
    layer.units.push_back(unit("U" + std::to_string(i), "Unit " + std::to_string(i), "",
                               square(static_cast<double>(i), 0, 1)));
  boundaries.layers = {layer};
  return boundaries;
}

}  // namespace

TEST_CASE("a need is read from words, paths and columns") {
  CHECK(parse_need("population").kind == NeedKind::Population);
  CHECK(parse_need("area").kind == NeedKind::Area);
  CHECK(parse_need("need.csv:In Need") == NeedChoice{NeedKind::File, "need.csv", "In Need"});
  CHECK(parse_need("need.csv") == NeedChoice{NeedKind::File, "need.csv", ""});
  CHECK(parse_need("C:\\data\\need.csv:PIN") ==
        NeedChoice{NeedKind::File, "C:\\data\\need.csv", "PIN"});
  CHECK(parse_need("C:\\data\\need.csv") == NeedChoice{NeedKind::File, "C:\\data\\need.csv", ""});
  CHECK(parse_need("/a:b/need.csv") == NeedChoice{NeedKind::File, "/a:b/need.csv", ""});
  CHECK(parse_need("/a:b/need.csv:PIN") == NeedChoice{NeedKind::File, "/a:b/need.csv", "PIN"});
  for (const char* text : {"population", "area", "need.csv:In Need", "C:\\need.csv:PIN", "./area"})
    CHECK(text_of(parse_need(text)) == text);
  CHECK(aid_of("partners") == Aid::Partners);
  CHECK(word_of(Aid::Budget) == "budget");
  CHECK_FALSE(aid_of("people").has_value());
}

TEST_CASE("a file that exists wins over a column") {
  const auto folder = std::filesystem::temp_directory_path() / "malimap need test";
  std::filesystem::create_directories(folder);
  const std::string plain = (folder / "need.csv").string(),
                    odd = (folder / "need.csv:2023").string();
  std::ofstream(plain) << "x";
  CHECK(parse_need(odd) == NeedChoice{NeedKind::File, plain, "2023"});
  CHECK(parse_need(plain + ":a:b") == NeedChoice{NeedKind::File, plain, "a:b"});
  std::ofstream(odd) << "x";
  CHECK(parse_need(odd) == NeedChoice{NeedKind::File, odd, ""});
  CHECK(parse_need(odd + ":PIN") == NeedChoice{NeedKind::File, odd, "PIN"});
  std::filesystem::remove_all(folder);
}

TEST_CASE("finer needs add up, coarser ones are never split") {
  const NeedSource regions =
      need_of({entry("R1", Level::Region, 100), entry("R2", Level::Region, 50)});
  CHECK(needs(regions, Level::Region)[0] == 100);
  CHECK(needs(regions, Level::Region)[1] == 50);
  CHECK_FALSE(needs(regions, Level::Region)[2].has_value());
  for (const auto& value : needs(regions, Level::Cercle))
    CHECK_FALSE(value.has_value());

  const NeedSource cercles =
      need_of({entry("R10", Level::Cercle, 7), entry("R11", Level::Cercle, 8),
               entry("R20", Level::Cercle, 9)});
  CHECK(needs(cercles, Level::Cercle)[0] == 7);
  CHECK(needs(cercles, Level::Cercle)[2] == 9);
  CHECK(needs(cercles, Level::Region)[0] == 15);
  // One cercle of the second region is unknown: so is the region.
  CHECK_FALSE(needs(cercles, Level::Region)[1].has_value());

  // Its own figure comes before the sum of its parts.
  const NeedSource both = need_of({entry("R1", Level::Region, 20), entry("R10", Level::Cercle, 7),
                                   entry("R11", Level::Cercle, 8)});
  CHECK(needs(both, Level::Region)[0] == 20);
  CHECK_FALSE(needs(both, Level::Region, "Santé")[0].has_value());
}

TEST_CASE("a zone of several units has its own need, else the sum of its units'") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.zone("zone:west", "West", {"R1", "R2"}).add({.places = {"zone:west"}});
  const Dataset data = list.dataset();
  const Coverage coverage = cover(data, boundaries, Level::Region, {});
  REQUIRE(coverage.zones[0].units.size() == 2);
  const auto of = [&](const NeedSource& need) {
    return need_of_zones(need, coverage, boundaries).front();
  };
  CHECK(of(need_of({entry("R1", Level::Region, 3), entry("R2", Level::Region, 4)})) == 7);
  CHECK_FALSE(of(need_of({entry("R1", Level::Region, 3)})).has_value());
  NeedEntry west = entry("zone:west", Level::Region, 9);
  west.pcodes = {"R2", "R1"};
  CHECK(of(need_of({west})) == 9);
  // The zone's need is known for the zone alone.
  Coverage apart = coverage;
  apart.zones[0].units = {0};
  apart.zones[0].code = "R1";
  CHECK_FALSE(need_of_zones(need_of({west}), apart, boundaries)[0].has_value());
}

TEST_CASE("a file that was not read is an error") {
  const Boundaries boundaries = four_regions();
  Case four(boundaries, ListBuilder(boundaries).add({.places = {"R1"}}).dataset());
  four.input.need.choice = {NeedKind::File, "need.csv", "PIN"};
  CHECK(four.error().find("need.csv") != std::string::npos);
}

TEST_CASE("units by sectors: a sector without any project counts, and scores are of all need") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.sectors = {"Santé"}, .places = {"R1"}}).add({.sectors = {"Santé"}, .places = {"R1"}});
  list.add({.sectors = {"Éducation"}, .places = {"R2"}});
  Case four(boundaries, list.dataset());
  four.input.settings.by_sector = true;
  four.input.need =
      need_of({entry("R1", Level::Region, 30, "Santé"), entry("R2", Level::Region, 30, "Santé"),
               entry("R1", Level::Region, 40, "Eau"), entry("R2", Level::Region, 0, "Eau")},
              {"Santé", "Eau"});
  const GapStudy study = four.study();
  // All need is 100. Water: 40 of it without any project. Health: half the need of 60, no aid.
  REQUIRE(study.ranked.size() == 2);
  CHECK(study.ranked[0].sector == "Eau");
  CHECK(study.ranked[0].zone == 0);
  CHECK(near(study.ranked[0].score, 0.4));
  CHECK(study.ranked[0].expected == 0);
  CHECK(study.ranked[0].reason == GapReason::Low);
  CHECK(study.ranked[1].sector == "Santé");
  CHECK(study.ranked[1].zone == 1);
  CHECK(near(study.ranked[1].score, 0.3));
  CHECK(near(study.ranked[1].expected, 1));
  CHECK(says(study.notes, "no need for, left out: Éducation"));
  CHECK(sentence_of(study.ranked[1], study, kEnglish) ==
        "Region 2: 50.0% of the people in need (Health), but no project; with an equal share there "
        "would be 1.");
  CHECK_FALSE(study.inequality.gini.has_value());  // the file has no total over its sectors
}

TEST_CASE("under a filter of one sector the need is that sector's") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.sectors = {"Santé"}, .places = {"R1"}});
  Case four(boundaries, list.dataset());
  four.input.need =
      need_of({entry("R1", Level::Region, 90), entry("R2", Level::Region, 10),
               entry("R1", Level::Region, 10, "Santé"), entry("R2", Level::Region, 30, "Santé")},
              {"Santé"});
  CHECK(near(four.study().inequality.universe.need, 100));
  four.input.filter.sector = {"Santé"};
  const GapStudy study = four.study();
  CHECK(near(study.inequality.universe.need, 40));
  CHECK(study.need_sector == "Santé");
  REQUIRE(study.ranked.size() == 1);
  CHECK(near(study.ranked[0].score, 0.75));
}

TEST_CASE("a sector is missing where most others of the same need have it") {
  const Boundaries boundaries = twelve_units();
  ListBuilder list(boundaries);
  // The four of the largest need are U9 to U12: three of them have health, U12 education alone.
  for (const char* code : {"U9", "U10", "U11"})
    list.add({.sectors = {"Santé"}, .places = {code}});
  for (const char* code : {"U1", "U12"})
    list.add({.sectors = {"Éducation"}, .places = {code}});
  Dataset data = list.dataset();
  for (int i = 1; i <= 12; ++i)
    data.population["U" + std::to_string(i)] = 100 * i;
  Case twelve(boundaries, std::move(data));
  twelve.input.settings.by_sector = true;
  std::vector<std::optional<double>> to_health(12, 5);
  to_health[11] = 41.6;
  twelve.input.distance_km.assign(12, 0.0);  // of any sector: not what is asked of health
  twelve.input.sector_distances = {{"Santé", to_health}};
  const GapStudy study = twelve.study();
  const auto find = [&](int zone, const char* sector) {
    for (const GapRank& rank : study.ranked)
      if (rank.zone == zone && rank.sector == sector)
        return rank;
    return GapRank{};
  };
  const GapRank missing = find(11, "Santé");
  CHECK(missing.reason == GapReason::SectorMissing);
  CHECK(missing.others == 3);
  CHECK(missing.others_with == 3);
  const std::string words = sentence_of(missing, study, kEnglish);
  CHECK(words.find("Unit 12 (Health): 15.4% of the population, but no project") == 0);
  CHECK(words.find("3 of the 3 other units of similar need have this sector.") !=
        std::string::npos);
  CHECK(words.find("The nearest project of this sector is 42 km away.") != std::string::npos);
  CHECK_FALSE(find(8, "Éducation").distance_km);
  // Of the least need one of four has education: it is not missing elsewhere, there is just little.
  CHECK(find(8, "Éducation").reason == GapReason::Low);
  CHECK(find(4, "Santé").reason == GapReason::NoProject);
}

TEST_CASE("organisations are counted once a unit, and sums of them are presences") {
  const Boundaries boundaries = four_regions();
  Case four(boundaries, [&] {
    Dataset data = ListBuilder(boundaries)
                       .add({.places = {"R1"}})
                       .add({.places = {"R1"}})
                       .add({.places = {"R2"}})
                       .dataset();
    Projects list = *data.projects;
    list.partner = {};
    for (const char* name : {"A", "A", "A"})
      list.partner.push(std::vector<std::string>{name});
    data.projects = snapshot(std::move(list));
    data.population = {{"R1", 100}, {"R2", 300}};
    return data;
  }());
  four.input.settings.aid = Aid::Partners;
  four.input.settings.order = GapOrder::Shortfall;
  const GapStudy study = four.study();
  CHECK(study.inequality.universe.aid == 2);
  REQUIRE(study.ranked.size() == 1);
  CHECK(study.ranked[0].zone == 1);
  CHECK(sentence_of(study.ranked[0], study, kEnglish) ==
        "Region 2: 75.0% of the population, but 1 organisation of 2 presences; with an equal share "
        "there would be 2.");
  CHECK(says(study.notes, "presences, not organisations"));
}

TEST_CASE("by load the list goes first to where many need and few work") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  for (int i = 0; i < 12; ++i)
    list.add({.places = {i < 4 ? "R1" : "R3"}});
  Dataset data = list.dataset();
  data.population = {{"R1", 1000}, {"R2", 250}, {"R3", 100}};
  Case four(boundaries, std::move(data));
  CHECK(order_of(four.input.settings) == GapOrder::Shortfall);
  const GapStudy usual = four.study();
  REQUIRE(usual.ranked.size() == 2);
  CHECK(usual.ranked[0].zone == 0);  // 74.1% of the need, 33.3% of the projects

  four.input.settings.order = GapOrder::Load;
  const GapStudy study = four.study();
  REQUIRE(study.ranked.size() == 2);
  CHECK(study.ranked[0].zone == 1);
  CHECK(near(study.ranked[0].load, 250));
  CHECK(study.ranked[1].zone == 0);
  CHECK(near(study.ranked[1].load, 200));  // 1000 for four and one more
  CHECK(sentence_of(study.ranked[0], study, kEnglish) ==
        "Region 2: 250 people, but no project; on average there is one project for 113.");
  CHECK(sentence_of(study.ranked[1], study, kEnglish) ==
        "Region 1: 1,000 people, but 4 projects: 250 for each project, against 113 on average.");

  four.input.settings.planned = {{"R2", "", "", 1, {}}};
  const GapStudy planned = four.study();
  REQUIRE(planned.ranked.size() == 2);
  CHECK(planned.ranked[0].zone == 0);
  CHECK(planned.ranked[1].moved == -1);

  // Amounts have no load; organisations go by it unless it is said otherwise.
  four.input.settings.aid = Aid::Budget;
  CHECK(order_of(four.input.settings) == GapOrder::Shortfall);
  GapSettings settings;
  settings.aid = Aid::Partners;
  CHECK(order_of(settings) == GapOrder::Load);
  settings.order = GapOrder::Shortfall;
  CHECK(order_of(settings) == GapOrder::Shortfall);
  CHECK(gap_order_of("load") == GapOrder::Load);
  CHECK_FALSE(gap_order_of("worst").has_value());
}

TEST_CASE("a sector whose need is known for larger units alone is told, and not ranked") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.sectors = {"Santé"}, .places = {"R10"}});
  list.add({.sectors = {"Protection"}, .places = {"R10"}});
  Case four(boundaries, list.dataset(), Level::Cercle);
  four.input.need =
      need_of({entry("R10", Level::Cercle, 10, "Santé"), entry("R20", Level::Cercle, 30, "Santé"),
               entry("R1", Level::Region, 50, "Protection")},
              {"Santé", "Protection"});
  four.input.settings.by_sector = true;
  const GapStudy study = four.study();
  CHECK(says(study.notes, "larger units alone, left out: Protection"));
  for (const GapRank& rank : study.ranked)
    CHECK(rank.sector == "Santé");
}
