// Several files as one, and parents by geometry.

#include "geo/boundaries/nest.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>

#include "geo/base/text.h"
#include "geo/boundaries/locate.h"
#include "geo/boundaries/overlap.h"
#include "geo/boundaries/sources.h"
#include "tests/geo/boundaries/fixtures.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

std::string rectangle(double west, double south, double east, double north) {
  const auto at = [](double x, double y) {
    return "[" + std::to_string(x) + "," + std::to_string(y) + "]";
  };
  return R"({"type":"Polygon","coordinates":[[)" + at(west, south) + "," + at(east, south) + "," +
         at(east, north) + "," + at(west, north) + "," + at(west, south) + "]]}";
}

Boundaries read_as(const std::string& geojson, Level level) {
  BoundaryOptions options;
  options.level = level;
  auto read = read_text(geojson, options);
  REQUIRE(read);
  return std::move(*read);
}

/// Two regions side by side, each 2 degrees wide and 2 high.
Boundaries two_regions() {
  return read_as(collection({feature(R"("name":"Mopti","pcode":"ML05")", rectangle(0, 10, 2, 12)),
                             feature(R"("name":"Gao","pcode":"ML07")", rectangle(2, 10, 4, 12))}),
                 Level::Region);
}

/// Communes of one degree but for the third, which reaches over the border at 2: a quarter beyond.
Boundaries communes() {
  return read_as(collection({feature(R"("name":"A")", rectangle(0, 10, 1, 11)),
                             feature(R"("name":"B")", rectangle(0, 11, 1, 12)),
                             feature(R"("name":"C")", rectangle(1, 10, 2.333333, 12)),
                             feature(R"("name":"D")", rectangle(2.333333, 10, 4, 12))}),
                 Level::Commune);
}

std::string parent_of(const Boundaries& boundaries, Level level, const std::string& name) {
  for (const AdminUnit& unit : boundaries.layer(level)->units)
    if (unit.name == name)
      return unit.parent_name;
  return "?";
}

}  // namespace

TEST_CASE("Shares of a unit's area in the units of another layer") {
  const Boundaries regions = two_regions(), finer = communes();
  const UnitLocator locator(regions.finest());
  const auto shares = overlap_shares(finer.finest().units[2], locator);
  REQUIRE(shares.size() == 2);
  CHECK(regions.finest().units[static_cast<std::size_t>(shares[0].unit)].name == "Mopti");
  CHECK(shares[0].share == Approx(0.75).margin(0.02));
  CHECK(shares[1].share == Approx(0.25).margin(0.02));
}

TEST_CASE("Units without parents get those that hold most of their area") {
  Problems problems;
  std::vector<Boundaries> parts = {communes(), two_regions()};  // any order
  const auto nested = nest(std::move(parts), {}, problems);
  REQUIRE(nested);
  REQUIRE(nested->layers.size() == 2);
  CHECK(nested->layers[0].level == Level::Region);
  CHECK(parent_of(*nested, Level::Commune, "A") == "Mopti");
  CHECK(parent_of(*nested, Level::Commune, "C") == "Mopti");
  CHECK(parent_of(*nested, Level::Commune, "D") == "Gao");
  CHECK(nested->layers[1].units[3].parent_pcode == "ML07");

  REQUIRE(problems.size() == 1);
  CHECK(problems.all()[0].reason == "parent-uncertain");
  CHECK(problems.all()[0].severity == Severity::Note);
  CHECK(problems.all()[0].error.what.args[0] == "C");
  CHECK(std::abs(std::stoi(problems.all()[0].value) - 75) <= 2);
}

TEST_CASE("Communes alone get regions, dissolved along their own borders") {
  Problems problems;
  const auto nested = nest({communes()}, two_regions(), problems);
  REQUIRE(nested);
  REQUIRE(nested->layers.size() == 2);
  const AdminLayer& regions = nested->layers[0];
  CHECK(regions.derived);
  REQUIRE(regions.units.size() == 2);
  CHECK(regions.units[0].pcode == "ML05");
  CHECK(total_area(regions) == Approx(total_area(nested->layers[1])));
  double east = 0;
  for (const LonLat& p : regions.units[0].polygons.at(0).outer)
    east = std::max(east, p.lon);
  CHECK(east == Approx(2.333333));  // the commune's border, not the given region's
  CHECK(arc_faults(regions) == 0);
}

