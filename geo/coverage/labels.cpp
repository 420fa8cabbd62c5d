#include <algorithm>
#include <array>

#include "geo/coverage/coverage.h"

namespace malimap {
namespace {

struct Names {
  std::string_view french, english;
};

/// The sectors of the bulletin, as its data has them (French) and in English.
constexpr std::array<Names, 17> kSectors = {{
    {"Santé", "Health"},
    {"Éducation", "Education"},
    {"Eau et assainissement", "Water and sanitation"},
    {"Agriculture et alimentation", "Agriculture and food"},
    {"Sécurité", "Security"},
    {"État de droit", "Rule of law"},
    {"Culture et sport", "Culture and sport"},
    {"Environnement / réduction des risques", "Environment / risk reduction"},
    {"Gouvernance et démocratie", "Governance and democracy"},
    {"Infrastructures publiques", "Public infrastructure"},
    {"Économie locale", "Local economy"},
    {"Gestion des conflits et éducation civique", "Conflict management and civic education"},
    {"Cohésion sociale", "Social cohesion"},
    {"Cantonnement", "Cantonment"},
    {"Réintégration des déplacés", "Reintegration of displaced people"},
    {"Justice", "Justice"},
    {"Autres", "Other"},
}};

struct StatusName {
  std::string_view value;
  const char* label;  // msgid
};
constexpr std::array<StatusName, 6> kStatuses = {{
    {"completed", N_("Completed")},
    {"ongoing", N_("Ongoing")},
    {"approved", N_("Approved")},
    {"planned", N_("Planned")},
    {"suspended", N_("Suspended")},
    {"cancelled", N_("Cancelled")},
}};

}  // namespace

std::string label_of(Dimension dimension, const std::string& value, const Translator& tr) {
  if (dimension == Dimension::Status)
    for (const auto& status : kStatuses)
      if (status.value == value)
        return tr(status.label);
  if (dimension == Dimension::Sector)
    for (const auto& sector : kSectors)
      if (sector.french == value || sector.english == value)
        return std::string(tr.language() == Language::French ? sector.french : sector.english);
  return value;
}

}  // namespace malimap
