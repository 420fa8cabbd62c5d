#include "geo/projects/need_units.h"

#include <algorithm>
#include <array>

#include "geo/projects/need_columns.h"
#include "geo/projects/places/index.h"
#include "geo/projects/values.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

struct LevelRoles {
  Level level;
  Role name, code;
};
// Finest first.
constexpr std::array kLevels{LevelRoles{Level::Commune, Role::Commune, Role::CommuneCode},
                             LevelRoles{Level::Cercle, Role::Cercle, Role::CercleCode},
                             LevelRoles{Level::Region, Role::Region, Role::RegionCode}};

std::size_t index_of(Level level) {
  return static_cast<std::size_t>(level) - static_cast<std::size_t>(Level::Region);
}

/// "Total", "Ensemble", "Mali": a sum over units, which is none.
bool is_total(std::string_view name) {
  const std::string key = words_key(name);
  return key == "total" || key == "ensemble" || key == "mali" || key == "pays" ||
         key == "total general" || key == "grand total" || key == "national" ||
         key == "ensemble mali" || key == "total mali";
}

}  // namespace

NeedUnits::NeedUnits(const Table& table, const NeedColumns& columns, const PlaceIndex& index,
                     Reporter& reporter)
    : table_(table),
      columns_(columns),
      names_(index.parts().names),
      reporter_(reporter),
      matcher_(index, columns.places, known_, reporter) {
  for (const Level level : {Level::Region, Level::Cercle, Level::Commune})
    codes_.emplace_back(names_, level);
}

NeedUnits::Wanted NeedUnits::wanted(std::size_t row) const {
  for (const LevelRoles& roles : kLevels) {
    const auto name = table_.text(row, columns_.places.at(roles.name));
    const auto code = table_.text(row, columns_.places.at(roles.code));
    if (!name.empty() || !code.empty())
      return {roles.level, name, code};
  }
  const auto place = table_.text(row, columns_.places.at(Role::Place));
  const auto code = table_.text(row, columns_.places.at(Role::PlaceCode));
  if (place.empty() && code.empty())
    return {};
  for (int layer = names_.layer_count() - 1; place.empty() && layer >= 0; --layer)
    if (names_.coded(layer, code))
      return {names_.level_of(layer), {}, code};
  return {names_.level_of(names_.layer_count() - 1), place, code};
}

std::string NeedUnits::name_of(std::size_t row) const {
  const Wanted what = wanted(row);
  return std::string(what.name.empty() ? what.code : what.name);
}

void NeedUnits::survey(std::span<const std::size_t> rows) {
  for (const LevelRoles& roles : kLevels) {
    std::map<std::string, double> people;  // each code once: rows by sector repeat it
    for (const std::size_t row : rows) {
      const Wanted what = wanted(row);
      if (what.level != roles.level || !what.name.empty())
        continue;
      double& here = people[std::string(what.code)];
      if (const auto number = parse_amount(table_.text(row, columns_.population)))
        here = std::max(here, number->dollars());
    }
    std::vector<CountedCode> codes;
    for (const auto& [code, number] : people)
      codes.push_back({code, number});
    if (!codes.empty())
      codes_[index_of(roles.level)].survey(codes,
                                           columns_.places.has(roles.code)
                                               ? columns_.places.at(roles.code)
                                               : columns_.places.at(Role::PlaceCode),
                                           reporter_);
  }
}

PlaceName NeedUnits::name_of(const Spot& spot) const {
  PlaceName place{spot.code, spot.name, names_.level_of(spot.layer), {}};
  for (const UnitIndex unit : spot.units)
    place.pcodes.push_back(names_.unit(spot.layer, unit).pcode);
  return place;
}

/// A region that is one cercle of these boundaries is part of the region that holds the cercle.
void NeedUnits::add_holding(const Spot& spot, Level level, std::vector<NeedPlace>& places) const {
  const int coarser = names_.layer_of(level);
  if (coarser < 0 || spot.layer <= coarser || spot.units.empty())
    return;
  const UnitIndex holding = names_.ancestor(spot.layer, spot.units.front(), coarser);
  if (holding != kNoUnit)
    places.push_back({name_of(names_.spot(coarser, holding)), true, false});
}

std::vector<NeedPlace> NeedUnits::by_code(const Wanted& what) {
  std::vector<NeedPlace> places;
  const auto found = codes_[index_of(what.level)].find(what.code);
  if (!found)
    return places;
  const Level level = names_.level_of(found->spot.layer);
  const bool lacking = level < what.level;
  places.push_back({.place = name_of(found->spot),
                    .part = found->part,
                    .core = !found->part || found->core || lacking,
                    .vague = false,
                    .of_finer = lacking,
                    .of_coarser = level > what.level});
  if (!found->part)
    add_holding(found->spot, what.level, places);
  return places;
}

std::vector<NeedPlace> NeedUnits::by_name(std::size_t row, const Wanted& what) {
  std::vector<NeedPlace> places;
  if (is_total(what.name))
    return places;
  const Placed placed = matcher_.place(place_cells(table_, columns_.places, row));
  if (placed.scope != Scope::Located || placed.locations.size() != 1 ||
      placed.locations.front().place < 0)
    return places;
  const PlaceName& place = known_[static_cast<std::size_t>(placed.locations.front().place)];
  const bool finer = place.level < what.level;  // the boundaries lack the row's level
  const auto crossed = names_.crosswalk().find(what.name, what.level);
  const bool later = crossed && crossed->part && crossed->code == place.code;
  places.push_back({.place = place,
                    .part = finer || later,
                    .core = !later || finer,
                    .vague = place.pcodes.size() > 1 && later,
                    .of_finer = finer,
                    .of_coarser = place.level > what.level});
  if (const auto spot = names_.coded(place.code); spot && !later && !finer)
    if (const Level here = names_.level_of(spot->layer); here > what.level)
      add_holding(*spot, what.level, places);
  return places;
}

std::vector<NeedPlace> NeedUnits::places_of(std::size_t row) {
  const Wanted what = wanted(row);
  if (what.level == Level::Country)
    return {};
  return what.name.empty() ? by_code(what) : by_name(row, what);
}

NoNeedPlace NeedUnits::why_not(std::size_t row) const {
  const Wanted what = wanted(row);
  return what.level == Level::Country || is_total(what.name) ? NoNeedPlace::Country
                                                             : NoNeedPlace::NotFound;
}

}  // namespace malimap
