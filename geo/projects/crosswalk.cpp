#include "geo/projects/crosswalk.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "geo/base/text.h"
#include "geo/projects/places/crosswalk_entries.h"
#include "geo/projects/places/laid_layer.h"
#include "geo/projects/places/own_crosswalk.h"
#include "geo/projects/tables/embedded_table.h"

namespace malimap {
namespace {

std::string code_key(std::string_view code) {
  std::string key(trim(code));
  for (char& c : key)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return key;
}

/// All names of the entry, as they are written.
std::vector<std::string> names_of(const CrosswalkEntry& entry) {
  std::vector<std::string> names{entry.name_fr};
  if (!entry.name_en.empty())
    names.push_back(entry.name_en);
  names.insert(names.end(), entry.aliases.begin(), entry.aliases.end());
  return names;
}

CoveredPlace place_of(const LaidLayer& laid, Cover cover, std::string name_fr,
                      std::string name_en) {
  const auto& units = laid.layer().units;
  CoveredPlace place;
  place.code = cover.units.size() == 1 ? units[static_cast<std::size_t>(cover.units[0])].pcode
                                       : zone_id(name_fr);
  place.name_fr = std::move(name_fr);
  place.name_en = name_en.empty() ? place.name_fr : std::move(name_en);
  place.part = !cover.exact;
  place.vague = place.part && cover.units.size() > 1;
  place.level = laid.layer().level;
  place.units = std::move(cover.units);
  return place;
}

std::optional<CoveredPlace> lay_over(const LaidLayer& laid, const CrosswalkEntry& entry) {
  auto cover = laid.cover(entry);
  if (!cover)
    return {};
  auto place = place_of(laid, std::move(*cover), entry.name_fr, {});
  place.vintage = entry.is_of(laid.vintage()) ? laid.vintage() : entry.vintages.front();
  return place;
}

/// Exact before not; of exact ones the fewest units, of the others the finest.
std::optional<CoveredPlace> best_of(const std::vector<LaidLayer>& layers,
                                    const CrosswalkEntry& entry) {
  std::optional<CoveredPlace> best;
  for (const auto& laid : layers) {
    auto place = lay_over(laid, entry);
    if (!place)
      continue;
    const bool better = !best || (best->part && !place->part) || (best->part && place->part) ||
                        (!best->part && !place->part && place->units.size() < best->units.size());
    if (better)
      best = std::move(place);
  }
  return best;
}

/// The vintages, the one of the boundaries first, then the nearest.
std::vector<std::string> vintages_from(const std::string& own) {
  if (own == "2012")
    return {"2012", "2016", "2023"};
  if (own == "2016")
    return {"2016", "2012", "2023"};
  return {"2023", "2016", "2012"};
}

}  // namespace

Crosswalk::Crosswalk(const Boundaries& boundaries) {
  lay(boundaries);
}

Crosswalk::Crosswalk(const Boundaries& boundaries, const Table& own, Problems& problems) {
  lay(boundaries);
  // Laid over what ships only: the order of the user's lines says nothing.
  std::vector<std::pair<CrosswalkEntry, CoveredPlace>> added;
  for (auto& entry : own_entries(own, problems))
    if (auto place = lay_own(entry, boundaries, *this, own, problems))
      added.emplace_back(std::move(entry), std::move(*place));
  for (const auto& [entry, place] : added)
    add_own(entry, place);
}

void Crosswalk::lay(const Boundaries& boundaries) {
  const auto entries = embedded_crosswalk_entries();
  std::vector<LaidLayer> layers;  // coarse to fine
  for (Level level : {Level::Region, Level::Cercle})
    if (const AdminLayer* layer = boundaries.layer(level))
      if (LaidLayer laid(*layer, entries); !laid.vintage().empty())
        layers.push_back(std::move(laid));
  if (layers.empty())
    return;
  vintage_ = layers.front().vintage();
  const LaidLayer* regions = layers.front().layer().level == Level::Region ? &layers[0] : nullptr;
  for (const auto& laid : layers)
    for (UnitIndex i = 0; i < static_cast<UnitIndex>(laid.layer().units.size()); ++i) {
      const auto& unit = laid.layer().units[static_cast<std::size_t>(i)];
      CrosswalkEntry entry;
      if (laid.entry(i) != nullptr) {
        entry = *laid.entry(i);
        entry.aliases.push_back(entry.name_fr);
      }
      entry.level = laid.layer().level;
      entry.name_fr = unit.name;
      auto place = place_of(laid, {{i}, true}, unit.name, unit.name);
      place.vintage = laid.vintage();
      remember(entry, place);
      if (entry.level == Level::Region)
        for (const auto& name : names_of(entry))
          remember_region(name, place);
    }
  for (const auto& vintage : vintages_from(vintage_))
    for (const auto& entry : entries) {
      if (!entry.is_of(vintage))
        continue;
      if (const auto place = best_of(layers, entry))
        remember(entry, *place);
      if (regions == nullptr || entry.level != Level::Region)
        continue;
      const auto place = lay_over(*regions, entry);
      if (!place)
        continue;
      for (const auto& name : names_of(entry))
        remember_region(name, *place);
      if (vintage == "2012" && !place->part)
        of_2012_[place_key(entry.name_fr)] = place->units;
    }
  if (regions != nullptr)
    add_zones(regions->layer(), entries);
}

void Crosswalk::add_zones(const AdminLayer& regions, const std::vector<CrosswalkEntry>& entries) {
  const Table zones = embedded_table("crosswalk/zones.csv");
  for (std::size_t row = 0; row < zones.size(); ++row) {
    if (zones.text(row, "kind") != "reporting zone")
      continue;
    std::set<UnitIndex> units;
    bool whole = true;
    for (const auto& member : split(zones.text(row, "units_" + vintage_), ";"))
      for (const auto& entry : entries) {
        const bool meant = entry.name_fr == member || std::ranges::count(entry.codes, member) > 0;
        if (entry.level != Level::Region || !entry.is_of(vintage_) || !meant)
          continue;
        const auto found = find(entry.name_fr);
        whole = whole && found && !found->part;
        if (found)
          units.insert(found->units.begin(), found->units.end());
      }
    if (units.empty() || !whole)
      continue;
    CoveredPlace place;
    place.name_fr = zones.text(row, "name_fr");
    place.name_en = zones.text(row, "name_en");
    place.units = {units.begin(), units.end()};
    place.code = place.units.size() == 1
                     ? regions.units[static_cast<std::size_t>(place.units[0])].pcode
                     : zone_id(place.name_fr);
    for (const auto& name : {place.name_fr, place.name_en}) {
      remember_region(name, place);
      if (levels_[Level::Region].emplace(place_key(name), place).second)
        names_of_[Level::Region].push_back(name);
    }
  }
}

void Crosswalk::remember(const CrosswalkEntry& entry, const CoveredPlace& place) {
  Coded coded;
  coded.place = place;
  for (const auto& name : names_of(entry)) {
    coded.keys.push_back(place_key(name));
    if (levels_[entry.level].emplace(coded.keys.back(), place).second)
      names_of_[entry.level].push_back(name);
  }
  for (const auto& code : entry.codes)
    by_code_[code_key(code)].push_back(coded);
}

void Crosswalk::remember_region(const std::string& name, const CoveredPlace& place) {
  if (regions_.emplace(place_key(name), place).second)
    names_.push_back(name);
}

void Crosswalk::add_own(const CrosswalkEntry& entry, const CoveredPlace& place) {
  Coded coded;
  coded.place = place;
  for (const auto& name : names_of(entry)) {
    coded.keys.push_back(place_key(name));
    if (levels_[entry.level].insert_or_assign(coded.keys.back(), place).second)
      names_of_[entry.level].push_back(name);
    if (entry.level == Level::Region && place.level == Level::Region &&
        regions_.insert_or_assign(coded.keys.back(), place).second)
      names_.push_back(name);
  }
  for (const auto& code : entry.codes) {
    auto& known = by_code_[code_key(code)];
    known.insert(known.begin(), coded);
  }
}

std::optional<CoveredPlace> Crosswalk::find(std::string_view name) const {
  const auto found = regions_.find(place_key(name));
  return found == regions_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<CoveredPlace> Crosswalk::find(std::string_view name, Level level) const {
  const auto places = levels_.find(level);
  if (places == levels_.end())
    return {};
  const auto found = places->second.find(place_key(name));
  return found == places->second.end() ? std::nullopt : std::optional(found->second);
}

std::optional<CoveredPlace> Crosswalk::find_code(std::string_view code,
                                                 std::string_view name) const {
  const std::string key = code_key(code);
  const auto found = by_code_.find(key);
  if (found == by_code_.end())
    return {};
  const std::string named = place_key(name);
  const bool tells_itself = key.find('-') != std::string::npos;
  for (const auto& coded : found->second)
    if (named.empty() ? tells_itself : std::ranges::count(coded.keys, named) > 0)
      return coded.place;
  return {};
}

const std::vector<std::string>& Crosswalk::names(Level level) const {
  static const std::vector<std::string> kNone;
  const auto found = names_of_.find(level);
  return found == names_of_.end() ? kNone : found->second;
}

std::vector<std::string> Crosswalk::codes_of(const std::vector<UnitIndex>& units) const {
  std::set<std::string> codes;
  for (const auto& [key, place] : regions_)
    if (place.units == units && !place.part)
      codes.insert(place.code);
  return {codes.begin(), codes.end()};
}

std::vector<UnitIndex> Crosswalk::units_of_2012(std::string_view name) const {
  const auto found = of_2012_.find(place_key(name));
  return found == of_2012_.end() ? std::vector<UnitIndex>{} : found->second;
}

}  // namespace malimap
