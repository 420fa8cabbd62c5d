#include "geo/map/dots.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "geo/map/pole.h"

namespace malimap {
namespace {

constexpr int kMostCandidates = 12, kMostTries = 40;
constexpr std::size_t kFullEffort = 400;  // dots of a unit; beyond, fewer candidates each

/// Uniform in [0, 1) the same way everywhere; the library's distributions differ between compilers.
double uniform(std::mt19937_64& random) {
  return static_cast<double>(random() >> 11) * 0x1p-53;
}

struct Triangle {
  PlanePoint a, b, c;
  [[nodiscard]] double area() const {
    return std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
  }
};

std::vector<Triangle> triangles_of(const DetailLevel& detail, UnitIndex unit) {
  std::vector<Triangle> triangles;
  const auto index = static_cast<std::size_t>(unit);
  const UnitMesh& mesh = detail.mesh();
  const auto corner = [&](std::size_t i) { return mesh.all.vertices[mesh.all.triangles[i]]; };
  for (std::size_t i = mesh.first[index]; i + 2 < mesh.first[index + 1]; i += 3)
    triangles.push_back({corner(i), corner(i + 1), corner(i + 2)});
  return triangles;
}

/// Random points of a unit, each place as likely as any other.
class Sampler {
 public:
  Sampler(const DetailLevel& detail, UnitIndex unit, std::uint64_t seed)
      : rings_(detail.unit_rings[static_cast<std::size_t>(unit)]),
        triangles_(triangles_of(detail, unit)),
        random_(seed) {
    double sum = 0;
    for (const Triangle& triangle : triangles_)
      sums_.push_back(sum += triangle.area());
  }

  [[nodiscard]] std::optional<PlanePoint> next() {
    if (sums_.empty() || !(sums_.back() > 0))
      return std::nullopt;
    for (int i = 0; i < kMostTries; ++i) {
      const double at = uniform(random_) * sums_.back();
      const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
      const Triangle& t = triangles_[static_cast<std::size_t>(
          std::min<std::ptrdiff_t>(found - sums_.begin(), std::ssize(sums_) - 1))];
      double u = uniform(random_), v = uniform(random_);
      if (u + v > 1) {
        u = 1 - u;
        v = 1 - v;
      }
      const PlanePoint point{t.a.x + u * (t.b.x - t.a.x) + v * (t.c.x - t.a.x),
                             t.a.y + u * (t.b.y - t.a.y) + v * (t.c.y - t.a.y)};
      if (inside(rings_, point))
        return point;
    }
    return std::nullopt;
  }

 private:
  const std::vector<PlaneRing>& rings_;
  std::vector<Triangle> triangles_;
  std::vector<double> sums_;
  std::mt19937_64 random_;
};

double nearest_squared(const std::vector<PlanePoint>& points, PlanePoint from) {
  double nearest = 1e300;
  for (const PlanePoint& point : points) {
    const double x = point.x - from.x, y = point.y - from.y;
    nearest = std::min(nearest, x * x + y * y);
  }
  return nearest;
}

}  // namespace

std::uint64_t seed_of(std::string_view pcode) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : pcode)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

double area_of(const DetailLevel& detail, UnitIndex unit) {
  double area = 0;
  for (const Triangle& triangle : triangles_of(detail, unit))
    area += triangle.area();
  return area;
}

std::vector<PlanePoint> spread_points(const DetailLevel& detail, UnitIndex unit, std::size_t count,
                                      std::uint64_t seed) {
  Sampler sampler(detail, unit, seed);
  const int candidates = count <= kFullEffort ? kMostCandidates : 4;
  std::vector<PlanePoint> points;
  points.reserve(count);
  while (points.size() < count) {
    auto best = sampler.next();
    if (!best)
      break;
    double best_distance = nearest_squared(points, *best);
    for (int i = 1; i < candidates && !points.empty(); ++i)
      if (const auto other = sampler.next())
        if (const double distance = nearest_squared(points, *other); distance > best_distance) {
          best = other;
          best_distance = distance;
        }
    points.push_back(*best);
  }
  return points;
}

std::vector<std::size_t> apportion(const std::vector<double>& shares, std::size_t total) {
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  std::vector<std::size_t> parts(shares.size(), 0);
  if (!(sum > 0))
    return parts;
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> rest;
  std::size_t given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = shares[i] / sum * static_cast<double>(total);
    parts[i] = static_cast<std::size_t>(exact);
    given += parts[i];
    rest.push_back(exact - std::floor(exact));
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
  for (std::size_t i = 0; given < total && i < order.size(); ++i, ++given)
    ++parts[order[i]];
  return parts;
}

}  // namespace malimap
