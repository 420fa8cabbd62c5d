#include "geo/projects/need_table.h"

#include <filesystem>
#include <fstream>
#include <map>

#include "geo/boundaries/sources.h"
#include "geo/projects/need_columns.h"
#include "geo/projects/need_sectors.h"
#include "tests/geo/projects/little_mali.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

std::string written(const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / "malimap_need_test.csv";
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

struct Read {
  NeedTable table;
  Problems problems;
  [[nodiscard]] std::optional<double> at(const std::string& code, const std::string& sector = {},
                                         std::optional<Level> level = {}) const {
    for (const NeedEntry& entry : table.entries)
      if (entry.code == code && entry.sector == sector && (!level || entry.level == *level))
        return entry.value;
    return std::nullopt;
  }
};

Read need(const std::string& text, const std::string& column, const Boundaries& boundaries) {
  Read read;
  auto table = read_need(written(text), column, boundaries, {}, read.problems);
  REQUIRE(table);
  read.table = std::move(*table);
  return read;
}

/// The cercles of Mopti as OCHA numbered them in 2019: by the alphabet.
Boundaries alphabetical() {
  Boundaries boundaries = nine_units();
  AdminLayer cercles;
  cercles.level = Level::Cercle;
  const char* names[] = {"Bandiagara", "Bankass", "Djenné",   "Douentza",
                         "Koro",       "Mopti",   "Ténenkou", "Youwarou"};
  for (int i = 0; i < 8; ++i)
    cercles.units.push_back(
        box("ML050" + std::to_string(i + 1), names[i], 4 + 0.1 * i, 10, 4.1 + 0.1 * i, 12, "ML05"));
  boundaries.layers.push_back(cercles);
  return boundaries;
}

}  // namespace

TEST_CASE("only the rows for all people count, and the country's totals are left out") {
  const Read read = need(
      "Admin 1 PCode,Admin 2 PCode,Sector,Gender,Age Range,Population Group,In Need\n"
      "#adm1+code,#adm2+code,#sector+code,#gender+code,#age+range,#population_group+code,#inneed\n"
      ",,ALL,a,ALL,ALL,1000\n"
      "ML05,ML0501,ALL,a,ALL,ALL,300\n"
      "ML05,ML0501,ALL,f,ALL,ALL,160\n"
      "ML05,ML0501,ALL,a,0-17,ALL,120\n"
      "ML05,ML0501,ALL,a,ALL,IDP,40\n"
      "ML05,ML0501,WSH,a,ALL,ALL,200\n"
      "ML05,ML0502,HEA,a,ALL,ALL,100.5\n"
      "ML05,,FSC,a,ALL,ALL,700\n",
      "In Need", with_cercles());
  CHECK(read.table.entries.size() == 4);
  CHECK(read.at("ML0501") == 300);
  CHECK(read.at("ML0501", "Eau et assainissement") == 200);
  CHECK(read.at("ML0502", "Santé") == 100.5);
  CHECK(read.at("ML05", "Sécurité alimentaire", Level::Region) == 700);
  CHECK(read.problems.count("need-of-groups") == 1);
  CHECK(read.problems.count("need-totals") == 1);
  CHECK(read.table.sectors ==
        std::vector<std::string>{"Eau et assainissement", "Santé", "Sécurité alimentaire"});
  CHECK(read.table.entries.front().row == 4);  // as a spreadsheet shows it
}

TEST_CASE("a list typed by hand: names with slips, French numbers, a total at its foot") {
  const Read read = need(
      "cercle;besoins\nBandiagarra;12 500\nBankas;8 000\nMopti;4,5\nZanzibar;9\nTotal;20 513,5\n",
      "", with_cercles());
  CHECK(read.table.column == "besoins");
  CHECK(read.at("ML0502") == 12500);
  CHECK(read.at("ML0503") == 8000);
  CHECK(read.at("ML0501") == 4.5);
  CHECK(read.table.entries.size() == 3);
  CHECK(read.problems.count("need-not-joined") == 1);
}

