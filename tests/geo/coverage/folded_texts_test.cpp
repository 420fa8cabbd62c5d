// The search through a list's texts, against looking for the words text by text.

#include "geo/coverage/folded_texts.h"

#include <random>

#include "geo/base/parallel.h"
#include "geo/base/text.h"
#include "tests/geo/coverage/random_lists.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// A few letters, so that words are met, and nearly met, at every place of a block.
std::string random_text(Random& random, std::size_t longest) {
  std::string text;
  for (std::size_t letters = random() % (longest + 1); letters > 0; --letters)
    text += one_of(random, std::vector<std::string>{"a", "b", "B", "é", "e", " ", "-", "水"});
  return text;
}

Dataset random_texts(Random& random, std::size_t rows) {
  ListBuilder list(four_regions());
  if (random() % 2 == 0)
    list.with_notes();
  for (std::size_t i = 0; i < rows; ++i)
    list.add({.places = {one_of(random, kPlaces)},
              .title = random_text(random, 1 + random() % 90),
              .notes = random_text(random, 1 + random() % 40)});
  return list.dataset();
}

std::vector<std::uint8_t> found_one_by_one(const Projects& list, const std::string& words) {
  std::vector<std::uint8_t> found;
  const auto holds = [&](std::string_view text) {
    return fold(text).find(fold(words)) != std::string::npos;
  };
  for (std::size_t row = 0; row < list.size(); ++row)
    found.push_back(static_cast<std::uint8_t>(holds(list.title[row]) || holds(list.id[row]) ||
                                              holds(list.place_text[row]) ||
                                              holds(list.notes_of(row))));
  return found;
}

}  // namespace

TEST_CASE("a search finds the rows that hold the words in any of their texts") {
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    const Dataset dataset = random_texts(random, random() % 50);
    const FoldedTexts texts(*dataset.projects);
    for (int word = 0; word < 25; ++word) {
      const std::string words = word == 0 ? "R1" : random_text(random, 7);
      INFO("round " << round << ", \"" << words << "\"");
      REQUIRE(*texts.rows_with(words) == found_one_by_one(*dataset.projects, words));
    }
  }
}

TEST_CASE("a long list is searched by several threads, and by several at the same time") {
  Random random(8);
  const Dataset dataset = random_texts(random, 45'000);
  const FoldedTexts texts(*dataset.projects);
  const std::vector<std::string> words = {"a", "be", "é水a", "b b", "baba", "R40", "45000", ""};
  std::vector<int> same(words.size());
  in_parallel(words.size(), [&](std::size_t i) {
    same[i] = *texts.rows_with(words[i]) == found_one_by_one(*dataset.projects, words[i]) ? 1 : 0;
  });
  CHECK(same == std::vector<int>(words.size(), 1));
}

TEST_CASE("the same words are not searched again") {
  Random random(9);
  const Dataset dataset = random_texts(random, 20);
  const FoldedTexts texts(*dataset.projects);
  const auto answer = texts.rows_with("Éa");
  CHECK(texts.rows_with("ea") == answer);  // the snapshot itself
  CHECK(texts.rows_with("eb") != answer);
}
