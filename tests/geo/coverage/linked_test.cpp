// Linked views against cover() and facets(), and both against the rules read row by row.
#include "geo/coverage/linked.h"

#include <map>

#include "geo/base/text.h"
#include "geo/projects/shares.h"
#include "tests/geo/coverage/random_lists.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

using Rows = std::vector<std::size_t>;
using Skip = std::string;  // the part of a filter that is not asked

// ------------------------------------------------------------ the rules, row by row

std::set<std::string> texts_of(const Projects& list, Dimension dimension, std::size_t row) {
  const auto multi = [&](const MultiDictionaryColumn& column) {
    std::set<std::string> texts;
    for (const Code code : column.at(row))
      texts.insert(column.dictionary.text(code));
    return texts;
  };
  const auto single = [&](const DictionaryColumn& column) {
    const std::string text(column.at(row));
    return text.empty() ? std::set<std::string>{} : std::set<std::string>{text};
  };
  switch (dimension) {
    case Dimension::Fund:
      return single(list.fund);
    case Dimension::Status:
      return single(list.status);
    case Dimension::Sector:
      return multi(list.sector);
    case Dimension::Donor:
      return multi(list.donor);
    case Dimension::Partner:
      break;
  }
  return multi(list.partner);
}

bool share_a_value(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& value) { return b.contains(value); });
}

/// Codes of what a location is known as: cercles are "R10", their regions "R1".
std::vector<std::string> known_as(const Projects& list, const Location& location) {
  std::vector<std::string> named;
  if (location.scope != Scope::Located)
    return {};
  if (location.place >= 0)
    named = list.places[static_cast<std::size_t>(location.place)].pcodes;
  if (!location.point || location.point->lon < 0 || location.point->lon >= 8)
    return named;
  const int degree = static_cast<int>(location.point->lon);
  const std::string cercle = "R" + std::to_string(degree / 2 + 1) + std::to_string(degree % 2);
  for (const auto& code : named)
    if (cercle.substr(0, code.size()) == code)
      return {cercle};
  return named.empty() ? std::vector{cercle} : named;
}

bool inside(const std::vector<std::string>& known, const std::set<std::string>& units) {
  return !known.empty() && std::all_of(known.begin(), known.end(), [&](const std::string& code) {
    return units.contains(code) || units.contains(code.substr(0, 2)) ||
           (units.contains(code + "0") && units.contains(code + "1"));
  });
}

/// The locations of a row that the filter's units leave, with their cents.
std::vector<std::pair<std::vector<std::string>, Cents>> parts_inside(const Projects& list,
                                                                     std::size_t row,
                                                                     const Filter& filter) {
  std::vector<double> shares;
  for (const auto& location : list.locations_of(row))
    shares.push_back(location.share);
  const auto amounts = split_cents(list.budget.at(row).value_or(Cents{}), shares);
  std::vector<std::pair<std::vector<std::string>, Cents>> parts;
  if (list.scope[row] == Scope::Located)
    for (std::size_t i = 0; i < amounts.size(); ++i)
      if (auto known = known_as(list, list.locations_of(row)[i]); inside(known, filter.units))
        parts.emplace_back(std::move(known), amounts[i]);
  return parts;
}

bool active_in(const Projects& list, std::size_t row, const DateRange& window) {
  const auto start = list.start.at(row), end = list.end.at(row);
  return window.empty() || (start && (!window.last || *start <= *window.last) &&
                            (!window.first || !end || *end >= *window.first));
}

bool passes(const Projects& list, std::size_t row, const Filter& filter, const Skip& skip) {
  for (const Dimension dimension : kAllDimensions) {
    if (skip == std::to_string(static_cast<int>(dimension)))
      continue;
    const auto texts = texts_of(list, dimension, row);
    const auto& wanted = values_of(filter, dimension);
    const auto except = filter.except.find(dimension);
    if ((!wanted.empty() && !share_a_value(texts, wanted)) ||
        (except != filter.except.end() && share_a_value(texts, except->second)))
      return false;
  }
  const auto budget = list.budget.at(row);
  const auto start = list.start.at(row);
  if (skip != "budget" && filter.budget.low && (!budget || *budget < *filter.budget.low))
    return false;
  if (skip != "start" && filter.start.first && (!start || *start < *filter.start.first))
    return false;
  if (skip != "active" && !active_in(list, row, filter.active))
    return false;
  const auto holds = [&](std::string_view text) {
    return fold(text).find(fold(filter.text)) != std::string::npos;
  };
  if (!holds(list.title[row]) && !holds(list.id[row]) && !holds(list.place_text[row]) &&
      !holds(list.notes_of(row)))
    return false;
  return filter.units.empty() || !parts_inside(list, row, filter).empty();
}

