#pragma once
// Types that say the unit, so that degrees and metres, cents and dollars do not mix by accident.

#include <cmath>
#include <compare>
#include <cstdint>

namespace malimap {

/// Geographic position in degrees, WGS 84 (EPSG:4326), longitude first.
struct LonLat {
  double lon = 0;
  double lat = 0;
  auto operator<=>(const LonLat&) const = default;
};

/// Position on the projected plane, metres; which projection is said by the Shapes that hold it.
struct PlanePoint {
  double x = 0;
  double y = 0;
  auto operator<=>(const PlanePoint&) const = default;
};

/// An amount of US dollars in whole cents. Sums are exact.
struct Cents {
  std::int64_t value = 0;
  auto operator<=>(const Cents&) const = default;
  Cents& operator+=(Cents other) {
    value += other.value;
    return *this;
  }
  friend Cents operator+(Cents a, Cents b) { return {a.value + b.value}; }
  friend Cents operator-(Cents a, Cents b) { return {a.value - b.value}; }
  /// Dollars, for ratios and drawing only; sums stay in cents.
  [[nodiscard]] double dollars() const { return static_cast<double>(value) / 100.0; }
};

/// Dollars to cents, rounded half away from zero.
[[nodiscard]] inline Cents cents_of_dollars(double dollars) {
  return {static_cast<std::int64_t>(std::llround(dollars * 100.0))};
}

}  // namespace malimap
