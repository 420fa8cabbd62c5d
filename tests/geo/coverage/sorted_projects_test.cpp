// Rows in the order of a column, against the rule told naively: values compared two by two.

#include <unicode/coll.h>

#include <algorithm>
#include <memory>
#include <random>

#include "geo/coverage/column_ranks.h"
#include "tests/geo/coverage/random_lists.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

constexpr ProjectColumn kColumns[] = {
    ProjectColumn::Row,     ProjectColumn::Id,     ProjectColumn::Title,  ProjectColumn::Fund,
    ProjectColumn::Sector,  ProjectColumn::Status, ProjectColumn::Budget, ProjectColumn::Start,
    ProjectColumn::End,     ProjectColumn::Donor,  ProjectColumn::Place,  ProjectColumn::Notes,
    ProjectColumn::Partner,
};

/// The rule: -1, 0, 1 for rows that have something there.
class Rule {
 public:
  Rule(const Projects& list, ProjectColumn column, Language language)
      : list_(&list), column_(column), tr_(language) {
    UErrorCode status = U_ZERO_ERROR;
    collator_.reset(icu::Collator::createInstance(
        language == Language::French ? icu::Locale::getFrench() : icu::Locale::getEnglish(),
        status));
    collator_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    REQUIRE(U_SUCCESS(status));
  }

  [[nodiscard]] bool empty(std::size_t row) const {
    switch (column_) {
      case ProjectColumn::Row:
        return false;
      case ProjectColumn::Budget:
        return !list_->budget.present[row];
      case ProjectColumn::Start:
        return !list_->start.present[row];
      case ProjectColumn::End:
        return !list_->end.present[row];
      default:
        return texts(row).empty();
    }
  }
  [[nodiscard]] int compare(std::size_t a, std::size_t b) const {
    const auto numbers = [](auto x, auto y) { return x < y ? -1 : y < x ? 1 : 0; };
    switch (column_) {
      case ProjectColumn::Row:
        return numbers(a, b);
      case ProjectColumn::Budget:
        return numbers(list_->budget.values[a], list_->budget.values[b]);
      case ProjectColumn::Start:
        return numbers(list_->start.values[a], list_->start.values[b]);
      case ProjectColumn::End:
        return numbers(list_->end.values[a], list_->end.values[b]);
      default:
        break;
    }
    const auto first = texts(a), second = texts(b);
    for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
      UErrorCode status = U_ZERO_ERROR;
      if (const int order = collator_->compareUTF8(first[i], second[i], status); order != 0)
        return order;
    }
    return numbers(first.size(), second.size());
  }

 private:
  [[nodiscard]] std::vector<std::string> texts(std::size_t row) const {
    const auto one = [](std::string_view text) {
      return text.empty() ? std::vector<std::string>{} : std::vector{std::string(text)};
    };
    switch (column_) {
      case ProjectColumn::Id:
        return one(list_->id[row]);
      case ProjectColumn::Title:
        return one(list_->title[row]);
      case ProjectColumn::Place:
        return one(list_->place_text[row]);
      case ProjectColumn::Notes:
        return one(list_->notes_of(row));
      case ProjectColumn::Fund:
        return values(list_->fund.codes.range(row, 1), list_->fund.dictionary, Dimension::Fund);
      case ProjectColumn::Status:
        return values(list_->status.codes.range(row, 1), list_->status.dictionary,
                      Dimension::Status);
      case ProjectColumn::Sector:
        return values(list_->sector.at(row), list_->sector.dictionary, Dimension::Sector);
      case ProjectColumn::Donor:
        return values(list_->donor.at(row), list_->donor.dictionary, Dimension::Donor);
      default:
        return values(list_->partner.at(row), list_->partner.dictionary, Dimension::Partner);
    }
  }
  [[nodiscard]] std::vector<std::string> values(const CodeRange& codes,
                                                const Dictionary& dictionary,
                                                Dimension dimension) const {
    std::vector<std::string> values;
    for (const Code code : codes)
      if (code != kMissing)
        values.push_back(label_of(dimension, dictionary.text(code), tr_));
    return values;
  }

  const Projects* list_;
  ProjectColumn column_;
  Translator tr_;
  std::unique_ptr<icu::Collator> collator_;
};

