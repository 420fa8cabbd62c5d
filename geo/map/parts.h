#pragma once
// Figures divided by a dimension: what pies, bars, dots and the dominant category are made of.

#include "geo/map/draft.h"
#include "geo/map/figures.h"

namespace malimap {

/// A value of the dimension, or several rare ones together.
struct Category {
  std::string text;
  Colour colour;
};

/// Parts of one zone's figure.
struct ZoneParts {
  // Whether the parts are published, or counted: all known, or the known ones make up the whole.
  bool known = false;
  std::vector<double> amounts;  // per group of the input; 0 where unknown
};

struct Division {
  Measure measure = Measure::Projects;  // what is divided
  std::vector<Category> categories;     // with a positive figure somewhere, in the groups' order
  std::vector<int> category_of_group;   // -1: nothing there
  std::vector<ZoneParts> zones;
  ZoneValues whole;       // of the measure that is divided
  bool overlaps = false;  // a project is in several parts: they add up to more than the whole

  /// Amounts per category of a zone whose parts are known.
  [[nodiscard]] std::vector<double> by_category(std::size_t zone) const;
};

/// Of a measure that adds up (total_behind) by Scene::by. Without groups nothing is known; people
/// are not divided.
[[nodiscard]] Division divide(const Draft& draft, Measure measure);

/// "fund", "sector", ...: to be read in a sentence.
[[nodiscard]] std::string dimension_words(Dimension dimension, const Translator& tr);

/// "Dominant fund".
[[nodiscard]] std::string dominant_words(Dimension dimension, const Translator& tr);

/// The categories before the legend's other entries; `members`: units in each, those without any
/// left out.
void list_categories(const Draft& draft, const Division& division, const std::vector<int>& members);

/// What a division leaves unsaid: parts that are not published, projects in several parts.
void note_division(const Draft& draft, const Division& division);

}  // namespace malimap
