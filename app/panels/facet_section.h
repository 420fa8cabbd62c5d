#pragma once
// The values of one dimension as a list of filters, of any length: only the rows in sight are made.

#include "app/panels/panels.h"

namespace malimap::left_column {

/// Nothing where the data does not have the dimension.
void facet_section(const PanelContext& ctx, Dimension dimension, const Snapshot<Facets>& facets,
                   Actions& actions);

}  // namespace malimap::left_column
