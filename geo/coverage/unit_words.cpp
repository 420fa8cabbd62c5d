#include "geo/coverage/unit_words.h"

#include <algorithm>
#include <array>

#include "geo/base/text.h"
#include "geo/coverage/areas.h"
#include "geo/projects/crosswalk.h"

namespace malimap {
namespace {

constexpr std::size_t kMostListed = 20;

std::string listed(const AdminLayer& layer) {
  std::string all;
  for (std::size_t i = 0; i < std::min(layer.units.size(), kMostListed); ++i)
    all += (i == 0 ? "" : ", ") + layer.units[i].name + " (" + layer.units[i].pcode + ")";
  return layer.units.size() > kMostListed ? all + ", …" : all;
}

std::set<std::string> codes_of(const CoveredPlace& place, const Boundaries& boundaries) {
  std::set<std::string> codes;
  if (const AdminLayer* layer = boundaries.layer(place.level); layer && !place.vague)
    for (const UnitIndex unit : place.units)
      codes.insert(layer->units[static_cast<std::size_t>(unit)].pcode);
  return codes;
}

std::optional<Area> area_named(std::string_view word) {
  struct AreaWord {
    std::string_view word;
    Area area;
  };
  constexpr std::array kWords{AreaWord{"north", Area::North},   AreaWord{"nord", Area::North},
                              AreaWord{"centre", Area::Centre}, AreaWord{"center", Area::Centre},
                              AreaWord{"south", Area::South},   AreaWord{"sud", Area::South}};
  const std::string key = fold(word);
  for (const AreaWord& known : kWords)
    if (known.word == key)
      return known.area;
  return std::nullopt;
}

}  // namespace

std::set<std::string> units_meant(std::string_view word, const Boundaries& boundaries) {
  const std::string key = fold(word);
  for (const AdminLayer& layer : boundaries.layers)
    for (const AdminUnit& unit : layer.units)
      if (fold(unit.pcode) == key || fold(unit.name) == key)
        return {unit.pcode};
  const Crosswalk crosswalk(boundaries);
  if (const auto place = crosswalk.find(word))
    if (auto codes = codes_of(*place, boundaries); !codes.empty())
      return codes;
  for (const Level level : {Level::Region, Level::Cercle})
    if (const auto place = crosswalk.find(word, level))
      if (auto codes = codes_of(*place, boundaries); !codes.empty())
        return codes;
  return {};
}

Result<std::set<std::string>> parse_units(std::string_view text, const Boundaries& boundaries) {
  std::set<std::string> units;
  for (const std::string& word : split(text, ",")) {
    auto meant = units_meant(word, boundaries);
    if (meant.empty())
      return failure({N_("There is no unit \"{0}\"."), {word}}, {},
                     {N_("There are: {0}."), {listed(boundaries.layers.front())}});
    units.merge(meant);
  }
  return units;
}

Result<std::set<std::string>> parse_areas(std::string_view text, const Boundaries& boundaries) {
  std::set<std::string> units;
  for (const std::string& word : split(text, ",")) {
    const auto area = area_named(word);
    if (!area)
      return failure({N_("There is no area \"{0}\"."), {word}}, {},
                     {N_("There are: {0}."), {"north, centre, south"}});
    auto inside = units_of(*area, boundaries);
    if (inside.empty())
      return failure({N_("These boundaries have no region of the area \"{0}\"."), {word}}, {},
                     {N_("Areas are known of Mali's regions; units can be named: unit=..."), {}});
    units.merge(inside);
  }
  return units;
}

}  // namespace malimap
