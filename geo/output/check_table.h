#pragma once
#include "geo/output/check_report.h"

namespace malimap {

/// The report for people: where the rows and the amounts went, then the problems in three sections.
[[nodiscard]] std::string check_table(const Checked& checked, CheckDetail detail,
                                      const Translator& tr);

}  // namespace malimap