std::vector<ProjectIndex> sorted_naively(std::vector<ProjectIndex> rows, const Rule& rule,
                                         bool falling) {
  std::sort(rows.begin(), rows.end());
  std::stable_sort(rows.begin(), rows.end(), [&](ProjectIndex a, ProjectIndex b) {
    const auto x = static_cast<std::size_t>(a), y = static_cast<std::size_t>(b);
    if (rule.empty(x) || rule.empty(y))
      return !rule.empty(x);
    return falling ? rule.compare(y, x) < 0 : rule.compare(x, y) < 0;
  });
  return rows;
}

std::string random_title(Random& random) {
  static const std::vector<std::string> kPieces = {
      "eau",     "Eau", "école", "École", "ecole", "œuvre", "oeuvre", "Projet ", "projet-",
      "d'appui", "2",   "10",    "02",    "007",   " ",     "  ",     "’",       "'",
      "–",       "(",   "Ségou", "ñ",     "ɛ",     "Ŋ",     "ç",      "n°",      "« ",
      " »",      "&",   "/",     "水",    "ɓ",     "ɔ",     "ɲ",      "a",       "A",
      "á",       "à",   "B",     "Zone",  "…",     ".",     ","};
  std::string title;
  for (std::size_t pieces = random() % 5; pieces > 0; --pieces)
    title += one_of(random, kPieces);
  return title;
}

Dataset random_titles(Random& random, const Boundaries& boundaries) {
  ListBuilder list(boundaries);
  if (random() % 2 == 0)
    list.with_notes();
  for (std::size_t i = random() % 60; i > 0; --i) {
    Row row = random_row(random);
    row.title = random_title(random);
    row.notes = random_title(random);
    if (random() % 2 == 0)
      row.cents = static_cast<std::int64_t>(random() % 7) - 3;
    for (std::size_t more = random() % 3; more > 0; --more)
      row.partners.push_back(random_title(random) + "!");
    list.add(row);
  }
  return list.dataset();
}

std::vector<ProjectIndex> some_rows(Random& random, const Projects& list) {
  std::vector<ProjectIndex> rows;
  const unsigned of = random() % 3;
  for (std::size_t row = 0; row < list.size(); ++row)
    if (random() % 3 >= of)
      rows.push_back(static_cast<ProjectIndex>(row));
  std::shuffle(rows.begin(), rows.end(), random);
  return rows;
}

}  // namespace

TEST_CASE("rows are in the order that comparing their values two by two gives") {
  const auto boundaries = four_regions();
  Random random(20);
  for (int round = 0; round < 150; ++round) {
    const Dataset dataset = random_titles(random, boundaries);
    const Projects& list = *dataset.projects;
    const std::vector<ProjectIndex> rows = some_rows(random, list);
    const Language language = round % 2 == 0 ? Language::French : Language::English;
    for (const ProjectColumn column : kColumns) {
      const Rule rule(list, column, language);
      const ColumnRanks ranks = rank_column(list, column, language);
      for (const bool falling : {false, true}) {
        INFO("round " << round << ", column " << static_cast<int>(column) << ", " << falling);
        const auto expected = sorted_naively(rows, rule, falling);
        REQUIRE(sorted_projects(rows, list, column, falling, language) == expected);
        REQUIRE(sorted_projects(rows, ranks, falling) == expected);
      }
    }
  }
}

TEST_CASE("many rows are in the same order, whichever way they are ranked") {
  const auto boundaries = four_regions();
  Random random(21);
  ListBuilder list(boundaries);
  for (int i = 0; i < 9000; ++i)  // enough for two threads, and for ranks of several digits
    list.add({.cents = static_cast<std::int64_t>(random()) * (random() % 2 == 0 ? -4001 : 97),
              .places = {"R1"},
              .title = random_title(random) + std::to_string(random() % 5000)});
  const Dataset dataset = list.dataset();
  std::vector<ProjectIndex> rows(dataset.projects->size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = static_cast<ProjectIndex>(i);
  for (const ProjectColumn column : {ProjectColumn::Title, ProjectColumn::Budget}) {
    const Rule rule(*dataset.projects, column, Language::French);
    const auto ranks = rank_column(*dataset.projects, column, Language::French);
    for (const bool falling : {false, true})
      CHECK(sorted_projects(rows, ranks, falling) == sorted_naively(rows, rule, falling));
  }
}
