#include "geo/projects/unit_names.h"

#include <algorithm>
#include <cctype>
#include <limits>

#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr double kLeastScore = 0.5;    // below, a likeness is an accident
constexpr std::size_t kSiblings = 40;  // the largest cercle has 37 communes

std::string code_key(std::string_view code) {
  std::string key(trim(code));
  for (char& c : key)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return key;
}

}  // namespace

UnitNames::UnitNames(const Boundaries& boundaries, Crosswalk crosswalk)
    : boundaries_(boundaries), crosswalk_(std::move(crosswalk)) {
  for (const auto& layer : boundaries.layers)
    add_layer(layer);
  for (Level level : {Level::Region, Level::Cercle})
    add_crosswalk(level);
}

void UnitNames::add_layer(const AdminLayer& layer) {
  const int index = static_cast<int>(by_name_.size());
  auto& names = by_name_.emplace_back();
  auto& codes = by_code_.emplace_back();
  auto& known = known_.emplace_back();
  auto& parents = parent_.emplace_back();
  for (UnitIndex i = 0; i < static_cast<UnitIndex>(layer.units.size()); ++i) {
    const auto& unit = layer.units[static_cast<std::size_t>(i)];
    const std::string key = name_key(unit.name);
    names.emplace(key, i);
    if (!unit.pcode_made_up)
      codes.emplace(code_key(unit.pcode), i);
    known.push_back({Spelling(key), unit.name, spot(index, i)});
    UnitIndex parent = kNoUnit;
    if (index > 0 && !unit.parent_pcode.empty())
      parent = boundaries_.layers[static_cast<std::size_t>(index - 1)].find(unit.parent_pcode);
    parents.push_back(parent);
  }
}

void UnitNames::add_crosswalk(Level level) {
  const int asked = layer_of(level);
  for (const auto& name : crosswalk_.names(level)) {
    const auto place = crosswalk_.find(name, level);
    const auto covered = place ? spot_of(*place) : std::nullopt;
    if (!covered)
      continue;
    const std::string key = name_key(name);
    if (asked >= 0 && by_name_[static_cast<std::size_t>(asked)].count(key) > 0)
      continue;
    const Spot& found = *covered;
    crossed_[static_cast<std::size_t>(level)].emplace(key, found);
    if (asked >= 0)
      known_[static_cast<std::size_t>(asked)].push_back({Spelling(key), name, found});
    if (found.units.size() > 1)
      zones_.emplace(found.code, found);
  }
}

int UnitNames::layer_of(Level level) const {
  for (std::size_t i = 0; i < boundaries_.layers.size(); ++i)
    if (boundaries_.layers[i].level == level)
      return static_cast<int>(i);
  return -1;
}

Level UnitNames::level_of(int layer) const {
  return boundaries_.layers[static_cast<std::size_t>(layer)].level;
}

const AdminUnit& UnitNames::unit(int layer, UnitIndex index) const {
  return boundaries_.layers[static_cast<std::size_t>(layer)].units[static_cast<std::size_t>(index)];
}

Spot UnitNames::spot(int layer, UnitIndex index) const {
  return {layer, {index}, unit(layer, index).pcode, unit(layer, index).name, false};
}

std::optional<Spot> UnitNames::spot_of(const CoveredPlace& place) const {
  const int layer = layer_of(place.level);
  if (layer < 0 || place.units.empty())
    return {};
  if (place.units.size() == 1)
    return spot(layer, place.units[0]);
  return Spot{layer, place.units, place.code, place.name_fr, place.vague};
}

std::vector<Spot> UnitNames::own(int layer, std::string_view name) const {
  std::vector<Spot> spots;
  if (layer < 0)
    return spots;
  const auto [first, last] = by_name_[static_cast<std::size_t>(layer)].equal_range(name_key(name));
  for (auto it = first; it != last; ++it)
    spots.push_back(spot(layer, it->second));
  std::sort(spots.begin(), spots.end(),
            [](const Spot& a, const Spot& b) { return a.units < b.units; });
  return spots;
}

std::vector<Spot> UnitNames::named(int layer, std::string_view name) const {
  auto spots = own(layer, name);
  if (layer >= 0 && spots.empty())
    if (const Spot* also = crossed(level_of(layer), name))
      spots.push_back(*also);
  return spots;
}

