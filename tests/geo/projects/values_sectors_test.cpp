// Sectors and lists with shares.

#include "geo/projects/sectors.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {
/// "name 0.60|name", one entry a part.
std::string shown(const std::vector<Shared>& parts) {
  std::string all;
  for (const auto& [name, share] : parts) {
    all += (all.empty() ? "" : "|") + name;
    if (share)
      all += " " + std::to_string(*share).substr(0, 5);
  }
  return all;
}
std::string names(const char* cell) {
  return shown(split_list(cell));
}
std::string sectors(const char* cell) {
  return shown(sectors_in(cell));
}
}  // namespace

TEST_CASE("lists are parted by semicolons, bars and lines, never inside names") {
  CHECK(names("AFD; UE | KfW\nPNUD") == "AFD|UE|KfW|PNUD");
  CHECK(names("Ministère de la Santé, Mali") == "Ministère de la Santé, Mali");
  CHECK(names("AFD / UE") == "AFD / UE");
  CHECK(names("AFD; n/d; ;UE") == "AFD|UE");
  CHECK(names("• AFD\n• UE") == "AFD|UE");
  CHECK(names("").empty());
  CHECK(names("#N/A").empty());
}

TEST_CASE("shares in a list") {
  CHECK(names("Santé 60 %; Eau 40%") == "Santé 0.600|Eau 0.400");
  CHECK(names("Eau (40)") == "Eau 0.400");
  CHECK(names("Eau (40 %)") == "Eau 0.400");
  CHECK(names("Gao: 60%, Mopti: 40%") == "Gao 0.600|Mopti 0.400");
  CHECK(names("Gao : 60,5 %, Mopti : 39,5 %") == "Gao 0.605|Mopti 0.395");
  CHECK(names("Gao: 0.6; Mopti: 0.4") == "Gao 0.600|Mopti 0.400");
  CHECK(names("Gao = 60; Mopti = 40") == "Gao 0.600|Mopti 0.400");
  CHECK(names("60 % Santé; 40%: Eau") == "Santé 0.600|Eau 0.400");
  CHECK(names("Gao - 60%; Mopti \u2013 40%") == "Gao 0.600|Mopti 0.400");
  CHECK(names("Phase 2; Projet (2019); Santé") == "Phase 2|Projet (2019)|Santé");
  CHECK(names("Gao 160 %") == "Gao 160 %");
  CHECK(names("Gao, 60 % du total") == "Gao, 60 % du total");
}

TEST_CASE("shares that add up to the whole") {
  CHECK(shares_add_up(split_list("A 60%; B 40%")));
  CHECK(shares_add_up(split_list("A 33,3%; B 33,3%; C 33,3%")));
  CHECK_FALSE(shares_add_up(split_list("A 60%; B 30%")));
  CHECK_FALSE(shares_add_up(split_list("A 60%; B")));
  CHECK_FALSE(share_sum(split_list("A; B")));
  CHECK(*share_sum(split_list("A 60%; B 30%")) == Approx(0.9));
}

TEST_CASE("water and sanitation under all its names is one sector") {
  for (const char* typed :
       {"14030", "140", "14030 - Basic drinking water", "14030.0", "Eau, hygiène et assainissement",
        "EHA", "wash", "Water and Sanitation", "WATER & SANITATION", "Eau", "eau/assainissement",
        "Distribution d'Eau et Assainissement", "Water Supply & Sanitation", "Cluster EHA",
        "Assainissement", "Eau, Assainissement et Hygiène", "14050"})
    CHECK(std::pair(typed, normalised_sector(typed)) ==
          std::pair(typed, std::string("Eau et assainissement")));
}

