#pragma once
// Which zones count, and what each has and needs: the ground of every index and of the ranking.
// Inside gaps only.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/coverage/gaps/gaps.h"

namespace malimap {

enum class Standing : std::uint8_t {
  Counted,
  NotReported,  // the source says nothing about the zone
  AidUnknown,   // its projects are known, but not this: budgets that the source leaves out
  WithoutNeed,  // need unknown, or none
  Outside,      // of the programme or the filter
};

struct ZoneCase {
  Standing standing = Standing::Outside;
  double aid = 0, need = 0;           // 0 where unknown
  std::optional<double> distance_km;  // to the nearest project, of the sector
};

/// The cases of all zones, in all or in one sector.
struct CaseLayer {
  std::string sector;  // "" for all
  std::vector<ZoneCase> zones;
};

struct CaseSums {
  double aid = 0, need = 0;
};
/// Over the zones that are counted.
[[nodiscard]] CaseSums sums_of(const CaseLayer& layer);

/// Per zone whether it, or a unit that all of it lies in, is outside the programme.
[[nodiscard]] std::vector<bool> zones_outside(const Coverage& coverage,
                                              const Boundaries& boundaries,
                                              const std::set<std::string>& outside_programme);

/// What a zone gets; nothing where it is not known.
[[nodiscard]] std::optional<double> aid_of(const Figures& figures,
                                           const std::optional<std::int64_t>& partners, Aid aid);

/// All sectors together: the coverage's own figures.
[[nodiscard]] CaseLayer whole_layer(const GapInput& input, const Coverage& coverage);

/// One layer a sector: those of the need file where it has sectors, also those without a project;
/// else those of the list. Errors: the crossing is not published. `notes` gets what was left out.
[[nodiscard]] Result<std::vector<CaseLayer>> sector_layers(const GapInput& input,
                                                           const Coverage& coverage,
                                                           std::vector<Message>& notes);

/// Which zones an index over a layer is about.
[[nodiscard]] Universe universe_of(const CaseLayer& layer, const Coverage& coverage,
                                   bool unreported_as_zero);

/// Gini, Hoover, Theil and its parts over a layer.
[[nodiscard]] Inequality inequality_of(const CaseLayer& layer, const Coverage& coverage,
                                       const Boundaries& boundaries, bool unreported_as_zero);

/// Fills CoverageZone::gap from a layer. Rates are per so many of the need as per_so_many() says.
void put_in(Coverage& coverage, const CaseLayer& layer, NeedKind need, Aid aid);

}  // namespace malimap