TEST_CASE("Units of another country get no regions of ours") {
  Problems problems;
  const auto there = read_as(collection({feature(R"("name":"X")", rectangle(20, 10, 21, 11)),
                                         feature(R"("name":"Y")", rectangle(21, 10, 22, 11))}),
                             Level::Commune);
  const auto nested = nest({there}, two_regions(), problems);
  REQUIRE(nested);
  CHECK(nested->layers.size() == 1);
  CHECK(problems.empty());
}

TEST_CASE("A parent's code is believed only with its name") {
  // The same code is another cercle in the other list.
  const auto commune = [](const char* name, const char* code, const char* cercle) {
    return std::string("\"ADM3_FR\":\"") + name + R"(","ADM3_PCODE":"ML0501)" + name +
           R"(","ADM2_FR":")" + cercle + R"(","ADM2_PCODE":")" + code + "\"";
  };
  const Boundaries finer =
      read_as(collection({feature(commune("01", "ML0501", "Mopti"), rectangle(0, 10, 2, 12)),
                          feature(commune("02", "ML0502", "Bankass"), rectangle(2, 10, 4, 12))}),
              Level::Commune);
  const auto cercle = [](const char* name, const char* code) {
    return std::string("\"ADM2_FR\":\"") + name + R"(","ADM2_PCODE":")" + code + "\"";
  };
  const Boundaries coarser =
      read_as(collection({feature(cercle("Mopti", "ML0505"), rectangle(0, 10, 2, 12)),
                          feature(cercle("Bandiagara", "ML0501"), rectangle(2, 12, 4, 14)),
                          feature(cercle("Bankass", "ML0502"), rectangle(2, 10, 4, 12))}),
              Level::Cercle);
  Problems problems;
  const auto nested = nest({finer, coarser}, {}, problems);
  REQUIRE(nested);
  const AdminLayer& communes = *nested->layer(Level::Commune);
  CHECK(communes.units[0].parent_pcode == "ML0505");
  CHECK(communes.units[1].parent_pcode == "ML0502");
  CHECK(nested->layer(Level::Cercle)->units.size() == 3);
  CHECK_FALSE(nested->layer(Level::Cercle)->derived);
}

TEST_CASE("Two files of one level are an error that names both") {
  Problems problems;
  Boundaries a = two_regions(), b = two_regions();
  a.source = "a.geojson";
  b.source = "b.geojson";
  const auto nested = nest({a, b}, {}, problems);
  REQUIRE_FALSE(nested);
  const std::string text = sentence(nested.error(), Translator(Language::English));
  CHECK(text.find("a.geojson") != std::string::npos);
  CHECK(text.find("b.geojson") != std::string::npos);
  CHECK_FALSE(can_nest(a, b));
  CHECK(can_nest(a, communes()));
}

TEST_CASE("Files of two countries are an error") {
  const auto there = read_as(collection({feature(R"("name":"X")", rectangle(20, 10, 21, 11)),
                                         feature(R"("name":"Y")", rectangle(21, 10, 22, 11))}),
                             Level::Commune);
  Problems problems;
  CHECK_FALSE(nest({two_regions(), there}, {}, problems));
  CHECK_FALSE(can_nest(two_regions(), there));
}

TEST_CASE("Files of different levels are read as one, from wherever they are") {
  const TempDir folder;
  const std::string regions = folder.write(
      "regions.geojson",
      collection({feature(R"("adm1_fr":"Mopti","adm1_pcode":"ML05")", rectangle(-4, 14, -3, 15)),
                  feature(R"("adm1_fr":"Gao","adm1_pcode":"ML07")", rectangle(-3, 14, -2, 15))}));
  const std::string cercles = folder.write(
      "adm2.geojson", collection({feature(R"("adm2_fr":"A")", rectangle(-4, 14, -3, 15)),
                                  feature(R"("adm2_fr":"B")", rectangle(-3, 14, -2, 15))}));
  Problems problems;
  const auto read = read_nested({cercles, regions}, {}, problems);
  REQUIRE(read);
  CHECK(read->source == "regions.geojson + adm2.geojson");
  CHECK(parent_of(*read, Level::Cercle, "B") == "Gao");
  CHECK(read_nested({}, {}, problems)->source == kEmbeddedSource);
  CHECK_FALSE(read_nested({regions, folder.path("none.geojson")}, {}, problems));
}

