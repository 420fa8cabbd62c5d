#include "geo/map/ground.h"

#include <algorithm>

#include "geo/coverage/unit_tree.h"
#include "geo/map/palettes.h"

namespace malimap {
namespace {

bool has_positive_figure(const CoverageZone& zone, const Draft& draft) {
  return zone.figures.projects.value_or(0) > 0 || zone.figures.budget.value_or(Cents{}).value > 0 ||
         value_of(draft.scene().measure, zone, draft.coverage()).value_or(0) > 0;
}

void list_entries(Legend& legend, const Ground& ground) {
  for (const EntryKind kind : {EntryKind::Class, EntryKind::Zero})
    for (std::size_t i = 0; i < ground.entries.size(); ++i)
      if (ground.listed[i] && ground.entries[i].kind == kind)
        legend.entries.push_back(ground.entries[i]);
}

/// The entries that are no class of values.
struct ApartEntries {
  explicit ApartEntries(const Draft& draft) {
    const Theme& theme = draft.theme();
    unreported = {theme.no_data_fill,    true, draft.tr(N_("Not reported")), 0, kNoClass,
                  EntryKind::NotReported};
    outside = {outside_programme_colour(theme),
               false,
               draft.tr(N_("Outside the programme")),
               0,
               kOutsideClass,
               EntryKind::OutsideProgramme};
    filtered = {
        context_colour(theme),   false, draft.tr(N_("Outside the filter")), 0, kFilteredClass,
        EntryKind::OutsideFilter};
  }
  LegendEntry unreported, outside, filtered;
};

}  // namespace

std::vector<bool> units_within(const Boundaries& boundaries, Level level,
                               const std::set<std::string>& pcodes) {
  const AdminLayer* found = boundaries.layer(level);
  const AdminLayer& layer = found ? *found : boundaries.finest();
  std::vector<bool> within(layer.units.size(), false);
  if (pcodes.empty())
    return within;
  const UnitTree tree(boundaries);
  const int fine = tree.layer_of(layer.level);
  for (int coarse = 0; coarse <= fine; ++coarse) {
    const auto& units = boundaries.layers[static_cast<std::size_t>(coarse)].units;
    for (std::size_t unit = 0; unit < within.size(); ++unit) {
      const UnitIndex above = tree.ancestor(fine, static_cast<UnitIndex>(unit), coarse);
      if (above != kNoUnit && pcodes.contains(units[static_cast<std::size_t>(above)].pcode))
        within[unit] = true;
    }
  }
  return within;
}

PlaneBox box_of(const Shapes& shapes, const std::vector<UnitIndex>& units) {
  PlaneBox box;
  for (const UnitIndex unit : units) {
    const auto index = static_cast<std::size_t>(unit);
    if (unit < 0 || index >= shapes.units.size() || shapes.units[index].box.empty())
      continue;
    box.add(shapes.units[index].box.low);
    box.add(shapes.units[index].box.high);
  }
  return box;
}

PlaneBox box_to_fit(const Shapes& shapes, const Boundaries& boundaries, const std::string& within) {
  if (within.empty())
    return shapes.box;
  const auto inside = units_within(boundaries, shapes.level, {within});
  std::vector<UnitIndex> units;
  for (std::size_t unit = 0; unit < inside.size(); ++unit)
    if (inside[unit])
      units.push_back(static_cast<UnitIndex>(unit));
  const PlaneBox box = box_of(shapes, units);
  return box.empty() ? shapes.box : box;
}

void lay_ground(const Draft& draft, Ground ground) {
  const Coverage& coverage = draft.coverage();
  ApartEntries apart(draft);
  const auto within =
      units_within(*draft.input.boundaries, coverage.level, draft.scene().outside_programme);
  draft.picture.paint.assign(coverage.zone_of_unit.size(), {draft.theme().no_data_fill, kNoClass});
  for (std::size_t unit = 0; unit < draft.picture.paint.size(); ++unit) {
    const int zone = coverage.zone_of_unit[unit];
    const auto index = static_cast<std::size_t>(zone);
    const bool filtered = zone >= 0 && coverage.zones[index].filtered_out;
    const bool works = zone >= 0 && has_positive_figure(coverage.zones[index], draft);
    const int of_class = zone < 0 ? kNoClass : ground.class_of_zone[index];
    LegendEntry& entry = filtered                                         ? apart.filtered
                         : unit < within.size() && within[unit] && !works ? apart.outside
                         : of_class == kNoClass
                             ? apart.unreported
                             : ground.entries[static_cast<std::size_t>(of_class)];
    ++entry.members;
    draft.picture.paint[unit] = {entry.fill, entry.class_index};
  }
  Legend& legend = draft.legend();
  list_entries(legend, ground);
  for (const LegendEntry& entry : {apart.unreported, apart.outside, apart.filtered})
    if (entry.members > 0)
      legend.entries.push_back(entry);
  draft.picture.classes.class_of = std::move(ground.class_of_zone);
}

int add_zero(const Draft& draft, Ground& ground, const ZoneValues& values, Measure measure) {
  const int index = static_cast<int>(ground.entries.size());
  bool any = false;
  for (std::size_t zone = 0; zone < values.size(); ++zone)
    if (values[zone] && *values[zone] == 0) {
      ground.class_of_zone[zone] = index;
      any = true;
    }
  if (!any)
    return kNoClass;
  ground.entries.push_back({zero_colour(draft.theme()), false,
                            format_value(measure, 0, draft.tr.language()), 0, index,
                            EntryKind::Zero});
  ground.listed.push_back(true);
  return index;
}

Colour context_colour(const Theme& theme) {
  return luminance(theme.paper) > 0.5 ? Colour{0xF4, 0xF3, 0xF0} : Colour{0x26, 0x2B, 0x30};
}

Colour quiet_colour(const Theme& theme) {
  return luminance(theme.paper) > 0.5 ? Colour{0xE9, 0xEC, 0xEA} : Colour{0x3A, 0x42, 0x4A};
}

Ground quiet_ground(const Draft& draft, const ZoneValues& values, Measure measure) {
  Ground ground;
  ground.entries.push_back({quiet_colour(draft.theme()), false, {}, 0, 0, EntryKind::Class});
  ground.listed.push_back(false);
  for (const auto& value : values)
    ground.class_of_zone.push_back(value ? 0 : kNoClass);
  add_zero(draft, ground, values, measure);
  return ground;
}

}  // namespace malimap
