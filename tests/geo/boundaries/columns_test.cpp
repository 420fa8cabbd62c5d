// Which column is what, in the spellings that come from OCHA, geoBoundaries, GADM, Natural Earth
// and offices.

#include "geo/boundaries/columns.h"

#include "tests/geo/boundaries/fixtures.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// Two regions of two cercles each under the given column names: P-code and name of either level.
std::string two_levels(const std::string& code1, const std::string& name1, const std::string& code2,
                       const std::string& name2) {
  const auto row = [&](const char* c1, const char* n1, const char* c2, const char* n2) {
    return "\"" + code1 + "\":\"" + c1 + "\",\"" + name1 + "\":\"" + n1 + "\",\"" + code2 +
           "\":\"" + c2 + "\",\"" + name2 + "\":\"" + n2 + "\"";
  };
  return squares(
      {row("ML05", "Mopti", "ML0501", "Bandiagara"), row("ML05", "Mopti", "ML0502", "Bankass"),
       row("ML07", "Gao", "ML0701", "Ansongo"), row("ML07", "Gao", "ML0702", "Bourem")},
      2);
}

void check_two_levels(const std::string& geojson) {
  const auto read = read_text(geojson);
  REQUIRE(read);
  REQUIRE(read->layers.size() == 2);
  const AdminLayer& cercles = read->layers[1];
  CHECK(cercles.level == Level::Cercle);
  REQUIRE(cercles.units.size() == 4);
  CHECK(cercles.units[1].pcode == "ML0502");
  CHECK_FALSE(cercles.units[1].pcode_made_up);
  CHECK(cercles.units[1].name == "Bankass");
  CHECK(cercles.units[1].parent_pcode == "ML05");
  CHECK(cercles.units[1].parent_name == "Mopti");
  const AdminLayer& regions = read->layers[0];
  CHECK(regions.level == Level::Region);
  REQUIRE(regions.units.size() == 2);
  CHECK(regions.units[0].pcode == "ML05");
  CHECK(regions.units[0].name == "Mopti");
}

}  // namespace

TEST_CASE("A P-code is a country's letters and two digits or more") {
  CHECK(looks_like_pcode("ML05"));
  CHECK(looks_like_pcode("MLI0502"));
  CHECK_FALSE(looks_like_pcode("ML-5"));
  CHECK_FALSE(looks_like_pcode("MLI.1_1"));
  CHECK_FALSE(looks_like_pcode("ML"));
  CHECK_FALSE(looks_like_pcode("0501"));
  CHECK_FALSE(looks_like_pcode("Mopti"));
}

TEST_CASE("OCHA's spellings are all known") {
  check_two_levels(two_levels("adm1_pcode", "adm1", "adm2_pcode", "adm2"));
  check_two_levels(two_levels("ADM1_PCODE", "ADM1_FR", "ADM2_PCODE", "ADM2_FR"));
  check_two_levels(two_levels("admin1Pcod", "admin1Name", "admin2Pcod", "admin2Name"));
  check_two_levels(two_levels("admin1Pcode", "admin1Name_fr", "admin2Pcode", "admin2Name_fr"));
  check_two_levels(two_levels("adm1_pcode", "adm1_name", "adm2_pcode", "adm2_name"));
  check_two_levels(two_levels("Code_Région", "Région", "Code_Cercle", "Cercle"));
}

TEST_CASE("The French name comes before the English one and the reference name") {
  const auto read = read_text(squares(
      {R"("ADM1_EN":"Timbuktu","ADM1_REF":"Tombouktou","ADM1_FR":"Tombouctou","ADM1_PCODE":"ML06")",
       R"("ADM1_EN":"Gao","ADM1_REF":"Gao","ADM1_FR":"Gao","ADM1_PCODE":"ML07")"}));
  REQUIRE(read);
  CHECK(read->finest().units[0].name == "Tombouctou");
}

TEST_CASE("The level is the deepest whose columns differ") {
  const auto read =
      read_text(squares({R"("adm1_pcode":"ML05","adm1":"Mopti","adm2_pcode":"","adm2":"")",
                         R"("adm1_pcode":"ML07","adm1":"Gao","adm2_pcode":"","adm2":"")"}));
  REQUIRE(read);
  CHECK(read->layers.size() == 1);
  CHECK(read->finest().level == Level::Region);
}

