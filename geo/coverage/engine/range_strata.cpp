#include "geo/coverage/engine/range_strata.h"

#include <algorithm>

namespace malimap {
namespace {

constexpr std::size_t kFewRows = 1024;       // in a stratum: no need to cut it
constexpr std::size_t kPieces = 2048;        // about so many, where rows are many
constexpr std::size_t kMostWanted = 400;     // edges asked for, thinned out where they are more
constexpr std::size_t kSampled = 1U << 16U;  // rows that tell where rows are many

/// Every so many-th row's number, in order.
std::vector<std::int64_t> sample_of(std::size_t rows, const RowNumber& number) {
  std::vector<std::int64_t> sample;
  const std::size_t step = std::max<std::size_t>(1, rows / kSampled);
  for (std::size_t row = 0; row < rows; row += step)
    if (const auto value = number(row))
      sample.push_back(*value);
  std::sort(sample.begin(), sample.end());
  return sample;
}

void thin_out(std::vector<std::int64_t>& edges, std::size_t most) {
  const std::size_t step = (edges.size() + most - 1) / most;
  if (step < 2)
    return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < edges.size(); i += step)
    edges[kept++] = edges[i];
  edges.resize(kept);
}

/// The stratum of a number between the outer edges: looked up where these are near each other, as
/// days are.
class StratumOf {
 public:
  explicit StratumOf(const std::vector<std::int64_t>& edges) : edges_(&edges) {
    if (edges.back() - edges.front() > kMostLookedUp)
      return;
    for (std::size_t s = 0; s + 1 < edges.size(); ++s)
      at_.insert(at_.end(), static_cast<std::size_t>(edges[s + 1] - edges[s]),
                 static_cast<std::uint16_t>(s));
  }
  std::uint16_t operator()(std::int64_t number) const {
    if (!at_.empty())
      return at_[static_cast<std::size_t>(number - edges_->front())];
    return static_cast<std::uint16_t>(std::upper_bound(edges_->begin(), edges_->end(), number) -
                                      edges_->begin() - 1);
  }

 private:
  static constexpr std::int64_t kMostLookedUp = 1 << 20;
  const std::vector<std::int64_t>* edges_;
  std::vector<std::uint16_t> at_;
};

}  // namespace

RangeStrata divide_by_number(std::size_t rows, const RowNumber& number,
                             std::vector<std::int64_t> wanted) {
  RangeStrata divided;
  std::optional<std::int64_t> low, high;
  for (std::size_t row = 0; row < rows; ++row)
    if (const auto value = number(row)) {
      low = std::min(low.value_or(*value), *value);
      high = std::max(high.value_or(*value), *value);
    }
  if (!low)
    return divided;
  thin_out(wanted, kMostWanted);
  std::vector<std::int64_t>& edges = divided.edges;
  edges = std::move(wanted);
  const auto sample = sample_of(rows, number);
  const std::size_t piece =
      std::max(kFewRows, rows / kPieces) / std::max<std::size_t>(1, rows / kSampled);
  for (std::size_t at = piece; at < sample.size(); at += std::max<std::size_t>(1, piece))
    edges.push_back(sample[at]);
  std::erase_if(edges, [&](std::int64_t edge) { return edge <= *low || edge > *high; });
  edges.push_back(*low);
  edges.push_back(*high + 1);
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());

  Strata& strata = divided.strata;
  strata.count = edges.size();
  strata.of_row.resize(rows);
  const auto stratum_of = StratumOf(edges);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto value = number(row);
    strata.of_row[row] = value ? stratum_of(*value) : static_cast<std::uint16_t>(strata.count - 1);
  }
  return divided;
}

RangeStrata coarser(const RangeStrata& fine, std::size_t most) {
  const std::size_t known = fine.edges.size() - 1;
  const std::size_t step = (known + most - 2) / (most - 1);
  RangeStrata coarse;
  for (std::size_t s = 0; s < known; s += step)
    coarse.edges.push_back(fine.edges[s]);
  coarse.edges.push_back(fine.edges.back());
  coarse.strata.count = coarse.edges.size();
  coarse.strata.loose = fine.strata.loose;
  coarse.strata.of_row.reserve(fine.strata.of_row.size());
  for (const std::uint16_t stratum : fine.strata.of_row)
    coarse.strata.of_row.push_back(stratum == Strata::kLoose ? Strata::kLoose
                                   : stratum == known
                                       ? static_cast<std::uint16_t>(coarse.strata.count - 1)
                                       : static_cast<std::uint16_t>(stratum / step));
  return coarse;
}

void set_loose(std::span<Strata* const> divisions, const Dataset& dataset, const RowOrder& order,
               const std::function<bool(std::size_t)>& odd) {
  const auto numbers = project_numbers(dataset);
  if (numbers.empty() && !odd)
    return;
  const auto same_project = [&](std::size_t i, std::size_t j) {
    return !numbers.empty() && numbers[order.row(i)] == numbers[order.row(j)];
  };
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    bool loose = false;
    for (last = first; last == first || (last < order.size() && same_project(first, last)); ++last)
      loose = loose || (odd && odd(order.row(last))) ||
              std::any_of(divisions.begin(), divisions.end(), [&](const Strata* strata) {
                return strata->of_row[order.row(last)] != strata->of_row[order.row(first)];
              });
    for (std::size_t i = first; loose && i < last; ++i)
      for (Strata* strata : divisions) {
        strata->of_row[order.row(i)] = Strata::kLoose;
        strata->loose.push_back(static_cast<std::uint32_t>(order.row(i)));
      }
  }
}

}  // namespace malimap
