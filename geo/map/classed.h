#pragma once
// Classes of the zones' values, with the class of zero apart, their colours and their words.

#include "geo/map/draft.h"
#include "geo/map/figures.h"

namespace malimap {

struct ClassedValues {
  Classes classes;               // class 0 is that of zero where `has_zero`
  bool has_zero = false;         // known to be nothing: no activity is not little activity
  std::optional<double> middle;  // of a diverging map
  std::vector<Colour> colours;   // one a class
  bool fixed = false;            // the breaks were given
};

/// Zero is a class of its own where other values stand beside it.
[[nodiscard]] ClassedValues classify_zones(const Coverage& coverage, const Scene& scene);

/// What a class holds: the least and the largest of its values, so that no reader sees a number
/// that no unit has; of given breaks, and of a class without values, its limits.
[[nodiscard]] std::string class_words(const ClassedValues& classed, const ZoneValues& values,
                                      int index, Measure measure, Language language);

/// Nothing for few values. More bins for more values; its axis reaches to the outermost breaks.
[[nodiscard]] std::optional<LegendHistogram> legend_histogram(const ClassedValues& classed,
                                                              const ZoneValues& values,
                                                              Measure measure, Language language);

}  // namespace malimap
