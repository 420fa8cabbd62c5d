// Coverage, linked views, groups, matrix, rows and explanations against each other.
#include <algorithm>
#include <array>
#include <map>

#include "geo/base/numbers.h"
#include "geo/coverage/explain.h"
#include "geo/coverage/linked.h"
#include "geo/coverage/match.h"
#include "geo/coverage/matrix.h"
#include "tests/geo/consistency/figure_text.h"
#include "tests/geo/consistency/view.h"
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

namespace malimap::testing {
namespace {

const Translator kEnglish(Language::English);

/// The distinct projects of rows: those of one project are the one of them that stands for most.
std::int64_t distinct(const Dataset& dataset, const std::vector<ProjectIndex>& rows) {
  const Projects& list = *dataset.projects;
  const bool own = list.project_of_row.empty() || dataset.rows_are_projects;
  std::int64_t projects = 0;
  std::map<std::int32_t, std::int32_t> largest;
  for (const ProjectIndex row : rows) {
    const auto at = static_cast<std::size_t>(row);
    if (own)
      projects += list.count[at];
    else
      largest[list.project_of_row[at]] = std::max(largest[list.project_of_row[at]], list.count[at]);
  }
  for (const auto& [project, count] : largest)
    projects += count;
  return projects;
}

void check_told(const View& view, const FigureRef& ref, const Figures& figures) {
  const auto explained = explain(view.cube, view.coverage, view.filter, ref, kEnglish);
  INFO("explanation of " << explained.title);
  CHECK(explained.value == format_or_no_data(figures.projects, kEnglish));
  FigureRef budget = ref;
  budget.measure = Measure::Budget;
  CHECK(explain(view.cube, view.coverage, view.filter, budget, kEnglish).value ==
        format_or_no_data(figures.budget, kEnglish));
  if (!view.has_rows())
    return;
  CHECK(explained.projects == figures.projects.value_or(0));
  CHECK(told(explained.budget) == told(figures.budget.value_or(Cents{})));
  CHECK(static_cast<std::int64_t>(explained.rows.size()) == figures.rows);
}

FigureRef ref_of(FigureRef::Where where, std::string zone = {}) {
  FigureRef ref;
  ref.where = where;
  ref.zone = std::move(zone);
  return ref;
}

Filter narrowed(Filter filter, Dimension by, const std::string& value) {
  values_of(filter, by) = {value};
  return filter;
}

/// Cents of the region's zones of the finer layer and of what is known for the region alone.
Cents cents_inside(const Boundaries& boundaries, const CoverageZone& region,
                   const Coverage& cercles) {
  const AdminLayer& regions = boundaries.layers[0];
  const AdminLayer& layer = *boundaries.layer(cercles.level);
  std::set<std::string> codes{region.code};
  for (const UnitIndex unit : region.units)
    codes.insert(regions.units[static_cast<std::size_t>(unit)].pcode);
  Cents sum;
  for (const CoverageZone& zone : cercles.zones)
    if (codes.contains(layer.units[static_cast<std::size_t>(zone.units.front())].parent_pcode))
      sum += zone.figures.budget.value_or(Cents{});
  for (const auto& [code, figures] : cercles.coarser_in)
    if (codes.contains(code))
      sum += figures.budget.value_or(Cents{});
  return sum;
}

}  // namespace

void check_parts(const View& view) {
  const Coverage& coverage = view.coverage;
  // Of aggregates a total is unknown as soon as one of its parts is.
  if (view.has_rows() || coverage.total.budget)
    CHECK(told(sum_of_parts(coverage)) == told(coverage.total.budget.value_or(Cents{})));
  std::int64_t mentions = 0;
  Cents coarser;
  for (const CoverageZone& zone : coverage.zones) {
    mentions += zone.figures.projects.value_or(0);
    if (zone.filtered_out)
      CHECK(zone.figures.projects.value_or(0) == 0);
  }
  CHECK(mentions == coverage.mentions);
  for (const auto& [code, figures] : coverage.coarser_in)
    coarser += figures.budget.value_or(Cents{});
  CHECK(told(coarser) == told(coverage.coarser.budget.value_or(Cents{})));
  CHECK(told(coverage) ==
        told(cover(view.dataset(), view.boundaries, coverage.level, view.filter)));
}

void check_linked_views(const View& view) {
  const LinkedViews linked = linked_views(view.cube, view.filter);
  CHECK(told(linked.coverage) == told(view.coverage));
  for (const Dimension dimension : kAllDimensions) {
    const auto& values = linked.facets[static_cast<std::size_t>(dimension)];
    const auto asked = facets(view.cube, dimension, view.filter);
    REQUIRE(values.size() == asked.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      INFO("facet " << static_cast<int>(dimension) << " " << values[i].value);
      CHECK(values[i].value == asked[i].value);
      CHECK(values[i].selected == asked[i].selected);
      CHECK(told(values[i].figures) == told(asked[i].figures));
      // What a value excluded would give is said under the other filters: without the exclusion.
      Filter only = narrowed(view.filter, dimension, values[i].value);
      only.except.erase(dimension);
      // Amounts by sector are published for one fund: without a choice the list of sectors shows
      // its amounts, as what there is to choose from.
      if (!view.has_rows() && dimension == Dimension::Sector && only.fund.empty())
        only.fund = {"QIP"};
      const Figures total = cover(view.cube, only).total;
      CHECK(values[i].figures.projects == total.projects);
      CHECK(told(values[i].figures.budget) == told(total.budget));
    }
  }
}

void check_matrix(const View& view, Dimension by) {
  INFO("matrix by " << static_cast<int>(by));
  const Matrix matrix = make_matrix(view.cube, view.filter, by);
  CHECK(told(matrix.total.figures) == told(view.coverage.total));
  std::vector<int> rows;
  for (std::size_t zone = 0; zone < view.coverage.zones.size(); ++zone)
    if (!view.coverage.zones[zone].filtered_out)
      rows.push_back(static_cast<int>(zone));
  REQUIRE(matrix.rows == rows);
  for (std::size_t r = 0; r < rows.size(); ++r)
    CHECK(told(matrix.row_totals[r].figures) ==
          told(view.coverage.zones[static_cast<std::size_t>(rows[r])].figures));
  if (!matrix.published)
    return;
  const auto groups = cover_groups(view.cube, view.filter, std::array{by});
  REQUIRE(matrix.columns.size() == groups.size());
  for (std::size_t c = 0; c < groups.size(); ++c) {
    INFO("column " << groups[c].values.front().value_or("none"));
    CHECK(matrix.columns[c] == groups[c].values.front());
    CHECK(told(matrix.column_totals[c].figures) == told(groups[c].coverage.total));
    if (matrix.columns[c])
      CHECK(told(groups[c].coverage) ==
            told(cover(view.cube, narrowed(view.filter, by, *matrix.columns[c]))));
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const CoverageZone& zone = groups[c].coverage.zones[static_cast<std::size_t>(rows[r])];
      CHECK(told(matrix.at(r, c).figures) == told(zone.figures));
      FigureRef ref = ref_of(FigureRef::Where::Zone, zone.code);
      ref.value = {by, matrix.columns[c].value_or("")};
      check_told(view, ref, zone.figures);
    }
  }
}

