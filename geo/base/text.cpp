#include "geo/base/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace malimap {
namespace {

bool is_separator(UChar32 c) {
  if (c == '_' || c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x00B4 || c == '`')
    return true;
  return u_isUWhiteSpace(c) || u_charType(c) == U_DASH_PUNCTUATION ||
         u_charType(c) == U_CONTROL_CHAR;
}

bool is_mark(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

/// Adds a folded letter, or a blank where one can stand.
void add_folded(char c, std::string& out) {
  if (c != ' ' || (!out.empty() && out.back() != ' '))
    out += c;
}

/// By ICU, letter by letter; blanks are kept.
std::string fold_any(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString source = text;
  if (U_SUCCESS(status))
    source = nfkd->normalize(text, status);
  source.foldCase();
  icu::UnicodeString out;
  for (int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1))
    if (const UChar32 c = source.char32At(i); !is_mark(c))
      out.append(is_separator(c) ? static_cast<UChar32>(' ') : c);
  std::string result;
  return out.toUTF8String(result);
}

/// The ordinary cell: Latin letters and the signs of typography. Each folds for itself, so that a
/// table of them says the same as ICU, ten times as fast.
class LatinTable {
 public:
  LatinTable() {
    for (std::size_t c = 0; c < kLatin; ++c)
      folded_[c] = fold_any(icu::UnicodeString(static_cast<UChar32>(c)));
    for (std::size_t c = 0; c < kSignCount; ++c)
      folded_[kLatin + c] = fold_any(icu::UnicodeString(static_cast<UChar32>(kSigns + c)));
  }

  /// False where the text holds anything else, or is broken.
  bool fold(std::string_view text, std::string& out) const {
    for (std::size_t i = 0; i < text.size();) {
      const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
      };
      const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
      std::size_t entry = byte(i), length = 1;
      if (entry >= 0x80) {
        if (entry >= 0xC2 && entry <= 0xC9 && follows(i + 1)) {
          entry = (entry & 0x1FU) << 6U | (byte(i + 1) & 0x3FU);
          length = 2;
        } else if (entry == 0xE2 && (byte(i + 1) & 0xFEU) == 0x80U && follows(i + 2)) {
          entry = kLatin + ((byte(i + 1) & 1U) << 6U | (byte(i + 2) & 0x3FU));
          length = 3;
        } else {
          return false;
        }
        if (length == 2 ? entry >= kLatin : entry >= kLatin + kSignCount)
          return false;
      }
      for (const char c : folded_[entry])
        add_folded(c, out);
      i += length;
    }
    return true;
  }

 private:
  static constexpr std::size_t kLatin = 0x250;                      // with Africa's letters
  static constexpr std::size_t kSigns = 0x2000, kSignCount = 0x70;  // blanks, dashes, apostrophes
  std::array<std::string, kLatin + kSignCount> folded_;
};

std::size_t blank_at_start(std::string_view text) {
  if (text.empty())
    return 0;
  const auto c = static_cast<unsigned char>(text[0]);
  if (c <= ' ' || c == 0x7f)
    return 1;
  if (c < 0x80)
    return 0;
  for (std::string_view blank : {"\u00a0", "\u202f", "\u2009", "\ufeff", "\u200b"})
    if (text.substr(0, blank.size()) == blank)
      return blank.size();
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  if (text.empty())
    return 0;
  const auto c = static_cast<unsigned char>(text.back());
  if (c <= ' ' || c == 0x7f)
    return 1;
  if (c < 0x80)
    return 0;
  for (std::string_view blank : {"\u00a0", "\u202f", "\u2009", "\ufeff", "\u200b"})
    if (text.size() >= blank.size() && text.substr(text.size() - blank.size()) == blank)
      return blank.size();
  return 0;
}

}  // namespace

std::string fold(std::string_view text) {
  static const LatinTable kTable;
  std::string out;
  out.reserve(text.size());
  if (!kTable.fold(text, out)) {
    out.clear();
    for (const char c :
         fold_any(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())})))
      add_folded(c, out);
  }
  if (!out.empty() && out.back() == ' ')
    out.pop_back();
  return out;
}

std::string_view trim(std::string_view text) {
  while (const std::size_t length = blank_at_start(text))
    text.remove_prefix(length);
  while (const std::size_t length = blank_at_end(text))
    text.remove_suffix(length);
  return text;
}

bool is_missing(std::string_view text) {
  // "-", "--", "…" and the like fold to nothing but dots.
  static constexpr std::array<std::string_view, 21> kWords{
      "na",     "n/a",   "#n/a",   "#ref!", "#value!", "#name?", "#div/0!",
      "#null!", "#num!", "<null>", "null",  "none",    "n/d",    "nd",
      "n.d.",   "n. d.", "nan",    "s.o.",  ".",       "...",    "…"};
  const std::string folded = fold(trim(text));
  return folded.empty() || std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> pieces;
  while (true) {
    const auto end = text.find_first_of(separators);
    const std::string_view piece = trim(text.substr(0, end));
    if (!piece.empty())
      pieces.emplace_back(piece);
    if (end == std::string_view::npos)
      return pieces;
    text.remove_prefix(end + 1);
  }
}

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<int32_t>(bytes.size());
  for (int32_t i = 0; i < length;) {
    const int32_t start = i;
    UChar32 c = 0;
    U8_NEXT(data, i, length, c);
    if (c < 0)
      out += "\ufffd";
    else
      out.append(
          bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t letters) {
  std::size_t at = 0, seen = 0, blank = 0;
  for (; at < text.size() && seen < letters; ++seen) {
    if (text[at] == ' ')
      blank = at;
    for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;)
      ++at;
  }
  if (at == text.size())
    return std::string(text);
  const bool ends_a_word = text[at] == ' ';
  if (!ends_a_word && blank * 3 > at * 2)
    at = blank;
  return std::string(trim(text.substr(0, at))) + "…";
}

bool collates_before(std::string_view a, std::string_view b) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale::getFrench(), status));
  if (U_FAILURE(status))
    return a < b;
  const auto order = collator->compareUTF8({a.data(), static_cast<int32_t>(a.size())},
                                           {b.data(), static_cast<int32_t>(b.size())}, status);
  return U_SUCCESS(status) && order == UCOL_LESS;
}

}  // namespace malimap
