#pragma once
// A histogram with a brush: drag over it to choose bins, drag the ends or the middle of what is
// chosen, press beside it to choose nothing.

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "app/panels/context.h"

namespace malimap::ui {

struct Histogram {
  std::string id;  // "budget"; the brush is "budget.brush"
  std::span<const std::int64_t> bins;
  // What is chosen, in bins from the left edge: 0 is the lower edge of the first, bins.size() the
  // upper edge of the last.
  std::optional<std::pair<double, double>> chosen;
  std::string low_text, high_text;  // under its ends
};

struct Brushed {
  bool changed = false;                     // what follows is new, or has settled
  bool settles = false;                     // the pointer was let go
  std::optional<std::pair<int, int>> bins;  // from this edge to that one; nothing: all
};

/// As wide as said, at the cursor; moves the cursor below it.
Brushed histogram_brush(const PanelContext& ctx, const Histogram& histogram, float left,
                        float right);

/// Where a brush that began at `drag` stands with the pointer at `at` (bins): snapped to edges, at
/// least one bin wide.
[[nodiscard]] std::pair<int, int> brushed_bins(const BrushDrag& drag, double at, int count);

}  // namespace malimap::ui
