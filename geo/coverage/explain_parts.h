#pragma once
// What explain() is made of: where a figure stands, what it was computed from, and the sources of
// published figures.

#include "geo/coverage/figure_rows.h"

namespace malimap {

/// One figure with everything that is known of it.
struct FigureAsked {
  const CoverageCube& cube;
  const Coverage& coverage;
  const Filter& filter;
  const FigureRef& ref;
  const Translator& tr;
  std::vector<int> zones = {};  // of the coverage, where the figure is of one or several
  int zone = -1;                // the one zone; -1: not of one, or of none that there is
  CoverageZone place =
      {};  // the figure's zone or zones, or the country, as one, with the figures asked
  FigureRows rows = {};              // of a list
  std::optional<double> value = {};  // of the measure; nothing: not known
};

/// "Projects · Mopti · QIP"
[[nodiscard]] std::string title_of(const FigureAsked& asked);
[[nodiscard]] std::string value_text(const FigureAsked& asked);
[[nodiscard]] std::vector<ExplainedPart> parts_of(const FigureAsked& asked);
/// Of a list: how its rows became the figure.
[[nodiscard]] std::vector<std::string> rules_of_list(const FigureAsked& asked);
/// File, date and row numbers.
[[nodiscard]] std::vector<std::string> sources_of_list(const FigureAsked& asked);
/// Of published sums: what they rest on, or that they are not published.
[[nodiscard]] std::vector<std::string> rules_of_published(const FigureAsked& asked);
/// The issue, and the places in it that say so.
[[nodiscard]] std::vector<std::string> sources_of_published(const FigureAsked& asked);

}  // namespace malimap