const Spot* UnitNames::crossed(Level level, std::string_view name) const {
  const auto& places = crossed_[static_cast<std::size_t>(level)];
  const auto found = places.find(name_key(name));
  return found == places.end() ? nullptr : &found->second;
}

std::optional<Spot> UnitNames::coded(int layer, std::string_view code) const {
  if (layer < 0)
    return {};
  const auto& codes = by_code_[static_cast<std::size_t>(layer)];
  const auto found = codes.find(code_key(code));
  return found == codes.end() ? std::nullopt : std::optional(spot(layer, found->second));
}

std::optional<Spot> UnitNames::coded(std::string_view code_or_zone) const {
  if (const auto zone = zones_.find(code_or_zone); zone != zones_.end())
    return zone->second;
  for (int layer = layer_count() - 1; layer >= 0; --layer)
    if (auto found = coded(layer, code_or_zone))
      return found;
  // Codes that were made up when reading are kept by the answers too.
  for (int layer = layer_count() - 1; layer >= 0; --layer)
    if (const UnitIndex index =
            boundaries_.layers[static_cast<std::size_t>(layer)].find(std::string(code_or_zone));
        index != kNoUnit)
      return spot(layer, index);
  return {};
}

std::optional<Spot> UnitNames::holding(std::string_view code) const {
  const std::string key = code_key(code);
  for (int layer = layer_count() - 1; layer >= 0; --layer) {
    const auto& codes = by_code_[static_cast<std::size_t>(layer)];
    for (std::size_t length = key.size(); length-- > 4;)
      if (const auto found = codes.find(std::string_view(key).substr(0, length));
          found != codes.end())
        return spot(layer, found->second);
  }
  return {};
}

UnitIndex UnitNames::ancestor(int layer, UnitIndex index, int coarser) const {
  for (; layer > coarser && index != kNoUnit; --layer)
    index = parent_[static_cast<std::size_t>(layer)][static_cast<std::size_t>(index)];
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

bool UnitNames::within_any(const Spot& inner, std::span<const Spot> outer) const {
  return outer.empty() || std::any_of(outer.begin(), outer.end(),
                                      [&](const Spot& spot) { return within(inner, spot); });
}

std::vector<Candidate> UnitNames::near(int layer, std::string_view name,
                                       std::span<const Spot> within) const {
  std::vector<Candidate> found;
  if (layer < 0)
    return found;
  const Spelling typed(name_key(name));
  const double limit = most_slips(typed.letters.size());
  for (const auto& known : known_[static_cast<std::size_t>(layer)]) {
    const double apart = slips(typed, known.spelling, limit);
    if (apart > limit || !within_any(known.spot, within))
      continue;
    const auto same = std::find_if(found.begin(), found.end(),
                                   [&](const Candidate& c) { return c.spot == known.spot; });
    const double score = score_of(apart, typed, known.spelling);
    if (score < kLeastScore)
      continue;
    if (same == found.end())
      found.push_back({known.spot, known.name, apart, score});
    else if (apart < same->slips)
      *same = {known.spot, known.name, apart, score};
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.slips < b.slips; });
  return found;
}

const Candidate* UnitNames::certain(int layer, std::string_view name, std::span<const Spot> within,
                                    const std::vector<Candidate>& candidates) const {
  if (candidates.empty() || candidates.front().spot.vague)
    return nullptr;
  Pool pool = Pool::Layer;
  if (!within.empty()) {
    const auto& units = boundaries_.layers[static_cast<std::size_t>(layer)].units;
    std::size_t among = 0;
    for (UnitIndex i = 0; i < static_cast<UnitIndex>(units.size()) && among <= kSiblings; ++i)
      among += std::any_of(within.begin(), within.end(),
                           [&](const Spot& outer) {
                             const UnitIndex above = ancestor(layer, i, outer.layer);
                             return std::find(outer.units.begin(), outer.units.end(), above) !=
                                    outer.units.end();
                           })
                   ? 1
                   : 0;
    pool = among > kSiblings || among == 0 ? Pool::Parent : Pool::Siblings;
  }
  const std::string key = name_key(name);
  const auto letters = static_cast<std::size_t>(
      std::count_if(key.begin(), key.end(), [](char c) { return c != ' '; }));
  const double second =
      candidates.size() > 1 ? candidates[1].slips : std::numeric_limits<double>::infinity();
  return is_certain(pool, letters, candidates.front().slips, second) ? &candidates.front()
                                                                     : nullptr;
}

}  // namespace malimap
