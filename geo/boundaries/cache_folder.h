#pragma once
#include <string>

namespace malimap {

/// $XDG_CACHE_HOME/malimap/NAME, else ~/.cache/malimap/NAME; "" when neither is known. It may not
/// be there yet.
[[nodiscard]] std::string cache_folder(const std::string& name);

}  // namespace malimap
