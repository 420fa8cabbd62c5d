#include <array>

#include "geo/coverage/coverage.h"
#include "geo/projects/sectors.h"

namespace malimap {
namespace {

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
    return sector_label(value, tr.language());
  return value;
}

}  // namespace malimap
