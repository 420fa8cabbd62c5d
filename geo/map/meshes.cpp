// The triangles of shapes, made when they are asked for: a picture on paper, and the first one on
// the screen, need none.

#include <functional>

#include "geo/base/parallel.h"
#include "geo/map/shapes.h"

namespace malimap {
namespace {

UnitMesh mesh_of(const std::vector<std::vector<PlaneRing>>& unit_rings) {
  UnitMesh units;
  units.first.push_back(0);
  for (const auto& rings : unit_rings) {
    const Mesh mesh = triangulate(rings);
    const auto base = static_cast<std::uint32_t>(units.all.vertices.size());
    units.all.vertices.insert(units.all.vertices.end(), mesh.vertices.begin(), mesh.vertices.end());
    for (const std::uint32_t index : mesh.triangles)
      units.all.triangles.push_back(base + index);
    units.first.push_back(static_cast<std::uint32_t>(units.all.triangles.size()));
  }
  return units;
}

}  // namespace

const UnitMesh& DetailLevel::mesh() const {
  return later_mesh.get([this] { return mesh_of(unit_rings); });
}

const Mesh& NeighbourShape::mesh() const {
  return later_mesh.get([this] { return malimap::triangulate(rings); });
}

const Mesh& LakeShape::mesh() const {
  return later_mesh.get([this] { return malimap::triangulate(rings); });
}

void triangulate(const Shapes& shapes) {
  std::vector<std::function<void()>> parts;
  for (const DetailLevel& level : shapes.details)
    parts.emplace_back([&level] { (void)level.mesh(); });
  parts.emplace_back([&shapes] {
    for (const NeighbourShape& neighbour : shapes.neighbours)
      (void)neighbour.mesh();
    for (const LakeShape& lake : shapes.lakes)
      (void)lake.mesh();
  });
  in_parallel(parts.size(), [&](std::size_t i) { parts[i](); });
}

}  // namespace malimap
