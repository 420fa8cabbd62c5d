#include "geo/coverage/dimension_codes.h"

#include <algorithm>
#include <array>

namespace malimap {

DimensionCodes::DimensionCodes(const Projects& projects, Dimension dimension) {
  switch (dimension) {
    case Dimension::Fund:
      single_ = &projects.fund;
      break;
    case Dimension::Status:
      single_ = &projects.status;
      break;
    case Dimension::Sector:
      multi_ = &projects.sector;
      break;
    case Dimension::Donor:
      multi_ = &projects.donor;
      break;
    case Dimension::Partner:
      multi_ = &projects.partner;
      break;
  }
}

CodeRange DimensionCodes::each_once(const CodeRange& codes) {
  bool twice = false;
  for (std::size_t i = 1; i < codes.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      twice = twice || codes[i] == codes[j];
  if (!twice)  // as nearly always
    return codes;
  buffer_.resize(0, 0);
  for (const Code code : codes)
    if (std::find(buffer_.begin(), buffer_.end(), code) == buffer_.end())
      buffer_.push_back(code);
  return buffer_.range(0, buffer_.size());
}

int status_rank(std::string_view status) {
  constexpr std::array<std::string_view, 6> kOrder = {"completed", "ongoing",   "approved",
                                                      "planned",   "suspended", "cancelled"};
  const auto found = std::find(kOrder.begin(), kOrder.end(), status);
  return static_cast<int>(found - kOrder.begin());
}

}  // namespace malimap
