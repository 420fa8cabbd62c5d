#include "geo/projects/need_sectors.h"

#include <algorithm>
#include <array>

#include "geo/projects/sectors.h"

namespace malimap {

std::string holding_sector(const std::string& sector) {
  static constexpr std::array kParts{"PRO-CPM", "PRO-GBV", "PRO-HLP", "PRO-MIN"};
  const bool part = std::any_of(kParts.begin(), kParts.end(), [&](const char* code) {
    return normalised_sector(code) == sector;
  });
  return part ? normalised_sector("PRO") : std::string{};
}

NeedTable need_for_list(NeedTable need, const Projects& list, std::vector<std::string>& left_out) {
  const auto& dictionary = list.sector.dictionary;
  const auto named = [&](const std::string& sector) { return dictionary.find(sector) != kMissing; };
  std::vector<std::string> kept;
  for (const std::string& sector : need.sectors) {
    const std::string whole = holding_sector(sector);
    (!whole.empty() && !named(sector) && named(whole) ? left_out : kept).push_back(sector);
  }
  need.sectors = std::move(kept);
  std::erase_if(need.entries, [&](const NeedEntry& entry) {
    return std::find(left_out.begin(), left_out.end(), entry.sector) != left_out.end();
  });
  return need;
}

}  // namespace malimap
