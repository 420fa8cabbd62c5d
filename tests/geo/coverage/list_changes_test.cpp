// "A project that is in both lists is one project": what is new, ended, gone and changed.
#include "geo/coverage/list_changes.h"

#include <algorithm>
#include <chrono>
#include <random>

#include "tests/support/catch.h"

namespace malimap {
namespace {

/// One row of a list to be.
struct Line {
  std::string id, title, place;
  std::string status = "ongoing";
  std::optional<std::int64_t> dollars = {};
  std::string start = {}, end = {};
  std::vector<std::string> sectors = {}, partners = {};
  int project = -1;
};

Dataset list_of(const std::vector<Line>& lines, const std::string& as_of = "2020-06-30") {
  Projects list;
  list.as_of = as_of;
  for (const std::string name : {"Mopti", "Gao", "Kidal"})
    list.places.push_back({"ML" + name, name, Level::Region, {"ML" + name}});
  for (const Line& line : lines) {
    list.id.push(line.id);
    list.title.push(line.title);
    list.place_text.push(line.place);
    list.row.push_back(static_cast<std::int64_t>(list.row.size()) + 2);
    list.fund.push("QIP");
    list.status.push(line.status);
    list.sector.push(line.sectors);
    list.donor.push({});
    list.partner.push(line.partners);
    list.count.push_back(1);
    list.push_money(line.dollars ? std::optional(Cents{*line.dollars * 100}) : std::nullopt, {});
    list.currency.push("");
    list.start.push(parse_iso_date(line.start));
    list.end.push(parse_iso_date(line.end));
    Location location;
    for (std::size_t i = 0; i < list.places.size(); ++i)
      if (list.places[i].name == line.place)
        location.place = static_cast<std::int32_t>(i);
    list.scope.push_back(location.place < 0 ? Scope::Unlocated : Scope::Located);
    if (location.place >= 0)
      list.locations.push_back(location);
    list.location_offsets.push_back(static_cast<std::uint32_t>(list.locations.size()));
    if (line.project >= 0)
      list.project_of_row.push_back(line.project);
  }
  Dataset dataset;
  dataset.projects = snapshot(std::move(list));
  return dataset;
}

const Translator kEnglish(Language::English);

ListChanges compared(const std::vector<Line>& before, const std::vector<Line>& after) {
  return compare_lists(list_of(before, "2019-06-30"), list_of(after), kEnglish);
}

std::vector<ChangeKind> kinds(const ListChanges& changes) {
  std::vector<ChangeKind> kinds;
  for (const ProjectChange& change : changes.changes)
    kinds.push_back(change.kind);
  return kinds;
}

TEST_CASE("new, ended, gone and changed projects are told apart", "[list_changes]") {
  const ListChanges changes =
      compared({{"A-1", "Well", "Mopti", "ongoing", 100},
                {"A-2", "School", "Gao", "ongoing", 200},
                {"A-3", "Road", "Gao"},
                {"A-4", "Bridge", "Kidal", "ongoing", {}, "2018-01-01", "2020-01-31"},
                {"A-5", "Market", "Kidal", "completed"}},
               {{"a 1", "Well", "Mopti", "ongoing", 150},
                {"A-2", "School", "Gao", "completed", 200},
                {"A-6", "Hall", "Kidal"},
                {"A-4", "Bridge", "Kidal", "ongoing", {}, "2018-01-01", "2020-01-31"},
                {"A-5", "Market", "Kidal", "completed"}});
  CHECK(changes.added == 1);
  CHECK(changes.ended == 2);  // completed; end passed between the lists
  CHECK(changes.gone == 1);
  CHECK(changes.changed == 1);
  CHECK(changes.unchanged == 1);
  REQUIRE(kinds(changes) == std::vector{ChangeKind::New, ChangeKind::Ended, ChangeKind::Ended,
                                        ChangeKind::Gone, ChangeKind::Changed});
  CHECK(changes.changes[0].after == std::vector<ProjectIndex>{2});
  CHECK(changes.changes[0].before.empty());
  CHECK(changes.changes[1].fields.at(0).field == "Status");
  CHECK(changes.changes[1].fields.at(0).after == "Completed");
  CHECK(changes.changes[2].after == std::vector<ProjectIndex>{3});
  CHECK(changes.changes[3].before == std::vector<ProjectIndex>{2});
  const FieldChange& budget = changes.changes[4].fields.at(0);
  CHECK(budget.field == "Budget");
  CHECK(budget.before == "100\u00A0USD");
  CHECK(budget.after == "150\u00A0USD");
  CHECK(changes.notes.empty());
}

TEST_CASE("every field that changed is named with both values", "[list_changes]") {
  const ListChanges changes = compared({{"1",
                                         "Well of Sévaré",
                                         "Mopti",
                                         "ongoing",
                                         5,
                                         "2018-01-01",
                                         "2021-01-01",
                                         {"water"},
                                         {"A", "B"}}},
                                       {{"1",
                                         "Well of SEVARE",
                                         "Gao",
                                         "ongoing",
                                         5,
                                         "2018-02-01",
                                         "",
                                         {"water", "health"},
                                         {"B", "A"}},
                                        {"2", "Other", "Gao", "ongoing", {}, "", "2022-01-01"}});
  const ProjectChange& change = changes.changes.back();
  REQUIRE(change.kind == ChangeKind::Changed);
  std::vector<std::string> fields;
  for (const FieldChange& field : change.fields)
    fields.push_back(field.field);
  // Accents and capitals are no change of title, order none of partners.
  CHECK(fields == std::vector<std::string>{"Sector", "Start", "End", "Place"});
  CHECK(change.fields[1].before == "1 January 2018");
  CHECK(change.fields[2].after == "not given");
  CHECK(change.fields[3].before == "Mopti");
  CHECK(change.fields[3].after == "Gao");
}

TEST_CASE("without ids projects are paired by title and place, and that is said",
          "[list_changes]") {
  const ListChanges changes = compared({{"", "Puits", "Mopti", "ongoing", 1},
                                        {"", "Puits", "Gao", "ongoing", 1},
                                        {"", "École", "Gao", "ongoing", 1}},
                                       {{"", "PUITS", "Gao", "ongoing", 2},
                                        {"", "puits", "Mopti", "ongoing", 1},
                                        {"", "Ecole", "Kidal", "ongoing", 1}});
  CHECK(changes.unchanged == 1);
  CHECK(changes.changed == 2);
  CHECK(changes.added + changes.gone == 0);
  CHECK(changes.changes.at(0).before == std::vector<ProjectIndex>{1});
  CHECK(changes.changes.at(0).by_title);
  CHECK(changes.changes.at(1).fields.at(0).field == "Place");  // the only one of that title
  REQUIRE(changes.notes.size() == 1);
  CHECK(changes.notes[0].msgid.find("no ids") != std::string::npos);
}

TEST_CASE("an id that the other list does not know is paired by title and place",
          "[list_changes]") {
  const ListChanges changes = compared({{"old-7", "Well", "Mopti"}, {"8", "School", "Gao"}},
                                       {{"new-7", "Well", "Mopti"}, {"8", "School", "Gao"}});
  CHECK(changes.unchanged == 2);
  REQUIRE(changes.notes.size() == 1);
  CHECK(changes.notes[0].args == std::vector<std::string>{"1"});
}

TEST_CASE("doubles that cannot be told apart are said and not guessed", "[list_changes]") {
  const ListChanges changes =
      compared({{"9", "Well", "Mopti", "ongoing", 1}, {"9", "Well", "Mopti", "ongoing", 2}},
               {{"9", "Well", "Mopti", "ongoing", 3},
                {"9", "Well", "Mopti", "ongoing", 4},
                {"9", "Well", "Mopti", "ongoing", 2}});
  CHECK(changes.unchanged == 1);  // the one that is equal
  CHECK(changes.gone == 1);
  CHECK(changes.added == 2);
  REQUIRE(changes.notes.size() == 1);
  CHECK(changes.notes[0].args == std::vector<std::string>{"1", "2"});
}

TEST_CASE("rows of one project are compared together", "[list_changes]") {
  const std::vector<Line> before{{"1", "Plan", "Mopti", "ongoing", 10, "", "", {}, {}, 0},
                                 {"1", "Plan", "Gao", "ongoing", 10, "", "", {}, {}, 0},
                                 {"2", "Well", "Gao", "ongoing", 5, "", "", {}, {}, 1}};
  std::vector<Line> after{before[2], before[1], before[0]};
  after[0].project = 0;
  after[1].project = after[2].project = 1;
  CHECK(compared(before, after).unchanged == 2);
  after.pop_back();  // Mopti is no longer part of the plan
  const ListChanges changes = compared(before, after);
  REQUIRE(changes.changed == 1);
  CHECK(changes.changes.at(0).before == std::vector<ProjectIndex>{0, 1});
  CHECK(changes.changes.at(0).fields.at(0).before == "20\u00A0USD");
  CHECK(changes.changes.at(0).fields.at(1).before == "Gao, Mopti");
}

TEST_CASE("a field that only one list gives is not compared", "[list_changes]") {
  const ListChanges changes =
      compared({{"1", "Well", "Mopti"}, {"2", "Road", "Gao"}},
               {{"1", "Well", "Mopti", "ongoing", 10}, {"2", "Road", "Gao", "ongoing", 20}});
  CHECK(changes.unchanged == 2);
  REQUIRE(changes.notes.size() == 1);
  CHECK(changes.notes[0].args == std::vector<std::string>{"Budget"});
}

/// A list with doubles, gaps and rows that share a project.
std::vector<Line> random_lines(std::mt19937& random, std::size_t count, bool grouped) {
  const auto one_of = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const std::vector<std::string> places{"Mopti", "Gao", "Kidal", "nowhere", ""};
  std::vector<Line> lines;
  for (std::size_t i = 0; i < count; ++i) {
    Line line;
    const int group = static_cast<int>(i) / 2;
    line.id = grouped          ? "P" + std::to_string(group)
              : one_of(4) == 0 ? ""
                               : "P" + std::to_string(one_of(30));
    line.title = one_of(6) == 0 ? "" : "Title " + std::to_string(one_of(12));
    line.place = places[static_cast<std::size_t>(one_of(5))];
    line.status = one_of(3) == 0 ? "completed" : "ongoing";
    if (one_of(2) == 0)
      line.dollars = one_of(4);
    if (one_of(2) == 0)
      line.end = one_of(2) == 0 ? "2019-12-31" : "2025-12-31";
    if (grouped)
      line.project = group;
    lines.push_back(line);
  }
  return lines;
}

TEST_CASE("a list against itself has no change; swapping swaps new and gone", "[list_changes]") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const bool grouped = round % 3 == 0;
    const Dataset a = list_of(random_lines(random, 40, grouped));
    const Dataset b = list_of(random_lines(random, 50, grouped));
    const ListChanges same = compare_lists(a, a, kEnglish);
    CHECK(same.changes.empty());
    CHECK(same.unchanged == (grouped ? 20 : 40));
    const ListChanges there = compare_lists(a, b, kEnglish), back = compare_lists(b, a, kEnglish);
    CHECK(there.added == back.gone);
    CHECK(there.gone == back.added);
    CHECK(there.unchanged <= back.unchanged + back.ended);
    // Every project of both lists is somewhere, once.
    CHECK(there.added + there.ended + there.changed + there.unchanged == (grouped ? 25 : 50));
    CHECK(there.gone + there.ended + there.changed + there.unchanged == (grouped ? 20 : 40));
  }
}

TEST_CASE("a hundred thousand projects are compared at once", "[list_changes][speed]") {
  for (const bool ids : {true, false}) {
    std::vector<Line> before, after;
    for (int i = 0; i < 100'000; ++i) {
      const std::string number = std::to_string(i);
      before.push_back({ids ? "P-" + number : "",
                        "Réhabilitation du puits " + number,
                        "Mopti",
                        "ongoing",
                        1000 + i,
                        "2018-01-01",
                        "",
                        {"water"},
                        {"Partner"}});
      after.push_back(before.back());
      after.back().dollars = 1000 + i + (i % 10 == 0 ? 1 : 0);
    }
    const Dataset a = list_of(before), b = list_of(after);
    const auto begin = std::chrono::steady_clock::now();
    const ListChanges changes = compare_lists(a, b, kEnglish);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    CHECK(changes.changed == 10'000);
    CHECK(changes.unchanged == 90'000);
    UNSCOPED_INFO("took " << took.count() << " s");
    CHECK(took.count() < 5);  // far more than it takes: other work may share the machine
    if (std::getenv("MALIMAP_TIMES"))
      WARN("compared in " << took.count() << " s");
  }
}

}  // namespace
}  // namespace malimap