TEST_CASE("codes of the DAC go by their longest beginning") {
  CHECK(normalised_sector("12220") == "Santé");
  CHECK(normalised_sector("12240") == "Nutrition");
  CHECK(normalised_sector("11220") == "Éducation");
  CHECK(normalised_sector("31120") == "Agriculture, sylviculture et pêche");
  CHECK(normalised_sector("31130.0") == "Agriculture, sylviculture et pêche");
  CHECK(normalised_sector("52010") == "Sécurité alimentaire");
  CHECK(normalised_sector("72040") == "Sécurité alimentaire");
  CHECK(normalised_sector("72010") == "Réponse d'urgence");
  CHECK(normalised_sector("15130") == "Justice");
  CHECK(normalised_sector("15110") == "Gouvernance et démocratie");
  CHECK(normalised_sector("15220") == "Conflits, paix et sécurité");
  CHECK(normalised_sector("43040") == "Développement rural");
  CHECK(normalised_sector("43010") == "Multisecteur");
  CHECK(normalised_sector("74010") == "Réduction des risques de catastrophe");
  CHECK(normalised_sector("99810") == "Non affecté");
  CHECK(normalised_sector("14999") == "14999");  // no such code
  CHECK(normalised_sector("2024") == "2024");
}

TEST_CASE("every code of the DAC's list has a sector") {
  for (const char* code :
       {"110", "120", "130", "140", "150", "151", "152", "160", "210", "220", "230", "231", "240",
        "250", "310", "311", "312", "313", "320", "321", "322", "323", "331", "332", "410", "430",
        "510", "520", "530", "600", "720", "730", "740", "910", "920", "930", "998"})
    CHECK(std::pair(code, is_known_sector(code)) == std::pair(code, true));
}

TEST_CASE("the humanitarian clusters in French and English") {
  const std::pair<const char*, const char*> kNames[] = {
      {"Santé", "Santé"},
      {"Protection", "Protection"},
      {"Education", "Éducation"},
      {"Sécurité Alimentaire", "Sécurité alimentaire"},
      {"Food Security", "Sécurité alimentaire"},
      {"Nutrition", "Nutrition"},
      {"Abris", "Abris"},
      {"Abris/BNA", "Abris et articles non alimentaires"},
      {"Shelter/NFI", "Abris et articles non alimentaires"},
      {"Coordination", "Coordination"},
      {"VBG", "Violences basées sur le genre"},
      {"GBV", "Violences basées sur le genre"},
      {"Child Protection", "Protection de l'enfance"},
      {"Protection de l'Enfant", "Protection de l'enfance"},
      {"HLP", "Logement, terre et biens"},
      {"Mine Action", "Lutte antimines"},
      {"LAMH", "Lutte antimines"},
      {"CCCM", "Coordination et gestion des camps"},
      {"Logistics", "Logistique"},
      {"ETC", "Télécommunications d'urgence"},
      {"Early Recovery", "Relèvement précoce"},
      {"Relèvement précoce", "Relèvement précoce"}};
  for (const auto& [typed, sector] : kNames)
    CHECK(std::pair(typed, normalised_sector(typed)) == std::pair(typed, std::string(sector)));
}

TEST_CASE("near neighbours stay apart") {
  const char* kApart[] = {"Sécurité alimentaire",
                          "Agriculture",
                          "Élevage",
                          "Sécurité",
                          "Gouvernance",
                          "Justice",
                          "État de droit",
                          "Protection",
                          "Protection sociale",
                          "Protection de l'enfance",
                          "Nutrition",
                          "Santé",
                          "Environnement",
                          "Environnement / réduction des risques",
                          "Cohésion sociale",
                          "Coordination",
                          "Agriculture et alimentation"};
  for (const char* one : kApart)
    for (const char* other : kApart)
      CHECK((normalised_sector(one) == normalised_sector(other)) ==
            (std::string_view(one) == other));
}

TEST_CASE("the types of action of the French development agency") {
  const std::pair<const char*, const char*> kNames[] = {
      {"Sante", "Santé"},
      {"Distribution d'Eau et Assainissement", "Eau et assainissement"},
      {"Education de Base", "Éducation"},
      {"Education Secondaire", "Éducation"},
      {"Formation / Insertion", "Formation / Insertion"},
      {"Agriculture, Sylviculture, Pêche", "Agriculture, sylviculture et pêche"},
      {"Centrales hybrides", "Énergie"},
      {"Autres Multisecteurs", "Multisecteur"}};
  for (const auto& [typed, sector] : kNames) {
    CHECK(normalised_sector(typed) == sector);
    CHECK(sectors(typed) == sector);
  }
}

