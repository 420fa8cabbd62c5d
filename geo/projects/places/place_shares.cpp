// PlaceReader: the shares of a row's places, from their column or behind the names.

#include <algorithm>
#include <cmath>

#include "geo/base/text.h"
#include "geo/projects/places/reader.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

void split_equally(std::vector<PlacePart>& parts) {
  for (auto& part : parts)
    part.share = 1.0 / static_cast<double>(parts.size());
}

void drop_unlocated(std::vector<PlacePart>& parts) {
  std::erase_if(parts, [](const PlacePart& part) { return part.scope == Scope::Unlocated; });
}

bool one_level(const std::vector<PlacePart>& parts) {
  int layer = -1;
  return std::all_of(parts.begin(), parts.end(), [&](const PlacePart& part) {
    if (part.scope != Scope::Located)
      return true;
    if (layer < 0)
      layer = part.spot.layer;
    return layer == part.spot.layer;
  });
}

}  // namespace

void PlaceReader::apply_shares(std::string_view cell, std::vector<PlacePart>& parts) {
  const bool typed = std::any_of(parts.begin(), parts.end(),
                                 [](const PlacePart& part) { return part.share >= 0; });
  const auto located =
      static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), [](const PlacePart& part) {
        return part.scope != Scope::Unlocated;
      }));
  if (cell.empty() || parts.size() < 2) {
    if (typed)
      apply_inline_shares(parts);
    else {
      drop_unlocated(parts);
      split_equally(parts);
    }
    return;
  }
  std::vector<double> shares;
  for (const auto& piece : split(cell, ";|/%\n"))
    if (const auto share = decimal_number(piece); share && *share >= 0)
      shares.push_back(*share);
  double sum = 0;
  for (double share : shares)
    sum += share;
  if (shares.size() == located && shares.size() != parts.size())
    drop_unlocated(parts);
  if (parts.size() < 2) {
    split_equally(parts);
    return;
  }
  if (shares.size() != parts.size() || !one_level(parts) || sum <= 0) {
    drop_unlocated(parts);
    remark({"share-mismatch",
            Severity::Doubtful,
            N_("the shares do not fit the places, {0} against {1}; the budget was split equally"),
            {std::to_string(shares.size()), std::to_string(parts.size())},
            std::string(cell)},
           Role::Share);
    split_equally(parts);
    return;
  }
  if (std::abs(sum - 100) > 0.5 && std::abs(sum - 1) > 0.005)
    remark({"share-sum",
            Severity::Doubtful,
            N_("the shares add up to neither 100 nor 1; they were taken in proportion"),
            {},
            std::string(cell)},
           Role::Share);
  for (std::size_t i = 0; i < shares.size(); ++i)
    parts[i].share = shares[i] / sum;
}

/// Shares behind the names. Names without one share equally in what the others leave.
void PlaceReader::apply_inline_shares(std::vector<PlacePart>& parts) {
  std::erase_if(parts, [](const PlacePart& part) {
    return part.scope == Scope::Unlocated && part.share < 0;
  });
  double sum = 0;
  std::size_t open = 0;
  for (const auto& part : parts) {
    sum += std::max(part.share, 0.0);
    open += part.share < 0 ? 1 : 0;
  }
  const bool fits = open == 0 ? std::abs(sum - 1) <= 0.005 : sum < 1;
  if (parts.size() > 1 && !fits)
    remark({"share-sum",
            Severity::Doubtful,
            N_("the shares add up to neither 100 nor 1; they were taken in proportion"),
            {},
            std::to_string(std::lround(sum * 100)) + " %"},
           Role::Place);
  for (auto& part : parts)
    if (part.share < 0)
      part.share = std::max(1 - sum, 0.0) / static_cast<double>(open);
  sum = 0;
  for (const auto& part : parts)
    sum += part.share;
  if (sum <= 0)
    split_equally(parts);
  else
    for (auto& part : parts)
      part.share /= sum;
}

}  // namespace malimap
