// Rows of long texts against a reader that goes letter by letter.

#include "geo/projects/tables/text_rows.h"

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>

#include "geo/projects/csv.h"
#include "geo/projects/table.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

using Row = std::vector<std::string>;
struct NumberedRow {
  std::int64_t number = 0;
  Row cells;
  bool operator==(const NumberedRow&) const = default;
};

/// RFC 4180, one letter at a time; cells are expected without blanks around them.
std::vector<NumberedRow> read_slowly(std::string_view text, std::size_t width, const Row& header) {
  std::vector<NumberedRow> rows;
  Row row(1);
  std::int64_t number = 0;
  const auto end_row = [&] {
    ++number;
    row.resize(width);
    const bool blank = std::all_of(row.begin(), row.end(), [](auto& c) { return c.empty(); });
    for (auto& cell : row)
      cell = cell == "n/a" ? "" : cell;
    if (!blank && row != header)
      rows.push_back({number, row});
    row.assign(1, "");
  };
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      row.back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
      row.back() += c;
    } else if (c == ',') {
      row.emplace_back();
    } else if (c == '\n') {
      end_row();
    }
  }
  return rows;
}

std::string typed_cell(std::mt19937& random) {
  switch (random() % 12) {
    case 0:
      return "";
    case 1:
      return "n/a";
    case 2:
      return "\"deux\nlignes\"";
    case 3:
      return "\"dit \"\"Le Puits\"\"\"";
    case 4:
      return "\"virgule, cellule\"";
    default:
      return "texte" + std::to_string(random() % 1000);
  }
}

/// Lines of `width` cells, sometimes blank, sometimes the header again.
std::string typed_text(std::size_t bytes, const std::string& header, std::size_t width,
                       std::mt19937& random) {
  std::string text;
  while (text.size() < bytes) {
    const auto kind = random() % 40;
    if (kind == 0) {
      text += "\n";
      continue;
    }
    if (kind == 1) {
      text += header + "\n";
      continue;
    }
    for (std::size_t c = 0; c < width; ++c)
      text += (c > 0 ? "," : "") + typed_cell(random);
    text += kind == 2 ? "\r\n" : "\n";
  }
  return text;
}

const Row kHeader{"code", "titre", "lieu", "budget"};
const std::string kHeaderLine = "code,titre,lieu,budget";

NumberedRow row_of(const TextRows& rows, std::size_t row) {
  const auto cells = rows.row(row);
  return {rows.number(row), Row(cells.begin(), cells.end())};
}

const std::function<bool()> kNever = [] { return false; };

}  // namespace

TEST_CASE("rows of a text that several threads look over are those of a slow reader") {
  for (const unsigned seed : {1u, 2u, 3u}) {
    std::mt19937 random(seed);
    // Above a megabyte a thread: quoted line breaks stand where the text is parted, too.
    const std::string text = typed_text(seed * 1'200'000, kHeaderLine, 4, random);
    const RowGrammar grammar{',', 4, {{kHeader.begin(), kHeader.end()}}};
    TextSurvey survey = survey_rows(text, grammar, 4, 7, kNever, {});
    const auto expected = read_slowly(text, 4, kHeader);
    const TextRows rows(text, grammar, std::move(survey.parts), 7, {});
    REQUIRE(rows.size() == expected.size());
    bool same = true;
    for (std::size_t i = 0; i < rows.size(); ++i)
      same = same && row_of(rows, i) == NumberedRow{expected[i].number + 7, expected[i].cells};
    CHECK(same);
    // In any order, and from several threads.
    std::vector<std::jthread> threads;
    std::array<bool, 3> right{true, true, true};
    for (std::size_t t = 0; t < right.size(); ++t)
      threads.emplace_back(
          [&, t, own = std::mt19937(seed * 10 + static_cast<unsigned>(t))]() mutable {
            for (int i = 0; i < 3000; ++i) {
              const std::size_t at = own() % rows.size();
              right[t] = right[t] && row_of(rows, at).cells == expected[at].cells &&
                         rows.row_of(expected[at].number + 7) == at;
            }
          });
    threads.clear();
    CHECK(right == std::array<bool, 3>{true, true, true});
    CHECK(rows.row_of(0) == 0);
    CHECK(rows.row_of(expected.back().number + 8) == rows.size());
  }
}

