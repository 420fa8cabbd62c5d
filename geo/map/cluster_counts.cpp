#include "geo/map/cluster_counts.h"

#include <algorithm>

#include "geo/coverage/row_order.h"

namespace malimap {

ClusterCounts::ClusterCounts(std::span<const Marker> places, const Dataset& dataset) {
  const Projects& projects = *dataset.projects;
  const auto numbers = project_numbers(dataset);
  const auto number_of = [&](ProjectIndex row) {
    return numbers.empty() ? static_cast<std::int32_t>(row)
                           : numbers[static_cast<std::size_t>(row)];
  };
  std::int32_t most = -1;
  for (const Marker& place : places)
    for (const ProjectIndex row : place.projects)
      most = std::max(most, number_of(row));
  constexpr std::uint32_t kNowhere = 0xFFFFFFFF, kSeveral = 0xFFFFFFFE;
  std::vector<std::uint32_t> where(static_cast<std::size_t>(most + 1), kNowhere);
  for (std::uint32_t place = 0; place < places.size(); ++place)
    for (const ProjectIndex row : places[place].projects) {
      auto& seen = where[static_cast<std::size_t>(number_of(row))];
      seen = seen == kNowhere || seen == place ? place : kSeveral;
    }
  for (std::uint32_t place = 0; place < places.size(); ++place)
    for (const ProjectIndex row : places[place].projects)
      if (where[static_cast<std::size_t>(number_of(row))] == kSeveral) {
        auto& counted = shared_[place][number_of(row)];
        counted = std::max(counted, projects.count[static_cast<std::size_t>(row)]);
      }
}

std::int64_t ClusterCounts::merge(std::span<const std::uint32_t> nodes,
                                  std::span<const std::int64_t> counts, std::uint32_t merged) {
  std::int64_t count = 0;
  Shared together;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    count += counts[i];
    const auto found = shared_.find(nodes[i]);
    if (found == shared_.end())
      continue;
    for (const auto& [number, stands_for] : found->second) {
      count -= stands_for;
      auto& counted = together[number];
      count += std::max(counted, stands_for) - counted;
      counted = std::max(counted, stands_for);
    }
    shared_.erase(found);
  }
  if (!together.empty())
    shared_.emplace(merged, std::move(together));
  return count;
}

}  // namespace malimap
