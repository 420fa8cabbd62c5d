#pragma once
// Places that would overlap on the picture, as clusters that split when zooming. Built once for all
// scales, so that panning and zooming only select.
//
// Scales are powers of two. From fine to coarse, circles that overlap at a scale become one, at the
// mean of their projects' positions, until none overlap: so a cluster splits into those of the next
// finer scale. Circles shown at a view's scale come from the next coarser one, and never overlap.
// Contested places cluster apart from the others, since they are drawn otherwise; the two kinds may
// overlap. (The scheme of scales is that of Agafonkin's supercluster, 2016; there the radius is one
// for all.)
//
// Memory: one node a merge, and one number a circle for each scale at which something merges. For a
// million places that is some 100 MB beside the places themselves.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "geo/map/composition.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// Metres per dp of the finest scale; below it every place is shown by itself.
inline constexpr double kFinestClusterScale = 4;

/// Radius of a cluster of so many projects: room for the number, not an area to compare.
[[nodiscard]] double cluster_radius_dp(std::int64_t count);

class ClusterIndex {
 public:
  /// Numbers of places and projects; `places` are those that make_markers made of the dataset.
  ClusterIndex(std::span<const Marker> places, const Dataset& dataset);

  /// What is drawn at this scale of the part of the plane inside the box, and around it where that
  /// is cheap: plain ones before contested ones, large ones first. `places` as given when built.
  [[nodiscard]] std::vector<Marker> select(std::span<const Marker> places, double metres_per_dp,
                                           const PlaneBox& box) const;

 private:
  using Node = std::uint32_t;  // below place_count_ a place, else an inner node
  struct Inner {
    PlanePoint position;
    std::int64_t count = 0;  // distinct projects
    std::uint32_t places = 0;
    std::uint32_t first_child = 0, child_count = 0;  // in children_
  };
  /// Circles of one scale, in rows from south to north, each from west to east.
  struct Scale {
    double row_height = 1;
    std::vector<Node> nodes;
    std::vector<std::int32_t> rows;    // ascending; those with a circle
    std::vector<std::uint32_t> first;  // per row, in nodes; one more
    std::vector<Marker> whole;         // all of them, where they are few
  };
  using Scales = std::vector<std::shared_ptr<const Scale>>;  // neighbours may be the same
  class Builder;

  [[nodiscard]] Marker marker_of(Node node, std::span<const Marker> places) const;
  [[nodiscard]] PlanePoint position_of(Node node, std::span<const Marker> places) const;
  void select_from(const Scale& scale, std::span<const Marker> places, const PlaneBox& box,
                   std::vector<Marker>& out) const;

  Node place_count_ = 0;
  std::vector<Inner> inner_;
  std::vector<Node> children_;
  Scales plain_scales_, contested_scales_;  // scale 0: every place; i: kFinest * 2^(i - 1)
};

/// Null where there are no places.
[[nodiscard]] Snapshot<ClusterIndex> make_clusters(std::span<const Marker> places,
                                                   const Dataset& dataset);

}  // namespace malimap
