// Rows in the order of a column. Texts are compared by a key of their beginning first, which
// settles nearly all of them, and whole by the collator only where that leaves them equal.

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <numeric>

#include "geo/coverage/profile.h"

namespace malimap {
namespace {

constexpr std::int64_t kNone = INT64_MAX;  // of a rank: nothing there
constexpr std::size_t kBeginning = 24;     // bytes of a text that its key is made of

/// Texts in the order of a language's dictionary; digits count as numbers, so that P2 is before
/// P10.
class Collation {
 public:
  Collation(Language language, UErrorCode status = U_ZERO_ERROR)
      : whole_(icu::Collator::createInstance(
            language == Language::French ? icu::Locale::getFrench() : icu::Locale::getEnglish(),
            status)) {
    if (U_FAILURE(status))
      return;
    whole_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    coarse_.reset(whole_->clone());
    coarse_->setStrength(icu::Collator::PRIMARY);
  }

  /// Of the beginning of a text, letters alone: where keys differ, the texts are in that order.
  [[nodiscard]] std::string key(std::string_view text) const {
    std::size_t end = std::min(text.size(), kBeginning);
    const auto splits = [&](std::size_t at) {
      const auto c = static_cast<unsigned char>(text[at]);
      return (c & 0xC0U) == 0x80U || (c >= '0' && c <= '9');  // inside a letter or a number
    };
    while (end < text.size() && splits(end))
      ++end;
    if (!coarse_)
      return std::string(text.substr(0, end));
    const auto start =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(end)));
    std::uint8_t bytes[256];
    const std::int32_t size = coarse_->getSortKey(start, bytes, sizeof bytes);
    return size > 0 && size <= static_cast<std::int32_t>(sizeof bytes)
               ? std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size))
               : std::string();
  }

  [[nodiscard]] int compare(std::string_view a, std::string_view b) const {
    if (!whole_)
      return a.compare(b);
    UErrorCode status = U_ZERO_ERROR;
    return whole_->compareUTF8({a.data(), static_cast<std::int32_t>(a.size())},
                               {b.data(), static_cast<std::int32_t>(b.size())}, status);
  }

 private:
  std::unique_ptr<icu::Collator> whole_, coarse_;
};

/// The place of each text among all of them, equal ones sharing it; kNone for an empty one.
template <class Text>
std::vector<std::int64_t> ranks_of_texts(std::size_t size, Text text, Language language) {
  const Collation collation(language);
  struct Entry {
    std::string key;
    std::uint32_t at;
  };
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < size; ++i)
    if (!text(i).empty())
      entries.push_back({collation.key(text(i)), static_cast<std::uint32_t>(i)});
  const auto order = [&](const Entry& a, const Entry& b) {
    const int keys = a.key.empty() || b.key.empty() ? 0 : a.key.compare(b.key);
    return keys != 0 ? keys : collation.compare(text(a.at), text(b.at));
  };
  std::sort(entries.begin(), entries.end(),
            [&](const Entry& a, const Entry& b) { return order(a, b) < 0; });
  std::vector<std::int64_t> ranks(size, kNone);
  std::int64_t next = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && order(entries[i - 1], entries[i]) != 0)
      ++next;
    ranks[entries[i].at] = next;
  }
  return ranks;
}

using Rows = std::vector<ProjectIndex>;

std::size_t at(ProjectIndex row) {
  return static_cast<std::size_t>(row);
}

std::vector<std::int64_t> by_text(const Rows& rows, const TextColumn& column, Language language) {
  return ranks_of_texts(
      rows.size(), [&](std::size_t i) { return column[at(rows[i])]; }, language);
}

/// Ranks of a dictionary's values as they are shown.
std::vector<std::int64_t> ranks_of(const Dictionary& dictionary, Dimension dimension,
                                   Language language) {
  const Translator tr(language);
  std::vector<std::string> labels;
  for (const std::string& value : dictionary.texts())
    labels.push_back(label_of(dimension, value, tr));
  return ranks_of_texts(
      labels.size(), [&](std::size_t i) { return std::string_view(labels[i]); }, language);
}