void check_rows(const View& view) {
  if (!view.has_rows())
    return;
  const auto all = projects_under(view.cube, view.filter);
  CHECK(distinct(view.dataset(), all) == view.coverage.total.projects);
  CHECK(static_cast<std::int64_t>(all.size()) == view.coverage.total.rows);
  for (std::size_t zone = 0; zone < view.coverage.zones.size(); ++zone) {
    const auto rows = projects_in(view.cube, static_cast<int>(zone), view.filter);
    const Figures& figures = view.coverage.zones[zone].figures;
    INFO("zone " << view.coverage.zones[zone].code);
    CHECK(distinct(view.dataset(), rows) == figures.projects.value_or(0));
    CHECK(static_cast<std::int64_t>(rows.size()) == figures.rows);
    CHECK(std::includes(all.begin(), all.end(), rows.begin(), rows.end()));
  }
}

void check_explanations(const View& view) {
  using Where = FigureRef::Where;
  check_told(view, {}, view.coverage.total);
  for (const CoverageZone& zone : view.coverage.zones)
    check_told(view, ref_of(Where::Zone, zone.code), zone.figures);
  check_told(view, ref_of(Where::National), view.coverage.national);
  check_told(view, ref_of(Where::Unlocated), view.coverage.unlocated);
  check_told(view, ref_of(Where::Outside), view.coverage.outside);
  check_told(view, ref_of(Where::Coarser), view.coverage.coarser);
  for (const auto& [code, figures] : view.coverage.coarser_in)
    check_told(view, ref_of(Where::Coarser, code), figures);
}

void check_levels(const View& regions, const View& cercles) {
  const Coverage &one = regions.coverage, &other = cercles.coverage;
  CHECK(told(one.total) == told(other.total));
  CHECK(told(one.national) == told(other.national));
  CHECK(told(one.unlocated) == told(other.unlocated));
  CHECK(told(one.outside) == told(other.outside));
  for (const CoverageZone& region : one.zones) {
    INFO("region " << region.code);
    CHECK(told(region.figures.budget.value_or(Cents{})) ==
          told(cents_inside(regions.boundaries, region, other)));
  }
}

}  // namespace malimap::testing