Rows passing(const Projects& list, const Filter& filter, const Skip& skip = "") {
  Rows rows;
  for (std::size_t row = 0; row < list.size(); ++row)
    if (passes(list, row, filter, skip))
      rows.push_back(row);
  return rows;
}

/// Distinct projects, each as many as its row that stands for most.
std::int64_t projects_of(const Dataset& data, const Rows& rows) {
  const Projects& list = *data.projects;
  const bool own = data.rows_are_projects || list.project_of_row.empty();
  std::map<std::size_t, std::int64_t> counts;
  for (const std::size_t row : rows) {
    auto& count = counts[own ? row : static_cast<std::size_t>(list.project_of_row[row])];
    count = std::max<std::int64_t>(count, list.count[row]);
  }
  std::int64_t sum = 0;
  for (const auto& [number, count] : counts)
    sum += count;
  return sum;
}

Cents budget_of(const Projects& list, const Rows& rows, const Filter& filter) {
  Cents sum;
  for (const std::size_t row : rows)
    if (filter.units.empty())
      sum += list.budget.at(row).value_or(Cents{});
    else
      for (const auto& [known, cents] : parts_inside(list, row, filter))
        sum += cents;
  return sum;
}

template <class Keep>
Rows kept(Rows rows, Keep keep) {
  std::erase_if(rows, [&](std::size_t row) { return !keep(row); });
  return rows;
}

// ------------------------------------------------------------------------- comparisons

void check_same(const Figures& a, const Figures& b) {
  CHECK(a.projects == b.projects);
  CHECK(a.budget == b.budget);
  CHECK(a.without_budget == b.without_budget);
  CHECK(a.rows == b.rows);
}

void check_same(const Coverage& a, const Coverage& b) {
  REQUIRE(a.zones.size() == b.zones.size());
  for (std::size_t z = 0; z < a.zones.size(); ++z) {
    CHECK(a.zones[z].filtered_out == b.zones[z].filtered_out);
    check_same(a.zones[z].figures, b.zones[z].figures);
  }
  check_same(a.national, b.national);
  check_same(a.unlocated, b.unlocated);
  check_same(a.outside, b.outside);
  check_same(a.coarser, b.coarser);
  check_same(a.total, b.total);
  REQUIRE(a.coarser_in.size() == b.coarser_in.size());
  for (const auto& [code, figures] : a.coarser_in)
    check_same(figures, b.coarser_in.at(code));
  CHECK(a.mentions == b.mentions);
  CHECK(a.other_currencies == b.other_currencies);
  CHECK(a.without_any_amount == b.without_any_amount);
  CHECK(a.notes.size() == b.notes.size());
}

void check_as_one_by_one(const CoverageCube& cube, const Filter& filter, const LinkedViews& views) {
  check_same(views.coverage, cover(cube, filter));
  for (const Dimension dimension : kAllDimensions) {
    const auto expected = facets(cube, dimension, filter);
    const auto& found = views.facets[static_cast<std::size_t>(dimension)];
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(found[i].value == expected[i].value);
      CHECK(found[i].selected == expected[i].selected);
      check_same(found[i].figures, expected[i].figures);
    }
  }
}

void check_coverage(const Dataset& data, const Filter& filter, const Coverage& coverage) {
  const Projects& list = *data.projects;
  const Rows rows = passing(list, filter);
  const bool shares = !list.sector_share.empty() && !filter.sector.empty();
  CHECK(coverage.total.projects == projects_of(data, rows));
  CHECK(coverage.total.rows == static_cast<std::int64_t>(rows.size()));
  CHECK(sum_of_parts(coverage) == coverage.total.budget.value_or(Cents{}));
  if (list.has_budgets && !shares)
    CHECK(coverage.total.budget.value_or(Cents{}) == budget_of(list, rows, filter));
  if (filter.units.empty())
    return;
  for (const Figures* apart : {&coverage.national, &coverage.unlocated, &coverage.outside}) {
    CHECK(apart->projects == 0);
    CHECK(apart->budget.value_or(Cents{}) == Cents{});
  }
}

