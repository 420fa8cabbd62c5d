#pragma once
#include <string>

namespace malimap {

/// Whether the file is a vector file with polygons, that is, one of boundaries. False also for what
/// cannot be opened: its reader says why. Looks at the layers' types and, where a format does not
/// tell, at the first features.
[[nodiscard]] bool holds_polygons(const std::string& path);

}  // namespace malimap
