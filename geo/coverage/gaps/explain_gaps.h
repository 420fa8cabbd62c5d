#pragma once
// Figures of a study of gaps explained, as explain() does it for those of a coverage.

#include "geo/coverage/explain.h"
#include "geo/coverage/gaps/gaps.h"

namespace malimap {

/// An index or a line of "where next": what it was computed from unit by unit, the rule, the units
/// that it is over, the sources of aid and need, and the rows of the list. `ref.gap` says which; a
/// line is found by `ref.zone` and, in sectors, by `ref.value`. The study is of this cube under
/// this filter.
[[nodiscard]] Explanation explain_gap(const GapStudy& study, const CoverageCube& cube,
                                      const Filter& filter, const FigureRef& ref,
                                      const Translator& tr);

}  // namespace malimap
