#include "geo/boundaries/json_points.h"

namespace malimap {
namespace {

namespace dom = simdjson::dom;

std::optional<LonLat> position(dom::element json) {
  dom::array numbers;
  if (json.get(numbers))
    return std::nullopt;
  LonLat point;
  std::size_t count = 0;
  for (const dom::element number : numbers) {
    double value = 0;
    if (number.get(value))
      return std::nullopt;
    if (count < 2)
      (count == 0 ? point.lon : point.lat) = value;
    ++count;
  }
  return count == 2 || count == 3 ? std::optional(point) : std::nullopt;
}

}  // namespace

std::optional<std::vector<LonLat>> json_positions(dom::element json) {
  dom::array list;
  if (json.get(list))
    return std::nullopt;
  std::vector<LonLat> points;
  points.reserve(list.size());
  for (const dom::element item : list) {
    const auto point = position(item);
    if (!point)
      return std::nullopt;
    points.push_back(*point);
  }
  return points;
}

std::optional<std::vector<std::vector<LonLat>>> json_rings(dom::element json) {
  dom::array list;
  if (json.get(list))
    return std::nullopt;
  std::vector<std::vector<LonLat>> rings;
  for (const dom::element item : list) {
    auto ring = json_positions(item);
    if (!ring)
      return std::nullopt;
    rings.push_back(std::move(*ring));
  }
  return rings;
}

}  // namespace malimap
