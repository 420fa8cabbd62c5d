// Small lists, one trap each, read onto the rectangles of little_mali.h.
#include <map>
#include <set>

#include "geo/boundaries/read.h"
#include "geo/projects/dataset.h"
#include "geo/projects/shares.h"
#include "tests/geo/projects/little_mali.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

struct List {
  Dataset data;
  Problems problems;
  const Projects& projects() const { return *data.projects; }
  int reported(const std::string& reason) const {
    int count = 0;
    for (const auto& problem : problems.all())
      count += problem.reason == reason ? 1 : 0;
    return count;
  }
  Problem first(const std::string& reason) const {
    for (const auto& problem : problems.all())
      if (problem.reason == reason)
        return problem;
    FAIL("not reported: " << reason);
    return problems.all().front();
  }
  /// "ML05 ML07": where the row was placed; "(point)" by its point alone.
  std::string places(std::size_t row) const {
    std::string text;
    for (const auto& location : projects().locations_of(row))
      text +=
          (text.empty() ? "" : " ") +
          (location.place < 0 ? "(point)"
                              : projects().places[static_cast<std::size_t>(location.place)].code);
    return text;
  }
};

List read(const std::string& name, const Boundaries& boundaries = nine_units()) {
  List list;
  auto data =
      read_projects(in_repository("tests/data/projects/" + name), boundaries, {}, list.problems);
  INFO(name << ": " << (data ? "" : data.error().what.msgid));
  REQUIRE(data);
  list.data = std::move(*data);
  return list;
}

std::string error_of(const std::string& path) {
  Problems problems;
  const auto data = read_projects(path, nine_units(), {}, problems);
  REQUIRE_FALSE(data);
  return data.error().what.msgid;
}

}  // namespace

TEST_CASE("every row is used, national, outside, unlocated or skipped") {
  struct Expected {
    const char* file;
    int read, used, national, outside, unlocated, skipped;
  };
  const Expected lists[] = {
      {"plain.csv", 2, 2, 0, 0, 0, 0},
      {"semicolon.csv", 2, 2, 0, 0, 0, 0},
      {"tab.csv", 2, 2, 0, 0, 0, 0},
      {"bom.csv", 1, 1, 0, 0, 0, 0},
      {"quotes.csv", 3, 3, 0, 0, 0, 0},
      {"title_line.csv", 1, 1, 0, 0, 0, 0},
      {"hxl.csv", 1, 1, 0, 0, 0, 0},
      {"blank_rows.csv", 2, 2, 0, 0, 0, 0},
      {"extra_cells.csv", 2, 2, 0, 0, 0, 0},
      {"unclosed_quote.csv", 1, 1, 0, 0, 0, 0},
      {"several_places.csv", 5, 5, 0, 0, 0, 0},
      {"shares.csv", 4, 4, 0, 0, 0, 0},
      {"national.csv", 5, 0, 5, 0, 0, 0},
      {"outside.csv", 4, 1, 0, 3, 0, 0},
      {"unlocated.csv", 4, 0, 0, 0, 4, 0},
      {"aliases.csv", 9, 9, 0, 0, 0, 0},
      {"codes.csv", 7, 6, 0, 0, 1, 0},
      {"codes_as_names.csv", 4, 3, 0, 0, 1, 0},
      {"codes_only.csv", 4, 3, 0, 0, 1, 0},
      {"points.csv", 10, 9, 0, 1, 0, 0},
      {"swapped.csv", 3, 3, 0, 0, 0, 0},
      {"decimal_comma.csv", 1, 1, 0, 0, 0, 0},
      {"currencies.csv", 4, 4, 0, 0, 0, 0},
      {"money.csv", 8, 8, 0, 0, 0, 0},
      {"totals.csv", 3, 2, 0, 0, 0, 1},
      {"counts.csv", 4, 3, 0, 0, 0, 1},
      {"header_only.csv", 0, 0, 0, 0, 0, 0},
      {"nul.csv", 2, 1, 0, 0, 1, 0},
      {"cut_off.csv", 2, 1, 0, 0, 1, 0},
      {"cut_in_a_letter.csv", 2, 1, 0, 0, 1, 0},
      {"windows1252.csv", 2, 2, 0, 0, 0, 0},
      {"utf16.csv", 1, 1, 0, 0, 0, 0},
      {"parenthesis.csv", 3, 2, 0, 0, 1, 0},
  };
  for (const auto& expected : lists) {
    INFO(expected.file);
    const ReadCounts counts = read(expected.file).data.counts;
    CHECK(counts.read == expected.read);
    CHECK(counts.used == expected.used);
    CHECK(counts.national == expected.national);
    CHECK(counts.outside == expected.outside);
    CHECK(counts.unlocated == expected.unlocated);
    CHECK(counts.skipped == expected.skipped);
    CHECK(counts.used + counts.national + counts.outside + counts.unlocated + counts.skipped ==
          counts.read);
  }
}