TEST_CASE("names decide over codes of the other order") {
  // In the other order ML0501 is Mopti.
  const Read read =
      need("cercle,code,T_TL\nMopti,ML0501,10\nBandiagara,ML0502,20\n", "T_TL", alphabetical());
  CHECK(read.at("ML0506") == 10);
  CHECK(read.at("ML0501") == 20);
}

TEST_CASE("codes without names are read in the order that their populations prove") {
  // The census of 2009 times 1.3, numbered with Mopti first.
  const std::string other =
      "Admin 2 PCode,Population,In Need\n"
      "ML0501,479066,1\nML0502,413355,2\nML0503,342480,3\nML0504,138798,4\n"
      "ML0505,269438,5\nML0506,322132,6\nML0507,470527,7\nML0508,212733,8\n";
  const Read second = need(other, "In Need", alphabetical());
  CHECK(second.problems.count("codes-in-another-order") == 1);
  CHECK(second.at("ML0506") == 1);  // Mopti
  CHECK(second.at("ML0501") == 2);  // Bandiagara
  CHECK(second.at("ML0508") == 4);  // Youwarou
  const std::string own =
      "Admin 2 PCode,Population,In Need\n"
      "ML0501,413355,2\nML0502,342480,3\nML0503,269438,5\nML0504,322132,6\n"
      "ML0505,470527,7\nML0506,479066,1\nML0507,212733,8\nML0508,138798,4\n";
  const Read first = need(own, "In Need", alphabetical());
  CHECK(first.problems.count("codes-checked") == 1);
  CHECK(first.at("ML0506") == 1);
}

TEST_CASE("codes without names and without populations are believed, and that is said") {
  const Read read = need("pcode,besoin\nML0501,1\nML0506,2\n", "besoin", alphabetical());
  CHECK(read.problems.count("codes-without-names") == 1);
  CHECK(read.at("ML0501") == 1);
}

TEST_CASE("cercles of a later division are added up to the one that they were") {
  const std::string header = "Admin 2 PCode,Population,In Need\n";
  const std::string parts = "ML1001,10,100\nML1002,10,20\nML1003,10,3\nML1004,10,4\n";
  CHECK(need(header + parts + "ML0801,5,5\n", "In Need", with_cercles()).at("ML0704") == 127);
  // Without the part that bears its name the rest is no need of the whole.
  const Read rest = need(header + "ML1002,10,20\nML0801,5,5\n", "In Need", with_cercles());
  CHECK_FALSE(rest.at("ML0704"));
  CHECK(rest.problems.count("need-of-parts") == 1);
}

TEST_CASE("regions of 2023 on those of 2012: parts are added, what is cut across is not joined") {
  const Read read = need(
      "region,population\nKayes,1840329\nNioro,678061\nKita,681671\nKoulikoro,2255157\n"
      "Sikasso,1533123\nBougouni,1570979\nMopti,935579\nEnsemble,22395489\n",
      "population", nine_units());
  CHECK(read.at("ML01") == 1840329 + 678061 + 681671);
  CHECK(read.at("ML05") == 935579);
  CHECK_FALSE(read.at("ML02"));  // part of Bougouni lies in it
  CHECK_FALSE(read.at("ML03"));
  CHECK(read.problems.count("need-across-units") == 1);
}

TEST_CASE("analyses of several dates are never added: the newest counts") {
  const Read read = need(
      "adm2_name,start_date,phase35\nMopti,2023-06-01,100\nMopti,2024-06-01,7\n"
      "Bankass,2023-06-01,50\nBankass,2024-06-01,9\nGao,2023-06-01,3\n",
      "phase35", with_cercles());
  CHECK(read.at("ML0501") == 7);
  CHECK(read.at("ML0503") == 9);
  CHECK_FALSE(read.at("ML0701"));
  CHECK(read.problems.count("need-of-several-dates") == 1);
}

TEST_CASE("a row for the whole is not added to rows for its parts") {
  // The boundaries have no cercles.
  const Read parts =
      need("region,cercle,people\nMopti,Bankass,10\nMopti,Koro,20\n", "people", nine_units());
  CHECK(parts.at("ML05") == 30);
  const Read whole = need("region,cercle,people\nMopti,,33\nMopti,Bankass,10\nMopti,Koro,20\n",
                          "people", nine_units());
  CHECK(whole.at("ML05") == 33);
}

