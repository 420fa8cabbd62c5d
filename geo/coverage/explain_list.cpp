// The rules and sources of a figure that is a sum over rows.

#include "geo/base/numbers.h"
#include "geo/coverage/explain_parts.h"
#include "geo/coverage/notes.h"

namespace malimap {
namespace {

using Where = FigureRef::Where;
using Sentences = std::vector<std::string>;

constexpr std::size_t kMostRanges = 24;  // of row numbers that are written out

bool counts_projects(Measure measure) {
  return measure == Measure::Projects || measure == Measure::ProjectsPer100k ||
         measure == Measure::ProjectsPer1000Km2 || measure == Measure::ShareOfProjects ||
         measure == Measure::BudgetPerProject;
}

bool sums_budgets(Measure measure) {
  return measure == Measure::Budget || measure == Measure::BudgetPerHead ||
         measure == Measure::BudgetPerKm2 || measure == Measure::BudgetPerProject;
}

const char* rule_of_place(Where where) {
  switch (where) {
    case Where::National:
      return N_("Their source says that they are for the whole country: they are in no unit.");
    case Where::Unlocated:
      return N_("They have no place, or one that was not understood: they are in the total alone.");
    case Where::Outside:
      return N_("Their place is known and lies outside the country.");
    case Where::Coarser:
      return N_(
          "Their place is known more coarsely than the map's units; it is never split by "
          "guesswork.");
    case Where::Total:
    case Where::Zone:
    case Where::Zones:
      break;
  }
  return nullptr;
}

void rules_of_counting(const FigureAsked& asked, Sentences& rules) {
  const Figures& figures = asked.place.figures;
  if (figures.projects && figures.rows > *figures.projects)
    rules.push_back(trf(
        asked.tr,
        "{0} rows of the list are {1} projects: rows that are parts of one project count as that "
        "project, once.",
        format_integer(figures.rows, asked.tr.language()),
        format_integer(*figures.projects, asked.tr.language())));
  else
    rules.emplace_back(asked.tr("Each project counts once here, however many places it has."));
  if (asked.rows.several_in_a_row)
    rules.emplace_back(asked.tr("A row that stands for several projects counts as many."));
  if (asked.rows.in_several_zones)
    rules.emplace_back(
        asked.tr("A project in several zones counts once in each of them and once in the total."));
}

void rules_of_budgets(const FigureAsked& asked, Sentences& rules) {
  if (!asked.cube.dataset().projects->has_budgets) {
    rules.push_back(text_of(no_budgets_note(), asked.tr));
    return;
  }
  if (asked.rows.split_equally)
    rules.emplace_back(
        asked.tr("The budget of a project with several places is split in equal "
                 "parts, since the list gives no shares; here stand the parts of "
                 "this place."));
  if (asked.rows.split_by_shares)
    rules.emplace_back(
        asked.tr("The budget of a project with several places is split by the "
                 "shares that the list gives."));
  if (asked.rows.sector_shares)
    rules.emplace_back(
        asked.tr("Of budgets only the shares of the sectors asked for are counted, "
                 "as the list gives them."));
  const Figures& figures = asked.place.figures;
  if (figures.without_budget > 0)
    rules.push_back(
        trn(asked.tr, "{0} of {1} projects has no budget in US dollars: unknown, not zero.",
            "{0} of {1} projects have no budget in US dollars: unknown, not zero.",
            figures.without_budget, format_integer(figures.without_budget, asked.tr.language()),
            format_integer(figures.projects.value_or(0), asked.tr.language())));
  for (const auto& [currency, other] : asked.rows.other_currencies)
    rules.push_back(trf(asked.tr, "Not in the sum, for want of a rate: {0}.",
                        amount_words(currency, other.amount)));
}

/// "2, 5–9, 14 …"
std::string row_numbers(const Projects& list, const std::vector<ProjectIndex>& rows) {
  std::string text;
  std::size_t ranges = 0;
  for (std::size_t i = 0; i < rows.size();) {
    const auto at = [&](std::size_t k) { return list.row[static_cast<std::size_t>(rows[k])]; };
    std::size_t end = i + 1;
    while (end < rows.size() && at(end) == at(end - 1) + 1)
      ++end;
    if (++ranges > kMostRanges)
      return text + " …";
    text += (text.empty() ? "" : ", ") + std::to_string(at(i));
    if (end - i > 1)
      text += (end - i > 2 ? "–" : ", ") + std::to_string(at(end - 1));
    i = end;
  }
  return text;
}

}  // namespace

std::vector<std::string> rules_of_list(const FigureAsked& asked) {
  Sentences rules;
  const Measure measure = asked.ref.measure;
  if (asked.zone >= 0 && asked.place.filtered_out) {
    rules.emplace_back(asked.tr("This unit is left out by the filter: nothing is said about it."));
    return rules;
  }
  if (asked.ref.partners) {
    rules.emplace_back(
        asked.tr("Each organisation counts once; names that differ by case or "
                 "accents alone are one."));
  } else {
    if (!counts_projects(measure) || measure == Measure::BudgetPerProject)
      if (measure != Measure::Budget)
        rules.push_back(explanation_of(measure, asked.tr));
    if (counts_projects(measure))
      rules_of_counting(asked, rules);
    if (sums_budgets(measure))
      rules_of_budgets(asked, rules);
  }
  if (const char* rule = rule_of_place(asked.ref.where))
    rules.emplace_back(asked.tr(rule));
  if (!asked.filter.empty())
    rules.emplace_back(asked.ref.beside != 0
                           ? asked.tr("Only rows that pass the filter count; what it says of the "
                                      "values and units listed beside this figure is left out.")
                           : asked.tr("Only rows that pass the filter count."));
  if (asked.ref.value && asked.ref.value->first != Dimension::Fund &&
      asked.ref.value->first != Dimension::Status && !asked.ref.value->second.empty())
    rules.emplace_back(asked.tr("A project with several of these values is in each of them."));
  return rules;
}

std::vector<std::string> sources_of_list(const FigureAsked& asked) {
  const Projects& list = *asked.cube.dataset().projects;
  Sentences sources;
  std::string file = list.source;
  if (const auto date = parse_iso_date(list.as_of))
    file += " · " + format_date(*date, asked.tr.language());
  if (!file.empty())
    sources.push_back(file);
  if (!asked.rows.rows.empty())
    sources.push_back(trn(asked.tr, "Row {0}", "Rows {0}",
                          static_cast<long long>(asked.rows.rows.size()),
                          row_numbers(list, asked.rows.rows)));
  return sources;
}

}  // namespace malimap
