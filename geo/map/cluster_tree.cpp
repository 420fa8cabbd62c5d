#include "geo/map/cluster_tree.h"

#include <algorithm>
#include <cmath>

#include "geo/map/cluster_builder.h"

namespace malimap {
namespace {

constexpr std::size_t kAlwaysAll = 2000;  // circles of a scale that are always given all
constexpr double kMargin = 40;            // dp around the box: circles that reach into it

}  // namespace

double cluster_radius_dp(std::int64_t count) {
  return std::min(kWidestCircle,
                  8.5 + 3 * std::log10(static_cast<double>(std::max<std::int64_t>(count, 1))));
}

ClusterTree::Under ClusterTree::under(Node node) const {
  const auto leaves = static_cast<Node>(leaf_count());
  if (node < leaves)
    return {node, node + 1, 0, 0};
  const Inner& inner = inner_[node - leaves];
  return {inner.first_leaf, inner.end_leaf, inner.first_inner, node - leaves + 1};
}

ClusterTree::Node ClusterTree::lowest_common(Node a, Node b) const {
  while (a != b) {
    if (a > b)
      std::swap(a, b);
    a = parents_[a];  // whoever is above has the greater number
    if (a == kNone)
      return kNone;
  }
  return a;
}

/// Puts what the merging left into an order in which everything under a node is a range.
class ClusterTree::Builder {
 public:
  Builder(ClusterTree& tree, const ClusterMerging& merging) : tree_(tree), merging_(merging) {
    const auto sites = merging.site_count();
    tree.site_of_leaf_.reserve(sites);
    renamed_.resize(sites + merging.merged.size());
    tree.inner_.resize(merging.merged.size());
    tree.positions_.resize(renamed_.size());
    tree.parents_.assign(renamed_.size(), kNone);
  }

  /// The trees under the nodes of the coarsest scale, one after another.
  void add(const std::vector<MergedScale>& scales) {
    for (const std::uint32_t root : scales.back().nodes)
      add_tree(root);
  }

  [[nodiscard]] Scales renamed(std::vector<MergedScale>& scales) const {
    Scales result;
    for (MergedScale& scale : scales) {
      if (scale.as_before) {
        result.push_back(result.back());
        continue;
      }
      auto made = std::make_shared<Scale>();
      made->row_height = scale.row_height;
      made->nodes = std::move(scale.nodes);
      for (Node& node : made->nodes)
        node = renamed_[node];
      made->rows = std::move(scale.rows);
      made->first = std::move(scale.first);
      result.push_back(std::move(made));
    }
    return result;
  }

 private:
  struct Open {
    std::uint32_t node, next_child;
    std::uint32_t first_leaf, first_inner;
  };

  [[nodiscard]] Open opened(std::uint32_t node) const {
    return {node, 0, static_cast<std::uint32_t>(tree_.site_of_leaf_.size()), inner_made_};
  }

  // Without recursion: a chain of merges may be as long as the list.
  void add_tree(std::uint32_t root) {
    std::vector<Open> open{opened(root)};
    while (!open.empty()) {
      Open& top = open.back();
      if (top.node < merging_.site_count()) {
        finish_leaf(top.node);
        open.pop_back();
        continue;
      }
      const MergedCircle& merged = merging_.merged[top.node - merging_.site_count()];
      if (top.next_child < merged.child_count) {
        const auto child = merging_.children[merged.first_child + top.next_child++];
        open.push_back(opened(child));
        continue;
      }
      finish_inner(top, merged);
      open.pop_back();
    }
  }

  void finish_leaf(std::uint32_t site) {
    const auto leaf = static_cast<Node>(tree_.site_of_leaf_.size());
    tree_.site_of_leaf_.push_back(site);
    tree_.positions_[leaf] = merging_.sites[site].position;
    renamed_[site] = leaf;
  }

  void finish_inner(const Open& open, const MergedCircle& merged) {
    const auto node = static_cast<Node>(merging_.site_count() + inner_made_);
    tree_.inner_[inner_made_] = {
        open.first_leaf, static_cast<std::uint32_t>(tree_.site_of_leaf_.size()), open.first_inner};
    tree_.positions_[node] = merged.position;
    renamed_[open.node] = node;
    for (std::uint32_t i = 0; i < merged.child_count; ++i)
      tree_.parents_[renamed_[merging_.children[merged.first_child + i]]] = node;
    ++inner_made_;
  }

  ClusterTree& tree_;
  const ClusterMerging& merging_;
  std::vector<Node> renamed_;  // per site, and behind them per merged circle
  std::uint32_t inner_made_ = 0;
};

ClusterTree::ClusterTree(std::span<const ClusterSite> sites) {
  ClusterMerging merging(sites);
  std::vector<MergedScale> plain = merging.scales_of(false), contested = merging.scales_of(true);
  Builder builder(*this, merging);
  builder.add(plain);
  builder.add(contested);
  plain_scales_ = builder.renamed(plain);
  contested_scales_ = builder.renamed(contested);
}

void ClusterTree::select_from(const Scale& scale, const PlaneBox& box,
                              std::vector<Node>& out) const {
  if (scale.nodes.size() <= kAlwaysAll) {
    out.insert(out.end(), scale.nodes.begin(), scale.nodes.end());
    return;
  }
  const auto lowest = circle_row(box.low.y, scale.row_height),
             highest = circle_row(box.high.y, scale.row_height);
  auto row = std::lower_bound(scale.rows.begin(), scale.rows.end(), lowest);
  for (; row != scale.rows.end() && *row <= highest; ++row) {
    const auto at = static_cast<std::size_t>(row - scale.rows.begin());
    const auto end = scale.nodes.begin() + scale.first[at + 1];
    auto node =
        std::lower_bound(scale.nodes.begin() + scale.first[at], end, box.low.x,
                         [&](Node candidate, double x) { return positions_[candidate].x < x; });
    for (; node != end && positions_[*node].x <= box.high.x; ++node)
      if (const double y = positions_[*node].y; y >= box.low.y && y <= box.high.y)
        out.push_back(*node);
  }
}

std::vector<ClusterTree::Node> ClusterTree::select(double metres_per_dp,
                                                   const PlaneBox& box) const {
  // The next coarser scale: what does not overlap there does not overlap here.
  std::size_t scale = 0;
  for (double reach = kFinestClusterScale / 2;
       metres_per_dp > reach && scale + 1 < plain_scales_.size(); reach *= 2)
    ++scale;
  const double margin = kMargin * metres_per_dp;
  const PlaneBox wide{{box.low.x - margin, box.low.y - margin},
                      {box.high.x + margin, box.high.y + margin}};
  std::vector<Node> nodes;
  select_from(*plain_scales_[scale], wide, nodes);
  select_from(*contested_scales_[scale], wide, nodes);
  return nodes;
}

}  // namespace malimap