TEST_CASE("the shares of a project add up to one, and its parts to its budget to the cent") {
  for (const char* file : {"several_places.csv", "shares.csv", "money.csv", "plain.csv"}) {
    const List list = read(file);
    for (std::size_t i = 0; i < list.projects().size(); ++i) {
      double sum = 0;
      std::vector<double> shares;
      for (const auto& location : list.projects().locations_of(i)) {
        sum += location.share;
        shares.push_back(location.share);
      }
      CHECK(sum == Approx(1));
      Cents parts;
      for (Cents part : split_cents(list.projects().budget.at(i).value_or(Cents{}), shares))
        parts += part;
      CHECK(parts == list.projects().budget.at(i).value_or(Cents{}));
    }
  }
}

TEST_CASE("a French and an English header give the same columns") {
  const List plain = read("plain.csv");
  CHECK(plain.projects().id[1] == "2");
  CHECK(plain.projects().title[0] == "Forage");
  CHECK(plain.projects().fund.at(0) == "QIP");
  CHECK(plain.projects().status.at(0) == "completed");
  CHECK(plain.projects().budget.at(1) == Cents{12000000});
  CHECK(plain.places(0) == "ML05");
  const List semicolon = read("semicolon.csv");
  CHECK(semicolon.projects().id[0] == "A1");
  CHECK(semicolon.projects().title[1] == "Marché");
  CHECK(semicolon.projects().budget.at(0) == Cents{1250050});
  CHECK(semicolon.projects().budget.at(1) == Cents{25000000});
}

TEST_CASE("rows are numbered as a spreadsheet shows them") {
  CHECK(std::ranges::equal(read("quotes.csv").projects().row, std::vector<std::int64_t>{2, 3, 4}));
  CHECK(read("quotes.csv").projects().title[0] == "Forage, \"grand\" modèle");
  CHECK(read("quotes.csv").projects().title[1] == "Deux\nlignes");
  CHECK(read("title_line.csv").projects().row[0] == 4);
  CHECK(std::ranges::equal(read("blank_rows.csv").projects().row, std::vector<std::int64_t>{3, 5}));
  CHECK(read("hxl.csv").projects().row[0] == 3);
  CHECK(read("extra_cells.csv").first("extra-cell").error.where.row == 2);
}

TEST_CASE("text in Windows-1252 and UTF-16 is read as what it is") {
  const List list = read("windows1252.csv");
  CHECK(list.projects().title[0] == "Réhabilitation – école");
  CHECK(list.places(0) == "ML04");
  CHECK(list.places(1) == "ML07");
  CHECK(list.reported("other-currency") == 2);
  CHECK(read("utf16.csv").places(0) == "ML04");
}

TEST_CASE("a quote that never closes is reported with its row") {
  CHECK(read("unclosed_quote.csv").first("unclosed-quote").error.where.row == 2);
}

TEST_CASE("several places in a cell") {
  const List nine = read("several_places.csv");
  CHECK(nine.places(0) == "ML07 ML05");
  CHECK(nine.places(1) == "ML07");
  CHECK(nine.places(2) == "ML06 ML08");
  CHECK(nine.places(3) == "ML07 ML05");
  CHECK(nine.places(4) == "ML07");
  CHECK(nine.problems.count(Severity::Note) == nine.problems.size());
  const List eleven = read("several_places.csv", eleven_units());
  CHECK(eleven.places(1) == "zone:gao-menaka");
  const auto& zone =
      eleven.projects()
          .places[static_cast<std::size_t>(eleven.projects().locations_of(1)[0].place)];
  CHECK(zone.pcodes == std::vector<std::string>{"ML07", "ML10"});
}

