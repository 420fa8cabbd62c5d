// Coverage held against need: the judged figures, worked examples, ranks and their sentences.
#include "geo/coverage/gaps/words.h"
#include "tests/geo/coverage/gaps_case.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// Regions of 100, 200, 300 and 400 people with 4, 4, 2 and 0 projects of 10,000 US dollars.
Dataset ten_projects(const Boundaries& boundaries) {
  ListBuilder list(boundaries);
  const int counts[] = {4, 4, 2, 0};
  for (int region = 0; region < 4; ++region)
    for (int i = 0; i < counts[region]; ++i)
      list.add(
          {.sectors = {"Santé"}, .cents = 1'000'000, .places = {"R" + std::to_string(region + 1)}});
  Dataset data = list.dataset();
  for (int region = 1; region <= 4; ++region)
    data.population["R" + std::to_string(region)] = 100 * region;
  return data;
}

}  // namespace

TEST_CASE("QIPs against the population of 2009: over five zones, and with four as zeros") {
  const QipBulletin qip;
  const GapStudy study = qip.study();
  CHECK(near(study.inequality.gini, 0.437, 0.0005));
  CHECK(near(study.inequality.hoover, 0.392, 0.0005));
  CHECK(near(study.inequality.theil, 0.457, 0.0005));
  CHECK(study.inequality.universe.zones == 5);
  CHECK(study.inequality.universe.not_reported == 4);
  CHECK(study.inequality.universe.aid == 324);
  CHECK(near(study.unreported_as_zero.gini, 0.801, 0.0005));
  CHECK(study.unreported_as_zero.universe.zones == 9);
  CHECK(sentence_of(study.inequality.universe, kEnglish) ==
        "5 units that the source reports on; 4 that it does not report on are left out");
  CHECK(sentence_of(study.unreported_as_zero.universe, kEnglish) ==
        "9 units; 4 of them that it does not report on are put in as zero");
  const auto& parts = study.inequality.parts;
  REQUIRE(parts.has_value());
  double sum = parts->between;
  for (const TheilGroup& group : parts->groups)
    sum += group.contribution;
  CHECK(near(study.inequality.theil, sum));
  REQUIRE(parts->groups.size() == 3);  // of the south Bamako alone is reported on
}

TEST_CASE("what is not reported is listed apart, and is never a gap") {
  const QipBulletin qip;
  const GapStudy study = qip.study();
  CHECK(study.not_reported.size() == 4);
  CHECK(study.without_any.empty());
  for (const GapRank& rank : study.ranked)
    for (const int zone : study.not_reported)
      CHECK(rank.zone != zone);
  for (const int zone : study.not_reported) {
    const GapFigures& gap = study.coverage.zones[static_cast<std::size_t>(zone)].gap;
    CHECK(gap.need.has_value());
    CHECK_FALSE(gap.aid.has_value());
    CHECK_FALSE(gap.per_need.has_value());
    CHECK_FALSE(gap.share_gap.has_value());
  }
  // Mopti: 2,036,209 of 3,321,256 people, 65 or so of 324 projects.
  REQUIRE_FALSE(study.ranked.empty());
  const CoverageZone& worst = study.coverage.zones[static_cast<std::size_t>(study.ranked[0].zone)];
  CHECK(worst.name == "Mopti");
}

TEST_CASE("margins that were published are not multiplied: by sector there is no answer") {
  QipBulletin qip;
  qip.input.settings.by_sector = true;
  CHECK(qip.error().find("Not published by sector and region") != std::string::npos);
  qip.input.settings.by_sector = false;
  qip.input.filter.sector = {"Eau et assainissement"};
  CHECK(qip.error().find("Not published by sector and region") != std::string::npos);
  qip.input.filter.sector.clear();
  qip.input.filter.status = {"completed"};
  CHECK(qip.error().find("Not published by region under this filter") != std::string::npos);
  qip.input.filter.status.clear();
  qip.input.settings.aid = Aid::Partners;
  CHECK(qip.error().find("organisations") != std::string::npos);
}

