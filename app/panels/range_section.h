#pragma once
// Ranges of the filter as histograms to brush, with their ends to type: budget, beginning.

#include "app/panels/panels.h"

namespace malimap::left_column {

void budget_section(const PanelContext& ctx, Actions& actions);
void start_section(const PanelContext& ctx, Actions& actions);

/// The range of some bins: from the first's lower edge to before the last's upper edge; open where
/// it reaches an end of the histogram. Nothing chosen: all.
[[nodiscard]] CentsRange range_of(const std::vector<Cents>& edges,
                                  const std::optional<std::pair<int, int>>& bins);
[[nodiscard]] DateRange range_of(const std::vector<Date>& edges,
                                 const std::optional<std::pair<int, int>>& bins);

/// Where a range lies, in bins; nothing for an empty one. Values between two edges lie between
/// them.
[[nodiscard]] std::optional<std::pair<double, double>> bins_of(const std::vector<Cents>& edges,
                                                               const CentsRange& range);
[[nodiscard]] std::optional<std::pair<double, double>> bins_of(const std::vector<Date>& edges,
                                                               const DateRange& range);

}  // namespace malimap::left_column
