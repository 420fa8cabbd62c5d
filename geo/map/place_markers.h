#pragma once
// Circles for the projects that pass a filter, and their clusters for every scale.

#include <vector>

#include "geo/coverage/cube.h"
#include "geo/map/composition.h"
#include "geo/map/marker_index.h"

namespace malimap {

/// One circle per place of the projects that pass the filter, or for several places one with their
/// number where they would overlap. A circle's area grows with the number of projects: rows that
/// are one project count as one, though Marker::projects holds each.
///
/// Up to kFewPlaces are clustered by themselves: circles never overlap. More keep the clusters of
/// the whole list, with what the filter leaves of each: these stay where they are whatever is
/// filtered, and where one place is left of a cluster it stands at its own position, where it may
/// touch a neighbour.
class PlaceMarkers {
 public:
  /// The cube is of the index's dataset; it need not outlive this.
  PlaceMarkers(Snapshot<MarkerIndex> index, const CoverageCube& cube, const Filter& filter);

  [[nodiscard]] bool empty() const { return shown_.empty(); }
  /// Projects of the place that has most.
  [[nodiscard]] std::int64_t largest() const { return largest_; }
  /// Projects at contested places, each place counting its own.
  [[nodiscard]] std::int64_t contested() const { return contested_; }

  /// Every place by itself: plain ones before contested ones, large ones first, so that small ones
  /// are drawn on top.
  [[nodiscard]] std::vector<Marker> places() const;

  /// What is drawn at this scale of the part of the plane inside the box, and around it where that
  /// is cheap, in the same order.
  [[nodiscard]] std::vector<Marker> select(double metres_per_dp, const PlaneBox& box) const;

 private:
  struct Shown {
    std::uint32_t place;
    std::int64_t count;
  };
  void find_shown(const CoverageCube& cube, const Filter& filter);
  void cluster_few();
  void add_up();
  void subtract_scattered();
  [[nodiscard]] std::uint32_t shown_before(std::uint32_t leaf) const {
    return shown_before_.empty() ? leaf : shown_before_[leaf];
  }
  [[nodiscard]] Marker marker_of(const Shown& shown) const;
  void add_marker(ClusterTree::Node node, std::vector<Marker>& out) const;
  void add_projects(std::uint32_t place, std::size_t most, std::vector<ProjectIndex>& out) const;

  Snapshot<MarkerIndex> index_;
  Snapshot<ClusterTree> tree_;               // the index's, or one of these places alone
  std::vector<std::uint8_t> passes_;         // per entry of the index
  std::vector<Shown> shown_;                 // in the order of the tree's leaves
  std::vector<std::uint32_t> shown_before_;  // per leaf, and behind the last; empty: all are shown
  std::vector<std::int64_t> count_before_;   // per shown place, and behind the last
  // What projects at several places are counted too often, per inner node, and behind the last;
  // empty: there are none.
  std::vector<std::int64_t> repeated_before_;
  std::int64_t largest_ = 1, contested_ = 0;
};

/// Radius of a circle for so many projects where the largest stands for `largest`.
[[nodiscard]] double marker_radius_dp(std::int64_t count, std::int64_t largest);

/// Null where no place is left.
[[nodiscard]] Snapshot<PlaceMarkers> make_place_markers(const Snapshot<MarkerIndex>& index,
                                                        const CoverageCube& cube,
                                                        const Filter& filter);

}  // namespace malimap
