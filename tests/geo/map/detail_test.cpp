// Levels of detail against the rules of a map of units that tile the plane, over random countries
// with ragged borders and islands. Coordinates are whole numbers, so that who lies left of whom is
// told exactly.
#include "geo/map/detail.h"

#include <algorithm>
#include <map>
#include <random>

#include "tests/support/catch.h"

using namespace malimap;

namespace {

using Line = std::vector<PlanePoint>;

/// Cells of a grid as units, each border a ragged line, some of them a narrow unit between two; in
/// some cells an island, a unit too.
class Country {
 public:
  Country(unsigned seed, int across, double raggedness)
      : random_(seed), across_(across), units_(static_cast<std::size_t>(across * across)) {
    for (int row = 0; row <= across; ++row)
      for (int column = 0; column <= across; ++column)
        nodes_.push_back({column * kCell + jitter(0.15), row * kCell + jitter(0.15)});
    for (int row = 0; row <= across; ++row)
      for (int column = 0; column <= across; ++column) {
        if (column < across)
          add(node(column, row), node(column + 1, row), unit(column, row), unit(column, row - 1),
              raggedness);
        if (row < across)
          add(node(column, row), node(column, row + 1), unit(column - 1, row), unit(column, row),
              raggedness);
      }
    for (int row = 0; row < across; ++row)
      for (int column = 0; column < across; ++column)
        if (random_() % 2 == 0)
          add_island(column, row);
  }

  [[nodiscard]] const std::vector<PlaneArc>& arcs() const { return arcs_; }
  [[nodiscard]] std::size_t units() const { return units_; }
  [[nodiscard]] DetailSource source() const { return {arcs_, rings_from_arcs(arcs_, units_)}; }

 private:
  static constexpr double kCell = 4096;

  double jitter(double part) {
    return std::floor(kCell * part * (static_cast<double>(random_() % 2001) / 1000 - 1));
  }
  [[nodiscard]] PlanePoint node(int column, int row) const {
    return nodes_[static_cast<std::size_t>(row * (across_ + 1) + column)];
  }
  [[nodiscard]] UnitIndex unit(int column, int row) const {
    const bool inside = column >= 0 && row >= 0 && column < across_ && row < across_;
    return inside ? static_cast<UnitIndex>(row * across_ + column) : kNoUnit;
  }
  void bend(Line& line, PlanePoint a, PlanePoint b, double reach, int depth) {
    if (depth == 0) {
      line.push_back(b);
      return;
    }
    const PlanePoint middle{std::floor((a.x + b.x) / 2 + jitter(reach)),
                            std::floor((a.y + b.y) / 2 + jitter(reach))};
    bend(line, a, middle, reach * 0.45, depth - 1);
    bend(line, middle, b, reach * 0.45, depth - 1);
  }
  void add(PlanePoint a, PlanePoint b, UnitIndex left, UnitIndex right, double raggedness) {
    Line line{a};
    bend(line, a, b, raggedness, 6);
    if (random_() % 4 == 0 && left != kNoUnit && right != kNoUnit)
      return add_strip(line, left, right);
    arcs_.push_back({line, left, right, BorderRank::Region});
  }
  /// A unit as narrow as a river between two others.
  void add_strip(const Line& line, UnitIndex left, UnitIndex right) {
    const auto strip = static_cast<UnitIndex>(units_++);
    const bool upwards = line.back().y - line.front().y > line.back().x - line.front().x;
    const double width = 8 + static_cast<double>(random_() % 40);
    Line beside = line;
    for (std::size_t i = 1; i + 1 < beside.size(); ++i)
      (upwards ? beside[i].x : beside[i].y) += upwards ? width : -width;
    arcs_.push_back({line, left, strip, BorderRank::Region});
    arcs_.push_back({beside, strip, right, BorderRank::Region});
  }
  /// Small, so that it lies in a bay of a border now and then.
  void add_island(int column, int row) {
    const PlanePoint corner = node(column, row);
    const PlanePoint middle{corner.x + kCell / 2 + jitter(0.3), corner.y + kCell / 2 + jitter(0.3)};
    Line ring;
    for (const auto& [x, y] :
         {std::pair{0, 0}, {30, 0}, {41, 23}, {30, 60}, {11, 41}, {0, 60}, {0, 0}})
      ring.push_back({middle.x + x, middle.y + y});
    arcs_.push_back(
        {ring, static_cast<UnitIndex>(units_++), unit(column, row), BorderRank::Region});
  }