TEST_CASE("four regions: shares, quotient, shortfall and indices are what paper says") {
  const Boundaries boundaries = four_regions();
  Case four(boundaries, ten_projects(boundaries));
  const GapStudy study = four.study();
  const auto gap = [&](std::size_t i) { return study.coverage.zones[i].gap; };
  CHECK(near(gap(0).per_need, 4000));        // 4 of 100 people, per 100,000
  CHECK(near(gap(0).location_quotient, 4));  // 0.4 / 0.1
  CHECK(near(gap(2).location_quotient, 2.0 / 3));
  CHECK(near(gap(3).location_quotient, 0));
  CHECK(near(gap(0).share_gap, 0.3));
  CHECK(near(gap(3).share_gap, -0.4));
  CHECK(near(gap(1).shortfall, 2));  // 4 - 0.2 * 10
  CHECK(near(gap(3).shortfall, -4));
  // Curve (0.4, 0) (0.7, 0.2) (0.9, 0.6) (1, 1): 1 - (0.06 + 0.16 + 0.16).
  CHECK(near(study.inequality.gini, 0.62));
  CHECK(near(study.inequality.hoover, 0.5));
  CHECK(study.without_any == std::vector<int>{3});
  CHECK_FALSE(study.inequality.parts.has_value());  // none of Mali's regions

  REQUIRE(study.ranked.size() == 2);
  CHECK(study.ranked[0].zone == 3);
  CHECK(study.ranked[0].reason == GapReason::NoProject);
  CHECK(near(study.ranked[0].score, 0.4));
  CHECK(near(study.ranked[0].expected, 4));
  CHECK(study.ranked[1].zone == 2);
  CHECK(study.ranked[1].reason == GapReason::Low);
  CHECK(near(study.ranked[1].score, 0.1));
  CHECK(sentence_of(study.ranked[0], study, kEnglish) ==
        "Region 4: 40.0% of the population, but no project; with an equal share there would be 4.");
  CHECK(sentence_of(study.ranked[1], study, kEnglish) ==
        "Region 3: 30.0% of the population, but 2 projects of 10; with an equal share there would "
        "be 3.");
}

