#include "geo/coverage/gaps/cases.h"

#include <algorithm>

#include "geo/coverage/gaps/words.h"
#include "geo/coverage/matrix.h"
#include "geo/coverage/organisations.h"
#include "geo/coverage/unit_tree.h"

namespace malimap {
namespace {

using Values = std::vector<std::optional<double>>;

std::size_t index_of(int zone) {
  return static_cast<std::size_t>(zone);
}

ZoneCase case_of(const CoverageZone& zone, bool outside, const std::optional<double>& aid,
                 const std::optional<double>& need) {
  ZoneCase found;
  found.aid = aid.value_or(0);
  found.need = need.value_or(0);
  if (outside || zone.filtered_out)
    found.standing = Standing::Outside;
  else if (!zone.figures.reported())
    found.standing = Standing::NotReported;
  else if (!aid)
    found.standing = Standing::AidUnknown;
  else if (!(found.need > 0))
    found.standing = Standing::WithoutNeed;
  else
    found.standing = Standing::Counted;
  return found;
}

/// Empty where they are not at hand.
const Values& distances_of(const GapInput& input, const std::string& sector) {
  static const Values kNone;
  if (sector.empty())
    return input.distance_km;
  for (const SectorDistances& one : input.sector_distances)
    if (one.sector == sector)
      return one.km;
  return kNone;
}

CaseLayer layer_of(const GapInput& input, const Coverage& coverage, std::string sector,
                   const Values& aid, const Values& need) {
  const auto outside = zones_outside(coverage, *input.boundaries, input.outside_programme);
  CaseLayer layer{std::move(sector), {}};
  const Values& distances = distances_of(input, layer.sector);
  for (std::size_t i = 0; i < coverage.zones.size(); ++i) {
    layer.zones.push_back(case_of(coverage.zones[i], outside[i], aid[i], need[i]));
    if (i < distances.size())
      layer.zones.back().distance_km = distances[i];
  }
  return layer;
}

/// Distinct organisations per zone; nothing where the list names none, and of aggregates.
std::vector<std::optional<std::int64_t>> partners_of_zones(const GapInput& input,
                                                           const Coverage& coverage) {
  std::vector<std::optional<std::int64_t>> partners(coverage.zones.size());
  const Dataset& dataset = input.cube->dataset();
  if (input.settings.aid != Aid::Partners || dataset.aggregates ||
      dataset.projects->partner.dictionary.size() == 0)
    return partners;
  const OrganisationCounts counts(*input.cube, input.filter, Dimension::Sector, {});
  for (std::size_t i = 0; i < partners.size(); ++i)
    if (coverage.zones[i].figures.reported())
      partners[i] = counts.at(i, 0);
  return partners;
}

bool has_sectors(const NeedSource& need) {
  return need.choice.kind == NeedKind::File && need.table && !need.table->sectors.empty();
}

bool passes(const Filter& filter, const std::string& sector) {
  const auto except = filter.except.find(Dimension::Sector);
  return (filter.sector.empty() || filter.sector.contains(sector)) &&
         (except == filter.except.end() || !except->second.contains(sector));
}

/// The sectors to hold against need, and those of the list that the file has no need for.
std::vector<std::string> sectors_of(const GapInput& input, const Matrix& matrix,
                                    std::vector<Message>& notes) {
  std::vector<std::string> sectors;
  if (!has_sectors(input.need)) {
    for (const auto& column : matrix.columns)
      if (column)
        sectors.push_back(*column);
    return sectors;
  }
  for (const std::string& sector : input.need.table->sectors)
    if (passes(input.filter, sector))
      sectors.push_back(sector);
  std::string left_out;
  for (const auto& column : matrix.columns)
    if (column && std::find(sectors.begin(), sectors.end(), *column) == sectors.end())
      left_out += (left_out.empty() ? "" : ", ") + *column;
  if (!left_out.empty())
    notes.push_back(
        {N_("Sectors of the list that the file gives no need for, left out: {0}."), {left_out}});
  return sectors;
}

/// Whether the file gives a sector's need for units that are larger than the map's. One that is a
/// region and a cercle in one, as Bamako, has nobody to be held against.
bool is_known_more_coarsely(const GapInput& input, const Coverage& coverage,
                            const std::string& sector, const Values& need) {
  if (sector.empty() ||
      std::count_if(need.begin(), need.end(), [](const auto& one) { return one > 0; }) > 1)
    return false;
  const auto& entries = input.need.table->entries;
  return std::any_of(entries.begin(), entries.end(), [&](const NeedEntry& entry) {
    return entry.sector == sector && entry.level < coverage.level;
  });
}

/// What zones get in one column of a matrix; zero in the zones where a sector has no column.
Values aid_in_column(const Matrix& matrix, const Coverage& coverage, const std::string& sector,
                     Aid aid) {
  Values values(coverage.zones.size());
  if (!aid_of(matrix.total.figures, matrix.total.partners, aid))
    return values;
  const auto column =
      std::find(matrix.columns.begin(), matrix.columns.end(), std::optional<std::string>(sector));
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    auto& value = values[index_of(matrix.rows[row])];
    if (column == matrix.columns.end()) {
      value = 0;
      continue;
    }
    const MatrixCell& cell =
        matrix.at(row, static_cast<std::size_t>(column - matrix.columns.begin()));
    value = aid_of(cell.figures, cell.partners, aid);
  }
  return values;
}

}  // namespace

