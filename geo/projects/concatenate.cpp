#include <algorithm>

#include "geo/projects/dataset.h"
#include "geo/projects/place_book.h"

namespace malimap {
namespace {

void append(DictionaryColumn& to, const DictionaryColumn& from, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i)
    to.push(from.at(i));
}

void append(MultiDictionaryColumn& to, const MultiDictionaryColumn& from, std::size_t rows) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < rows; ++i) {
    texts.clear();
    for (Code code : from.at(i))
      texts.push_back(from.dictionary.text(code));
    to.push(texts);
  }
}

template <class T>
void append(Column<T>& to, const Column<T>& from) {
  to.values.insert(to.values.end(), from.values.begin(), from.values.end());
  to.present.insert(to.present.end(), from.present.begin(), from.present.end());
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void append_places(Projects& to, PlaceBook& book, const Projects& from) {
  std::vector<std::int32_t> renamed;
  for (const auto& place : from.places)
    renamed.push_back(book.add(place));
  const auto before = static_cast<std::uint32_t>(to.locations.size());
  for (auto location : from.locations) {
    if (location.place >= 0)
      location.place = renamed[static_cast<std::size_t>(location.place)];
    to.locations.push_back(location);
  }
  for (std::size_t i = 1; i < from.location_offsets.size(); ++i)
    to.location_offsets.push_back(before + from.location_offsets[i]);
}

void append(Projects& to, PlaceBook& book, const Projects& from) {
  const std::size_t rows = from.size();
  append(to.fund, from.fund, rows);
  append(to.status, from.status, rows);
  append(to.sector, from.sector, rows);
  append(to.donor, from.donor, rows);
  append(to.partner, from.partner, rows);
  append(to.id, from.id);
  append(to.title, from.title);
  append(to.place_text, from.place_text);
  append(to.row, from.row);
  append(to.count, from.count);
  append(to.budget, from.budget);
  append(to.start, from.start);
  append(to.end, from.end);
  append(to.scope, from.scope);
  append_places(to, book, from);
  to.source += (to.source.empty() || from.source.empty() ? "" : ", ") + from.source;
  to.as_of = std::max(to.as_of, from.as_of);
  to.has_budgets = to.has_budgets || from.has_budgets;
}

}  // namespace

Dataset concatenate(std::vector<Dataset> lists) {
  if (lists.size() == 1)
    return std::move(lists.front());
  Dataset all;
  Projects projects;
  PlaceBook book(projects.places);
  for (const auto& list : lists) {
    append(projects, book, *list.projects);
    all.counts.read += list.counts.read;
    all.counts.used += list.counts.used;
    all.counts.national += list.counts.national;
    all.counts.outside += list.counts.outside;
    all.counts.unlocated += list.counts.unlocated;
    all.counts.skipped += list.counts.skipped;
    all.population.insert(list.population.begin(), list.population.end());
    if (all.population_source.empty())
      all.population_source = list.population_source;
  }
  // Aggregates are left behind: what is published as sums is never added to records.
  all.projects = snapshot(std::move(projects));
  return all;
}

}  // namespace malimap