TEST_CASE("given shares are used when they fit the places") {
  const List list = read("shares.csv");
  CHECK(list.projects().locations_of(1)[0].share == Approx(0.6));
  CHECK(list.projects().locations_of(2)[0].share == Approx(0.5));
  CHECK(list.reported("share-mismatch") == 1);
  CHECK(list.projects().locations_of(3)[0].share == Approx(0.5));
  CHECK(list.reported("share-sum") == 1);
}

TEST_CASE("aliases, endings and other vintages name the same units") {
  const List nine = read("aliases.csv");
  const char* expected[] = {"ML06", "ML06", "ML05", "ML09", "ML07", "ML07", "ML06", "ML08", "ML04"};
  for (std::size_t i = 0; i < 9; ++i)
    CHECK(nine.places(i) == expected[i]);
  CHECK(nine.problems.count(Severity::Note) == nine.problems.size());
  const List eleven = read("aliases.csv", eleven_units());
  CHECK(eleven.places(5) == "ML10");
  CHECK(eleven.places(6) == "ML11");
}

TEST_CASE("an unknown place is reported with a proposal that is not used in silence") {
  const List list = read("unlocated.csv");
  CHECK(list.reported("unknown-region") == 2);
  CHECK(list.first("unknown-region").value == "Monti");
  CHECK(list.first("unknown-region").proposal == "Mopti");
  CHECK(list.first("unknown-region").error.where.row == 3);
  CHECK(list.first("unknown-region").error.where.column == "region");
  CHECK(list.reported("no-place") == 2);
}

TEST_CASE("a code is believed only together with its name") {
  const List list = read("codes.csv");
  CHECK(list.places(0) == "ML05");
  CHECK(list.places(1) == "ML05");  // the name
  CHECK(list.first("code-name-conflict").error.where.row == 3);
  CHECK(list.places(2) == "ML07");
  CHECK(list.places(3) == "ML08");
  CHECK(list.places(4) == "ML05");  // a slip of the pen that the code explains
  CHECK(list.reported("misspelt-place") == 1);
  CHECK(list.reported("unknown-code") == 1);
  CHECK(list.places(6) == "ML08");
}

TEST_CASE("codes of levels that the boundaries lack count for the unit that holds them") {
  const List nine = read("codes_only.csv");
  CHECK(nine.places(1) == "ML05");
  CHECK(nine.places(2) == "ML07 ML08");
  CHECK(read("codes_only.csv", with_cercles()).places(1) == "ML0502");
}

TEST_CASE("a list with the cercles in another order is not joined by code") {
  const List list = read("cercle_codes_other_order.csv", with_cercles());
  CHECK(list.places(0) == "ML0502");  // Bandiagara, by name
  CHECK(list.places(1) == "ML0501");
  CHECK(list.places(2) == "ML05");  // a code alone says only the region here
  CHECK(list.reported("code-name-conflict") == 1);
  CHECK(list.reported("code-without-name") == 1);
}

TEST_CASE("points count where they agree, and are reported where they cannot be") {
  const List list = read("points.csv");
  CHECK(list.projects().locations_of(0)[0].point);
  CHECK(list.places(1) == "(point)");
  CHECK(list.places(2) == "ML05");
  CHECK_FALSE(list.projects().locations_of(2)[0].point);
  CHECK(list.reported("point-impossible") == 2);
  CHECK(list.problems.all()[1].proposal.empty());
  CHECK(list.places(4) == "ML07");
  CHECK_FALSE(list.projects().locations_of(4)[0].point);
  CHECK(list.reported("point-outside") == 2);
  CHECK(list.projects().scope[5] == Scope::Outside);
  CHECK(list.places(6) == "ML07");  // the name
  CHECK(list.reported("point-elsewhere") == 1);
  CHECK(list.projects().locations_of(6)[0].contested);
  CHECK_FALSE(list.projects().locations_of(7)[0].contested);
  CHECK(list.projects().locations_of(7)[0].point);  // 5 km beyond the border
  CHECK(list.reported("point-unreadable") == 2);
}

TEST_CASE("a code typed in the column of the names is read as a code") {
  const List list = read("codes_as_names.csv");
  CHECK(list.places(0) == "ML05");
  CHECK(list.places(2) == "ML07");
  CHECK(list.reported("unknown-region") == 1);
}

TEST_CASE("a lost decimal point is proposed") {
  Boundaries west = nine_units();
  west.layers[0].units[4] = box("ML05", "Mopti", -6, 10, -4, 12);
  CHECK(read("points.csv", west).problems.all()[1].proposal == "-4.920952, 11");
}

