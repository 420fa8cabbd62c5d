#include "geo/output/atlas/unit_figures.h"

#include <algorithm>
#include <set>

#include "geo/base/text.h"

namespace malimap {
namespace {

/// Per unit the units on the other side of its borders.
std::vector<std::set<UnitIndex>> neighbours_of(const AdminLayer& layer) {
  std::vector<std::set<UnitIndex>> neighbours(layer.units.size());
  for (const Arc& arc : layer.arcs) {
    if (arc.left == kNoUnit || arc.right == kNoUnit)
      continue;
    neighbours[static_cast<std::size_t>(arc.left)].insert(arc.right);
    neighbours[static_cast<std::size_t>(arc.right)].insert(arc.left);
  }
  return neighbours;
}

/// Places from 1 by falling number of projects; equal numbers share a place.
void rank(std::vector<AtlasUnit>& units) {
  for (AtlasUnit& unit : units) {
    if (!unit.figures.projects)
      continue;
    unit.rank = 1;
    for (const AtlasUnit& other : units) {
      unit.ranked += other.figures.projects.has_value();
      unit.rank += other.figures.projects.value_or(-1) > *unit.figures.projects;
    }
  }
}

void add_parts(std::vector<AtlasUnit>& units, const CoverageCube& cube, const Filter& filter,
               Dimension dimension, std::vector<AtlasUnit::Part> AtlasUnit::*parts,
               const Translator& tr) {
  const Dimension by[] = {dimension};
  for (const CoverageGroup& group : cover_groups(cube, filter, by)) {
    const auto& value = group.values.front();
    const std::string label =
        value ? label_of(dimension, *value, tr) : std::string(tr(N_("not given")));
    for (AtlasUnit& unit : units) {
      const int zone = group.coverage.zone_of_unit[static_cast<std::size_t>(unit.unit)];
      const Figures& figures = group.coverage.zones[static_cast<std::size_t>(zone)].figures;
      const bool something =
          figures.projects.value_or(0) > 0 || (figures.budget && figures.budget->value != 0);
      if (something)
        (unit.*parts).push_back({label, figures});
    }
  }
}

}  // namespace

std::vector<AtlasUnit> atlas_units(const CoverageCube& cube, const Boundaries& boundaries,
                                   const Filter& filter, const Translator& tr) {
  const AdminLayer* layer = boundaries.layer(cube.level());
  if (layer == nullptr)
    return {};
  const Coverage coverage = cover(cube, filter);
  const auto neighbours = neighbours_of(*layer);
  const auto zone_at = [&](UnitIndex unit) -> const CoverageZone& {
    return coverage
        .zones[static_cast<std::size_t>(coverage.zone_of_unit[static_cast<std::size_t>(unit)])];
  };
  std::vector<AtlasUnit> units;
  for (std::size_t i = 0; i < layer->units.size(); ++i) {
    const auto index = static_cast<UnitIndex>(i);
    const CoverageZone& zone = zone_at(index);
    AtlasUnit unit;
    unit.unit = index;
    unit.code = layer->units[i].pcode;
    unit.name = layer->units[i].name;
    if (zone.units.size() > 1)
      unit.zone_name = zone.name;
    unit.figures = zone.figures;
    unit.population = zone.population;
    unit.area_km2 = zone.area_km2;
    for (const UnitIndex other : neighbours[i])
      unit.neighbours.push_back(
          {layer->units[static_cast<std::size_t>(other)].name, zone_at(other).figures});
    std::sort(unit.neighbours.begin(), unit.neighbours.end(),
              [](const auto& a, const auto& b) { return collates_before(a.name, b.name); });
    unit.projects = projects_in(cube, coverage.zone_of_unit[i], filter);
    units.push_back(std::move(unit));
  }
  rank(units);
  add_parts(units, cube, filter, Dimension::Fund, &AtlasUnit::by_fund, tr);
  add_parts(units, cube, filter, Dimension::Sector, &AtlasUnit::by_sector, tr);
  return units;
}

}  // namespace malimap
