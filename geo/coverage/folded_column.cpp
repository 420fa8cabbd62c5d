#include "geo/coverage/folded_column.h"

#include <string.h>  // memmem
#include <algorithm>
#include <array>

#include "geo/base/parallel.h"
#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr std::size_t kTextsWorthAThread = 20000;
constexpr std::size_t kBlock = 32;           // bytes looked at together
constexpr std::size_t kRowsTogether = 1024;  // folded while they are searched

std::size_t threads_for(std::size_t texts) {
  return std::clamp<std::size_t>(texts / kTextsWorthAThread, 1, worker_count());
}

/// Where the words (one letter at least) stand first; null: nowhere. Many bytes are held against
/// the first and the last letter at once, which compilers turn into vector instructions: two to
/// nine times as fast here as memmem, which takes letter after letter.
const char* find(std::string_view text, std::string_view words) {
  const std::size_t behind = words.size() - 1;
  if (behind == 0 || text.size() < words.size())
    return static_cast<const char*>(memmem(text.data(), text.size(), words.data(), words.size()));
  const char first = words.front(), last = words.back();
  std::size_t from = 0;
  for (; from + kBlock + behind <= text.size(); from += kBlock) {
    const char *heads = text.data() + from, *tails = heads + behind;
    unsigned char any = 0;
    for (std::size_t i = 0; i < kBlock; ++i)
      any |= static_cast<unsigned char>((heads[i] == first) & (tails[i] == last));
    for (std::size_t i = 0; any != 0 && i < kBlock; ++i)
      if (heads[i] == first && tails[i] == last &&
          memcmp(heads + i, words.data(), words.size()) == 0)
        return heads + i;
  }
  return static_cast<const char*>(
      memmem(text.data() + from, text.size() - from, words.data(), words.size()));
}

/// Calls hit(i) for each text of a buffer that holds the words. Text i, closed by a line feed, ends
/// at end_of(i).
template <class EndOf, class Hit>
void find_each(std::string_view bytes, std::size_t text, EndOf end_of, std::string_view words,
               Hit hit) {
  for (std::size_t from = 0; from < bytes.size();) {
    const char* found = find(bytes.substr(from), words);
    if (found == nullptr)
      return;
    const auto at = static_cast<std::size_t>(found - bytes.data());
    while (end_of(text) <= at)
      ++text;
    hit(text);
    from = end_of(text);
  }
}

template <class Hit>
void find_each(const TextList& texts, std::size_t first, std::size_t last, std::string_view words,
               Hit hit) {
  const std::uint64_t before = texts.begin_of(first);
  find_each(
      texts.bytes(first, last), first,
      [&](std::size_t text) { return static_cast<std::size_t>(texts.begin_of(text + 1) - before); },
      words, hit);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What each sign of ASCII folds to: itself, a small letter, or a blank for all that separates.
std::array<char, 0x80> ascii_table() {
  std::array<char, 0x80> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const std::string folded = fold(std::string(1, static_cast<char>(c)));
    table[c] = folded.empty() ? ' ' : folded[0];
  }
  return table;
}

/// Writes what fold() says of a text in ASCII, and gives where it ends. It is no longer than the
/// text.
char* fold_ascii(std::string_view text, char* out) {
  static const std::array<char, 0x80> kTable = ascii_table();
  char previous = ' ';  // blanks at the start are left out as those behind a blank are
  char* const start = out;
  for (const char c : text) {
    const char folded = kTable[static_cast<unsigned char>(c)];
    *out = folded;
    out += (folded != ' ') | (previous != ' ') ? 1 : 0;
    previous = folded;
  }
  return out != start && out[-1] == ' ' ? out - 1 : out;
}

}  // namespace

FoldedColumn::FoldedColumn(const TextColumn& texts) : texts_(&texts) {
  const TextPool* pool = texts.distinct();
  const std::size_t count = pool ? pool->size() : texts.size(), threads = threads_for(count);
  struct Part {
    TextList folded;
    std::vector<std::uint32_t> rows;
  };
  std::vector<Part> parts(threads);
  in_parallel(threads, [&](std::size_t t) {
    Part& part = parts[t];
    for (std::size_t i = count * t / threads; i < count * (t + 1) / threads; ++i) {
      const std::string_view text = pool ? (*pool)[static_cast<TextId>(i)] : texts[i];
      if (!pool && is_ascii(text))
        continue;
      part.folded.push_back(fold(text) + '\n');
      if (!pool)
        part.rows.push_back(static_cast<std::uint32_t>(i));
    }
  });
  for (Part& part : parts) {
    folded_.append(part.folded);
    append_and_free(rows_, part.rows);
    part = {};
  }
  folded_.shrink_to_fit();
  rows_.shrink_to_fit();
}

std::size_t FoldedColumn::memory() const {
  return folded_.memory() + rows_.capacity() * sizeof(rows_[0]);
}

void FoldedColumn::search(std::string_view words, std::vector<std::uint8_t>& found) const {
  if (texts_->distinct())
    return search_distinct(words, found);
  const std::size_t rows = texts_->size(), threads = threads_for(rows);
  in_parallel(threads, [&](std::size_t t) {
    search_rows(words, rows * t / threads, rows * (t + 1) / threads, found);
  });
}

void FoldedColumn::search_distinct(std::string_view words, std::vector<std::uint8_t>& found) const {
  const std::size_t rows = texts_->size(), count = folded_.size();
  std::vector<std::uint8_t> holds(count, 0);
  const std::size_t of_texts = threads_for(count), of_rows = threads_for(rows);
  in_parallel(of_texts, [&](std::size_t t) {
    find_each(folded_, count * t / of_texts, count * (t + 1) / of_texts, words,
              [&](std::size_t text) { holds[text] = 1; });
  });
  in_parallel(of_rows, [&](std::size_t t) {
    for (std::size_t row = rows * t / of_rows; row < rows * (t + 1) / of_rows; ++row)
      found[row] |= holds[texts_->id(row)];
  });
}

void FoldedColumn::search_rows(std::string_view words, std::size_t first, std::size_t last,
                               std::vector<std::uint8_t>& found) const {
  const auto from = std::lower_bound(rows_.begin(), rows_.end(), first),
             to = std::lower_bound(from, rows_.end(), last);
  find_each(folded_, static_cast<std::size_t>(from - rows_.begin()),
            static_cast<std::size_t>(to - rows_.begin()), words,
            [&](std::size_t text) { found[rows_[text]] = 1; });
  auto foreign = from;  // the next row that is held folded
  std::vector<char> bytes;
  std::array<std::size_t, kRowsTogether> ends{};
  for (std::size_t begin = first; begin < last; begin += kRowsTogether) {
    const std::size_t end = std::min(begin + kRowsTogether, last);
    bytes.resize(texts_->texts().bytes(begin, end).size() + kRowsTogether);
    char* out = bytes.data();
    for (std::size_t row = begin; row < end; ++row) {
      if (foreign != to && *foreign == row)
        ++foreign;
      else
        out = fold_ascii((*texts_)[row], out);
      *out++ = '\n';
      ends[row - begin] = static_cast<std::size_t>(out - bytes.data());
    }
    find_each(
        std::string_view(bytes.data(), ends[end - begin - 1]), 0,
        [&](std::size_t text) { return ends[text]; }, words,
        [&](std::size_t text) { found[begin + text] = 1; });
  }
}

}  // namespace malimap
