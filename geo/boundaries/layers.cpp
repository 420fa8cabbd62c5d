#include "geo/boundaries/layers.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <future>
#include <map>
#include <set>

#include "geo/base/text.h"
#include "geo/boundaries/area.h"
#include "geo/boundaries/dissolve.h"

namespace malimap {
namespace {

/// The units of one level, still without shapes, and the unit of each feature.
struct Keyed {
  std::vector<AdminUnit> units;
  std::vector<UnitIndex> of_row;
  std::set<std::string> pcodes;
};

const std::string& value_at(const AttributeTable& table, std::size_t row, int column) {
  static const std::string nothing;
  return column == kNoColumn ? nothing : table.rows[row][static_cast<std::size_t>(column)];
}

std::string display_name(const AttributeTable& table, std::size_t row,
                         const LevelColumns& columns) {
  for (const int column : {columns.name, columns.pcode, columns.id})
    if (const std::string& value = value_at(table, row, column); !value.empty())
      return value;
  return {};
}

/// A key out of a name, "NIORO_DU_SAHEL".
std::string key_from(const std::string& name) {
  std::string key;
  for (const char c : fold(name))
    key += c == ' ' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return key.empty() ? "UNIT" : key;
}

/// Measures units on a thread of its own, and on the one that waits for it.
class AreaMeasurement {
 public:
  explicit AreaMeasurement(const std::vector<AdminUnit>& units)
      : units_(units),
        areas_(units.size()),
        beside_(std::async(std::launch::async, [this] { measure(); })) {}

  [[nodiscard]] const std::vector<double>& areas_km2() {
    measure();
    beside_.wait();
    return areas_;
  }

 private:
  void measure() {
    for (std::size_t unit = next_++; unit < units_.size(); unit = next_++)
      areas_[unit] = area_km2(units_[unit].polygons);
  }

  const std::vector<AdminUnit>& units_;
  std::vector<double> areas_;
  std::atomic<std::size_t> next_{0};
  std::future<void> beside_;  // last: it works on the others
};

class LayerBuilder {
 public:
  LayerBuilder(Features features, ColumnPlan plan, const RegionNames& known,
               const std::string& path, Problems& problems)
      : features_(std::move(features)),
        plan_(std::move(plan)),
        known_(known),
        path_(path),
        problems_(problems) {}

  Boundaries build() {
    report_shapes();
    Boundaries result;
    result.source = std::filesystem::path(path_).filename().string();
    if (features_.shapes.empty())
      return result;
    derive_regions();
    std::vector<Keyed> keyed;
    for (std::size_t i = 0; i < plan_.levels.size(); ++i)
      keyed.push_back(key_level(i));
    result.vintage = vintage_;
    add_shapes(keyed.back());
    link_parents(keyed);
    make_layers(keyed, result);
    return result;
  }

 private:
  void report(const char* reason, Severity severity, Message what, std::int64_t number,
              std::string value, std::string proposal = {}) {
    const Place place{.file = path_, .sheet = {}, .row = number, .column = {}};
    problems_.report(
        {reason, severity, {std::move(what), place, {}}, std::move(value), std::move(proposal)});
  }

  /// Says what was mended and what is lost, and leaves the lost features out.
  void report_shapes() {
    Features kept{{features_.table.fields, {}}, {}, {}, features_.layer};
    for (std::size_t row = 0; row < features_.shapes.size(); ++row) {
      const ShapeResult& shape = features_.shapes[row];
      std::string name = display_name(features_.table, row, plan_.levels.back());
      if (name.empty())
        name = std::to_string(features_.numbers[row]);
      if (shape.polygons.empty()) {
        report("lost-unit", Severity::Lost, {shape.flaws.empty() ? "" : shape.flaws.back(), {name}},
               features_.numbers[row], name);
        continue;
      }
      for (const std::string& flaw : shape.flaws)
        report("repaired-ring", Severity::Doubtful, {flaw, {name}}, features_.numbers[row], name);
      kept.table.rows.push_back(std::move(features_.table.rows[row]));
      kept.shapes.push_back(std::move(features_.shapes[row]));
      kept.numbers.push_back(features_.numbers[row]);
    }
    features_ = std::move(kept);
  }

