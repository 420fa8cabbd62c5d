// Texts are compared by the weights of their letters first, made once for each, and by the collator
// only where those are equal: accents and case decide then.

#include "geo/coverage/text_ranks.h"

#include <unicode/coleitr.h>
#include <unicode/tblcoll.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "geo/base/parallel.h"

namespace malimap {
namespace {

constexpr std::size_t kWorthAThread = 4000;  // texts

/// Letters without accents and case (primary weights, UTS 10) as bytes in the order of a language's
/// dictionary. Digits are kept together as numbers, so that P2 is before P10.
class Weights {
 public:
  explicit Weights(const icu::RuleBasedCollator& rules) {
    std::vector<std::vector<std::int32_t>> weights;
    for (UChar32 c = 0; c < kLatin; ++c)
      weights.push_back(weights_of(c, rules));
    for (UChar32 c = kSigns; c < kSignsEnd; ++c)
      weights.push_back(weights_of(c, rules));
    const auto codes = codes_of(weights);
    for (const auto& letter : weights) {
      std::string& bytes = table_.emplace_back();
      for (const std::int32_t weight : letter)
        bytes += codes.at(weight);
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
  static constexpr UChar32 kCommon = 0x100;                      // one byte each
  static constexpr UChar32 kLatin = 0x2B0;                       // Latin letters, with Africa's
  static constexpr UChar32 kSigns = 0x2000, kSignsEnd = 0x2070;  // apostrophes, dashes, blanks

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  /// Bytes that compare like the weights. Those of common letters have one; what lies between two
  /// of these shares a first byte and is told apart by a second.
  static std::map<std::int32_t, std::string> codes_of(
      const std::vector<std::vector<std::int32_t>>& weights) {
    std::map<std::int32_t, bool> is_common;  // of every weight
    for (std::size_t letter = 0; letter < weights.size(); ++letter)
      for (const std::int32_t weight : weights[letter])
        is_common.try_emplace(weight, false).first->second |= letter < kCommon;
    std::map<std::int32_t, std::string> codes;
    int first = 0, second = 0;
    for (const auto& [weight, alone] : is_common) {
      if (alone || second == 0)
        ++first;
      second = alone ? 0 : second + 1;
      std::string& code = codes[weight];
      code += static_cast<char>(first);
      if (!alone)
        code += static_cast<char>(second);
    }
    return codes;
  }

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

std::vector<Entry> entries_of(std::span<const std::string_view> texts, const Collation& collation,
                              std::string& keys) {
  std::vector<Entry> entries;
  entries.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].empty())
      continue;
    const std::size_t from = keys.size();
    collation.add_key(texts[i], keys);
    const std::string_view key = std::string_view(keys).substr(from);
    entries.push_back({number_of(key, 0), number_of(key, 8), static_cast<std::uint32_t>(from),
                       static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(i)});
  }
  return entries;
}

}  // namespace

std::vector<std::uint32_t> ranks_of_texts(std::span<const std::string_view> texts,
                                          Language language) {
  const Collation collation(language);
  std::string keys;
  std::vector<Entry> entries = entries_of(texts, collation, keys);
  const std::string_view all = keys;
  const auto order = [&](const Entry& a, const Entry& b) {
    if (a.front != b.front)
      return a.front < b.front ? -1 : 1;
    if (a.second != b.second)
      return a.second < b.second ? -1 : 1;
    const int whole = all.substr(a.from, a.size).compare(all.substr(b.from, b.size));
    return whole != 0 ? whole : collation.compare(texts[a.at], texts[b.at]);
  };
  const auto before = [&](const Entry& a, const Entry& b) { return order(a, b) < 0; };
  if (entries.size() < kWorthAThread) {
    std::sort(entries.begin(), entries.end(), before);
  } else {
    const auto middle = entries.begin() + static_cast<std::ptrdiff_t>(entries.size() / 2);
    in_parallel(2, [&](std::size_t half) {
      half == 0 ? std::sort(entries.begin(), middle, before)
                : std::sort(middle, entries.end(), before);
    });
    std::inplace_merge(entries.begin(), middle, entries.end(), before);
  }
  std::vector<std::uint32_t> ranks(texts.size(), kNoRank);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && order(entries[i - 1], entries[i]) != 0)
      ++next;
    ranks[entries[i].at] = next;
  }
  return ranks;
}

}  // namespace malimap
