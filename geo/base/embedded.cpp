#include "geo/base/embedded.h"

namespace malimap {

std::span<const EmbeddedFile> malimap_assets_files();
std::span<const EmbeddedFile> malimap_translations_files();

std::optional<std::string_view> asset(std::string_view path) {
  for (const auto files : {malimap_assets_files(), malimap_translations_files()})
    for (const EmbeddedFile& file : files)
      if (file.path == path)
        return file.bytes();
  return std::nullopt;
}

}  // namespace malimap
