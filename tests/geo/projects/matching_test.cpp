// Precision and recall of the matcher on names with typing errors.
#include <cstdio>
#include <map>
#include <optional>
#include <set>

#include "geo/base/text.h"
#include "geo/projects/crosswalk.h"
#include "geo/projects/places.h"
#include "tests/support/catch.h"
#include "tests/support/misspelt.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

AdminUnit unit(std::string pcode, std::string name, std::string parent) {
  AdminUnit made;
  made.pcode = std::move(pcode);
  made.name = std::move(name);
  made.parent_pcode = std::move(parent);
  made.polygons.push_back({{{40, 40}, {41, 40}, {41, 41}}, {}});  // far from every town
  return made;
}

/// Regions, cercles and communes by the list of 2019, without geometry.
std::optional<Boundaries> units_of_2019() {
  const auto path = shared_file("data/gazetteer/mli_pcodes_2019.csv");
  if (path.empty())
    return {};
  Problems problems;
  const auto table = read_table(path, {}, problems);
  REQUIRE(table);
  Boundaries all{"list of 2019", "2012", std::vector<AdminLayer>(3)};
  std::set<std::string> met;
  for (int level = 1; level <= 3; ++level)
    all.layers[static_cast<std::size_t>(level - 1)].level = static_cast<Level>(level);
  for (std::size_t row = 0; row < table->size(); ++row)
    for (int level = 1; level <= 3; ++level) {
      const auto text = [&](int l, const char* what) {
        return std::string(table->text(row, "admin" + std::to_string(l) + what));
      };
      if (const auto code = text(level, "Pcode"); met.insert(code).second)
        all.layers[static_cast<std::size_t>(level - 1)].units.push_back(
            unit(code, text(level, "Name_fr"), text(level - 1, "Pcode")));
    }
  return all;
}

struct Typed {
  std::string region, cercle, commune, meant;
};

/// What the matcher made of one row.
struct Outcome {
  bool right = false, wrong = false, proposed = false;
};

class Matching {
 public:
  explicit Matching(const Boundaries& boundaries)
      : index_(boundaries, options_, problems_), reporter_(table_, problems_) {
    table_.columns = {"region", "cercle", "commune", "lieu"};
    columns_.set(Role::Region, 0);
    columns_.set(Role::Cercle, 1);
    columns_.set(Role::Commune, 2);
    columns_.set(Role::Place, 3);
    matcher_.emplace(index_, columns_, places_, reporter_);
  }

  std::string code_of(const Typed& typed) {
    PlaceCells cells;
    cells.region = typed.region;
    cells.cercle = typed.cercle;
    cells.commune = typed.commune;
    const auto placed = matcher_->place(cells);
    return placed.locations.size() != 1
               ? std::string{}
               : places_[static_cast<std::size_t>(placed.locations[0].place)].code;
  }

  Outcome outcome(const Typed& typed) {
    const std::size_t before = problems_.size();
    const std::string code = code_of(typed);
    Outcome outcome;
    outcome.right = code == typed.meant;
    // Kept at the coarser unit that the row names is no match of the finer name.
    const bool coarser = typed.meant.starts_with(code) && code.size() < typed.meant.size();
    outcome.wrong = !outcome.right && !code.empty() && !coarser;
    outcome.proposed = !outcome.right && !outcome.wrong && problems_.size() > before;
    return outcome;
  }

 private:
  ReadOptions options_;
  Problems problems_;
  Table table_;
  ColumnMap columns_;
  PlaceIndex index_;
  Reporter reporter_;
  std::vector<PlaceName> places_;
  std::optional<PlaceMatcher> matcher_;
};

struct Tally {
  int typed = 0, right = 0, wrong = 0, proposed = 0;
  void add(const Outcome& outcome) {
    ++typed;
    right += outcome.right ? 1 : 0;
    wrong += outcome.wrong ? 1 : 0;
    proposed += outcome.proposed ? 1 : 0;
  }
  double precision() const { return right + wrong == 0 ? 1 : double(right) / (right + wrong); }
  double recall() const { return double(right) / typed; }
};

std::string folded_key(const std::string& name) {
  return fold(name);
}

}  // namespace

