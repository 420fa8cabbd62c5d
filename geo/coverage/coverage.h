#pragma once
// Coverage: the figures of every zone of one layer under a filter. Pure: the same input gives the
// same value.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/error.h"
#include "geo/base/units.h"
#include "geo/boundaries/boundaries.h"
#include "geo/coverage/filter.h"
#include "geo/coverage/match.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// Projects and budget of one zone, or of the country. Nothing means "not reported", which is not
/// zero.
struct Figures {
  std::optional<std::int64_t> projects;  // distinct
  std::optional<Cents> budget;
  Basis projects_basis = Basis::Records;
  Basis budget_basis = Basis::Records;
  std::int64_t without_budget =
      0;  // of a list's projects, those whose budget is missing: `budget` is the others'
  std::int64_t rows = 0;  // of a list, that these projects are made of
  [[nodiscard]] bool reported() const { return projects.has_value() || budget.has_value(); }
};

/// What a zone's coverage comes to against its need: filled by add_gaps() (gaps/gaps.h). Nothing
/// where the figure or the need is unknown.
struct GapFigures {
  std::optional<double> need;  // in the need's own unit: people, km2, ...
  std::optional<double>
      aid;  // in the unit of GapSettings::aid: projects, US dollars, organisations
  std::optional<double> per_need;           // aid by need (per so many of it, as the legend says)
  std::optional<double> smoothed;           // the same, smoothed for small units (empirical Bayes)
  std::optional<double> location_quotient;  // share of aid by share of need; 1: as the country
  std::optional<double> share_gap;          // share of aid minus share of need, -1 to 1
  std::optional<double>
      distance_km;  // to the nearest project; put in by add_distances() (gaps/distance.h)
  std::optional<double> shortfall;  // aid minus what the need's share of the whole aid would be, in
                                    // the aid's unit; negative: lacking
};

/// What a figure is known for: usually one unit; several units when the source reports them as one
/// (Gao / Ménaka).
struct CoverageZone {
  std::string code;  // P-code of the unit, or the one P-code of the coarser unit, or the zone's id
  std::string name;
  std::vector<UnitIndex> units;  // of the layer, never empty
  std::optional<std::int64_t> population;
  double area_km2 = 0;
  Figures figures;
  bool filtered_out = false;  // outside Filter::units: nothing is said about it
  GapFigures gap = {};
};

/// What a list gives in a currency without a rate. Never added to US dollars, nor to each other.
struct OtherAmount {
  Cents amount;  // in hundredths of the currency
  std::int64_t projects = 0, rows = 0;
  bool operator==(const OtherAmount&) const = default;
};

struct Coverage {
  Level level = Level::Region;      // of the layer that the zones' units belong to
  std::vector<CoverageZone> zones;  // every unit of the layer is in exactly one zone
  std::vector<int> zone_of_unit;    // per unit of the layer
  Figures national, unlocated, outside;
  Figures coarser;  // located, but known only at a coarser level than the layer (shown apart, never
                    // split)
  std::map<std::string, Figures>
      coarser_in;  // of `coarser`, by the P-code of the unit (or the zone's id) that is known
  Figures total;   // distinct projects; budgets: zones + national + unlocated + outside + coarser
  std::int64_t mentions =
      0;  // sum of projects over the zones; differs from total where projects lie in several
  bool rows_share_projects = false;  // several rows can be one project: Figures::rows says more
  std::map<std::string, OtherAmount> other_currencies;  // in the total; "": no currency is named
  std::int64_t without_any_amount =
      0;  // of total.without_budget, projects that have no amount in any currency
  std::vector<Message> notes;  // what the reader must know: "the cross table is not published", ...
};

/// The figures of a dataset on one layer of its boundaries under a filter. One who asks often keeps
/// a CoverageCube (cube.h). Where the boundaries lack the level, their finest layer is used.
///
/// Of a project list: a zone without a project is zero, since the list covers the country. A budget
/// is the sum over the projects that have one; nothing when none has. Figures of `national`,
/// `unlocated`, `outside` and `coarser` count projects of which a part is there. Under a filter of
/// sectors a budget is the share of these sectors, where the list gives shares. Filters apply to
/// rows; of rows that are one project those that pass are counted as one. Of aggregates: only what
/// was published. The part of the total budget that no zone is known to have stands in `unlocated`.
[[nodiscard]] Coverage cover(const Dataset& dataset, const Boundaries& boundaries, Level level,
                             const Filter& filter);

/// The level to name in titles: the layer's, or Region where most units stand in zones of several,
/// since then the figures are known for the regions alone.
[[nodiscard]] Level level_of_figures(const Coverage& coverage);

/// Whether projects are told from mentions by zone, or from rows, by different numbers.
[[nodiscard]] bool has_both_numbers(const Coverage& coverage);

/// "93 projets, 166 mentions par région", "9 projets, 230 lignes (actions)": the numbers that
/// differ; else empty.
[[nodiscard]] std::string both_numbers(const Coverage& coverage, const Translator& tr);

/// One value of a dimension with its figures under the other filters.
struct FacetValue {
  std::string value;  // as in the data; what a Filter holds
  Figures figures;
  bool selected = false;
};

/// The values of a dimension that the data has, with counts under all filters but the dimension's
/// own. Ordered by falling count (fund and status in their natural order).
[[nodiscard]] std::vector<FacetValue> facets(const Dataset& dataset, const Boundaries& boundaries,
                                             Dimension dimension, const Filter& filter);

/// What to show for a value as in the data: "QIP" -> "QIP", "completed" -> "Achevé", a bulletin
/// sector, or a sector by its key -> its name.
[[nodiscard]] std::string label_of(Dimension dimension, const std::string& value,
                                   const Translator& tr);

/// Reads "fund=QIP,TF", "fund!=PBF", "unit=ML05,Kidal" (P-codes or names of any level),
/// "area=north" (of Mali), "budget=10000..50000", "start=2016..2017", "active=2016..2017",
/// "text=..." into the filter and checks the values against the data (folded; both languages).
/// Errors name the values that exist. On an error the filter is as it was.
[[nodiscard]] Status add_to_filter(Filter& filter, std::string_view expression,
                                   const Dataset& dataset, const Boundaries& boundaries);

}  // namespace malimap