std::vector<std::int64_t> by_value(const Rows& rows, const DictionaryColumn& column,
                                   Dimension dimension, Language language) {
  const auto ranks = ranks_of(column.dictionary, dimension, language);
  std::vector<std::int64_t> keys(rows.size(), kNone);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const Code code = column.codes[at(rows[i])]; code != kMissing)
      keys[i] = ranks[static_cast<std::size_t>(code)];
  return keys;
}

/// By the first value, then the second, and so on: as the cell is read.
std::vector<std::int64_t> by_values(const Rows& rows, const MultiDictionaryColumn& column,
                                    Dimension dimension, Language language) {
  const auto ranks = ranks_of(column.dictionary, dimension, language);
  std::vector<std::uint32_t> order;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!column.at(at(rows[i])).empty())
      order.push_back(static_cast<std::uint32_t>(i));
  const auto less = [&](std::uint32_t a, std::uint32_t b) {
    const auto first = column.at(at(rows[a])), second = column.at(at(rows[b]));
    return std::lexicographical_compare(
        first.begin(), first.end(), second.begin(), second.end(), [&](Code x, Code y) {
          return ranks[static_cast<std::size_t>(x)] < ranks[static_cast<std::size_t>(y)];
        });
  };
  std::sort(order.begin(), order.end(), less);
  std::vector<std::int64_t> keys(rows.size(), kNone);
  std::int64_t next = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && less(order[i - 1], order[i]))
      ++next;
    keys[order[i]] = next;
  }
  return keys;
}

template <class T, class Number>
std::vector<std::int64_t> by_number(const Rows& rows, const Column<T>& column, Number number) {
  std::vector<std::int64_t> keys(rows.size(), kNone);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const auto value = column.at(at(rows[i])))
      keys[i] = number(*value);
  return keys;
}

std::int64_t day_of(Date date) {
  return std::chrono::sys_days(date).time_since_epoch().count();
}

/// One number a row; equal ones are kept in their order, kNone is last.
std::vector<std::int64_t> keys_of(const Rows& rows, const Projects& list, ProjectColumn column,
                                  Language language) {
  switch (column) {
    case ProjectColumn::Row:
      return {rows.begin(), rows.end()};
    case ProjectColumn::Id:
      return by_text(rows, list.id, language);
    case ProjectColumn::Title:
      return by_text(rows, list.title, language);
    case ProjectColumn::Place:
      return by_text(rows, list.place_text, language);
    case ProjectColumn::Fund:
      return by_value(rows, list.fund, Dimension::Fund, language);
    case ProjectColumn::Status:
      return by_value(rows, list.status, Dimension::Status, language);
    case ProjectColumn::Sector:
      return by_values(rows, list.sector, Dimension::Sector, language);
    case ProjectColumn::Partner:
      return by_values(rows, list.partner, Dimension::Partner, language);
    case ProjectColumn::Donor:
      return by_values(rows, list.donor, Dimension::Donor, language);
    case ProjectColumn::Budget:
      return by_number(rows, list.budget, [](Cents cents) { return cents.value; });
    case ProjectColumn::Start:
      return by_number(rows, list.start, day_of);
    case ProjectColumn::End:
      break;
  }
  return by_number(rows, list.end, day_of);
}

}  // namespace

std::vector<ProjectIndex> sorted_projects(std::vector<ProjectIndex> rows, const Projects& projects,
                                          ProjectColumn column, bool falling, Language language) {
  std::sort(rows.begin(), rows.end());
  const auto keys = keys_of(rows, projects, column, language);
  std::vector<std::pair<std::int64_t, ProjectIndex>> order;
  order.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    order.emplace_back(falling && keys[i] != kNone ? -keys[i] : keys[i], rows[i]);
  std::sort(order.begin(), order.end());  // the row itself keeps equal ones as in the list
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = order[i].second;
  return rows;
}

}  // namespace malimap
