#pragma once
// Distinct projects of clusters: those that lie at several places are remembered by name until all
// their places are in one cluster, the others are only added up.

#include <unordered_map>

#include "geo/map/clusters.h"

namespace malimap {

class ClusterCounts {
 public:
  ClusterCounts(std::span<const Marker> places, const Dataset& dataset);

  /// Distinct projects of these nodes together, which become the node `merged`.
  [[nodiscard]] std::int64_t merge(std::span<const std::uint32_t> nodes,
                                   std::span<const std::int64_t> counts, std::uint32_t merged);

 private:
  /// Projects at several places, by number, and how many each stands for.
  using Shared = std::unordered_map<std::int32_t, std::int32_t>;
  std::unordered_map<std::uint32_t, Shared> shared_;  // of nodes that have any
};

}  // namespace malimap
