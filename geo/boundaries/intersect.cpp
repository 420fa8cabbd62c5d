#include "geo/boundaries/intersect.h"

#include <GL/glu.h>

#include <array>
#include <deque>
#include <memory>

namespace malimap {
namespace {

using Position = std::array<double, 3>;

/// What the callbacks write. GLU holds pointers into `points`, so they must not move: a deque.
struct Sink {
  std::deque<Position> points;
  std::vector<std::vector<PlanePoint>> rings;
  bool failed = false;
};

// The callbacks are called by C code: no exception may leave them.

void on_begin(GLenum, void* data) noexcept {
  auto* sink = static_cast<Sink*>(data);
  try {
    sink->rings.emplace_back();
  } catch (...) {
    sink->failed = true;
  }
}

void on_vertex(void* vertex, void* data) noexcept {
  auto* sink = static_cast<Sink*>(data);
  const auto& at = *static_cast<Position*>(vertex);
  try {
    sink->rings.back().push_back({at[0], at[1]});
  } catch (...) {
    sink->failed = true;
  }
}

void on_combine(GLdouble at[3], void**, GLfloat*, void** made, void* data) noexcept {
  auto* sink = static_cast<Sink*>(data);
  try {
    sink->points.push_back({at[0], at[1], 0});
    *made = &sink->points.back();
  } catch (...) {
    sink->failed = true;
    *made = &sink->points.front();
  }
}

void on_error(GLenum, void* data) noexcept {
  static_cast<Sink*>(data)->failed = true;
}

struct Free {
  void operator()(GLUtesselator* tessellator) const { gluDeleteTess(tessellator); }
};

using Callback = void (*)();

void add_rings(GLUtesselator* tessellator, Sink& sink,
               std::span<const std::vector<PlanePoint>> rings) {
  for (const auto& ring : rings) {
    std::size_t count = ring.size();
    if (count > 1 && ring.front() == ring.back())
      --count;
    if (count < 3)
      continue;
    gluTessBeginContour(tessellator);
    for (std::size_t i = 0; i < count; ++i) {
      Position& point = sink.points.emplace_back(Position{ring[i].x, ring[i].y, 0});
      gluTessVertex(tessellator, point.data(), &point);
    }
    gluTessEndContour(tessellator);
  }
}

}  // namespace

std::vector<std::vector<PlanePoint>> common_area(std::span<const std::vector<PlanePoint>> a,
                                                 std::span<const std::vector<PlanePoint>> b) {
  Sink sink;
  const std::unique_ptr<GLUtesselator, Free> owner(gluNewTess());
  GLUtesselator* tessellator = owner.get();
  if (!tessellator)
    return {};
  // Inside both is what both wind around.
  gluTessProperty(tessellator, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ABS_GEQ_TWO);
  gluTessProperty(tessellator, GLU_TESS_BOUNDARY_ONLY, GL_TRUE);
  gluTessNormal(tessellator, 0, 0, 1);
  gluTessCallback(tessellator, GLU_TESS_BEGIN_DATA, reinterpret_cast<Callback>(&on_begin));
  gluTessCallback(tessellator, GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(&on_vertex));
  gluTessCallback(tessellator, GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(&on_combine));
  gluTessCallback(tessellator, GLU_TESS_ERROR_DATA, reinterpret_cast<Callback>(&on_error));
  gluTessBeginPolygon(tessellator, &sink);
  add_rings(tessellator, sink, a);
  add_rings(tessellator, sink, b);
  gluTessEndPolygon(tessellator);
  if (sink.failed)
    return {};
  std::erase_if(sink.rings, [](const auto& ring) { return ring.size() < 3; });
  return std::move(sink.rings);
}

}  // namespace malimap
