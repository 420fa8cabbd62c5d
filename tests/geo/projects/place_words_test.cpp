// Words for the whole country, other countries, groups of countries.
#include "geo/projects/place_words.h"

#include "tests/support/catch.h"

using namespace malimap;

TEST_CASE("words for the whole country") {
  const PlaceWords words("ML");
  for (const char* text :
       {"Mali", "MALI", "National", "Niveau national", "central level", "République du Mali",
        "Republic of Mali", "Mali (le)", "Toutes les régions du Mali", "Ensemble du territoire",
        "Pays entier", "tout le Mali", "Ensemble du pays", "Mali - National", "All regions of Mali",
        "l'ensemble du territoire malien", "Nationwide", "Couverture nationale"})
    CHECK(words.is_national(text));
  for (const char* text : {"", "Gao", "Niger", "Bamako", "Sahel", "Nationalité", "République"})
    CHECK_FALSE(words.is_national(text));
}

TEST_CASE("other countries, short and official, French and English") {
  const PlaceWords words("ML");
  for (const char* text : {"Niger",
                           "Burkina",
                           "Republic of South Sudan",
                           "Islamic Republic of Mauritania",
                           "République islamique de Mauritanie",
                           "Congo, Democratic Republic of",
                           "Democratic Republic of the Congo",
                           "Congo, Rep.",
                           "Egypt, Arab Republic of",
                           "Lao People's Democratic Republic",
                           "Gambia, The",
                           "Yemen, Rep.",
                           "Côte d'Ivoire",
                           "Republic of Cote d'Ivoire",
                           "Guinée Conakry",
                           "Republic of Turkiye",
                           "West Bank and Gaza",
                           "Macedonia, Republic of North",
                           "United Mexican States",
                           "Republic of Kosovo",
                           "Federative Republic of Brazil",
                           "Commonwealth of The Bahamas",
                           "Royaume du Maroc",
                           "Democratic Republic of Sao Tome and Prin",
                           "Socialist People's Libyan Arab Jamahiriy",
                           "Democratic Socialist Republic of Sri Lan",
                           "The Independent State of Papua New Guine",
                           "Viet Nam",
                           "Saint Lucia",
                           "Korea, Republic of",
                           "Kingdom of Saudi Arabia"})
    CHECK(words.is_foreign(text));
  for (const char* text : {"", "Mali", "Republic of Mali", "Gao", "Sahel", "The", "Republic of",
                           "Sy", "SY", "Democratic Republic of Nowhere in this World"})
    CHECK_FALSE(words.is_foreign(text));
}

TEST_CASE("groups of countries hold the home country or not") {
  const PlaceWords words("ML");
  for (const char* text :
       {"Africa", "Afrique", "Western Africa", "Afrique de l'Ouest", "Sub-Saharan Africa", "Sahel",
        "G5 Sahel", "UEMOA", "CEDEAO", "Liptako-Gourma", "Western and Central Africa", "World",
        "Africa, regional", "Plusieurs pays"}) {
    CHECK(words.is_group_with_home(text));
    CHECK_FALSE(words.is_foreign(text));
    CHECK_FALSE(words.is_national(text));
  }
  for (const char* text : {"Eastern and Southern Africa", "East Asia and Pacific", "South Asia",
                           "Western Balkans", "Caribbean", "CEMAC", "Pacific Islands",
                           "Middle East and North Africa", "Central America", "Europe"}) {
    CHECK(words.is_foreign(text));
    CHECK_FALSE(words.is_group_with_home(text));
  }
}

TEST_CASE("home may be another country") {
  const PlaceWords chad("TD");
  CHECK(chad.is_home("Republic of Chad"));
  CHECK(chad.is_national("ensemble du Tchad"));
  CHECK(chad.is_foreign("Mali"));
  CHECK(chad.is_group_with_home("CEMAC"));
  CHECK(chad.is_foreign("UEMOA"));
  // Where two countries share the word, the full names tell them apart.
  const PlaceWords congo("CD");
  CHECK(congo.is_home("Democratic Republic of the Congo"));
  CHECK(congo.is_home("RDC"));
  CHECK(congo.is_foreign("Congo Brazzaville"));
  CHECK_FALSE(congo.is_home("Congo"));
  const PlaceWords nowhere("");
  CHECK(nowhere.is_foreign("Mali"));
  CHECK(nowhere.is_national("national"));
}

TEST_CASE("a cell of a column of countries") {
  const PlaceWords words("ML");
  for (const char* cell : {"ML", "MLI", "Mali", "Republic of Mali"})
    CHECK(words.country(cell) == CountryCell::Home);
  for (const char* cell : {"NE", "BFA", "SY", "Niger", "Niger; Burkina Faso", "Tchad et Niger"})
    CHECK(words.country(cell) == CountryCell::Foreign);
  for (const char* cell :
       {"Mali, Niger", "Mali / Burkina Faso / Niger", "Mali et Niger", "Sahel", "Regional"})
    CHECK(words.country(cell) == CountryCell::GroupWithHome);
  for (const char* cell : {"", "Gao", "ml", "Other", "XX", "Mali, Atlantis"})
    CHECK(words.country(cell) == CountryCell::Unknown);
  CHECK(words.dac_region("298") == CountryCell::GroupWithHome);
  CHECK(words.dac_region("1030") == CountryCell::GroupWithHome);
  CHECK(words.dac_region("998") == CountryCell::GroupWithHome);
  CHECK(words.dac_region("679") == CountryCell::Foreign);
  CHECK(words.dac_region("1") == CountryCell::Unknown);
}
