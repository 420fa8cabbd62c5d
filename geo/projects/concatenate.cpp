#include "geo/projects/concatenate.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "geo/base/growth.h"
#include "geo/projects/dataset.h"

namespace malimap {
namespace {

/// Each column of `from` is freed when it was appended.
template <class List>
void take(List& to, List& from) {
  to.append(from);
  from = {};
}

template <class T>
void take(Column<T>& to, Column<T>& from) {
  append_and_free(to.values, from.values);
  append_and_free(to.present, from.present);
}

/// The codes of `from` as codes of `to`: each distinct text is looked up once, however often it
/// occurs.
std::vector<Code> renamed(Dictionary& to, const Dictionary& from) {
  std::vector<Code> codes;
  codes.reserve(from.size());
  for (const auto& text : from.texts())
    codes.push_back(to.add(text));
  return codes;
}

void append_codes(Codes& to, const Codes& from, const std::vector<Code>& renamed) {
  to.append(from, [&](Code code) {
    return code == kMissing ? kMissing : renamed[static_cast<std::size_t>(code)];
  });
}

void take(DictionaryColumn& to, DictionaryColumn& from) {
  append_codes(to.codes, from.codes, renamed(to.dictionary, from.dictionary));
  from = {};
}

void take(MultiDictionaryColumn& to, MultiDictionaryColumn& from) {
  to.offsets.append(from.offsets);
  append_codes(to.codes, from.codes, renamed(to.dictionary, from.dictionary));
  from = {};
}

/// Codes of two levels can be the same in files whose codes were made up.
std::string key_of(const PlaceName& place) {
  return std::string(word_of(place.level)) + ":" + place.code;
}

/// The places of `from` as places of `to`.
std::vector<std::int32_t> renamed(std::vector<PlaceName>& to, std::vector<PlaceName>& from) {
  std::unordered_map<std::string, std::int32_t> known;
  for (std::size_t i = 0; i < to.size(); ++i)
    known.emplace(key_of(to[i]), static_cast<std::int32_t>(i));
  std::vector<std::int32_t> indices;
  indices.reserve(from.size());
  for (auto& place : from) {
    const auto [found, is_new] = known.emplace(key_of(place), static_cast<std::int32_t>(to.size()));
    if (is_new)
      to.push_back(std::move(place));
    indices.push_back(found->second);
  }
  return indices;
}

void take_locations(Projects& to, Projects& from) {
  const auto indices = renamed(to.places, from.places);
  take(to.location_offsets, from.location_offsets);
  to.locations.append(from.locations, indices);
  from.locations = {};
}

void number_rows(std::vector<std::int32_t>& project_of_row, std::size_t rows) {
  if (!project_of_row.empty())
    return;
  project_of_row.resize(rows);
  std::iota(project_of_row.begin(), project_of_row.end(), 0);
}

void take_project_numbers(Projects& to, Projects& from) {
  if (to.project_of_row.empty() && from.project_of_row.empty())
    return;
  number_rows(to.project_of_row, to.size());
  number_rows(from.project_of_row, from.size());
  const auto last = std::max_element(to.project_of_row.begin(), to.project_of_row.end());
  const std::int32_t next = last == to.project_of_row.end() ? 0 : *last + 1;
  for (std::int32_t& number : from.project_of_row)
    number += next;
  append_and_free(to.project_of_row, from.project_of_row);
}

void take_sectors(Projects& to, Projects& from) {
  if (!to.sector_share.empty() || !from.sector_share.empty()) {
    constexpr double kNotGiven = std::numeric_limits<double>::quiet_NaN();
    to.sector_share.resize(to.sector.codes.size(), kNotGiven);
    from.sector_share.resize(from.sector.codes.size(), kNotGiven);
    append_and_free(to.sector_share, from.sector_share);
  }
  take(to.sector, from.sector);
}

/// Notes for every row where either list has them.
void take_notes(Projects& to, Projects& from) {
  if (to.notes.empty() && from.notes.empty())
    return;
  for (Projects* list : {&to, &from})
    while (list->notes.size() < list->size())
      list->notes.push({});
  take(to.notes, from.notes);
}

/// Lists made by hand may leave amounts out: they are as long as the list then.
void fill(Projects& projects) {
  projects.amount.fill(projects.size(), projects.budget);
  projects.currency.codes.resize(projects.size(), kMissing);
}

void append_header(Projects& to, const Projects& from) {
  if (to.source != from.source)  // parts of one list name it once
    to.source += (to.source.empty() || from.source.empty() ? "" : ", ") + from.source;
  to.as_of = std::max(to.as_of, from.as_of);
  to.has_budgets = to.has_budgets || from.has_budgets;
}

}  // namespace

void append(Projects& to, Projects&& from) {
  if (to.size() == 0 && to.places.empty()) {
    append_header(to, from);
    from.source = to.source;
    from.as_of = to.as_of;
    from.has_budgets = to.has_budgets;
    to = std::move(from);
    return;
  }
  fill(to);
  fill(from);
  take_notes(to, from);
  take_project_numbers(to, from);  // while both lists still know their sizes
  take_sectors(to, from);
  take(to.fund, from.fund);
  take(to.status, from.status);
  take(to.donor, from.donor);
  take(to.partner, from.partner);
  take(to.currency, from.currency);
  take(to.id, from.id);
  take(to.title, from.title);
  take(to.place_text, from.place_text);
  take(to.row, from.row);
  take(to.count, from.count);
  to.amount.append(from.amount, to.budget, from.budget);  // while the budgets are as long
  from.amount = {};
  take(to.budget, from.budget);
  take(to.start, from.start);
  take(to.end, from.end);
  append_and_free(to.scope, from.scope);
  take_locations(to, from);
  append_header(to, from);
}

Dataset concatenate(std::vector<Dataset> lists) {
  if (lists.size() == 1)
    return std::move(lists.front());
  Dataset all;
  Projects projects;
  for (const auto& list : lists) {
    append(projects, Projects(*list.projects));
    all.counts += list.counts;
    all.population.insert(list.population.begin(), list.population.end());
    if (all.population_source.empty())
      all.population_source = list.population_source;
  }
  if (!lists.empty())
    all.rows_are_projects = lists.front().rows_are_projects;
  // Aggregates are left behind: what is published as sums is never added to records.
  projects.shrink_to_fit();
  all.projects = snapshot(std::move(projects));
  return all;
}

}  // namespace malimap