CaseSums sums_of(const CaseLayer& layer) {
  CaseSums sums;
  for (const ZoneCase& zone : layer.zones)
    if (zone.standing == Standing::Counted) {
      sums.aid += zone.aid;
      sums.need += zone.need;
    }
  return sums;
}

std::vector<bool> zones_outside(const Coverage& coverage, const Boundaries& boundaries,
                                const std::set<std::string>& outside_programme) {
  std::vector<bool> outside(coverage.zones.size(), false);
  if (outside_programme.empty())
    return outside;
  const UnitTree tree(boundaries);
  const int layer = tree.layer_of(coverage.level);
  const auto is_named = [&](UnitIndex unit) {
    for (int coarse = layer; coarse >= 0; --coarse) {
      const UnitIndex above = tree.ancestor(layer, unit, coarse);
      if (above != kNoUnit && outside_programme.contains(
                                  boundaries.layers[index_of(coarse)].units[index_of(above)].pcode))
        return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < outside.size(); ++i) {
    const CoverageZone& zone = coverage.zones[i];
    outside[i] = outside_programme.contains(zone.code) ||
                 std::all_of(zone.units.begin(), zone.units.end(), is_named);
  }
  return outside;
}

std::optional<double> aid_of(const Figures& figures, const std::optional<std::int64_t>& partners,
                             Aid aid) {
  if (aid == Aid::Projects)
    return figures.projects ? std::optional(static_cast<double>(*figures.projects)) : std::nullopt;
  if (aid == Aid::Budget)
    return figures.budget ? std::optional(figures.budget->dollars()) : std::nullopt;
  return partners ? std::optional(static_cast<double>(*partners)) : std::nullopt;
}

CaseLayer whole_layer(const GapInput& input, const Coverage& coverage) {
  const auto partners = partners_of_zones(input, coverage);
  Values aid;
  for (std::size_t i = 0; i < coverage.zones.size(); ++i)
    aid.push_back(aid_of(coverage.zones[i].figures, partners[i], input.settings.aid));
  return layer_of(input, coverage, {}, aid,
                  need_of_zones(input.need, coverage, *input.boundaries,
                                sector_of_need(input.need, input.filter)));
}

Result<std::vector<CaseLayer>> sector_layers(const GapInput& input, const Coverage& coverage,
                                             std::vector<Message>& notes) {
  const Matrix matrix = make_matrix(*input.cube, input.filter, Dimension::Sector);
  if (!matrix.published)
    return failure({N_("Not published by sector and region."), {}}, {},
                   {N_("a list of projects, one a row, can answer this"), {}});
  std::vector<CaseLayer> layers;
  std::string coarser;
  for (const std::string& sector : sectors_of(input, matrix, notes)) {
    const std::string of_need = has_sectors(input.need) ? sector : std::string{};
    const Values need = need_of_zones(input.need, coverage, *input.boundaries, of_need);
    if (is_known_more_coarsely(input, coverage, of_need, need)) {
      coarser += (coarser.empty() ? "" : ", ") + sector;
      continue;
    }
    layers.push_back(layer_of(input, coverage, sector,
                              aid_in_column(matrix, coverage, sector, input.settings.aid), need));
  }
  if (!coarser.empty())
    notes.push_back({N_("Sectors whose need the file gives for larger units alone, left out: {0}."),
                     {coarser}});
  return layers;
}

Universe universe_of(const CaseLayer& layer, const Coverage& coverage, bool unreported_as_zero) {
  Universe universe;
  universe.unreported_as_zero = unreported_as_zero;
  for (std::size_t i = 0; i < layer.zones.size(); ++i) {
    const ZoneCase& zone = layer.zones[i];
    const bool as_zero =
        unreported_as_zero && zone.standing == Standing::NotReported && zone.need > 0;
    if (zone.standing == Standing::Counted || as_zero) {
      ++universe.zones;
      universe.aid += zone.aid;
      universe.need += zone.need;
      universe.names.push_back(coverage.zones[i].name);
    }
    universe.not_reported += zone.standing == Standing::NotReported;
    universe.aid_unknown += zone.standing == Standing::AidUnknown;
    universe.without_need += zone.standing == Standing::WithoutNeed;
    universe.outside += zone.standing == Standing::Outside;
  }
  return universe;
}

Inequality inequality_of(const CaseLayer& layer, const Coverage& coverage,
                         const Boundaries& boundaries, bool unreported_as_zero) {
  Inequality found;
  found.universe = universe_of(layer, coverage, unreported_as_zero);
  std::vector<Holding> holdings;
  bool any_area = false;
  for (std::size_t i = 0; i < layer.zones.size(); ++i) {
    const ZoneCase& zone = layer.zones[i];
    const bool as_zero = unreported_as_zero && zone.standing == Standing::NotReported;
    if (zone.standing != Standing::Counted && !as_zero)
      continue;
    const auto area = area_of_zone(coverage.zones[i], boundaries, coverage.level);
    any_area |= area.has_value();
    holdings.push_back({as_zero ? 0 : zone.aid, zone.need, area ? static_cast<int>(*area) : -1});
  }
  if (holdings.size() < 2)
    return found;  // one unit has nobody to be unequal to
  found.gini = gini(holdings);
  found.hoover = hoover(holdings);
  found.theil = theil(holdings);
  if (any_area)
    found.parts = theil_parts(holdings);
  found.lorenz = lorenz_curve(holdings);
  return found;
}

void put_in(Coverage& coverage, const CaseLayer& layer, NeedKind need, Aid aid) {
  const CaseSums sums = sums_of(layer);
  const double per = per_so_many(need);
  std::vector<Holding> holdings;
  for (const ZoneCase& zone : layer.zones)
    if (zone.standing == Standing::Counted)
      holdings.push_back({zone.aid, zone.need, 0});
  // Of counts alone: the rule takes chance to be that of counts, and amounts have no such measure.
  const auto smoothed = aid == Aid::Budget ? std::vector<double>{} : smoothed_rates(holdings);
  std::size_t counted = 0;
  for (std::size_t i = 0; i < layer.zones.size(); ++i) {
    const ZoneCase& zone = layer.zones[i];
    GapFigures& gap = coverage.zones[i].gap;
    const auto distance = gap.distance_km;
    gap = {};
    gap.distance_km = distance;
    if (zone.need > 0 && zone.standing != Standing::Outside)
      gap.need = zone.need;
    if (zone.standing != Standing::Counted)
      continue;
    const double need_share = zone.need / sums.need;
    gap.aid = zone.aid;
    gap.per_need = zone.aid / zone.need * per;
    if (!smoothed.empty())
      gap.smoothed = smoothed[counted] * per;
    ++counted;
    gap.shortfall = zone.aid - need_share * sums.aid;
    if (sums.aid > 0) {
      gap.location_quotient = zone.aid / sums.aid / need_share;
      gap.share_gap = zone.aid / sums.aid - need_share;
    }
  }
}

}  // namespace malimap
