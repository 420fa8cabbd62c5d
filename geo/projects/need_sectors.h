#pragma once
// Sectors that are parts of another one: the areas of responsibility inside protection.

#include <string>
#include <vector>

#include "geo/projects/need_table.h"
#include "geo/projects/projects.h"

namespace malimap {

/// The sector that this one is a part of ("Lutte antimines" -> "Protection"), or "".
[[nodiscard]] std::string holding_sector(const std::string& sector);

/// The table as it can be held against a list: without the parts of a sector where the list names
/// the whole alone, since then nobody can tell who works in the part. Their keys are put into
/// `left_out`.
[[nodiscard]] NeedTable need_for_list(NeedTable need, const Projects& list,
                                      std::vector<std::string>& left_out);

}  // namespace malimap
