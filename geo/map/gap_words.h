#pragma once
// What maps say about coverage held against need: aid, need and universe are named wherever a
// measure of gaps is shown.

#include <string>

#include "geo/map/draft.h"

namespace malimap {

/// Whether the scene's map shows a measure of coverage against need.
[[nodiscard]] bool shows_gaps(const Scene& scene);

/// The measure with its unit; of a measure of gaps with the aid and the need of the scene:
/// "Projects per 1,000 people in need (water)".
[[nodiscard]] std::string measure_title(const PictureInput& input, Measure measure,
                                        const Translator& tr);

/// Where the need comes from, and which zones are counted.
void add_gap_notes(const Draft& draft);

}  // namespace malimap
