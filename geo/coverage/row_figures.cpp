#include "geo/coverage/row_figures.h"

#include "geo/coverage/sector_cells.h"
#include "geo/projects/shares.h"

namespace malimap {
namespace {

const Placement& or_empty(const Placement* placement) {
  static const Placement kEmpty;
  return placement ? *placement : kEmpty;
}

}  // namespace

RowReader::RowReader(const Dataset& dataset, const Placement* placement, const Filter& filter)
    : projects_(dataset.projects.get()),
      placement_(placement),
      inside_(or_empty(placement), placement ? filter.units : std::set<std::string>{}),
      numbers_(project_numbers(dataset)),
      has_amounts_(projects_->amount.size() == projects_->size() &&
                   projects_->currency.codes.size() == projects_->size()) {
  if (placement) {
    slots_.row_of_slot.resize(placement->slot_count());
    slots_.index_of_slot.resize(placement->slot_count());
    coarser_.row_of_slot.resize(placement->coarser_codes.size());
    coarser_.index_of_slot.resize(placement->coarser_codes.size());
  }
  if (filter.sector.empty() || projects_->sector_share.empty())
    return;
  sectors_.resize(projects_->sector.dictionary.size());
  for (const auto& sector : filter.sector)
    if (const Code code = projects_->sector.dictionary.find(sector); code != kMissing)
      sectors_[static_cast<std::size_t>(code)] = 1;
}

const RowFigures& RowReader::read(std::size_t row, const Code* sector, bool with_parts) {
  read_columns(row);
  const bool chooses = sector ? *sector != kMissing : !sectors_.empty();
  if (!placement_) {
    if (chooses && has_sector_shares(*projects_, row))
      cut_without_places(row, sector);
    return figures_;
  }
  const auto parts = placement_->parts_of(row);
  const auto is_in_one_slot = [&] {
    single_ = parts.front();
    return single_.slot != placement_->slot_of(Apart::Coarser);
  };
  const auto cells = chooses ? placement_->cells_of(row) : std::span<const Cents>{};
  if (!cells.empty()) {
    const auto codes = projects_->sector.at(row);
    gather(row, with_parts, [&](std::size_t part) {
      Cents sum;
      for (std::size_t i = 0; i < codes.size(); ++i)
        if (is_chosen(codes[i], sector))
          sum += cells[part * codes.size() + i];
      return sum;
    });
  } else if (inside_.all() && !with_parts) {
    return figures_;
  } else if (inside_.all() && parts.size() == 1 && is_in_one_slot()) {
    figures_.parts = std::span(&single_, 1);
  } else {
    const std::size_t first = placement_->offsets[row];
    gather(row, with_parts, [&](std::size_t part) {
      if (figures_.has_other_amount)
        return placement_->other[first + part];
      return parts[part].budget;
    });
  }
  return figures_;
}

void RowReader::read_columns(std::size_t row) {
  const bool has_budget = projects_->budget.present[row];
  figures_.project = numbers_.empty() ? -1 : numbers_[row];
  figures_.count = projects_->count[row];
  figures_.has_budget = has_budget;
  figures_.budget = has_budget ? projects_->budget.values[row] : Cents{};
  figures_.parts = figures_.coarser = {};
  figures_.has_other_amount = false;
  if (has_budget || !has_amounts_)
    return;
  if (const auto other = projects_->amount_of(row)) {
    figures_.has_other_amount = true;
    figures_.other_amount = *other;
    figures_.currency = projects_->currency.codes[row];
  }
}

/// Sums over the parts inside, one a slot.
template <class Amount>
void RowReader::gather(std::size_t row, bool with_parts, Amount amount_of) {
  ++turn_;
  slots_.parts.clear();
  coarser_.parts.clear();
  Cents sum;
  const auto parts = placement_->parts_of(row);
  const int coarser = placement_->slot_of(Apart::Coarser);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!inside_.place(parts[i].known))
      continue;
    const Cents amount = amount_of(i);
    sum += amount;
    if (!with_parts)
      continue;
    const Cents budget = figures_.has_budget ? amount : Cents{};
    slots_.add(turn_, parts[i].slot, budget);
    if (parts[i].slot == coarser && parts[i].known >= 0)
      coarser_.add(turn_, placement_->coarser_of_known[static_cast<std::size_t>(parts[i].known)],
                   budget);
  }
  if (figures_.has_budget)
    figures_.budget = sum;
  if (figures_.has_other_amount)
    figures_.other_amount = sum;
  figures_.parts = slots_.parts;
  figures_.coarser = coarser_.parts;
}

void RowReader::Merged::add(std::uint32_t row, int slot, Cents budget) {
  const auto at = static_cast<std::size_t>(slot);
  if (row_of_slot[at] == row) {
    parts[index_of_slot[at]].budget += budget;
    return;
  }
  row_of_slot[at] = row;
  index_of_slot[at] = static_cast<std::uint32_t>(parts.size());
  parts.push_back({slot, -1, budget});
}

void RowReader::cut_without_places(std::size_t row, const Code* sector) {
  const auto codes = projects_->sector.at(row);
  const auto shares =
      std::span(projects_->sector_share).subspan(projects_->sector.offsets[row], codes.size());
  const auto sum_of_chosen = [&](Cents amount) {
    const auto amounts = split_cents(amount, shares);
    Cents sum;
    for (std::size_t i = 0; i < codes.size(); ++i)
      if (is_chosen(codes[i], sector))
        sum += amounts[i];
    return sum;
  };
  figures_.budget = sum_of_chosen(figures_.budget);
  if (figures_.has_other_amount)
    figures_.other_amount = sum_of_chosen(figures_.other_amount);
}

}  // namespace malimap
