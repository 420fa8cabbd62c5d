// Columns that hold their values narrowly, against plain vectors of the same.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "geo/base/column.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

using Random = std::mt19937;

/// Numbers up to a bound that is near one at which a column grows wider.
std::int32_t random_number(Random& random) {
  static const std::vector<std::int64_t> kBounds{1, 2, 254, 255, 256, 65'534, 65'535, 65'536};
  if (random() % 50 == 0)
    return static_cast<std::int32_t>(random());
  return static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(kBounds[random() % 8])) -
         1;
}

template <class List, class T>
void check_same(const List& list, const std::vector<T>& expected) {
  REQUIRE(list.size() == expected.size());
  REQUIRE(std::equal(list.begin(), list.end(), expected.begin(), expected.end()));
}

std::string random_text(Random& random, unsigned distinct) {
  std::string text = "text " + std::to_string(random() % distinct);
  return random() % 10 == 0 ? std::string() : text + std::string(random() % 20, '.');
}

void check_texts(const TextColumn& column, const std::vector<std::string>& expected) {
  REQUIRE(column.size() == expected.size());
  REQUIRE(column.empty() == expected.empty());
  std::size_t same = 0;
  for (std::size_t row = 0; row < expected.size(); ++row)
    same += column[row] == expected[row] ? 1 : 0;
  REQUIRE(same == expected.size());
}

}  // namespace

TEST_CASE("a column of numbers holds any number, however wide it has become") {
  Random random(1);
  for (int round = 0; round < 300; ++round) {
    IntColumn column;
    std::vector<std::int32_t> expected;
    const bool wide = round % 2 == 0;
    for (unsigned i = 0; i < 200; ++i) {
      const std::int32_t number = wide ? random_number(random) : static_cast<int>(random() % 3) - 1;
      switch (random() % 20) {
        case 0: {
          const std::size_t size = random() % (expected.size() + 20);
          column.resize(size, number);
          expected.resize(size, number);
          break;
        }
        case 1:
          if (!expected.empty()) {
            const std::size_t at = random() % expected.size();
            column.set(at, number);
            expected[at] = number;
          }
          break;
        case 2: {
          const IntColumn copy = column;
          column.append(copy, [](std::int32_t value) { return value / 2; });
          const std::size_t size = expected.size();
          for (std::size_t k = 0; k < size; ++k)
            expected.push_back(expected[k] / 2);
          break;
        }
        default:
          column.push_back(number);
          expected.push_back(number);
      }
      if (expected.size() > 3000)
        break;
    }
    check_same(column, expected);
    for (const std::int32_t extreme : {std::numeric_limits<std::int32_t>::max(),
                                       std::numeric_limits<std::int32_t>::min(), kMissing}) {
      column.push_back(extreme);
      expected.push_back(extreme);
    }
    column.shrink_to_fit();
    check_same(column, expected);
  }
}

