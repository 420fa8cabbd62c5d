#include "geo/map/palettes.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "geo/base/embedded.h"

namespace malimap {
namespace {

nlohmann::json read_palettes() {
  const auto bytes = asset("palettes/palettes.json");
  if (!bytes)
    return nlohmann::json::array();
  const auto file = nlohmann::json::parse(*bytes, nullptr, false);
  return file.is_object() ? file.value("palettes", nlohmann::json::array())
                          : nlohmann::json::array();
}

std::uint8_t hex_byte(std::string_view text) {
  int value = 0;
  for (char c : text)
    value = value * 16 + (c <= '9' ? c - '0' : c - 'a' + 10);
  return static_cast<std::uint8_t>(value);
}

/// "eff3ff bdd7e7 ..."
std::vector<Colour> colours_of(std::string_view text) {
  std::vector<Colour> colours;
  for (std::size_t at = 0; at + 6 <= text.size(); at += 7)
    colours.push_back({hex_byte(text.substr(at, 2)), hex_byte(text.substr(at + 2, 2)),
                       hex_byte(text.substr(at + 4, 2))});
  return colours;
}

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

}  // namespace

std::vector<PaletteName> palette_names(PaletteKind kind) {
  std::vector<PaletteName> names;
  if (kind != PaletteKind::Sequential)
    return names;
  for (const auto& palette : read_palettes())
    names.push_back({palette.value("name", ""), palette.value("title", "")});
  return names;
}

std::vector<Colour> palette_colours(std::string_view name, int classes) {
  const auto palettes = read_palettes();
  if (palettes.empty() || classes <= 0)
    return std::vector<Colour>(static_cast<std::size_t>(std::max(classes, 0)),
                               Colour{128, 128, 128});
  const auto found = std::find_if(palettes.begin(), palettes.end(), [&](const auto& palette) {
    return palette.value("name", "") == name;
  });
  const auto& palette = found == palettes.end() ? palettes.front() : *found;
  const int listed = std::clamp(classes, 3, 9);
  auto colours = colours_of(palette["colours"].value(std::to_string(listed), ""));
  if (colours.empty())
    colours.push_back({128, 128, 128});
  if (classes == 1)
    return {colours[colours.size() / 2]};
  if (classes == 2)
    return {colours.front(), colours.back()};
  colours.resize(static_cast<std::size_t>(classes), colours.back());
  return colours;
}

PaletteKind palette_kind_of(MapType type) {
  switch (type) {
    case MapType::Diverging:
      return PaletteKind::Diverging;
    case MapType::Bivariate:
      return PaletteKind::Bivariate;
    case MapType::Dominant:
    case MapType::Pies:
    case MapType::Bars:
    case MapType::Dots:
      return PaletteKind::Categorical;
    default:
      return PaletteKind::Sequential;
  }
}

Colour zero_colour(const Theme& theme) {
  return luminance(theme.paper) > 0.5 ? Colour{0xF7, 0xF1, 0xDD} : Colour{0x2B, 0x2A, 0x27};
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

}  // namespace malimap