TEST_CASE("swapped coordinates are recognised from the whole list and reported once") {
  const List list = read("swapped.csv");
  CHECK(list.reported("lon-lat-swapped") == 1);
  CHECK(list.projects().locations_of(0)[0].point == LonLat{6.5, 10.5});
  CHECK(read("decimal_comma.csv").projects().locations_of(0)[0].point == LonLat{4.5, 11.25});
}

TEST_CASE("cercles are found within their region; unknown ones fall back to it") {
  const List list = read("cercles.csv", with_cercles());
  CHECK(list.places(0) == "ML0503");
  CHECK(list.places(1) == "ML07");
  CHECK(list.first("unknown-cercle").severity == Severity::Note);
  CHECK(list.places(2) == "ML07");
  CHECK(list.reported("place-conflict") == 1);
  CHECK(list.places(3) == "ML0702");
  CHECK(list.places(4) == "ML05");
  CHECK(list.places(5) == "ML0702 ML0503");
  CHECK(list.places(6) == "ML0502");
  CHECK(list.data.counts.used == 7);
  const List regions_only = read("cercles.csv");
  CHECK(regions_only.places(6) ==
        "ML05");  // Bandiagara is a region since 2023, and was part of Mopti
  CHECK(regions_only.places(3) == "ML07");
  CHECK(regions_only.data.counts.used == 7);
}

TEST_CASE("amounts that are not in US dollars are reported, not added") {
  const List list = read("currencies.csv");
  CHECK(list.reported("other-currency") == 2);
  CHECK_FALSE(list.projects().budget.at(0));
  CHECK(list.projects().budget.at(2) == Cents{100000});
  CHECK(list.projects().budget.at(3) == Cents{50000});
  CHECK(read("currency_header.csv").reported("other-currency") == 1);
  CHECK(read("currency_both.csv").projects().budget.at(0) == Cents{850000});
  CHECK(read("currency_both.csv").problems.empty());
  CHECK(read("currency_column.csv").reported("other-currency") == 1);
}

TEST_CASE("an amount that names no currency among others that do is not taken for dollars") {
  const List several = read("currency_unnamed.csv");
  CHECK(several.reported("currency-unnamed") == 1);
  CHECK_FALSE(several.projects().budget.at(2));
  CHECK(several.projects().currency.at(2) == "?");
  CHECK(several.projects().budget.at(3) == Cents{200000});
  CHECK(several.data.counts.amounts.at("?").used == Cents{1150000000});
  const List one = read("currency_of_others.csv");
  CHECK(one.projects().currency.at(1) == "XOF");
  CHECK(one.reported("currency-of-others") == 1);
  CHECK(one.data.counts.amounts.at("XOF").read == Cents{1650000000});
}

TEST_CASE("amounts are exact, missing is not zero, and odd ones are reported") {
  const List list = read("money.csv");
  CHECK(list.projects().budget.at(0) == Cents{123456789});
  CHECK(list.projects().budget.at(1) == Cents{4531739});
  CHECK(list.projects().budget.at(2) == Cents{1190000000});
  CHECK(list.projects().budget.at(3) == Cents{123450});
  CHECK(list.reported("budget-negative") == 1);
  CHECK(list.reported("budget-zero") == 1);
  CHECK(list.reported("budget-unreadable") == 1);
  CHECK_FALSE(list.projects().budget.at(6));
  CHECK_FALSE(list.projects().budget.at(7));
  CHECK(read("machine_money.csv").projects().budget.at(1) == Cents{4532});
}

TEST_CASE("the QIP ceiling holds for each project that a row stands for") {
  const List list = read("ceiling.csv");
  CHECK(list.reported("budget-over-ceiling") == 1);
  CHECK(list.first("budget-over-ceiling").error.where.row == 3);
}

TEST_CASE("days that do not exist, ends before starts") {
  const List list = read("dates.csv");
  CHECK(list.reported("end-before-start") == 1);
  CHECK(list.reported("no-such-date") == 1);
  CHECK(list.reported("date-unreadable") == 1);
  CHECK(list.first("no-such-date").error.where.row == 4);
}

