// The rules and sources of figures that were published as sums.

#include <algorithm>

#include "geo/base/numbers.h"
#include "geo/coverage/explain_parts.h"
#include "geo/coverage/match.h"
#include "geo/coverage/notes.h"
#include "geo/projects/tables/embedded_table.h"

namespace malimap {
namespace {

using Where = FigureRef::Where;
using Sentences = std::vector<std::string>;

bool sums_budgets(Measure measure) {
  return measure == Measure::Budget || measure == Measure::BudgetPerHead ||
         measure == Measure::BudgetPerKm2 || measure == Measure::BudgetPerProject;
}

Filter narrowed(const FigureAsked& asked) {
  Filter filter = asked.filter;
  if (asked.ref.value && !asked.ref.value->second.empty())
    values_of(filter, asked.ref.value->first) = {asked.ref.value->second};
  return filter;
}

/// The funds whose figures are in this one.
std::vector<std::string> funds_of(const FigureAsked& asked) {
  const Filter filter = narrowed(asked);
  std::vector<std::string> funds = asked.cube.dataset().aggregates->funds;
  std::erase_if(funds, [&](const std::string& fund) {
    return !filter.fund.empty() && !filter.fund.contains(fund);
  });
  return funds;
}

/// The fund's part of the figure, where the source has one.
Figures figures_of(const FigureAsked& asked, const std::string& fund) {
  Filter filter = narrowed(asked);
  filter.fund = {fund};
  const Coverage coverage = cover(asked.cube, filter);
  return asked.zone >= 0 ? coverage.zones[static_cast<std::size_t>(asked.zone)].figures
                         : coverage.total;
}

/// Each fund's own figure, where the figure is a sum of several.
void add_funds(const FigureAsked& asked, Sentences& rules) {
  if (asked.ref.where != Where::Zone && asked.ref.where != Where::Total)
    return;
  const bool budget = sums_budgets(asked.ref.measure);
  std::string sum;
  std::size_t count = 0;
  for (const std::string& fund : funds_of(asked)) {
    const Figures figures = figures_of(asked, fund);
    if (budget ? !figures.budget : !figures.projects)
      continue;
    ++count;
    sum += (sum.empty() ? "" : " + ") + fund + "\u00A0" +
           (budget ? format_or_no_data(figures.budget, asked.tr)
                   : format_or_no_data(figures.projects, asked.tr));
  }
  if (count > 1)
    rules.push_back(trf(asked.tr, "Sum of the funds: {0}.", sum));
}

/// A line of assets/bulletin/statements.csv.
struct Statement {
  std::string_view kind, subject, refers_to;
};

/// Whether the issue says there what the fund brings to this figure.
bool speaks_of(const FigureAsked& asked, const std::string& fund, const Statement& said) {
  const bool budget = sums_budgets(asked.ref.measure);
  const bool fits = said.refers_to == fund + (budget ? ".budget_usd" : ".projects_total");
  const auto speaks = [&](std::string_view words) {
    return said.subject.find(words) != std::string_view::npos;
  };
  if (asked.ref.where == Where::Zone) {
    if (budget)
      return speaks("by region") && said.kind == "shares" && said.subject.starts_with(fund + " ");
    return fits && (speaks("by region") || speaks("projects in " + asked.place.name));
  }
  if (!narrowed(asked).sector.empty())
    return speaks("by sector") && said.subject.starts_with(fund + " ");
  return fits && !speaks("by region") && !speaks("projects in ") && !speaks("by sector");
}

}  // namespace

std::vector<std::string> rules_of_published(const FigureAsked& asked) {
  Sentences rules;
  const Figures& figures = asked.place.figures;
  const bool budget = sums_budgets(asked.ref.measure);
  const bool study = is_gap_measure(asked.ref.measure) || asked.ref.measure == Measure::Distance;
  const bool of_people =
      asked.ref.measure == Measure::Population || asked.ref.measure == Measure::PopulationDensity;
  if (asked.ref.partners) {
    rules.emplace_back(
        asked.tr("The source publishes sums only: who carries them out is not published."));
    return rules;
  }
  if (asked.ref.measure != Measure::Projects && asked.ref.measure != Measure::Budget)
    rules.push_back(explanation_of(asked.ref.measure, asked.tr));
  if (study || of_people)
    return rules;
  const bool known = budget ? figures.budget.has_value() : figures.projects.has_value();
  if (!known && asked.zones.size() > 1) {
    rules.emplace_back(
        asked.tr("Of several units together nothing is published; each has its own "
                 "figure."));
    return rules;
  }
  if (!known) {
    const bool elsewhere = asked.ref.where == Where::Zone && figures.reported();
    if (asked.ref.where == Where::Zone && narrowed(asked) == Filter{} && !elsewhere)
      rules.emplace_back(asked.tr("Not reported here, which does not mean that nothing happens."));
    for (const Message& note : cover(asked.cube, narrowed(asked)).notes)
      rules.push_back(text_of(note, asked.tr));
    return rules;
  }
  const Basis basis = budget ? figures.budget_basis : figures.projects_basis;
  if (asked.ref.where == Where::Unlocated)
    rules.emplace_back(asked.tr("The total as published, less what is published by region."));
  else if (basis == Basis::Inferred)
    rules.push_back(text_of(inferred_note(), asked.tr));
  else
    rules.emplace_back(asked.tr("As published: a sum of the source, not counted from rows."));
  add_funds(asked, rules);
  if (!budget && asked.ref.where == Where::Zone && funds_of(asked).size() != 1)
    rules.emplace_back(
        asked.tr("A project in several zones counts once in each of them and once in the total."));
  return rules;
}

std::vector<std::string> sources_of_published(const FigureAsked& asked) {
  const Aggregates& published = *asked.cube.dataset().aggregates;
  Sentences sources;
  std::string issue = published.source;
  if (const auto date = parse_iso_date(published.as_of))
    issue += " · " + format_date(*date, asked.tr.language());
  sources.push_back(issue);
  const Figures& figures = asked.place.figures;
  const bool budget = sums_budgets(asked.ref.measure);
  if (!(budget ? figures.budget.has_value() : figures.projects.has_value()))
    return sources;
  const Table table = embedded_table("bulletin/statements.csv");
  for (const std::string& fund : funds_of(asked)) {
    const Figures part = figures_of(asked, fund);
    if (budget ? !part.budget : !part.projects)
      continue;
    for (std::size_t row = 0; row < table.size(); ++row)
      if (speaks_of(
              asked, fund,
              {table.text(row, "kind"), table.text(row, "subject"), table.text(row, "refers_to")}))
        sources.push_back(trf(asked.tr, "{0}, page {1}: “{2}”", fund, table.text(row, "page"),
                              table.text(row, "printed")));
  }
  return sources;
}

}  // namespace malimap
