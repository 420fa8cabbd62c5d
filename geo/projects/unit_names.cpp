#include "geo/projects/unit_names.h"

#include <algorithm>
#include <array>
#include <set>

#include "geo/base/text.h"

namespace malimap {
namespace {

std::string code_key(std::string_view code) {
  std::string key(trim(code));
  for (char& c : key)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return key;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
  constexpr std::size_t kLongest = 64;
  const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (a.size() > kLongest || b.size() > kLongest || gap > static_cast<std::size_t>(limit))
    return limit + 1;
  std::array<std::array<int, kLongest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j)
    rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& now = rows[i % 3];
    const auto& before = rows[(i - 1) % 3];
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] =
          std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], rows[(i - 2) % 3][j - 2] + 1);
    }
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

UnitNames::UnitNames(const Boundaries& boundaries)
    : boundaries_(boundaries), crosswalk_(boundaries) {
  regions_ = layer_of(Level::Region);
  looked_up_.resize(boundaries.layers.size());
  for (const auto& layer : boundaries.layers) {
    auto& names = by_name_.emplace_back();
    auto& codes = by_code_.emplace_back();
    for (UnitIndex i = 0; i < static_cast<UnitIndex>(layer.units.size()); ++i) {
      const auto& unit = layer.units[static_cast<std::size_t>(i)];
      names.emplace(place_key(unit.name), i);
      if (!unit.pcode_made_up)
        codes.emplace(code_key(unit.pcode), i);
    }
  }
}

int UnitNames::layer_of(Level level) const {
  for (std::size_t i = 0; i < boundaries_.layers.size(); ++i)
    if (boundaries_.layers[i].level == level)
      return static_cast<int>(i);
  return -1;
}

const AdminUnit& UnitNames::unit(int layer, UnitIndex index) const {
  return boundaries_.layers[static_cast<std::size_t>(layer)].units[static_cast<std::size_t>(index)];
}

Spot UnitNames::spot(int layer, UnitIndex index) const {
  return {layer, {index}, unit(layer, index).pcode, unit(layer, index).name, false};
}

const std::vector<Spot>& UnitNames::named(int layer, std::string_view name) const {
  static const std::vector<Spot> kNone;
  if (layer < 0)
    return kNone;
  auto& known = looked_up_[static_cast<std::size_t>(layer)];
  const std::string key(name);
  if (const auto found = known.find(key); found != known.end())
    return found->second;
  return known.emplace(key, look_up(layer, name)).first->second;
}

std::vector<Spot> UnitNames::look_up(int layer, std::string_view name) const {
  std::vector<Spot> spots;
  const auto [first, last] = by_name_[static_cast<std::size_t>(layer)].equal_range(place_key(name));
  for (auto it = first; it != last; ++it)
    spots.push_back(spot(layer, it->second));
  if (!spots.empty() || layer != regions_)
    return spots;
  if (const auto place = crosswalk_.find(name)) {
    if (place->units.size() == 1)
      spots.push_back(spot(layer, place->units[0]));
    else
      spots.push_back({layer, place->units, place->code, place->name_fr, place->vague});
  }
  return spots;
}

std::optional<Spot> UnitNames::coded(int layer, std::string_view code) const {
  if (layer < 0)
    return {};
  const auto& codes = by_code_[static_cast<std::size_t>(layer)];
  const auto found = codes.find(code_key(code));
  return found == codes.end() ? std::nullopt : std::optional(spot(layer, found->second));
}

std::optional<Spot> UnitNames::holding(std::string_view code) const {
  const std::string key = code_key(code);
  for (int layer = layer_count() - 1; layer >= 0; --layer)
    for (const auto& [unit_code, index] : by_code_[static_cast<std::size_t>(layer)])
      if (unit_code.size() >= 4 && key.size() > unit_code.size() && key.starts_with(unit_code))
        return spot(layer, index);
  return {};
}

UnitIndex UnitNames::ancestor(int layer, UnitIndex index, int coarser) const {
  while (layer > coarser && index != kNoUnit) {
    const auto& codes = by_code_[static_cast<std::size_t>(layer - 1)];
    const auto found = codes.find(code_key(unit(layer, index).parent_pcode));
    index = found == codes.end() ? kNoUnit : found->second;
    --layer;
  }
  return index;
}

bool UnitNames::within(const Spot& inner, const Spot& outer) const {
  if (inner.layer < outer.layer)
    return false;
  return std::all_of(inner.units.begin(), inner.units.end(), [&](UnitIndex index) {
    const UnitIndex above = ancestor(inner.layer, index, outer.layer);
    return above == kNoUnit ||
           std::find(outer.units.begin(), outer.units.end(), above) != outer.units.end();
  });
}

std::string UnitNames::proposal(int layer, std::string_view name) const {
  auto& known = proposed_[layer];
  const std::string key(name);
  if (const auto found = known.find(key); found != known.end())
    return found->second;
  return known.emplace(key, propose(layer, name)).first->second;
}

std::string UnitNames::propose(int layer, std::string_view name) const {
  const std::string key = place_key(name);
  const int limit = key.size() < 4 ? 0 : key.size() < 6 ? 1 : 2;
  if (limit == 0)
    return {};
  std::map<int, std::set<std::string>> near;  // names by distance
  const auto consider = [&](const std::string& known, const std::string& shown) {
    if (const int distance = edit_distance(key, known, limit); distance <= limit)
      near[distance].insert(shown);
  };
  for (int i = 0; i < layer_count(); ++i)
    if (layer < 0 || i == layer)
      for (const auto& unit : boundaries_.layers[static_cast<std::size_t>(i)].units)
        consider(place_key(unit.name), unit.name);
  if (near.empty() && (layer < 0 || layer == regions_))
    for (const auto& alias : crosswalk_.names())
      consider(place_key(alias), alias);
  return near.empty() || near.begin()->second.size() != 1 ? std::string{}
                                                          : *near.begin()->second.begin();
}

}  // namespace malimap