TEST_CASE("numbers that are all the same take no memory, others as little as they need") {
  const auto memory_of = [](std::initializer_list<std::int32_t> values) {
    IntColumn column(values);
    column.shrink_to_fit();
    return column.memory();
  };
  CHECK(memory_of({7, 7, 7, 7}) == 0);
  CHECK(memory_of({-1, 0, 254}) == 3);
  CHECK(memory_of({-1, 255}) == 4);
  CHECK(memory_of({-1, 65'534}) == 4);
  CHECK(memory_of({-1, 65'535}) == 8);
  CHECK(IntColumn{1, 2} == IntColumn{1, 2});
  CHECK_FALSE(IntColumn{1, 2} == IntColumn{1});
}

TEST_CASE("a range of a column of numbers is walked as any list") {
  const IntColumn column{5, 6, 7, 8, 9};
  const auto middle = column.range(1, 3);
  CHECK(std::vector<int>(middle.begin(), middle.end()) == std::vector<int>{6, 7, 8});
  CHECK(middle.front() == 6);
  CHECK(middle[2] == 8);
  CHECK(*(column.begin() + 4) == 9);
  CHECK(column.end() - column.begin() == 5);
  CHECK(std::find(column.begin() + 1, column.end(), 8) - column.begin() == 3);
  CHECK(std::ranges::lower_bound(column, 7) - column.begin() == 2);
}

TEST_CASE("offsets are those of a plain vector, whatever the rows own") {
  Random random(2);
  for (int round = 0; round < 400; ++round) {
    RowOffsets offsets;
    std::vector<std::uint32_t> expected{0};
    const unsigned each = random() % 3, most = random() % 4 == 0 ? 60 : 4;
    const bool equal = round % 3 == 0, append = round % 5 == 0;
    for (unsigned row = random() % 200; row > 0; --row) {
      const unsigned count = equal || random() % 2 == 0 ? each : random() % most;
      expected.push_back(expected.back() + count);
      offsets.push_back(expected.back());
    }
    if (append) {
      const RowOffsets copy = offsets;
      offsets.append(copy);
      const std::vector<std::uint32_t> once = expected;
      for (std::size_t i = 1; i < once.size(); ++i)
        expected.push_back(once.back() + once[i]);
    }
    REQUIRE(offsets.size() == expected.size());
    CHECK(offsets.back() == expected.back());
    for (std::size_t row = 0; row < expected.size(); ++row)
      REQUIRE(offsets[row] == expected[row]);
    for (std::size_t row = 0; row + 1 < expected.size(); ++row)
      REQUIRE(offsets.count(row) == expected[row + 1] - expected[row]);
    if (equal)
      CHECK(offsets.memory() == 0);
  }
}

TEST_CASE("ends beyond what their low words hold are exact") {
  Random random(3);
  for (int round = 0; round < 100; ++round) {
    Ends<std::uint8_t> ends;
    std::vector<std::uint64_t> expected;
    std::uint64_t end = 0;
    for (int i = 0; i < 300; ++i) {
      end += random() % 100 == 0 ? random() % 2000 : random() % 20;
      ends.push_back(end);
      expected.push_back(end);
    }
    for (std::size_t i = 0; i < expected.size(); ++i)
      REQUIRE(ends[i] == expected[i]);
  }
}

TEST_CASE("texts of a column are those that were added, held once or not") {
  Random random(4);
  for (const unsigned distinct : {1U, 50U, 30'000U, 4'000'000U}) {
    TextColumn column;
    std::vector<std::string> expected;
    for (std::size_t row = 0; row < 70'000; ++row) {
      expected.push_back(random_text(random, distinct));
      column.push(expected.back());
    }
    check_texts(column, expected);
    CHECK((column.distinct() != nullptr) == (distinct <= 50));
    column.shrink_to_fit();
    column.push("one more");
    expected.emplace_back("one more");
    check_texts(column, expected);
    if (column.distinct())
      CHECK((*column.distinct())[column.id(5)] == expected[5]);
    else
      CHECK(column.texts()[5] == expected[5]);
  }
}

TEST_CASE("columns of texts are put together, whichever way each holds them") {
  Random random(5);
  for (const unsigned first : {20U, 4'000'000U})
    for (const unsigned second : {30U, 4'000'000U})
      for (const std::size_t rows : {0U, 10U, 20'000U}) {
        std::vector<TextColumn> columns(2);
        std::vector<std::string> expected;
        for (const unsigned distinct : {first, second}) {
          TextColumn& column = columns[distinct == first ? 0 : 1];
          for (std::size_t row = 0; row < (distinct == first ? 20'000 : rows); ++row) {
            expected.push_back(random_text(random, distinct));
            column.push(expected.back());
          }
          if (first == second)
            break;
        }
        columns[0].shrink_to_fit();
        columns[0].append(columns[1]);
        check_texts(columns[0], expected);
        TextColumn empty;
        empty.append(columns[0]);
        check_texts(empty, expected);
      }
}

TEST_CASE("a pool of texts that was shrunk knows its texts") {
  TextPool pool;
  std::vector<TextId> ids;
  for (int i = 0; i < 100; ++i)
    ids.push_back(pool.add("text " + std::to_string(i)));
  pool.shrink_to_fit();
  for (int i = 0; i < 100; ++i)
    CHECK(pool.add("text " + std::to_string(i)) == ids[static_cast<std::size_t>(i)]);
  CHECK(pool.add("another") == 101);
  CHECK(pool.add("") == 0);
  CHECK(pool[0].empty());
  CHECK(pool[101] == "another");
}
