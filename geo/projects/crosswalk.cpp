#include "geo/projects/crosswalk.h"

#include <algorithm>
#include <set>

#include "geo/base/embedded.h"
#include "geo/base/text.h"
#include "geo/projects/csv.h"
#include "geo/projects/words_key.h"

namespace malimap {
namespace {

struct Entry {
  std::string vintage, code, name;
  std::vector<std::string> of_2012;  // codes in the list of 2012, the crosswalk's own key
  bool exact = true;                 // lies in one unit of 2012 as a whole
  std::vector<std::string> aliases;
};

Table embedded_table(const std::string& path) {
  Problems problems;
  auto table = parse_csv(asset(path).value_or(std::string_view{}), path, problems);
  return table ? std::move(*table) : Table{};
}

std::vector<Entry> entries() {
  const Table table = embedded_table("crosswalk/mali_units.csv");
  std::vector<Entry> all;
  for (const auto& row : table.rows)
    all.push_back(
        {std::string(table.text(row, "vintage")), std::string(table.text(row, "code")),
         std::string(table.text(row, "name_fr")), split(table.text(row, "unit_2012"), ";"),
         table.text(row, "relation") != "partial", split(table.text(row, "aliases"), ";")});
  return all;
}

/// The entries that bear the name, in one vintage.
const Entry* entry_named(const std::vector<Entry>& all, std::string_view vintage,
                         const std::string& key) {
  for (const auto& entry : all) {
    if (entry.vintage != vintage)
      continue;
    if (place_key(entry.name) == key)
      return &entry;
    for (const auto& alias : entry.aliases)
      if (place_key(alias) == key)
        return &entry;
  }
  return nullptr;
}

/// The vintage whose names these are. Every region of an older list but none of its splits is the
/// older list.
std::string vintage_of(const std::vector<Entry>& all, const AdminLayer& regions) {
  std::string best;
  int best_score = 0;
  for (std::string_view vintage : {"2012", "2016", "2023"}) {
    std::set<const Entry*> met;
    int strangers = 0;
    for (const auto& unit : regions.units) {
      const Entry* entry = entry_named(all, vintage, place_key(unit.name));
      entry != nullptr ? (void)met.insert(entry) : (void)++strangers;
    }
    const auto hits = static_cast<int>(met.size());
    const auto listed = static_cast<int>(std::count_if(
        all.begin(), all.end(), [&](const Entry& e) { return e.vintage == vintage; }));
    if (hits < 2 || hits < strangers)
      continue;
    const int score = 100 + 2 * hits - 2 * strangers - (listed - hits);
    if (score > best_score) {
      best_score = score;
      best = vintage;
    }
  }
  return best;
}

CoveredPlace place_of(const AdminLayer& regions, std::vector<UnitIndex> units, std::string name_fr,
                      std::string name_en) {
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  CoveredPlace place;
  place.code = units.size() == 1 ? regions.units[static_cast<std::size_t>(units[0])].pcode
                                 : zone_id(name_fr);
  place.name_fr = std::move(name_fr);
  place.name_en = std::move(name_en);
  place.units = std::move(units);
  return place;
}

bool starts(std::string_view text, std::string_view word) {
  return text.size() > word.size() && text.starts_with(word);
}

}  // namespace

std::string place_key(std::string_view name) {
  std::string key = words_key(name);
  static constexpr std::string_view kKinds[] = {"region",   "cercle", "commune",
                                                "district", "ville",  "province"};
  static constexpr std::string_view kFillers[] = {
      "capital ", "urbaine ", "rurale ", "de la ", "de l ", "du ", "des ", "de ", "d ", "of "};
  std::string_view rest = key;
  for (auto kind : kKinds) {
    if (!starts(rest, std::string(kind) + " "))
      continue;
    rest.remove_prefix(kind.size() + 1);
    for (auto filler : kFillers)
      if (starts(rest, filler))
        rest.remove_prefix(filler.size());
    break;
  }
  for (std::string_view tail : {" capital district", " region", " cercle", " commune", " district"})
    if (rest.size() > tail.size() && rest.ends_with(tail)) {
      rest.remove_suffix(tail.size());
      break;
    }
  return std::string(rest);
}

std::string zone_id(std::string_view zone_name) {
  std::string id = place_key(zone_name);
  std::replace(id.begin(), id.end(), ' ', '-');
  return "zone:" + id;
}

Crosswalk::Crosswalk(const Boundaries& boundaries) {
  const AdminLayer* regions = boundaries.layer(Level::Region);
  if (regions == nullptr)
    return;
  const auto all = entries();
  vintage_ = vintage_of(all, *regions);
  if (!fits())
    return;

  // Units of the boundaries by the code of 2012 that the crosswalk keys by. A unit over two of
  // 2012, and a unit that the boundaries lack, make what it belongs to inexact: a figure for the
  // whole must not be shown on a part.
  std::map<std::string, std::vector<UnitIndex>> by_2012;
  std::set<std::string> inexact;
  std::set<const Entry*> present;
  for (UnitIndex i = 0; i < static_cast<UnitIndex>(regions->units.size()); ++i) {
    const auto& unit = regions->units[static_cast<std::size_t>(i)];
    const Entry* entry = entry_named(all, vintage_, place_key(unit.name));
    if (entry == nullptr)
      continue;
    present.insert(entry);
    for (const auto& code : entry->of_2012)
      by_2012[code].push_back(i);
    const auto place = place_of(*regions, {i}, unit.name, unit.name);
    remember(unit.name, place);
    remember(entry->name, place);
    for (const auto& alias : entry->aliases)
      remember(alias, place);
  }
  for (const auto& entry : all)
    if (entry.vintage == vintage_ && (!entry.exact || present.count(&entry) == 0))
      inexact.insert(entry.of_2012.begin(), entry.of_2012.end());
  for (const auto& entry : all) {  // units of other vintages: the units that hold them
    std::vector<UnitIndex> units;
    for (const auto& code : entry.of_2012)
      units.insert(units.end(), by_2012[code].begin(), by_2012[code].end());
    if (units.empty())
      continue;
    auto place = place_of(*regions, units, entry.name, entry.name);
    place.vague = !entry.exact;
    remember(entry.name, place);
    for (const auto& alias : entry.aliases)
      remember(alias, place);
    if (entry.vintage == "2012" && inexact.count(entry.code) == 0)
      of_2012_[place_key(entry.name)] = place.units;
  }
  const Table zones = embedded_table("crosswalk/zones.csv");
  const std::string column = "units_" + vintage_;
  for (const auto& row : zones.rows) {
    if (zones.text(row, "kind") != "reporting zone")
      continue;
    std::vector<UnitIndex> units;
    bool whole = true;
    for (const auto& member : split(zones.text(row, column), ";"))
      for (const auto& entry : all)
        if (entry.vintage == vintage_ && (entry.code == member || entry.name == member)) {
          const auto found = present.count(&entry) > 0 ? find(entry.name) : std::nullopt;
          whole = whole && found.has_value();
          if (found)
            units.insert(units.end(), found->units.begin(), found->units.end());
        }
    if (units.empty() || !whole)
      continue;
    const auto place = place_of(*regions, units, std::string(zones.text(row, "name_fr")),
                                std::string(zones.text(row, "name_en")));
    remember(place.name_fr, place);
    remember(place.name_en, place);
  }
}

void Crosswalk::remember(const std::string& name, const CoveredPlace& place) {
  if (by_key_.emplace(place_key(name), place).second)
    names_.push_back(name);
}

std::optional<CoveredPlace> Crosswalk::find(std::string_view name) const {
  const auto found = by_key_.find(place_key(name));
  return found == by_key_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Crosswalk::codes_of(const std::vector<UnitIndex>& units) const {
  std::set<std::string> codes;
  for (const auto& [key, place] : by_key_)
    if (place.units == units)
      codes.insert(place.code);
  return {codes.begin(), codes.end()};
}

std::vector<UnitIndex> Crosswalk::units_of_2012(std::string_view name) const {
  const auto found = of_2012_.find(place_key(name));
  return found == of_2012_.end() ? std::vector<UnitIndex>{} : found->second;
}

}  // namespace malimap
