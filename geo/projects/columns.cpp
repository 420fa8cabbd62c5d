#include "geo/projects/columns.h"

#include <algorithm>
#include <span>

#include "geo/base/text.h"
#include "geo/projects/values.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

/// The phrases of a role, best first. '=': the whole header must be it.
struct Phrases {
  Role role;
  std::string_view phrases;  // separated by '|'
};

constexpr Phrases kPhrases[] = {
    {Role::Id,
     "code projet|code du projet|project code|project id|projet id|id projet|id du projet|numero "
     "du projet|numero projet|"
     "n projet|no projet|project number|reference du projet|reference projet|code action|activity "
     "id|iati identifier|"
     "identifiant|identifier|=id|=code|=ref|=reference|=numero|=no|=n"},
    {Role::Title,
     "titre du projet|titre|project title|title|intitule du projet|intitule|libelle|nom du "
     "projet|project name|=nom|=name|"
     "=projet|=project|activite|activity|=action|objet|description"},
    {Role::Fund,
     "fonds|fund|funds|type de fonds|fund type|source de fonds|guichet|mecanisme de "
     "financement|funding mechanism|"
     "type de financement|instrument"},
    {Role::Sector,
     "secteur|sector|secteurs|sectors|sector names|sector "
     "name|typologie|domaine|domaines|thematique|theme|cluster|axe"},
    {Role::Country, "=pays|=country|recipient country|pays beneficiaire"},
    {Role::Region,
     "region|regions|region name|nom region|adm1 fr|adm1 name|admin1name fr|admin1name|admin1 "
     "name|admin1 fr|admin 1|admin1|adm1|"
     "=province|=gouvernorat|=state"},
    {Role::RegionCode,
     "adm1 pcode|admin1pcode|admin1pcod|admin1 pcode|region pcode|region p code|pcode region|p "
     "code region|code region|"
     "code de la region|region code|admin1 code|adm1 code"},
    {Role::Cercle,
     "cercle|cercles|nom cercle|adm2 fr|adm2 name|admin2name fr|admin2name|admin2 name|admin2 "
     "fr|admin 2|admin2|adm2|"
     "=district|=prefecture"},
    {Role::CercleCode,
     "adm2 pcode|admin2pcode|admin2pcod|admin2 pcode|cercle pcode|cercle p code|pcode cercle|p "
     "code cercle|code cercle|"
     "code du cercle|cercle code|admin2 code|adm2 code"},
    {Role::Commune,
     "commune|communes|nom commune|adm3 fr|adm3 name|admin3name fr|admin3name|admin3 name|admin3 "
     "fr|admin 3|admin3|adm3"},
    {Role::CommuneCode,
     "adm3 pcode|admin3pcode|admin3pcod|admin3 pcode|commune pcode|commune p code|pcode commune|p "
     "code commune|code commune|"
     "code de la commune|commune code|admin3 code|adm3 code"},
    {Role::Place,
     "localite|localites|village|villages|lieu|lieux|localisation|location|locations|place "
     "name|place|site|sites|emplacement|"
     "zone d intervention|zones d intervention|=zone|=zones|=ville|=city|=town"},
    {Role::PlaceCode, "pcode|pcodes|p code|p codes|code ocha|ocha code|code lieu|place code"},
    {Role::Lon, "longitude|=lon|=long|=lng|=x|coord x|coordonnee x|x coord|point x"},
    {Role::Lat, "latitude|=lat|=y|coord y|coordonnee y|y coord|point y"},
    {Role::Budget,
     "budget|montant|cout|cost|amount|budgets|montants|allocation|total "
     "commitments|commitment|commitments|engagement|"
     "engagements|valeur|value"},
    {Role::Currency, "devise|currency|monnaie"},
    {Role::Status,
     "statut|status|etat d avancement|etat du projet|avancement|=etat|=state|=stade|=phase"},
    {Role::Start,
     "date de debut|date debut|start date|date start|debut|start actual isodate|start|date de "
     "demarrage|demarrage|"
     "date de lancement|lancement|=annee|=year"},
    {Role::End,
     "date de fin|date fin|end date|date end|=fin|=end|end actual isodate|end planned isodate|fin "
     "prevue|fin|"
     "date de cloture|cloture|closing date|completion date|date d achevement"},
    {Role::Donor,
     "bailleur|bailleurs|donor|donors|donateur|donateurs|financeur|financeurs|funder|source de "
     "financement|funding source|"
     "financement|financier"},
    {Role::Partner,
     "partenaire|partenaires|partner|partners|implementing partner|partenaire d execution|agence d "
     "execution|"
     "executing agency|operateur|organisation|organization|=ong|=ngo"},
    {Role::Count,
     "nombre de projets|nb de projets|nbre de projets|nb projets|number of projects|project "
     "count|projects count|=projets|"
     "=projects|=nombre|=count"},
    {Role::Share,
     "part du budget|budget share|share "
     "percent|=part|=parts|=share|=shares|pourcentage|percentage|=percent"},
};

int match(const std::string& key, const std::string& phrase) {
  if (phrase.starts_with('='))
    return key == phrase.substr(1) ? 300 : 0;
  if (key == phrase)
    return 300;
  if (key.starts_with(phrase + " "))
    return 200;
  return (" " + key + " ").find(" " + phrase + " ") != std::string::npos ? 100 : 0;
}

int score_of(const std::string& header, const Phrases& phrases) {
  const std::string key = words_key(header);
  int best = 0, rank = 0;
  for (const auto& phrase : split(phrases.phrases, "|")) {
    if (const int quality = match(key, phrase); quality > 0)
      best = std::max(best, quality - rank);
    ++rank;
  }
  if (best > 0 && phrases.role == Role::Budget) {
    const std::string currency = currency_in(header);
    best += currency == "USD" ? 150 : currency.empty() ? 0 : -50;
  }
  return best;
}

struct Candidate {
  int score = 0, column = 0;
  Role role = Role::Id;
};

}  // namespace

bool ColumnMap::empty() const {
  return std::all_of(index.begin(), index.end(), [](int i) { return i < 0; });
}

ColumnMap recognise_columns(const std::vector<std::string>& headers) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < headers.size(); ++i)
    for (const auto& phrases : kPhrases)
      if (const int score = score_of(headers[i], phrases); score > 0)
        candidates.push_back({score, static_cast<int>(i), phrases.role});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  ColumnMap map;
  std::vector<bool> taken(headers.size(), false);
  for (const auto& candidate : candidates) {
    int& slot = map.index[static_cast<std::size_t>(candidate.role)];
    if (slot >= 0 || taken[static_cast<std::size_t>(candidate.column)])
      continue;
    slot = candidate.column;
    taken[static_cast<std::size_t>(candidate.column)] = true;
  }
  return map;
}

}  // namespace malimap
