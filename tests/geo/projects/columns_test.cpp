// Headers as lists of many kinds have them, with a few rows each.

#include "geo/projects/columns.h"

#include "tests/geo/projects/typed_table.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// The headers of the role's columns, separated by " + "; "" for none.
std::string column(const Table& table, Role role, const Mapping& mapping = {}) {
  const auto map = choose_columns(table, propose_columns(table, mali()), mapping);
  REQUIRE(map);
  std::string all;
  for (const int index : map->all(role))
    all += (all.empty() ? "" : " + ") + table.columns[static_cast<std::size_t>(index)];
  return all;
}

ColumnProposal proposal(const Table& table, int index) {
  return propose_columns(table, mali())[static_cast<std::size_t>(index)];
}

}  // namespace

TEST_CASE("a list of actions in French, without amounts") {
  const auto list = typed_table(
      {"région|Cercle|Commune|Villages / Sites|typologie action (CAD)|libellé action|Code "
       "Projet|libellé projet|Estimation réalisation",
       "Kidal|Abeibara|Boghassa|Boghassa|Distribution d'eau|Un forage|CML 1386|SDNM 2|2019",
       "Gao|Gao|Gao|Zaba|Distribution d'eau|Un forage à Zaba|CML1355|PAQAMA|2019"});
  CHECK(column(list, Role::Region) == "région");
  CHECK(column(list, Role::Cercle) == "Cercle");
  CHECK(column(list, Role::Commune) == "Commune");
  CHECK(column(list, Role::Place) == "Villages / Sites");
  CHECK(column(list, Role::Sector) == "typologie action (CAD)");
  CHECK(column(list, Role::Id) == "Code Projet");
  CHECK(column(list, Role::Title) == "libellé action");
  CHECK(column(list, Role::Notes) == "libellé projet");
  CHECK(column(list, Role::Fund).empty());
  CHECK(column(list, Role::Budget).empty());
  CHECK(column(list, Role::Start).empty());
}

TEST_CASE("a 3W in French: tags on some columns, whole columns empty") {
  const auto list = typed_table(
      {"Organisation Accronyme|Nom Organisation|Type Organisation|Bailleur de fond|admin1Pcod|"
       "Region|admin2Pcod|Cercle|admin3Pcod|Commune|Cluster|Date début|Montant Cash Transfert "
       "(USD)|Total Personnes ciblées",
       "#org+acronym|#org+name|#org+type|#actor|#adm1+code|#adm1+name|#adm2+code|#adm2+name|#adm3+"
       "code||#sector|||",
       "PAM|Programme Alimentaire Mondial|Agence UN||ML05|Mopti|ML0506|Mopti||Socoura|Nutrition|||",
       "NRC|Norwegian Refugee Council|ONG Int||ML07|Gao|ML0701|Gao||Gao|Protection|||"});
  CHECK(column(list, Role::Partner) == "Organisation Accronyme");
  CHECK(column(list, Role::Donor).empty());
  CHECK(column(list, Role::RegionCode) == "admin1Pcod");
  CHECK(column(list, Role::Region) == "Region");
  CHECK(column(list, Role::CercleCode) == "admin2Pcod");
  CHECK(column(list, Role::Cercle) == "Cercle");
  CHECK(column(list, Role::Commune) == "Commune");
  CHECK(column(list, Role::Sector) == "Cluster");
  CHECK(column(list, Role::Budget).empty());  // nothing stands in it
  CHECK(column(list, Role::Count).empty());   // people are no projects
  CHECK(column(list, Role::Start).empty());
  CHECK(proposal(list, 4).evidence == Evidence::Hxl);
  CHECK(proposal(list, 9).evidence == Evidence::Header);
  CHECK(proposal(list, 4).confidence > proposal(list, 9).confidence);
}

