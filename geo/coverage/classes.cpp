#include "geo/coverage/classes.h"

#include <algorithm>
#include <cmath>

#include "geo/coverage/class_cuts.h"

namespace malimap {
namespace {

/// Breaks between the values that a cut parts, round enough to be read aloud.
void add_breaks(std::vector<double>& breaks, const SortedValues& sorted, const Cuts& cuts) {
  for (std::size_t cut : cuts)
    breaks.push_back(roundest_between(sorted.value[cut - 1], sorted.value[cut]));
}

Cuts cuts_of(const SortedValues& sorted, ClassMethod method, std::size_t count, bool mirrored) {
  if (method == ClassMethod::Quantile)
    return quantile_cuts(sorted, count);
  if (method == ClassMethod::HeadTail)
    return head_tail_cuts(sorted, count, mirrored);
  return natural_cuts(sorted, count);
}

/// Whether a method's breaks are its definition, and not only where it cuts the values.
bool is_ruled(ClassMethod method) {
  return method == ClassMethod::EqualInterval || method == ClassMethod::Pretty ||
         method == ClassMethod::StandardDeviation;
}

std::vector<double> inner_breaks(const SortedValues& sorted, ClassMethod method,
                                 std::size_t count) {
  const double low = sorted.value.front(), high = sorted.value.back();
  std::vector<double> breaks;
  if (method == ClassMethod::EqualInterval)
    breaks = equal_breaks(low, high, count);
  else if (method == ClassMethod::Pretty)
    breaks = pretty_breaks(low, high, count);
  else if (method == ClassMethod::StandardDeviation)
    breaks = deviation_breaks(sorted, count);
  else
    add_breaks(breaks, sorted, cuts_of(sorted, method, count, false));
  return breaks;
}

/// Typed or dragged breaks come in any order.
std::vector<double> tidy(std::vector<double> breaks) {
  std::erase_if(breaks, [](double b) { return !std::isfinite(b); });
  std::sort(breaks.begin(), breaks.end());
  breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
  return breaks;
}

/// Puts each value into its class; equal values lie in the same one.
Classes assign(std::span<const std::optional<double>> values, std::vector<double> inner, double low,
               double high) {
  Classes classes;
  if (!inner.empty()) {
    low = std::min(low, inner.front());
    high = std::max(high, inner.back());
  }
  classes.members.assign(inner.size() + 1, 0);
  for (const auto& value : values) {
    if (!value || !std::isfinite(*value)) {
      classes.class_of.push_back(kNoClass);
      continue;
    }
    const auto above = std::upper_bound(inner.begin(), inner.end(), *value);
    classes.class_of.push_back(static_cast<int>(above - inner.begin()));
    ++classes.members[static_cast<std::size_t>(above - inner.begin())];
  }
  inner.insert(inner.begin(), low);
  inner.push_back(high);
  classes.breaks = std::move(inner);
  return classes;
}

Classes no_classes(std::size_t values) {
  Classes classes;
  classes.class_of.assign(values, kNoClass);
  return classes;
}

std::size_t wanted_count(int count) {
  return static_cast<std::size_t>(std::clamp(count, 1, kMostClasses));
}

/// Inner breaks of both sides and the middle among them where it parts values.
std::vector<double> inner_around(const SortedValues& sorted, double middle, ClassMethod method,
                                 std::size_t half) {
  const auto first_above = static_cast<std::size_t>(
      std::lower_bound(sorted.value.begin(), sorted.value.end(), middle) - sorted.value.begin());
  std::vector<double> inner;
  if (is_ruled(method)) {
    inner = breaks_around(sorted, middle, method, half);
  } else {
    const SortedValues below = part_of(sorted, 0, first_above);
    const SortedValues above = part_of(sorted, first_above, sorted.size());
    add_breaks(inner, below, cuts_of(below, method, half, true));
    add_breaks(inner, above, cuts_of(above, method, half, false));
  }
  if (first_above > 0 && first_above < sorted.size())
    inner.push_back(middle);
  return tidy(std::move(inner));
}

}  // namespace

Classes classify(std::span<const std::optional<double>> values, const Classing& classing) {
  const SortedValues sorted = sorted_values(values);
  if (sorted.value.empty())
    return no_classes(values.size());
  const std::size_t count = std::min(wanted_count(classing.count), sorted.size());
  auto inner =
      classing.fixed() ? tidy(classing.breaks) : inner_breaks(sorted, classing.method, count);
  return assign(values, std::move(inner), sorted.value.front(), sorted.value.back());
}

Classes natural_breaks(std::span<const std::optional<double>> values, int wanted) {
  return classify(values, {.method = ClassMethod::Natural, .count = wanted, .breaks = {}});
}

DivergingClasses classify_around(std::span<const std::optional<double>> values, double middle,
                                 const Classing& classing) {
  DivergingClasses diverging;
  const SortedValues sorted = sorted_values(values);
  if (sorted.value.empty() || !std::isfinite(middle)) {
    diverging.classes = classify(values, classing);
    return diverging;
  }
  const std::size_t half = std::max<std::size_t>(1, wanted_count(classing.count) / 2);
  std::vector<double> inner;
  if (classing.fixed()) {
    inner = classing.breaks;
    inner.push_back(middle);
    inner = tidy(std::move(inner));
  } else {
    inner = inner_around(sorted, middle, classing.method, half);
  }
  const double low = std::min(sorted.value.front(), middle);
  const double high = std::max(sorted.value.back(), middle);
  const auto upto = std::upper_bound(inner.begin(), inner.end(), middle);
  diverging.below = static_cast<int>(upto - inner.begin());
  if (sorted.value.back() < middle && !std::binary_search(inner.begin(), inner.end(), middle))
    diverging.below = static_cast<int>(inner.size()) + 1;
  diverging.classes = assign(values, std::move(inner), low, high);
  return diverging;
}

Histogram histogram_of(std::span<const std::optional<double>> values, int bins) {
  Histogram histogram;
  const SortedValues sorted = sorted_values(values);
  if (sorted.value.empty() || bins < 1)
    return histogram;
  histogram.low = sorted.value.front();
  histogram.high = sorted.value.back();
  histogram.bins.assign(static_cast<std::size_t>(bins), 0);
  const long double span = static_cast<long double>(histogram.high) - histogram.low;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const long double part = span > 0 ? (sorted.value[i] - histogram.low) / span : 0.5L;
    const int bin = std::min(static_cast<int>(part * bins), bins - 1);
    histogram.bins[static_cast<std::size_t>(bin)] += static_cast<int>(sorted.weight[i]);
  }
  return histogram;
}

}  // namespace malimap
