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
  std::string_view value = {}, proposal = {};
  // Of a place that is proposed: its code and how sure it is (0 to 1).
  std::string_view proposal_code = {};
  double score = 0;
  const char* remedy = "";  // a msgid without arguments
};

/// One a thread, each with Problems of its own, which are appended afterwards.
class Reporter {
 public:
  Reporter(const Table& table, Problems& problems) : table_(table), problems_(problems) {}

  void row(std::int64_t number) { row_ = number; }
  /// About a cell of the current row; column -1: about the row as a whole.
  void report(const Finding& finding, int column = -1) { add(finding, column, row_); }
  /// About the list or one of its columns as a whole.
  void report_list(const Finding& finding, int column = -1) { add(finding, column, 0); }

 private:
  void add(const Finding& finding, int column, std::int64_t row) {
    const std::string_view header =
        column < 0 ? std::string_view{} : table_.columns[static_cast<std::size_t>(column)];
    problems_.report(
        {finding.reason, finding.severity, finding.msgid, finding.remedy, table_.file, table_.sheet,
         header},
        {row, finding.args, finding.value, finding.proposal, finding.proposal_code, finding.score});
  }

  const Table& table_;
  Problems& problems_;
  std::int64_t row_ = 0;
};

}  // namespace malimap