/// Zones of regions under a filter of units: what lies inside and in the zone.
void check_regions(const Dataset& data, const Filter& filter, const Coverage& coverage) {
  if (filter.units.empty() || coverage.level != Level::Region)
    return;
  const Projects& list = *data.projects;
  const Rows rows = passing(list, filter);
  for (const auto& zone : coverage.zones) {
    std::set<std::string> regions;
    for (const UnitIndex unit : zone.units)
      regions.insert("R" + std::to_string(unit + 1));
    const bool any_chosen =
        std::any_of(filter.units.begin(), filter.units.end(),
                    [&](const std::string& code) { return regions.contains(code.substr(0, 2)); });
    CHECK(zone.filtered_out == !any_chosen);
    if (zone.filtered_out) {
      CHECK_FALSE(zone.figures.reported());
      continue;
    }
    Cents budget;
    const auto here = kept(rows, [&](std::size_t row) {
      bool any = false;
      for (const auto& [known, cents] : parts_inside(list, row, filter))
        if (regions.contains(known.front().substr(0, 2))) {
          any = true;
          budget += cents;
        }
      return any;
    });
    CHECK(zone.figures.projects == projects_of(data, here));
    if (list.has_budgets && (list.sector_share.empty() || filter.sector.empty()))
      CHECK(zone.figures.budget.value_or(Cents{}) == budget);
  }
}

void check_facets(const Dataset& data, const Filter& filter, const LinkedViews& views) {
  const Projects& list = *data.projects;
  for (const Dimension dimension : kAllDimensions) {
    const auto d = static_cast<std::size_t>(dimension);
    const Rows rows = passing(list, filter, std::to_string(d));
    for (const FacetValue& facet : views.facets[d]) {
      const auto with = kept(rows, [&](std::size_t row) {
        return texts_of(list, dimension, row).contains(facet.value);
      });
      CHECK(facet.figures.projects == projects_of(data, with));
      if (list.has_budgets && list.sector_share.empty())
        CHECK(facet.figures.budget.value_or(Cents{}) == budget_of(list, with, filter));
    }
  }
}

template <class T>
void check_bins(const Dataset& data, const Rows& rows, const Column<T>& column,
                const std::vector<T>& edges, const std::vector<std::int64_t>& projects) {
  if (edges.empty()) {
    CHECK(projects.empty());
    return;
  }
  REQUIRE(edges.size() == projects.size() + 1);
  CHECK(std::is_sorted(edges.begin(), edges.end()));
  for (std::size_t bin = 0; bin < projects.size(); ++bin)
    CHECK(projects[bin] == projects_of(data, kept(rows, [&](std::size_t row) {
                                         const auto value = column.at(row);
                                         return value && *value >= edges[bin] &&
                                                *value < edges[bin + 1];
                                       })));
}

/// Projects of which no row has the value.
template <class T>
std::int64_t without(const Dataset& data, const Rows& rows, const Column<T>& column) {
  const Rows with = kept(rows, [&](std::size_t row) { return column.at(row).has_value(); });
  // A project with a value counts as many as its largest row, whichever row has the value.
  const Projects& list = *data.projects;
  if (data.rows_are_projects || list.project_of_row.empty())
    return projects_of(data, rows) - projects_of(data, with);
  std::set<std::int32_t> numbers;
  for (const std::size_t row : with)
    numbers.insert(list.project_of_row[row]);
  return projects_of(data, kept(rows, [&](std::size_t row) {
                       return !numbers.contains(list.project_of_row[row]);
                     }));
}

void check_timeline(const Dataset& data, const Filter& filter, const CoverageCube& cube,
                    const Timeline& timeline) {
  const Projects& list = *data.projects;
  const Rows rows = passing(list, filter, "active");
  CHECK(timeline.without == without(data, rows, list.start));
  for (std::size_t m = 0; m + 1 < timeline.months.size(); ++m) {
    const Date first = timeline.months[m];
    const DateRange month{first, Date(first.year() / first.month() / std::chrono::last)};
    const Rows active = kept(rows, [&](std::size_t row) { return active_in(list, row, month); });
    // A row that ends before it begins is active in no month.
    const Rows real = kept(active, [&](std::size_t row) {
      return !list.end.at(row) ||
             std::pair(list.end.at(row)->year(), list.end.at(row)->month()) >=
                 std::pair(list.start.at(row)->year(), list.start.at(row)->month());
    });
    CHECK(timeline.active[m] == projects_of(data, real));
    if (list.sector_share.empty())
      CHECK(timeline.budget[m] == budget_of(list, real, filter));
    if (m % 17 == 0 && real.size() == active.size()) {
      Filter then = filter;
      then.active = month;
      CHECK(cover(cube, then).total.projects == timeline.active[m]);
    }
  }
}

}  // namespace