TEST_CASE("budgets count as money, and distances are named where they are at hand") {
  const Boundaries boundaries = four_regions();
  Case four(boundaries, ten_projects(boundaries));
  four.input.settings.aid = Aid::Budget;
  four.input.distance_km = {0.0, 0.0, 12.4, 33.6};
  const GapStudy study = four.study();
  CHECK(near(study.coverage.zones[0].gap.shortfall, 30'000));
  CHECK_FALSE(study.coverage.zones[0].gap.smoothed.has_value());
  CHECK(near(study.coverage.zones[3].gap.distance_km, 33.6));
  REQUIRE(study.ranked.size() == 2);
  CHECK(
      sentence_of(study.ranked[0], study, kEnglish) ==
      "Region 4: 40.0% of the population, but no budget; an equal share would be 40\u00A0k\u00A0USD"
      " in all. The nearest project is 34 km away.");
}

TEST_CASE("outside the programme or the filter is in no universe") {
  const Boundaries boundaries = four_regions();
  Case four(boundaries, ten_projects(boundaries));
  four.input.outside_programme = {"R4"};
  const GapStudy study = four.study();
  CHECK(study.inequality.universe.zones == 3);
  CHECK(study.inequality.universe.outside == 1);
  CHECK(near(study.inequality.universe.need, 600));
  CHECK(study.without_any.empty());
  for (const GapRank& rank : study.ranked)
    CHECK(rank.zone != 3);
  CHECK_FALSE(study.coverage.zones[3].gap.aid.has_value());
  four.input.outside_programme = {"R1", "R2", "R3", "R4"};
  CHECK_FALSE(four.error().empty());
}

TEST_CASE("a zone without need is no gap, and one of unknown need is counted as such") {
  const Boundaries boundaries = four_regions();
  Dataset data = ten_projects(boundaries);
  data.population.erase("R4");
  data.population["R3"] = 0;
  Case four(boundaries, std::move(data));
  const GapStudy study = four.study();
  CHECK(study.inequality.universe.zones == 2);
  CHECK(study.inequality.universe.without_need == 2);
  CHECK(study.inequality.universe.aid == 8);
  Case none(boundaries, [&] {
    Dataset empty = ten_projects(boundaries);
    empty.population.clear();
    return empty;
  }());
  CHECK(none.error().find("No need is known") != std::string::npos);
}

TEST_CASE("planned projects move the ranks, from a finer unit too") {
  const Boundaries boundaries = four_regions();
  Case four(boundaries, ten_projects(boundaries));
  four.input.settings.planned = {{"R40", "", "", 5, {}}};
  GapStudy study = four.study();
  // 5 of 15 against 0.4, and 2 of 15 against 0.3: the third region is now worse off.
  CHECK(study.coverage.zones[3].figures.projects == 5);
  CHECK(study.coverage.total.projects == 15);
  REQUIRE(study.ranked.size() == 2);
  CHECK(study.ranked[0].zone == 2);
  CHECK(study.ranked[0].moved == 1);
  CHECK(near(study.ranked[0].score, 0.3 - 2.0 / 15));
  CHECK(study.ranked[1].zone == 3);
  CHECK(study.ranked[1].moved == -1);
  CHECK(study.ranked[1].reason == GapReason::Low);
  CHECK(study.without_any.empty());

  four.input.settings.planned[0].count = 50;
  study = four.study();
  CHECK(says(study.notes, "No longer in the list with what is planned: Region 4"));
  four.input.settings.planned = {{"nowhere", "", "", 5, {}}};
  study = four.study();
  CHECK(says(study.notes, "Planned for nowhere: in no single unit"));
  CHECK(study.coverage.total.projects == 10);
  CHECK(study.ranked[0].moved == 0);
}

TEST_CASE("what is planned where nothing is reported leaves it unknown") {
  QipBulletin qip;
  qip.input.settings.planned = {{"ML01", "", "QIP", 3, {}}, {"ML05", "", "TF", 3, {}}};
  const GapStudy study = qip.study();
  CHECK(says(study.notes, "Kayes: what is there is not reported"));
  CHECK(says(study.notes, "Planned for ML05: not under this filter"));
  CHECK(study.inequality.universe.aid == 324);
  CHECK(study.not_reported.size() == 4);
}

TEST_CASE("without any project the list goes by need alone") {
  const Boundaries boundaries = four_regions();
  Case four(boundaries, ten_projects(boundaries));
  four.input.filter.text = "no such title";
  const GapStudy study = four.study();
  CHECK_FALSE(study.inequality.gini.has_value());
  REQUIRE(study.ranked.size() == 4);
  CHECK(study.ranked[0].zone == 3);
  CHECK(sentence_of(study.ranked[0], study, kEnglish) ==
        "Region 4: 40.0% of the population, but no project, as everywhere.");
  CHECK_FALSE(study.coverage.zones[0].gap.location_quotient.has_value());
}

TEST_CASE("the coverage of a map gets the same figures as the study") {
  const Boundaries boundaries = four_regions();
  Case four(boundaries, ten_projects(boundaries));
  Coverage coverage = cover(four.cube, {});
  add_gaps(coverage, four.input);
  const GapStudy study = four.study();
  for (std::size_t i = 0; i < coverage.zones.size(); ++i) {
    CHECK(coverage.zones[i].gap.share_gap == study.coverage.zones[i].gap.share_gap);
    CHECK(coverage.zones[i].gap.smoothed == study.coverage.zones[i].gap.smoothed);
  }
  CHECK(universe_of(coverage).zones == 4);
  CHECK(title_of(Measure::PerNeed, {}, Aid::Partners, "", kEnglish) ==
        "Organisations per 100,000 people");
  CHECK(title_of(Measure::ShareGap, {{NeedKind::Area, {}, {}}, {}}, Aid::Budget, "", kEnglish) ==
        "Share of the budget minus share of the area");
}

TEST_CASE("surplus and shortfall have a sign, and differences of shares are points") {
  CHECK(format_value(Measure::ShareGap, 0.0321, Language::English) == "+3.2\u00A0points");
  CHECK(format_value(Measure::ShareGap, -0.0321, Language::French) == "−3,2\u00A0points");
  CHECK(format_value(Measure::ShareGap, 0.0001, Language::English) == "0.0\u00A0points");
  CHECK(format_value(Measure::Shortfall, -4, Language::English) == "−4");
  CHECK(format_value(Measure::Shortfall, 2.5, Language::French) == "+2,5");
  CHECK(format_value(Measure::Shortfall, -3'000'000, Aid::Budget, Language::French) ==
        "−3,0\u00A0M\u00A0USD");
}
