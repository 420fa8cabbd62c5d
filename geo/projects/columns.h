#pragma once
// Which column of a list holds what, told from its header in French or English.

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace malimap {

enum class Role {
  Id,
  Title,
  Fund,
  Sector,
  Country,
  Region,
  RegionCode,
  Cercle,
  CercleCode,
  Commune,
  CommuneCode,
  Place,
  PlaceCode,
  Lon,
  Lat,
  Budget,
  Currency,
  Status,
  Start,
  End,
  Donor,
  Partner,
  Count,
  Share,
};
inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::Share) + 1;

/// The column of each role, -1 where there is none. A column has one role at most.
struct ColumnMap {
  std::array<int, kRoleCount> index;
  ColumnMap() { index.fill(-1); }
  [[nodiscard]] int at(Role role) const { return index[static_cast<std::size_t>(role)]; }
  [[nodiscard]] bool has(Role role) const { return at(role) >= 0; }
  [[nodiscard]] bool empty() const;
};

/// Headers are compared folded and by whole words: one that is a known phrase beats one that begins
/// with it, which beats one that contains it. Of several amounts the one in US dollars is taken.
[[nodiscard]] ColumnMap recognise_columns(const std::vector<std::string>& headers);

}  // namespace malimap