TEST_CASE("sectors: codes of the clusters are known, others stay and are reported") {
  CHECK(need_sector_in("ALL").empty());
  CHECK(need_sector_in("WSH") == "Eau et assainissement");
  CHECK(need_sector_in("PRO_GBV") == "Violences basées sur le genre");
  CHECK(need_sector_in("PRO-CPN") == need_sector_in("PRO_CPM"));
  CHECK(need_sector_in("Épices") == "Épices");
  const Read read =
      need("cercle,secteur,besoin\nMopti,WSH,1\nMopti,Épices,2\n", "besoin", with_cercles());
  CHECK(read.at("ML0501", "Épices") == 2);
  CHECK(read.problems.count("need-unknown-sector") == 1);
}

TEST_CASE("a part of a sector is left out where the list names the whole alone") {
  CHECK(holding_sector("Lutte antimines") == "Protection");
  CHECK(holding_sector("Santé").empty());
  NeedTable table;
  table.sectors = {"Protection", "Lutte antimines"};
  table.entries = {{"ML05", Level::Region, {"ML05"}, "Protection", 9, 1},
                   {"ML05", Level::Region, {"ML05"}, "Lutte antimines", 4, 2}};
  Projects list;
  std::vector<std::string> left_out;
  CHECK(need_for_list(table, list, left_out).entries.size() == 2);  // it names neither
  (void)list.sector.dictionary.add("Protection");
  CHECK(need_for_list(table, list, left_out).entries.size() == 1);
  CHECK(left_out == std::vector<std::string>{"Lutte antimines"});
  (void)list.sector.dictionary.add("Lutte antimines");
  left_out.clear();
  CHECK(need_for_list(table, list, left_out).entries.size() == 2);
}

TEST_CASE("what cannot be read says so, and names what there is") {
  Problems problems;
  const auto boundaries = with_cercles();
  const auto error = [&](const std::string& text, const std::string& column) {
    const auto table = read_need(written(text), column, boundaries, {}, problems);
    REQUIRE_FALSE(table);
    return sentence(table.error(), Translator(Language::English));
  };
  CHECK(error("cercle,a,b\nMopti,1,2\n", "c").find("a, b") != std::string::npos);
  CHECK(error("cercle,a,b\nMopti,1,2\n", "").find("FILE:COLUMN") != std::string::npos);
  CHECK(error("cercle,a\nParis,1\n", "a").find("joined") != std::string::npos);
  CHECK(error("cercle,a\nMopti,x\n", "").find("numbers") != std::string::npos);
}

TEST_CASE("the needs of 2024 on the 50 cercles") {
  const std::string shared = std::string(MALIMAP_ROOT) + "/../shared/data/";
  const std::string path = shared + "ocha/mli_humanitarian_needs.csv";
  if (!std::filesystem::exists(path)) {
    WARN("SKIPPED: ../shared/data/ocha/mli_humanitarian_needs.csv is absent here");
    return;
  }
  Read read;
  const auto boundaries =
      read_nested({shared + "boundaries/mli_adm2_ocha.geojson"}, {}, read.problems);
  REQUIRE(boundaries);
  auto table = read_need(path, "In Need", *boundaries, {}, read.problems);
  REQUIRE(table);
  read.table = std::move(*table);
  // Row 1201 of the file is ML0901; row 459 is ML0402, which is Ségou in the file's order.
  CHECK(read.at("ML0901", "Nutrition") == 341148);
  CHECK(read.at("ML0406", "Nutrition") == 213984);
  CHECK(read.at("ML0704", "Santé") > 150000);  // four cercles of the region Ménaka
  CHECK(read.at("ML07", "Sécurité alimentaire", Level::Region) == 256247 + 44635);
  CHECK_FALSE(read.at("ML0704", "Sécurité alimentaire", Level::Cercle));
}
