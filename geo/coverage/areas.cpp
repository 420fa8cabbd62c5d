#include "geo/coverage/areas.h"

#include <algorithm>

#include "geo/base/text.h"
#include "geo/coverage/unit_tree.h"
#include "geo/projects/crosswalk.h"

namespace malimap {
namespace {

struct RegionArea {
  std::string_view key;  // place_key() of a region of any vintage
  Area area;
};
// The statement of what is north and what is centre is the bulletin's for the regions of 2016;
// regions made in 2023 go with the region that they were part of.
constexpr std::array<RegionArea, 20> kRegions{{
    {"tombouctou", Area::North}, {"taoudenit", Area::North},   {"gao", Area::North},
    {"menaka", Area::North},     {"kidal", Area::North},       {"mopti", Area::Centre},
    {"segou", Area::Centre},     {"bandiagara", Area::Centre}, {"douentza", Area::Centre},
    {"san", Area::Centre},       {"kayes", Area::South},       {"koulikoro", Area::South},
    {"sikasso", Area::South},    {"bamako", Area::South},      {"nioro", Area::South},
    {"kita", Area::South},       {"dioila", Area::South},      {"nara", Area::South},
    {"bougouni", Area::South},   {"koutiala", Area::South},
}};

std::optional<Area> area_of_key(std::string_view key) {
  const auto found = std::find_if(kRegions.begin(), kRegions.end(),
                                  [&](const RegionArea& region) { return region.key == key; });
  return found == kRegions.end() ? std::nullopt : std::optional(found->area);
}

/// Names that are also written otherwise.
std::string region_key(std::string_view name) {
  std::string key = place_key(name);
  if (key == "timbuktu" || key == "tombuctu")
    return "tombouctou";
  if (key == "taoudenni" || key == "taoudeni")
    return "taoudenit";
  if (key == "nioro du sahel")
    return "nioro";
  return key;
}

}  // namespace

std::string_view word_of(Area area) {
  constexpr std::array<std::string_view, 3> kWords{"north", "centre", "south"};
  return kWords.at(static_cast<std::size_t>(area));
}

std::string name_of(Area area, const Translator& tr) {
  switch (area) {
    case Area::North:
      return tr("North");
    case Area::Centre:
      return tr("Centre");
    case Area::South:
      break;
  }
  return tr("South");
}

std::optional<Area> area_of_region(std::string_view name) {
  if (const auto area = area_of_key(region_key(name)))
    return area;
  // A reporting zone, "Gao / Ménaka": where all of its regions are in one area.
  const auto parts = split(name, "/+");
  std::optional<Area> area;
  for (const std::string& part : parts) {
    const auto next = area_of_key(region_key(part));
    if (parts.size() < 2 || !next || (area && area != next))
      return std::nullopt;
    area = next;
  }
  return area;
}

std::optional<Area> area_of_zone(const CoverageZone& zone, const Boundaries& boundaries,
                                 Level level) {
  if (zone.units.empty())
    return std::nullopt;
  const UnitTree tree(boundaries);
  const int layer = tree.layer_of(level);
  const int regions = tree.layer_of(Level::Region);
  const auto unit_at = [&](int at, UnitIndex unit) -> const AdminUnit& {
    return boundaries.layers[static_cast<std::size_t>(at)].units[static_cast<std::size_t>(unit)];
  };
  if (tree.level(regions) == Level::Region && regions <= layer)
    if (const UnitIndex region = tree.ancestor(layer, zone.units.front(), regions);
        region != kNoUnit)
      return area_of_region(unit_at(regions, region).name);
  return area_of_region(unit_at(layer, zone.units.front()).parent_name);
}

std::set<std::string> units_of(Area area, const Boundaries& boundaries) {
  const AdminLayer& layer = boundaries.layers.front();
  std::set<std::string> units;
  std::size_t known = 0;
  for (const AdminUnit& unit : layer.units) {
    const auto own = area_of_region(layer.level == Level::Region ? unit.name : unit.parent_name);
    known += own ? 1 : 0;
    if (own == area)
      units.insert(unit.pcode);
  }
  // A name alone can be another country's: there is a region of the Centre in many.
  return 2 * known >= layer.units.size() ? units : std::set<std::string>{};
}

}  // namespace malimap
