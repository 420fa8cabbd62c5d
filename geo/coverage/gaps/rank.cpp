#include "geo/coverage/gaps/rank.h"

#include <algorithm>
#include <map>

#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr std::int64_t kFewestOthers = 3;
// Shares come from sums of divisions: what is left of them by rounding is no gap.
constexpr double kLeastScore = 1e-12;

/// Whether the sector is there, per zone that is counted, in the order of rising need.
class NeedClasses {
 public:
  explicit NeedClasses(const CaseLayer& layer) : layer_(&layer) {
    for (std::size_t i = 0; i < layer.zones.size(); ++i)
      if (layer.zones[i].standing == Standing::Counted)
        order_.push_back(i);
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return layer.zones[a].need < layer.zones[b].need;
    });
    third_of_.assign(layer.zones.size(), 0);
    for (std::size_t k = 0; k < order_.size(); ++k)
      third_of_[order_[k]] = k * 3 / order_.size();
  }
  /// Of the other zones in the same third by need: how many there are, and have the sector.
  void count_others(std::size_t zone, GapRank& rank) const {
    for (const std::size_t other : order_)
      if (other != zone && third_of_[other] == third_of_[zone]) {
        ++rank.others;
        rank.others_with += layer_->zones[other].aid > 0;
      }
  }

 private:
  const CaseLayer* layer_;
  std::vector<std::size_t> order_, third_of_;
};

GapReason reason_of(const GapRank& rank, const CoverageZone& zone) {
  if (zone.figures.projects == 0)
    return GapReason::NoProject;
  const bool most_have = rank.others >= kFewestOthers && 2 * rank.others_with > rank.others;
  return !rank.sector.empty() && rank.aid == 0 && most_have ? GapReason::SectorMissing
                                                            : GapReason::Low;
}

void rank_layer(const CaseLayer& layer, const Coverage& coverage, double weight,
                std::vector<GapRank>& ranks) {
  const CaseSums sums = sums_of(layer);
  const NeedClasses classes(layer);
  for (std::size_t i = 0; i < layer.zones.size(); ++i) {
    const ZoneCase& zone = layer.zones[i];
    if (zone.standing != Standing::Counted)
      continue;
    GapRank rank;
    rank.zone = static_cast<int>(i);
    rank.sector = layer.sector;
    rank.need = zone.need;
    rank.aid = zone.aid;
    rank.need_share = zone.need / sums.need;
    rank.aid_of_all = sums.aid;
    rank.expected = rank.need_share * sums.aid;
    rank.load = zone.need / (zone.aid + 1);
    rank.need_of_all = sums.need;
    const double aid_share = sums.aid > 0 ? zone.aid / sums.aid : 0;
    rank.score = weight * sums.need * (rank.need_share - aid_share);
    if (rank.score <= kLeastScore)
      continue;
    if (!layer.sector.empty())
      classes.count_others(i, rank);
    rank.reason = reason_of(rank, coverage.zones[i]);
    rank.distance_km = zone.distance_km;
    ranks.push_back(std::move(rank));
  }
}

std::map<std::pair<int, std::string>, int> positions_of(const std::vector<GapRank>& ranks) {
  std::map<std::pair<int, std::string>, int> positions;
  for (std::size_t i = 0; i < ranks.size(); ++i)
    positions.emplace(std::pair(ranks[i].zone, ranks[i].sector), static_cast<int>(i));
  return positions;
}

}  // namespace

std::vector<GapRank> rank_gaps(const std::vector<CaseLayer>& layers, const Coverage& coverage,
                               GapOrder order) {
  double all_need = 0;
  for (const CaseLayer& layer : layers)
    all_need += sums_of(layer).need;
  std::vector<GapRank> ranks;
  if (!(all_need > 0))
    return ranks;
  for (const CaseLayer& layer : layers)
    rank_layer(layer, coverage, 1 / all_need, ranks);
  const auto name = [&](const GapRank& rank) -> const std::string& {
    return coverage.zones[static_cast<std::size_t>(rank.zone)].name;
  };
  const auto weight = [&](const GapRank& rank) {
    return order == GapOrder::Load ? rank.load : rank.score;
  };
  std::stable_sort(ranks.begin(), ranks.end(), [&](const GapRank& a, const GapRank& b) {
    if (weight(a) != weight(b))
      return weight(a) > weight(b);
    if (a.need != b.need)
      return a.need > b.need;
    return name(a) != name(b) ? collates_before(name(a), name(b))
                              : collates_before(a.sector, b.sector);
  });
  return ranks;
}

std::vector<GapRank> compare_ranks(std::vector<GapRank>& after,
                                   const std::vector<GapRank>& before) {
  const auto old_positions = positions_of(before);
  const auto new_positions = positions_of(after);
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto old = old_positions.find(std::pair(after[i].zone, after[i].sector));
    const int was = old == old_positions.end() ? static_cast<int>(before.size()) : old->second;
    after[i].moved = was - static_cast<int>(i);
  }
  std::vector<GapRank> gone;
  for (const GapRank& rank : before)
    if (!new_positions.contains(std::pair(rank.zone, rank.sector)))
      gone.push_back(rank);
  return gone;
}

}  // namespace malimap
