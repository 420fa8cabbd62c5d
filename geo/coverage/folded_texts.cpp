#include "geo/coverage/folded_texts.h"

#include <string.h>  // memmem
#include <algorithm>

#include "geo/base/parallel.h"
#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr std::size_t kRowsWorthAThread = 20000;

std::size_t threads_for(std::size_t rows) {
  return std::clamp<std::size_t>(rows / kRowsWorthAThread, 1, worker_count());
}

}  // namespace

FoldedTexts::FoldedTexts(const Projects& projects) {
  const std::size_t rows = projects.size(), threads = threads_for(rows);
  std::vector<std::string> parts(threads);
  ends_.resize(rows);
  in_parallel(threads, [&](std::size_t t) {
    std::string& bytes = parts[t];
    std::string last_place, last_folded;  // the same place often comes again
    for (std::size_t row = rows * t / threads; row < rows * (t + 1) / threads; ++row) {
      if (projects.place_text[row] != last_place) {
        last_place = projects.place_text[row];
        last_folded = fold(last_place);
      }
      bytes.append(fold(projects.title[row])).append(1, '\n');
      if (!projects.notes.empty())
        bytes.append(fold(projects.notes[row])).append(1, '\n');
      bytes.append(fold(projects.id[row])).append(1, '\n');
      bytes.append(last_folded).append(1, '\n');
      ends_[row] = bytes.size();
    }
  });
  for (std::size_t t = 0; t < threads; ++t) {
    for (std::size_t row = rows * t / threads; row < rows * (t + 1) / threads; ++row)
      ends_[row] += bytes_.size();
    bytes_ += parts[t];
    parts[t] = {};
  }
}

std::vector<std::uint8_t> FoldedTexts::rows_with(std::string_view words) const {
  const std::string folded = fold(words);
  std::vector<std::uint8_t> found(ends_.size(), folded.empty() ? 1 : 0);
  if (folded.empty())
    return found;
  const std::size_t rows = ends_.size(), threads = threads_for(rows);
  in_parallel(threads, [&](std::size_t t) {
    search(folded, rows * t / threads, rows * (t + 1) / threads, found);
  });
  return found;
}

void FoldedTexts::search(std::string_view folded, std::size_t first, std::size_t last,
                         std::vector<std::uint8_t>& found) const {
  std::size_t from = first == 0 ? 0 : ends_[first - 1];
  const std::size_t end = last == 0 ? 0 : ends_[last - 1];
  for (std::size_t row = first; from < end;) {
    const void* hit = memmem(bytes_.data() + from, end - from, folded.data(), folded.size());
    if (hit == nullptr)
      return;
    const auto at = static_cast<std::size_t>(static_cast<const char*>(hit) - bytes_.data());
    while (ends_[row] <= at)
      ++row;
    found[row] = 1;
    from = ends_[row];
  }
}

}  // namespace malimap
