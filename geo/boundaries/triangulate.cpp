#include "geo/boundaries/triangulate.h"

#include <GL/glu.h>

#include <array>
#include <deque>
#include <limits>
#include <memory>

namespace malimap {
namespace {

/// What the callbacks write. GLU holds pointers into `points`, so they must not move: a deque.
struct Sink {
  struct Point {
    std::array<double, 3> at;
    std::uint32_t index;
  };
  std::deque<Point> points;
  Mesh mesh;
  bool failed = false;

  Point* add(double x, double y) {
    points.push_back({{x, y, 0}, static_cast<std::uint32_t>(mesh.vertices.size())});
    mesh.vertices.push_back({x, y});
    return &points.back();
  }
};

// The callbacks are called by C code: no exception may leave them.

void on_vertex(void* vertex, void* data) noexcept {
  auto* sink = static_cast<Sink*>(data);
  try {
    sink->mesh.triangles.push_back(static_cast<Sink::Point*>(vertex)->index);
  } catch (...) {
    sink->failed = true;
  }
}

void on_combine(GLdouble at[3], void**, GLfloat*, void** made, void* data) noexcept {
  auto* sink = static_cast<Sink*>(data);
  try {
    *made = sink->add(at[0], at[1]);
  } catch (...) {
    sink->failed = true;
    *made = &sink->points.front();
  }
}

void on_error(GLenum, void* data) noexcept {
  static_cast<Sink*>(data)->failed = true;
}

/// Its presence makes GLU give separate triangles instead of fans and strips.
void on_edge_flag(GLboolean, void*) noexcept {}

struct Free {
  void operator()(GLUtesselator* tessellator) const { gluDeleteTess(tessellator); }
};

using Callback = void (*)();

void add_ring(GLUtesselator* tessellator, Sink& sink, const std::vector<PlanePoint>& ring) {
  std::size_t count = ring.size();
  if (count > 1 && ring.front() == ring.back())
    --count;
  if (count < 3)
    return;
  gluTessBeginContour(tessellator);
  for (std::size_t i = 0; i < count; ++i) {
    Sink::Point* point = sink.add(ring[i].x, ring[i].y);
    gluTessVertex(tessellator, point->at.data(), point);
  }
  gluTessEndContour(tessellator);
}

/// Triangles without an area draw nothing and only cost.
void drop_flat(Mesh& mesh) {
  std::vector<std::uint32_t> kept;
  kept.reserve(mesh.triangles.size());
  for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
    const auto a = mesh.triangles[i], b = mesh.triangles[i + 1], c = mesh.triangles[i + 2];
    if (a != b && b != c && a != c)
      kept.insert(kept.end(), {a, b, c});
  }
  mesh.triangles = std::move(kept);
}

}  // namespace

Mesh triangulate(std::span<const std::vector<PlanePoint>> rings) {
  Sink sink;
  const std::unique_ptr<GLUtesselator, Free> owner(gluNewTess());
  GLUtesselator* tessellator = owner.get();
  if (!tessellator)
    return {};
  gluTessProperty(tessellator, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
  gluTessNormal(tessellator, 0, 0, 1);
  gluTessCallback(tessellator, GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(&on_vertex));
  gluTessCallback(tessellator, GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(&on_combine));
  gluTessCallback(tessellator, GLU_TESS_ERROR_DATA, reinterpret_cast<Callback>(&on_error));
  gluTessCallback(tessellator, GLU_TESS_EDGE_FLAG_DATA, reinterpret_cast<Callback>(&on_edge_flag));
  gluTessBeginPolygon(tessellator, &sink);
  for (const auto& ring : rings)
    add_ring(tessellator, sink, ring);
  gluTessEndPolygon(tessellator);
  if (sink.failed)
    return {};
  drop_flat(sink.mesh);
  return std::move(sink.mesh);
}

}  // namespace malimap
