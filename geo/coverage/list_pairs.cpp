#include "geo/coverage/list_pairs.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "geo/base/text.h"
#include "geo/coverage/row_order.h"

namespace malimap {
namespace {

constexpr char kBetween = '\x1f';  // of parts of a key: no text of a cell holds it

std::size_t row_of(ProjectIndex row) {
  return static_cast<std::size_t>(row);
}

std::string id_key(const ListedProjects& projects, std::size_t project) {
  for (const ProjectIndex row : projects.rows(project))
    if (const auto id = projects.list().id[row_of(row)]; !id.empty())
      return fold(id);
  return {};
}

std::string title_key(const ListedProjects& projects, std::size_t project) {
  for (const ProjectIndex row : projects.rows(project))
    if (const auto title = projects.list().title[row_of(row)]; !title.empty())
      return fold(title);
  return {};
}

/// Nothing without a title: many projects lie in one place.
std::string title_and_place_key(const ListedProjects& projects, std::size_t project) {
  std::string key = title_key(projects, project);
  if (key.empty())
    return key;
  std::vector<std::string> places;
  for (const ProjectIndex row : projects.rows(project))
    places.push_back(fold(projects.list().place_text[row_of(row)]));
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (const std::string& place : places)
    key += kBetween + place;
  return key;
}

/// As typed: spares most projects the folding, which takes most of the time.
std::string typed_key(const ListedProjects& projects, std::size_t project) {
  const auto rows = projects.rows(project);
  const std::size_t first = row_of(rows.front());
  const auto title = projects.list().title[first];
  if (title.empty() || rows.size() > 1)
    return {};
  return std::string(title) + kBetween + std::string(projects.list().place_text[first]);
}

using Key = std::function<std::string(const ListedProjects&, std::size_t)>;

/// Pairs what is left, pass by pass.
class Pairing {
 public:
  Pairing(const ListedProjects& before, const ListedProjects& after)
      : before_(before), after_(after), with_before_(before.size()), with_after_(after.size()) {}

  /// Projects of the same key. An empty key pairs nothing.
  void pass(const Key& key, bool by_title, bool only_unique = false) {
    for (auto& [text, bucket] : buckets_of(key)) {
      if (bucket.before.size() == 1 && bucket.after.size() == 1)
        join(bucket.before[0], bucket.after[0], by_title);
      else if (!only_unique && !bucket.before.empty() && !bucket.after.empty())
        sort_out(bucket, by_title);
    }
  }
  /// How many of the two lists are left that share a key with some left in the other.
  [[nodiscard]] std::pair<std::int64_t, std::int64_t> left_with(const Key& key) const {
    std::pair<std::int64_t, std::int64_t> left;
    for (const auto& [text, bucket] : buckets_of(key))
      if (!bucket.before.empty() && !bucket.after.empty()) {
        left.first += static_cast<std::int64_t>(bucket.before.size());
        left.second += static_cast<std::int64_t>(bucket.after.size());
      }
    return left;
  }
  [[nodiscard]] std::vector<ProjectPair> pairs() && {
    std::sort(pairs_.begin(), pairs_.end(),
              [](const auto& a, const auto& b) { return a.after < b.after; });
    return std::move(pairs_);
  }

 private:
  struct Bucket {
    std::vector<std::uint32_t> before, after;
  };
  using Buckets = std::unordered_map<std::string, Bucket>;

  [[nodiscard]] Buckets buckets_of(const Key& key) const {
    Buckets buckets;
    buckets.reserve(before_.size());
    for (std::size_t i = 0; i < before_.size(); ++i)
      if (!with_before_[i])
        if (std::string text = key(before_, i); !text.empty())
          buckets[std::move(text)].before.push_back(static_cast<std::uint32_t>(i));
    for (std::size_t i = 0; i < after_.size(); ++i)
      if (!with_after_[i])
        if (std::string text = key(after_, i); !text.empty())
          buckets[std::move(text)].after.push_back(static_cast<std::uint32_t>(i));
    return buckets;
  }

  void join(std::uint32_t before, std::uint32_t after, bool by_title) {
    with_before_[before] = with_after_[after] = true;
    pairs_.push_back({before, after, by_title});
  }

  /// Of several with one key: equal ones, then one that is left on each side.
  void sort_out(const Bucket& bucket, bool by_title) {
    std::unordered_map<std::string, std::vector<std::uint32_t>> equals;
    for (auto it = bucket.after.rbegin(); it != bucket.after.rend(); ++it)
      equals[content_of(after_, *it)].push_back(*it);
    std::vector<std::uint32_t> left;
    for (const std::uint32_t project : bucket.before) {
      const auto found = equals.find(content_of(before_, project));
      if (found == equals.end() || found->second.empty()) {
        left.push_back(project);
        continue;
      }
      join(project, found->second.back(), by_title);
      found->second.pop_back();
    }
    const auto is_left = [&](std::uint32_t project) { return !with_after_[project]; };
    const auto first = std::find_if(bucket.after.begin(), bucket.after.end(), is_left);
    if (left.size() == 1 && std::count_if(bucket.after.begin(), bucket.after.end(), is_left) == 1)
      join(left[0], *first, by_title);
  }

