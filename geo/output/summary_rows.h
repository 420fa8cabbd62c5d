#pragma once
// The rows of a summary, before they become text.

#include <string>
#include <vector>

#include "geo/output/summary.h"

namespace malimap {

/// What stands in one column of `by`.
struct SummaryKey {
  std::optional<std::string>
      value;         // P-code, zone id, or a value of the dimension; nothing: projects without one
  std::string name;  // of a zone
  std::vector<std::string> units;  // P-codes of a zone of several units; else empty
};

struct SummaryRow {
  std::vector<SummaryKey> keys;  // one per word of `by`
  Figures figures;
};

struct Summary {
  std::vector<SummaryRow> rows;
  Figures national, unlocated, outside, coarser, total;
  bool has_coarser = false;
  bool has_rows = false;  // Figures::rows says more than the number of projects
  std::map<std::string, OtherAmount> other_amounts;  // of the total, by currency
  std::vector<Message> notes;
  /// Where a number of mentions or rows differs from the number of projects: what for ("" for all),
  /// and both numbers. For people only: a script that finds a number of mentions takes it for
  /// projects.
  struct BothNumbers {
    std::vector<std::optional<std::string>> values;  // one per dimension of `by`
    Coverage coverage;
  };
  std::vector<BothNumbers> both_numbers;
};

[[nodiscard]] Summary make_summary(const SummaryInput& input);

/// The weakest of what the figures rest on; nothing where nothing is reported.
[[nodiscard]] std::optional<Basis> basis_of(const Figures& figures);

}  // namespace malimap
