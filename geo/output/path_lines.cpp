#include "geo/output/path_lines.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace malimap {
namespace {

constexpr int kStepsOfCurve = 24;
constexpr double kMostLines = 20000;  // of one hatch

PixelPoint on_curve(PixelPoint from, const Path::Element& curve, double t) {
  const double s = 1 - t;
  const double p = s * s * s, q = 3 * s * s * t, r = 3 * s * t * t, u = t * t * t;
  return {p * from.x + q * curve.a.x + r * curve.b.x + u * curve.to.x,
          p * from.y + q * curve.a.y + r * curve.b.y + u * curve.to.y};
}

void add_curve(std::vector<PixelPoint>& points, const Path::Element& curve) {
  const PixelPoint from = points.back();
  for (int step = 1; step <= kStepsOfCurve; ++step)
    points.push_back(on_curve(from, curve, static_cast<double>(step) / kStepsOfCurve));
}

/// Where a line x + y = sum meets the edges of a ring, as x.
void add_crossings(const std::vector<PixelPoint>& ring, double sum, std::vector<double>& found) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PixelPoint a = ring[i], b = ring[i + 1 < ring.size() ? i + 1 : 0];
    const double off_a = a.x + a.y - sum, off_b = b.x + b.y - sum;
    if ((off_a < 0) != (off_b < 0))
      found.push_back(a.x + (b.x - a.x) * off_a / (off_a - off_b));
  }
}

}  // namespace

std::vector<PathLine> flatten(const Path& path) {
  std::vector<PathLine> lines;
  for (const Path::Element& element : path.elements()) {
    if (element.verb == Path::Verb::Move || lines.empty() || lines.back().closed)
      lines.emplace_back();
    std::vector<PixelPoint>& points = lines.back().points;
    if (element.verb == Path::Verb::Close)
      lines.back().closed = true;
    else if (element.verb == Path::Verb::Curve && !points.empty())
      add_curve(points, element);
    else
      points.push_back(element.to);
  }
  std::erase_if(lines, [](const PathLine& line) { return line.points.size() < 2; });
  return lines;
}

PixelBox bounds_of(const Path& path) {
  double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
  const auto add = [&](PixelPoint p) {
    left = std::min(left, p.x), right = std::max(right, p.x);
    top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  };
  for (const Path::Element& element : path.elements()) {
    if (element.verb == Path::Verb::Close)
      continue;
    add(element.to);
    if (element.verb == Path::Verb::Curve)
      add(element.a), add(element.b);
  }
  return left > right ? PixelBox{} : PixelBox{left, top, right - left, bottom - top};
}

std::vector<PixelSegment> hatch_lines(const Hatch& hatch, const PixelBox& box) {
  std::vector<PixelSegment> lines;
  const double step = hatch.period * std::numbers::sqrt2;  // along x
  const double right = box.x + box.width, bottom = box.y + box.height;
  if (!(step > 0) || (box.width + box.height) / step > kMostLines)
    return lines;
  // On a line x + y is the same everywhere.
  const double origin = hatch.offset * std::numbers::sqrt2;
  const double room = hatch.width;  // a line beside the box reaches into it
  double sum = origin + std::floor((box.x + box.y - room - origin) / step) * step;
  for (; sum <= right + bottom + room; sum += step) {
    const double from = std::max(box.x - room, sum - bottom - room);
    const double to = std::min(right + room, sum - box.y + room);
    if (from < to)
      lines.push_back({{from, sum - from}, {to, sum - to}});
  }
  return lines;
}

std::vector<PixelSegment> hatch_within(const Hatch& hatch, const std::vector<PathLine>& shape) {
  std::vector<PixelSegment> lines;
  double low = 1e300, high = -1e300;
  for (const PathLine& ring : shape)
    for (const PixelPoint p : ring.points) {
      low = std::min(low, p.x + p.y);
      high = std::max(high, p.x + p.y);
    }
  const double step = hatch.period * std::numbers::sqrt2;  // along x
  const double first = hatch.offset * std::numbers::sqrt2;
  if (!(step > 0) || !((high - low) / step < kMostLines))
    return lines;
  std::vector<double> crossings;
  for (double k = std::ceil((low - first) / step); first + k * step <= high; ++k) {
    const double sum = first + k * step;
    crossings.clear();
    for (const PathLine& ring : shape)
      add_crossings(ring.points, sum, crossings);
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
      lines.push_back(
          {{crossings[i], sum - crossings[i]}, {crossings[i + 1], sum - crossings[i + 1]}});
  }
  return lines;
}

Path rectangle_path(const PixelBox& box) {
  Path path;
  path.move_to({box.x, box.y});
  path.line_to({box.x + box.width, box.y});
  path.line_to({box.x + box.width, box.y + box.height});
  path.line_to({box.x, box.y + box.height});
  path.close();
  return path;
}

}  // namespace malimap
