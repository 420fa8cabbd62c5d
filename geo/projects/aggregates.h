#pragma once
// Figures that were published already summed: counts per zone and fund, amounts per zone or per
// sector, totals per fund. Only what was published is here; margins are never multiplied into a
// cross table.

#include <optional>
#include <string>
#include <vector>

#include "geo/base/units.h"

namespace malimap {

/// What a figure rests on, strongest first; a sum is as weak as its weakest part.
enum class Basis { Records, Published, Inferred };

/// "records", "published", "inferred".
[[nodiscard]] std::string_view word_of(Basis basis);

/// A published figure for one zone and one fund.
struct ZoneFigure {
  std::string zone;  // id in the crosswalk, or the P-code of a unit
  std::string fund;
  std::optional<std::int64_t> projects;
  std::optional<Cents> budget;
  Basis projects_basis = Basis::Published;
  Basis budget_basis = Basis::Published;
};

/// A published amount for one sector and one fund, for the whole country.
struct SectorFigure {
  std::string sector_fr, sector_en, fund;
  double share = 0;  // of the fund's budget
  Cents budget;
  Basis basis = Basis::Published;
};

/// The key figures of one fund at one date. Distinct projects: this is the country's total, never
/// the sum over the zones.
struct KeyFigure {
  std::string as_of, fund, source;
  std::optional<std::int64_t> projects, completed, ongoing, approved;
  std::optional<Cents> budget, cost;
};

struct ReportingZone {
  std::string id;  // "zone:gao-menaka", or a P-code when the zone is one unit
  std::string name_fr, name_en;
  std::vector<std::string> pcodes;  // units of the boundaries in use that it covers
};

struct Aggregates {
  std::string source, as_of;
  std::vector<ReportingZone> zones;  // those that the source reports on
  std::vector<std::string> funds;    // in the source's order
  std::vector<ZoneFigure> by_zone;
  std::vector<SectorFigure> by_sector;
  std::vector<KeyFigure> key_figures;  // of as_of
  std::vector<KeyFigure> series;       // all issues, by date
};

}  // namespace malimap
