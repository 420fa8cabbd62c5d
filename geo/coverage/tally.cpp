#include "geo/coverage/tally.h"

namespace malimap {
namespace {

/// Places in Tallies::whole_.
constexpr std::size_t kTotal = 0;
constexpr std::size_t kWithAnyAmount = 1;  // its `without_budget`: projects without any amount

}  // namespace

Figures Tally::figures(bool list_has_budgets) const {
  Figures figures;
  figures.projects = projects;
  figures.rows = rows;
  if (!list_has_budgets)
    return figures;
  figures.without_budget = without_budget;
  if (projects == 0 || without_budget < projects)
    figures.budget = budget;
  return figures;
}

void TallyTable::add_part(std::size_t index, const RowFigures& row, bool has_budget, Cents budget) {
  Tally& tally = tallies_[index];
  Last& last = last_[index];
  if (last.project != row.project)
    last = {row.project, false, 0};
  ++tally.rows;
  tally.budget += budget;
  if (has_budget && !last.has_budget) {
    last.has_budget = true;
    tally.without_budget -= last.count;
  }
  if (row.count <= last.count)
    return;
  const std::int64_t more = row.count - last.count;
  tally.projects += more;
  if (!last.has_budget)
    tally.without_budget += more;
  last.count = row.count;
}

Tallies::Tallies(const Dataset& dataset, const Placement& placement)
    : projects_(dataset.projects.get()),
      rows_share_projects_(!project_numbers(dataset).empty()),
      slots_(placement.slot_count(), rows_share_projects_),
      coarser_(placement.coarser_codes.size(), rows_share_projects_),
      whole_(2, rows_share_projects_),
      currencies_(projects_->currency.dictionary.size() + 1, rows_share_projects_) {}

void Tallies::add(const RowFigures& row) {
  for (const ProjectPart& part : row.parts)
    slots_.add(static_cast<std::size_t>(part.slot), row, row.has_budget, part.budget);
  for (const ProjectPart& part : row.coarser)
    coarser_.add(static_cast<std::size_t>(part.slot), row, row.has_budget, part.budget);
  whole_.add(kTotal, row, row.has_budget, row.budget);
  whole_.add(kWithAnyAmount, row, row.has_budget || row.has_other_amount, row.budget);
  if (!row.has_other_amount)
    return;
  const std::size_t unnamed = projects_->currency.dictionary.size();
  currencies_.add(row.currency == kMissing ? unnamed : static_cast<std::size_t>(row.currency), row,
                  true, row.other_amount);
}

void Tallies::merge(const Tallies& other) {
  slots_.merge(other.slots_);
  coarser_.merge(other.coarser_);
  whole_.merge(other.whole_);
  currencies_.merge(other.currencies_);
}

void Tallies::take_away(const Tallies& other) {
  slots_.take_away(other.slots_);
  coarser_.take_away(other.coarser_);
  whole_.take_away(other.whole_);
  currencies_.take_away(other.currencies_);
}

void Tallies::close() {
  slots_.close();
  coarser_.close();
  whole_.close();
  currencies_.close();
}

Coverage Tallies::coverage(const Placement& placement, Level level,
                           const InsideUnits& inside) const {
  Coverage coverage = empty_coverage(placement.plan, level, inside);
  const bool has_budgets = projects_->has_budgets;
  const auto figures = [&](int slot) {
    return slots_[static_cast<std::size_t>(slot)].figures(has_budgets);
  };
  for (std::size_t zone = 0; zone < coverage.zones.size(); ++zone) {
    if (coverage.zones[zone].filtered_out)
      continue;
    coverage.zones[zone].figures = figures(static_cast<int>(zone));
    coverage.mentions += slots_[zone].projects;
  }
  coverage.national = figures(placement.slot_of(Apart::National));
  coverage.unlocated = figures(placement.slot_of(Apart::Unlocated));
  coverage.outside = figures(placement.slot_of(Apart::Outside));
  coverage.coarser = figures(placement.slot_of(Apart::Coarser));
  for (std::size_t i = 0; i < coarser_.size(); ++i)
    if (coarser_[i].rows > 0)
      coverage.coarser_in[placement.coarser_codes[i]] = coarser_[i].figures(has_budgets);
  coverage.total = whole_[kTotal].figures(has_budgets);
  coverage.rows_share_projects = rows_share_projects_;
  coverage.without_any_amount = has_budgets ? whole_[kWithAnyAmount].without_budget : 0;
  const auto& names = projects_->currency.dictionary;
  for (std::size_t code = 0; code <= names.size(); ++code)
    if (const Tally& tally = currencies_[code]; tally.rows > 0)
      coverage.other_currencies[code < names.size() ? names.text(static_cast<Code>(code)) : ""] = {
          tally.budget, tally.projects, tally.rows};
  return coverage;
}

Coverage empty_coverage(const ZonePlan& plan, Level level, const InsideUnits& inside) {
  Coverage coverage;
  coverage.level = level;
  coverage.zones = plan.zones;
  for (std::size_t zone = 0; zone < plan.zones.size(); ++zone)
    coverage.zones[zone].filtered_out = inside.zone(zone) == InsideUnits::Part::None;
  coverage.zone_of_unit = plan.zone_of_unit;
  return coverage;
}

}  // namespace malimap
