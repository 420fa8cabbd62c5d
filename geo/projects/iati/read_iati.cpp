#include "geo/projects/iati/read_iati.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "geo/projects/cell_reports.h"
#include "geo/projects/iati/activity.h"
#include "geo/projects/iati/activity_places.h"
#include "geo/projects/iati/split.h"
#include "geo/projects/list_checks.h"
#include "geo/projects/places.h"
#include "geo/projects/population.h"
#include "geo/projects/read_counts.h"
#include "geo/projects/reporter.h"
#include "geo/projects/sectors.h"
#include "geo/projects/values.h"

namespace malimap::iati {
namespace {

Table table_of(const std::string& path, const std::vector<Activity>& activities) {
  Table table;
  table.file = path;
  table.columns = {"iati-identifier",   "title",         "sector",
                   "recipient-country", "location",      "budget",
                   "activity-status",   "activity-date", "activity-date"};
  table.numeric.assign(kWidth, false);
  table.width = kWidth;
  for (const auto& activity : activities) {
    table.numbers.push_back(activity.number);
    for (int column = 0; column < kWidth; ++column)
      table.cells.push_back(column == kId      ? std::string_view(activity.identifier)
                            : column == kTitle ? std::string_view(activity.title)
                                               : std::string_view());
  }
  return table;
}

ColumnMap columns() {
  ColumnMap map;
  map.set(Role::Id, kId);
  map.set(Role::Title, kTitle);
  map.set(Role::Sector, kSector);
  map.set(Role::Country, kCountry);
  map.set(Role::Place, kLocation);
  map.set(Role::Budget, kBudget);
  map.set(Role::Status, kStatus);
  map.set(Role::Start, kStart);
  map.set(Role::End, kEnd);
  return map;
}

class ActivityReader {
 public:
  ActivityReader(const Table& table, const ColumnMap& columns, const PlaceIndex& index,
                 const ReadOptions& options, Problems& problems)
      : columns_(columns),
        options_(options),
        reporter_(table, problems),
        places_(index, columns, projects_.places, reporter_) {
    projects_.source = std::filesystem::path(table.file).filename().string();
    projects_.has_budgets = true;
  }

  void read(const Activity& activity) {
    reporter_.row(activity.number);
    projects_.id.push(activity.identifier);
    projects_.title.push(activity.title.empty() ? activity.description : activity.title);
    projects_.notes.push(activity.title.empty() ? std::string{} : activity.description);
    projects_.row.push_back(activity.number);
    projects_.count.push_back(1);
    projects_.fund.push({});
    projects_.status.push(activity.status.empty() ? std::string{} : iati_status(activity.status));
    projects_.donor.push(activity.funding);
    projects_.partner.push(activity.implementing);
    add_dates(activity);
    add_sectors(activity);
    add_budget(activity);
    add_places(activity);
    check_project(projects_, projects_.size() - 1, columns_, reporter_);
  }

  Projects take() { return std::move(projects_); }
  ReadCounts counts;
  bool currency_named = false;

 private:
  std::optional<Date> date(const std::string& typed, int column) {
    if (typed.empty())
      return {};
    const auto role = column == kEnd ? DateRole::End : DateRole::Start;
    return date_or_report(parse_date(typed, role), typed, column, reporter_);
  }

  void add_dates(const Activity& activity) {
    const auto start = date(
        activity.actual_start.empty() ? activity.planned_start : activity.actual_start, kStart);
    const auto end =
        date(activity.actual_end.empty() ? activity.planned_end : activity.actual_end, kEnd);
    projects_.start.push(start);
    projects_.end.push(end);
  }

  void add_sectors(const Activity& activity) {
    const auto parts = sectors_of(activity);
    const Shares shares = shares_of(parts);
    if (shares.off)
      report_shares(
          reporter_,
          N_("the percentages of the sectors do not add up to 100; they were taken in proportion"),
          kSector, parts);
    auto& column = projects_.sector;
    const std::size_t from = column.codes.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string name = iati_sector(parts[i].vocabulary, parts[i].code, parts[i].name);
      if (name.empty())
        continue;
      const Code code = column.dictionary.add(name);
      const auto found = std::find(column.codes.begin() + static_cast<std::ptrdiff_t>(from),
                                   column.codes.end(), code);
      if (found != column.codes.end()) {
        projects_.sector_share[static_cast<std::size_t>(found - column.codes.begin())] +=
            shares.of[i];
        continue;
      }
      column.codes.push_back(code);
      projects_.sector_share.push_back(shares.of[i]);
    }
    column.offsets.push_back(static_cast<std::uint32_t>(column.codes.size()));
  }

  /// The amounts that make the activity's budget, by currency.
  struct Dated {
    Cents amount;
    std::string currency;
    std::optional<Date> day;
  };

  void add_value(std::vector<Dated>& to, const Value& value, const std::string& fallback_day) {
    if (value.amount.empty())
      return;
    const auto money = parse_money(value.amount, DecimalSign::Point);
    if (!money) {
      report_no_amount(value.amount, kBudget, reporter_);
      return;
    }
    std::string currency = value.currency.empty() ? money->currency : value.currency;
    currency_named = currency_named || !currency.empty();
    if (currency.empty())
      currency = options_.default_currency.empty() ? "USD" : options_.default_currency;
    to.push_back(
        {money->amount, currency, parse_date(value.date.empty() ? fallback_day : value.date).date});
  }

