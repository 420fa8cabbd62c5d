#include "geo/coverage/notes.h"

#include <algorithm>

#include "geo/base/numbers.h"

namespace malimap {
namespace {

void note(Coverage& coverage, const char* msgid, std::vector<std::string> args = {}) {
  coverage.notes.push_back({msgid, std::move(args)});
}

bool has_more_rows(const Coverage& coverage) {
  return coverage.rows_share_projects &&
         coverage.total.rows != coverage.total.projects.value_or(coverage.total.rows);
}

bool has_more_mentions(const Coverage& coverage) {
  return coverage.total.projects && coverage.mentions > *coverage.total.projects;
}

/// The rule of both numbers, without the numbers: the sum over the zones must never be read as a
/// number of projects.
void note_mentions(Coverage& coverage) {
  if (has_more_mentions(coverage))
    note(coverage, N_("A project in several zones counts once in each of them and once in the "
                      "total."));
}

void note_rows(Coverage& coverage) {
  if (has_more_rows(coverage))
    note(coverage, N_("Rows of the list that are parts of one project count as that project, "
                      "once."));
}

/// Amounts of two currencies are never added: each stands for itself.
void note_other_currencies(Coverage& coverage) {
  for (const auto& [currency, other] : coverage.other_currencies) {
    const std::string amount = amount_words(currency, other.amount);
    if (other.projects == 1)
      note(coverage, N_("Amounts not in the total, for want of a rate: {0} in one project."),
           {amount});
    else
      note(coverage, N_("Amounts not in the total, for want of a rate: {0} in {1} projects."),
           {amount, std::to_string(other.projects)});
  }
}

std::string join(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names)
    all += (all.empty() ? "" : ", ") + name;
  return all;
}

/// Whether a filter asks for more than the source published by zone, and the sentence that says so.
const char* unpublished_by_zone(const Filter& filter) {
  const bool by_sector = narrows(filter, Dimension::Sector),
             by_status = narrows(filter, Dimension::Status);
  if (narrows(filter, Dimension::Donor) || narrows(filter, Dimension::Partner) ||
      !filter.budget.empty() || !filter.start.empty() || !filter.active.empty() ||
      !filter.text.empty())
    return N_("The source publishes sums only: they cannot be filtered by project.");
  if (by_sector && by_status)
    return N_("Not published by sector and status.");
  if (by_sector)
    return N_("Not published by sector and region.");
  if (by_status)
    return N_("Not published by status and region.");
  return nullptr;
}

std::vector<std::string> selected_funds(const Aggregates& aggregates, const Filter& filter) {
  std::vector<std::string> funds = aggregates.funds;
  std::erase_if(funds,
                [&](const std::string& fund) { return !allows(filter, Dimension::Fund, fund); });
  return funds;
}

template <class Figure>
std::vector<std::string> funds_with_budget(const std::vector<std::string>& funds,
                                           const std::vector<Figure>& figures) {
  std::vector<std::string> found = funds;
  std::erase_if(found, [&](const std::string& fund) {
    return std::none_of(figures.begin(), figures.end(), [&](const Figure& figure) {
      return figure.fund == fund && std::optional<Cents>(figure.budget).has_value();
    });
  });
  return found;
}

void note_zone_budgets(Coverage& coverage, const Aggregates& aggregates,
                       const std::vector<std::string>& funds) {
  const auto known = funds_with_budget(funds, aggregates.by_zone);
  if (known.empty())
    note(coverage, N_("Budgets by region are not published."));
  else if (known.size() < funds.size())
    note(coverage, N_("Budgets by region are published for {0} only."), {join(known)});
  const auto inferred = [](const CoverageZone& zone) {
    return zone.figures.budget && zone.figures.budget_basis == Basis::Inferred;
  };
  if (std::any_of(coverage.zones.begin(), coverage.zones.end(), inferred))
    coverage.notes.push_back(inferred_note());
}

void note_sectors(Coverage& coverage, const Aggregates& aggregates,
                  const std::vector<std::string>& funds) {
  const auto known = funds_with_budget(funds, aggregates.by_sector);
  if (known.empty())
    note(coverage, N_("Amounts by sector are not published."));
  else if (known.size() < funds.size())
    note(coverage, N_("Amounts by sector are published for {0} only."), {join(known)});
}

void note_unreported(Coverage& coverage) {
  std::vector<std::string> names;
  std::size_t zones = 0;
  for (const auto& zone : coverage.zones) {
    if (zone.filtered_out)
      continue;
    ++zones;
    if (!zone.figures.reported())
      names.push_back(zone.name);
  }
  if (!names.empty() && names.size() < zones)
    note(coverage, N_("Not reported, which is not zero: {0}."), {join(names)});
}

void note_unknown_units(Coverage& coverage, const InsideUnits& inside) {
  if (!inside.unknown().empty())
    note(coverage, N_("Not on these boundaries: {0}."), {join(inside.unknown())});
}

std::vector<std::string> zones_partly_inside(const Coverage& coverage, const InsideUnits& inside) {
  std::vector<std::string> names;
  for (std::size_t zone = 0; zone < coverage.zones.size(); ++zone)
    if (inside.zone(zone) == InsideUnits::Part::Some)
      names.push_back(coverage.zones[zone].name);
  return names;
}

}  // namespace