TEST_CASE("geoBoundaries: names, the file's own keys and the level of shapeType") {
  const auto row = [](const char* name, const char* id) {
    return std::string(R"("shapeName":")") + name + R"(","shapeISO":"","shapeID":")" + id +
           R"(","shapeGroup":"MLI","shapeType":"ADM3")";
  };
  const auto read = read_text(
      squares({row("Tomora", "616B1"), row("Sidibela", "616B2"), row("Tomora", "616B3")}));
  REQUIRE(read);
  CHECK(read->layers.size() == 1);
  CHECK(read->finest().level == Level::Commune);
  REQUIRE(read->finest().units.size() == 3);
  CHECK(read->finest().units[0].pcode == "616B1");
  CHECK(read->finest().units[0].pcode_made_up);
  CHECK(read->finest().units[2].name == "Tomora");
}

TEST_CASE("GADM: numbered names; regions get OCHA's codes by their names") {
  const char* names[] = {"Bamako", "Gao",     "Kayes", "Kidal",   "Koulikoro",
                         "Mopti",  "Sikasso", "Ségou", "Timbuktu"};
  std::vector<std::string> rows;
  for (int i = 0; i < 9; ++i)
    rows.push_back(std::string(R"("GID_0":"MLI","NAME_0":"Mali","GID_1":"MLI.)") +
                   std::to_string(i + 1) + R"(_1","NAME_1":")" + names[i] + "\"");
  const auto read = read_text(squares(rows));
  REQUIRE(read);
  CHECK(read->vintage == "2012");
  CHECK(read->finest().level == Level::Region);
  CHECK(read->finest().units[0].pcode == "ML09");
  CHECK(read->finest().units[8].pcode == "ML06");
  CHECK(read->finest().units[8].name == "Timbuktu");
  CHECK_FALSE(read->finest().units[8].pcode_made_up);
}

TEST_CASE("Natural Earth: of many countries Mali alone, French names first") {
  const auto row = [](const char* iso, const char* name, const char* french, const char* country) {
    return std::string(R"("adm1_code":"X-1","iso_3166_2":")") + iso + R"(","name":")" + name +
           R"(","name_fr":")" + french + R"(","iso_a2":")" + country +
           R"(","admin":"","region":null)";
  };
  Problems problems;
  const auto read =
      read_text(squares({row("ML-6", "Timbuktu", "Tombouctou", "ML"),
                         row("ML-7", "Gao", "Gao", "ML"), row("NE-1", "Agadez", "Agadez", "NE")}),
                {}, &problems);
  REQUIRE(read);
  REQUIRE(read->finest().units.size() == 2);
  CHECK(read->finest().units[0].name == "Tombouctou");
  CHECK(read->finest().units[0].pcode == "ML-6");
  CHECK(read->finest().units[0].pcode_made_up);
  CHECK(count(problems, "other-countries") == 1);
}

TEST_CASE("Columns without telling names are known by what they hold") {
  const auto read = read_text(squares({R"("a":"ML0501","b":"Bandiagara","c":"ML05")",
                                       R"("a":"ML0502","b":"Bankass","c":"ML05")",
                                       R"("a":"ML0701","b":"Ansongo","c":"ML07")"}));
  REQUIRE(read);
  REQUIRE(read->layers.size() == 2);
  CHECK(read->layers[1].units[2].pcode == "ML0701");
  CHECK(read->layers[1].units[2].name == "Ansongo");
  CHECK(read->layers[1].units[2].parent_pcode == "ML07");
  CHECK(read->layers[1].level == Level::Cercle);
}

TEST_CASE("Cercles without region columns take their regions from their codes") {
  const auto read = read_text(
      squares({R"("pcode":"ML0501","nom":"Bandiagara")", R"("pcode":"ML0701","nom":"Ansongo")"}));
  REQUIRE(read);
  REQUIRE(read->layers.size() == 2);
  CHECK(read->layers[0].units[0].name == "Mopti");
}

TEST_CASE("Made-up keys are unique and stay the same") {
  const std::string text =
      squares({R"("name":"Nioro du Sahel")", R"("name":"Kita")", R"("name":"Kita")"});
  const auto first = read_text(text), second = read_text(text);
  REQUIRE(first);
  REQUIRE(second);
  const auto& units = first->finest().units;
  REQUIRE(units.size() == 3);
  CHECK(units[0].pcode == "NIORO_DU_SAHEL");
  CHECK(units[1].pcode == "KITA");
  CHECK(units[2].pcode == "KITA-2");
  for (std::size_t i = 0; i < units.size(); ++i) {
    CHECK(units[i].pcode_made_up);
    CHECK(units[i].pcode == second->finest().units[i].pcode);
  }
}