TEST_CASE("a bank's export: regions of the world beside countries, five amounts, three sectors") {
  const auto list = typed_table(
      {"Project Id|Region|Country|Project Status|Project Name|Project Development Objective|"
       "Implementing Agency|Project URL|Board Approval Date|Project Closing Date|Last Stage "
       "Reached|Financing Type|Current Project Cost|IBRD Commitment|IDA Commitment|Total IDA and "
       "IBRD Commitment|Grant Amount|Borrower|Lending Instrument|Sector 1|Sector 2|Sector 3|Theme "
       "1",
       "P1|Eastern and Southern Africa|Kenya|Closed|Roads|To "
       "build|KeNHA|https://x/P1|2012-06-29T00:"
       "00:00Z|6/30/2022 12:00:00 "
       "AM|||500,000|0|500,000|500,000|0|Treasury|Loan|Roads|Ports||Trade",
       "P2|Western and Central Africa|Mali|Active|Water|To "
       "supply|SOMAGEP|https://x/P2|2012-06-28T00:"
       "00:00Z|6/30/2021 12:00:00 "
       "AM|||1,500,000|0|900,000|900,000|100,000|Treasury|Loan|Water|||"});
  CHECK(column(list, Role::Id) == "Project Id");
  CHECK(column(list, Role::Region).empty());
  CHECK(column(list, Role::Country) == "Country");
  CHECK(column(list, Role::Status) == "Project Status");
  CHECK(column(list, Role::Title) == "Project Name");
  CHECK(column(list, Role::Partner) == "Implementing Agency");
  CHECK(column(list, Role::Start) == "Board Approval Date");
  CHECK(column(list, Role::End) == "Project Closing Date");
  CHECK(column(list, Role::Budget) == "Total IDA and IBRD Commitment");
  CHECK(column(list, Role::Sector) == "Sector 1 + Sector 2");  // nothing stands in the third
  CHECK(column(list, Role::Donor).empty());
  CHECK(column(list, Role::Fund).empty());
}

TEST_CASE("a geocoded research list") {
  const auto list = typed_table(
      {"project_id|project_location_id|precision_code|place_name|latitude|longitude|location_type_"
       "name|project_title|start_actual_isodate|end_actual_isodate|donors|donors_iso3|recipients|"
       "recipients_iso3|ad_sector_codes|ad_sector_names|ad_purpose_codes|status|transactions_start_"
       "year|total_commitments|total_disbursements|even_split_commitments",
       "906|906_24|4|Mopti|14.7|-3.4|division|Land|2010-06-19|2014-06-19|GEF|DAC|Mali|MLI|311|"
       "Agriculture|31130.0|Implementation|2010|8487007.54401|8487007.54401|249617.868941",
       "907|907_25|4|Ségou|13.6|-5.9|division|Water|2010-06-20|2014-06-19|GEF|DAC|Mali|MLI|140|"
       "Water|14030.0|Completion|2010|8487007.54401|8487007.54401|249617.868941"});
  CHECK(column(list, Role::Id) == "project_id");
  CHECK(column(list, Role::Title) == "project_title");
  CHECK(column(list, Role::Place) == "place_name");
  CHECK(column(list, Role::Lat) == "latitude");
  CHECK(column(list, Role::Lon) == "longitude");
  CHECK(column(list, Role::Start) == "start_actual_isodate");
  CHECK(column(list, Role::End) == "end_actual_isodate");
  CHECK(column(list, Role::Donor) == "donors");
  CHECK(column(list, Role::Country) == "recipients");
  CHECK(column(list, Role::Sector) == "ad_sector_names");
  CHECK(column(list, Role::SectorCode) == "ad_purpose_codes");
  CHECK(column(list, Role::Budget) == "total_commitments");
}

TEST_CASE("a local organisation's list in French") {
  const auto list = typed_table(
      {"N°|INTITULE DU PROJET|Bailleur(s) de fonds|Zone(s) d'intervention|Période d'exécution|Coût "
       "total|Devise|Type de projet|Partenaire d'exécution|Nombre de bénéficiaires",
       "1|Puits|UE|Cercle de Diré: communes (Kondi, Arham)|1er janvier 2024 au 31 décembre 2028|25 "
       "000 000|FCFA|Eau|AMSS|1200",
       "2|École|AFD ; UNICEF|Goundam|mars 2023 à mai 2024|45 000|EUR|École|ONG Y|300"});
  CHECK(column(list, Role::Id) == "N°");
  CHECK(column(list, Role::Title) == "INTITULE DU PROJET");
  CHECK(column(list, Role::Donor) == "Bailleur(s) de fonds");
  CHECK(column(list, Role::Place) == "Zone(s) d'intervention");
  CHECK(column(list, Role::Period) == "Période d'exécution");
  CHECK(column(list, Role::Budget) == "Coût total");
  CHECK(column(list, Role::Currency) == "Devise");
  CHECK(column(list, Role::Partner) == "Partenaire d'exécution");
  CHECK(column(list, Role::Count).empty());
  CHECK(column(list, Role::Fund).empty());
}

