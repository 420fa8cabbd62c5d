#pragma once
// The merging behind a ClusterTree: circles that overlap become one, scale by scale.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/map/cluster_tree.h"

namespace malimap {

inline constexpr double kWidestCircle = 18;  // dp, radius

/// The row of circles that a height on the plane belongs to.
[[nodiscard]] std::int32_t circle_row(double y, double row_height);

/// Circles that became one. Its children are sites by their index, or behind these merged ones.
struct MergedCircle {
  PlanePoint position;
  std::uint32_t first_child = 0, child_count = 0;
};

/// What is shown at one scale, as ClusterTree keeps it.
struct MergedScale {
  bool as_before = false;  // nothing overlaps that did not at the scale before; the rest is empty
  double row_height = 1;
  std::vector<std::uint32_t> nodes;
  std::vector<std::int32_t> rows;
  std::vector<std::uint32_t> first;
};

class ClusterMerging {
 public:
  explicit ClusterMerging(std::span<const ClusterSite> sites_to_merge) : sites(sites_to_merge) {}

  /// From the finest, where every site is by itself, to the coarsest; of one kind of sites. The
  /// last one has its nodes.
  [[nodiscard]] std::vector<MergedScale> scales_of(bool contested);

  [[nodiscard]] std::uint32_t site_count() const {
    return static_cast<std::uint32_t>(sites.size());
  }

  std::span<const ClusterSite> sites;
  std::vector<MergedCircle> merged;
  std::vector<std::uint32_t> children;

 private:
  struct Circle {
    PlanePoint position;
    double radius_dp = 0;
    std::int64_t count = 0;
    std::uint32_t node = 0;
    std::int32_t row = 0;
    bool fresh = true;  // not compared with the others yet
  };
  using Circles = std::vector<Circle>;

  [[nodiscard]] static bool before(const Circle& a, const Circle& b);
  void sort_into_rows(Circles& circles, double scale);
  [[nodiscard]] bool merge_overlapping(Circles& circles, double scale);
  void gather(const Circles& circles, const std::vector<std::uint8_t>& taken, std::size_t of,
              std::size_t first, std::int32_t row, double scale);
  [[nodiscard]] Circle join(const Circles& circles);
  [[nodiscard]] MergedScale scale_of(const Circles& circles) const;

  double row_height_ = 1;
  std::vector<std::size_t> group_;
  Circles sorted_, joined_;  // room to work in
};

}  // namespace malimap
