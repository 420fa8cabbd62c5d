#pragma once
// A study of gaps as a table, CSV, JSON or workbook: `malimap gaps`. The JSON is stable, scripts
// depend on it (docs/json.md).

#include <cstddef>
#include <string>
#include <vector>

#include "geo/coverage/gaps/distance.h"
#include "geo/coverage/gaps/gaps.h"
#include "geo/output/table_text.h"
#include "geo/output/workbook_xlsx.h"

namespace malimap {

struct GapsReport {
  const GapStudy* study = nullptr;
  const Dataset* dataset = nullptr;
  Filter filter;
  const DistanceStudy* distances = nullptr;  // null: not measured
  // Of the ranked list; 0: all of it. The indices and the units are always all.
  std::size_t top = 0;
  // The question has no answer in the data: nothing is computed, and this says why. The units stand
  // there without figures.
  Message unanswered = {};
  Language language = Language::French;
};

[[nodiscard]] std::string gaps_report(const GapsReport& report, TextFormat format);

/// Where next, the units, the indices and what there is to say of them: a sheet each.
[[nodiscard]] std::vector<WorkbookSheet> gaps_sheets(const GapsReport& report);

}  // namespace malimap
