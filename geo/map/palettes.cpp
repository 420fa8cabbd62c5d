#include "geo/map/palettes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "geo/base/embedded.h"

namespace malimap {
namespace {

constexpr Colour kGrey{128, 128, 128};
constexpr int kLongestArm = 8;

struct Palette {
  PaletteKind kind = PaletteKind::Sequential;
  std::string name, title;
  // By number of classes; of categorical and bivariate palettes, one list at 0.
  std::vector<std::vector<Colour>> colours, low, high;
  Colour others = kGrey, not_stated = kGrey;
};

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

std::vector<std::vector<Colour>> lists_of(const nlohmann::json& palette, const char* key) {
  std::vector<std::vector<Colour>> lists(10);
  const auto found = palette.find(key);
  if (found == palette.end())
    return lists;
  if (found->is_string())
    lists[0] = colours_of(found->get<std::string>());
  for (std::size_t count = 1; found->is_object() && count < lists.size(); ++count)
    lists[count] = colours_of(found->value(std::to_string(count), ""));
  return lists;
}

PaletteKind kind_of(const std::string& word) {
  return word == "diverging"     ? PaletteKind::Diverging
         : word == "categorical" ? PaletteKind::Categorical
         : word == "bivariate"   ? PaletteKind::Bivariate
                                 : PaletteKind::Sequential;
}

std::vector<Palette> read_palettes() {
  std::vector<Palette> palettes;
  const auto bytes = asset("palettes/palettes.json");
  const auto file = nlohmann::json::parse(bytes.value_or(""), nullptr, false);
  if (!file.is_object())
    return palettes;
  const auto first = [](const std::vector<Colour>& list) {
    return list.empty() ? kGrey : list.front();
  };
  for (const auto& entry : file.value("palettes", nlohmann::json::array()))
    palettes.push_back({kind_of(entry.value("kind", "")), entry.value("name", ""),
                        entry.value("title", ""), lists_of(entry, "colours"),
                        lists_of(entry, "low"), lists_of(entry, "high"),
                        first(colours_of(entry.value("others", ""))),
                        first(colours_of(entry.value("not_stated", "")))});
  return palettes;
}

/// Read once: pictures ask for colours in every frame.
const std::vector<Palette>& palettes() {
  static const std::vector<Palette> all = read_palettes();
  return all;
}

/// The named palette of the kind, else the first; nothing only in a build without assets.
const Palette* palette_of(PaletteKind kind, std::string_view name) {
  const Palette* first = nullptr;
  for (const Palette& palette : palettes()) {
    if (palette.kind != kind)
      continue;
    if (palette.name == name)
      return &palette;
    first = first ? first : &palette;
  }
  return first;
}

/// That many colours, the last one again where there are fewer.
std::vector<Colour> resized(std::vector<Colour> colours, int count) {
  const Colour last = colours.empty() ? kGrey : colours.back();
  colours.resize(static_cast<std::size_t>(std::max(count, 0)), last);
  return colours;
}

bool is_light(const Theme& theme) {
  return luminance(theme.paper) > 0.5;
}

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Colour mixed(Colour a, Colour b, double part_of_b) {
  const auto channel = [&](std::uint8_t x, std::uint8_t y) {
    return static_cast<std::uint8_t>(std::lround(x + (y - x) * part_of_b));
  };
  return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), 255};
}

}  // namespace

std::vector<PaletteName> palette_names(PaletteKind kind) {
  std::vector<PaletteName> names;
  for (const Palette& palette : palettes())
    if (palette.kind == kind)
      names.push_back({palette.name, palette.title});
  return names;
}

std::vector<Colour> palette_colours(std::string_view name, int classes) {
  const Palette* palette = palette_of(PaletteKind::Sequential, name);
  if (!palette || classes <= 0)
    return resized({}, classes);
  const auto& colours = palette->colours[static_cast<std::size_t>(std::clamp(classes, 3, 9))];
  if (classes == 1 && !colours.empty())
    return {colours[colours.size() / 2]};
  if (classes == 2 && !colours.empty())
    return {colours.front(), colours.back()};
  return resized(colours, classes);
}

std::vector<Colour> diverging_colours(std::string_view name, int below, int above) {
  const Palette* palette = palette_of(PaletteKind::Diverging, name);
  below = std::max(below, 0);
  above = std::max(above, 0);
  if (!palette)
    return resized({}, below + above);
  const auto arm = static_cast<std::size_t>(std::clamp(std::max(below, above), 1, kLongestArm));
  auto colours = resized(palette->low[arm], below);
  std::reverse(colours.begin(), colours.end());
  const auto high = resized(palette->high[arm], above);
  colours.insert(colours.end(), high.begin(), high.end());
  return colours;
}

std::vector<Colour> categorical_colours(std::string_view name, int categories) {
  const Palette* palette = palette_of(PaletteKind::Categorical, name);
  if (!palette)
    return resized({}, categories);
  auto colours = palette->colours[0];
  colours.resize(kMostColours, palette->others);
  colours.push_back(palette->others);
  return resized(colours, categories);
}

Colour others_colour() {
  const Palette* palette = palette_of(PaletteKind::Categorical, "");
  return palette ? palette->others : kGrey;
}

Colour not_stated_colour() {
  const Palette* palette = palette_of(PaletteKind::Categorical, "");
  return palette ? palette->not_stated : kGrey;
}

std::vector<Colour> bivariate_colours(std::string_view name) {
  const Palette* palette = palette_of(PaletteKind::Bivariate, name);
  return resized(palette ? palette->colours[0] : std::vector<Colour>(), 9);
}

PaletteKind palette_kind_of(MapType type) {
  switch (type) {
    case MapType::Diverging:
    case MapType::Difference:
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
  return is_light(theme) ? Colour{0xE8, 0xE5, 0xDE} : Colour{0x2A, 0x2F, 0x35};
}

Colour outside_programme_colour(const Theme& theme) {
  return is_light(theme) ? Colour{0xFD, 0xFC, 0xF9} : Colour{0x0D, 0x0F, 0x12};
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Colour ink_for(Colour ground) {
  // Between the grounds of the first two lie a few middling ones that only black reaches.
  constexpr std::array<Colour, 2> kInks = {{{0x1D, 0x25, 0x2D}, {0xFF, 0xFF, 0xFF}}};
  for (const Colour ink : kInks)
    if (contrast(ink, ground) >= kReadableContrast)
      return ink;
  return {0, 0, 0};
}

Colour tinted_ink(Colour tint, Colour ground) {
  const Colour ink = ink_for(ground);
  for (int step = 0; step < 20; ++step)
    if (const Colour colour = mixed(tint, ink, step / 20.0);
        contrast(colour, ground) >= kReadableContrast)
      return colour;
  return ink;
}

}  // namespace malimap
