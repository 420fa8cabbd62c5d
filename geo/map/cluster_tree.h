#pragma once
// Circles that would overlap on the picture, as clusters that split when zooming. Built once for
// all scales, so that panning and zooming only select.
//
// Scales are powers of two. From fine to coarse, circles that overlap at a scale become one, at the
// mean of their projects' positions, until none overlap: so a cluster splits into those of the next
// finer scale. Circles shown at a view's scale come from the next coarser one, and never overlap.
// Contested sites cluster apart from the others, since they are drawn otherwise; the two kinds may
// overlap. (The scheme of scales is that of Agafonkin's supercluster, 2016; there the radius is one
// for all.)
//
// Nodes are numbered so that what lies under one is a range: sums over any part of the sites are
// differences of running sums. That makes a filter cheap: it changes the sums, not the tree.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "geo/boundaries/boundaries.h"
#include "geo/map/shapes.h"

namespace malimap {

/// Metres per dp of the finest scale; below it every site is shown by itself.
inline constexpr double kFinestClusterScale = 4;

/// Radius of a cluster of so many projects: room for the number, not an area to compare.
[[nodiscard]] double cluster_radius_dp(std::int64_t count);

/// A circle to be clustered.
struct ClusterSite {
  PlanePoint position;
  double radius_dp = 0;
  std::int64_t count = 1;  // projects, at most
  bool contested = false;
};

class ClusterTree {
 public:
  /// Below leaf_count() a leaf, else an inner node. Who is above has the greater number.
  using Node = std::uint32_t;
  static constexpr Node kNone = 0xFFFFFFFF;

  /// What lies under a node: leaves, and the inner nodes below and including it, both as [from,
  /// to).
  struct Under {
    std::uint32_t first_leaf, end_leaf;
    std::uint32_t first_inner, end_inner;  // without the leaves' numbers
  };

  explicit ClusterTree(std::span<const ClusterSite> sites);

  [[nodiscard]] std::size_t leaf_count() const { return site_of_leaf_.size(); }
  [[nodiscard]] std::size_t inner_count() const { return inner_.size(); }
  /// Index of a leaf's site among those given.
  [[nodiscard]] std::uint32_t site_of_leaf(Node leaf) const { return site_of_leaf_[leaf]; }
  [[nodiscard]] Under under(Node node) const;
  /// Of a leaf its site's, of an inner node the mean of its projects'.
  [[nodiscard]] PlanePoint position(Node node) const { return positions_[node]; }
  /// The smallest node that two nodes lie under; kNone where no scale brings them together.
  [[nodiscard]] Node lowest_common(Node a, Node b) const;

  /// The nodes to be shown at this scale in the part of the plane inside the box, and around it
  /// where that is cheap: plain ones before contested ones.
  [[nodiscard]] std::vector<Node> select(double metres_per_dp, const PlaneBox& box) const;

 private:
  struct Inner {
    std::uint32_t first_leaf, end_leaf, first_inner;
  };
  /// Circles of one scale, in rows from south to north, each from west to east.
  struct Scale {
    double row_height = 1;
    std::vector<Node> nodes;
    std::vector<std::int32_t> rows;    // ascending; those with a circle
    std::vector<std::uint32_t> first;  // per row, in nodes; one more
  };
  using Scales = std::vector<std::shared_ptr<const Scale>>;  // neighbours may be the same
  class Builder;

  void select_from(const Scale& scale, const PlaneBox& box, std::vector<Node>& out) const;

  std::vector<std::uint32_t> site_of_leaf_;
  std::vector<PlanePoint> positions_;  // per node
  std::vector<Node> parents_;          // per node
  std::vector<Inner> inner_;
  Scales plain_scales_, contested_scales_;  // scale 0: every site; i: kFinest * 2^(i - 1)
};

}  // namespace malimap
