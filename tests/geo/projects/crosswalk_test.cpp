// Names and codes of every vintage, laid over boundaries of another.
#include "geo/projects/crosswalk.h"

#include <filesystem>
#include <fstream>
#include <set>

#include "geo/base/text.h"
#include "geo/boundaries/read.h"
#include "geo/projects/csv.h"
#include "tests/geo/projects/little_mali.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

const std::string kShared = std::string(MALIMAP_ROOT) + "/../shared/data/";

bool absent(const std::string& file) {
  if (std::filesystem::exists(kShared + file))
    return false;
  WARN("skipped: there is no " << kShared << file);
  return true;
}

Boundaries cercles_of_ocha() {
  Problems problems;
  auto read = read_boundaries(kShared + "boundaries/mli_adm2_ocha.geojson", {}, problems);
  REQUIRE(read);
  return std::move(*read);
}

Table own_table(std::string_view text) {
  Problems problems;
  auto table = parse_csv(text, "own.csv", problems);
  REQUIRE(table);
  return std::move(*table);
}

std::vector<std::string> codes(const Boundaries& boundaries, const CoveredPlace& place) {
  std::vector<std::string> all;
  for (UnitIndex unit : place.units)
    all.push_back(boundaries.layer(place.level)->units[static_cast<std::size_t>(unit)].pcode);
  return all;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("the key of a name leaves out what kind of unit it is") {
  for (const char* name : {"Gao", "GAO", "Région de Gao", "Region of Gao", "la région de Gao",
                           "The Gao Region", "Cercle de Gao", "cercle Gao", "Gao Cercle",
                           "Commune urbaine de Gao", "Commune rurale de Gao", "C.R. de Gao",
                           "Arrondissement de Gao", "ville de Gao", "Gao ville", "Gao Commune"})
    CHECK(place_key(name) == "gao");
  CHECK(place_key("Cercle d'Ansongo") == "ansongo");
  CHECK(place_key("District de Bamako") == "bamako");
  CHECK(place_key("Commune") == "commune");
  CHECK(place_key("Commune de N'Gouma") == "n gouma");
  // Names that merely begin or end like a kind.
  CHECK(place_key("Crans") == "crans");
  CHECK(place_key("CR 7 de Juin") == "cr 7 de juin");
  CHECK(place_key("Regionville") == "regionville");
}

TEST_CASE("the communes of Bamako are numbered in many ways") {
  for (const char* name :
       {"Commune VI", "Commune - VI", "Commune 6", "commune vi", "COMMUNE 06", "Commune n° 6",
        "Commune VI du District de Bamako", "Bamako Commune VI", "Commune VI Bamako"})
    CHECK(place_key(name) == "commune 6");
  CHECK(place_key("Commune IV") == "commune 4");
  CHECK(place_key("Commune - I") == "commune 1");
  CHECK(place_key("Arrondissement 6") == "arrondissement 6");  // of 2023, not the same
  CHECK(place_key("Région IX") == "region 9");
}

TEST_CASE("the new regions on the nine units") {
  const Boundaries boundaries = nine_units();
  const Crosswalk crosswalk(boundaries);
  CHECK(crosswalk.vintage() == "2012");
  const auto menaka = crosswalk.find("Ménaka", Level::Region);
  REQUIRE(menaka);
  CHECK(menaka->code == "ML07");
  CHECK(menaka->part);
  CHECK_FALSE(menaka->vague);
  CHECK(menaka->vintage == "2016");
  const auto bougouni = crosswalk.find("Région de Bougouni", Level::Region);
  REQUIRE(bougouni);  // Ouélessébougou came from Koulikoro
  CHECK(codes(boundaries, *bougouni) == Codes{"ML02", "ML03"});
  CHECK(bougouni->vague);
  CHECK(bougouni->code == "zone:bougouni");
  CHECK(crosswalk.find("Timbuktu", Level::Region)->code == "ML06");
  CHECK(crosswalk.find("6ème région", Level::Region)->code == "ML06");
  CHECK(crosswalk.find("Cercle de Fana", Level::Cercle)->code == "ML02");
  CHECK_FALSE(crosswalk.find("Atlantis", Level::Region));
}

TEST_CASE("a new region that was a cercle is that cercle where there are cercles") {
  const Boundaries boundaries = with_cercles();
  const Crosswalk crosswalk(boundaries);
  const auto menaka = crosswalk.find("MENAKA", Level::Region);
  REQUIRE(menaka);
  CHECK(menaka->level == Level::Cercle);
  CHECK(menaka->code == "ML0704");
  CHECK_FALSE(menaka->part);
  const auto by_code = crosswalk.find_code("ML10", "Ménaka");
  REQUIRE(by_code);
  CHECK(*by_code == *menaka);
  // A cercle of the new region lies in the old one.
  const auto inekar = crosswalk.find("Inekar", Level::Cercle);
  REQUIRE(inekar);
  CHECK(inekar->code == "ML0704");
  CHECK(inekar->part);
  // find() without a level keeps to the regions.
  CHECK(crosswalk.find("Ménaka")->code == "ML07");
  CHECK(crosswalk.find("Ménaka")->level == Level::Region);
}

TEST_CASE("the other way: a cercle that became a region") {
  const Boundaries boundaries = eleven_units();
  const Crosswalk crosswalk(boundaries);
  CHECK(crosswalk.vintage() == "2016");
  const auto cercle = crosswalk.find_code("ML0704", "Menaka");
  REQUIRE(cercle);
  CHECK(cercle->code == "ML10");
  CHECK_FALSE(cercle->part);
  // The cercle of Tombouctou of 2012 reached over what is Taoudénit now.
  const auto north = crosswalk.find_code("ML0605", "Tombouctou");
  REQUIRE(north);
  CHECK(crosswalk.find("Gao / Ménaka", Level::Region)->units == std::vector<UnitIndex>{6, 9});
  CHECK(crosswalk.units_of_2012("Gao") == std::vector<UnitIndex>{6, 9});
}

TEST_CASE("a code of another division is believed only together with its name") {
  const Crosswalk crosswalk(with_cercles());
  CHECK(crosswalk.find_code("ML09", "Bamako")->code == "ML09");
  CHECK_FALSE(crosswalk.find_code("ML09", "Taoudénit"));
  CHECK_FALSE(crosswalk.find_code("ML09", ""));
  // ML0501 is Mopti in one list and Bandiagara in the other; both orders are known.
  CHECK(crosswalk.find_code("ML0501", "Mopti")->name_fr == "Mopti");
  CHECK(crosswalk.find_code("ML0501", "Bandiagara")->code == "ML0502");
  CHECK(crosswalk.find_code("ml0506", "mopti")->code == "ML0501");
  CHECK_FALSE(crosswalk.find_code("ML0501", "Koro"));
}

TEST_CASE("codes of ISO 3166-2 tell by their form") {
  const Crosswalk crosswalk(nine_units());
  CHECK(crosswalk.find_code("ML-5", "")->code == "ML05");
  CHECK(crosswalk.find_code("ML-BKO", "")->code == "ML09");
  CHECK(crosswalk.find_code("ML-9", "")->code == "ML07");  // Ménaka, which lies in Gao
  CHECK(crosswalk.find_code("ML-10", "Taoudéni")->code == "ML06");
  CHECK_FALSE(crosswalk.find_code("ML-5", "Gao"));
  CHECK_FALSE(crosswalk.find_code("ML-11", ""));
  CHECK(region_of_code("A4", "ML-9") == "Ménaka");
  CHECK(region_of_code("A4", "ML09").empty());
  CHECK(region_of_code("G1", "04") == "Mopti");
  CHECK(region_of_code("G1", "2451477") == "Ségou");
  CHECK(region_of_code("G1", "ML.01") == "Bamako");
  CHECK(region_of_code("A1", "04").empty());
}

TEST_CASE("boundaries of another country fit nothing") {
  const Crosswalk crosswalk(elsewhere());
  CHECK_FALSE(crosswalk.fits());
  CHECK_FALSE(crosswalk.find("Mopti", Level::Region));
  CHECK_FALSE(crosswalk.find_code("ML-5", ""));
}

TEST_CASE("cercles alone fit too") {
  Boundaries boundaries = with_cercles();
  boundaries.layers.erase(boundaries.layers.begin());
  const Crosswalk crosswalk(boundaries);
  CHECK(crosswalk.vintage() == "2012");
  CHECK(crosswalk.find("Ménaka", Level::Region)->code == "ML0704");
  CHECK_FALSE(crosswalk.find("Ménaka"));
}

TEST_CASE("a user's own lines win, and bad ones say where they are") {
  const Boundaries boundaries = with_cercles();
  const Table own = own_table(
      "level,name,code,covers,part_of,aliases\n"
      "region,Delta,D1,ML0501; Bankass,,Delta intérieur\n"
      "region,Gao,,,ML0704,\n"
      "region,Nulle part,,Atlantis,,\n"
      "province,Gao,,ML07,,\n"
      "cercle,Ansongo,,,,\n"
      "region,Mélange,,ML07; ML0501,,\n");
  Problems problems;
  const Crosswalk crosswalk(boundaries, own, problems);
  const auto delta = crosswalk.find("delta interieur", Level::Region);
  REQUIRE(delta);
  CHECK(codes(boundaries, *delta) == Codes{"ML0501", "ML0503"});
  CHECK(delta->level == Level::Cercle);
  CHECK(delta->code == "zone:delta");
  CHECK_FALSE(delta->part);
  CHECK(crosswalk.find_code("d1", "Delta") == delta);
  CHECK(crosswalk.find("Gao", Level::Region)->code == "ML0704");
  CHECK(crosswalk.find("Mopti", Level::Region)->code == "ML05");
  REQUIRE(problems.size() == 4);
  std::set<std::int64_t> rows;
  for (const auto& problem : problems.all()) {
    CHECK(problem.reason == "crosswalk-line");
    CHECK(problem.error.where.file == "own.csv");
    rows.insert(problem.error.where.row.value_or(0));
  }
  CHECK(rows == std::set<std::int64_t>{4, 5, 6, 7});
}

TEST_CASE("a user's crosswalk serves any country") {
  const Boundaries boundaries = elsewhere();
  Problems problems;
  const Crosswalk crosswalk(
      boundaries, own_table("level,name,covers\nregion,Grand Ouest,BF01; Cascades\n"), problems);
  CHECK(problems.empty());
  const auto west = crosswalk.find("grand ouest", Level::Region);
  REQUIRE(west);
  CHECK(codes(boundaries, *west) == Codes{"BF01", "BF02"});
}

TEST_CASE("every region and cercle of two real lists on OCHA's 50 cercles") {
  if (absent("boundaries/mli_adm2_ocha.geojson"))
    return;
  const Boundaries boundaries = cercles_of_ocha();
  const Crosswalk crosswalk(boundaries);
  CHECK(crosswalk.vintage() == "2012");
  const auto at = [&](const char* name, Level level) {
    const auto place = crosswalk.find(name, level);
    return place ? place->code + (place->part ? " part" : "") : std::string("unknown");
  };
  CHECK(at("Ménaka", Level::Region) == "ML0704");
  CHECK(at("Taoudénit", Level::Region) == "ML0605 part");
  for (const char* name : {"Achoura", "Al Ourch", "Araouna", "Boujbeha", "Fum Elba", "Taoudénit"})
    CHECK(at(name, Level::Cercle) == "ML0605 part");
  for (const char* name : {"Anderamboukane ", "Inekar", "Tidermene"})
    CHECK(at(name, Level::Cercle) == "ML0704 part");
  CHECK(at("Gourma Rharous", Level::Cercle) == "ML0603");
  CHECK(at("Tin Essako", Level::Cercle) == "ML0804");
  CHECK(at("Baraoueli", Level::Cercle) == "ML0401");
  CHECK(at("Kita", Level::Region) == "ML0105");
  CHECK(at("Nioro", Level::Region) == "zone:nioro");
  CHECK(at("Bougouni", Level::Region) == "zone:bougouni part");
  CHECK(at("Ouélessébougou", Level::Cercle) == "ML0204 part");
  CHECK(crosswalk.find_code("ML1001", "Menaka")->code == "ML0704");
  CHECK(crosswalk.find_code("ML0704", "Menaka")->code == "ML0704");
  CHECK(crosswalk.find_code("ML0601", "Tombouctou")->code == "ML0605");
  CHECK_FALSE(crosswalk.find_code("ML1001", "Kidal"));
}