TEST_CASE("the headers of an English list") {
  const auto list = typed_table(
      {"project_id|project_title|Fund|Sector|Status|start date|End date|Donor|longitude|latitude",
       "Q1|Wells|QIP|Water|ongoing|2017-01-01|2017-06-30|Norway|-4.2|14.5"});
  CHECK(column(list, Role::Id) == "project_id");
  CHECK(column(list, Role::Title) == "project_title");
  CHECK(column(list, Role::Fund) == "Fund");
  CHECK(column(list, Role::Start) == "start date");
  CHECK(column(list, Role::End) == "End date");
  CHECK(column(list, Role::Donor) == "Donor");
  CHECK(column(list, Role::Lon) == "longitude");
}

TEST_CASE("headers in camel case, numbered, starred, over two lines") {
  const auto list = typed_table(
      {"ProjectName*|1. Région|2. Cercle|Budget\n(USD)|DateDebut|dateFin|ImplementingPartner",
       "Puits|Mopti|Bankass|45 000|01/02/2017|30/06/2017|X",
       "École|Gao|Ansongo|12 000|05/02/2017|30/07/2017|Y"});
  CHECK(column(list, Role::Title) == "ProjectName*");
  CHECK(column(list, Role::Region) == "1. Région");
  CHECK(column(list, Role::Cercle) == "2. Cercle");
  CHECK(column(list, Role::Budget) == "Budget\n(USD)");
  CHECK(column(list, Role::Start) == "DateDebut");
  CHECK(column(list, Role::End) == "dateFin");
  CHECK(column(list, Role::Partner) == "ImplementingPartner");
}

TEST_CASE("the bailleur de fonds is no fund") {
  const auto list = typed_table(
      {"Bailleur de fonds|Fonds|Coût total (USD)|Nombre de projets|Projet|Partenaire d'exécution",
       "Norvège|PBF|1 000|2|Puits|ONG"});
  CHECK(column(list, Role::Donor) == "Bailleur de fonds");
  CHECK(column(list, Role::Fund) == "Fonds");
  CHECK(column(list, Role::Budget) == "Coût total (USD)");
  CHECK(column(list, Role::Count) == "Nombre de projets");
  CHECK(column(list, Role::Title) == "Projet");
}

TEST_CASE("codes and names of one level are told apart") {
  const auto list =
      typed_table({"admin1Pcod|ADM1_FR|adm2_pcode|Code région|X|Y|P-code",
                   "ML05|Mopti|ML0501|5|-4.2|14.5|ML0501", "ML07|Gao|ML0701|7|-0.1|16.2|ML0701"});
  CHECK(column(list, Role::RegionCode) == "admin1Pcod");
  CHECK(column(list, Role::Region) == "ADM1_FR");
  CHECK(column(list, Role::CercleCode) == "adm2_pcode");
  CHECK(column(list, Role::Lon) == "X");
  CHECK(column(list, Role::Lat) == "Y");
  CHECK(column(list, Role::PlaceCode) == "P-code");
}

TEST_CASE("of several amounts the one in dollars is taken, then the total") {
  const auto amount = [](const char* headers) {
    return column(typed_table({headers, "1 000|2 000|3 000"}), Role::Budget);
  };
  CHECK(amount("Budget (FCFA)|Montant USD") == "Montant USD");
  CHECK(amount("Budget|budget_usd") == "budget_usd");
  CHECK(amount("Montant FCFA") == "Montant FCFA");
  CHECK(amount("Budget EUR|Montant total (USD)") == "Montant total (USD)");
  CHECK(amount("Montant décaissé|Coût total|Contribution") == "Coût total");
  CHECK(amount("Taux d'exécution du budget").empty());
  CHECK(amount("Coût (FCFA)") == "Coût (FCFA)");
}