  /// OCHA's code of a cercle or commune begins with its region's. Where the file has no columns for
  /// the regions, they come from there.
  void derive_regions() {
    const LevelColumns units = plan_.levels.back();
    if (plan_.levels.size() > 1 || units.level <= Level::Region || units.pcode == kNoColumn)
      return;
    AttributeTable& table = features_.table;
    const std::size_t length = 2 + 2 * static_cast<std::size_t>(units.level);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::string& code = value_at(table, row, units.pcode);
      if (!code.starts_with("ML") || !looks_like_pcode(code) || code.size() != length ||
          !known_.name("2016", code.substr(0, 4)))
        return;
    }
    const int first = static_cast<int>(table.fields.size());
    table.fields.insert(table.fields.end(), {"", ""});
    for (auto& row : table.rows) {
      const std::string region = row[static_cast<std::size_t>(units.pcode)].substr(0, 4);
      row.push_back(region);
      row.push_back(*known_.name("2016", region));
    }
    plan_.levels.insert(plan_.levels.begin(), {Level::Region, first, kNoColumn, first + 1});
  }

  [[nodiscard]] std::vector<std::string> distinct_names(const LevelColumns& columns) const {
    std::set<std::string> names;
    for (std::size_t row = 0; row < features_.shapes.size(); ++row)
      names.insert(display_name(features_.table, row, columns));
    return {names.begin(), names.end()};
  }

  /// A code is believed only together with its name.
  [[nodiscard]] bool contradicts_names(const LevelColumns& columns) const {
    for (std::size_t row = 0; row < features_.shapes.size(); ++row) {
      const auto expected = known_.pcode(vintage_, display_name(features_.table, row, columns));
      if (columns.level == Level::Region && expected &&
          *expected != value_at(features_.table, row, columns.pcode))
        return true;
    }
    return false;
  }

  /// One unit for each P-code (or the file's own key) of the level; features that share it are
  /// parts of one unit. Where a file's own units have no key at all each feature is a unit.
  Keyed key_level(std::size_t depth) {
    LevelColumns columns = plan_.levels[depth];
    const bool finest = depth + 1 == plan_.levels.size();
    if (columns.level == Level::Region)
      vintage_ = known_.vintage_of(distinct_names(columns));
    if (columns.guessed && contradicts_names(columns))
      columns.pcode = kNoColumn;
    const int key_column = columns.pcode != kNoColumn ? columns.pcode : columns.id;
    Keyed result;
    std::map<std::string, UnitIndex> seen;
    for (std::size_t row = 0; row < features_.shapes.size(); ++row) {
      const std::string& code = value_at(features_.table, row, key_column);
      const std::string name = display_name(features_.table, row, columns);
      if (code.empty() && name.empty() && !finest) {
        result.of_row.push_back(kNoUnit);
        continue;
      }
      std::string key = code.empty() ? "name:" + fold(name) : code;
      if (finest && (code.empty() || is_other(seen, key, result, name)))
        key += "#" + std::to_string(row);
      const auto [found, added] = seen.emplace(key, static_cast<UnitIndex>(result.units.size()));
      if (added)
        result.units.push_back(make_unit(columns, row, code, name, result));
      result.of_row.push_back(found->second);
    }
    return result;
  }

  /// The key is taken by a unit of another name.
  [[nodiscard]] static bool is_other(const std::map<std::string, UnitIndex>& seen,
                                     const std::string& key, const Keyed& keyed,
                                     const std::string& name) {
    const auto found = seen.find(key);
    return found != seen.end() &&
           fold(keyed.units[static_cast<std::size_t>(found->second)].name) != fold(name);
  }

  AdminUnit make_unit(const LevelColumns& columns, std::size_t row, const std::string& code,
                      const std::string& name, Keyed& keyed) {
    AdminUnit unit;
    unit.name = name.empty() ? std::to_string(features_.numbers[row]) : name;
    const auto expected =
        columns.level == Level::Region ? known_.pcode(vintage_, unit.name) : std::nullopt;
    if (columns.pcode != kNoColumn && !code.empty()) {
      unit.pcode = code;
      if (expected && *expected != code)
        report("code-name-conflict", Severity::Doubtful,
               {N_("the P-code {0} of {1} is {2} in OCHA's list"), {code, unit.name, *expected}},
               features_.numbers[row], code, *expected);
    } else if (expected) {
      unit.pcode = *expected;
    } else {
      unit.pcode = code.empty() ? key_from(unit.name) : code;
      unit.pcode_made_up = true;
    }
    make_unique(unit, row, keyed);
    return unit;
  }

