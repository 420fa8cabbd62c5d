#include "app/panels/chip_list.h"

#include <algorithm>

#include "app/panels/words.h"
#include "geo/base/numbers.h"
#include "geo/coverage/areas.h"
#include "geo/coverage/match.h"

namespace malimap {
namespace {

constexpr std::size_t kMostNamed = 3;  // units: more are counted

void add_values(const Filter& filter, const Translator& tr, std::vector<Chip>& chips) {
  for (const Dimension dimension : kAllDimensions) {
    const std::string word = ui::dimension_word(dimension);
    const std::string name = ui::dimension_name(tr, dimension) + std::string(tr(": "));
    for (const std::string& value : values_of(filter, dimension))
      chips.push_back({"chip." + word + "." + value, name + label_of(dimension, value, tr),
                       action::ToggleFilterValue{dimension, value}});
    if (const auto except = filter.except.find(dimension); except != filter.except.end())
      for (const std::string& value : except->second)
        chips.push_back({"chip." + word + ".except." + value,
                         name + trf(tr, "all but {0}", label_of(dimension, value, tr)),
                         action::ExceptFilterValue{dimension, value}});
  }
}

struct FoundUnit {
  const AdminUnit* unit = nullptr;
  Level level = Level::Region;
};

FoundUnit unit_of(const Boundaries& boundaries, const std::string& pcode) {
  for (const AdminLayer& layer : boundaries.layers)
    if (const UnitIndex found = layer.find(pcode); found != kNoUnit)
      return {&layer.units[static_cast<std::size_t>(found)], layer.level};
  return {};
}

std::string count_of_units(const std::set<std::string>& units, const Boundaries& boundaries,
                           const Translator& tr) {
  std::set<Level> levels;
  for (const std::string& pcode : units)
    if (const FoundUnit found = unit_of(boundaries, pcode); found.unit)
      levels.insert(found.level);
  const std::string count = format_integer(static_cast<std::int64_t>(units.size()), tr.language());
  if (levels == std::set{Level::Region})
    return trf(tr, "{0} regions", count);
  if (levels == std::set{Level::Cercle})
    return trf(tr, "{0} cercles", count);
  if (levels == std::set{Level::Commune})
    return trf(tr, "{0} communes", count);
  return trf(tr, "{0} units", count);
}

void remove_chip(std::vector<Chip>& chips, const std::string& id, std::string text,
                 std::set<std::string> units, const std::set<std::string>& without) {
  for (const std::string& pcode : without)
    units.erase(pcode);
  chips.push_back({id, std::move(text), action::SetUnitFilter{std::move(units)}});
}

// Whole areas by their name; of the rest each by its own, or how many they are.
void add_units(const Filter& filter, const Boundaries& boundaries, const Translator& tr,
               std::vector<Chip>& chips) {
  std::set<std::string> rest = filter.units;
  if (rest.size() > 1)
    for (const Area area : kAreas) {
      const std::set<std::string> inside = units_of(area, boundaries);
      if (inside.empty() || !std::includes(rest.begin(), rest.end(), inside.begin(), inside.end()))
        continue;
      remove_chip(chips, "chip.area." + std::string(word_of(area)), name_of(area, tr), filter.units,
                  inside);
      for (const std::string& pcode : inside)
        rest.erase(pcode);
    }
  if (rest.size() > kMostNamed) {
    remove_chip(chips, "chip.units", count_of_units(rest, boundaries, tr), filter.units, rest);
    return;
  }
  for (const std::string& pcode : rest) {
    const FoundUnit found = unit_of(boundaries, pcode);
    chips.push_back({"chip.unit." + pcode, found.unit ? found.unit->name : pcode,
                     action::ToggleUnitFilter{pcode}});
  }
}

template <class T, class Format>
std::string range_text(const std::optional<T>& low, const std::optional<T>& high, Format format) {
  if (low && high)
    return format(*low) + " – " + format(*high);
  return low ? "≥\u00A0" + format(*low) : "≤\u00A0" + format(*high);
}

void add_ranges(const Filter& filter, const Translator& tr, std::vector<Chip>& chips) {
  const auto titled = [&](const char* title, const std::string& text) {
    return tr(title) + std::string(tr(": ")) + text;
  };
  const auto money = [&](Cents amount) { return format_money_compact(amount, tr.language()); };
  const auto day = [&](Date date) { return format_date(date, tr.language()); };
  if (!filter.budget.empty())
    chips.push_back({"chip.budget",
                     titled(N_("Budget"), range_text(filter.budget.low, filter.budget.high, money)),
                     action::SetBudgetRange{}});
  if (!filter.start.empty())
    chips.push_back(
        {"chip.start",
         titled(N_("Beginning"), range_text(filter.start.first, filter.start.last, day)),
         action::SetStartRange{}});
  if (!filter.active.empty())
    chips.push_back({"chip.active",
                     titled(N_("Active"), range_text(filter.active.first, filter.active.last, day)),
                     action::SetActiveRange{}});
}

}  // namespace

std::vector<Chip> chips_of(const Filter& filter, const Boundaries& boundaries,
                           const Translator& tr) {
  std::vector<Chip> chips;
  add_values(filter, tr, chips);
  add_units(filter, boundaries, tr, chips);
  add_ranges(filter, tr, chips);
  if (!filter.text.empty())
    chips.push_back({"chip.text", trf(tr, "“{0}”", filter.text), action::SetFilterText{}});
  return chips;
}

}  // namespace malimap
