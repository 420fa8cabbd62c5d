#pragma once
// The sentences that go with a coverage: what its reader must know to read the figures right.

#include "geo/coverage/zones.h"

namespace malimap {

/// For the coverage of a project list under a filter.
void add_list_notes(Coverage& coverage, const Projects& projects, const Filter& filter);

/// For the coverage of aggregates under a filter.
void add_aggregate_notes(Coverage& coverage, const Aggregates& aggregates, const Filter& filter);

/// Names the zones of the aggregates that the boundaries in use do not hold: their figures are in
/// the total only.
void note_zones_elsewhere(Coverage& coverage, const Aggregates& aggregates, const ZonePlan& plan);

/// That the budgets by region are inferred.
[[nodiscard]] Message inferred_note();

/// That the list gives no budget at all: said on every map, also on those of counts.
[[nodiscard]] Message no_budgets_note();

/// "25 000 000 XOF": a whole number of the currency, grouped in a way that both languages read.
[[nodiscard]] std::string amount_words(const std::string& currency, Cents amount);

}  // namespace malimap