TEST_CASE("the World Bank's names stay unless they are clearly one of the list") {
  CHECK(normalised_sector("Health") == "Santé");
  CHECK(normalised_sector("Social Protection") == "Protection sociale");
  for (const char* typed :
       {"Sub-National Government", "Central Government (Central Agencies)",
        "Other Agriculture, Fishing and Forestry", "Other Public Administration",
        "Public Administration - Water, Sanitation and Waste Management",
        "Other Industry, Trade and Services"}) {
    CHECK(normalised_sector(typed) == typed);
    CHECK(sectors(typed) == typed);
  }
  CHECK(normalised_sector("General environmental protection") == "Environnement");
  CHECK(normalised_sector("Unallocated/Unspecified") == "Non affecté");
}

TEST_CASE("several sectors in a cell") {
  CHECK(sectors("Santé, nutrition et EHA") == "Santé|Nutrition|Eau et assainissement");
  CHECK(sectors("Santé / Nutrition") == "Santé|Nutrition");
  CHECK(sectors("Health and Nutrition") == "Santé|Nutrition");
  CHECK(sectors("Eau; Santé; WASH") == "Eau et assainissement|Santé");
  CHECK(sectors("Santé 60 %; Eau 40%") == "Santé 0.600|Eau et assainissement 0.400");
  CHECK(sectors("Eau 30%; Santé 50%; EHA 20%") == "Eau et assainissement 0.500|Santé 0.500");
  CHECK(sectors("Santé et Eau 50%; Justice 50%") ==
        "Santé 0.250|Eau et assainissement 0.250|Justice 0.500");
  CHECK(sectors("12220; 14030") == "Santé|Eau et assainissement");
  CHECK(sectors("Pisciculture, Santé") == "Pisciculture, Santé");
  CHECK(sectors("Environnement / réduction des risques") ==
        "Environnement / réduction des risques");
  CHECK(sectors("Gestion des conflits et éducation civique") ==
        "Gestion des conflits et éducation civique");
  CHECK(sectors("n/d").empty());
}

TEST_CASE("an unknown sector stays as typed") {
  CHECK(normalised_sector("  Pisciculture ") == "Pisciculture");
  CHECK(sector_label("Pisciculture", Language::English) == "Pisciculture");
}

TEST_CASE("labels in both languages, and the bulletin's own sectors") {
  CHECK(sector_label("Eau et assainissement", Language::English) == "Water and sanitation");
  CHECK(sector_label("Eau et assainissement", Language::French) == "Eau et assainissement");
  for (const char* sector :
       {"Santé", "Éducation", "Eau et assainissement", "Agriculture et alimentation", "Sécurité",
        "État de droit", "Culture et sport", "Environnement / réduction des risques",
        "Gouvernance et démocratie", "Infrastructures publiques", "Économie locale",
        "Gestion des conflits et éducation civique", "Cohésion sociale", "Cantonnement",
        "Réintégration des déplacés", "Justice", "Autres"}) {
    CHECK(normalised_sector(sector) == sector);
    CHECK(normalised_sector(sector_label(sector, Language::English)) == sector);
  }
}

TEST_CASE("sectors of IATI by their vocabulary") {
  CHECK(iati_sector("1", "12220", "") == "Santé");
  CHECK(iati_sector("", "43040", "Rural development") == "Développement rural");
  CHECK(iati_sector("2", "312", "") == "Agriculture, sylviculture et pêche");
  CHECK(iati_sector("2", "920", "") == "Appui aux ONG");
  CHECK(iati_sector("10", "11", "") == "Eau et assainissement");
  CHECK(iati_sector("10", "6", "") == "Sécurité alimentaire");
  CHECK(iati_sector("10", "5404", "") == "Violences basées sur le genre");
  CHECK(iati_sector("99", "A1", "Water and sanitation") == "Eau et assainissement");
  CHECK(iati_sector("99", "A1", "Radios rurales") == "Radios rurales");
  CHECK(iati_sector("99", "A1", "") == "A1");
  CHECK(iati_sector("1", "00000", "Radios rurales") == "Radios rurales");
}

TEST_CASE("the DAC's own names") {
  CHECK(dac_name("12220", Language::English) == "Basic health care");
  CHECK(dac_name("140", Language::French) == "Distribution d'Eau et Assainissement");
  CHECK(dac_name("12", Language::French).empty());
}
