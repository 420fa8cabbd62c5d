#pragma once
// Reports problems of one list, each with its file, sheet, row and column.

#include <cstdint>
#include <string>
#include <vector>

#include "geo/base/problems.h"
#include "geo/projects/table.h"

namespace malimap {

/// What is wrong, in words: a msgid marked with N_() and what fills it.
struct Finding {
  const char* reason;  // the stable slug
  Severity severity = Severity::Doubtful;
  const char* msgid;
  std::vector<std::string> args = {};
  std::string value = {}, proposal = {};
};

class Reporter {
 public:
  Reporter(const Table& table, Problems& problems) : table_(table), problems_(problems) {}

  void row(std::int64_t number) { row_ = number; }
  /// About a cell of the current row; column -1: about the row as a whole.
  void report(Finding finding, int column = -1) { add(std::move(finding), column, row_); }
  /// About the list or one of its columns as a whole.
  void report_list(Finding finding, int column = -1) {
    add(std::move(finding), column, std::nullopt);
  }

 private:
  void add(Finding finding, int column, std::optional<std::int64_t> row) {
    Place place{table_.file, table_.sheet, row,
                column < 0 ? "" : table_.columns[static_cast<std::size_t>(column)]};
    problems_.report({finding.reason, finding.severity,
                      Error{{finding.msgid, std::move(finding.args)}, std::move(place), {}},
                      std::move(finding.value), std::move(finding.proposal)});
  }

  const Table& table_;
  Problems& problems_;
  std::int64_t row_ = 0;
};

}  // namespace malimap
