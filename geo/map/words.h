#pragma once
// The sentences around the map: title, subtitle, the country's totals, sources. From what is shown,
// nothing else.

#include <string>
#include <vector>

#include "geo/map/compose.h"

namespace malimap {

/// "Projets à impact rapide (QIP) par région".
[[nodiscard]] std::string title_words(const PictureInput& input, const Translator& tr);

/// The rest of the filter and the date of the data: "Secteur : Santé · au 30 juin 2017".
[[nodiscard]] std::string subtitle_words(const PictureInput& input, const Translator& tr);

/// "422 projets : QIP 324, TF 93, PBF 5 · budget 48,9 M USD"; "9 projets, 230 lignes (actions) ·
/// aucun budget indiqué".
[[nodiscard]] std::string totals_words(const PictureInput& input, const Translator& tr);

/// Sources, projection, date of production; the last one is the disclaimer.
[[nodiscard]] std::vector<std::string> footer_words(const PictureInput& input,
                                                    const Translator& tr);

/// "Lambert azimuthal equal-area (17.5° N, 4° W)" from the PROJ string.
[[nodiscard]] std::string projection_words(const Shapes& shapes, const Translator& tr);

/// Key figures of a page, the largest first: projects, by fund, budget, units without any project,
/// units not reported. What is unknown is "n. d.", never left to guess.
[[nodiscard]] std::vector<Headline> headline_words(const PictureInput& input, const Translator& tr);

/// "region", "cercle", ...: to be read in a sentence.
[[nodiscard]] std::string level_words(Level level, const Translator& tr);

/// Whether a scene shows budgets, or people, in any of its measures.
[[nodiscard]] bool shows_budget(const Scene& scene);
[[nodiscard]] bool shows_population(const Scene& scene);

/// Whether the measure rests on the population, or on budgets.
[[nodiscard]] bool uses_population(Measure measure);
[[nodiscard]] bool uses_budget(Measure measure);

/// Whether the zone's figure rests on an inferred one: it is marked with "*" wherever it is shown.
[[nodiscard]] bool is_inferred(const CoverageZone& zone, Measure measure);

}  // namespace malimap
