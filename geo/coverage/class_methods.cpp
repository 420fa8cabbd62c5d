#include <algorithm>
#include <cmath>

#include "geo/coverage/class_cuts.h"

namespace malimap {
namespace {

/// Head and tail are split at 40 % (Jiang 2013).
constexpr double kLargestHead = 0.4;

struct Moments {
  long double mean = 0, count = 0;
};

Moments moments(const SortedValues& sorted, std::size_t first, std::size_t last) {
  Moments m;
  long double sum = 0;
  for (std::size_t i = first; i < last; ++i) {
    m.count += sorted.weight[i];
    sum += static_cast<long double>(sorted.weight[i]) * sorted.value[i];
  }
  m.mean = m.count > 0 ? sum / m.count : 0;
  return m;
}

/// Root mean square distance from a point.
long double spread_around(const SortedValues& sorted, long double point) {
  long double sum = 0, count = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const long double d = sorted.value[i] - point;
    sum += static_cast<long double>(sorted.weight[i]) * d * d;
    count += sorted.weight[i];
  }
  return count > 0 ? std::sqrt(sum / count) : 0;
}

/// Steps to try, from the finest: 1, 2, 5 times 10 to the power of `power`, in thirds of a decade.
/// Whole numbers are multiplied or divided once, so that 3 * 0.1 is 0.3.
double multiple(double n, int third) {
  constexpr double kDigits[] = {1, 2, 5};
  const int power = third >= 0 ? third / 3 : -((2 - third) / 3);
  const double digit = kDigits[third - 3 * power];
  const double scale = std::pow(10.0, std::abs(power));
  return power >= 0 ? n * digit * scale : n * digit / scale;
}

/// The first step, in thirds of a decade, to give a chance to.
int finest_third(double length, std::size_t classes) {
  const double least = length / (2.0 * static_cast<double>(classes));
  return std::max(3 * static_cast<int>(std::floor(std::log10(std::max(least, 1e-300)))), -900);
}

std::vector<double> keep_inside(std::vector<double> breaks, double low, double high) {
  std::erase_if(breaks, [&](double b) { return !(b > low && b <= high); });
  std::sort(breaks.begin(), breaks.end());
  breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
  return breaks;
}

}  // namespace

SortedValues sorted_values(std::span<const std::optional<double>> values) {
  std::vector<double> all;
  for (const auto& value : values)
    if (value && std::isfinite(*value))
      all.push_back(*value == 0 ? 0.0 : *value);  // -0 is 0
  std::sort(all.begin(), all.end());
  SortedValues sorted;
  for (double value : all) {
    if (sorted.value.empty() || sorted.value.back() != value) {
      sorted.value.push_back(value);
      sorted.weight.push_back(0);
    }
    sorted.weight.back() += 1;
  }
  return sorted;
}

SortedValues part_of(const SortedValues& all, std::size_t first, std::size_t last) {
  const auto take = [&](const std::vector<double>& from) {
    return std::vector<double>(from.begin() + static_cast<std::ptrdiff_t>(first),
                               from.begin() + static_cast<std::ptrdiff_t>(last));
  };
  return {take(all.value), take(all.weight)};
}

Cuts quantile_cuts(const SortedValues& sorted, std::size_t classes) {
  classes = std::min(classes, sorted.size());
  double left = 0;
  for (double weight : sorted.weight)
    left += weight;
  Cuts cuts;
  std::size_t at = 0;
  for (std::size_t open = classes; open > 1; --open) {
    const double wanted = left / static_cast<double>(open);
    double taken = sorted.weight[at++];
    while (sorted.size() - at > open - 1 &&
           std::abs(taken + sorted.weight[at] - wanted) < std::abs(taken - wanted))
      taken += sorted.weight[at++];
    left -= taken;
    cuts.push_back(at);
  }
  return cuts;
}

Cuts head_tail_cuts(const SortedValues& sorted, std::size_t classes, bool mirrored) {
  Cuts cuts;
  std::size_t first = 0, last = sorted.size();
  while (cuts.size() + 1 < classes && last - first > 1) {
    const Moments all = moments(sorted, first, last);
    std::size_t cut = first + 1;
    while (cut + 1 < last &&
           (mirrored ? sorted.value[cut] < all.mean : sorted.value[cut] <= all.mean))
      ++cut;
    cuts.push_back(cut);
    (mirrored ? last : first) = cut;
    if (moments(sorted, first, last).count > kLargestHead * all.count)
      break;
  }
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

std::vector<double> equal_breaks(double low, double high, std::size_t classes) {
  std::vector<double> breaks;
  const long double span = static_cast<long double>(high) - low;
  for (std::size_t i = 1; i < classes; ++i)
    breaks.push_back(static_cast<double>(low + span * static_cast<long double>(i) /
                                                   static_cast<long double>(classes)));
  return keep_inside(breaks, low, high);
}

std::vector<double> pretty_breaks(double low, double high, std::size_t classes) {
  if (!(low < high) || classes < 2)
    return {};
  const double length = high / 2 - low / 2;
  for (int third = finest_third(2 * std::min(length, 1e307), classes);; ++third) {
    const double step = multiple(1, third);
    if (!std::isfinite(step))
      return {};
    const double first = std::floor(low / step) + 1, last = std::ceil(high / step) - 1;
    if (last - first + 2 > static_cast<double>(classes))
      continue;
    std::vector<double> breaks;
    // Counted apart from n: beyond 2^53 n + 1 is n.
    for (int i = 0; i <= static_cast<int>(last - first); ++i)
      breaks.push_back(multiple(first + i, third));
    return keep_inside(breaks, low, high);
  }
}

std::vector<double> deviation_breaks(const SortedValues& sorted, std::size_t classes) {
  const long double mean = moments(sorted, 0, sorted.size()).mean;
  const long double deviation = spread_around(sorted, mean);
  std::vector<double> breaks;
  for (std::size_t i = 1; i < classes; ++i)
    breaks.push_back(static_cast<double>(
        mean + deviation * (static_cast<long double>(i) - static_cast<long double>(classes) / 2)));
  return keep_inside(breaks, sorted.value.front(), sorted.value.back());
}

std::vector<double> breaks_around(const SortedValues& sorted, double middle, ClassMethod method,
                                  std::size_t half) {
  const double low = std::min(sorted.value.front(), middle);
  const double high = std::max(sorted.value.back(), middle);
  const double reach = std::min(std::max(high - middle, middle - low), 1e307);
  double step = reach / static_cast<double>(half);
  if (method == ClassMethod::StandardDeviation)
    step = static_cast<double>(spread_around(sorted, middle));
  if (method == ClassMethod::Pretty) {
    int third = finest_third(reach, half);
    while (multiple(1, third) * static_cast<double>(half) < reach)
      ++third;
    step = multiple(1, third);
  }
  std::vector<double> breaks;
  for (std::size_t i = 1; i < half; ++i)
    for (const double side : {-1.0, 1.0})
      breaks.push_back(middle + side * static_cast<double>(i) * step);
  breaks = keep_inside(breaks, low, high);
  std::erase(breaks, middle);
  return breaks;
}

}  // namespace malimap
