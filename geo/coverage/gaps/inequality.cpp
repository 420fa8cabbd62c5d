#include "geo/coverage/gaps/inequality.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>

namespace malimap {
namespace {

bool counts(const Holding& holding) {
  return holding.need > 0 && holding.aid >= 0;
}

struct Sums {
  double aid = 0, need = 0;
  std::int64_t units = 0;
  void add(const Holding& holding) {
    aid += holding.aid;
    need += holding.need;
    ++units;
  }
  [[nodiscard]] bool any() const { return aid > 0 && need > 0; }
};

Sums sums_of(std::span<const Holding> holdings) {
  Sums sums;
  for (const Holding& holding : holdings)
    if (counts(holding))
      sums.add(holding);
  return sums;
}

/// a ln(a / n) of shares; its limit is 0 where nothing is held.
double theil_term(double aid_share, double need_share) {
  return aid_share > 0 ? aid_share * std::log(aid_share / need_share) : 0;
}

}  // namespace

std::vector<LorenzPoint> lorenz_curve(std::span<const Holding> holdings) {
  const Sums whole = sums_of(holdings);
  if (!whole.any())
    return {};
  std::vector<Holding> ordered;
  std::copy_if(holdings.begin(), holdings.end(), std::back_inserter(ordered), counts);
  std::stable_sort(ordered.begin(), ordered.end(), [](const Holding& a, const Holding& b) {
    return a.aid / a.need < b.aid / b.need;
  });
  std::vector<LorenzPoint> curve{{0, 0}};
  double aid = 0, need = 0;
  for (const Holding& holding : ordered) {
    aid += holding.aid;
    need += holding.need;
    curve.push_back({need / whole.need, aid / whole.aid});
  }
  curve.back() = {1, 1};
  return curve;
}

std::optional<double> gini(std::span<const Holding> holdings) {
  const auto curve = lorenz_curve(holdings);
  if (curve.empty())
    return std::nullopt;
  double twice_area = 0;
  for (std::size_t i = 1; i < curve.size(); ++i)
    twice_area += (curve[i].need - curve[i - 1].need) * (curve[i].aid + curve[i - 1].aid);
  return 1 - twice_area;
}

std::optional<double> hoover(std::span<const Holding> holdings) {
  const Sums whole = sums_of(holdings);
  if (!whole.any())
    return std::nullopt;
  double sum = 0;
  for (const Holding& holding : holdings)
    if (counts(holding))
      sum += std::abs(holding.aid / whole.aid - holding.need / whole.need);
  return sum / 2;
}

std::optional<double> theil(std::span<const Holding> holdings) {
  const Sums whole = sums_of(holdings);
  if (!whole.any())
    return std::nullopt;
  double sum = 0;
  for (const Holding& holding : holdings)
    if (counts(holding))
      sum += theil_term(holding.aid / whole.aid, holding.need / whole.need);
  return sum;
}

std::optional<TheilParts> theil_parts(std::span<const Holding> holdings) {
  const Sums whole = sums_of(holdings);
  if (!whole.any())
    return std::nullopt;
  std::map<int, std::vector<Holding>> members;
  for (const Holding& holding : holdings)
    if (counts(holding))
      members[holding.group].push_back(holding);
  TheilParts parts;
  for (const auto& [group, inside] : members) {
    const Sums sums = sums_of(inside);
    TheilGroup part{group, sums.aid / whole.aid, sums.need / whole.need, 0, 0};
    part.within = theil(inside).value_or(0);
    part.contribution = part.aid_share * part.within;
    parts.between += theil_term(part.aid_share, part.need_share);
    parts.groups.push_back(part);
  }
  return parts;
}

std::vector<double> smoothed_rates(std::span<const Holding> holdings) {
  const Sums whole = sums_of(holdings);
  if (!whole.any())
    return std::vector<double>(holdings.size(), 0);
  const double mean = whole.aid / whole.need;
  double spread = 0;  // need-weighted variance of the rates
  for (const Holding& holding : holdings)
    if (counts(holding))
      spread += holding.need * std::pow(holding.aid / holding.need - mean, 2);
  spread /= whole.need;
  const double mean_need = whole.need / static_cast<double>(whole.units);
  // What chance alone would spread is taken off; a negative rest is none.
  const double between = std::max(0.0, spread - mean / mean_need);
  std::vector<double> rates;
  for (const Holding& holding : holdings) {
    const double kept =
        counts(holding) && between > 0 ? between / (between + mean / holding.need) : 0;
    rates.push_back(kept > 0 ? mean + kept * (holding.aid / holding.need - mean) : mean);
  }
  return rates;
}

}  // namespace malimap
