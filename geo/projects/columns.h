#pragma once
// Which column of a list holds what, told from its header in French or English, from HXL tags, from
// what stands in it, or by the user.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/error.h"
#include "geo/base/result.h"
#include "geo/projects/table.h"

namespace malimap {

enum class Role {
  Id,
  Title,
  Notes,  // descriptions, remarks: read beside the title and searched
  Fund,
  Sector,
  SectorCode,  // OECD DAC purpose codes
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
  LonLat,  // both in one cell
  Budget,
  Currency,
  Status,
  Start,
  End,
  Period,  // start and end in one cell
  Donor,
  Partner,
  Count,
  Share,  // of the budget, per place
};
inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::Share) + 1;

/// The word of the command line and of saved mappings: "id", "title", "region-code", ...
[[nodiscard]] std::string_view word_of(Role role);
[[nodiscard]] std::optional<Role> role_of(std::string_view word);

[[nodiscard]] bool may_stand_in_several_columns(Role role);

/// The columns of each role. A column has one role at most; sectors, donors, partners, places and
/// notes may stand in several columns, every other role in one.
struct ColumnMap {
  std::array<std::vector<int>, kRoleCount> columns;

  /// The first column of the role, -1 where there is none.
  [[nodiscard]] int at(Role role) const {
    const auto& all = columns[static_cast<std::size_t>(role)];
    return all.empty() ? -1 : all.front();
  }
  [[nodiscard]] const std::vector<int>& all(Role role) const {
    return columns[static_cast<std::size_t>(role)];
  }
  [[nodiscard]] bool has(Role role) const { return at(role) >= 0; }
  void set(Role role, int column) { columns[static_cast<std::size_t>(role)] = {column}; }
  [[nodiscard]] bool empty() const;
};

/// How the role of a column was found.
enum class Evidence { None, Content, Header, Hxl, Remembered, User };

struct ColumnProposal {
  std::optional<Role> role;
  double confidence = 0;  // 0 to 1
  Evidence evidence = Evidence::None;
};

/// What the user or an earlier file says: role -> headers (as written there). A role with no
/// headers has no column, whatever the header says.
using Mapping = std::map<Role, std::vector<std::string>>;

/// One proposal a column. Headers are compared folded and by whole words; HXL tags decide over
/// headers; a header whose content cannot be what it says loses its role (a column "Region" of
/// world regions beside a column of countries), and a column without a known header can gain one
/// (P-codes, coordinates, statuses, dates). Of several amounts the one in US dollars is taken, then
/// the one that is a total of commitments. Notes are the columns of texts that are left.
/// `home_names`: folded names of regions and cercles, with which columns of places are told by
/// their content.
struct HomeNames {
  std::vector<std::string> regions, cercles, communes;  // place_key()s
};
[[nodiscard]] std::vector<ColumnProposal> propose_columns(const Table& table,
                                                          const HomeNames& home_names);

/// The proposals as a map, with the mapping on top. Errors: a header of the mapping that the table
/// does not have (naming those it has).
[[nodiscard]] Result<ColumnMap> choose_columns(const Table& table,
                                               const std::vector<ColumnProposal>& proposals,
                                               const Mapping& mapping);

/// The same for every table with the same headers: what a remembered mapping is filed under.
[[nodiscard]] std::string header_signature(const Table& table);

/// Reads `budget=Coût total` (role = header; `budget=` for none) into the mapping. Errors: no '=',
/// an unknown role (naming those there are).
[[nodiscard]] Status add_to_mapping(Mapping& mapping, std::string_view expression);

}  // namespace malimap
