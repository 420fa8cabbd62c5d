#pragma once
// Coverage as a table: `malimap summarize`. The JSON is stable, scripts depend on it:
//   by, filter   as asked for, the filter's values as in the data
//   rows         one per zone and combination of values: per word of `by` its value (for a level
//   the P-code or zone id, with
//                <level>_name, and `units` where the zone is several); projects, budget_usd (null:
//                not reported), reported, basis (the weakest of what the row rests on: records,
//                published, inferred; null where nothing is reported)
//   national, unlocated, outside, total, and coarser where there is any: projects, budget_usd
//   rows         beside projects, only where several rows of the list can be one project
//   total.other_amounts  only where there are amounts without a rate: currency, amount, rows
//   notes        sentences in the language asked for
// CSV has the same columns, and first `part`: row, national, unlocated, outside, coarser, total;
// rows and other_amounts stand last.

#include <span>
#include <string>
#include <vector>

#include "geo/base/result.h"
#include "geo/coverage/coverage.h"
#include "geo/output/table_text.h"
#include "geo/output/workbook_xlsx.h"

namespace malimap {

/// What rows are made by: a level of units, or a dimension.
struct GroupBy {
  std::string word;  // "region", "fund", ...: the key in JSON
  std::optional<Level> level;
  std::optional<Dimension> dimension;
};

/// The words region, cercle, commune, fund, sector, status, in any order; at least one, each once,
/// at most one level. Errors name the words that exist.
[[nodiscard]] Result<std::vector<GroupBy>> parse_group_by(std::span<const std::string> words);

struct SummaryInput {
  const Dataset* dataset = nullptr;
  const Boundaries* boundaries = nullptr;
  Filter filter;
  std::vector<GroupBy> by;
  TextFormat format = TextFormat::Table;
  Language language = Language::French;
};

/// Rows for every zone and every combination of values, then national, unlocated, outside (and
/// coarser where there is any) and total. By a level, the rows' budgets and those four add up to
/// the total to the cent (of several sectors per project: see the note). Without a level the rows
/// hold all of their projects, national ones too. Errors: the boundaries lack the level.
[[nodiscard]] Result<std::string> summarize(const SummaryInput& input);

/// The same as sheets of a workbook: the figures, and what there is to say of them. `format` does
/// not count.
[[nodiscard]] Result<std::vector<WorkbookSheet>> summary_sheets(const SummaryInput& input);

}  // namespace malimap
