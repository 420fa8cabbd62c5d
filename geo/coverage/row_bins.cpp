#include "geo/coverage/row_bins.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace malimap {
namespace {

constexpr int kMostYears = 200;       // of a timeline; dates further back are typing errors
constexpr int kYearsBehind = 30;      // that a timeline follows ends behind the last beginning
constexpr double kEqualBins = 24;     // about so many
constexpr double kFactorRange = 100;  // budgets that span more have bins that grow

template <class T>
struct Extent {
  std::optional<T> low, high;
  void add(const T& value) {
    if (!low || value < *low)
      low = value;
    if (!high || value > *high)
      high = value;
  }
};

template <class T>
Extent<T> extent_of(const Column<T>& column) {
  Extent<T> extent;
  for (std::size_t row = 0; row < column.size(); ++row)
    if (column.present[row])
      extent.add(column.values[row]);
  return extent;
}

/// 1, 2 or 5 times a power of ten, at least as large.
double round_step(double step) {
  const double power = std::pow(10, std::floor(std::log10(step)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= step * 0.999)
      return factor * power;
  return 10 * power;
}

std::vector<Cents> equal_edges(Cents low, Cents high) {
  const double width =
      round_step(std::max(1.0, static_cast<double>(high.value - low.value) / kEqualBins));
  std::vector<Cents> edges;
  for (double edge = std::floor(static_cast<double>(low.value) / width) * width;
       edges.size() < 2 || edges.back() <= high; edge += width)
    edges.push_back({std::llround(edge)});
  return edges;
}

/// By a constant factor from the smallest amount above zero on.
std::vector<Cents> growing_edges(Cents low, Cents smallest, Cents high) {
  const double decades = std::log10(static_cast<double>(high.value) / smallest.value);
  const double per_decade = decades <= 3 ? 8 : decades <= 6 ? 4 : 2;
  std::vector<Cents> edges;
  for (double step = std::floor(std::log10(static_cast<double>(smallest.value)) * per_decade);
       edges.size() < 2 || edges.back() <= high; ++step)
    edges.push_back({std::llround(std::pow(10, step / per_decade))});
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  edges.front() = std::min(edges.front(), low);
  return edges;
}

/// The first of `bins` that holds the value.
template <class T>
std::int16_t bin_of(const std::vector<T>& edges, const T& value) {
  const auto above = std::upper_bound(edges.begin(), edges.end(), value) - edges.begin();
  return static_cast<std::int16_t>(
      std::clamp<std::ptrdiff_t>(above - 1, 0, static_cast<std::ptrdiff_t>(edges.size()) - 2));
}

int month_number(Date date) {
  return static_cast<int>(date.year()) * 12 + static_cast<int>(unsigned{date.month()}) - 1;
}
Date first_day(int month) {
  return Date(std::chrono::year(month / 12), std::chrono::month(unsigned(month % 12) + 1),
              std::chrono::day(1));
}
/// Edges from the first to behind the last month, each so many months wide and on round dates.
std::vector<Date> date_edges(int first, int last, int width) {
  std::vector<Date> edges;
  for (int month = first - first % width; month < last + 1 + width; month += width) {
    edges.push_back(first_day(month));
    if (month > last)
      break;
  }
  return edges;
}

}  // namespace

RowBins::RowBins(const Projects& projects) : rows_(projects.size()) {
  bin_budgets(projects);
  bin_starts(projects);
  bin_months(projects);
}

void RowBins::bin_budgets(const Projects& projects) {
  const auto extent = extent_of(projects.budget);
  if (!extent.low)
    return;
  Extent<Cents> positive;
  for (std::size_t row = 0; row < rows_.size(); ++row)
    if (projects.budget.present[row] && projects.budget.values[row].value > 0)
      positive.add(projects.budget.values[row]);
  const bool grows = positive.low && static_cast<double>(positive.high->value) >
                                         kFactorRange * static_cast<double>(positive.low->value);
  budget_edges_ = grows ? growing_edges(*extent.low, *positive.low, *extent.high)
                        : equal_edges(*extent.low, *extent.high);
  for (std::size_t row = 0; row < rows_.size(); ++row)
    if (projects.budget.present[row])
      rows_[row].budget = bin_of(budget_edges_, projects.budget.values[row]);
}

void RowBins::bin_starts(const Projects& projects) {
  const auto extent = extent_of(projects.start);
  if (!extent.low)
    return;
  const int last = month_number(*extent.high);
  const int first = std::max(month_number(*extent.low), last - 12 * kMostYears);
  const int span = last - first;
  const int width = span < 36 ? 1 : span < 15 * 12 ? 3 : 12;
  start_edges_ = date_edges(first, last, width);
  for (std::size_t row = 0; row < rows_.size(); ++row)
    if (projects.start.present[row])
      rows_[row].start = bin_of(start_edges_, projects.start.values[row]);
}

void RowBins::bin_months(const Projects& projects) {
  const auto starts = extent_of(projects.start), ends = extent_of(projects.end);
  if (!starts.low)
    return;
  const int last_start = month_number(*starts.high);
  const int last = std::max(last_start, std::min(ends.high ? month_number(*ends.high) : last_start,
                                                 last_start + 12 * kYearsBehind));
  const int first = std::max(month_number(*starts.low), last - 12 * kMostYears);
  months_ = date_edges(first, last, 1);
  const auto bin = [&](Date date) {
    return static_cast<std::int16_t>(std::clamp(month_number(date) - first, -1, last - first + 1));
  };
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (projects.start.present[row])
      rows_[row].begin = bin(projects.start.values[row]);
    if (projects.end.present[row])
      rows_[row].end = bin(projects.end.values[row]);
  }
}

}  // namespace malimap