Message inferred_note() {
  return {N_("Budgets by region are inferred: their shares are published, but not which region has "
             "which."),
          {}};
}

Message no_budgets_note() {
  return {N_("The list has no budgets."), {}};
}

std::string amount_words(const std::string& currency, Cents amount) {
  const auto whole = static_cast<std::int64_t>(round_half_away(amount.dollars(), 0));
  const std::string number = format_integer(whole, Language::French);
  return currency.empty() ? number : number + "\u00A0" + currency;
}

void add_list_notes(Coverage& coverage, const Projects& projects, const Filter& filter) {
  note_rows(coverage);
  note_mentions(coverage);
  if (!projects.has_budgets)
    coverage.notes.push_back(no_budgets_note());
  else if (coverage.without_any_amount > 0)
    note(coverage,
         N_("Projects without a budget in the list: {0} of {1}. Amounts are those of the "
            "others."),
         {std::to_string(coverage.without_any_amount),
          std::to_string(coverage.total.projects.value_or(0))});
  note_other_currencies(coverage);
  if (!filter.sector.empty() && !projects.sector_share.empty())
    note(coverage, N_("Of budgets only the shares of the chosen sectors are counted, as the list "
                      "gives them."));
  if (coverage.coarser.projects.value_or(0) > 0)
    note(coverage,
         N_("Projects whose place is known more coarsely than the map's units stand apart."));
}

void add_unit_notes(Coverage& coverage, const InsideUnits& inside,
                    std::int64_t known_more_coarsely) {
  if (inside.all())
    return;
  note_unknown_units(coverage, inside);
  std::vector<std::string> names = zones_partly_inside(coverage, inside);
  if (!names.empty())
    note(coverage, N_("Only a part is counted of: {0}."), {join(names)});
  if (known_more_coarsely > 0)
    note(coverage,
         N_("Not counted, since their place is known more coarsely than the chosen units: {0} "
            "projects."),
         {std::to_string(known_more_coarsely)});
}

void note_units_of_aggregates(Coverage& coverage, const InsideUnits& inside) {
  note_unknown_units(coverage, inside);
  std::vector<std::string> names = zones_partly_inside(coverage, inside);
  if (!names.empty())
    note(coverage, N_("Published only as a whole, and not for the chosen units: {0}."),
         {join(names)});
  if (!coverage.total.projects && coverage.mentions > 0)
    note(coverage, N_("How many distinct projects the chosen units have is not published: a "
                      "project can lie in several."));
}

void add_aggregate_notes(Coverage& coverage, const Aggregates& aggregates, const Filter& filter) {
  note_mentions(coverage);
  const auto funds = selected_funds(aggregates, filter);
  if (narrows(filter, Dimension::Sector))
    note_sectors(coverage, aggregates, funds);
  if (const char* reason = unpublished_by_zone(filter)) {
    note(coverage, reason);
    return;
  }
  note_zone_budgets(coverage, aggregates, funds);
  note_unreported(coverage);
}

void note_zones_elsewhere(Coverage& coverage, const Aggregates& aggregates, const ZonePlan& plan) {
  std::vector<std::string> names;
  for (const auto& zone : aggregates.zones)
    if (!plan.zone_of_id.contains(zone.id))
      names.push_back(zone.name_fr);
  if (!names.empty())
    note(coverage, N_("Not on these boundaries, in the total only: {0}."), {join(names)});
}

Level level_of_figures(const Coverage& coverage) {
  std::size_t shared = 0;
  for (const CoverageZone& zone : coverage.zones)
    if (zone.units.size() > 1)
      shared += zone.units.size();
  return 2 * shared > coverage.zone_of_unit.size() ? Level::Region : coverage.level;
}

bool has_both_numbers(const Coverage& coverage) {
  return has_more_rows(coverage) || has_more_mentions(coverage);
}

std::string both_numbers(const Coverage& coverage, const Translator& tr) {
  if (!has_both_numbers(coverage))
    return {};
  const auto number = [&](std::int64_t n) { return format_integer(n, tr.language()); };
  const std::int64_t count = coverage.total.projects.value_or(0);
  // Named as the Translator's, by which the texts to translate are found.
  const auto plural = [&](const char* one, const char* many) {
    return trn(tr, one, many, count, number(count), number(coverage.mentions));
  };
  std::string text;
  if (!has_more_mentions(coverage))
    text = plural("{0} project", "{0} projects");
  else if (const Level level = level_of_figures(coverage); level == Level::Cercle)
    text = plural("{0} project, {1} cercle mentions", "{0} projects, {1} cercle mentions");
  else if (level == Level::Commune)
    text = plural("{0} project, {1} commune mentions", "{0} projects, {1} commune mentions");
  else
    text = plural("{0} project, {1} region mentions", "{0} projects, {1} region mentions");
  if (!has_more_rows(coverage))
    return text;
  const std::int64_t rows = coverage.total.rows;
  return trn(tr, "{0}, {1} row (action)", "{0}, {1} rows (actions)", rows, text, number(rows));
}

}  // namespace malimap
