#include "geo/map/words.h"

#include <cmath>
#include <cstdlib>

#include "geo/base/date.h"
#include "geo/base/numbers.h"
#include "geo/base/text.h"
#include "geo/coverage/notes.h"
#include "geo/map/difference.h"
#include "geo/map/gap_words.h"

namespace malimap {
namespace {

void add_part(std::string& text, const std::string& part, const char* between = " · ") {
  if (!part.empty())
    text += (text.empty() ? "" : between) + part;
}

std::string values_part(const char* heading, Dimension dimension,
                        const std::set<std::string>& values, const Translator& tr) {
  std::string list;
  for (const std::string& value : values)
    add_part(list, label_of(dimension, value, tr), ", ");
  return list.empty() ? list : trf(tr, N_("{0}: {1}"), std::string(tr(heading)), list);
}

std::string budget_range(const CentsRange& range, const Translator& tr) {
  const auto money = [&](Cents amount) { return format_money(amount, tr.language()); };
  if (range.low && range.high)
    return trf(tr, N_("budget {0} to {1}"), money(*range.low), money(*range.high));
  if (range.low)
    return trf(tr, N_("budget from {0}"), money(*range.low));
  return range.high ? trf(tr, N_("budget up to {0}"), money(*range.high)) : std::string{};
}

std::string start_range(const DateRange& range, const Translator& tr) {
  const auto date = [&](Date d) { return format_date(d, tr.language()); };
  if (range.first && range.last)
    return trf(tr, N_("started {0} to {1}"), date(*range.first), date(*range.last));
  if (range.first)
    return trf(tr, N_("started from {0}"), date(*range.first));
  return range.last ? trf(tr, N_("started until {0}"), date(*range.last)) : std::string{};
}

const std::string& as_of(const Dataset& dataset) {
  return dataset.aggregates ? dataset.aggregates->as_of : dataset.projects->as_of;
}

std::string source_of(const Dataset& dataset) {
  return dataset.aggregates ? dataset.aggregates->source : dataset.projects->source;
}

/// "9 projects, 230 rows (actions)": the rows only where they differ.
std::string count_words(const Coverage& coverage, const Translator& tr) {
  const Figures& total = coverage.total;
  if (!total.projects)
    return {};
  const auto number = [&](std::int64_t n) { return format_integer(n, tr.language()); };
  const std::string projects =
      trn(tr, "{0} project", "{0} projects", static_cast<long long>(*total.projects),
          number(*total.projects));
  if (!coverage.rows_share_projects || total.rows == *total.projects)
    return projects;
  return trn(tr, "{0}, {1} row (action)", "{0}, {1} rows (actions)",
             static_cast<long long>(total.rows), projects, number(total.rows));
}

double parameter(const std::string& projection, const std::string& name) {
  const auto at = projection.find("+" + name + "=");
  return at == std::string::npos ? 0
                                 : std::strtod(projection.c_str() + at + name.size() + 2, nullptr);
}

std::string degrees(double value, const char* positive, const char* negative,
                    const Translator& tr) {
  return format_short(std::abs(value), tr.language()) + "°\u00A0" +
         tr(value < 0 ? negative : positive);
}

}  // namespace

// The units that the figures are of; how many where that is shorter.
std::string units_part(const PictureInput& input, const Translator& tr) {
  const std::set<std::string> units = filter_of(*input.scene).units;
  constexpr std::size_t kNamed = 4;
  if (units.size() > kNamed)
    return trn(tr, "{0} chosen unit", "{0} chosen units", static_cast<long long>(units.size()),
               units.size());
  std::string names;
  for (const std::string& code : units) {
    std::string name = code;
    for (const AdminLayer& layer : input.boundaries->layers)
      if (const UnitIndex unit = layer.find(code); unit != kNoUnit)
        name = layer.units[static_cast<std::size_t>(unit)].name;
    add_part(names, name, ", ");
  }
  return names;
}

std::string subtitle_words(const PictureInput& input, const Translator& tr) {
  const Filter& filter = input.scene->filter;
  std::string text;
  add_part(text, units_part(input, tr));
  add_part(text, values_part(N_("Sector"), Dimension::Sector, filter.sector, tr));
  add_part(text, values_part(N_("Status"), Dimension::Status, filter.status, tr));
  add_part(text, values_part(N_("Donor"), Dimension::Donor, filter.donor, tr));
  add_part(text, values_part(N_("Partner"), Dimension::Partner, filter.partner, tr));
  for (const auto& [dimension, values] : filter.except)
    add_part(text, values_part(N_("Except"), dimension, values, tr));
  if (!filter.active.empty())
    add_part(text, trf(tr, N_("active {0}"), period_words(filter.active, tr)));
  add_part(text, budget_range(filter.budget, tr));
  add_part(text, start_range(filter.start, tr));
  if (!filter.text.empty())
    add_part(text, trf(tr, N_("text “{0}”"), filter.text));
  if (const auto date = parse_iso_date(as_of(*input.dataset)))
    add_part(text, trf(tr, text.empty() ? N_("As of {0}") : N_("as of {0}"),
                       format_date(*date, tr.language())));
  return text;
}

std::string totals_words(const PictureInput& input, const Translator& tr) {
  const Figures& total = input.coverage->total;
  std::string text = count_words(*input.coverage, tr);
  if (input.dataset->aggregates && total.projects && input.scene->filter.fund.size() != 1 &&
      filter_of(*input.scene).units.empty()) {
    std::string funds;
    for (const FacetValue& value :
         facets(*input.dataset, *input.boundaries, Dimension::Fund, input.scene->filter)) {
      if (value.figures.projects && allows(input.scene->filter, Dimension::Fund, value.value))
        add_part(funds,
                 label_of(Dimension::Fund, value.value, tr) + "\u00A0" +
                     format_integer(*value.figures.projects, tr.language()),
                 ", ");
    }
    if (!funds.empty())
      text = trf(tr, N_("{0} ({1})"), text, funds);
  }
  if (total.budget)
    add_part(text, trf(tr, N_("budget {0}"), format_money_compact(*total.budget, tr.language())));
  else if (!input.dataset->aggregates && !input.dataset->projects->has_budgets)
    add_part(text, tr(N_("no budget given")));
  for (const auto& [currency, other] : input.coverage->other_currencies)
    add_part(text, trf(tr, N_("{0} without a rate"), amount_words(currency, other.amount)));
  return text;
}

std::string projection_words(const Shapes& shapes, const Translator& tr) {
  if (shapes.projection.find("+proj=laea") == std::string::npos)
    return shapes.projection_name;
  return trf(tr, N_("{0} ({1}, {2})"), std::string(tr(shapes.projection_name.c_str())),
             degrees(parameter(shapes.projection, "lat_0"), N_("N"), N_("S"), tr),
             degrees(parameter(shapes.projection, "lon_0"), N_("E"), N_("W"), tr));
}

std::vector<std::string> footer_words(const PictureInput& input, const Translator& tr) {
  std::vector<std::string> lines;
  const Dataset& dataset = *input.dataset;
  const auto date = parse_iso_date(as_of(dataset));
  if (const std::string source = source_of(dataset); !source.empty())
    lines.push_back(date ? trf(tr, N_("Data: {0}, {1}."), source, format_date(*date, tr.language()))
                         : trf(tr, N_("Data: {0}."), source));
  if (shows_population(*input.scene) && !dataset.population_source.empty())
    lines.push_back(trf(tr, N_("Population: {0}."), dataset.population_source));
  const Boundaries& boundaries = *input.boundaries;
  if (!boundaries.source.empty())
    lines.push_back(boundaries.vintage.empty() ? trf(tr, N_("Boundaries: {0}."), boundaries.source)
                                               : trf(tr, N_("Boundaries: {0}, units of {1}."),
                                                     boundaries.source, boundaries.vintage));
  const LayerSwitches& layers = input.scene->layers;
  if (layers.neighbours && !input.shapes->neighbours.empty())
    lines.push_back(tr(N_("Neighbours: Natural Earth.")));
  if (layers.rivers && !input.shapes->rivers.empty())
    lines.push_back(tr(N_("Rivers: GSHHG.")));
  if (layers.towns && !input.shapes->towns.empty())
    lines.push_back(tr(N_("Towns: GeoNames (CC BY 4.0).")));
  lines.push_back(trf(tr, N_("Projection: {0}."), projection_words(*input.shapes, tr)));
  lines.push_back(trf(tr, N_("Made on {0}."), format_date(today(), tr.language())));
  lines.push_back(
      tr(N_("The boundaries and names shown and the designations used on this map do not imply "
            "official endorsement or acceptance by the United Nations.")));
  return lines;
}

bool uses_population(Measure measure) {
  return measure == Measure::ProjectsPer100k || measure == Measure::BudgetPerHead ||
         measure == Measure::Population || measure == Measure::PopulationDensity;
}

bool uses_budget(Measure measure) {
  return measure == Measure::Budget || measure == Measure::BudgetPerHead ||
         measure == Measure::BudgetPerProject || measure == Measure::BudgetPerKm2;
}

bool shows_budget(const Scene& scene) {
  if (shows_gaps(scene) && scene.gaps.aid == Aid::Budget)
    return true;
  return scene.type != MapType::Places &&
         (uses_budget(scene.measure) ||
          (scene.type == MapType::Bivariate && uses_budget(scene.second)));
}

bool shows_population(const Scene& scene) {
  if (shows_gaps(scene) && scene.gaps.need.kind == NeedKind::Population)
    return true;
  return scene.type != MapType::Places &&
         (uses_population(scene.measure) ||
          (scene.type == MapType::Bivariate && uses_population(scene.second)));
}

bool is_inferred(const CoverageZone& zone, Measure measure) {
  const Figures& figures = zone.figures;
  const bool budget = figures.budget && figures.budget_basis == Basis::Inferred;
  const bool projects = figures.projects && figures.projects_basis == Basis::Inferred;
  if (measure == Measure::Population || measure == Measure::PopulationDensity)
    return false;
  if (measure == Measure::BudgetPerProject)
    return budget || projects;
  return uses_budget(measure) ? budget : projects;
}

}  // namespace malimap