TEST_CASE("a survey tells what is odd: words for nothing, cells without a column, headers again") {
  const std::string text =
      "code,titre,lieu,budget\nA,n/a,,5,,x\n,,,\nB,t,,\ncode,titre,lieu,budget\nC,t,\"ouvert,\n";
  const RowGrammar grammar{',', 4, {{kHeader.begin(), kHeader.end()}}};
  const TextSurvey survey = survey_rows(text, grammar, 3, 0, kNever, {});
  CHECK(survey.headers == 2);
  CHECK(survey.first_header == 1);
  CHECK(survey.used == std::vector<bool>{true, true, true, true});
  REQUIRE(survey.markers.size() == 1);
  CHECK(survey.markers[0].row == 0);
  CHECK(survey.markers[0].column == 1);
  REQUIRE(survey.unnamed.size() == 1);
  CHECK(survey.unnamed[0].text == "5");
  REQUIRE(survey.beyond.size() == 1);
  CHECK(survey.beyond[0].text == "x");
  CHECK(survey.unclosed == 6);
}

TEST_CASE("a long list says row by row what a short one says") {
  std::mt19937 random(5);
  const std::string lines = typed_text(5'000'000, kHeaderLine, 4, random);
  const std::string text = "Liste des projets,,,\n\n" + kHeaderLine + ",,\n" + lines;
  Problems problems;
  const auto table = parse_csv(text, "long.csv", problems);
  REQUIRE(table.has_value());
  REQUIRE(table->text_rows != nullptr);
  CHECK(table->columns == kHeader);
  CHECK(table->header_row == 3);
  const auto expected = read_slowly(lines, 4, kHeader);
  REQUIRE(table->size() == expected.size());
  bool same = true;
  std::size_t markers = 0;
  for (std::size_t i = 0; i < table->size(); ++i) {
    const auto cells = table->row(i);
    same =
        same && table->number(i) == expected[i].number + 3 &&
        std::equal(cells.begin(), cells.end(), expected[i].cells.begin(), expected[i].cells.end());
  }
  CHECK(same);
  for (const auto& marker : table->markers)
    markers += marker.text == "n/a" ? 1 : 0;
  CHECK(markers == table->markers.size());
  CHECK(markers > 1000);
  // A copy reads the same rows, also when the first one is gone.
  Table copy = *table;
  CHECK(copy.text(copy.row_of(expected[70'000].number + 3), "titre") == expected[70'000].cells[1]);
}

TEST_CASE("columns without a name or a cell are left out of a long list too") {
  std::string text = "code,,lieu,,\n";
  while (text.size() < 5'000'000)
    text += "A,,Mopti,,\nB,,Gao,,\n";
  Problems problems;
  const auto table = parse_csv(text, "long.csv", problems);
  REQUIRE(table.has_value());
  CHECK(table->columns == Row{"code", "lieu"});
  CHECK(table->cell(1, 1) == "Gao");
  CHECK(table->row(100'000).size() == 2);
}

TEST_CASE("a long list that is written to while it is read is refused") {
  const auto path = (std::filesystem::temp_directory_path() / "malimap-growing-list.csv").string();
  {
    std::ofstream file(path, std::ios::binary);
    file << kHeaderLine << "\n";
    for (int i = 0; i < 600'000; ++i)
      file << "ML" << i << ",Forage du village,Mopti,5000\n";
  }
  Problems problems;
  const auto table = read_table(path, {}, problems);
  REQUIRE(table.has_value());
  REQUIRE(table->mapped != nullptr);
  CHECK(table->size() == 600'000);
  CHECK(still_the_same(*table).has_value());
  std::filesystem::resize_file(path, 1'000'000);
  const Status changed = still_the_same(*table);
  REQUIRE_FALSE(changed.has_value());
  CHECK(changed.error().where.file == path);
  CHECK(table->cell(599'999, 1).find("Forage") == std::string_view::npos);  // and no bus error
  std::filesystem::remove(path);
}
