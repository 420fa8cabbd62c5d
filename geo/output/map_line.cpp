#include "geo/output/map_line.h"

#include <cmath>
#include <utility>

namespace malimap {
namespace {

constexpr double kSmallestStep = 0.3;  // dp, between points of a line
constexpr double kInvisible = 0.1;     // dp, from the line as it is to the line as drawn

/// How far points are from the line through two others, or from the first when both are one.
class Chord {
 public:
  Chord(PixelPoint a, PixelPoint b)
      : a_(a), dx_(b.x - a.x), dy_(b.y - a.y), length_(std::hypot(dx_, dy_)) {}
  [[nodiscard]] double distance_to(PixelPoint p) const {
    if (length_ < 1e-9)
      return std::hypot(p.x - a_.x, p.y - a_.y);
    return std::abs((p.x - a_.x) * dy_ - (p.y - a_.y) * dx_) / length_;
  }

 private:
  PixelPoint a_;
  double dx_, dy_, length_;
};

/// Douglas & Peucker 1973: no point is further than the tolerance from the line that stays.
std::vector<PixelPoint> simplified(const std::vector<PixelPoint>& line, double tolerance) {
  std::vector<bool> stays(line.size(), false);
  stays.front() = stays.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
  while (!open.empty()) {
    const auto [first, last] = open.back();
    open.pop_back();
    const Chord chord(line[first], line[last]);
    double worst = tolerance;
    std::size_t at = first;
    for (std::size_t i = first + 1; i < last; ++i)
      if (const double off = chord.distance_to(line[i]); off > worst) {
        worst = off;
        at = i;
      }
    if (at == first)
      continue;
    stays[at] = true;
    open.emplace_back(first, at);
    open.emplace_back(at, last);
  }
  std::vector<PixelPoint> out;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (stays[i])
      out.push_back(line[i]);
  return out;
}

}  // namespace

void add_line(Path& path, const View& view, std::span<const PlanePoint> points, bool closed) {
  if (points.empty())
    return;
  std::vector<PixelPoint> line;
  line.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const PixelPoint at = view.to_pixel(points[i]);
    if (line.empty() || i + 1 == points.size() ||
        std::abs(at.x - line.back().x) + std::abs(at.y - line.back().y) >
            kSmallestStep * view.scale)
      line.push_back(at);
  }
  line = simplified(line, kInvisible * view.scale);
  path.move_to(line[0]);
  for (std::size_t i = 1; i < line.size(); ++i)
    path.line_to(line[i]);
  if (closed)
    path.close();
}

}  // namespace malimap
