#include "geo/projects/projects.h"

namespace malimap {

void Projects::set_budget(std::size_t project, const std::optional<Cents>& in_dollars) {
  const auto as_given = amount_of(project);
  budget.set(project, in_dollars);
  if (project < amount.size())
    set_amount(project, as_given);
}

void Projects::shrink_to_fit() {
  for (DictionaryColumn* column : {&fund, &status, &currency})
    column->codes.shrink_to_fit();
  for (MultiDictionaryColumn* column : {&sector, &donor, &partner}) {
    column->codes.shrink_to_fit();
    column->offsets.shrink_to_fit();
  }
  sector_share.shrink_to_fit();
  row.shrink_to_fit();
  count.shrink_to_fit();
  budget.shrink_to_fit();
  amount.shrink_to_fit();
  project_of_row.shrink_to_fit();
  start.shrink_to_fit();
  end.shrink_to_fit();
  scope.shrink_to_fit();
  location_offsets.shrink_to_fit();
  locations.shrink_to_fit();
  // Last, when the others have given back what they kept free: texts are the longest, and stand
  // twice for a moment.
  for (TextColumn* texts : {&title, &place_text, &notes, &id})
    texts->shrink_to_fit();
}

}  // namespace malimap
