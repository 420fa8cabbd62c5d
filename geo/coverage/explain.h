#pragma once
// Every number explains itself: its rows, the rule that combined them, and where they come from.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/coverage/cube.h"
#include "geo/coverage/match.h"
#include "geo/coverage/measure.h"

namespace malimap {

/// Which figure is meant, wherever it stands.
struct FigureRef {
  enum class Where : std::uint8_t { Total, Zone, National, Unlocated, Outside, Coarser, Zones };
  Where where = Where::Total;
  std::string zone;  // CoverageZone::code; of Coarser a key of Coverage::coarser_in, or "" for all
  std::vector<std::string> zones;  // of Zones: several together, as those of a class
  // One value of a dimension besides the filter: a cell of the matrix, a line by fund.
  // An empty text: projects without a value.
  std::optional<std::pair<Dimension, std::string>> value;
  Measure measure = Measure::Projects;
  bool partners = false;  // the number of distinct organisations instead of the measure
  // Parts of the filter that the figure does not stand under: those that a list of values or a cell
  // of the matrix would set. Whoever asks for the explanation gives the filter without them.
  FilterBits beside = 0;
  // Of a study of gaps instead (gaps/explain_gaps.h): an index, or the line of "where next" of the
  // zone, in the sector of `value`. Far: what is far from any project (gaps/explain_distances.h).
  enum class Gap : std::uint8_t { None, Gini, Hoover, Theil, Rank, Far };
  Gap gap = Gap::None;
  bool operator==(const FigureRef&) const = default;
};

struct ExplainedPart {
  std::string label, value;  // "Population (RGPH 2009)", "2 036 209"
};
struct Explanation {
  std::string title;                 // "Projets · Mopti · QIP"
  std::string value;                 // as it is shown everywhere
  std::vector<ExplainedPart> parts;  // what it was computed from
  std::vector<std::string>
      rules;  // sentences: distinct projects, shares of budgets, not published, ...
  std::vector<std::string> sources;  // file, sheet, date; or the bulletin's statement
  std::vector<ProjectIndex> rows;    // behind it, in the list's order; empty for published figures
  std::int64_t projects = 0;         // distinct ones of these rows
  Cents budget;                      // what the rows bring to this figure, to the cent
};

/// `coverage` is the one under the filter.
[[nodiscard]] Explanation explain(const CoverageCube& cube, const Coverage& coverage,
                                  const Filter& filter, const FigureRef& ref, const Translator& tr);

}  // namespace malimap
