#pragma once
// Two views of one map: what differs between them, in figures and in words.

#include <string>

#include "geo/map/compose.h"
#include "geo/map/figures.h"

namespace malimap {

/// Whether the picture is one of differences, and there is something to compare with.
[[nodiscard]] bool shows_difference(const PictureInput& input);

/// This view's value minus the other one's, per zone of `coverage`. Nothing where either is not
/// reported, or where the other view does not have the same units as one zone.
[[nodiscard]] ZoneValues difference_of(const Coverage& coverage, const Coverage& other,
                                       Measure measure);

/// "+12", "−1,3 M USD", "0"; of shares "+4 points".
[[nodiscard]] std::string format_difference(Measure measure, double value, Language language);

/// Names one of the two views by what differs between their filters: "QIP", "June 2016", "health",
/// "current list". What only one of them restricts is "all funds", "all dates", ... in the other.
[[nodiscard]] std::string view_words(const Scene& scene, bool other, const Translator& tr);

/// "June 2017", "2017", "June 2016 to June 2017", "since June 2016"; "all dates" for an empty
/// range.
[[nodiscard]] std::string period_words(const DateRange& range, const Translator& tr);

/// What both views of the scene restrict alike.
[[nodiscard]] Filter common_filter(const Scene& scene);

/// "Projects by region: QIP minus TF".
[[nodiscard]] std::string difference_title(const PictureInput& input, const Translator& tr);

/// "Projects, difference: QIP minus TF".
[[nodiscard]] std::string difference_legend_title(const PictureInput& input, const Translator& tr);

/// The figures of both views and between them, to stand large on a page and in one line.
[[nodiscard]] std::vector<Headline> difference_headlines(const PictureInput& input,
                                                         const Translator& tr);
[[nodiscard]] std::string difference_totals(const PictureInput& input, const Translator& tr);

}  // namespace malimap
