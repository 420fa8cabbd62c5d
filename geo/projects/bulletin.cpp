// The bulletin's embedded figures laid over the boundaries in use.

#include <charconv>
#include <cmath>

#include "geo/base/text.h"
#include "geo/projects/crosswalk.h"
#include "geo/projects/dataset.h"
#include "geo/projects/place_book.h"
#include "geo/projects/population.h"
#include "geo/projects/shares.h"
#include "geo/projects/tables/embedded_table.h"
#include "geo/projects/values.h"

namespace malimap {
namespace {

constexpr const char* kSource = "MINUSMA, Stabilisation & Relèvement, bulletin mensuel";

std::optional<std::int64_t> integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value)
                                                                  : std::nullopt;
}

double decimal(std::string_view text) {
  const auto money = parse_amount(text, DecimalSign::Point);
  return money ? money->dollars() : 0;
}

std::optional<Cents> dollars(std::string_view text) {
  return parse_amount(text, DecimalSign::Point);
}

Basis basis_of(std::string_view word) {
  return word == "published" ? Basis::Published : Basis::Inferred;
}

/// Where a group of the bulletin lies: a reporting zone, or a unit of 2012.
CoveredPlace place_of_group(const Crosswalk& crosswalk, const Boundaries& boundaries,
                            const std::string& group) {
  CoveredPlace place;
  place.code = zone_id(group);
  place.name_fr = place.name_en = group;
  if (!crosswalk.fits())
    return place;
  place.units = crosswalk.units_of_2012(group);
  if (place.units.empty()) {
    const auto zone = crosswalk.find(group);
    if (!zone)
      return place;
    place = *zone;
  }
  const auto& regions = boundaries.layer(Level::Region)->units;
  if (place.units.size() == 1)
    place.code = regions[static_cast<std::size_t>(place.units[0])].pcode;
  return place;
}

ReportingZone zone_of(const CoveredPlace& place, const Boundaries& boundaries) {
  ReportingZone zone{place.code, place.name_fr, place.name_en, {}};
  for (UnitIndex unit : place.units)
    zone.pcodes.push_back(
        boundaries.layer(Level::Region)->units[static_cast<std::size_t>(unit)].pcode);
  return zone;
}

ZoneFigure& figure_of(Aggregates& aggregates, const std::string& zone, const std::string& fund) {
  for (auto& figure : aggregates.by_zone)
    if (figure.zone == zone && figure.fund == fund)
      return figure;
  aggregates.by_zone.push_back({zone, fund, {}, {}, Basis::Published, Basis::Published});
  return aggregates.by_zone.back();
}

void remember_zone(Aggregates& aggregates, const ReportingZone& zone) {
  for (const auto& known : aggregates.zones)
    if (known.id == zone.id)
      return;
  aggregates.zones.push_back(zone);
}

/// Amounts from shares of a total: exact to the cent when the shares of a fund add up to 100, else
/// each rounded by itself.
std::vector<Cents> amounts_of(const Table& table, std::string_view fund) {
  std::vector<double> percents;
  Cents total;
  double sum = 0;
  for (std::size_t row = 0; row < table.size(); ++row)
    if (table.text(row, "fund") == fund) {
      percents.push_back(decimal(table.text(row, "share_percent")));
      sum += percents.back();
      total = dollars(table.text(row, "total_usd")).value_or(Cents{});
    }
  if (std::abs(sum - 100) < 1e-9)
    return split_cents(total, percents);
  std::vector<Cents> amounts;
  amounts.reserve(percents.size());
  for (double percent : percents)
    amounts.push_back(cents_of_dollars(total.dollars() * percent / 100));
  return amounts;
}

void add_counts(Aggregates& aggregates, const Crosswalk& crosswalk, const Boundaries& boundaries) {
  const Table table = embedded_table("bulletin/region_counts.csv");
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto zone =
        zone_of(place_of_group(crosswalk, boundaries, std::string(table.text(row, "region_group"))),
                boundaries);
    remember_zone(aggregates, zone);
    auto& figure = figure_of(aggregates, zone.id, std::string(table.text(row, "fund")));
    figure.projects = integer(table.text(row, "projects"));
    figure.projects_basis = basis_of(table.text(row, "basis"));
  }
}

void add_region_budgets(Aggregates& aggregates, const Crosswalk& crosswalk,
                        const Boundaries& boundaries) {
  const Table table = embedded_table("bulletin/region_budgets.csv");
  for (const auto& fund : aggregates.funds) {
    const auto amounts = amounts_of(table, fund);
    std::size_t next = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
      if (table.text(row, "fund") != fund)
        continue;
      const auto zone = zone_of(
          place_of_group(crosswalk, boundaries, std::string(table.text(row, "region_group"))),
          boundaries);
      remember_zone(aggregates, zone);
      auto& figure = figure_of(aggregates, zone.id, fund);
      figure.budget = amounts[next++];
      figure.budget_basis = basis_of(table.text(row, "basis"));
    }
  }
}

void add_sector_budgets(Aggregates& aggregates) {
  const Table table = embedded_table("bulletin/sector_budgets.csv");
  for (const auto& fund : aggregates.funds) {
    const auto amounts = amounts_of(table, fund);
    std::size_t next = 0;
    for (std::size_t row = 0; row < table.size(); ++row)
      if (table.text(row, "fund") == fund)
        aggregates.by_sector.push_back({std::string(table.text(row, "sector_fr")),
                                        std::string(table.text(row, "sector_en")), fund,
                                        decimal(table.text(row, "share_percent")) / 100,
                                        amounts[next++], basis_of(table.text(row, "basis"))});
  }
}

