#pragma once
// Every number explains itself: its rows, the rule that combined them, and where they come from.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/coverage/cube.h"
#include "geo/coverage/measure.h"

namespace malimap {

/// Which figure is meant, wherever it stands.
struct FigureRef {
  enum class Where : std::uint8_t { Total, Zone, National, Unlocated, Outside, Coarser };
  Where where = Where::Total;
  std::string zone;  // CoverageZone::code; of Coarser a key of Coverage::coarser_in, or "" for all
  // One value of a dimension besides the filter: a cell of the matrix, a line by fund.
  // An empty text: projects without a value.
  std::optional<std::pair<Dimension, std::string>> value;
  Measure measure = Measure::Projects;
  bool partners = false;  // the number of distinct organisations instead of the measure
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

[[nodiscard]] Explanation explain(const CoverageCube& cube, const Coverage& coverage,
                                  const Filter& filter, const FigureRef& ref, const Translator& tr);

}  // namespace malimap
