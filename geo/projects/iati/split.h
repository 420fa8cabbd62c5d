#pragma once
// How an activity divides: among countries, over places, by sector.

#include <string_view>
#include <vector>

#include "geo/projects/iati/activity.h"

namespace malimap::iati {

/// Parts as shares of one. Without percentages, or with some missing, what is left is divided
/// equally among those without; they are scaled to one. `off`: the percentages given add up to
/// something else than 100.
struct Shares {
  std::vector<double> of;  // per part
  bool off = false;
};
[[nodiscard]] Shares shares_of(const std::vector<Part>& parts);

/// The sectors that count: of one vocabulary, the OECD DAC's five digits before three before
/// others, since each vocabulary describes the whole. Where the activity has none, its
/// transactions', in proportion to their amounts.
[[nodiscard]] std::vector<Part> sectors_of(const Activity& activity);

/// Recipient countries and regions, the regions behind the countries; where the activity has none,
/// its transactions'.
struct Recipients {
  std::vector<Part> parts;
  std::size_t countries = 0;  // the first so many of `parts`
};
[[nodiscard]] Recipients recipients_of(const Activity& activity);

}  // namespace malimap::iati
