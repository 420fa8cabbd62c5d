#pragma once
// Gaps in words: what is held against what, per so many of it, over which units. Everything that
// shows a measure of a gap takes its names from here.

#include <string>

#include "geo/coverage/gaps/gaps.h"
#include "geo/coverage/measure.h"

namespace malimap {

/// Rates are per so many of the need: 100,000 people, 1,000 km², 1,000 of a file's.
[[nodiscard]] double per_so_many(NeedKind need);

/// The sector whose need a filter of one sector is held against, where the file has it; else "".
[[nodiscard]] std::string sector_of_need(const NeedSource& need, const Filter& filter);

/// "Projects", "Budget (USD)", "Organisations": what is counted as coverage.
[[nodiscard]] std::string title_of(Aid aid, const Translator& tr);

/// "of the projects", "of the budget", "of the organisations": of what a share is.
[[nodiscard]] std::string of_aid(Aid aid, const Translator& tr);

/// "of the population", "of the area", "of the people in need (water)", "of “Households”".
/// `sector`: of the need, "" for all.
[[nodiscard]] std::string of_need(const NeedSource& need, const std::string& sector,
                                  const Translator& tr);

/// "213,984 people in need (nutrition)", "2,036,209 people", "79,017 km²", "512 of “Households”".
[[nodiscard]] std::string need_words(double value, const NeedSource& need,
                                     const std::string& sector, const Translator& tr);

/// "Projects per 100,000 people", "Budget (USD) per 1,000 km²", "Organisations per 1,000 people in
/// need (water)".
[[nodiscard]] std::string per_words(const NeedSource& need, Aid aid, const std::string& sector,
                                    const Translator& tr);

/// Title of a measure of gaps with aid and need in it; of other measures title_of(measure).
[[nodiscard]] std::string title_of(Measure measure, const NeedSource& need, Aid aid,
                                   const std::string& sector, const Translator& tr);

/// A value as the measure's unit has it: a surplus or shortfall of budgets is money.
[[nodiscard]] std::string format_value(Measure measure, double value, Aid aid, Language language);

/// Which zones a coverage with gaps filled in is about.
[[nodiscard]] Universe universe_of(const Coverage& coverage);

}  // namespace malimap
