#pragma once
// Files put into the program when it is built (third_party/embed.cmake).

#include <optional>
#include <span>
#include <string_view>

namespace malimap {

struct EmbeddedFile {
  std::string_view path;  // relative to assets/ or shaders/, "boundaries/mali_regions.geojson"
  const char* begin;
  const char* end;
  [[nodiscard]] std::string_view bytes() const {
    return {begin, static_cast<std::size_t>(end - begin)};
  }
};

/// The bytes of a file of assets/; nothing when no such file was embedded. NUL-terminated behind
/// the end.
[[nodiscard]] std::optional<std::string_view> asset(std::string_view path);

}  // namespace malimap
