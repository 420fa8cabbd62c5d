#include "geo/projects/aliases.h"

#include <algorithm>

#include "geo/projects/crosswalk.h"

namespace malimap {

Aliases::Aliases(std::vector<Alias> all) {
  for (auto& alias : all)
    add(std::move(alias));
}

void Aliases::add(Alias alias) {
  const std::string key = place_key(alias.typed);
  const auto [first, last] = by_key_.equal_range(key);
  for (auto it = first; it != last; ++it)
    if (all_[it->second].within == alias.within) {
      all_[it->second] = std::move(alias);
      return;
    }
  by_key_.emplace(key, all_.size());
  all_.push_back(std::move(alias));
}

const Alias* Aliases::find(std::string_view typed, std::string_view within) const {
  if (all_.empty())
    return nullptr;
  const Alias* anywhere = nullptr;
  const auto [first, last] = by_key_.equal_range(place_key(typed));
  for (auto it = first; it != last; ++it) {
    const Alias& alias = all_[it->second];
    if (!within.empty() && alias.within == within)
      return &alias;
    if (alias.within.empty())
      anywhere = &alias;
  }
  return anywhere;
}

}  // namespace malimap
