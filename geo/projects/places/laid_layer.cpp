#include "geo/projects/places/laid_layer.h"

#include <algorithm>
#include <array>
#include <map>

#include "geo/projects/crosswalk.h"

namespace malimap {
namespace {

using Keyed = std::multimap<std::string, const CrosswalkEntry*>;

Keyed keyed(std::span<const CrosswalkEntry> entries, Level level) {
  Keyed all;
  for (const auto& entry : entries) {
    if (entry.level != level)
      continue;
    all.emplace(place_key(entry.name_fr), &entry);
    for (const auto& alias : entry.aliases)
      all.emplace(place_key(alias), &entry);
    if (!entry.name_en.empty())
      all.emplace(place_key(entry.name_en), &entry);
  }
  return all;
}

std::vector<const CrosswalkEntry*> recognised(const AdminLayer& layer, const Keyed& known,
                                              std::string_view vintage) {
  std::vector<const CrosswalkEntry*> entries;
  for (const auto& unit : layer.units) {
    const auto [first, last] = known.equal_range(place_key(unit.name));
    const auto found =
        std::find_if(first, last, [&](const auto& each) { return each.second->is_of(vintage); });
    entries.push_back(found == last ? nullptr : found->second);
  }
  return entries;
}

/// Every unit of an older list but none of its splits is the older list. 0: not this vintage.
int score(const std::vector<const CrosswalkEntry*>& entries, int listed) {
  std::set<const CrosswalkEntry*> met(entries.begin(), entries.end());
  met.erase(nullptr);
  const auto strangers = static_cast<int>(std::count(entries.begin(), entries.end(), nullptr));
  const auto hits = static_cast<int>(met.size());
  return hits < 2 || hits < strangers ? 0 : 1000 + 2 * hits - 2 * strangers - (listed - hits);
}

template <class Test>
bool any_piece(const CrosswalkEntry& entry, Test test) {
  return std::any_of(entry.covers.begin(), entry.covers.end(), test) ||
         std::any_of(entry.part_of.begin(), entry.part_of.end(), test);
}

bool has_piece(const CrosswalkEntry& entry, const std::string& piece) {
  return any_piece(entry, [&](const std::string& each) { return each == piece; });
}

bool share_land(const CrosswalkEntry& a, const CrosswalkEntry& b) {
  return any_piece(a, [&](const std::string& piece) { return has_piece(b, piece); });
}

/// The same unit in two vintages: nothing but its neighbours changed.
bool same_unit(const CrosswalkEntry& a, const CrosswalkEntry& b) {
  return a.level == b.level && a.covers == b.covers && a.part_of == b.part_of &&
         place_key(a.name_fr) == place_key(b.name_fr);
}

}  // namespace

LaidLayer::LaidLayer(const AdminLayer& layer, std::span<const CrosswalkEntry> entries)
    : layer_(layer), entries_(layer.units.size(), nullptr) {
  const Keyed known = keyed(entries, layer.level);
  int best = 0;
  for (std::string_view vintage : {"2012", "2016", "2023"}) {
    auto candidate = recognised(layer, known, vintage);
    const auto listed =
        std::count_if(entries.begin(), entries.end(), [&](const CrosswalkEntry& entry) {
          return entry.level == layer.level && entry.is_of(vintage);
        });
    if (const int now = score(candidate, static_cast<int>(listed)); now > best) {
      best = now;
      vintage_ = vintage;
      entries_ = std::move(candidate);
    }
  }
  if (vintage_.empty())
    return;
  has_strangers_ = std::find(entries_.begin(), entries_.end(), nullptr) != entries_.end();
  for (const auto& entry : entries)
    if (entry.level == layer.level && entry.is_of(vintage_) &&
        std::find(entries_.begin(), entries_.end(), &entry) == entries_.end()) {
      unfinished_.insert(entry.covers.begin(), entry.covers.end());
      unfinished_.insert(entry.part_of.begin(), entry.part_of.end());
    }
}

std::optional<Cover> LaidLayer::cover(const CrosswalkEntry& entry) const {
  Cover cover;
  const auto inside = [&](const std::string& piece) {
    return std::find(entry.covers.begin(), entry.covers.end(), piece) != entry.covers.end();
  };
  bool overflows = false;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i] == nullptr)
      continue;
    if (same_unit(*entries_[i], entry))
      return Cover{{static_cast<UnitIndex>(i)}, true};
    if (!share_land(*entries_[i], entry))
      continue;
    cover.units.push_back(static_cast<UnitIndex>(i));
    overflows = overflows || any_piece(*entries_[i], [&](const auto& p) { return !inside(p); });
  }
  // The regions are all known, so a stranger among them is a name apart; among the cercles of 2023
  // it may well be a piece of what is looked for.
  const bool unsure = has_strangers_ && layer_.level != Level::Region;
  if (cover.units.empty() || unsure)
    return {};
  const bool lacks = any_piece(entry, [&](const auto& p) { return unfinished_.count(p) > 0; });
  cover.exact = entry.part_of.empty() && !overflows && !lacks;
  return cover;
}

}  // namespace malimap
