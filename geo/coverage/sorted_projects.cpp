// Rows in the order of a column: first each row's rank, then a counting sort of the ranks, which
// keeps equal rows as they were.

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <string>
#include <unordered_map>

#include "geo/coverage/column_ranks.h"

namespace malimap {
namespace {

using Rows = std::vector<ProjectIndex>;
using Ranks = std::vector<std::uint32_t>;  // one a row

std::size_t at(ProjectIndex row) {
  return static_cast<std::size_t>(row);
}

/// Sorts items by an unsigned key, digit by digit from the last; equal ones keep their order.
template <class Item, class KeyOf>
void sort_by_digits(std::vector<Item>& items, std::uint64_t highest, KeyOf key_of) {
  constexpr unsigned kBits = 11;  // counts that stay in the nearest cache
  constexpr std::size_t kDigits = std::size_t{1} << kBits;
  std::vector<Item> other(items.size());
  for (unsigned shift = 0; shift < 64 && highest >> shift != 0; shift += kBits) {
    std::array<std::size_t, kDigits + 1> next{};
    const auto digit = [&](const Item& item) {
      return static_cast<std::size_t>(key_of(item) >> shift) & (kDigits - 1);
    };
    for (const Item& item : items)
      ++next[digit(item) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    for (const Item& item : items)
      other[next[digit(item)]++] = item;
    items.swap(other);
  }
}

/// Of a column that holds texts once: the ranks among all of them, so that none is compared again
/// for each row that has it.
Ranks ranks_of_distinct(const Rows& rows, const TextColumn& column, const TextPool& pool,
                        Language language) {
  std::vector<std::string_view> texts;
  texts.reserve(pool.size());
  for (TextId id = 0; id < pool.size(); ++id)
    texts.push_back(pool[id]);
  const Ranks of_text = ranks_of_texts(texts, language);
  Ranks ranks;
  ranks.reserve(rows.size());
  for (const ProjectIndex row : rows)
    ranks.push_back(of_text[column.id(at(row))]);
  return ranks;
}

Ranks ranks_of_text(const Rows& rows, const TextColumn& column, Language language) {
  if (const TextPool* pool = column.distinct(); pool && pool->size() <= rows.size())
    return ranks_of_distinct(rows, column, *pool, language);
  std::vector<std::string_view> texts;
  texts.reserve(rows.size());
  for (const ProjectIndex row : rows)
    texts.push_back(column[at(row)]);
  return ranks_of_texts(texts, language);
}

/// Of a dictionary's values as they are shown.
Ranks ranks_of_values(const Dictionary& dictionary, Dimension dimension, Language language) {
  const Translator tr(language);
  std::vector<std::string> labels;
  for (const std::string& value : dictionary.texts())
    labels.push_back(label_of(dimension, value, tr));
  return ranks_of_texts(std::vector<std::string_view>(labels.begin(), labels.end()), language);
}

Ranks ranks_of_value(const Rows& rows, const DictionaryColumn& column, Dimension dimension,
                     Language language) {
  const Ranks of_code = ranks_of_values(column.dictionary, dimension, language);
  Ranks ranks;
  ranks.reserve(rows.size());
  for (const ProjectIndex row : rows) {
    const Code code = column.codes[at(row)];
    ranks.push_back(code == kMissing ? kNoRank : of_code[static_cast<std::size_t>(code)]);
  }
  return ranks;
}

/// The distinct cells of a column of several values, numbered.
struct Cells {
  std::vector<CodeRange> cells;
  Ranks of_row;  // kNoRank: an empty cell
};

Cells cells_of(const Rows& rows, const MultiDictionaryColumn& column) {
  Cells found;
  found.of_row.reserve(rows.size());
  std::vector<std::uint32_t> of_code(column.dictionary.size(), kNoRank);
  std::unordered_map<std::string, std::uint32_t> of_codes;  // cells of several, as bytes
  std::string bytes;
  const auto number = [&](const CodeRange& cell) {
    const auto next = static_cast<std::uint32_t>(found.cells.size());
    std::uint32_t known = next;
    if (cell.size() > 1) {
      bytes.clear();
      for (const Code code : cell)
        bytes.append(reinterpret_cast<const char*>(&code), sizeof code);
      known = of_codes.try_emplace(bytes, next).first->second;
    } else if (std::uint32_t& of_one = of_code[static_cast<std::size_t>(cell[0])];
               of_one != kNoRank) {
      known = of_one;
    } else {
      of_one = next;
    }
    if (known == next)
      found.cells.push_back(cell);
    return known;
  };
  for (const ProjectIndex row : rows) {
    const auto cell = column.at(at(row));
    found.of_row.push_back(cell.empty() ? kNoRank : number(cell));
  }
  return found;
}

/// By the first value, then the second, and so on: as the cell is read.
Ranks ranks_of_several(const Rows& rows, const MultiDictionaryColumn& column, Dimension dimension,
                       Language language) {
  const Ranks of_code = ranks_of_values(column.dictionary, dimension, language);
  Cells cells = cells_of(rows, column);
  std::vector<std::uint32_t> order(cells.cells.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return std::lexicographical_compare(
        cells.cells[a].begin(), cells.cells[a].end(), cells.cells[b].begin(), cells.cells[b].end(),
        [&](Code x, Code y) {
          return of_code[static_cast<std::size_t>(x)] < of_code[static_cast<std::size_t>(y)];
        });
  };
  std::sort(order.begin(), order.end(), before);
  Ranks of_cell(order.size());
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && before(order[i - 1], order[i]))
      ++next;
    of_cell[order[i]] = next;
  }
  for (std::uint32_t& rank : cells.of_row)
    if (rank != kNoRank)
      rank = of_cell[rank];
  return std::move(cells.of_row);
}

template <class T, class Number>
Ranks ranks_of_numbers(const Rows& rows, const Column<T>& column, Number number_of) {
  struct One {
    std::uint64_t number;  // in the order of the signed ones
    std::uint32_t at;
  };
  std::vector<One> numbers;
  numbers.reserve(rows.size());
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63U;
  std::uint64_t lowest = UINT64_MAX, highest = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!column.present[at(rows[i])])
      continue;
    const std::int64_t value = number_of(column.values[at(rows[i])]);
    numbers.push_back({static_cast<std::uint64_t>(value) ^ kSign, static_cast<std::uint32_t>(i)});
    lowest = std::min(lowest, numbers.back().number);
    highest = std::max(highest, numbers.back().number);
  }
  if (!numbers.empty())
    sort_by_digits(numbers, highest - lowest, [&](const One& one) { return one.number - lowest; });
  Ranks ranks(rows.size(), kNoRank);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0 && numbers[i - 1].number != numbers[i].number)
      ++next;
    ranks[numbers[i].at] = next;
  }
  return ranks;
}

