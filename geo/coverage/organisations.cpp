#include "geo/coverage/organisations.h"

#include <algorithm>
#include <unordered_map>

#include "geo/base/text.h"
#include "geo/coverage/dimension_codes.h"
#include "geo/coverage/inside_units.h"
#include "geo/coverage/match.h"

namespace malimap {
namespace {

/// Codes of names that fold to the same become the first of them.
std::vector<std::uint32_t> folded_codes(const Dictionary& names) {
  std::vector<std::uint32_t> codes(names.size());
  std::unordered_map<std::string, std::uint32_t> first;
  for (std::size_t code = 0; code < names.size(); ++code)
    codes[code] = first
                      .try_emplace(fold(names.text(static_cast<Code>(code))),
                                   static_cast<std::uint32_t>(code))
                      .first->second;
  return codes;
}

/// A set of (cell, organisation): bits side by side while they fit into a few megabytes, else pairs
/// that are sorted in the end.
class Pairs {
 public:
  Pairs(std::size_t cells, std::size_t organisations)
      : cells_(cells), words_((organisations + 63) / 64) {
    if (cells_ * words_ <= kMostWords)
      bits_.resize(cells_ * words_);
  }
  void add(std::size_t cell, std::uint32_t organisation) {
    if (bits_.empty())
      pairs_.push_back(std::uint64_t{cell} << 32 | organisation);
    else
      bits_[cell * words_ + organisation / 64] |= std::uint64_t{1} << organisation % 64;
  }
  [[nodiscard]] std::vector<std::int64_t> counts() {
    std::vector<std::int64_t> counts(cells_);
    for (std::size_t cell = 0; cell < cells_ && !bits_.empty(); ++cell)
      for (std::size_t word = 0; word < words_; ++word)
        counts[cell] += __builtin_popcountll(bits_[cell * words_ + word]);
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    for (const std::uint64_t pair : pairs_)
      ++counts[pair >> 32];
    return counts;
  }

 private:
  static constexpr std::size_t kMostWords = std::size_t{1} << 21;  // 16 MiB
  std::size_t cells_, words_;
  std::vector<std::uint64_t> bits_, pairs_;
};

/// The column of each code; one more for rows without a value. `none`: no column.
std::vector<std::size_t> columns_of(const Dictionary& dictionary,
                                    const std::vector<std::optional<std::string>>& values,
                                    std::size_t none) {
  std::vector<std::size_t> columns(dictionary.size() + 1, none);
  for (std::size_t column = 0; column < values.size(); ++column)
    if (!values[column])
      columns.back() = column;
    else if (const Code code = dictionary.find(*values[column]); code != kMissing)
      columns[static_cast<std::size_t>(code)] = column;
  return columns;
}

}  // namespace

OrganisationCounts::OrganisationCounts(const CoverageCube& cube, const Filter& filter, Dimension by,
                                       const std::vector<std::optional<std::string>>& values)
    : zones_(cube.plan().zones.size()), columns_(values.size()) {
  const Projects& projects = *cube.dataset().projects;
  DimensionCodes codes(projects, by);
  const std::size_t none = columns_ + 1;
  const auto column_of = columns_of(codes.dictionary(), values, none);
  const auto organisation = folded_codes(projects.partner.dictionary);
  Pairs pairs((zones_ + 1) * (columns_ + 1), organisation.size());
  const auto add = [&](std::size_t zone, std::size_t row, std::span<const std::size_t> columns) {
    for (const Code partner : projects.partner.at(row))
      for (const std::size_t column : columns)
        pairs.add(zone * (columns_ + 1) + column, organisation[static_cast<std::size_t>(partner)]);
  };
  const Matcher matches(cube, filter);
  const InsideUnits inside(cube.placement(), filter.units);
  std::vector<std::size_t> columns;
  for (std::size_t row = 0; row < projects.size(); ++row) {
    if (projects.partner.at(row).empty() || !matches(row))
      continue;
    columns.assign(1, columns_);  // whatever its value
    for (const Code code : codes.of(row))
      if (const auto column =
              code == kMissing ? column_of.back() : column_of[static_cast<std::size_t>(code)];
          column != none)
        columns.push_back(column);
    add(zones_, row, columns);
    for (const ProjectPart& part : cube.placement().parts_of(row))
      if (const auto slot = static_cast<std::size_t>(part.slot);
          slot < zones_ && inside.place(part.known))
        add(slot, row, columns);
  }
  counts_ = pairs.counts();
}

}  // namespace malimap
