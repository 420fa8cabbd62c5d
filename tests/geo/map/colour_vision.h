#pragma once
// How far apart colours look, to the three kinds of colour blindness too.

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "geo/map/composition.h"

namespace malimap::testing {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

/// In linear RGB, severity 1.0: Machado, Oliveira and Fernandes (2009), "A physiologically-based
/// model for simulation of color vision deficiency", IEEE TVCG 15(6). The first is normal vision.
inline constexpr std::array<Matrix, 4> kVisions = {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},
}};

inline Triple times(const Matrix& m, const Triple& v) {
  Triple out{};
  for (std::size_t row = 0; row < 3; ++row)
    out[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
  return out;
}

/// Linear RGB, 0 to 1.
inline Triple linear_of(Colour colour) {
  const auto channel = [](std::uint8_t byte) {
    const double c = byte / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return {channel(colour.r), channel(colour.g), channel(colour.b)};
}

/// CIE 1976 L*a*b* of linear RGB under D65; what falls outside the screen's colours is cut.
inline Triple lab_of(Triple rgb) {
  for (double& c : rgb)
    c = std::clamp(c, 0.0, 1.0);
  constexpr Matrix kToXyz = {{{0.4124564, 0.3575761, 0.1804375},
                              {0.2126729, 0.7151522, 0.0721750},
                              {0.0193339, 0.1191920, 0.9503041}}};
  const Triple xyz = times(kToXyz, rgb);
  const auto f = [](double t) {
    constexpr double d = 6.0 / 29;
    return t > d * d * d ? std::cbrt(t) : t / (3 * d * d) + 4.0 / 29;
  };
  const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIEDE2000 with all weights 1 (Sharma, Wu and Dalal 2005). Some 2 can just be told apart side by
/// side.
inline double ciede2000(const Triple& one, const Triple& two) {
  constexpr double pi = std::numbers::pi, degree = pi / 180;
  const auto pow7 = [](double x) { return std::pow(x, 7); };
  const double c_mean = (std::hypot(one[1], one[2]) + std::hypot(two[1], two[2])) / 2;
  const double g = 0.5 * (1 - std::sqrt(pow7(c_mean) / (pow7(c_mean) + pow7(25))));
  const double a1 = one[1] * (1 + g), a2 = two[1] * (1 + g);
  const double c1 = std::hypot(a1, one[2]), c2 = std::hypot(a2, two[2]);
  const auto hue = [&](double b, double a) {
    const double h = a == 0 && b == 0 ? 0 : std::atan2(b, a);
    return h < 0 ? h + 2 * pi : h;
  };
  const double h1 = hue(one[2], a1), h2 = hue(two[2], a2);
  double dh = h2 - h1, h_mean = (h1 + h2) / 2;
  if (c1 * c2 == 0) {
    dh = 0;
    h_mean = h1 + h2;
  } else if (std::abs(dh) > pi) {
    dh += dh > 0 ? -2 * pi : 2 * pi;
    h_mean += h_mean < pi ? pi : -pi;
  }
  const double dl = two[0] - one[0], dc = c2 - c1;
  const double dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2);
  const double l = (one[0] + two[0]) / 2 - 50, c = (c1 + c2) / 2;
  const double t = 1 - 0.17 * std::cos(h_mean - 30 * degree) + 0.24 * std::cos(2 * h_mean) +
                   0.32 * std::cos(3 * h_mean + 6 * degree) -
                   0.20 * std::cos(4 * h_mean - 63 * degree);
  const double sl = 1 + 0.015 * l * l / std::sqrt(20 + l * l), sc = 1 + 0.045 * c,
               sh = 1 + 0.015 * c * t;
  const double away = (h_mean / degree - 275) / 25;
  const double rt = -2 * std::sqrt(pow7(c) / (pow7(c) + pow7(25))) *
                    std::sin(60 * degree * std::exp(-away * away));
  const double x = dl / sl, y = dc / sc, z = dH / sh;
  return std::sqrt(std::max(x * x + y * y + z * z + rt * y * z, 0.0));
}

/// The least CIEDE2000 distance over normal vision, protanopia, deuteranopia and tritanopia.
inline double least_distance(Colour a, Colour b) {
  double least = 1e9;
  for (const Matrix& vision : kVisions)
    least = std::min(
        least, ciede2000(lab_of(times(vision, linear_of(a))), lab_of(times(vision, linear_of(b)))));
  return least;
}

}  // namespace malimap::testing
