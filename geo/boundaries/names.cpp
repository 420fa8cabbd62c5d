#include "geo/boundaries/names.h"

#include <algorithm>
#include <array>

#include "geo/base/embedded.h"
#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr double kEnough = 0.8;  // of a vintage's regions; a file may lack one

/// Cells of a line without quotes; empty ones are kept, which split() would drop.
std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const auto comma = line.find(',');
    cells.push_back(trim(line.substr(0, comma)));
    if (comma == std::string_view::npos)
      return cells;
    line.remove_prefix(comma + 1);
  }
}

}  // namespace

RegionNames RegionNames::embedded() {
  RegionNames result;
  std::string_view text = asset("crosswalk/mali_units.csv").value_or(std::string_view{});
  std::vector<std::string_view> header;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto cells = cells_of(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (header.empty()) {
      header = cells;
      continue;
    }
    const auto cell = [&](std::string_view column) {
      const auto at = static_cast<std::size_t>(std::find(header.begin(), header.end(), column) -
                                               header.begin());
      return at < cells.size() ? std::string(cells[at]) : std::string{};
    };
    Known known{cell("vintage"), cell("code"), cell("name_fr"), {fold(cell("name_fr"))}};
    for (const std::string& alias : split(cell("aliases"), ";"))
      known.folded.push_back(fold(alias));
    if (!known.name.empty())
      result.known_.push_back(std::move(known));
  }
  return result;
}

const RegionNames::Known* RegionNames::find(std::string_view vintage, std::string_view name) const {
  const std::string folded = fold(name);
  for (const Known& known : known_)
    if (known.vintage == vintage &&
        std::find(known.folded.begin(), known.folded.end(), folded) != known.folded.end())
      return &known;
  return nullptr;
}

std::string RegionNames::vintage_of(std::span<const std::string> names) const {
  std::string best;
  double best_share = kEnough;
  for (const char* vintage : std::array{"2012", "2016", "2023"}) {
    const auto size = std::count_if(known_.begin(), known_.end(),
                                    [&](const Known& known) { return known.vintage == vintage; });
    const bool all = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return find(vintage, name) != nullptr;
    });
    const double share = size ? static_cast<double>(names.size()) / static_cast<double>(size) : 0;
    if (all && share >= best_share && share <= 1) {
      best = vintage;
      best_share = share;
    }
  }
  return best;
}

std::optional<std::string> RegionNames::pcode(std::string_view vintage,
                                              std::string_view name) const {
  const Known* known = find(vintage, name);
  if (!known || known->pcode.empty())
    return std::nullopt;
  return known->pcode;
}

std::optional<std::string> RegionNames::name(std::string_view vintage,
                                             std::string_view pcode) const {
  for (const Known& known : known_)
    if (known.vintage == vintage && known.pcode == pcode && !pcode.empty())
      return known.name;
  return std::nullopt;
}

}  // namespace malimap
