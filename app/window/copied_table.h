#pragma once
// The figures on the map as text that a spreadsheet takes when it is pasted.

#include <string>

#include "geo/coverage/measure.h"

namespace malimap {

/// Columns between tabs: code, unit, projects, budget, and the measure where it is another one;
/// below the units what belongs to none of them, and the total. Numbers with the language's decimal
/// sign; "n. d." where nothing is reported. Names that a spreadsheet would run as formulas are
/// neutralised.
[[nodiscard]] std::string copied_table(const Coverage& coverage, Measure measure,
                                       const Translator& tr);

}  // namespace malimap
