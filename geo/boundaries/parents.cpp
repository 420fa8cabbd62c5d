#include "geo/boundaries/parents.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "geo/base/text.h"
#include "geo/boundaries/overlap.h"

namespace malimap {
namespace {

double length(const Arc& arc) {
  double sum = 0;
  for (std::size_t i = 1; i < arc.points.size(); ++i)
    sum += std::hypot(arc.points[i].lon - arc.points[i - 1].lon,
                      arc.points[i].lat - arc.points[i - 1].lat);
  return sum;
}

/// The neighbour with the longest common border among those that `usable` accepts.
template <class Usable>
UnitIndex nearest_neighbour(const AdminLayer& layer, UnitIndex unit, Usable usable) {
  std::map<UnitIndex, double> borders;
  for (const Arc& arc : layer.arcs) {
    const UnitIndex other = arc.left == unit ? arc.right : arc.right == unit ? arc.left : kNoUnit;
    if (other != kNoUnit && usable(other))
      borders[other] += length(arc);
  }
  const auto longest =
      std::max_element(borders.begin(), borders.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return longest == borders.end() ? kNoUnit : longest->first;
}

/// The district consists of the communes I to VI.
bool name_says_bamako(const std::string& name) {
  static constexpr std::array<std::string_view, 12> kCommunes = {
      "commune i", "commune ii", "commune iii", "commune iv", "commune v", "commune vi",
      "commune 1", "commune 2",  "commune 3",   "commune 4",  "commune 5", "commune 6"};
  const std::string folded = fold(name);
  return folded.find("bamako") != std::string::npos ||
         std::find(kCommunes.begin(), kCommunes.end(), folded) != kCommunes.end();
}

class ParentFinder {
 public:
  /// The layer must outlive the finder.
  ParentFinder(const AdminLayer& coarser, BamakoOutline bamako) : locator_(coarser) {
    if (bamako == BamakoOutline::AsDrawn)
      return;
    for (std::size_t i = 0; i < coarser.units.size(); ++i)
      if (name_says_bamako(coarser.units[i].name))
        bamako_ = static_cast<UnitIndex>(i);
    if (bamako_ != kNoUnit)
      around_bamako_ = nearest_neighbour(coarser, bamako_, [](UnitIndex) { return true; });
  }

  [[nodiscard]] FoundParent find(const AdminUnit& unit) const {
    FoundParent found;
    double inside = 0;
    for (const OverlapShare& part : overlap_shares(unit, locator_)) {
      if (part.unit == kNoUnit)
        continue;
      inside += part.share;
      const bool by_name = part.unit == bamako_;
      if (by_name ? name_says_bamako(unit.name) : found.unit == kNoUnit)
        found = {part.unit, part.share, false};
    }
    if (found.unit == kNoUnit && inside > 0)
      found.unit = around_bamako_;
    found.outside = inside < 0.5;
    found.share = inside > 0 ? found.share / inside : 0;
    return found;
  }

 private:
  UnitLocator locator_;
  UnitIndex bamako_ = kNoUnit, around_bamako_ = kNoUnit;
};

}  // namespace

std::vector<FoundParent> parents_by_area(const AdminLayer& finer, const AdminLayer& coarser,
                                         BamakoOutline bamako) {
  const ParentFinder finder(coarser, bamako);
  std::vector<FoundParent> parents;
  for (const AdminUnit& unit : finer.units)
    parents.push_back(finder.find(unit));
  for (std::size_t i = 0; i < parents.size(); ++i) {
    if (parents[i].unit != kNoUnit)
      continue;
    const UnitIndex neighbour = nearest_neighbour(
        finer, static_cast<UnitIndex>(i),
        [&](UnitIndex other) { return parents[static_cast<std::size_t>(other)].unit != kNoUnit; });
    if (neighbour != kNoUnit)
      parents[i].unit = parents[static_cast<std::size_t>(neighbour)].unit;
  }
  return parents;
}

}  // namespace malimap
