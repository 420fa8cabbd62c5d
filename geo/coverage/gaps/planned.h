#pragma once
// What if: projects that are not in the list, put into figures. Inside gaps only.

#include <vector>

#include "geo/coverage/gaps/cases.h"

namespace malimap {

/// A planned project and the zone that it lies in.
struct PlacedProject {
  const PlannedProject* project = nullptr;
  std::size_t zone = 0;
};

/// Those that the filter lets pass and that lie in one zone that is reported on; `notes` says which
/// do not count and why. The input must outlive them.
[[nodiscard]] std::vector<PlacedProject> place_planned(const GapInput& input,
                                                       const Coverage& coverage,
                                                       std::vector<Message>& notes);

/// Into the zones' figures and the total.
void add_planned(Coverage& coverage, const std::vector<PlacedProject>& planned);

/// Into the aid of a layer. A project without a sector is in none.
void add_planned(CaseLayer& layer, const std::vector<PlacedProject>& planned, Aid aid);

}  // namespace malimap