std::int64_t day_of(Date date) {
  return std::chrono::sys_days(date).time_since_epoch().count();
}

/// Of these rows alone.
Ranks ranks_of(const Rows& rows, const Projects& list, ProjectColumn column, Language language) {
  switch (column) {
    case ProjectColumn::Row:
      return {rows.begin(), rows.end()};
    case ProjectColumn::Id:
      return ranks_of_text(rows, list.id, language);
    case ProjectColumn::Title:
      return ranks_of_text(rows, list.title, language);
    case ProjectColumn::Place:
      return ranks_of_text(rows, list.place_text, language);
    case ProjectColumn::Notes:
      return list.notes.empty() ? Ranks(rows.size(), kNoRank)
                                : ranks_of_text(rows, list.notes, language);
    case ProjectColumn::Fund:
      return ranks_of_value(rows, list.fund, Dimension::Fund, language);
    case ProjectColumn::Status:
      return ranks_of_value(rows, list.status, Dimension::Status, language);
    case ProjectColumn::Sector:
      return ranks_of_several(rows, list.sector, Dimension::Sector, language);
    case ProjectColumn::Partner:
      return ranks_of_several(rows, list.partner, Dimension::Partner, language);
    case ProjectColumn::Donor:
      return ranks_of_several(rows, list.donor, Dimension::Donor, language);
    case ProjectColumn::Budget:
      return ranks_of_numbers(rows, list.budget, [](Cents cents) { return cents.value; });
    case ProjectColumn::Start:
      return ranks_of_numbers(rows, list.start, day_of);
    case ProjectColumn::End:
      break;
  }
  return ranks_of_numbers(rows, list.end, day_of);
}

/// Rows in the list's order, put in that of the ranks beside them: what has none is last either
/// way, and equal ones stay as in the list.
template <class RankOf>
Rows in_order(const Rows& rows, RankOf rank_of, bool falling) {
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const std::uint32_t rank = rank_of(i); rank != kNoRank)
      last = std::max(last, rank);
  struct One {
    std::uint32_t key;
    ProjectIndex row;
  };
  std::vector<One> order;
  order.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t rank = rank_of(i);
    order.push_back({rank == kNoRank ? last + 1 : falling ? last - rank : rank, rows[i]});
  }
  sort_by_digits(order, std::uint64_t{last} + 1, [](const One& one) { return one.key; });
  Rows sorted;
  sorted.reserve(rows.size());
  for (const One& one : order)
    sorted.push_back(one.row);
  return sorted;
}

void put_in_the_lists_order(Rows& rows) {
  if (!std::is_sorted(rows.begin(), rows.end()))
    std::sort(rows.begin(), rows.end());
}

}  // namespace

ColumnRanks rank_column(const Projects& projects, ProjectColumn column, Language language) {
  Rows all(projects.size());
  std::iota(all.begin(), all.end(), 0);
  return {ranks_of(all, projects, column, language)};
}

bool takes_long_to_rank(ProjectColumn column, std::size_t rows) {
  switch (column) {
    case ProjectColumn::Row:
      return false;
    case ProjectColumn::Id:
    case ProjectColumn::Title:
    case ProjectColumn::Place:
    case ProjectColumn::Notes:
      return rows > 3000;
    default:
      return rows > 100'000;
  }
}

std::vector<ProjectIndex> sorted_projects(std::vector<ProjectIndex> rows, const ColumnRanks& ranks,
                                          bool falling) {
  put_in_the_lists_order(rows);
  return in_order(
      rows, [&](std::size_t i) { return ranks.of_row[at(rows[i])]; }, falling);
}

std::vector<ProjectIndex> sorted_projects(std::vector<ProjectIndex> rows, const Projects& projects,
                                          ProjectColumn column, bool falling, Language language) {
  put_in_the_lists_order(rows);
  const Ranks ranks = ranks_of(rows, projects, column, language);
  return in_order(
      rows, [&](std::size_t i) { return ranks[i]; }, falling);
}

}  // namespace malimap
