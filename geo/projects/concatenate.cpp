#include "geo/projects/concatenate.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "geo/projects/dataset.h"

namespace malimap {
namespace {

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

template <class T>
void append(Column<T>& to, const Column<T>& from) {
  append(to.values, from.values);
  to.present.insert(to.present.end(), from.present.begin(), from.present.end());
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

void append_codes(std::vector<Code>& to, const std::vector<Code>& from,
                  const std::vector<Code>& renamed) {
  const std::size_t before = to.size();
  to.resize(before + from.size());  // unlike reserve() it grows in steps, for part after part
  for (std::size_t i = 0; i < from.size(); ++i)
    to[before + i] = from[i] == kMissing ? kMissing : renamed[static_cast<std::size_t>(from[i])];
}

void append(DictionaryColumn& to, const DictionaryColumn& from) {
  append_codes(to.codes, from.codes, renamed(to.dictionary, from.dictionary));
}

/// Offsets count on from where `to` ends.
void append_offsets(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) {
  const std::uint32_t before = to.back();
  const std::size_t rows = to.size() - 1;
  to.resize(to.size() + from.size() - 1);
  for (std::size_t i = 1; i < from.size(); ++i)
    to[rows + i] = before + from[i];
}

void append(MultiDictionaryColumn& to, const MultiDictionaryColumn& from) {
  append_offsets(to.offsets, from.offsets);
  append_codes(to.codes, from.codes, renamed(to.dictionary, from.dictionary));
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

void append_locations(Projects& to, Projects& from) {
  const auto indices = renamed(to.places, from.places);
  append_offsets(to.location_offsets, from.location_offsets);
  for (Location& location : from.locations)
    if (location.place >= 0)
      location.place = indices[static_cast<std::size_t>(location.place)];
  append(to.locations, from.locations);
}

void number_rows(std::vector<std::int32_t>& project_of_row, std::size_t rows) {
  if (!project_of_row.empty())
    return;
  project_of_row.resize(rows);
  std::iota(project_of_row.begin(), project_of_row.end(), 0);
}

void append_project_numbers(Projects& to, Projects& from) {
  if (to.project_of_row.empty() && from.project_of_row.empty())
    return;
  number_rows(to.project_of_row, to.size());
  number_rows(from.project_of_row, from.size());
  const auto last = std::max_element(to.project_of_row.begin(), to.project_of_row.end());
  const std::int32_t next = last == to.project_of_row.end() ? 0 : *last + 1;
  for (std::int32_t& number : from.project_of_row)
    number += next;
  append(to.project_of_row, from.project_of_row);
}

void append_sectors(Projects& to, const Projects& from) {
  if (!to.sector_share.empty() || !from.sector_share.empty()) {
    constexpr double kNotGiven = std::numeric_limits<double>::quiet_NaN();
    to.sector_share.resize(to.sector.codes.size(), kNotGiven);
    append(to.sector_share, from.sector_share);
    to.sector_share.resize(to.sector.codes.size() + from.sector.codes.size(), kNotGiven);
  }
  append(to.sector, from.sector);
}

/// Lists made by hand may leave a column of values out: it is as long as the list then.
template <class T>
void fill(Column<T>& column, std::size_t rows) {
  column.values.resize(rows);
  column.present.resize(rows, false);
}

/// Notes for every row where either list has them.
void append_notes(Projects& to, const Projects& from) {
  if (to.notes.empty() && from.notes.empty())
    return;
  while (to.notes.size() < to.size())
    to.notes.push({});
  to.notes.append(from.notes);
  while (to.notes.size() < to.size() + from.size())
    to.notes.push({});
}

void fill(Projects& projects) {
  fill(projects.amount, projects.size());
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
  append_notes(to, from);
  append_project_numbers(to, from);  // while both lists still know their sizes
  append_sectors(to, from);
  append(to.fund, from.fund);
  append(to.status, from.status);
  append(to.donor, from.donor);
  append(to.partner, from.partner);
  append(to.currency, from.currency);
  to.id.append(from.id);
  to.title.append(from.title);
  to.place_text.append(from.place_text);
  append(to.row, from.row);
  append(to.count, from.count);
  append(to.budget, from.budget);
  append(to.amount, from.amount);
  append(to.start, from.start);
  append(to.end, from.end);
  append(to.scope, from.scope);
  append_locations(to, from);
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
  all.projects = snapshot(std::move(projects));
  return all;
}

}  // namespace malimap
