#include "geo/projects/columns.h"

#include "tests/support/catch.h"

using namespace malimap;

namespace {
using Headers = std::vector<std::string>;
std::string column(const Headers& headers, Role role) {
  const int index = recognise_columns(headers).at(role);
  return index < 0 ? "" : headers[static_cast<std::size_t>(index)];
}
}  // namespace

TEST_CASE("the headers of a French list") {
  const Headers list{"région",
                     "Cercle",
                     "Commune",
                     "Villages / Sites",
                     "typologie action (CAD)",
                     "libellé action",
                     "Code Projet ",
                     "libellé projet",
                     "Estimation réalisation"};
  CHECK(column(list, Role::Region) == "région");
  CHECK(column(list, Role::Cercle) == "Cercle");
  CHECK(column(list, Role::Commune) == "Commune");
  CHECK(column(list, Role::Place) == "Villages / Sites");
  CHECK(column(list, Role::Sector) == "typologie action (CAD)");
  CHECK(column(list, Role::Id) == "Code Projet ");
  CHECK(column(list, Role::Title) == "libellé action");
  CHECK(column(list, Role::Fund).empty());
  CHECK(column(list, Role::Start).empty());
}

TEST_CASE("the bailleur de fonds is no fund") {
  const Headers list{"Bailleur de fonds", "Fonds",  "Coût total (USD)",
                     "Nombre de projets", "Projet", "Partenaire d'exécution"};
  CHECK(column(list, Role::Donor) == "Bailleur de fonds");
  CHECK(column(list, Role::Fund) == "Fonds");
  CHECK(column(list, Role::Budget) == "Coût total (USD)");
  CHECK(column(list, Role::Count) == "Nombre de projets");
  CHECK(column(list, Role::Title) == "Projet");
  CHECK(column(list, Role::Partner) == "Partenaire d'exécution");
}

TEST_CASE("codes and names of one level are told apart") {
  const Headers list{"admin1Pcod", "ADM1_FR", "adm2_pcode", "Code région", "X", "Y", "P-code"};
  CHECK(column(list, Role::RegionCode) == "admin1Pcod");
  CHECK(column(list, Role::Region) == "ADM1_FR");
  CHECK(column(list, Role::CercleCode) == "adm2_pcode");
  CHECK(column(list, Role::Lon) == "X");
  CHECK(column(list, Role::Lat) == "Y");
  CHECK(column(list, Role::PlaceCode) == "P-code");
}

TEST_CASE("of several amounts the one in dollars is taken") {
  CHECK(column({"Budget (FCFA)", "Montant USD"}, Role::Budget) == "Montant USD");
  CHECK(column({"Budget", "budget_usd"}, Role::Budget) == "budget_usd");
  CHECK(column({"Montant FCFA"}, Role::Budget) == "Montant FCFA");
}

TEST_CASE("the headers of an English list") {
  const Headers list{"project_id", "project_title", "Fund",  "Sector",    "Status",
                     "start date", "End date",      "Donor", "longitude", "latitude"};
  CHECK(column(list, Role::Id) == "project_id");
  CHECK(column(list, Role::Title) == "project_title");
  CHECK(column(list, Role::Fund) == "Fund");
  CHECK(column(list, Role::Start) == "start date");
  CHECK(column(list, Role::End) == "End date");
  CHECK(column(list, Role::Donor) == "Donor");
  CHECK(column(list, Role::Lon) == "longitude");
}

TEST_CASE("strange headers are no columns") {
  CHECK(recognise_columns({"alpha", "", "%", "\xF0\x9F\x92\xA7"}).empty());
}
