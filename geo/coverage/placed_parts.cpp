#include "geo/coverage/placed_parts.h"

namespace malimap {

void PlacedParts::push_project(std::span<const ProjectPart> parts) {
  if (!split_ && (parts.size() != 1 || parts[0].budget != budget_of(size()))) {
    split_ = true;
    budget_.reserve(list_->size());
    for (std::size_t project = 0; project < size(); ++project)
      budget_.push_back(budget_of(project));
  }
  for (const ProjectPart& part : parts) {
    slot_.push_back(part.slot);
    known_.push_back(part.known);
    if (!split_)
      continue;
    reserve_one_more(budget_);
    budget_.push_back(part.budget);
  }
}

void PlacedParts::shrink_to_fit() {
  slot_.shrink_to_fit();
  known_.shrink_to_fit();
  budget_.shrink_to_fit();
}

std::size_t PlacedParts::memory() const {
  return slot_.memory() + known_.memory() + budget_.capacity() * sizeof(Cents);
}

}  // namespace malimap