TEST_CASE("ids that stand twice") {
  CHECK(read("double_ids.csv").first("double-id").error.where.row == 4);
  CHECK(read("double_ids.csv").reported("double-id") == 1);
  CHECK(read("ids_repeat.csv").reported("rows-of-one-project") == 1);
  CHECK(read("ids_repeat.csv").reported("double-id") == 0);
}

TEST_CASE("a row counts as many projects as it stands for; sums are passed over") {
  const List list = read("counts.csv");
  CHECK(list.projects().count == IntColumn{84, 65, 1});
  CHECK(list.reported("count-unreadable") == 1);
  CHECK(list.reported("count-zero") == 1);
  CHECK(read("totals.csv").reported("total-row") == 1);
}

TEST_CASE("sectors are separated by semicolons and bars, never by commas or slashes") {
  const List list = read("sectors.csv");
  const Projects& projects = list.projects();
  CHECK(projects.sector.at(0).size() == 2);
  CHECK(projects.sector.at(1).size() == 1);
  CHECK(projects.sector.at(2).size() == 1);
  CHECK(projects.sector.dictionary.text(projects.sector.at(3)[0]) == "Formation / Insertion");
}

TEST_CASE("what is no list gives one clear error") {
  CHECK(error_of("/nowhere/list.csv") == "there is no such file");
  CHECK(error_of(in_repository("tests/data")) == "this is a directory, not a file");
  CHECK(error_of(in_repository("tests/data/projects/no_known_column.csv")) ==
        "no column of the list was recognised");
  CHECK_FALSE(error_of(in_repository("tests/data/projects/only_quotes.csv")).empty());
}

TEST_CASE("another country's list is matched by its own names alone") {
  const List list = read("outside_of_another_country.csv", elsewhere());
  CHECK(list.projects().scope[1] == Scope::Outside);   // Mali
  CHECK(list.projects().scope[2] == Scope::National);  // Burkina Faso
}

TEST_CASE("lists joined keep their rows, places and counts") {
  const List a = read("several_places.csv"), b = read("counts.csv"), c = read("points.csv");
  const Dataset all = concatenate({a.data, b.data, c.data});
  CHECK(all.projects->size() == 5 + 3 + 10);
  CHECK(all.counts.read == 5 + 4 + 10);
  CHECK(all.projects->count[5] == 84);
  CHECK(all.projects->fund.at(5) == "QIP");
  CHECK(all.projects->location_offsets.size() == all.projects->size() + 1);
  CHECK(
      all.projects->places[static_cast<std::size_t>(all.projects->locations_of(6)[0].place)].code ==
      "ML05");
  CHECK(all.population.at("ML05") == 2036209);
  CHECK_FALSE(all.aggregates);
}

TEST_CASE("the 230 actions of 2019 are all located, their two impossible points reported") {
  const auto path = shared_file("data/afd/afd_projets_mali_2019.geojson");
  if (path.empty())
    return;
  std::vector<Boundaries> both{embedded_boundaries()};
  if (const auto cercles = shared_file("data/boundaries/mli_adm2_ocha.geojson"); !cercles.empty()) {
    Problems problems;
    auto read = read_boundaries(cercles, {}, problems);
    REQUIRE(read);
    both.push_back(std::move(*read));
  }
  for (const auto& boundaries : both) {
    List list;
    auto data = read_projects(path, boundaries, {}, list.problems);
    REQUIRE(data);
    list.data = std::move(*data);
    CHECK(list.data.counts.read == 230);
    CHECK(list.data.counts.used == 230);
    CHECK(list.reported("point-impossible") == 2);
    // Basic and secondary education are one sector.
    CHECK(list.projects().sector.dictionary.size() == 7);
    CHECK(list.projects().project_of_row.size() == 230);
    CHECK(std::set(list.projects().project_of_row.begin(), list.projects().project_of_row.end())
              .size() == 9);
    CHECK_FALSE(list.projects().has_budgets);
    CHECK(list.projects().id[0].starts_with("C"));
    int points = 0;
    std::map<std::string, int> regions;
    for (const auto& location : list.projects().locations) {
      points += location.point ? 1 : 0;
      REQUIRE(location.place >= 0);
      ++regions[list.projects().places[static_cast<std::size_t>(location.place)].code.substr(0, 4)];
    }
    CHECK(points == 228);
    CHECK(regions == std::map<std::string, int>{
                         {"ML04", 3}, {"ML05", 54}, {"ML06", 74}, {"ML07", 89}, {"ML08", 10}});
  }
}