TEST_CASE("The options name what the file does not tell") {
  BoundaryOptions options;
  options.level = Level::Cercle;
  options.name_column = "x";
  options.pcode_column = "y";
  options.parent_column = "z";
  const auto read = read_text(
      squares({R"("x":"12 rue","y":"A1","z":"North")", R"("x":"13 rue","y":"A2","z":"South")"}),
      options);
  REQUIRE(read);
  REQUIRE(read->layers.size() == 2);
  CHECK(read->layers[1].units[1].name == "13 rue");
  CHECK(read->layers[1].units[1].pcode == "A2");
  CHECK(read->layers[1].units[1].parent_name == "South");
}

TEST_CASE("Without a column for names the error lists the columns") {
  const auto read = read_text(squares({R"("x1":"12","y1":"7")", R"("x1":"13","y1":"8")"}));
  REQUIRE_FALSE(read);
  const std::string said = sentence(read.error(), Translator(Language::English));
  CHECK(said.find("x1, y1") != std::string::npos);
  BoundaryOptions options;
  options.name_column = "nonsense";
  const auto wrong = read_text(squares({R"("x1":"12","y1":"7")"}), options);
  REQUIRE_FALSE(wrong);
  CHECK(sentence(wrong.error(), Translator(Language::English)).find("nonsense") !=
        std::string::npos);
}

TEST_CASE("The vintage follows from the regions' names") {
  const auto vintage_with = [](std::vector<std::string> names) {
    std::vector<std::string> rows;
    for (const std::string& name : names)
      rows.push_back("\"name\":\"" + name + "\"");
    const auto read = read_text(squares(rows));
    return read ? read->vintage : "error";
  };
  const std::vector<std::string> nine = {"Kayes",      "KOULIKORO", "Sikasso", "Segou", "Mopti",
                                         "Tombouctou", "Gao",       "Kidal",   "Bamako"};
  auto eleven = nine;
  eleven.insert(eleven.end(), {"Ménaka", "Taoudénit"});
  CHECK(vintage_with(nine) == "2012");
  CHECK(vintage_with(eleven) == "2016");
  CHECK(vintage_with({"Kayes",     "Nioro",   "Kita",     "Koulikoro",  "Dioïla",
                      "Nara",      "Sikasso", "Bougouni", "Koutiala",   "Ségou",
                      "San",       "Mopti",   "Douentza", "Bandiagara", "Tombouctou",
                      "Taoudénit", "Gao",     "Ménaka",   "Kidal",      "Bamako"}) == "2023");
  CHECK(vintage_with({"Agadez", "Diffa", "Dosso"}).empty());
}

TEST_CASE("A code that contradicts its name is reported") {
  const char* names[] = {"Kayes",      "Koulikoro", "Sikasso", "Mopti", "Ségou",
                         "Tombouctou", "Gao",       "Kidal",   "Bamako"};
  std::vector<std::string> rows;
  for (int i = 0; i < 9; ++i)
    rows.push_back("\"adm1_pcode\":\"ML0" + std::to_string(i + 1) + "\",\"adm1\":\"" + names[i] +
                   "\"");
  Problems problems;
  REQUIRE(read_text(squares(rows), {}, &problems));
  CHECK(count(problems, "code-name-conflict") == 2);  // Mopti and Ségou changed places
}

TEST_CASE("FIPS codes look like P-codes; their names give them away") {
  const char* names[] = {"Bamako", "Gao",     "Kayes", "Kidal",     "Koulikoro",
                         "Mopti",  "Sikasso", "Ségou", "Tombouctou"};
  const char* fips[] = {"ML01", "ML09", "ML03", "ML10", "ML07", "ML04", "ML06", "ML05", "ML08"};
  std::vector<std::string> rows;
  for (int i = 0; i < 9; ++i)
    rows.push_back(std::string("\"name\":\"") + names[i] + "\",\"fips\":\"" + fips[i] + "\"");
  Problems problems;
  const auto read = read_text(squares(rows), {}, &problems);
  REQUIRE(read);
  CHECK(problems.empty());
  CHECK(read->finest().units[5].pcode == "ML05");
  CHECK(read->finest().units[5].name == "Mopti");
}
