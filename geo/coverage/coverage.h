#pragma once
// Coverage: the figures of every zone of one layer under a filter. Pure: the same input gives the
// same value.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/error.h"
#include "geo/base/units.h"
#include "geo/boundaries/boundaries.h"
#include "geo/coverage/filter.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// Projects and budget of one zone, or of the country. Nothing means "not reported", which is not
/// zero.
struct Figures {
  std::optional<std::int64_t> projects;  // distinct
  std::optional<Cents> budget;
  Basis projects_basis = Basis::Records;
  Basis budget_basis = Basis::Records;
  [[nodiscard]] bool reported() const { return projects.has_value() || budget.has_value(); }
};

/// What a figure is known for: usually one unit; several units when the source reports them as one
/// (Gao / Ménaka).
struct CoverageZone {
  std::string code;  // P-code of the unit, or the one P-code of the coarser unit, or the zone's id
  std::string name;
  std::vector<UnitIndex> units;  // of the layer
  std::optional<std::int64_t> population;
  double area_km2 = 0;
  Figures figures;
};

struct Coverage {
  Level level = Level::Region;      // of the layer that the zones' units belong to
  std::vector<CoverageZone> zones;  // every unit of the layer is in exactly one zone
  std::vector<int> zone_of_unit;    // per unit of the layer
  Figures national, unlocated, outside;
  Figures coarser;  // located, but known only at a coarser level than the layer (shown apart, never
                    // split)
  Figures total;    // distinct projects; budgets: zones + national + unlocated + outside + coarser
  std::int64_t mentions =
      0;  // sum of projects over the zones; differs from total where projects lie in several
  std::vector<Message> notes;  // what the reader must know: "the cross table is not published", ...
};

/// The figures of a dataset on one layer of its boundaries under a filter.
[[nodiscard]] Coverage cover(const Dataset& dataset, const Boundaries& boundaries, Level level,
                             const Filter& filter);

/// One value of a dimension with its figures under the other filters.
struct FacetValue {
  std::string value;  // as in the data; what a Filter holds
  Figures figures;
  bool selected = false;
};

enum class Dimension { Fund, Sector, Status, Donor, Partner };

/// The values of a dimension that the data has, with counts under all filters but the dimension's
/// own. Ordered by falling count (fund and status in their natural order).
[[nodiscard]] std::vector<FacetValue> facets(const Dataset& dataset, const Boundaries& boundaries,
                                             Dimension dimension, const Filter& filter);

/// What to show for a value as in the data: "QIP" -> "QIP", "completed" -> "Achevé", a bulletin
/// sector -> its name.
[[nodiscard]] std::string label_of(Dimension dimension, const std::string& value,
                                   const Translator& tr);

/// Reads "fund=QIP,TF", "budget=10000..50000", "start=2016..2017", "text=..." into the filter and
/// checks the values against the data (folded; both languages). Errors name the values that exist.
[[nodiscard]] Status add_to_filter(Filter& filter, std::string_view expression,
                                   const Dataset& dataset);

}  // namespace malimap