TEST_CASE("names with typing errors: precision and recall of the matcher", "[matching]") {
  const auto boundaries = units_of_2019();
  if (!boundaries)
    return;
  Matching matching(*boundaries);
  Dice dice(20190601);
  std::map<std::string, Tally> tallies;
  Tally all;
  const auto& regions = boundaries->layers[0];
  const auto& cercles = boundaries->layers[1];
  const auto& communes = boundaries->layers[2];
  const bool verbose = std::getenv("MALIMAP_MATCHING_VERBOSE") != nullptr;
  const auto type = [&](const std::string& kind, const Typed& typed) {
    const Outcome outcome = matching.outcome(typed);
    tallies[kind].add(outcome);
    all.add(outcome);
    if (verbose && !outcome.right)
      std::printf("%s %s: %s | %s | %s, meant %s\n", outcome.wrong ? "WRONG" : "missed",
                  kind.c_str(), typed.region.c_str(), typed.cercle.c_str(), typed.commune.c_str(),
                  typed.meant.c_str());
  };
  std::map<std::string, int> names;
  for (const auto& commune : communes.units)
    ++names[folded_key(commune.name)];
  for (const auto& commune : communes.units) {
    const auto& cercle =
        cercles.units[static_cast<std::size_t>(cercles.find(commune.parent_pcode))];
    const auto& region = regions.units[static_cast<std::size_t>(regions.find(cercle.parent_pcode))];
    const std::string plain = fold(commune.name);
    const bool numbered = plain.starts_with("commune ");
    const auto in_cercle = [&](const std::string& kind, const std::string& name) {
      type(kind, {"", cercle.name, name, commune.pcode});
    };
    in_cercle("its own name, with its cercle", commune.name);
    in_cercle("without accents", plain);
    in_cercle("in capitals", in_capitals(plain));
    in_cercle("hyphens", hyphenated(commune.name));
    in_cercle("\"Commune de\", \"Cercle de\"",
              numbered ? commune.name : "Commune de " + commune.name);
    type("\"Commune de\", \"Cercle de\"",
         {"Région de " + region.name, "Cercle de " + in_capitals(fold(cercle.name)),
          numbered ? commune.name : "commune rurale de " + plain, commune.pcode});
    if (numbered)
      continue;
    in_cercle("one error, with its cercle", with_slip(plain, dice));
    in_cercle("one error, with its cercle", in_capitals(with_slip(plain, dice)));
    if (plain.size() >= 6)
      in_cercle("two errors (6 letters or more), with its cercle",
                with_slip(with_slip(plain, dice), dice));
    if (plain.size() >= 8)
      in_cercle("cut off, with its cercle", plain.substr(0, plain.size() - 1 - dice.roll(3)));
    type("one error in the cercle too",
         {"", cercle.name.size() < 6 ? cercle.name : with_slip(fold(cercle.name), dice),
          with_slip(plain, dice), commune.pcode});
    type("one error, with its region", {region.name, "", with_slip(plain, dice), commune.pcode});
    if (names[plain] == 1)
      type("one error, nothing else named", {"", "", with_slip(plain, dice), commune.pcode});
  }
  for (const auto& cercle : cercles.units) {
    const auto& region = regions.units[static_cast<std::size_t>(regions.find(cercle.parent_pcode))];
    for (int i = 0; i < 3; ++i) {
      type("cercle, one error, with its region",
           {region.name, with_slip(fold(cercle.name), dice), "", cercle.pcode});
      type("cercle, one error, nothing else named",
           {"", with_slip(fold(cercle.name), dice), "", cercle.pcode});
    }
  }
  for (const auto& region : regions.units)
    for (int i = 0; i < 4; ++i)
      type("region, one error", {with_slip(fold(region.name), dice), "", "", region.pcode});
  std::printf("%-50s %6s %6s %6s %9s %10s %8s\n", "names", "typed", "right", "wrong", "proposed",
              "precision", "recall");
  const auto print = [](const std::string& kind, const Tally& t) {
    std::printf("%-50s %6d %6d %6d %9d %9.2f%% %7.2f%%\n", kind.c_str(), t.typed, t.right, t.wrong,
                t.proposed, 100 * t.precision(), 100 * t.recall());
  };
  for (const auto& [kind, tally] : tallies)
    print(kind, tally);
  print("all", all);
  CHECK(all.typed >= 5000);
  CHECK(all.precision() >= 0.995);
  CHECK(all.recall() >= 0.95);
  for (const char* kind : {"its own name, with its cercle", "without accents", "in capitals",
                           "hyphens", "\"Commune de\", \"Cercle de\""})
    CHECK(tallies[kind].right == tallies[kind].typed);
}

TEST_CASE("a name of several communes is never matched in silence", "[matching]") {
  const auto boundaries = units_of_2019();
  if (!boundaries)
    return;
  Matching matching(*boundaries);
  std::map<std::string, int> names;
  for (const auto& commune : boundaries->layers[2].units)
    ++names[place_key(commune.name)];
  int several = 0;
  for (const auto& [name, count] : names)
    if (count > 1) {
      ++several;
      INFO(name);
      const Outcome outcome = matching.outcome({"", "", name, "?"});
      CHECK_FALSE(outcome.wrong);
      CHECK(outcome.proposed);  // reported
    }
  CHECK(several == 13);
}
