#pragma once
// What an HXL tag says (hxlstandard.org, 1.1): "#adm1+code", "#geo + LAT", "#value+usd+budget".

#include <optional>
#include <string_view>

#include "geo/projects/columns.h"

namespace malimap {

/// What a tag says of its column. No role but `tagged`: the tag is about something else (people,
/// contacts), so the header does not count either. Tags that are not known, or the user's own
/// ("#x_..."), say nothing.
struct HxlMeaning {
  std::optional<Role> role;
  int rank = 0;  // of several columns with one role the lowest is taken
  bool tagged = false;
};
[[nodiscard]] HxlMeaning meaning_of_hxl(std::string_view tag);

/// Whether it tags descriptions or remarks: "#description", "#meta+comments", "#indicator+name".
[[nodiscard]] bool is_notes_tag(std::string_view tag);

}  // namespace malimap