TEST_CASE("HXL: attributes in any order, capitals and blanks") {
  const auto list = typed_table(
      {"a|b|c|d|e|f|g|h|i|j|k",
       "#loc +name|# adm1+NAME|#adm2 + code|#value+usd+budget|#geo+lat|#geo+lon|#org+funding|#org+"
       "prog|#date+start|#activity+id|#x_fonds",
       "Sévaré|Mopti|ML0501|1 000|14.5|-4.2|Norvège|PAM|2017-01-01|A1|?"});
  CHECK(column(list, Role::Place) == "a");
  CHECK(column(list, Role::Region) == "b");
  CHECK(column(list, Role::CercleCode) == "c");
  CHECK(column(list, Role::Budget) == "d");
  CHECK(column(list, Role::Lat) == "e");
  CHECK(column(list, Role::Lon) == "f");
  CHECK(column(list, Role::Donor) == "g");
  CHECK(column(list, Role::Partner) == "h");
  CHECK(column(list, Role::Start) == "i");
  CHECK(column(list, Role::Id) == "j");
  CHECK_FALSE(proposal(list, 10).role);
}

TEST_CASE("a tag decides over the header") {
  const auto list = typed_table({"Budget|Region", "#reached|#adm1+name", "1200|Mopti"});
  CHECK(column(list, Role::Budget).empty());
}

TEST_CASE("columns without a known header are told by what stands in them") {
  const auto list =
      typed_table({"|où|quand|jusqu'à|combien|stade|q|z",
                   "A-1|Mopti|2017-01-01|2017-06-30|45 000 USD|en cours|14.4843|-4.1830",
                   "A-2|Gao|2017-02-01|2017-07-30|12 000 USD|achevé|16.2717|-0.0447",
                   "A-3|Kidal|2017-03-01|2017-08-30|1 000 USD|en cours|18.4411|1.4078"});
  CHECK(proposal(list, 0).role == Role::Id);
  CHECK(column(list, Role::Region) == "où");
  CHECK(column(list, Role::Start) == "quand");
  CHECK(column(list, Role::End) == "jusqu'à");
  CHECK(column(list, Role::Budget) == "combien");
  CHECK(column(list, Role::Status) == "stade");
  CHECK(column(list, Role::Lat) == "q");
  CHECK(column(list, Role::Lon) == "z");
  CHECK(proposal(list, 1).evidence == Evidence::Content);
  CHECK(proposal(list, 1).confidence <= 0.6);
}

TEST_CASE("the seat of an organisation is no place of its projects") {
  const auto list = typed_table({"ONG|Siège|Contact bureau", "A|Mopti|Gao", "B|Gao|Kidal"});
  CHECK(column(list, Role::Region).empty());
  CHECK(column(list, Role::Partner) == "ONG");
}

TEST_CASE("a header loses its role when its content cannot be that") {
  const auto list = typed_table(
      {"Sites|Cercles|Secteur|Date|Valeur", "12|3|14030|Mopti|élevée", "7|2|12220|Gao|faible"});
  CHECK(column(list, Role::Place).empty());   // numbers of sites
  CHECK(column(list, Role::Cercle).empty());  // numbers of cercles
  CHECK(column(list, Role::Sector).empty());
  CHECK(column(list, Role::SectorCode) == "Secteur");
  CHECK(column(list, Role::Start).empty());
  CHECK(column(list, Role::Budget).empty());
}

TEST_CASE("an empty column gives way to a filled one of the same kind") {
  const auto list = typed_table({"Budget|Montant|Région", "|5 000|Mopti", "|6 000|Gao"});
  CHECK(column(list, Role::Budget) == "Montant");
}

TEST_CASE("levels of other countries go by their order and by the names at home") {
  const auto burkina =
      typed_table({"Région|Province|Commune", "Sahel|Soum|Djibo", "Nord|Yatenga|Ouahigouya"});
  CHECK(column(burkina, Role::Region) == "Région");
  CHECK(column(burkina, Role::Cercle) == "Province");
  CHECK(column(burkina, Role::Commune) == "Commune");
  const auto shifted = typed_table({"Province|Département", "Mopti|Bankass", "Ségou|Bla"});
  CHECK(column(shifted, Role::Region) == "Province");
  CHECK(column(shifted, Role::Cercle) == "Département");
  const auto cercles = typed_table({"Province", "Bankass", "Ansongo"});
  CHECK(column(cercles, Role::Cercle) == "Province");
}

