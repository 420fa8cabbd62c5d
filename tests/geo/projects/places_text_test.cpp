// What running text, coordinates in one cell and near spellings come to.
#include "geo/projects/aliases.h"
#include "geo/projects/places/place_text.h"
#include "geo/projects/places/spelling.h"
#include "geo/projects/points.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

/// "Kondi<Diré Arham<Diré Goundam": names with what holds them.
std::string read(std::string_view text) {
  const auto places =
      places_in_text(text, [](std::string_view name) { return name == "Gao / Ménaka"; });
  std::string all;
  for (const auto& place : places) {
    all += (all.empty() ? "" : ", ") + place.name;
    if (place.level)
      all += std::string("/") + std::string(word_of(*place.level));
    for (int parent : place.parents)
      all += "<" + places[static_cast<std::size_t>(parent)].name;
    if (place.share >= 0)
      all += "=" + std::to_string(static_cast<int>(place.share * 1000 + 0.5));
  }
  return all;
}

}  // namespace

TEST_CASE("places in running text") {
  CHECK(read("Cercle de Diré: communes (Kondi, Arham), cercle de Goundam") ==
        "Diré/cercle, Kondi/commune<Diré, Arham/commune<Diré, Goundam/cercle");
  CHECK(read("Région de Mopti (cercles de Bankass et Koro)") ==
        "Mopti/region, Bankass/cercle<Mopti, Koro/cercle<Mopti");
  CHECK(read("Gao : Ansongo, Bourem ; Ménaka") == "Gao, Ansongo<Gao, Bourem<Gao, Ménaka");
  CHECK(read("Tombouctou et Kidal") == "Tombouctou, Kidal");
  CHECK(read("Gao / Ménaka") == "Gao / Ménaka");
  CHECK(read("Kidal / Ménaka") == "Kidal, Ménaka");
  CHECK(read("Régions: Ségou, Mopti, Tombouctou") ==
        "Ségou/region, Mopti/region, Tombouctou/region");
  CHECK(read("Communes de Konna, Borondougou et Dialloubé (cercle de Mopti)") ==
        "Konna/commune<Mopti, Borondougou/commune<Mopti, Dialloubé/commune<Mopti, Mopti/cercle");
  CHECK(read("dans les cercles de Douentza, Bandiagara et Koro") ==
        "Douentza/cercle, Bandiagara/cercle, Koro/cercle");
  CHECK(read("Villages de Sama et Soya dans la commune de Konna") ==
        "Sama<Konna, Soya<Konna, Konna/commune");
  CHECK(read("Bamako, communes I, II et VI") ==
        "Bamako, commune I/commune, commune II/commune, commune VI/commune");
  CHECK(read("Mopti (60%), Gao (40 %)") == "Mopti=600, Gao=400");
  CHECK(read("Mopti : 60,5 % ; Gao : 39,5 %") == "Mopti=605, Gao=395");
  CHECK(read("").empty());
  CHECK(read("((()))::;;,,").empty());
}

TEST_CASE("a number behind a colon is a share, not a place") {
  const auto places =
      places_in_text("Gao: 60%, Mopti: 40 %", [](std::string_view) { return false; });
  REQUIRE(places.size() == 2);
  CHECK(places[0].share == 0.6);
  CHECK(places[1].name == "Mopti");
  CHECK(places[1].share == 0.4);
  CHECK(places[1].parents.empty());
}

TEST_CASE("positions in one cell, latitude first unless the country says otherwise") {
  const LonLatBox mali{-12.3, 10.1, 4.3, 25};
  const auto at = [&](std::string_view text) {
    const auto point = position_in(text, mali);
    REQUIRE(point);
    return *point;
  };
  CHECK(at("14.48, -4.18") == LonLat{-4.18, 14.48});
  CHECK(at("-4.18, 14.48") == LonLat{-4.18, 14.48});
  CHECK(at("14,4843; -4,1830") == LonLat{-4.183, 14.4843});
  CHECK(at("POINT(-4.1 14.5)") == LonLat{-4.1, 14.5});
  const LonLat dms = at("14°29'3\"N 4°10'58\"W");
  CHECK(dms.lat == Approx(14 + 29 / 60.0 + 3 / 3600.0));
  CHECK(dms.lon == Approx(-(4 + 10 / 60.0 + 58 / 3600.0)));
  CHECK(at("N 14.5, O 4.1") == LonLat{-4.1, 14.5});
  CHECK_FALSE(position_in("Mopti", mali));
  CHECK_FALSE(position_in("14.5", mali));
  CHECK_FALSE(position_in("", mali));
}

TEST_CASE("a slip that is not heard counts half") {
  const auto between = [](std::string_view a, std::string_view b) {
    return slips(Spelling(name_key(a)), Spelling(name_key(b)), 3);
  };
  CHECK(between("Ségou", "segou") == 0);
  CHECK(between("Segu", "Ségou") == 0.5);          // ou, u
  CHECK(between("Tomboctou", "Tombouctou") == 1);  // o is not ou
  CHECK(between("Bandiagra", "Bandiagara") == 1);
  CHECK(between("Benkadi", "Ben Kadi") == 0);
  CHECK(between("Gadougou 2", "Gadougou II") == 0);
  CHECK(between("Gadougou I", "Gadougou II") > 3);          // a number is never guessed
  CHECK(between("Borondo", "Borondougou") == Approx(1.4));  // cut off
  CHECK(edit_distance("mpoti", "mopti", 2) == 1);           // swapped neighbours
}

TEST_CASE("the same distance is certain among siblings and doubtful in a whole layer") {
  CHECK(is_certain(Pool::Siblings, 4, 1, 3));
  CHECK_FALSE(is_certain(Pool::Siblings, 4, 1, 1.5));
  CHECK_FALSE(is_certain(Pool::Parent, 4, 1, 3));
  CHECK_FALSE(is_certain(Pool::Layer, 5, 1, 3));
  CHECK(is_certain(Pool::Layer, 9, 1, 3));
}

TEST_CASE("the narrower answer comes first, and the last one counts") {
  Aliases aliases({{"Sokura", "", "ML0501"}, {"Sokura", "ML05", "ML050101"}});
  CHECK(aliases.find("SOKURA", "ML05")->code == "ML050101");
  CHECK(aliases.find("Commune de Sokura", "ML07")->code == "ML0501");
  aliases.add({"sokura", "ML05", ""});
  CHECK(aliases.find("Sokura", "ML05")->code.empty());
  CHECK(aliases.all().size() == 2);
  CHECK(aliases.find("Gao", "") == nullptr);
}