  const ListedProjects& before_;
  const ListedProjects& after_;
  std::vector<bool> with_before_, with_after_;
  std::vector<ProjectPair> pairs_;
};

bool has_ids(const ListedProjects& projects) {
  for (std::size_t row = 0; row < projects.list().size(); ++row)
    if (!projects.list().id[row].empty())
      return true;
  return projects.size() == 0;
}

void add_codes(std::string& text, const MultiDictionaryColumn& column, std::size_t row) {
  text += kBetween;
  for (const Code code : column.at(row))
    text += column.dictionary.text(code) + kBetween;
}

std::string number(std::int64_t value) {
  return std::to_string(value) + kBetween;
}

}  // namespace

ListedProjects::ListedProjects(const Dataset& dataset) : list_(dataset.projects) {
  const auto numbers = project_numbers(dataset);
  rows_.resize(list_->size());
  if (numbers.empty()) {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      rows_[row] = static_cast<ProjectIndex>(row);
      offsets_.push_back(static_cast<std::uint32_t>(row) + 1);
    }
    return;
  }
  // Numbers may come in any order; projects stand in that of their first rows.
  std::unordered_map<std::int32_t, std::uint32_t> place;
  std::vector<std::uint32_t> place_of_row;
  for (const std::int32_t project : numbers)
    place_of_row.push_back(
        place.emplace(project, static_cast<std::uint32_t>(place.size())).first->second);
  offsets_.assign(place.size() + 1, 0);
  for (const std::uint32_t at : place_of_row)
    ++offsets_[at + 1];
  for (std::size_t i = 1; i < offsets_.size(); ++i)
    offsets_[i] += offsets_[i - 1];
  std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
  for (std::size_t row = 0; row < rows_.size(); ++row)
    rows_[next[place_of_row[row]]++] = static_cast<ProjectIndex>(row);
}

std::int64_t ListedProjects::count(std::size_t project) const {
  std::int32_t most = 0;
  for (const ProjectIndex row : rows(project))
    most = std::max(most, list_->count[row_of(row)]);
  return most;
}

std::string content_of(const ListedProjects& projects, std::size_t project) {
  const Projects& list = projects.list();
  std::string text;
  for (const ProjectIndex index : projects.rows(project)) {
    const std::size_t row = row_of(index);
    for (const std::string_view part : {list.id[row], list.title[row], list.place_text[row],
                                        list.fund.at(row), list.status.at(row)})
      (text += part) += kBetween;
    for (const auto* column : {&list.sector, &list.donor, &list.partner})
      add_codes(text, *column, row);
    text += number(list.count[row]) + number(static_cast<int>(list.scope[row]));
    for (const auto& cents : {list.budget.at(row), list.amount_of(row)})
      text += cents ? number(cents->value) : "-";
    text += list.currency.at(row);
    for (const auto* column : {&list.start, &list.end})
      text += column->at(row) ? iso(*column->at(row)) : "-";
    for (const Location& location : list.locations_of(row))
      text += location.place < 0 ? std::string("-")
                                 : list.places[static_cast<std::size_t>(location.place)].code;
  }
  return text;
}

ProjectPairs pair_projects(const ListedProjects& before, const ListedProjects& after) {
  Pairing pairing(before, after);
  ProjectPairs result;
  result.without_ids = !has_ids(before) || !has_ids(after);
  const Key id_and_title = [](const ListedProjects& projects, std::size_t project) {
    std::string key = id_key(projects, project);
    return key.empty() ? key : key + kBetween + title_and_place_key(projects, project);
  };
  // The finer key first: one that is left of an id after it is the one whose title changed.
  if (!result.without_ids) {
    pairing.pass(id_key, false, true);
    pairing.pass(id_and_title, false);
    pairing.pass(id_key, false);
  }
  pairing.pass(typed_key, true, true);
  pairing.pass(title_and_place_key, true);
  if (result.without_ids)
    pairing.pass(title_key, true, true);
  pairing.pass(content_of, true);
  for (const Key& key : {Key(id_key), Key(title_and_place_key)}) {
    const auto left = pairing.left_with(key);
    result.doubles_before = std::max(result.doubles_before, left.first);
    result.doubles_after = std::max(result.doubles_after, left.second);
  }
  result.pairs = std::move(pairing).pairs();
  return result;
}

}  // namespace malimap