TEST_CASE("a 4W of a federation in English") {
  const auto list = typed_table(
      {"Reporting Organization|Implementing "
       "Partner|Donor|State|LGA|Ward|Sector|Sub-sector|Activity "
       "description|Start|End|# people reached|Funding (USD)|Response modality",
       "UNICEF|NRC|ECHO|Borno|Gujba|Gwange|Health|PHC|Clinics|2023-01-05|2023-06-30|1200|$ "
       "45,000|In-kind",
       "WFP|SCI|USAID|Yobe|Bama|Buni|FSL|Food|Food|2023-01-05|2023-06-30|1200|$ 5,000|In-kind"});
  CHECK(column(list, Role::Partner) == "Implementing Partner");
  CHECK(column(list, Role::Donor) == "Donor");
  CHECK(column(list, Role::Region) == "State");
  CHECK(column(list, Role::Cercle) == "LGA");
  CHECK(column(list, Role::Commune) == "Ward");
  CHECK(column(list, Role::Sector) == "Sector");
  CHECK(column(list, Role::Title) == "Activity description");
  CHECK(column(list, Role::Start) == "Start");
  CHECK(column(list, Role::Budget) == "Funding (USD)");
  CHECK(column(list, Role::Status).empty());
}

TEST_CASE("a 5W in French with regions and provinces") {
  const auto list = typed_table(
      {"Région d'intervention|Province|Organisation|Partenaires de mise en œuvre|Cluster/Secteur|"
       "Statut (Planifié/En cours)|Date de démarrage|Date de fin prévue|Budget total (USD)",
       "Sahel|Soum|OXFAM|AMSS|EHA|En cours|2023-01-01|2023-12-31|120000",
       "Nord|Yatenga|NRC|AMSS|Éducation|Terminé|2023-01-01|2023-12-31|45000"});
  CHECK(column(list, Role::Region) == "Région d'intervention");
  CHECK(column(list, Role::Cercle) == "Province");
  CHECK(column(list, Role::Partner) == "Partenaires de mise en œuvre");
  CHECK(column(list, Role::Sector) == "Cluster/Secteur");
  CHECK(column(list, Role::Status) == "Statut (Planifié/En cours)");
  CHECK(column(list, Role::Start) == "Date de démarrage");
  CHECK(column(list, Role::End) == "Date de fin prévue");
  CHECK(column(list, Role::Budget) == "Budget total (USD)");
}

TEST_CASE("headings over headers, and both coordinates in one cell") {
  const auto list = typed_table(
      {"Localisation / Région|Localisation / Cercle|Localisation / Coordonnées GPS|Dates / Début",
       "Mopti|Bankass|14.07, -3.52|2017-01-01", "Gao|Ansongo|15.66, 0.50|2017-02-01"});
  CHECK(column(list, Role::Region) == "Localisation / Région");
  CHECK(column(list, Role::Cercle) == "Localisation / Cercle");
  CHECK(column(list, Role::LonLat) == "Localisation / Coordonnées GPS");
  CHECK(column(list, Role::Start) == "Dates / Début");
}

TEST_CASE("several levels in one column are places") {
  const auto list =
      typed_table({"Région / Cercle / Commune|Projet", "Mopti / Bankass|Puits", "Gao|École"});
  CHECK(column(list, Role::Place) == "Région / Cercle / Commune");
}

TEST_CASE("strange headers are no columns") {
  CHECK(choose_columns(typed_table({"alpha||%|\xF0\x9F\x92\xA7", "a|b|c|d"}),
                       propose_columns(typed_table({"alpha||%|\xF0\x9F\x92\xA7", "a|b|c|d"}), {}),
                       {})
            ->empty());
}

