#include "app/session/flight.h"

#include <algorithm>
#include <cmath>

namespace malimap {
namespace {

constexpr double kRho = 1.42;
constexpr double kSecondsPerLength = 0.6;
constexpr double kShortest = 0.6, kLongest = 2.0;
// Of the picture's width: nearer centres are the same, and the formulas would divide by nothing.
constexpr double kSamePlace = 1e-6;

double eased(double t) {
  return t * t * t * (t * (6 * t - 15) + 10);
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, double t) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * t));
}

}  // namespace

Flight::Flight(Camera from, Camera to, double width_dp) : from_(from), to_(to) {
  const double first = from.metres_per_dp * width_dp, last = to.metres_per_dp * width_dp;
  distance_m_ = std::hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y);
  crosses_ = distance_m_ > kSamePlace * std::min(first, last);
  if (!crosses_) {
    length_ = std::abs(std::log(last / first)) / kRho;
    return;
  }
  const double way = kRho * kRho * distance_m_;
  const double rise = last * last - first * first;
  // ln(-b + sqrt(b * b + 1)) of the paper is -asinh(b), which does not cancel.
  start_ = -std::asinh((rise + way * way) / (2 * first * way));
  const double end = -std::asinh((rise - way * way) / (2 * last * way));
  length_ = (end - start_) / kRho;
}

Camera Flight::at(double t) const {
  if (!(t > 0))
    return from_;
  if (t >= 1)
    return to_;
  const double s = eased(t) * length_;
  if (!crosses_) {
    const double zoom = std::pow(to_.metres_per_dp / from_.metres_per_dp, eased(t));
    return {to_.centre, from_.metres_per_dp * zoom};
  }
  // sinh(rho s) / cosh(rho s + r0) is the paper's difference of two nearly equal terms.
  const double here = std::cosh(kRho * s + start_);
  // The width of the picture cancels out of the scale; of the way it is the first camera's.
  const double scale = from_.metres_per_dp * std::cosh(start_) / here;
  const double whole = std::sinh(kRho * length_) / std::cosh(kRho * length_ + start_);
  const double part = std::clamp(std::sinh(kRho * s) / here / whole, 0.0, 1.0);
  return {{from_.centre.x + (to_.centre.x - from_.centre.x) * part,
           from_.centre.y + (to_.centre.y - from_.centre.y) * part},
          scale};
}

double Flight::seconds() const {
  if (from_ == to_)
    return 0;
  return std::clamp(length_ * kSecondsPerLength, kShortest, kLongest);
}

std::vector<UnitPaint> blend(const std::vector<UnitPaint>& from, const std::vector<UnitPaint>& to,
                             double t) {
  if (from.size() != to.size() || t >= 1)
    return to;
  std::vector<UnitPaint> result = t < 0.5 ? from : to;
  if (!(t > 0))
    return result;
  for (std::size_t i = 0; i < result.size(); ++i) {
    const Colour a = from[i].fill, b = to[i].fill;
    result[i].fill = {between(a.r, b.r, t), between(a.g, b.g, t), between(a.b, b.b, t),
                      between(a.a, b.a, t)};
  }
  return result;
}

}  // namespace malimap