  void make_unique(AdminUnit& unit, std::size_t row, Keyed& keyed) {
    if (keyed.pcodes.insert(unit.pcode).second)
      return;
    const std::string pcode = unit.pcode;
    if (!unit.pcode_made_up)
      report("duplicate-pcode", Severity::Doubtful,
             {N_("several units bear the P-code {0}; one of them is {1}"), {pcode, unit.name}},
             features_.numbers[row], pcode);
    for (int n = 2; !keyed.pcodes.insert(unit.pcode).second; ++n)
      unit.pcode = pcode + "-" + std::to_string(n);
    unit.pcode_made_up = true;
  }

  void add_shapes(Keyed& finest) {
    for (std::size_t row = 0; row < features_.shapes.size(); ++row) {
      auto& target = finest.units[static_cast<std::size_t>(finest.of_row[row])].polygons;
      for (Polygon& polygon : features_.shapes[row].polygons)
        target.push_back(std::move(polygon));
    }
  }

  /// The parent of a unit is the unit of the coarser level that its features name.
  static void link_parents(std::vector<Keyed>& keyed) {
    for (std::size_t depth = 1; depth < keyed.size(); ++depth)
      for (std::size_t row = 0; row < keyed[depth].of_row.size(); ++row) {
        const UnitIndex unit = keyed[depth].of_row[row], parent = keyed[depth - 1].of_row[row];
        if (unit == kNoUnit || parent == kNoUnit)
          continue;
        AdminUnit& child = keyed[depth].units[static_cast<std::size_t>(unit)];
        if (child.parent_pcode.empty()) {
          child.parent_pcode = keyed[depth - 1].units[static_cast<std::size_t>(parent)].pcode;
          child.parent_name = keyed[depth - 1].units[static_cast<std::size_t>(parent)].name;
        }
      }
  }

  void make_layers(std::vector<Keyed>& keyed, Boundaries& result) const {
    std::vector<AdminUnit>& units = keyed.back().units;
    const BorderGraph graph = border_graph(units);
    AreaMeasurement measurement(units);
    std::vector<std::vector<UnitIndex>> groups;
    for (std::size_t depth = 0; depth + 1 < keyed.size(); ++depth) {
      std::vector<UnitIndex> group_of(units.size(), kNoUnit);
      for (std::size_t row = 0; row < keyed[depth].of_row.size(); ++row)
        group_of[static_cast<std::size_t>(keyed.back().of_row[row])] = keyed[depth].of_row[row];
      AdminLayer layer{plan_.levels[depth].level, std::move(keyed[depth].units), {}, true};
      Dissolved dissolved = dissolve(graph, units, group_of, layer.units.size());
      for (std::size_t g = 0; g < layer.units.size(); ++g)
        layer.units[g].polygons = std::move(dissolved.polygons[g]);
      layer.arcs = std::move(dissolved.arcs);
      result.layers.push_back(std::move(layer));
      groups.push_back(std::move(group_of));
    }
    std::vector<Arc> arcs = chain_arcs(graph);
    const std::vector<double>& areas = measurement.areas_km2();
    for (std::size_t u = 0; u < units.size(); ++u) {
      units[u].area_km2 = areas[u];
      for (std::size_t depth = 0; depth < groups.size(); ++depth)
        if (const UnitIndex group = groups[depth][u]; group != kNoUnit)
          result.layers[depth].units[static_cast<std::size_t>(group)].area_km2 += areas[u];
    }
    result.layers.push_back({plan_.levels.back().level, std::move(units), std::move(arcs)});
  }

  Features features_;
  ColumnPlan plan_;
  const RegionNames& known_;
  const std::string& path_;
  Problems& problems_;
  std::string vintage_;
};

}  // namespace

Boundaries build_layers(Features features, ColumnPlan plan, const RegionNames& known,
                        const std::string& path, Problems& problems) {
  return LayerBuilder(std::move(features), std::move(plan), known, path, problems).build();
}

}  // namespace malimap
