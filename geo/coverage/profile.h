#pragma once
// One unit beside the others: its figures by fund, sector and status, its rank, the country and its
// neighbours.

#include <optional>
#include <string>
#include <vector>

#include "geo/coverage/cube.h"
#include "geo/coverage/measure.h"

namespace malimap {

/// One measure of the zone beside others.
struct ProfileMeasure {
  Measure measure;
  std::optional<double> value, country,
      neighbours;  // of rates: of the country, of the neighbours together; of totals: mean zones
  int rank = 0,
      of = 0;  // 1: the highest of the zones that have a value; equal values share a rank; 0: none
};
struct ProfileLine {
  std::optional<std::string> value;  // of the dimension; nothing: projects without one
  Figures figures;
};

struct Profile {
  int zone = -1;
  std::vector<ProfileMeasure> measures;
  std::vector<ProfileLine> by_fund, by_sector, by_status;
  bool crossing_published = true;      // false: sectors and statuses are not published for zones
  std::vector<int> neighbours;         // zones that share a border with it
  std::vector<ProjectIndex> projects;  // its rows under the filter
};

[[nodiscard]] Profile make_profile(const CoverageCube& cube, const Boundaries& boundaries,
                                   const Coverage& coverage, const Filter& filter, int zone);

/// The listed projects of a dataset with aggregates that lie in a zone; already inside its figures.
[[nodiscard]] std::vector<ProjectIndex> listed_in(const CoverageCube& cube,
                                                  const Boundaries& boundaries,
                                                  const CoverageZone& zone, const Filter& filter);

/// Columns that a table of projects can be sorted by.
enum class ProjectColumn : std::uint8_t {
  Row,
  Id,
  Title,
  Fund,
  Sector,
  Status,
  Budget,
  Start,
  End,
  Partner,
  Donor,
  Place,
  Notes
};
/// The rows in the order of a column: texts by the language's collation, missing values last in
/// both directions, equal ones as in the list.
[[nodiscard]] std::vector<ProjectIndex> sorted_projects(std::vector<ProjectIndex> rows,
                                                        const Projects& projects,
                                                        ProjectColumn column, bool falling,
                                                        Language language);

}  // namespace malimap
