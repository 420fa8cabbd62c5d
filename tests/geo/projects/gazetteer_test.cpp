// Towns and villages: what ships, GeoNames' dump, tables of others.
#include "geo/projects/gazetteer.h"

#include <filesystem>
#include <fstream>

#include "tests/support/catch.h"

using namespace malimap;

namespace {

const std::string kShared = std::string(MALIMAP_ROOT) + "/../shared/data/";

bool absent(const std::string& file) {
  if (std::filesystem::exists(kShared + file))
    return false;
  WARN("skipped: there is no " << kShared << file);
  return true;
}

std::string written(const std::string& name, const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / ("malimap-gazetteer-" + name);
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

const std::string kDump =
    "1\tSévaré\tSevare\tSewaare,Ville de Sévaré\t14.53\t-4.09\tP\tPPL\tML\t\t04\t\t\t\t0\t\t273\t"
    "Africa/Bamako\t2021-08-05\n"
    "2\tBani\tBani\t\t14.5\t-4.2\tH\tSTM\tML\t\t04\t\t\t\t0\t\t273\tAfrica/Bamako\t2021-08-05\n"
    "3\tKoro\tKoro\t\t14.07\t-3.08\tP\tPPL\tML\t\t04\t\t\t\t0\t\t273\tAfrica/Bamako\t2021-08-05\n"
    "4\tKoro\tKoro\t\t12.5\t-6.5\tP\tPPL\tML\t\t05\t\t\t\t0\t\t273\tAfrica/Bamako\t2021-08-05\n"
    "5\tshort\n";

}  // namespace

TEST_CASE("the towns that ship are found by their usual spellings") {
  const Gazetteer& towns = embedded_gazetteer();
  CHECK(towns.size() == 96);
  for (const char* name : {"Tombouctou", "Timbuktu", "TAOUDENIT", "Markala", "Ber"})
    CHECK(towns.named(name).size() == (std::string(name) == "Ber" ? 0 : 1));
  REQUIRE(towns.named("ville de Dioro").size() == 1);
  CHECK(towns.named("Dioro")[0]->position.lat == Approx(13.687).margin(0.01));
}

TEST_CASE("of GeoNames' dump the populated places are read") {
  Problems problems;
  const auto read = read_gazetteer(written("dump.txt", kDump), problems);
  REQUIRE(read);
  CHECK(read->size() == 3);
  CHECK(read->named("SEVARE").size() == 1);  // once, though two of its names have this key
  CHECK(read->named("sewaare").size() == 1);
  CHECK(read->named("Sévaré")[0]->name == "Sévaré");
  CHECK(read->named("Sévaré")[0]->position == LonLat{-4.09, 14.53});
  CHECK(read->named("koro").size() == 2);
  CHECK(read->named("Bani").empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems.all()[0].error.where.row == 5);
}

TEST_CASE("tables with a name and a position are gazetteers") {
  Problems problems;
  const auto read = read_gazetteer(
      written("table.csv", "Nom;Longitude;Latitude\nBer;-2,53;16,84\nVide;;\n"), problems);
  REQUIRE(read);
  CHECK(read->size() == 1);
  CHECK(read->named("BER")[0]->position == LonLat{-2.53, 16.84});
  REQUIRE(problems.size() == 1);
  CHECK(problems.all()[0].reason == "gazetteer-line");
  CHECK(problems.all()[0].error.where.row == 3);
}

TEST_CASE("what is no gazetteer says so") {
  Problems problems;
  CHECK_FALSE(read_gazetteer(written("other.csv", "Projet,Budget\nA,1\nB,2\n"), problems));
  CHECK_FALSE(read_gazetteer("/no/such/file.csv", problems));
}

TEST_CASE("GeoNames' places of Mali") {
  if (absent("gazetteer/geonames_ml_2023.txt"))
    return;
  Problems problems;
  const auto read = read_gazetteer(kShared + "gazetteer/geonames_ml_2023.txt", problems);
  REQUIRE(read);
  CHECK(read->size() == 15448);
  CHECK(problems.empty());
  CHECK_FALSE(read->named("Sévaré").empty());
}

TEST_CASE("OCHA's settlements") {
  if (absent("ocha_cod_2017/settlements.csv"))
    return;
  Problems problems;
  const auto read = read_gazetteer(kShared + "ocha_cod_2017/settlements.csv", problems);
  REQUIRE(read);
  CHECK(read->size() == 18769);
  for (const char* name : {"Ber", "Etambar", "Sévaré"})
    CHECK_FALSE(read->named(name).empty());
}
