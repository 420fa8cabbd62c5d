#include "geo/coverage/figure_rows.h"

#include <algorithm>
#include <set>

#include "geo/base/text.h"
#include "geo/coverage/dimension_codes.h"
#include "geo/coverage/match.h"
#include "geo/coverage/tally.h"

namespace malimap {
namespace {

using Where = FigureRef::Where;

/// Where a project's parts must lie, ascending; of places that are known more coarsely, among
/// those.
std::vector<int> slots_of(const Placement& placement, const FigureRef& ref,
                          const std::vector<int>& zones) {
  switch (ref.where) {
    case Where::Total:
      break;
    case Where::Zone:
    case Where::Zones:
      return zones;
    case Where::National:
      return {placement.slot_of(Apart::National)};
    case Where::Unlocated:
      return {placement.slot_of(Apart::Unlocated)};
    case Where::Outside:
      return {placement.slot_of(Apart::Outside)};
    case Where::Coarser: {
      if (ref.zone.empty())
        return {placement.slot_of(Apart::Coarser)};
      const auto& codes = placement.coarser_codes;
      const auto found = std::find(codes.begin(), codes.end(), ref.zone);
      return found == codes.end() ? std::vector<int>{}
                                  : std::vector{static_cast<int>(found - codes.begin())};
    }
  }
  return {};
}

/// The one value besides the filter, where the figure is of one.
class OneValue {
 public:
  OneValue(const Projects& projects, const FigureRef& ref)
      : asked_(ref.value.has_value()),
        dimension_(asked_ ? ref.value->first : Dimension::Fund),
        codes_(projects, dimension_),
        code_(asked_ && !ref.value->second.empty() ? codes_.dictionary().find(ref.value->second)
                                                   : kMissing),
        unknown_(asked_ && !ref.value->second.empty() && code_ == kMissing) {}

  [[nodiscard]] bool has(std::size_t row) {
    if (!asked_)
      return true;
    const auto codes = codes_.of(row);
    return !unknown_ && std::find(codes.begin(), codes.end(), code_) != codes.end();
  }
  [[nodiscard]] const RowFigures& read(RowReader& reader, std::size_t row) const {
    return asked_ && dimension_ == Dimension::Sector ? reader.row_in_sector(row, code_)
                                                     : reader.row(row);
  }

 private:
  bool asked_;
  Dimension dimension_;
  DimensionCodes codes_;
  Code code_;
  bool unknown_;
};

class Collector {
 public:
  Collector(const CoverageCube& cube, const FigureRef& ref, const std::vector<int>& zones,
            bool of_sectors)
      : projects_(*cube.dataset().projects),
        zones_(static_cast<int>(cube.plan().zones.size())),
        everywhere_(ref.where == Where::Total),
        slots_(slots_of(cube.placement(), ref, zones)),
        of_coarser_(ref.where == Where::Coarser && !ref.zone.empty()),
        of_sectors_(of_sectors && !projects_.sector_share.empty()),
        tally_(1, !project_numbers(cube.dataset()).empty()) {}

  void add(std::size_t row, const RowFigures& figures) {
    bool here = everywhere_;
    Cents budget = everywhere_ ? figures.budget : Cents{};
    if (!everywhere_)
      for (const ProjectPart& part : of_coarser_ ? figures.coarser : figures.parts)
        if (std::binary_search(slots_.begin(), slots_.end(), part.slot)) {
          here = true;
          budget += part.budget;
        }
    if (!here)
      return;
    tally_.add(0, figures, figures.has_budget, budget);
    note(row, figures, budget);
  }

  [[nodiscard]] FigureRows take() {
    found_.figures = tally_[0].figures(projects_.has_budgets);
    found_.partners = static_cast<std::int64_t>(partners_.size());
    std::sort(found_.rows.begin(), found_.rows.end());
    return std::move(found_);
  }

 private:
  void note(std::size_t row, const RowFigures& figures, Cents here) {
    found_.rows.push_back(static_cast<ProjectIndex>(row));
    for (const Code code : projects_.partner.at(row))
      if (partner_codes_.insert(code).second)
        partners_.insert(fold(projects_.partner.dictionary.text(code)));
    found_.several_in_a_row |= figures.count > 1;
    const auto in_zone = [&](const ProjectPart& part) { return part.slot < zones_; };
    found_.in_several_zones |=
        std::count_if(figures.parts.begin(), figures.parts.end(), in_zone) > 1;
    if (figures.has_budget) {
      if (!everywhere_ && here != figures.budget)
        note_split(row);
      found_.sector_shares |= of_sectors_ && projects_.sector.at(row).size() > 1;
    }
    if (figures.has_other_amount) {
      const std::string name(projects_.currency.at(row));
      OtherAmount& other = found_.other_currencies[name];
      other.amount += figures.other_amount;
      ++other.rows;
    }
  }

  void note_split(std::size_t row) {
    const auto places = projects_.locations_of(row);
    const double equal = places.empty() ? 1 : 1.0 / static_cast<double>(places.size());
    const bool equally = std::all_of(places.begin(), places.end(), [&](const Location& place) {
      return std::abs(place.share - equal) < 1e-9;
    });
    (equally ? found_.split_equally : found_.split_by_shares) = true;
  }

  const Projects& projects_;
  int zones_;
  bool everywhere_;
  std::vector<int> slots_;
  bool of_coarser_, of_sectors_;
  TallyTable tally_;
  FigureRows found_;
  std::set<Code> partner_codes_;
  std::set<std::string> partners_;
};

}  // namespace

FigureRows rows_behind(const CoverageCube& cube, const Filter& filter, const FigureRef& ref,
                       const std::vector<int>& zones) {
  const Dataset& dataset = cube.dataset();
  if (dataset.aggregates)
    return {};
  const Matcher matches(cube, filter);
  RowReader reader(dataset, &cube.placement(), filter);
  OneValue value(*dataset.projects, ref);
  const bool of_sectors =
      !filter.sector.empty() || (ref.value && ref.value->first == Dimension::Sector);
  Collector collector(cube, ref, zones, of_sectors);
  for (std::size_t i = 0; i < cube.order().size(); ++i)
    if (const std::size_t row = cube.order().row(i); matches(row) && value.has(row))
      collector.add(row, value.read(reader, row));
  return collector.take();
}

}  // namespace malimap
