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

TEST_CASE("texts that do not repeat are found as they fold, whatever their signs") {
  Random random(10);
  TextColumn column;
  std::vector<std::string> folded;
  const auto any_sign = [&] { return static_cast<char>(random() % 0x80); };
  for (int row = 0; row < 21'000; ++row) {
    std::string text = random() % 3 == 0 ? std::string() : std::string(1, any_sign());
    for (std::size_t letters = 20 + random() % 10; letters > 0; --letters)
      text += one_of(random, std::vector<std::string>{"a", "B", "c", " ", "-", "_", "'", "\t", "9",
                                                      std::string(1, any_sign())});
    if (random() % 5 == 0)
      text += "É" + std::string(1, any_sign());
    column.push(text);
    folded.push_back(fold(text));
  }
  REQUIRE(column.distinct() == nullptr);
  const FoldedColumn searched(column);
  CHECK(searched.memory() < 21'000 * 20);  // ASCII is not held twice
  for (int word = 0; word < 200; ++word) {
    const std::string& from = folded[random() % folded.size()];
    const std::string words = fold(from.substr(random() % from.size(), 1 + random() % 4));
    if (words.empty())
      continue;
    std::vector<std::uint8_t> found(column.size(), 0), expected;
    searched.search(words, found);
    for (const std::string& text : folded)
      expected.push_back(text.find(words) != std::string::npos ? 1 : 0);
    INFO(words);
    REQUIRE(found == expected);
  }
}

TEST_CASE("texts that repeat are searched once each") {
  Random random(11);
  TextColumn column;
  for (int row = 0; row < 50'000; ++row)
    column.push(one_of(random, std::vector<std::string>{"École", "Forage à Gao", "", "Puits"}));
  const FoldedColumn searched(column);
  CHECK(searched.memory() < 200);
  std::vector<std::uint8_t> found(column.size(), 0);
  searched.search("a g", found);
  for (std::size_t row = 0; row < column.size(); ++row)
    REQUIRE((found[row] == 1) == (column[row] == "Forage à Gao"));
}