void add_key_figures(Aggregates& aggregates) {
  const Table table = embedded_table("bulletin/key_figures.csv");
  for (std::size_t row = 0; row < table.size(); ++row) {
    KeyFigure figure{
        std::string(table.text(row, "as_of")),  std::string(table.text(row, "fund")),
        std::string(table.text(row, "source")), integer(table.text(row, "projects_total")),
        integer(table.text(row, "completed")),  integer(table.text(row, "ongoing")),
        integer(table.text(row, "approved")),   dollars(table.text(row, "budget_usd")),
        dollars(table.text(row, "cost_usd"))};
    aggregates.series.push_back(figure);
    if (figure.as_of == aggregates.as_of) {
      aggregates.funds.push_back(figure.fund);
      aggregates.key_figures.push_back(std::move(figure));
    }
  }
}

/// A fund whose projects are all described one by one has its status counts from them.
void derive_status(Aggregates& aggregates, const Projects& projects) {
  for (auto& figure : aggregates.key_figures) {
    std::int64_t listed = 0, completed = 0, ongoing = 0;
    for (std::size_t i = 0; i < projects.size(); ++i) {
      if (projects.fund.at(i) != figure.fund)
        continue;
      listed += projects.count[i];
      completed += projects.status.at(i) == "completed" ? projects.count[i] : 0;
      ongoing += projects.status.at(i) == "ongoing" ? projects.count[i] : 0;
    }
    if (listed == figure.projects && completed + ongoing == listed && !figure.completed &&
        !figure.ongoing) {
      figure.completed = completed;
      figure.ongoing = ongoing;
    }
  }
}

/// The as-of date of the figures: the issue that the counts per region come from.
std::string as_of_counts() {
  const Table table = embedded_table("bulletin/region_counts.csv");
  return table.size() == 0 ? std::string{} : std::string(table.text(0, "as_of"));
}

Projects described_projects(const Crosswalk& crosswalk, const Boundaries& boundaries,
                            const std::string& as_of) {
  const Table table = embedded_table("bulletin/projects.csv");
  Projects projects;
  projects.source = kSource;
  projects.as_of = as_of;
  projects.has_budgets = true;
  PlaceBook places(projects.places);
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto text = [&](std::string_view name) { return std::string(table.text(row, name)); };
    projects.id.push(text("id"));
    projects.title.push(text("title_fr"));
    projects.place_text.push(text("place").empty() ? text("region_group") : text("place"));
    projects.row.push_back(table.number(row));
    projects.fund.push(text("fund"));
    projects.status.push(text("status"));
    projects.sector.push(split(text("sector_fr"), ";"));
    projects.donor.push(split(text("donor"), ";"));
    projects.partner.push(split(text("partner"), ";"));
    projects.count.push_back(static_cast<std::int32_t>(integer(text("project_count")).value_or(1)));
    projects.push_money(dollars(text("budget_usd")), dollars(text("budget_usd")));
    projects.currency.push(text("budget_usd").empty() ? "" : "USD");
    projects.start.push(parse_iso_date(text("start")));
    projects.end.push({});

    std::optional<LonLat> point;
    if (!text("lon").empty() && !text("lat").empty())
      point =
          LonLat{decimal_number(text("lon")).value_or(0), decimal_number(text("lat")).value_or(0)};
    const auto groups = split(text("region_group"), ";");
    std::vector<Location> placed;
    for (const auto& group : groups) {
      const auto place = place_of_group(crosswalk, boundaries, group);
      if (place.units.empty())
        continue;
      Location location;
      location.point = groups.size() == 1 ? point : std::nullopt;
      location.place = places.add(place, boundaries);
      placed.push_back(location);
    }
    for (Location& location : placed)
      location.share = 1.0 / static_cast<double>(placed.size());
    projects.locations.append(placed);
    projects.location_offsets.push_back(static_cast<std::uint32_t>(projects.locations.size()));
    // On boundaries of another country the places are known and lie elsewhere.
    projects.scope.push_back(!placed.empty() ? Scope::Located : Scope::Outside);
  }
  return projects;
}

ReadCounts counts_of(const Projects& projects) {
  ReadCounts counts;
  counts.read = static_cast<std::int64_t>(projects.size());
  for (Scope scope : projects.scope)
    ++(scope == Scope::Located ? counts.used : counts.outside);
  return counts;
}

}  // namespace

Dataset embedded_dataset(const Boundaries& boundaries) {
  const Crosswalk crosswalk(boundaries);
  Aggregates aggregates;
  aggregates.source = kSource;
  aggregates.as_of = as_of_counts();
  add_key_figures(aggregates);
  add_counts(aggregates, crosswalk, boundaries);
  add_region_budgets(aggregates, crosswalk, boundaries);
  add_sector_budgets(aggregates);
  Projects projects = described_projects(crosswalk, boundaries, aggregates.as_of);
  derive_status(aggregates, projects);

  Dataset dataset;
  dataset.aggregates = snapshot(std::move(aggregates));
  dataset.counts = counts_of(projects);
  dataset.projects = snapshot(std::move(projects));
  add_population(dataset, crosswalk, boundaries);
  return dataset;
}

}  // namespace malimap
