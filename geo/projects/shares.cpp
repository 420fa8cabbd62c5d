#include "geo/projects/shares.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace malimap {
namespace {

std::vector<long double> weights_of(std::span<const double> shares) {
  std::vector<long double> weights;
  weights.reserve(shares.size());
  for (double share : shares)
    weights.push_back(std::isfinite(share) && share > 0 ? static_cast<long double>(share) : 0.0L);
  const auto total = std::accumulate(weights.begin(), weights.end(), 0.0L);
  for (auto& weight : weights)
    weight = total > 0 ? weight / total : 1.0L / static_cast<long double>(weights.size());
  return weights;
}

}  // namespace

std::vector<Cents> split_cents(Cents amount, std::span<const double> shares) {
  std::vector<Cents> parts(shares.size());
  if (parts.empty())
    return parts;
  const std::int64_t sign = amount.value < 0 ? -1 : 1;
  const auto weights = weights_of(shares);
  const auto whole = std::abs(static_cast<long double>(amount.value));

  std::vector<long double> remainders(parts.size());
  std::int64_t left = amount.value;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const long double quota = whole * weights[i];
    // 1e-6 of a cent: a quota that is a whole number but for the rounding of the share is that
    // number.
    const long double down = std::floor(quota + 1e-6L);
    remainders[i] = std::max(quota - down, 0.0L);
    parts[i].value = sign * static_cast<std::int64_t>(down);
    left -= parts[i].value;
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return remainders[a] > remainders[b] + 1e-9L;
  });
  // Parts with a share take what is left; only rounding of huge amounts can ask for a second round.
  std::erase_if(order, [&](std::size_t i) { return weights[i] <= 0; });
  for (std::size_t next = 0; left != 0; ++next) {
    const std::int64_t step = left > 0 ? 1 : -1;
    parts[order[next % order.size()]].value += step;
    left -= step;
  }
  return parts;
}

}  // namespace malimap
