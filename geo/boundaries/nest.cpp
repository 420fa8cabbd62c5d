#include "geo/boundaries/nest.h"

#include <algorithm>
#include <map>

#include "geo/base/text.h"
#include "geo/boundaries/dissolve.h"
#include "geo/boundaries/parents.h"

namespace malimap {
namespace {

constexpr double kCommonLand = 0.5;   // of the smaller box
constexpr double kMostOutside = 0.2;  // of the units; above this the file is of another country

const AdminLayer* drawn(const Boundaries& part, Level level) {
  const AdminLayer* layer = part.layer(level);
  return layer && !layer->derived ? layer : nullptr;
}

bool fits(const AdminUnit& parent, const AdminUnit& unit) {
  return unit.parent_name.empty() || fold(unit.parent_name) == fold(parent.name);
}

void report_uncertain(const AdminUnit& unit, const AdminUnit& parent, const FoundParent& found,
                      const std::string& source, Problems& problems) {
  const std::string percent = std::to_string(static_cast<int>(found.share * 100));
  problems.report(
      {"parent-uncertain",
       Severity::Note,
       {{N_("{0} is put in {1}, which holds {2} % of its area"), {unit.name, parent.name, percent}},
        {.file = source, .sheet = {}, .row = {}, .column = {}},
        {}},
       percent,
       {}});
}

/// Gives the unit its parent and says so where the parent is doubtful.
void adopt(AdminUnit& unit, const AdminUnit& parent, const FoundParent& found,
           const std::string& source, Problems& problems) {
  unit.parent_pcode = parent.pcode;
  unit.parent_name = parent.name;
  if (found.share < kCertainShare)
    report_uncertain(unit, parent, found, source, problems);
}

void link(AdminLayer& finer, const AdminLayer& coarser, const std::string& source,
          Problems& problems) {
  std::map<std::string, const AdminUnit*> by_code;
  for (const AdminUnit& unit : coarser.units)
    by_code.emplace(unit.pcode, &unit);
  const bool linked =
      std::all_of(finer.units.begin(), finer.units.end(), [&](const AdminUnit& unit) {
        const auto found = by_code.find(unit.parent_pcode);
        return found != by_code.end() && fits(*found->second, unit);
      });
  if (linked)
    return;
  const std::vector<FoundParent> parents = parents_by_area(finer, coarser, BamakoOutline::AsDrawn);
  for (std::size_t i = 0; i < finer.units.size(); ++i) {
    AdminUnit& unit = finer.units[i];
    const auto named = by_code.find(unit.parent_pcode);
    if (named != by_code.end() && fits(*named->second, unit))
      continue;
    if (parents[i].unit != kNoUnit) {
      adopt(unit, coarser.units[static_cast<std::size_t>(parents[i].unit)], parents[i], source,
            problems);
    } else {  // a code of another list would be taken for one of this
      unit.parent_pcode.clear();
      unit.parent_name.clear();
    }
  }
}

/// The regions of `known` with the outlines of the units that were put in them.
AdminLayer dissolved_regions(const AdminLayer& finer, const AdminLayer& known,
                             const std::vector<FoundParent>& parents) {
  AdminLayer regions{known.level, {}, {}, true};
  std::map<UnitIndex, UnitIndex> kept;  // those of `known` that any unit is in
  std::vector<UnitIndex> group_of(finer.units.size(), kNoUnit);
  for (const FoundParent& parent : parents)
    if (parent.unit != kNoUnit)
      kept.emplace(parent.unit, kNoUnit);
  for (auto& [from, to] : kept) {
    to = static_cast<UnitIndex>(regions.units.size());
    AdminUnit region = known.units[static_cast<std::size_t>(from)];
    region.polygons.clear();
    region.area_km2 = 0;
    regions.units.push_back(std::move(region));
  }
  for (std::size_t i = 0; i < parents.size(); ++i) {
    if (parents[i].unit == kNoUnit)
      continue;
    group_of[i] = kept.at(parents[i].unit);
    regions.units[static_cast<std::size_t>(group_of[i])].area_km2 += finer.units[i].area_km2;
  }
  std::vector<AdminUnit> units = finer.units;  // border_graph() writes into them
  const BorderGraph graph = border_graph(units);
  Dissolved dissolved = dissolve(graph, units, group_of, regions.units.size());
  for (std::size_t i = 0; i < regions.units.size(); ++i)
    regions.units[i].polygons = std::move(dissolved.polygons[i]);
  regions.arcs = std::move(dissolved.arcs);
  return regions;
}

void add_regions(Boundaries& result, const Boundaries& fallback, Problems& problems) {
  AdminLayer& finer = result.layers.front();
  const AdminLayer* known = fallback.layer(Level::Region);
  if (finer.level <= Level::Region || !known)
    return;
  const std::vector<FoundParent> parents = parents_by_area(finer, *known, BamakoOutline::ByName);
  const auto outside = static_cast<double>(
      std::count_if(parents.begin(), parents.end(), [](const auto& p) { return p.outside; }));
  if (outside >= kMostOutside * static_cast<double>(parents.size()))
    return;
  for (std::size_t i = 0; i < parents.size(); ++i)
    if (parents[i].unit != kNoUnit)
      adopt(finer.units[i], known->units[static_cast<std::size_t>(parents[i].unit)], parents[i],
            result.source, problems);
  AdminLayer regions = dissolved_regions(finer, *known, parents);
  result.layers.insert(result.layers.begin(), std::move(regions));
  result.vintage = fallback.vintage;
}

bool draw_same_level(const Boundaries& a, const Boundaries& b) {
  return std::any_of(a.layers.begin(), a.layers.end(), [&](const AdminLayer& layer) {
    return !layer.derived && drawn(b, layer.level);
  });
}

struct Box {
  double west = 1e9, south = 1e9, east = -1e9, north = -1e9;
  [[nodiscard]] double area() const {
    return std::max(east - west, 0.0) * std::max(north - south, 0.0);
  }
};

Box box_of(const Boundaries& boundaries) {
  Box box;
  for (const AdminUnit& unit : boundaries.finest().units)
    for (const Polygon& polygon : unit.polygons)
      for (const LonLat& p : polygon.outer)
        box = {std::min(box.west, p.lon), std::min(box.south, p.lat), std::max(box.east, p.lon),
               std::max(box.north, p.lat)};
  return box;
}

/// A part of a country may come with the whole of it; two countries share little but an edge.
bool cover_same_land(const Boundaries& a, const Boundaries& b) {
  const Box one = box_of(a), other = box_of(b);
  const Box common{std::max(one.west, other.west), std::max(one.south, other.south),
                   std::min(one.east, other.east), std::min(one.north, other.north)};
  return common.area() >= kCommonLand * std::min(one.area(), other.area());
}

Status check_pair(const Boundaries& a, const Boundaries& b) {
  const Place place{.file = b.source, .sheet = {}, .row = {}, .column = {}};
  if (draw_same_level(a, b))
    return failure({N_("{0} and {1} hold boundaries of the same level"), {a.source, b.source}},
                   place, {N_("give one file for each level: regions, cercles, communes"), {}});
  if (!cover_same_land(a, b))
    return failure({N_("{0} and {1} do not cover the same land"), {a.source, b.source}}, place);
  return {};
}

Status check_all(const std::vector<Boundaries>& parts) {
  for (std::size_t b = 1; b < parts.size(); ++b)
    for (std::size_t a = 0; a < b; ++a)
      if (Status status = check_pair(parts[a], parts[b]); !status)
        return status;
  return {};
}

AdminLayer* layer_of(Boundaries& part, Level level) {
  for (AdminLayer& layer : part.layers)
    if (layer.level == level)
      return &layer;
  return nullptr;
}

/// The part that a level is taken from: the one that draws it, else the coarsest that has it.
Boundaries* part_with(std::vector<Boundaries>& parts, Level level) {
  for (Boundaries& part : parts)
    if (drawn(part, level))
      return &part;
  for (Boundaries& part : parts)
    if (part.layer(level))
      return &part;
  return nullptr;
}

}  // namespace

bool can_nest(const Boundaries& a, const Boundaries& b) {
  return check_pair(a, b).has_value();
}

Result<Boundaries> nest(std::vector<Boundaries> parts, const Boundaries& fallback,
                        Problems& problems) {
  if (Status status = check_all(parts); !status)
    return tl::make_unexpected(status.error());
  std::stable_sort(parts.begin(), parts.end(), [](const Boundaries& a, const Boundaries& b) {
    return a.finest().level < b.finest().level;
  });
  Boundaries result;
  std::vector<std::string> sources;  // of each layer
  for (const Level level : {Level::Country, Level::Region, Level::Cercle, Level::Commune}) {
    Boundaries* part = part_with(parts, level);
    if (!part)
      continue;
    result.layers.push_back(std::move(*layer_of(*part, level)));
    sources.push_back(part->source);
    if (level == Level::Region)
      result.vintage = part->vintage;
  }
  for (const Boundaries& part : parts)
    result.source += (result.source.empty() ? "" : " + ") + part.source;
  for (std::size_t i = 1; i < result.layers.size(); ++i)
    link(result.layers[i], result.layers[i - 1], sources[i], problems);
  add_regions(result, fallback, problems);
  return result;
}

}  // namespace malimap