  std::vector<Dated> amounts_of(const Activity& activity) {
    std::vector<Dated> all;
    for (const auto& budget : activity.budgets) {
      const bool replaced =
          !budget.revised &&
          std::any_of(activity.budgets.begin(), activity.budgets.end(), [&](const Budget& other) {
            return other.revised && other.period_start == budget.period_start &&
                   other.period_end == budget.period_end;
          });
      if (!replaced)
        add_value(all, budget.value, budget.period_start);
    }
    for (const auto kind :
         {TransactionKind::OutgoingCommitment, TransactionKind::IncomingCommitment})
      if (all.empty())
        for (const auto& transaction : activity.transactions)
          if (transaction.kind == kind)
            add_value(all, transaction.value, {});
    return all;
  }

  void add_budget(const Activity& activity) {
    amounts_.clear();
    std::map<std::string, Cents>& sums = amounts_;
    Cents dollars;
    bool known = true;
    const auto all = amounts_of(activity);
    for (const auto& one : all) {
      sums[one.currency] += one.amount;
      const auto converted = one.currency == "USD"
                                 ? std::optional(one.amount)
                                 : options_.rates.to_usd(one.amount, one.currency, one.day);
      known = known && converted;
      dollars += converted.value_or(Cents{});
    }
    if (all.empty()) {
      projects_.push_money({}, {});
      projects_.currency.push({});
      return;
    }
    if (sums.size() > 1 && !known)
      reporter_.report({"several-currencies",
                        Severity::Doubtful,
                        N_("the amounts are in several currencies ({0}) and not all have a rate; "
                           "they were not added"),
                        {list_of(sums)}},
                       kBudget);
    // In one currency the amount is exact; in several only their value in dollars is one amount.
    const bool one = sums.size() == 1;
    projects_.push_money(known ? std::optional(dollars) : std::nullopt,
                         one     ? std::optional(sums.begin()->second)
                         : known ? std::optional(dollars)
                                 : std::nullopt);
    projects_.currency.push(one ? sums.begin()->first : known ? "USD" : "");
    if (!one && known)
      amounts_ = {{"USD", dollars}};
  }

  static std::string list_of(const std::map<std::string, Cents>& sums) {
    std::string text;
    for (const auto& [currency, sum] : sums)
      text += (text.empty() ? "" : ", ") + currency;
    return text;
  }

  void add_places(const Activity& activity) {
    auto placed = places_.divide(activity);
    const auto has = [&](Scope scope) {
      return std::any_of(placed.begin(), placed.end(),
                         [&](const Location& l) { return l.scope == scope; });
    };
    const Scope scope = has(Scope::Located)    ? Scope::Located
                        : has(Scope::National) ? Scope::National
                        : has(Scope::Outside)  ? Scope::Outside
                                               : Scope::Unlocated;
    // A row that is in one piece needs no locations to say so.
    if (scope != Scope::Located && placed.size() <= 1)
      placed.clear();
    projects_.scope.push_back(scope);
    projects_.locations.append(placed);
    projects_.location_offsets.push_back(static_cast<std::uint32_t>(projects_.locations.size()));
    std::string typed;
    for (const auto& location : activity.locations)
      if (!location.name.empty())
        typed += (typed.empty() ? "" : "; ") + location.name;
    projects_.place_text.push(typed);
    count(scope);
  }

  void count(Scope scope) {
    ++counts.read;
    ++rows_of(counts, scope);
    for (const auto& [currency, sum] : amounts_) {
      ReadAmounts& to = counts.amounts[currency];
      to.read += sum;
      part_of(to, scope) += sum;
    }
  }

  const ColumnMap& columns_;
  const ReadOptions& options_;
  Projects projects_;
  Reporter reporter_;
  ActivityPlaces places_;
  std::map<std::string, Cents> amounts_;  // of the activity being read
};

/// A parent's budget often is the sum of its parts'.
void report_parents(const std::vector<Activity>& activities, Reporter& reporter) {
  std::map<std::string, std::int64_t> parts;
  for (const auto& activity : activities)
    for (const auto& parent : activity.parents)
      ++parts[parent];
  for (const auto& activity : activities) {
    const auto found = parts.find(activity.identifier);
    if (found == parts.end() || (activity.budgets.empty() && activity.transactions.empty()))
      continue;
    reporter.row(activity.number);
    reporter.report({"parent-and-parts",
                     Severity::Doubtful,
                     N_("{0} activities of this file say that they are parts of this one: is its "
                        "budget theirs? all were counted"),
                     {std::to_string(found->second)},
                     activity.identifier},
                    kId);
  }
}

}  // namespace

Result<Dataset> read_iati(const std::string& path, const Boundaries& boundaries,
                          const ReadOptions& options, Problems& problems, Progress* progress) {
  const auto activities = read_activities(path, options.language);
  if (!activities)
    return tl::make_unexpected(activities.error());
  const Table table = table_of(path, *activities);
  const ColumnMap map = columns();
  const PlaceIndex index(boundaries, options, problems);
  ActivityReader reader(table, map, index, options, problems);
  for (const auto& activity : *activities) {
    if (progress != nullptr && activity.number % 256 == 0) {
      if (progress->cancelled())
        return failure({N_("reading was cancelled"), {}}, {path, {}, {}, {}});
      progress->set(static_cast<double>(activity.number) / static_cast<double>(activities->size()));
    }
    reader.read(activity);
  }
  Dataset dataset;
  dataset.counts = std::move(reader.counts);
  const auto named = reader.currency_named ? CurrencyNamed::Yes : CurrencyNamed::No;
  Projects projects = reader.take();
  Reporter reporter(table, problems);
  report_parents(*activities, reporter);
  check_list(projects, dataset.counts, table, map, options, named, reporter);
  dataset.projects = snapshot(std::move(projects));
  dataset.rows_are_projects = options.rows_are_projects;
  add_population(dataset, Crosswalk(boundaries), boundaries);
  return dataset;
}

}  // namespace malimap::iati
