#include "geo/coverage/gaps/explain_distances.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geo/base/numbers.h"
#include "geo/coverage/explain_parts.h"
#include "geo/coverage/measure.h"

namespace malimap {
namespace {

class DistanceExplainer {
 public:
  DistanceExplainer(const DistanceStudy& study, const CoverageCube& cube, const Coverage& coverage,
                    const Filter& filter, const Translator& tr)
      : study_(study), cube_(cube), coverage_(coverage), filter_(filter), tr_(tr) {}

  [[nodiscard]] Explanation explain() {
    const auto far = far_share(study_, coverage_);
    told_.title = trf(tr_, N_("Farther than {0} km from any project"),
                      format_short(study_.beyond_km, tr_.language()));
    told_.value = far ? format_percent(far->of_area, 0, tr_.language()) : tr_(N_("no data"));
    add_zones();
    add_towns();
    add_rules();
    add_rows();
    return std::move(told_);
  }

 private:
  /// The farthest first.
  void add_zones() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < std::min(study_.zones.size(), coverage_.zones.size()); ++i)
      if (study_.zones[i].share_beyond)
        order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return *study_.zones[a].share_beyond > *study_.zones[b].share_beyond;
    });
    told_.parts.push_back({tr_(N_("Each unit")), tr_(N_("share of its area, towns"))});
    for (const std::size_t i : order) {
      const ZoneDistance& zone = study_.zones[i];
      std::string text = format_percent(*zone.share_beyond, 0, tr_.language());
      if (zone.towns > 0)
        text +=
            " · " + trf(tr_, N_("{0} of {1}"), format_integer(zone.towns_beyond, tr_.language()),
                        format_integer(zone.towns, tr_.language()));
      told_.parts.push_back({coverage_.zones[i].name, text});
    }
  }

  void add_towns() {
    bool first = true;
    for (const TownDistance& town : study_.towns) {  // farthest first
      if (town.km <= study_.beyond_km)
        break;
      if (std::exchange(first, false))
        told_.parts.push_back({tr_(N_("Towns")), tr_(N_("km to the nearest project"))});
      told_.parts.push_back({town.name, format_integer(std::llround(town.km), tr_.language())});
    }
  }

  void add_rules() {
    told_.rules.emplace_back(
        tr_(N_("Every place of a unit, and every town, to the nearest project under the filter, "
               "along the ellipsoid (Karney 2013), across borders too.")));
    if (study_.by_town + study_.left_out > 0)
      told_.rules.push_back(
          trf(tr_,
              N_("Projects known as a unit alone: {0} measured to the town it is named after, {1} "
                 "left out."),
              format_integer(study_.by_town, tr_.language()),
              format_integer(study_.left_out, tr_.language())));
  }

  /// A filter of units says which units are told about, not which projects are near.
  void add_rows() {
    Filter anywhere = filter_;
    anywhere.units.clear();
    const FigureRef total;
    FigureAsked asked{cube_, coverage_, anywhere, total, tr_};
    asked.rows = rows_behind(cube_, anywhere, total, {});
    asked.place.figures = coverage_.total;
    told_.sources =
        cube_.dataset().aggregates ? sources_of_published(asked) : sources_of_list(asked);
    told_.rows = std::move(asked.rows.rows);
    told_.projects = asked.rows.figures.projects.value_or(0);
    told_.budget = asked.rows.figures.budget.value_or(Cents{});
  }

  const DistanceStudy& study_;
  const CoverageCube& cube_;
  const Coverage& coverage_;
  const Filter& filter_;
  const Translator& tr_;
  Explanation told_;
};

}  // namespace

Explanation explain_distances(const DistanceStudy& study, const CoverageCube& cube,
                              const Coverage& coverage, const Filter& filter,
                              const Translator& tr) {
  return DistanceExplainer(study, cube, coverage, filter, tr).explain();
}

}  // namespace malimap
