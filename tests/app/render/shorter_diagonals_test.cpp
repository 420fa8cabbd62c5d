#include "app/render/shorter_diagonals.h"

#include <cmath>

#include "tests/app/render/grid_map.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

double area(const std::vector<PlanePoint>& p, std::span<const std::uint32_t> triangles) {
  double sum = 0;
  for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
    const PlanePoint a = p[triangles[i]], b = p[triangles[i + 1]], c = p[triangles[i + 2]];
    sum += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
  }
  return sum;
}

double edges(const std::vector<PlanePoint>& p, std::span<const std::uint32_t> triangles) {
  double sum = 0;
  for (std::size_t i = 0; i + 2 < triangles.size(); i += 3)
    for (std::size_t k = 0; k < 3; ++k) {
      const PlanePoint a = p[triangles[i + k]], b = p[triangles[i + (k + 1) % 3]];
      sum += std::hypot(b.x - a.x, b.y - a.y);
    }
  return sum;
}

}  // namespace

TEST_CASE("flipping diagonals keeps the area and the number of triangles, and shortens the edges") {
  const Shapes shapes = grid_shapes({2, 2, 60});
  const Mesh& mesh = shapes.details[0].mesh().all;
  const auto better = with_shorter_diagonals(mesh.vertices, mesh.triangles);
  CHECK(better.size() == mesh.triangles.size());
  CHECK(area(mesh.vertices, better) == Approx(area(mesh.vertices, mesh.triangles)));
  CHECK(edges(mesh.vertices, better) < 0.6 * edges(mesh.vertices, mesh.triangles));
}

TEST_CASE("triangles that cannot be flipped stay as they are") {
  const std::vector<PlanePoint> points{{0, 0}, {4, 0}, {0, 3}};
  CHECK(with_shorter_diagonals(points, std::vector<std::uint32_t>{0, 1, 2}) ==
        std::vector<std::uint32_t>{0, 1, 2});
  CHECK(with_shorter_diagonals(points, {}).empty());
}
