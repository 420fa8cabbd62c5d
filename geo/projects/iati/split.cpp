#include "geo/projects/iati/split.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/projects/values.h"

namespace malimap::iati {
namespace {

/// Percentages are typed with two decimals; thirds add up to 99.99.
constexpr double kTolerance = 0.5;

/// The lower the better; the default vocabulary is the DAC's.
int rank_of(const std::string& vocabulary) {
  if (vocabulary.empty() || vocabulary == "1" || vocabulary == "DAC")
    return 0;
  if (vocabulary == "2" || vocabulary == "DAC-3")
    return 1;
  return vocabulary == "10" ? 2 : 3;
}

double amount_of(const Transaction& transaction) {
  const auto amount = parse_amount(transaction.value.amount, DecimalSign::Point);
  return amount && amount->value > 0 ? amount->dollars() : 0;
}

/// The parts of the transactions, weighed by their amounts.
template <class PartsOf>
std::vector<Part> of_transactions(const Activity& activity, PartsOf parts_of) {
  std::map<std::pair<std::string, std::string>, std::pair<Part, double>> sums;
  double total = 0;
  for (const auto& transaction : activity.transactions) {
    const auto& parts = parts_of(transaction);
    const Shares shares = shares_of(parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      auto& sum = sums[{parts[i].vocabulary, parts[i].code + parts[i].name}];
      sum.first = parts[i];
      sum.second += amount_of(transaction) * shares.of[i];
      total += amount_of(transaction) * shares.of[i];
    }
  }
  std::vector<Part> all;
  for (auto& [key, sum] : sums) {
    sum.first.percent = total > 0 ? std::optional(100 * sum.second / total) : std::nullopt;
    all.push_back(sum.first);
  }
  return all;
}

std::vector<Part> of_best_vocabulary(const std::vector<Part>& parts) {
  if (parts.empty())
    return {};
  const auto best = std::min_element(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return rank_of(a.vocabulary) < rank_of(b.vocabulary);
  });
  std::vector<Part> kept;
  for (const auto& part : parts)
    if (rank_of(part.vocabulary) < 3 ? rank_of(part.vocabulary) == rank_of(best->vocabulary)
                                     : part.vocabulary == best->vocabulary)
      kept.push_back(part);
  return kept;
}

}  // namespace

Shares shares_of(const std::vector<Part>& parts) {
  Shares shares;
  double given = 0;
  std::size_t without = 0;
  for (const auto& part : parts) {
    given += std::max(part.percent.value_or(0), 0.0);
    without += part.percent ? 0 : 1;
  }
  if (given == 0) {  // old files write 0 for what they do not know
    shares.of.assign(parts.size(), parts.empty() ? 0 : 1.0 / static_cast<double>(parts.size()));
    return shares;
  }
  const double left = std::max(100 - given, 0.0);
  for (const auto& part : parts)
    shares.of.push_back(part.percent ? std::max(*part.percent, 0.0)
                                     : left / static_cast<double>(without));
  double sum = 0;
  for (const double share : shares.of)
    sum += share;
  for (double& share : shares.of)
    share = sum > 0 ? share / sum : 1.0 / static_cast<double>(parts.size());
  const bool all_given = without == 0 && !parts.empty();
  shares.off = given > 100 + kTolerance || (all_given && std::abs(given - 100) > kTolerance);
  return shares;
}

std::vector<Part> sectors_of(const Activity& activity) {
  if (!activity.sectors.empty())
    return of_best_vocabulary(activity.sectors);
  return of_best_vocabulary(of_transactions(
      activity, [](const Transaction& t) -> const auto& { return t.sectors; }));
}

Recipients recipients_of(const Activity& activity) {
  Recipients all{activity.countries, activity.countries.size()};
  all.parts.insert(all.parts.end(), activity.regions.begin(), activity.regions.end());
  if (!all.parts.empty())
    return all;
  all.parts = of_transactions(
      activity, [](const Transaction& t) -> const auto& { return t.countries; });
  all.countries = all.parts.size();
  if (all.parts.empty())
    all.parts = of_transactions(
        activity, [](const Transaction& t) -> const auto& { return t.regions; });
  return all;
}

}  // namespace malimap::iati
