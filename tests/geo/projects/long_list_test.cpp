// A list long enough that its text is mapped, its rows are read in many stretches by several
// threads, and no cell of it is held: every row must come out as it was typed.

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "geo/projects/dataset.h"
#include "tests/geo/projects/little_mali.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

constexpr std::size_t kRows = 300'000;

/// What row `i` says; other stretches meet other funds, titles and places first.
struct Typed {
  std::string id, title, fund, region, code;
  std::int64_t budget;
  bool has_sector;
};

Typed typed(std::size_t i) {
  static constexpr std::array kRegions = {"Kayes",      "Koulikoro", "Sikasso", "Ségou",
                                          "Tombouctou", "Gao",       "Kidal",   "Bamako"};
  static constexpr std::array kCodes = {"ML01", "ML02", "ML03", "ML04",
                                        "ML06", "ML07", "ML08", "ML09"};
  const std::size_t place = (i / 1000 + i) % kRegions.size();
  return {fmt::format("P{:06}", i),
          i % 3 == 0 ? fmt::format("Forage \"{}\", équipé", i % 977) : fmt::format("École {}", i),
          i > 200'000 && i % 2 == 0 ? "Bailleur tardif" : "QIP",
          kRegions[place],
          kCodes[place],
          static_cast<std::int64_t>(i % 5000),
          i % 4 != 0};
}

std::string quoted(const std::string& text) {
  std::string cell = "\"";
  for (const char c : text)
    cell += c == '"' ? "\"\"" : std::string(1, c);
  return cell + "\"";
}

class LongList {
 public:
  LongList() : path_(std::filesystem::temp_directory_path() / "malimap-long-list.csv") {
    std::ofstream file(path_, std::ios::binary);
    file << "Code projet;Titre;Fonds;Région;Budget USD;Secteur;Remarques\n";
    for (std::size_t i = 0; i < kRows; ++i) {
      const Typed row = typed(i);
      file << row.id << ';' << quoted(row.title) << ';' << row.fund << ';' << row.region << ';'
           << row.budget << ';' << (row.has_sector ? "Santé" : "") << ';'
           << "une remarque assez longue pour que la liste dépasse seize mégaoctets\n";
      if (i % 10'000 == 0)
        file << "\n";
    }
  }
  ~LongList() { std::filesystem::remove(path_); }
  LongList(const LongList&) = delete;
  LongList& operator=(const LongList&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a long list comes out row by row as it was typed") {
  const LongList file;
  Problems problems;
  const auto data = read_projects(file.path(), nine_units(), {}, problems);
  REQUIRE(data);
  const Projects& list = *data->projects;
  REQUIRE(list.size() == kRows);
  CHECK(data->counts.read == static_cast<std::int64_t>(kRows));
  CHECK(data->counts.used == static_cast<std::int64_t>(kRows));
  CHECK(list.project_of_row.empty());
  Cents sum;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < kRows; ++i) {
    const Typed row = typed(i);
    const auto place = list.locations_of(i);
    const auto sectors = list.sector.at(i);
    const auto number = static_cast<std::int64_t>(i + 2 + (i + 9'999) / 10'000);
    const bool right = list.id[i] == row.id && list.title[i] == row.title &&
                       list.fund.at(i) == row.fund && place.size() == 1 &&
                       list.places[static_cast<std::size_t>(place[0].place)].code == row.code &&
                       list.budget.at(i) == Cents{row.budget * 100} &&
                       list.amount_of(i) == Cents{row.budget * 100} && list.row[i] == number &&
                       sectors.size() == (row.has_sector ? 1u : 0u) &&
                       list.notes_of(i).starts_with("une remarque");
    wrong += right ? 0 : 1;
    sum += Cents{row.budget * 100};
  }
  CHECK(wrong == 0);
  CHECK(data->counts.amounts.at("USD").used == sum);
  // Every 5,000th budget is zero, and each is told with its row.
  std::size_t zeros = 0;
  for (const Problem& problem : problems.all())
    if (problem.reason == std::string("budget-zero")) {
      CHECK(problem.error.where.row.value_or(0) >= 2);
      ++zeros;
    }
  CHECK(zeros == kRows / 5000);
}

TEST_CASE("an id that stands at both ends of a long list is found") {
  const LongList file;
  {
    std::ofstream more(file.path(), std::ios::binary | std::ios::app);
    more << "P000000;Autre chose;QIP;Gao;10;Santé;\n";
  }
  Problems problems;
  const auto data = read_projects(file.path(), nine_units(), {}, problems);
  REQUIRE(data);
  std::size_t doubles = 0;
  for (const Problem& problem : problems.all())
    doubles += problem.reason == std::string("double-id") ? 1 : 0;
  CHECK(doubles == 1);
  CHECK(data->counts.read == static_cast<std::int64_t>(kRows + 1));
}
