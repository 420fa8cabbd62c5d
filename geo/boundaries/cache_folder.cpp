#include "geo/boundaries/cache_folder.h"

#include <cstdlib>

namespace malimap {

std::string cache_folder(const std::string& name) {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache && *cache == '/')
    return std::string(cache) + "/malimap/" + name;
  const char* home = std::getenv("HOME");
  return home && *home == '/' ? std::string(home) + "/.cache/malimap/" + name : std::string{};
}

}  // namespace malimap
