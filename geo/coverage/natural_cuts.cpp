// Natural breaks, and how breaks are rounded.

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/coverage/class_cuts.h"

namespace malimap {
namespace {

/// Squared deviation from the mean of any run of the sorted values, from running sums.
class Deviation {
 public:
  explicit Deviation(const SortedValues& sorted) : sums_(sorted.value.size() + 1) {
    // Values are taken relative to the middle one and to their span, or large amounts would lose
    // their digits when squared.
    const long double middle = sorted.value[sorted.value.size() / 2];
    const long double span =
        std::max<long double>(static_cast<long double>(sorted.value.back()) - sorted.value.front(),
                              std::numeric_limits<double>::min());
    for (std::size_t i = 0; i < sorted.value.size(); ++i) {
      const long double x = (sorted.value[i] - middle) / span;
      const long double w = sorted.weight[i];
      sums_[i + 1] = {sums_[i].w + w, sums_[i].x + w * x, sums_[i].xx + w * x * x};
    }
  }
  /// Of the values [first, last).
  [[nodiscard]] long double operator()(std::size_t first, std::size_t last) const {
    const Sums &a = sums_[first], &b = sums_[last];
    const long double x = b.x - a.x;
    return std::max(b.xx - a.xx - x * x / (b.w - a.w), 0.0L);
  }

 private:
  struct Sums {
    long double w = 0, x = 0, xx = 0;
  };
  std::vector<Sums> sums_;
};

/// best[n]: least deviation of the first n values in so many classes; cut[n]: where the last class
/// begins.
struct Row {
  std::vector<long double> best;
  std::vector<std::size_t> cut;
};

/// One class more than `previous`. The best cut never moves back as n grows, so each half of the
/// range searches its part only (divide and conquer, O(n log n) a class).
void extend(const Deviation& deviation, const Row& previous, Row& row, std::size_t low,
            std::size_t high, std::size_t first_cut, std::size_t last_cut) {
  if (low > high)
    return;
  const std::size_t n = low + (high - low) / 2;
  row.best[n] = std::numeric_limits<long double>::infinity();
  for (std::size_t cut = first_cut; cut <= std::min(last_cut, n - 1); ++cut) {
    const long double sum = previous.best[cut] + deviation(cut, n);
    if (sum < row.best[n]) {
      row.best[n] = sum;
      row.cut[n] = cut;
    }
  }
  if (n > low)
    extend(deviation, previous, row, low, n - 1, first_cut, row.cut[n]);
  extend(deviation, previous, row, n + 1, high, row.cut[n], last_cut);
}

}  // namespace

Cuts natural_cuts(const SortedValues& sorted, std::size_t classes) {
  const std::size_t n = sorted.size();
  classes = std::min(classes, n);
  if (classes < 2)
    return {};
  const Deviation deviation(sorted);
  std::vector<Row> rows(classes,
                        {std::vector<long double>(n + 1), std::vector<std::size_t>(n + 1)});
  for (std::size_t i = 1; i <= n; ++i)
    rows[0].best[i] = deviation(0, i);
  for (std::size_t k = 1; k < classes; ++k)
    extend(deviation, rows[k - 1], rows[k], k + 1, n, k, n - 1);

  Cuts cuts(classes - 1);
  std::size_t end = n;
  for (std::size_t k = classes; k-- > 1;)
    end = cuts[k - 1] = rows[k].cut[end];
  return cuts;
}

double roundest_between(double below, double at_most) {
  if (below < 0 && at_most >= 0)
    return 0;
  const double middle = below / 2 + at_most / 2;
  const double largest = std::max(std::abs(below), std::abs(at_most));
  const int top = static_cast<int>(std::floor(std::log10(largest))) + 1;
  for (int power = top; power > top - 17; --power) {
    for (const double digit : {10.0, 5.0, 2.0}) {
      // Whole numbers times or divided by a power of ten: the division rounds once, 3 / 10 is 0.3.
      const double scale = std::pow(10.0, std::abs(power - 1));
      const auto number = [&](double n) {
        return power >= 1 ? n * digit * scale : n * digit / scale;
      };
      const double nearest =
          std::round(power >= 1 ? middle / scale / digit : middle * scale / digit);
      for (const double n : {nearest, nearest - 1, nearest + 1})
        if (number(n) > below && number(n) <= at_most)
          return number(n);
    }
  }
  return at_most;
}

}  // namespace malimap
