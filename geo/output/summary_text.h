#pragma once
// A summary as JSON, CSV, or a table for people.

#include "geo/output/summary_rows.h"

namespace malimap {

[[nodiscard]] std::string summary_json(const Summary& summary, const SummaryInput& input,
                                       const Translator& tr);
[[nodiscard]] std::string summary_csv(const Summary& summary, const SummaryInput& input);
[[nodiscard]] std::vector<WorkbookSheet> summary_workbook(const Summary& summary,
                                                          const SummaryInput& input,
                                                          const Translator& tr);
[[nodiscard]] std::string summary_table(const Summary& summary, const SummaryInput& input,
                                        const Translator& tr);

}  // namespace malimap
