#include "geo/projects/values.h"

#include "geo/base/text.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

/// Without the endings of gender and number: "achevées" and "achevé" are one.
std::string stem(std::string_view folded) {
  std::string text(folded);
  for (char ending : {'s', 'e', 'e'})
    if (text.size() > 3 && text.back() == ending)
      text.pop_back();
  return text;
}

struct Synonym {
  std::string_view word, meaning;
};

std::string meaning_of(std::string_view text, const Synonym* first, const Synonym* last) {
  const auto bracket = text.find('(');
  for (auto part :
       {text, bracket == std::string_view::npos || bracket == 0 ? text : text.substr(0, bracket)}) {
    const std::string key = stem(words_key(part));
    for (const auto* synonym = first; synonym != last; ++synonym)
      if (stem(synonym->word) == key)
        return std::string(synonym->meaning);
  }
  return std::string(trim(text));
}

}  // namespace

std::string normalised_status(std::string_view text) {
  static constexpr Synonym kWords[] = {{"completed", "completed"},
                                       {"complete", "completed"},
                                       {"closed", "completed"},
                                       {"finished", "completed"},
                                       {"done", "completed"},
                                       {"finalized", "completed"},
                                       {"finalised", "completed"},
                                       {"ended", "completed"},
                                       {"completion", "completed"},
                                       {"post completion", "completed"},
                                       {"acheve", "completed"},
                                       {"termine", "completed"},
                                       {"finalise", "completed"},
                                       {"clos", "completed"},
                                       {"cloture", "completed"},
                                       {"fini", "completed"},
                                       {"realise", "completed"},
                                       {"livre", "completed"},
                                       {"execute", "completed"},
                                       {"ongoing", "ongoing"},
                                       {"on going", "ongoing"},
                                       {"in progress", "ongoing"},
                                       {"active", "ongoing"},
                                       {"actif", "ongoing"},
                                       {"current", "ongoing"},
                                       {"started", "ongoing"},
                                       {"under implementation", "ongoing"},
                                       {"implementation", "ongoing"},
                                       {"being implemented", "ongoing"},
                                       {"en cours", "ongoing"},
                                       {"encours", "ongoing"},
                                       {"en cours d execution", "ongoing"},
                                       {"en cours de realisation", "ongoing"},
                                       {"en cours de mise en oeuvre", "ongoing"},
                                       {"en execution", "ongoing"},
                                       {"mise en oeuvre", "ongoing"},
                                       {"demarre", "ongoing"},
                                       {"lance", "ongoing"},
                                       {"approved", "approved"},
                                       {"approuve", "approved"},
                                       {"valide", "approved"},
                                       {"accepte", "approved"},
                                       {"accepted", "approved"},
                                       {"signed", "approved"},
                                       {"signe", "approved"},
                                       {"planned", "planned"},
                                       {"pipeline", "planned"},
                                       {"proposed", "planned"},
                                       {"prevu", "planned"},
                                       {"planifie", "planned"},
                                       {"programme", "planned"},
                                       {"propose", "planned"},
                                       {"a venir", "planned"},
                                       {"a demarrer", "planned"},
                                       {"not started", "planned"},
                                       {"non demarre", "planned"},
                                       {"pipeline identification", "planned"},
                                       {"continu", "ongoing"},
                                       {"en continu", "ongoing"},
                                       {"under way", "ongoing"},
                                       {"underway", "ongoing"},
                                       {"execution", "ongoing"},
                                       {"identification", "planned"},
                                       {"en preparation", "planned"},
                                       {"preparation", "planned"},
                                       {"en attente", "planned"},
                                       {"projete", "planned"},
                                       {"cloture financierement", "completed"},
                                       {"finalisation", "completed"},
                                       {"acheve et livre", "completed"},
                                       {"receptionne", "completed"},
                                       {"suspendu", "suspended"},
                                       {"suspended", "suspended"},
                                       {"suspension", "suspended"},
                                       {"on hold", "suspended"},
                                       {"en pause", "suspended"},
                                       {"a l arret", "suspended"},
                                       {"arrete temporairement", "suspended"},
                                       {"annule", "cancelled"},
                                       {"annulation", "cancelled"},
                                       {"cancelled", "cancelled"},
                                       {"canceled", "cancelled"},
                                       {"dropped", "cancelled"},
                                       {"abandonne", "cancelled"},
                                       {"abandoned", "cancelled"},
                                       {"resilie", "cancelled"},
                                       {"withdrawn", "cancelled"},
                                       {"terminated", "cancelled"}};
  return meaning_of(text, std::begin(kWords), std::end(kWords));
}

std::string iati_status(std::string_view code) {
  static constexpr std::string_view kCodes[] = {"planned",   "ongoing",   "completed",
                                                "completed", "cancelled", "suspended"};
  const auto typed = trim(code);
  if (typed.size() == 1 && typed[0] >= '1' && typed[0] <= '6')
    return std::string(kCodes[typed[0] - '1']);
  return normalised_status(typed);
}

std::string normalised_fund(std::string_view text) {
  static constexpr Synonym kWords[] = {
      {"qip", "QIP"},
      {"pir", "QIP"},
      {"quick impact project", "QIP"},
      {"quick impact", "QIP"},
      {"projet a impact rapide", "QIP"},
      {"projets a impact rapide", "QIP"},
      {"tf", "TF"},
      {"trust fund", "TF"},
      {"fonds fiduciaire", "TF"},
      {"ff", "TF"},
      {"un trust fund", "TF"},
      {"mali trust fund", "TF"},
      {"fonds fiduciaire des nations unies", "TF"},
      {"trust fund in support of peace and security in mali", "TF"},
      {"fonds fiduciaire en soutien a la paix et la securite au mali", "TF"},
      {"fonds fiduciaire des nations unies en soutien a la paix et la securite au mali", "TF"},
      {"fonds fiduciaire en soutien a la paix et a la securite au mali", "TF"},
      {"pbf", "PBF"},
      {"peacebuilding fund", "PBF"},
      {"peace building fund", "PBF"},
      {"un peacebuilding fund", "PBF"},
      {"fonds pour la consolidation de la paix", "PBF"},
      {"fonds de consolidation de la paix", "PBF"},
      {"fonds des nations unies pour la consolidation de la paix", "PBF"},
      {"fcp", "PBF"},
      {"pbf fcp", "PBF"},
      {"fcp pbf", "PBF"},
      {"un pbf", "PBF"},
      {"unpbf", "PBF"},
      {"qip pir", "QIP"},
      {"pir qip", "QIP"},
      {"quick impact projects", "QIP"},
      {"quick impact project qip", "QIP"},
      {"projet d impact rapide", "QIP"},
      {"projets d impact rapide", "QIP"},
      {"untf", "TF"},
      {"mtf", "TF"},
      {"tf ff", "TF"},
      {"ff tf", "TF"},
      {"fonds fiduciaire tf", "TF"},
      {"trust fund tf", "TF"},
      {"fonds fiduciaire pour le mali", "TF"},
      {"united nations trust fund", "TF"},
      {"minusma trust fund", "TF"},
      {"minusma qip", "QIP"},
      {"qip minusma", "QIP"},
      {"un fonds fiduciaire", "TF"}};
  return meaning_of(text, std::begin(kWords), std::end(kWords));
}

}  // namespace malimap
