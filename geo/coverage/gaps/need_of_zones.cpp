// Need per zone. What is known for a larger area is never split over its parts.

#include <filesystem>
#include <map>
#include <set>

#include "geo/coverage/gaps/gaps.h"
#include "geo/coverage/unit_tree.h"

namespace malimap {
namespace {

using Value = std::optional<double>;

/// The figures of one sector of a table, to be asked by unit or by set of units.
class NeedOfUnits {
 public:
  NeedOfUnits(const NeedTable& table, const std::string& sector, const Boundaries& boundaries)
      : boundaries_(&boundaries), tree_(boundaries) {
    for (const NeedEntry& entry : table.entries) {
      if (entry.sector != sector)
        continue;
      by_code_.emplace(entry.code, entry.value);
      if (entry.pcodes.size() > 1)
        by_set_.emplace(std::set<std::string>(entry.pcodes.begin(), entry.pcodes.end()),
                        entry.value);
      else if (const int layer = layer_at(entry.level); layer >= 0)
        by_unit_.emplace(std::pair(layer, entry.pcodes.empty() ? entry.code : entry.pcodes.front()),
                         entry.value);
    }
  }
  [[nodiscard]] Value of_zone(const CoverageZone& zone, Level level) const {
    const int layer = tree_.layer_of(level);
    if (zone.units.size() > 1)
      if (const auto own = by_code_.find(zone.code); own != by_code_.end())
        return own->second;
    const std::set<UnitIndex> units(zone.units.begin(), zone.units.end());
    for (int coarse = layer; coarse >= 0; --coarse)
      if (const auto covered = covered_by(layer, units, coarse))
        if (const Value value = of_units(coarse, *covered))
          return value;
    return std::nullopt;
  }

 private:
  [[nodiscard]] int layer_at(Level level) const {
    for (std::size_t i = 0; i < boundaries_->layers.size(); ++i)
      if (boundaries_->layers[i].level == level)
        return static_cast<int>(i);
    return -1;
  }
  [[nodiscard]] const std::string& pcode(int layer, UnitIndex unit) const {
    return boundaries_->layers[static_cast<std::size_t>(layer)]
        .units[static_cast<std::size_t>(unit)]
        .pcode;
  }
  /// The units of a coarser layer that these units make up entirely; nothing where one is cut.
  [[nodiscard]] std::optional<std::set<UnitIndex>> covered_by(int layer,
                                                              const std::set<UnitIndex>& units,
                                                              int coarse) const {
    std::set<UnitIndex> covered;
    std::size_t inside = 0;
    for (const UnitIndex unit : units) {
      const UnitIndex above = tree_.ancestor(layer, unit, coarse);
      if (above == kNoUnit)
        return std::nullopt;
      if (covered.insert(above).second)
        inside += tree_.units_in(layer, coarse, above).size();
    }
    return inside == units.size() ? std::optional(covered) : std::nullopt;
  }
  /// The figure of exactly these units, else the sum over them.
  [[nodiscard]] Value of_units(int layer, const std::set<UnitIndex>& units) const {
    std::set<std::string> codes;
    for (const UnitIndex unit : units)
      codes.insert(pcode(layer, unit));
    if (const auto own = by_set_.find(codes); own != by_set_.end())
      return own->second;
    double sum = 0;
    for (const UnitIndex unit : units) {
      const Value part = of_unit(layer, unit);
      if (!part)
        return std::nullopt;
      sum += *part;
    }
    return sum;
  }
  /// Its own figure, else that of the units below where each of them has one.
  [[nodiscard]] Value of_unit(int layer, UnitIndex unit) const {
    const auto own = by_unit_.find(std::pair(layer, pcode(layer, unit)));
    if (own != by_unit_.end())
      return own->second;
    if (layer + 1 >= tree_.layer_count())
      return std::nullopt;
    const auto below = tree_.units_in(layer + 1, layer, unit);
    return below.empty() ? std::nullopt
                         : of_units(layer + 1, std::set<UnitIndex>(below.begin(), below.end()));
  }

  const Boundaries* boundaries_;
  UnitTree tree_;
  std::map<std::string, double> by_code_;
  std::map<std::set<std::string>, double> by_set_;
  std::map<std::pair<int, std::string>, double> by_unit_;
};

}  // namespace

std::vector<std::optional<double>> need_of_zones(const NeedSource& need, const Coverage& coverage,
                                                 const Boundaries& boundaries,
                                                 const std::string& sector) {
  std::vector<Value> values(coverage.zones.size());
  if (need.choice.kind == NeedKind::File && !need.table)
    return values;
  std::optional<NeedOfUnits> table;
  if (need.choice.kind == NeedKind::File)
    table.emplace(*need.table, sector, boundaries);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const CoverageZone& zone = coverage.zones[i];
    if (table)
      values[i] = table->of_zone(zone, coverage.level);
    else if (need.choice.kind == NeedKind::Area)
      values[i] = zone.area_km2 > 0 ? Value(zone.area_km2) : std::nullopt;
    else if (zone.population)
      values[i] = static_cast<double>(*zone.population);
  }
  return values;
}

std::string name_of(const NeedSource& need, const Dataset& dataset, const Translator& tr) {
  if (need.choice.kind == NeedKind::Area)
    return tr(N_("Area (km²)"));
  if (need.choice.kind == NeedKind::Population)
    return dataset.population_source.empty()
               ? std::string(tr(N_("Population")))
               : trf(tr, N_("Population ({0})"), dataset.population_source);
  const std::string file = need.table && !need.table->source.empty()
                               ? need.table->source
                               : std::filesystem::path(need.choice.path).filename().string();
  const std::string& column =
      need.table && !need.table->column.empty() ? need.table->column : need.choice.column;
  return column.empty() ? file : trf(tr, N_("{0} ({1})"), column, file);
}

}  // namespace malimap
