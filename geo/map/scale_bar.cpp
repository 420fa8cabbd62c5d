#include "geo/map/scale_bar.h"

#include <cmath>

#include "geo/base/numbers.h"
#include "geo/map/projection.h"

namespace malimap {
namespace {

/// The largest of 1, 2, 5 times a power of ten that is not above the value.
double round_down(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (double step : {5.0, 2.0})
    if (step * power <= value)
      return step * power;
  return power;
}

}  // namespace

ScaleBar make_scale_bar(const View& view, const std::string& projection, double longest_px,
                        Language language) {
  const Projection* const plane = kept_projection(projection);
  if (!plane || !(longest_px > 1))
    return {};
  const double half = longest_px / 2 * view.metres_per_pixel();
  const PlanePoint middle = view.camera.centre;
  const auto left = plane->inverse({middle.x - half, middle.y});
  const auto right = plane->inverse({middle.x + half, middle.y});
  if (!left || !right)
    return {};
  const double metres = geodesic_distance(*left, *right);
  if (!(metres > 1e-3))
    return {};
  const double length = round_down(metres);
  const bool kilometres = length >= 1000;
  const auto number = static_cast<std::int64_t>(std::llround(kilometres ? length / 1000 : length));
  if (number < 1)
    return {};
  return {longest_px * length / metres,
          format_integer(number, language) + (kilometres ? "\u00A0km" : "\u00A0m")};
}

}  // namespace malimap
