#include "geo/coverage/folded_texts.h"

#include <algorithm>

#include "geo/base/text.h"

namespace malimap {
namespace {

constexpr std::size_t kAnswersKept = 2;  // one for each side of a comparison

}  // namespace

FoldedTexts::FoldedTexts(const Projects& projects) : rows_(projects.size()) {
  for (const TextColumn* texts :
       {&projects.title, &projects.notes, &projects.id, &projects.place_text})
    if (!texts->empty())
      columns_.emplace_back(*texts);
}

std::size_t FoldedTexts::memory() const {
  std::size_t bytes = 0;
  for (const FoldedColumn& column : columns_)
    bytes += column.memory();
  return bytes;
}

FoldedTexts::Rows FoldedTexts::answer_at_hand(const std::string& folded) const {
  const std::lock_guard lock(answering_);
  const auto known = std::find_if(answers_.begin(), answers_.end(),
                                  [&](const auto& answer) { return answer.first == folded; });
  return known == answers_.end() ? nullptr : known->second;
}

FoldedTexts::Rows FoldedTexts::rows_with(std::string_view words) const {
  const std::string folded = fold(words);
  if (Rows known = answer_at_hand(folded))
    return known;
  std::vector<std::uint8_t> found(rows_, folded.empty() ? 1 : 0);
  if (!folded.empty())
    for (const FoldedColumn& column : columns_)
      column.search(folded, found);
  const std::lock_guard lock(answering_);
  answers_.emplace_front(folded, snapshot(std::move(found)));
  if (answers_.size() > kAnswersKept)
    answers_.pop_back();
  return answers_.front().second;
}

}  // namespace malimap
