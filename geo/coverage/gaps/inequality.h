#pragma once
// How unequally something is spread over units against their need: pure numbers.

#include <optional>
#include <span>
#include <vector>

namespace malimap {

/// One unit's share-out: what it gets, and what it needs (> 0).
struct Holding {
  double aid = 0, need = 0;
  int group = 0;  // of the decomposition: number of its area
};

/// A point of the Lorenz curve: cumulated shares, units in the order of rising aid per need.
struct LorenzPoint {
  double need = 0, aid = 0;  // 0 to 1
};
/// From (0, 0) to (1, 1). Empty without any aid or need.
[[nodiscard]] std::vector<LorenzPoint> lorenz_curve(std::span<const Holding> holdings);

/// Need-weighted Gini: one minus twice the area under the Lorenz curve (Brown 1994, "Using
/// Gini-style indices to evaluate the spatial patterns of health practitioners").
[[nodiscard]] std::optional<double> gini(std::span<const Holding> holdings);
/// Half the sum of |share of aid - share of need| (Hoover 1936).
[[nodiscard]] std::optional<double> hoover(std::span<const Holding> holdings);
/// Theil's T with need as weights: the sum of a ln(a / n) over shares; a unit without aid adds
/// nothing (Theil 1967).
[[nodiscard]] std::optional<double> theil(std::span<const Holding> holdings);

struct TheilGroup {
  int group = 0;
  double aid_share = 0, need_share = 0;
  double within = 0;        // Theil's T inside the group
  double contribution = 0;  // aid_share * within
};
/// Parts add up to the whole: between + the contributions = theil().
struct TheilParts {
  double between = 0;
  std::vector<TheilGroup> groups;  // in the order of their numbers
};
[[nodiscard]] std::optional<TheilParts> theil_parts(std::span<const Holding> holdings);

/// Empirical Bayes rates, which shrink small units toward the whole (Marshall 1991, "Mapping
/// disease and mortality rates using empirical Bayes estimators", the global one). One a holding:
/// aid per need.
[[nodiscard]] std::vector<double> smoothed_rates(std::span<const Holding> holdings);

}  // namespace malimap
