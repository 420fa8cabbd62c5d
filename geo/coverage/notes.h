#pragma once
// The sentences that go with a coverage: what its reader must know to read the figures right.

#include "geo/coverage/inside_units.h"
#include "geo/coverage/zones.h"

namespace malimap {

/// For the coverage of a project list under a filter.
void add_list_notes(Coverage& coverage, const Projects& projects, const Filter& filter);

/// For a coverage under a filter of units: those that the boundaries lack, zones of which a part is
/// counted, and projects that are known for more than these units.
void add_unit_notes(Coverage& coverage, const InsideUnits& inside,
                    std::int64_t known_more_coarsely);

/// For the coverage of aggregates under a filter.
void add_aggregate_notes(Coverage& coverage, const Aggregates& aggregates, const Filter& filter);

/// For the coverage of aggregates under a filter of units.
void note_units_of_aggregates(Coverage& coverage, const InsideUnits& inside);

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
