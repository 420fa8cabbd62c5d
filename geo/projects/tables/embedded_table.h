#pragma once
#include <string>

#include "geo/projects/table.h"

namespace malimap {

/// A table that ships: commas, UTF-8, its header in the first row, where nothing has to be
/// recognised. Empty when there is none of that name.
[[nodiscard]] Table embedded_table(const std::string& path);

}  // namespace malimap
