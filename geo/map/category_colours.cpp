// Which value has which colour.

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "geo/map/palettes.h"

namespace malimap {
namespace {

struct Known {
  Dimension dimension;
  std::string_view value;
  int colour;  // of the palette's
};

/// Weightier ones first: where two would share a colour on one map, the first keeps it.
constexpr std::array<Known, 25> kKnown = {{
    {Dimension::Fund, "QIP", 0},
    {Dimension::Fund, "TF", 1},
    {Dimension::Fund, "PBF", 2},
    {Dimension::Status, "ongoing", 0},
    {Dimension::Status, "completed", 2},
    {Dimension::Status, "approved", 5},
    {Dimension::Status, "planned", 4},
    {Dimension::Status, "suspended", 1},
    {Dimension::Status, "cancelled", 6},
    {Dimension::Sector, "Sécurité", 7},
    {Dimension::Sector, "Infrastructures publiques", 1},
    {Dimension::Sector, "Eau et assainissement", 0},
    {Dimension::Sector, "Éducation", 4},
    {Dimension::Sector, "Économie locale", 5},
    {Dimension::Sector, "Agriculture et alimentation", 2},
    {Dimension::Sector, "Santé", 6},
    {Dimension::Sector, "Gouvernance et démocratie", 3},
    {Dimension::Sector, "État de droit", 7},
    {Dimension::Sector, "Culture et sport", 5},
    {Dimension::Sector, "Sécurité alimentaire", 2},
    {Dimension::Sector, "Agriculture, sylviculture et pêche", 2},
    {Dimension::Sector, "Nutrition", 6},
    {Dimension::Sector, "Protection", 3},
    {Dimension::Sector, "Environnement / réduction des risques", 2},
    {Dimension::Sector, "Gestion des conflits et éducation civique", 3},
}};

const Known* known(Dimension dimension, std::string_view value) {
  const auto found = std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& entry) {
    return entry.dimension == dimension && entry.value == value;
  });
  return found == kKnown.end() ? nullptr : &*found;
}

}  // namespace

Colour category_colour(Dimension dimension, const std::string& value, int index) {
  int number = std::clamp(index, 0, kMostColours);
  // Funds that are not known begin behind those that are.
  if (dimension == Dimension::Fund && !value.empty())
    number = std::min(number + 3, kMostColours);
  if (const Known* entry = known(dimension, value))
    number = entry->colour;
  return categorical_colours("", kMostColours + 1)[static_cast<std::size_t>(number)];
}

std::vector<Colour> category_colours(Dimension dimension, std::span<const std::string> values) {
  const auto palette = categorical_colours("", kMostColours);
  std::vector<bool> taken(palette.size(), false);
  std::map<std::string_view, Colour> colour_of;
  for (const Known& entry : kKnown) {
    const auto number = static_cast<std::size_t>(entry.colour);
    if (entry.dimension == dimension && !taken[number] &&
        std::find(values.begin(), values.end(), entry.value) != values.end()) {
      taken[number] = true;
      colour_of.emplace(entry.value, palette[number]);
    }
  }
  std::vector<std::string_view> rest(values.begin(), values.end());
  std::sort(rest.begin(), rest.end());
  for (std::string_view value : rest) {
    if (colour_of.contains(value))
      continue;
    const auto free = std::find(taken.begin(), taken.end(), false);
    const auto number = static_cast<std::size_t>(free - taken.begin());
    colour_of.emplace(value, free == taken.end() ? others_colour() : palette[number]);
    if (free != taken.end())
      *free = true;
  }
  std::vector<Colour> colours;
  for (const std::string& value : values)
    colours.push_back(colour_of.at(value));
  return colours;
}

}  // namespace malimap
