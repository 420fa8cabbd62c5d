#include "geo/projects/places/own_crosswalk.h"

#include <algorithm>
#include <set>

namespace malimap {
namespace {

void report(const Table& table, std::optional<std::int64_t> row, std::string column,
            std::string value, Message what, Problems& problems) {
  Problem problem;
  problem.reason = "crosswalk-line";
  problem.severity = Severity::Lost;
  problem.error = {std::move(what),
                   {table.file, table.sheet, row, std::move(column)},
                   {N_("The columns of a crosswalk are explained in docs/crosswalk.md."), {}}};
  problem.value = std::move(value);
  problems.report(std::move(problem));
}

CoveredPlace unit_place(const AdminLayer& layer, UnitIndex index) {
  const auto& unit = layer.units[static_cast<std::size_t>(index)];
  CoveredPlace place;
  place.code = unit.pcode;
  place.name_fr = place.name_en = unit.name;
  place.units = {index};
  place.level = layer.level;
  return place;
}

/// The unit of this name; several of one name are none.
std::optional<CoveredPlace> unit_named(const AdminLayer& layer, const std::string& key) {
  std::optional<CoveredPlace> found;
  for (UnitIndex i = 0; i < static_cast<UnitIndex>(layer.units.size()); ++i)
    if (place_key(layer.units[static_cast<std::size_t>(i)].name) == key) {
      if (found)
        return {};
      found = unit_place(layer, i);
    }
  return found;
}

std::optional<CoveredPlace> resolve(const std::string& piece, Level level,
                                    const Boundaries& boundaries, const Crosswalk& known) {
  for (const auto& layer : boundaries.layers)
    if (const UnitIndex unit = layer.find(piece); unit != kNoUnit)
      return unit_place(layer, unit);
  std::vector<Level> levels{level};
  for (const auto& layer : boundaries.layers)
    if (layer.level != level)
      levels.push_back(layer.level);
  for (Level each : levels) {
    if (const AdminLayer* layer = boundaries.layer(each))
      if (auto unit = unit_named(*layer, place_key(piece)))
        return unit;
    if (auto place = known.find(piece, each))
      return place;
  }
  return {};
}

}  // namespace

std::vector<CrosswalkEntry> own_entries(const Table& table, Problems& problems) {
  if (table.column("level") >= 0)
    return crosswalk_entries(table, problems);
  report(table, {}, {}, {}, {N_("The crosswalk has no column “level”."), {}}, problems);
  return {};
}

std::optional<CoveredPlace> lay_own(const CrosswalkEntry& entry, const Boundaries& boundaries,
                                    const Crosswalk& known, const Table& table,
                                    Problems& problems) {
  std::set<UnitIndex> units;
  std::optional<Level> level;
  CoveredPlace place;
  place.part = !entry.part_of.empty();
  for (const auto* pieces : {&entry.covers, &entry.part_of})
    for (const auto& piece : *pieces) {
      const char* column = pieces == &entry.covers ? "covers" : "part_of";
      const auto found = resolve(piece, entry.level, boundaries, known);
      if (!found) {
        report(table, entry.row, column, piece,
               {N_("The boundaries have no unit “{0}”, or several of that name."), {piece}},
               problems);
        return {};
      }
      if (level && *level != found->level) {
        report(table, entry.row, column, piece,
               {N_("“{0}” covers units of several levels."), {entry.name_fr}}, problems);
        return {};
      }
      level = found->level;
      units.insert(found->units.begin(), found->units.end());
      place.part = place.part || found->part;
    }
  place.level = *level;
  place.units = {units.begin(), units.end()};
  place.vague = place.part && place.units.size() > 1;
  place.name_fr = entry.name_fr;
  place.name_en = entry.name_en.empty() ? entry.name_fr : entry.name_en;
  const auto& layer = *boundaries.layer(*level);
  place.code = place.units.size() == 1 ? layer.units[static_cast<std::size_t>(place.units[0])].pcode
                                       : zone_id(entry.name_fr);
  return place;
}

}  // namespace malimap
