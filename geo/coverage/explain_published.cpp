// The rules and sources of figures that were published as sums.

#include <algorithm>

#include "geo/base/embedded.h"
#include "geo/base/numbers.h"
#include "geo/coverage/explain_parts.h"
#include "geo/coverage/match.h"
#include "geo/coverage/notes.h"
#include "geo/projects/csv.h"

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

/// Each fund's own figure, where the figure is a sum of several.
void add_funds(const FigureAsked& asked, Sentences& rules) {
  const auto funds = funds_of(asked);
  if (funds.size() < 2 || (asked.ref.where != Where::Zone && asked.ref.where != Where::Total))
    return;
  std::string sum;
  for (const std::string& fund : funds) {
    Filter filter = narrowed(asked);
    filter.fund = {fund};
    const Coverage coverage = cover(asked.cube, filter);
    const Figures& figures = asked.zone >= 0
                                 ? coverage.zones[static_cast<std::size_t>(asked.zone)].figures
                                 : coverage.total;
    const bool budget = sums_budgets(asked.ref.measure);
    sum += (sum.empty() ? "" : " + ") + fund + " " +
           (budget ? format_or_no_data(figures.budget, asked.tr)
                   : format_or_no_data(figures.projects, asked.tr));
  }
  rules.push_back(trf(asked.tr, "Sum of the funds: {0}.", sum));
}

/// What the figure would refer to in the issue's own statements: "QIP.projects_total".
std::vector<std::string> references_of(const FigureAsked& asked) {
  std::vector<std::string> references;
  const bool budget = sums_budgets(asked.ref.measure);
  for (const std::string& fund : funds_of(asked))
    references.push_back(fund + (budget ? ".budget_usd" : ".projects_total"));
  return references;
}

/// Whether a statement is about the whole, or about parts such as this one.
bool speaks_of(const FigureAsked& asked, std::string_view kind, std::string_view subject,
               std::string_view refers_to) {
  const Filter filter = narrowed(asked);
  const auto references = references_of(asked);
  const auto refers = [&](const std::string& wanted) { return refers_to == wanted; };
  const bool fits = std::any_of(references.begin(), references.end(), refers);
  const bool by_region = subject.find("by region") != std::string_view::npos;
  const bool by_sector = subject.find("by sector") != std::string_view::npos;
  if (asked.ref.where == Where::Zone) {
    if (sums_budgets(asked.ref.measure))
      return by_region && kind == "shares" &&
             std::any_of(references.begin(), references.end(), [&](const std::string& reference) {
               return subject.starts_with(reference.substr(0, reference.find('.')) + " ");
             });
    return fits && (by_region || subject.find("projects in ") != std::string_view::npos);
  }
  if (!filter.sector.empty())
    return by_sector && (kind == "shares" || fits);
  return fits && (kind == "amount" || kind == "count" || kind == "sum" || kind == "rounded_amount");
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
  Problems problems;
  const auto table =
      parse_csv(asset("bulletin/statements.csv").value_or(std::string_view{}), "", problems);
  if (!table)
    return sources;
  for (std::size_t row = 0; row < table->size(); ++row)
    if (speaks_of(asked, table->text(row, "kind"), table->text(row, "subject"),
                  table->text(row, "refers_to")))
      sources.push_back(
          trf(asked.tr, "Page {0}: “{1}”", table->text(row, "page"), table->text(row, "printed")));
  return sources;
}

}  // namespace malimap
