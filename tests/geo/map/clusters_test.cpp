#include <cmath>
#include <numeric>
#include <random>
#include <set>

#include "geo/map/cluster_tree.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

constexpr PlaneBox kAll{{-1e9, -1e9}, {1e9, 1e9}};

/// At random around some towns.
std::vector<ClusterSite> sites_around_towns(std::size_t count, bool contested = false) {
  std::vector<ClusterSite> sites;
  std::mt19937 random(7);
  const auto within = [&](double width) {
    return width * (static_cast<double>(random()) / 4294967296.0 - 0.5);
  };
  for (std::size_t i = 0; i < count; ++i) {
    const double town_x = static_cast<double>(i % 7) * 90e3,
                 town_y = static_cast<double>(i % 5) * 120e3;
    sites.push_back({{town_x + within(80e3), town_y + within(80e3)},
                     3.5,
                     1 + static_cast<std::int64_t>(i % 3),
                     contested && i % 4 == 0});
  }
  return sites;
}

/// A node as it is drawn where nothing is filtered.
struct Shown {
  PlanePoint position;
  double radius_dp;
  std::int64_t count;
  bool contested;
};

std::vector<Shown> shown_at(const ClusterTree& tree, const std::vector<ClusterSite>& sites,
                            double scale, const PlaneBox& box = kAll) {
  std::vector<Shown> shown;
  for (const auto node : tree.select(scale, box)) {
    const auto under = tree.under(node);
    std::int64_t count = 0;
    for (auto leaf = under.first_leaf; leaf < under.end_leaf; ++leaf)
      count += sites[tree.site_of_leaf(leaf)].count;
    const ClusterSite& first = sites[tree.site_of_leaf(under.first_leaf)];
    shown.push_back({tree.position(node),
                     node < tree.leaf_count() ? first.radius_dp : cluster_radius_dp(count), count,
                     first.contested});
  }
  return shown;
}

bool overlap(const std::vector<Shown>& shown, double scale) {
  for (std::size_t i = 0; i < shown.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double apart = std::hypot(shown[i].position.x - shown[j].position.x,
                                      shown[i].position.y - shown[j].position.y);
      if (shown[i].contested == shown[j].contested &&
          apart < (shown[i].radius_dp + shown[j].radius_dp) * scale)
        return true;
    }
  return false;
}

std::int64_t sum(const std::vector<Shown>& shown) {
  return std::accumulate(shown.begin(), shown.end(), std::int64_t{0},
                         [](std::int64_t s, const Shown& one) { return s + one.count; });
}

}  // namespace

TEST_CASE("At every scale all sites are shown, no circles overlap, coarser ones are fewer") {
  const auto sites = sites_around_towns(1500, true);
  const ClusterTree tree(sites);
  std::size_t before = 0;
  for (const double scale : {1.0, 4.0, 30.0, 100.0, 333.0, 1000.0, 5000.0, 20000.0}) {
    const auto shown = shown_at(tree, sites, scale);
    CHECK(sum(shown) == 1500 + 1500);
    if (scale >= 4)
      CHECK_FALSE(overlap(shown, scale));
    CHECK((before == 0 || shown.size() <= before));
    before = shown.size();
  }
  CHECK(before < 10);
  CHECK(tree.select(1, kAll).size() == 1500);  // all apart at the finest
}

TEST_CASE("What lies under a node is a range: of leaves, and of the nodes below it") {
  const auto sites = sites_around_towns(900);
  const ClusterTree tree(sites);
  std::set<std::uint32_t> seen;
  for (std::uint32_t leaf = 0; leaf < tree.leaf_count(); ++leaf)
    seen.insert(tree.site_of_leaf(leaf));
  CHECK(seen.size() == sites.size());
  std::mt19937 random(3);
  for (int i = 0; i < 3000; ++i) {
    const auto a = static_cast<std::uint32_t>(random() % tree.leaf_count()),
               b = static_cast<std::uint32_t>(random() % tree.leaf_count());
    const auto common = tree.lowest_common(a, b);
    REQUIRE(common == tree.lowest_common(b, a));
    // The smallest of all nodes over both.
    auto smallest = ClusterTree::kNone;
    for (auto node = static_cast<ClusterTree::Node>(tree.leaf_count());
         node < tree.leaf_count() + tree.inner_count(); ++node) {
      const auto under = tree.under(node);
      REQUIRE(under.end_inner == node - tree.leaf_count() + 1);
      if (under.first_leaf <= std::min(a, b) && std::max(a, b) < under.end_leaf)
        smallest = std::min(smallest, node);
    }
    CHECK(common == (a == b ? a : smallest));
    if (a != b && common != ClusterTree::kNone) {
      const auto inner = common - static_cast<std::uint32_t>(tree.leaf_count());
      CHECK(inner >= tree.under(common).first_inner);
      CHECK(inner < tree.under(common).end_inner);
    }
  }
}

TEST_CASE("A cluster stands at the mean of its sites' projects, and splits when zooming") {
  const std::vector<ClusterSite> sites{{{0, 0}, 3.5, 3, false}, {{1000, 400}, 3.5, 1, false}};
  const ClusterTree tree(sites);
  const auto one = tree.select(2000, kAll);
  REQUIRE(one.size() == 1);
  CHECK(tree.position(one[0]).x == Approx(250));
  CHECK(tree.position(one[0]).y == Approx(100));
  CHECK(tree.select(20, kAll).size() == 2);
}

TEST_CASE("Contested sites never mix with others") {
  const auto sites = sites_around_towns(400, true);
  const ClusterTree tree(sites);
  for (const auto node : tree.select(4000, kAll)) {
    const auto under = tree.under(node);
    for (auto leaf = under.first_leaf; leaf < under.end_leaf; ++leaf)
      CHECK(sites[tree.site_of_leaf(leaf)].contested ==
            sites[tree.site_of_leaf(under.first_leaf)].contested);
  }
}

TEST_CASE("Of many circles only those near the view are given") {
  const auto sites = sites_around_towns(30000);
  const ClusterTree tree(sites);
  const auto all = shown_at(tree, sites, 50);
  REQUIRE(all.size() > 2000);
  const PlaneBox box{{0, 0}, {30e3, 20e3}};
  std::size_t inside = 0;
  for (const Shown& one : all)
    inside += one.position.x >= 0 && one.position.x <= 30e3 && one.position.y >= 0 &&
              one.position.y <= 20e3;
  const auto near = shown_at(tree, sites, 50, box);
  CHECK(near.size() >= inside);
  CHECK(near.size() < all.size());
  for (const Shown& one : near) {
    CHECK(one.position.x >= -2000);
    CHECK(one.position.x <= 32000);
  }
}

TEST_CASE("No sites, and sites at one point") {
  CHECK(ClusterTree({}).select(100, kAll).empty());
  const std::vector<ClusterSite> sites(50, {{10, 10}, 3.5, 1, false});
  const ClusterTree tree(sites);
  REQUIRE(tree.select(100, kAll).size() == 1);
  CHECK(tree.under(tree.select(100, kAll)[0]).end_leaf == 50);
}
