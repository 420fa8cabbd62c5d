#include "geo/boundaries/boundaries.h"

#include <array>
#include <string_view>
#include <utility>

namespace malimap {
namespace {

constexpr std::array<std::pair<Level, std::string_view>, 4> kWords = {
    {{Level::Country, "country"},
     {Level::Region, "region"},
     {Level::Cercle, "cercle"},
     {Level::Commune, "commune"}}};

}  // namespace

UnitIndex AdminLayer::find(const std::string& pcode) const {
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i].pcode == pcode)
      return static_cast<UnitIndex>(i);
  return kNoUnit;
}

const AdminLayer* Boundaries::layer(Level level) const {
  for (const AdminLayer& layer : layers)
    if (layer.level == level)
      return &layer;
  return nullptr;
}

std::string_view word_of(Level level) {
  for (const auto& [known, word] : kWords)
    if (known == level)
      return word;
  return {};
}

std::optional<Level> level_of(std::string_view word) {
  for (const auto& [level, known] : kWords)
    if (known == word)
      return level;
  return std::nullopt;
}

}  // namespace malimap
