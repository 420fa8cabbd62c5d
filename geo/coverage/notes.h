#pragma once
// The sentences that go with a coverage: what its reader must know to read the figures right.

#include "geo/coverage/coverage.h"

namespace malimap {

/// For the coverage of a project list.
void add_list_notes(Coverage& coverage, const Projects& projects);

/// For the coverage of aggregates under a filter.
void add_aggregate_notes(Coverage& coverage, const Aggregates& aggregates, const Filter& filter);

}  // namespace malimap