TEST_CASE("a mapping is over what is recognised") {
  const auto list = typed_table({"Budget|Coût  TOTAL||Région", "1|2|3|Mopti"});
  CHECK(column(list, Role::Budget, {{Role::Budget, {"coût total"}}}) == "Coût  TOTAL");
  CHECK(column(list, Role::Budget, {{Role::Budget, {}}}).empty());
  // A column has one role: named for another, it is no region any more.
  CHECK(column(list, Role::Region, {{Role::Title, {"Région"}}}).empty());
  const auto third = choose_columns(list, {}, {{Role::Id, {"=C"}}, {Role::Title, {"#4"}}});
  REQUIRE(third);
  CHECK(third->at(Role::Id) == 2);
  CHECK(third->at(Role::Title) == 3);
  const auto wrong = choose_columns(list, {}, {{Role::Budget, {"Prix"}}});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().what.args == std::vector<std::string>{"Prix"});
  CHECK(wrong.error().remedy.args == std::vector<std::string>{"Budget, Coût  TOTAL, Région"});
}

TEST_CASE("budget=Coût total") {
  Mapping mapping;
  REQUIRE(add_to_mapping(mapping, "budget=Coût total"));
  REQUIRE(add_to_mapping(mapping, "Sector = A"));
  REQUIRE(add_to_mapping(mapping, "sector=B"));
  REQUIRE(add_to_mapping(mapping, "region-code=="));
  REQUIRE(add_to_mapping(mapping, "donor="));
  CHECK(mapping.at(Role::Budget) == std::vector<std::string>{"Coût total"});
  CHECK(mapping.at(Role::Sector) == std::vector<std::string>{"A", "B"});
  CHECK(mapping.at(Role::Donor).empty());
  REQUIRE(add_to_mapping(mapping, "budget=Montant"));
  CHECK(mapping.at(Role::Budget) == std::vector<std::string>{"Montant"});
  CHECK_FALSE(add_to_mapping(mapping, "budget"));
  const auto unknown = add_to_mapping(mapping, "price=Coût");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().remedy.args.at(0).find("region-code") != std::string::npos);
}

TEST_CASE("descriptions and remarks that no other role takes are notes") {
  const auto list = typed_table(
      {"Titre|Région|Description du projet|Remarques / observations|Contact (commentaires)|Note",
       "Puits|Mopti|Forage équipé|à suivre|70 00 00 00|8",
       "École|Gao|Six classes||Madame Traoré|9"});
  CHECK(column(list, Role::Title) == "Titre");
  CHECK(column(list, Role::Notes) == "Description du projet + Remarques / observations");
  CHECK(column(list, Role::Notes, {{Role::Notes, {}}}).empty());
  CHECK(column(list, Role::Notes, {{Role::Notes, {"Note"}}}) == "Note");
  CHECK(proposal(list, 2).evidence == Evidence::Header);
}

TEST_CASE("a description is the title of a list without titles, and no note") {
  const auto list = typed_table({"Description|Région", "Forage|Mopti", "École|Gao"});
  CHECK(column(list, Role::Title) == "Description");
  CHECK(column(list, Role::Notes).empty());
}

TEST_CASE("what tags call a description is a note, and people are none") {
  const auto list = typed_table(
      {"Nom|Texte|Suivi|Qui|Remarks", "#activity+name|#description|#meta+comments|#contact+name|",
       "Puits|Forage équipé|fini|M. Keita|vu", "École|Six classes|fini|Mme Touré|vu"});
  CHECK(column(list, Role::Title) == "Nom");
  CHECK(column(list, Role::Notes) == "Texte + Suivi + Remarks");
  CHECK(proposal(list, 1).evidence == Evidence::Hxl);
}

TEST_CASE("every role has its word") {
  for (std::size_t i = 0; i < kRoleCount; ++i)
    CHECK(role_of(word_of(static_cast<Role>(i))) == static_cast<Role>(i));
  CHECK(role_of("Region_Code") == Role::RegionCode);
  CHECK_FALSE(role_of("price"));
}

TEST_CASE("tables with the same headers have the same signature") {
  const auto signature = [](const char* headers) {
    return header_signature(typed_table({headers, "x|y"}));
  };
  CHECK(signature("Région|Coût total") == signature("REGION|cout  total"));
  CHECK(signature("Région|Coût total") != signature("Coût total|Région"));
  CHECK(signature("ab|c") != signature("a|bc"));
}