  std::mt19937 random_;
  int across_;
  std::size_t units_;
  std::vector<PlanePoint> nodes_;
  std::vector<PlaneArc> arcs_;
};

double side(PlanePoint a, PlanePoint b, PlanePoint c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool between(PlanePoint a, PlanePoint b, PlanePoint p) {
  return side(a, b, p) == 0 && std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) &&
         std::min(a.y, b.y) <= p.y && p.y <= std::max(a.y, b.y);
}

/// Crossing, touching or covering, but for a common end.
bool in_the_way(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d) {
  if ((a == c && b == d) || (a == d && b == c))
    return true;
  const auto apart = [](double one, double other) { return (one < 0) != (other < 0); };
  const double c_side = side(a, b, c), d_side = side(a, b, d), a_side = side(c, d, a),
               b_side = side(c, d, b);
  if (c_side != 0 && d_side != 0 && a_side != 0 && b_side != 0)
    return apart(c_side, d_side) && apart(a_side, b_side);
  const auto touches = [&](PlanePoint p, PlanePoint q, PlanePoint r) {
    return p != q && p != r && between(q, r, p);
  };
  return touches(a, c, d) || touches(b, c, d) || touches(c, a, b) || touches(d, a, b);
}

std::size_t crossings(const std::vector<PlaneArc>& arcs) {
  std::vector<std::pair<PlanePoint, PlanePoint>> segments;
  for (const PlaneArc& arc : arcs)
    for (std::size_t i = 0; i + 1 < arc.points.size(); ++i)
      segments.emplace_back(arc.points[i], arc.points[i + 1]);
  std::size_t found = 0;
  for (std::size_t i = 0; i < segments.size(); ++i)
    for (std::size_t j = i + 1; j < segments.size(); ++j)
      found +=
          in_the_way(segments[i].first, segments[i].second, segments[j].first, segments[j].second);
  return found;
}

double signed_area(const PlaneRing& ring) {
  double doubled = 0;
  for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
    doubled += side({0, 0}, ring[before], ring[i]);
  return doubled / 2;
}

bool encloses(const PlaneRing& ring, PlanePoint p) {
  bool inside = false;
  for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
    const PlanePoint a = ring[before], b = ring[i];
    if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
      inside = !inside;
  }
  return inside;
}

bool holes_inside(const std::vector<PlaneRing>& rings) {
  return std::all_of(rings.begin(), rings.end(), [&](const PlaneRing& hole) {
    return signed_area(hole) > 0 ||
           std::any_of(rings.begin(), rings.end(), [&](const PlaneRing& ring) {
             return signed_area(ring) > 0 && encloses(ring, hole.front());
           });
  });
}

/// Each stretch of border is walked once by either neighbour, in opposite directions.
void check_shared(const DetailLevel& level) {
  std::map<std::pair<PlanePoint, PlanePoint>, int> walked;
  for (const auto& rings : level.unit_rings)
    for (const PlaneRing& ring : rings)
      for (std::size_t i = 0; i < ring.size(); ++i)
        ++walked[{ring[i], ring[(i + 1) % ring.size()]}];
  std::size_t expected = 0;
  for (const PlaneArc& arc : level.arcs)
    for (std::size_t i = 0; i + 1 < arc.points.size(); ++i) {
      expected += (arc.left != kNoUnit) + (arc.right != kNoUnit);
      if (arc.left != kNoUnit)
        CHECK(walked[{arc.points[i], arc.points[i + 1]}] == 1);
      if (arc.right != kNoUnit)
        CHECK(walked[{arc.points[i + 1], arc.points[i]}] == 1);
    }
  CHECK(walked.size() >= expected);
}

/// Units keep their way round and their holes, and leave nothing between them.
void check_tiles(const Country& country, const DetailLevel& level) {
  const DetailSource source = country.source();
  double sum = 0, outside = 0;
  for (std::size_t unit = 0; unit < country.units(); ++unit) {
    INFO("unit " << unit);
    const auto& rings = level.unit_rings[unit];
    REQUIRE(rings.size() == source.unit_rings[unit].size());
    double area = 0;
    for (const PlaneRing& ring : rings)
      area += signed_area(ring);
    CHECK(area > 0);
    sum += area;
    CHECK(holes_inside(rings));
  }
  for (const PlaneArc& arc : level.arcs)
    for (std::size_t i = 0; i + 1 < arc.points.size(); ++i)
      if (arc.left == kNoUnit || arc.right == kNoUnit)
        outside +=
            (arc.left == kNoUnit ? -1 : 1) * side({0, 0}, arc.points[i], arc.points[i + 1]) / 2;
  CHECK(sum == Approx(outside).epsilon(1e-12));
}

std::size_t points_of(const DetailLevel& level) {
  std::size_t points = 0;
  for (const PlaneArc& arc : level.arcs)
    points += arc.points.size();
  return points;
}

}  // namespace

TEST_CASE("Simplified borders cross nowhere, stay shared, and leave no gap, at every tolerance") {
  int tried = 0;
  for (unsigned seed = 1; seed <= 160; ++seed) {
    const Country country(seed, 3, 0.04 + 0.01 * (seed % 12));
    const DetailSource source = country.source();
    if (crossings(country.arcs()) > 0 ||
        !std::all_of(source.unit_rings.begin(), source.unit_rings.end(), holes_inside))
      continue;  // ragged beyond use
    ++tried;
    const std::size_t given = points_of(make_detail(source, 0));
    for (const double tolerance : {50.0, 200.0, 600.0, 2000.0, 20000.0}) {
      INFO("seed " << seed << ", tolerance " << tolerance);
      const DetailLevel level = make_detail(source, tolerance);
      CHECK(crossings(level.arcs) == 0);
      check_shared(level);
      check_tiles(country, level);
      CHECK(points_of(level) < given);
    }
  }
  CHECK(tried >= 20);
}

TEST_CASE("What crosses as given is left, and the rest is simplified all the same") {
  const Line straight{{0, 0}, {10, 1}, {20, -1}, {30, 1}, {40, 0}};
  DetailSource source;
  source.arcs = {{straight, 0, kNoUnit, BorderRank::Region},
                 {{{5, -20}, {15, 20}}, 0, kNoUnit, BorderRank::Region},
                 {{{0, 100}, {10, 101}, {20, 99}, {40, 100}}, 0, kNoUnit, BorderRank::Region}};
  source.unit_rings.resize(1);
  const DetailLevel level = make_detail(source, 50);
  CHECK(level.arcs[0].points == straight);
  CHECK(level.arcs[2].points.size() == 2);
}
