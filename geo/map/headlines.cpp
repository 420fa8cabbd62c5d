// Key figures of a page.

#include <algorithm>

#include "geo/base/numbers.h"
#include "geo/coverage/match.h"
#include "geo/map/ground.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

constexpr std::size_t kMostFunds = 4;  // more are a table, not headlines

std::string without_words(Level level, long long n, const Translator& tr) {
  switch (level) {
    case Level::Cercle:
      return trn(tr, "cercle without a project", "cercles without a project", n);
    case Level::Commune:
      return trn(tr, "commune without a project", "communes without a project", n);
    default:
      return trn(tr, "region without a project", "regions without a project", n);
  }
}

std::string unreported_words(Level level, long long n, const Translator& tr) {
  switch (level) {
    case Level::Cercle:
      return trn(tr, "cercle not reported", "cercles not reported", n);
    case Level::Commune:
      return trn(tr, "commune not reported", "communes not reported", n);
    default:
      return trn(tr, "region not reported", "regions not reported", n);
  }
}

/// Funds with a known number of projects, when there are several and the filter lets them pass.
void add_funds(std::vector<Headline>& headlines, const PictureInput& input, const Translator& tr) {
  const Filter filter = filter_of(*input.scene);
  if (filter.fund.size() == 1 ||
      (!input.dataset->aggregates && input.dataset->projects->fund.dictionary.size() < 2))
    return;
  const auto found = input.funds
                         ? *input.funds
                         : facets(*input.dataset, *input.boundaries, Dimension::Fund, filter);
  std::vector<Headline> funds;
  for (const FacetValue& value : found)
    if (value.figures.projects.value_or(0) > 0 && allows(filter, Dimension::Fund, value.value))
      funds.push_back({format_integer(*value.figures.projects, tr.language()),
                       label_of(Dimension::Fund, value.value, tr)});
  if (funds.size() > 1 && funds.size() <= kMostFunds)
    headlines.insert(headlines.end(), funds.begin(), funds.end());
}

/// Units that have no project, and those of which nothing is said: two numbers. Units outside the
/// programme or the filter are neither.
void add_gaps(std::vector<Headline>& headlines, const PictureInput& input, const Translator& tr) {
  const Coverage& coverage = *input.coverage;
  const auto within =
      units_within(*input.boundaries, coverage.level, input.scene->outside_programme);
  long long without = 0, unreported = 0;
  for (std::size_t unit = 0; unit < coverage.zone_of_unit.size(); ++unit) {
    const int zone = coverage.zone_of_unit[unit];
    if (zone < 0 || (unit < within.size() && within[unit]))
      continue;
    if (coverage.zones[static_cast<std::size_t>(zone)].filtered_out)
      continue;
    const auto& projects = coverage.zones[static_cast<std::size_t>(zone)].figures.projects;
    without += projects && *projects == 0;
    unreported += !projects;
  }
  const auto add = [&](long long n, const std::string& text) {
    headlines.push_back({format_integer(n, tr.language()), text});
  };
  if (without > 0 || unreported == 0)
    add(without, without_words(coverage.level, without, tr));
  if (unreported > 0)
    add(unreported, unreported_words(coverage.level, unreported, tr));
}

}  // namespace

std::vector<Headline> headline_words(const PictureInput& input, const Translator& tr) {
  const Figures& total = input.coverage->total;
  std::vector<Headline> headlines;
  headlines.push_back(
      {format_or_no_data(total.projects, tr),
       trn(tr, "project", "projects", static_cast<long long>(total.projects.value_or(2)))});
  add_funds(headlines, input, tr);
  headlines.push_back({total.budget ? format_money_compact(*total.budget, tr.language())
                                    : format_or_no_data(std::optional<Cents>{}, tr),
                       tr(N_("of budget"))});
  add_gaps(headlines, input, tr);
  return headlines;
}

}  // namespace malimap