TEST_CASE("linked views are what each view is alone, and what the rules say row by row") {
  const auto boundaries = four_regions();
  Random random(20170614);
  for (int round = 0; round < 300; ++round) {
    INFO("round " << round);
    const auto data = random_list(random, boundaries);
    const Filter filter = random_full_filter(random);
    for (const Level level : {Level::Region, Level::Cercle}) {
      const CoverageCube cube(data, boundaries, level);
      const LinkedViews views = linked_views(cube, filter);
      check_as_one_by_one(cube, filter, views);
      check_coverage(data, filter, views.coverage);
      check_regions(data, filter, views.coverage);
      check_facets(data, filter, views);
      const Projects& list = *data.projects;
      const Rows by_budget = passing(list, filter, "budget"),
                 by_start = passing(list, filter, "start");
      check_bins(data, by_budget, list.budget, views.budget.edges, views.budget.projects);
      CHECK(views.budget.without == without(data, by_budget, list.budget));
      check_bins(data, by_start, list.start, views.start.edges, views.start.projects);
      CHECK(views.start.without == without(data, by_start, list.start));
      check_timeline(data, filter, cube, views.timeline);
    }
  }
}

TEST_CASE("two filters that part the units add up to the whole, to the cent") {
  const auto boundaries = four_regions();
  Random random(20170615);
  for (int round = 0; round < 300; ++round) {
    INFO("round " << round);
    const auto data = random_list(random, boundaries);
    Filter whole = random_full_filter(random), one = whole, other = whole;
    whole.units = {};
    one.units = other.units = {};
    for (const char* code : {"R1", "R2", "R3"})
      (random() % 2 == 0 ? one : other).units.insert(code);
    (one.units.contains("R3") ? one : other).units.insert("R4");  // reported as one with R3
    if (one.units.empty() || other.units.empty())
      continue;
    for (const Level level : {Level::Region, Level::Cercle}) {
      const CoverageCube cube(data, boundaries, level);
      const auto all = cover(cube, whole), a = cover(cube, one), b = cover(cube, other);
      const auto cents = [](const Figures& figures) { return figures.budget.value_or(Cents{}); };
      CHECK(cents(a.total) + cents(b.total) + cents(all.national) + cents(all.unlocated) +
                cents(all.outside) ==
            cents(all.total));
      for (std::size_t z = 0; z < all.zones.size(); ++z) {
        const auto& here = a.zones[z].filtered_out ? b.zones[z] : a.zones[z];
        CHECK(a.zones[z].filtered_out != b.zones[z].filtered_out);
        check_same(here.figures, all.zones[z].figures);
      }
      CHECK(*a.coarser.projects + *b.coarser.projects >= *all.coarser.projects);
      CHECK(cents(a.coarser) + cents(b.coarser) == cents(all.coarser));
    }
  }
}

TEST_CASE("what is known more coarsely stands by the unit that is known") {
  const auto boundaries = four_regions();
  const auto data = ListBuilder(boundaries)
                        .add({.cents = 100, .places = {"R10"}})
                        .add({.cents = 300, .places = {"R1", "R2"}})
                        .add({.cents = 50, .places = {"R1"}})
                        .dataset();
  const CoverageCube cube(data, boundaries, Level::Cercle);
  const auto all = cover(cube, {});
  REQUIRE(all.coarser_in.size() == 2);
  CHECK(all.coarser_in.at("R1").projects == 2);
  CHECK(all.coarser_in.at("R1").budget == Cents{200});
  CHECK(all.coarser_in.at("R2").budget == Cents{150});
  CHECK(all.coarser.projects == 2);
  Filter filter;
  filter.units = {"R1"};
  const auto region = cover(cube, filter);
  CHECK(region.total.projects == 3);
  CHECK(region.total.budget == Cents{300});
  CHECK(region.coarser_in.size() == 1);
  filter.units = {"R10"};
  const auto cercle = cover(cube, filter);
  CHECK(cercle.total.projects == 1);
  CHECK(cercle.coarser.projects == 0);
  CHECK(has_note(cercle, "known more coarsely than the chosen units: 2 projects"));
  CHECK(projects_in(cube, 0, filter) == std::vector<ProjectIndex>{0});
  filter.units = {"R1", "nowhere"};
  CHECK(has_note(cover(cube, filter), "Not on these boundaries: nowhere"));
}

TEST_CASE("lists that are long enough for several threads are counted as by one") {
  const auto boundaries = four_regions();
  Random random(7);
  for (const bool shared : {false, true}) {
    ListBuilder builder(boundaries);
    for (int i = 0; i < 60000; ++i) {
      Row row = random_row(random);
      if (shared)
        row.project = i < 30100 ? i / 3 : static_cast<int>(random() % 9000);
      builder.add(row);
    }
    const auto data = builder.dataset();
    const CoverageCube cube(data, boundaries, Level::Cercle);
    for (int round = 0; round < 4; ++round) {
      const Filter filter = random_full_filter(random);
      check_as_one_by_one(cube, filter, linked_views(cube, filter));
    }
  }
}
