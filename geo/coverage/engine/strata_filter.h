#pragma once
// A filter against whole strata: most rows of a long list are told from the strata that they are
// in, without a look at their values.

#include <cstdint>
#include <span>
#include <vector>

#include "geo/coverage/engine/strata.h"

namespace malimap {

class StrataFilter {
 public:
  /// The list and the strata must outlive it; the filter need not.
  StrataFilter(const ListStrata& strata, const Projects& list, const Filter& filter);

  /// The parts of the filter that the row fails for certain, and kUnsure where it may fail more.
  using Verdict = std::uint16_t;
  static constexpr Verdict kUnsure = 1U << 15U;
  [[nodiscard]] Verdict operator()(std::size_t row) const {
    Verdict verdict = always_;
    for (const Table& table : tables_)
      verdict = static_cast<Verdict>(verdict | table.verdicts[table.of_row[row]]);
    return verdict;
  }
  [[nodiscard]] static bool fails_several(Verdict verdict) {
    const auto parts = static_cast<unsigned>(verdict & ~kUnsure);
    return (parts & (parts - 1U)) != 0;
  }

 private:
  struct Table {
    std::span<const std::uint16_t> of_row;
    std::vector<Verdict> verdicts;  // by stratum; loose rows have theirs too
  };
  void add_values(const ValueStrata& values, const Projects& list, const Filter& filter);
  void add_range(const RangeStrata& strata, FilterPart part, Verdict without_number,
                 const NumberRange& range);

  std::vector<Table> tables_;
  Verdict always_ = 0;  // kUnsure where strata do not tell of a part of the filter
};

}  // namespace malimap
