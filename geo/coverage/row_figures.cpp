#include "geo/coverage/row_figures.h"

#include <algorithm>
#include <cstdlib>

#include "geo/projects/shares.h"

namespace malimap {

RowReader::RowReader(const Dataset& dataset, const Placement* placement, const Filter& filter)
    : projects_(dataset.projects.get()),
      placement_(placement),
      numbers_(project_numbers(dataset)),
      has_amounts_(projects_->amount.size() == projects_->size() &&
                   projects_->currency.codes.size() == projects_->size()) {
  if (filter.sector.empty() || projects_->sector_share.empty())
    return;
  sectors_.resize(projects_->sector.dictionary.size());
  for (const auto& sector : filter.sector)
    if (const Code code = projects_->sector.dictionary.find(sector); code != kMissing)
      sectors_[static_cast<std::size_t>(code)] = 1;
}

const RowFigures& RowReader::row(std::size_t row) {
  read(row);
  if (!sectors_.empty() && has_shares(row))
    choose(row, [&](Code code) { return sectors_[static_cast<std::size_t>(code)] != 0; });
  return figures_;
}

const RowFigures& RowReader::row_in_sector(std::size_t row, Code sector) {
  read(row);
  if (sector != kMissing && has_shares(row))
    choose(row, [&](Code code) { return code == sector; });
  return figures_;
}

void RowReader::read(std::size_t row) {
  const auto budget = projects_->budget.at(row);
  figures_.project = numbers_.empty() ? -1 : numbers_[row];
  figures_.count = projects_->count[row];
  figures_.has_budget = budget.has_value();
  figures_.budget = budget.value_or(Cents{});
  if (placement_)
    figures_.parts = placement_->parts_of(row);
  figures_.has_other_amount = !budget && has_amounts_ && projects_->amount.present[row];
  if (figures_.has_other_amount) {
    figures_.other_amount = projects_->amount.values[row];
    figures_.currency = projects_->currency.codes[row];
  }
}

bool RowReader::has_shares(std::size_t row) const {
  const auto& all = projects_->sector_share;
  const auto& offsets = projects_->sector.offsets;
  // Not above 0 is also NaN: not given.
  const auto given = [](double share) { return share > 0; };
  return !all.empty() && offsets[row + 1] - offsets[row] > 1 &&
         std::any_of(all.begin() + offsets[row], all.begin() + offsets[row + 1], given);
}

/// Cuts the amounts down to the chosen sectors. Sums must hold both ways: the sectors of a zone add
/// up to the zone's part, and the zones of a sector to the sector's share. So each zone in turn
/// takes its part from what is left of the sectors, in proportion; the last one takes the rest.
template <class Chosen>
void RowReader::choose(std::size_t row, Chosen chosen) {
  const auto codes = projects_->sector.at(row);
  const auto shares =
      std::span(projects_->sector_share).subspan(projects_->sector.offsets[row], codes.size());
  const auto sum_of_chosen = [&](const std::vector<Cents>& amounts) {
    Cents sum;
    for (std::size_t i = 0; i < codes.size(); ++i)
      if (chosen(codes[i]))
        sum += amounts[i];
    return sum;
  };
  if (figures_.has_other_amount)
    figures_.other_amount = sum_of_chosen(split_cents(figures_.other_amount, shares));

  auto left = split_cents(figures_.budget, shares);
  figures_.budget = sum_of_chosen(left);
  std::vector<double> weights(left.size());
  parts_.clear();
  for (const ProjectPart& part : figures_.parts) {
    for (std::size_t i = 0; i < left.size(); ++i)
      weights[i] = static_cast<double>(std::abs(left[i].value));
    const auto here = split_cents(part.budget, weights);
    for (std::size_t i = 0; i < left.size(); ++i)
      left[i] = left[i] - here[i];
    parts_.push_back({part.slot, sum_of_chosen(here)});
  }
  figures_.parts = parts_;
}

}  // namespace malimap
