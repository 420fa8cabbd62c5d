// Rows in the order of a column. Texts are compared by the weights of their letters first, made
// once for each, and by the collator only where those are equal: accents and case decide then.

#include <unicode/coleitr.h>
#include <unicode/tblcoll.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <set>

#include "geo/base/parallel.h"
#include "geo/coverage/profile.h"

namespace malimap {
namespace {

constexpr std::int64_t kNone = INT64_MAX;  // of a rank: nothing there
/// Letters without accents and case (primary weights, UTS 10), one byte each, in the order of a
/// language's dictionary. Digits are kept together as numbers, so that P2 is before P10.
class Weights {
 public:
  explicit Weights(const icu::RuleBasedCollator& rules) {
    std::vector<std::vector<std::int32_t>> weights;
    for (UChar32 c = 0; c < kLatin; ++c)
      weights.push_back(weights_of(c, rules));
    for (UChar32 c = kSigns; c < kSignsEnd; ++c)
      weights.push_back(weights_of(c, rules));
    std::set<std::int32_t> all;
    for (const auto& letter : weights)
      all.insert(letter.begin(), letter.end());
    const std::vector<std::int32_t> order(all.begin(), all.end());
    for (const auto& letter : weights) {
      std::string& bytes = table_.emplace_back();
      for (const std::int32_t weight : letter) {
        const auto place = std::lower_bound(order.begin(), order.end(), weight) - order.begin();
        // Signs come first, then digits and letters: were there too many, signs would share one.
        const auto spare = static_cast<std::ptrdiff_t>(order.size()) - kMostWeights;
        bytes += static_cast<char>(
            1 + std::max<std::ptrdiff_t>(0, place - std::max<std::ptrdiff_t>(0, spare)));
      }
    }
  }

  /// Adds the key of a text. Letters of other scripts are behind all others, and end it: the
  /// collator decides between them.
  void add(std::string_view text, std::string& key) const {
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
      if (is_digit(text[static_cast<std::size_t>(i)])) {
        i = add_number(text, i, key);
        continue;
      }
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(text.data(), i, size, c);
      if (c < kLatin) {
        key += table_[static_cast<std::size_t>(c)];
      } else if (c >= kSigns && c < kSignsEnd) {
        key += table_[static_cast<std::size_t>(kLatin + c - kSigns)];
      } else {
        key += '\xFF';
        return;
      }
    }
  }

 private:
  static constexpr UChar32 kLatin = 0x250;                       // Latin letters, with Africa's
  static constexpr UChar32 kSigns = 0x2000, kSignsEnd = 0x2070;  // apostrophes, dashes, blanks
  static constexpr std::ptrdiff_t kMostWeights = 250;

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  static std::vector<std::int32_t> weights_of(UChar32 c, const icu::RuleBasedCollator& rules) {
    std::vector<std::int32_t> weights;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::CollationElementIterator> elements(
        rules.createCollationElementIterator(icu::UnicodeString(c)));
    for (std::int32_t element = elements->next(status);
         U_SUCCESS(status) && element != icu::CollationElementIterator::NULLORDER;
         element = elements->next(status))
      if (const std::int32_t weight = icu::CollationElementIterator::primaryOrder(element))
        weights.push_back(weight);
    return weights;
  }

  /// Where digits stand among letters, then how many there are, then they themselves.
  std::int32_t add_number(std::string_view text, std::int32_t from, std::string& key) const {
    auto end = static_cast<std::size_t>(from);
    while (end < text.size() && is_digit(text[end]))
      ++end;
    auto first = static_cast<std::size_t>(from);
    while (first + 1 < end && text[first] == '0')
      ++first;
    key += table_['0'];
    key += static_cast<char>(std::min<std::size_t>(end - first, 255));
    key += text.substr(first, end - first);
    return static_cast<std::int32_t>(end);
  }

  std::vector<std::string> table_;
};

/// Texts in the order of a language's dictionary.
class Collation {
 public:
  explicit Collation(Language language, UErrorCode status = U_ZERO_ERROR)
      : whole_(icu::Collator::createInstance(
            language == Language::French ? icu::Locale::getFrench() : icu::Locale::getEnglish(),
            status)) {
    if (U_FAILURE(status))
      return;
    if (const auto* rules = dynamic_cast<const icu::RuleBasedCollator*>(whole_.get()))
      weights_ = std::make_unique<Weights>(*rules);
    whole_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  }

  /// Where keys differ, the texts are in that order.
  void add_key(std::string_view text, std::string& key) const {
    if (weights_)
      weights_->add(text, key);
  }

  [[nodiscard]] int compare(std::string_view a, std::string_view b) const {
    if (a == b || !whole_)
      return a.compare(b);
    UErrorCode status = U_ZERO_ERROR;
    return whole_->compareUTF8({a.data(), static_cast<std::int32_t>(a.size())},
                               {b.data(), static_cast<std::int32_t>(b.size())}, status);
  }

 private:
  std::unique_ptr<icu::Collator> whole_;
  std::unique_ptr<Weights> weights_;
};

/// Bytes of a key as a number that compares like them.
std::uint64_t number_of(std::string_view key, std::size_t from) {
  std::uint64_t number = 0;
  for (std::size_t i = from; i < from + sizeof number; ++i)
    number = number << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return number;
}

/// One text to be sorted. The first sixteen letters settle most pairs without looking further.
struct Entry {
  std::uint64_t front, second;
  std::uint32_t from, size;  // of the key, among all of them
  std::uint32_t at;
};

/// The place of each text among all of them, equal ones sharing it; kNone for an empty one.
template <class Text>
std::vector<std::int64_t> ranks_of_texts(std::size_t size, Text text, Language language) {
  const Collation collation(language);
  std::string keys;
  std::vector<Entry> entries;
  entries.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::string_view one = text(i);
    if (one.empty())
      continue;
    const std::size_t from = keys.size();
    collation.add_key(one, keys);
    const std::string_view key = std::string_view(keys).substr(from);
    entries.push_back({number_of(key, 0), number_of(key, 8), static_cast<std::uint32_t>(from),
                       static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(i)});
  }
  const std::string_view all = keys;
  const auto order = [&](const Entry& a, const Entry& b) {
    if (a.front != b.front)
      return a.front < b.front ? -1 : 1;
    if (a.second != b.second)
      return a.second < b.second ? -1 : 1;
    const int whole = all.substr(a.from, a.size).compare(all.substr(b.from, b.size));
    return whole != 0 ? whole : collation.compare(text(a.at), text(b.at));
  };
  const auto before = [&](const Entry& a, const Entry& b) { return order(a, b) < 0; };
  const auto middle = entries.begin() + static_cast<std::ptrdiff_t>(entries.size() / 2);
  in_parallel(2, [&](std::size_t half) {
    half == 0 ? std::sort(entries.begin(), middle, before)
              : std::sort(middle, entries.end(), before);
  });
  std::inplace_merge(entries.begin(), middle, entries.end(), before);
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
    case ProjectColumn::Notes:
      return list.notes.empty() ? std::vector<std::int64_t>(rows.size(), kNone)
                                : by_text(rows, list.notes, language);
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
