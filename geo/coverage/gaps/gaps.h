#pragma once
// Coverage held against need: per zone, as indices over a named universe, and as a ranked list of
// where to go next.

#include <optional>
#include <string>
#include <vector>

#include "geo/base/error.h"
#include "geo/base/snapshot.h"
#include "geo/coverage/areas.h"
#include "geo/coverage/cube.h"
#include "geo/coverage/gaps/distance.h"
#include "geo/coverage/gaps/inequality.h"
#include "geo/coverage/gaps/settings.h"
#include "geo/projects/need_table.h"

namespace malimap {

/// What need is asked of.
struct NeedSource {
  NeedChoice choice;
  Snapshot<NeedTable> table;  // of a file; null: not read, no need is known then
  bool operator==(const NeedSource&) const = default;  // the table by identity
};
/// Need of each zone, in its own unit; nothing where unknown, or known only for larger units (never
/// split). sector "": all.
[[nodiscard]] std::vector<std::optional<double>> need_of_zones(const NeedSource& need,
                                                               const Coverage& coverage,
                                                               const Boundaries& boundaries,
                                                               const std::string& sector = {});
/// "Population (RGPH 2009)", "In Need (mli_humanitarian_needs.csv)": what the need is and where it
/// comes from.
[[nodiscard]] std::string name_of(const NeedSource& need, const Dataset& dataset,
                                  const Translator& tr);

struct GapInput {
  const CoverageCube* cube = nullptr;
  const Boundaries* boundaries = nullptr;
  Filter filter;
  GapSettings settings;
  NeedSource need;
  std::set<std::string>
      outside_programme;  // P-codes, as Scene::outside_programme: in no universe and no ranking
  // Kilometres to the nearest project, one a zone, where they are at hand, and to the nearest of
  // each sector: the ranked list names them.
  std::vector<std::optional<double>> distance_km;
  std::vector<SectorDistances> sector_distances;
};

/// Puts the distances of a study into the input.
void take_distances(GapInput& input, const DistanceStudy& study);

/// Which zones an index is over; said with every index.
struct Universe {
  std::int64_t zones = 0;  // counted
  std::int64_t not_reported =
      0;                         // left out (or put in as zero): the source says nothing about them
  std::int64_t aid_unknown = 0;  // left out: their projects are known, but not the budgets
  std::int64_t without_need = 0;  // left out: their need is unknown, or they have none
  std::int64_t outside = 0;       // left out: outside the programme or the filter
  bool unreported_as_zero = false;
  double aid = 0, need = 0;        // their sums
  std::vector<std::string> names;  // of the zones counted
};
/// "5 zones that the source reports on; 4 that it does not report on are left out".
[[nodiscard]] std::string sentence_of(const Universe& universe, const Translator& tr);

struct Inequality {
  std::optional<double> gini, hoover, theil;
  std::optional<TheilParts> parts;  // groups are Area's, as numbers
  std::vector<LorenzPoint> lorenz;
  Universe universe;
};

/// Why a place is in the list.
enum class GapReason : std::uint8_t {
  NoProject,      // "no-project": nothing under the filter
  SectorMissing,  // "sector-missing": others of the same need have the sector, this one has not
  Low,            // "low": less than its share of the need
};
[[nodiscard]] std::string_view word_of(GapReason reason);

/// One line of "where next": a zone, or a zone in one sector.
struct GapRank {
  int zone = -1;
  std::string sector;  // "" for all
  GapReason reason = GapReason::Low;
  double score = 0;  // share of need minus share of aid, > 0
  double load = 0;   // the need that each would have, were there one more: need / (aid + 1)
  double need = 0, aid = 0,
         expected = 0;  // expected: the aid that the need's share of the whole would be
  // Of the whole, or of the sector: share of its need, and the sums of its aid and need.
  double need_share = 0, aid_of_all = 0, need_of_all = 0;
  std::optional<double> distance_km;         // to the nearest project, of the sector
  std::int64_t others_with = 0, others = 0;  // of SectorMissing: zones of the same class of need
                                             // with the sector, and all of them
  int moved = 0;  // by the planned projects, in ranks: + up towards the first, - down
};

struct GapStudy {
  Coverage coverage;  // with CoverageZone::gap filled, planned projects put in
  GapSettings settings;
  NeedSource need;
  std::string need_sector;  // the need is of this sector, under a filter of one; "": of all
  Inequality
      inequality;  // of all sectors together, over the reported zones, or as the settings say
  Inequality unreported_as_zero;  // with the unreported zones as zeros
  std::vector<int>
      without_any;  // zones that are reported, have need, and no project under the filter
  std::vector<int> not_reported;  // zones: unknown, not gaps
  std::vector<GapRank> ranked;    // worst first; never a zone that is not reported
  std::vector<Message> notes;
};
/// Why the rank is what it is, in one sentence from its figures.
[[nodiscard]] std::string sentence_of(const GapRank& rank, const GapStudy& study,
                                      const Translator& tr);

/// The study of a cube under a filter. Pure. Under a filter of one sector the need is that of the
/// sector, where the file has it. Errors: a need file that was not read; no need at all on these
/// boundaries; what is asked for was not published.
///
/// The list holds what has less than its share. It is ordered by share of need minus share of aid;
/// with sectors by the same inside each sector, times the sector's share of the need of all
/// sectors, so that a line says how much of all need stands without its part of the aid. Or it is
/// ordered by load (GapOrder). What weighs the same goes by need, then by name. A planned project
/// adds its count and budget to its zone, and one organisation.
[[nodiscard]] Result<GapStudy> study_gaps(const GapInput& input);

/// Fills CoverageZone::gap of a coverage: what the map's measures read. Planned projects are not
/// put in.
void add_gaps(Coverage& coverage, const GapInput& input);

}  // namespace malimap