namespace {

const std::string kShared = std::string(MALIMAP_ROOT) + "/../shared/data/";

bool absent(const std::string& file) {
  if (std::filesystem::exists(kShared + file))
    return false;
  WARN("skipped: there is no " << kShared << file);
  return true;
}

Boundaries read_shared(const std::string& file) {
  Problems problems;
  auto read = read_boundaries(kShared + file, {}, problems);
  REQUIRE(read);
  return std::move(*read);
}

/// How many communes have the parents that OCHA's list gives the commune in the same place.
struct Agreement {
  std::size_t cercles = 0, regions = 0;
  std::string others;
};

const AdminUnit& parent_in(const Boundaries& boundaries, Level level, const AdminUnit& unit) {
  const AdminLayer& layer = *boundaries.layer(level);
  return layer.units.at(static_cast<std::size_t>(layer.find(unit.parent_pcode)));
}

Agreement compare(const Boundaries& nested, const Boundaries& known) {
  const UnitLocator locator(known.finest());
  Agreement result;
  for (const AdminUnit& unit : nested.finest().units) {
    const auto shares = overlap_shares(unit, locator);
    REQUIRE(shares.at(0).unit != kNoUnit);
    const AdminUnit& same = known.finest().units[static_cast<std::size_t>(shares[0].unit)];
    const AdminUnit& cercle = parent_in(known, Level::Cercle, same);
    std::string region = unit.parent_pcode;
    if (nested.layer(Level::Cercle)) {
      const AdminUnit& found = parent_in(nested, Level::Cercle, unit);
      region = found.parent_pcode;
      if (fold(found.name) == fold(cercle.name))
        ++result.cercles;
      else
        result.others += unit.name + ": " + found.name + ", not " + cercle.name + "; ";
    }
    if (region == cercle.parent_pcode)  // the regions' codes agree between the lists
      ++result.regions;
    else
      result.others += unit.name + ": " + region + ", not " + cercle.parent_pcode + "; ";
  }
  return result;
}

std::string listed(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems.all())
    text += sentence(problem.error, Translator(Language::English)) + "\n";
  return text;
}

}  // namespace

TEST_CASE("701 communes and 50 cercles of two files: every commune gets its cercle and region") {
  const std::string cercles = "boundaries/mli_adm2_ocha.geojson",
                    communes = "boundaries/mli_adm3_geoboundaries.geojson",
                    known = "ocha_cod_2017/mli_admbnda_adm3_gov_ocha/mli_admbnda_adm3_gov_ocha.shp";
  if (absent(cercles) || absent(communes) || absent(known))
    return;
  Problems problems;
  std::vector<Boundaries> parts = {read_shared(communes), read_shared(cercles)};
  const auto start = std::chrono::steady_clock::now();
  const auto nested = nest(std::move(parts), embedded_boundaries(), problems);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  REQUIRE(nested);
  REQUIRE(nested->layers.size() == 3);
  REQUIRE(nested->finest().units.size() == 701);
  for (const AdminUnit& unit : nested->finest().units)
    CHECK(nested->layers[1].find(unit.parent_pcode) != kNoUnit);
  const Agreement agree = compare(*nested, read_shared(known));
  CAPTURE(listed(problems), agree.others, took.count());
  CHECK(agree.cercles == 701);
  CHECK(agree.regions == 701);
}

TEST_CASE("701 communes alone get the embedded regions; Bamako is its six communes") {
  const std::string communes = "boundaries/mli_adm3_geoboundaries.geojson",
                    known = "ocha_cod_2017/mli_admbnda_adm3_gov_ocha/mli_admbnda_adm3_gov_ocha.shp";
  if (absent(communes) || absent(known))
    return;
  Problems problems;
  const auto nested = nest({read_shared(communes)}, embedded_boundaries(), problems);
  REQUIRE(nested);
  REQUIRE(nested->layers.size() == 2);
  CHECK(nested->vintage == "2012");
  CHECK(nested->layers[0].units.size() == 9);
  const auto& units = nested->finest().units;
  CHECK(std::count_if(units.begin(), units.end(),
                      [](const AdminUnit& unit) { return unit.parent_pcode == "ML09"; }) == 6);
  const Agreement agree = compare(*nested, read_shared(known));
  CAPTURE(listed(problems), agree.others);
  // The embedded outlines are generalised: they have one commune of Sikasso, Kafo Faboli, in Ségou.
  CHECK(agree.regions >= 700);
}
