#include "geo/projects/need_codes.h"

#include <algorithm>
#include <cmath>

#include "geo/projects/tables/embedded_table.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

// One order is proven when the factors between file and census scatter less than half as much as in
// the other order; over fewer than three cercles chance could do that.
constexpr double kProof = 0.5;
constexpr std::size_t kFewest = 3;

/// "ML0501" -> "ML05": codes are numbered within the coarser unit.
std::string region_part(std::string_view code) {
  return std::string(code.substr(0, code.size() > 2 ? code.size() - 2 : 0));
}

/// The census of 2009 by unit of the layer.
std::map<UnitIndex, double> census(const UnitNames& names, int layer) {
  std::map<UnitIndex, double> people;
  const Table table = embedded_table("population/rgph2009_cercles.csv");
  if (layer < 0 || !names.crosswalk().fits())
    return people;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto spots = names.named(layer, table.text(row, "name_fr"));
    const auto number = decimal_number(table.text(row, "population"));
    if (spots.size() == 1 && spots[0].layer == layer && spots[0].units.size() == 1 && number)
      people.emplace(spots[0].units[0], *number);
  }
  return people;
}

/// Standard deviation.
double scatter(const std::vector<double>& values) {
  double mean = 0, squares = 0;
  for (const double value : values)
    mean += value / static_cast<double>(values.size());
  for (const double value : values)
    squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size()));
}

std::string listed(const std::vector<std::string>& texts) {
  std::string list;
  for (const auto& text : texts)
    list += (list.empty() ? "" : ", ") + text;
  return list;
}

}  // namespace

CodesAlone::CodesAlone(const UnitNames& names, Level level)
    : names_(names), level_(level), layer_(names.layer_of(level)) {
  if (layer_ < 0 || level == Level::Commune)
    return;
  const auto& units = names.boundaries().layers[static_cast<std::size_t>(layer_)].units;
  std::map<std::string, int> count;
  for (const AdminUnit& coded : units)
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (units[i].pcode == coded.pcode)
        continue;
      const auto place = names.crosswalk().find_code(coded.pcode, units[i].name);
      if (!place || place->level != level || place->part ||
          place->units != std::vector{static_cast<UnitIndex>(i)})
        continue;
      other_[coded.pcode] = static_cast<UnitIndex>(i);
      ++count[coded.pcode];
    }
  for (const auto& [code, times] : count)
    if (times > 1)
      other_.erase(code);
}

CodesAlone::Meanings CodesAlone::meanings_of(const std::string& code) const {
  Meanings meanings;
  if (const auto spot = names_.coded(layer_, code); spot && spot->units.size() == 1)
    meanings.own = meanings.other = spot->units[0];
  if (const auto found = other_.find(code); found != other_.end())
    meanings.other = found->second;
  return meanings;
}

void CodesAlone::survey(std::span<const CountedCode> codes, int column, Reporter& reporter) {
  struct Factors {
    std::vector<double> own, other;
    bool differ = false;
  };
  const auto people = census(names_, layer_);
  std::map<std::string, Factors> regions;
  std::map<std::string, std::string> example;  // by region: a code that means two units
  for (const CountedCode& counted : codes) {
    const Meanings meanings = meanings_of(counted.code);
    if (!meanings.own || !meanings.other)
      continue;
    if (meanings.own != meanings.other)
      example.emplace(region_part(counted.code), counted.code);
    const auto own = people.find(*meanings.own), other = people.find(*meanings.other);
    if (counted.people <= 0 || own == people.end() || other == people.end())
      continue;
    Factors& factors = regions[region_part(counted.code)];
    factors.own.push_back(std::log(counted.people / own->second));
    factors.other.push_back(std::log(counted.people / other->second));
    factors.differ = factors.differ || own != other;
  }
  if (example.empty())
    return;
  std::vector<std::string> first, second;
  for (const auto& [region, factors] : regions) {
    if (!factors.differ || factors.own.size() < kFewest)
      continue;
    const double own = scatter(factors.own), other = scatter(factors.other);
    if (own < kProof * other)
      first.push_back(region);
    else if (other < kProof * own) {
      second.push_back(region);
      second_[region] = true;
    }
  }
  if (first.empty() && second.empty())
    reporter.report_list(
        {"codes-without-names", Severity::Doubtful,
         N_("the file gives codes without names, and OCHA has numbered the cercles in two ways; "
            "nothing in the file tells which one it follows: the boundaries' own codes are "
            "believed. A column of names would make sure")},
        column);
  else if (second.empty())
    reporter.report_list({"codes-checked",
                          Severity::Note,
                          N_("the file gives codes without names; its populations agree with the "
                             "boundaries' order of codes, which was checked in {0}"),
                          {listed(first)}},
                         column);
  else {
    const std::string& shown = example.at(second.front());
    const Meanings meant = meanings_of(shown);
    reporter.report_list(
        {"codes-in-another-order",
         Severity::Doubtful,
         N_("the file gives codes without names, and in {0} its populations fit the census only in "
            "OCHA's other order of codes, in which {1} is {2} and not {3}: they were read so. The "
            "boundaries' own order was confirmed in: {4}"),
         {listed(second), shown, names_.spot(layer_, *meant.other).name,
          names_.spot(layer_, *meant.own).name, first.empty() ? "-" : listed(first)}},
        column);
  }
}

std::optional<CodedPlace> CodesAlone::find(std::string_view code) const {
  const Meanings meanings = layer_ < 0 ? Meanings{} : meanings_of(std::string(code));
  const bool second = second_.find(region_part(code)) != second_.end();
  if (const auto unit = second ? meanings.other : meanings.own)
    return CodedPlace{names_.spot(layer_, *unit)};
  return newer(code);
}

/// A code that the boundaries lack: of a later division, told by the names that go with it.
std::optional<CodedPlace> CodesAlone::newer(std::string_view code) const {
  std::optional<CodedPlace> found;
  for (const std::string& name : names_.crosswalk().names(level_)) {
    const auto place = names_.crosswalk().find_code(code, name);
    if (!place || place->vague)
      continue;
    auto spot = names_.spot_of(*place);
    if (!spot || (found && !(found->spot == *spot)))
      return std::nullopt;
    const bool core = place_key(name) == place_key(spot->name);
    if (found)
      found->core = found->core || core;
    else
      found = CodedPlace{std::move(*spot), place->part, core};
  }
  return found;
}

}  // namespace malimap
