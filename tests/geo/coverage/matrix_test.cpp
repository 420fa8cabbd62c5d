// Who does what where: every cell against sums made row by row, distinct totals, and what sums
// cannot answer.
#include "geo/coverage/matrix.h"

#include <chrono>
#include <iostream>
#include <random>

#include "geo/base/text.h"
#include "geo/boundaries/read.h"
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

using Random = std::mt19937;
using Names = std::vector<std::string>;

const Names kSectors = {"Health", "Water", "Roads"};
const Names kPartners = {"ACTED", "Acted", "UNICEF", "Médecins", "MEDECINS", "OIM"};

Dataset with_partners(Dataset dataset, const std::vector<Names>& partners) {
  Projects projects = *dataset.projects;
  projects.partner = {};
  for (const auto& names : partners)
    projects.partner.push(names);
  dataset.projects = snapshot(std::move(projects));
  return dataset;
}

Names some(Random& random, const Names& names, unsigned one_in) {
  Names chosen;
  for (const auto& name : names)
    if (random() % one_in == 0)
      chosen.push_back(name);
  return chosen;
}

Dataset random_list(Random& random, const Boundaries& boundaries) {
  ListBuilder list(boundaries);
  std::vector<Names> partners;
  const std::size_t rows = random() % 60;
  const bool share_projects = random() % 2 == 0;
  for (std::size_t i = 0; i < rows; ++i) {
    Row row;
    row.fund = Names{"QIP", "TF", ""}[random() % 3];
    row.sectors = some(random, kSectors, 3);
    row.places = some(random, {"R10", "R11", "R20", "R31", "R40"}, 4);
    if (random() % 3 != 0)
      row.cents = static_cast<std::int64_t>(random() % 1000000);
    if (share_projects)
      row.project = static_cast<int>(random() % 9);
    list.add(row);
    partners.push_back(some(random, kPartners, 4));
  }
  return with_partners(list.dataset(), partners);
}

bool has_sector(const Projects& projects, std::size_t row,
                const std::optional<std::string>& value) {
  const auto codes = projects.sector.at(row);
  if (!value)
    return codes.empty();
  for (const Code code : codes)
    if (projects.sector.dictionary.text(code) == *value)
      return true;
  return false;
}

/// Distinct projects and organisations of rows, the slow way.
struct Naive {
  std::set<std::int32_t> projects;
  std::set<std::string> organisations;
};
template <class Chosen>
Naive count(const CoverageCube& cube, std::optional<int> zone, Chosen chosen) {
  const Projects& projects = *cube.dataset().projects;
  Naive naive;
  for (std::size_t row = 0; row < projects.size(); ++row) {
    bool here = !zone;
    for (const auto& part : cube.placement().parts_of(row))
      here = here || part.slot == *zone;
    if (!here || !chosen(row))
      continue;
    naive.projects.insert(projects.project_of_row.empty() ? static_cast<std::int32_t>(row)
                                                          : projects.project_of_row[row]);
    for (const Code partner : projects.partner.at(row))
      naive.organisations.insert(fold(projects.partner.dictionary.text(partner)));
  }
  return naive;
}

void check_cell(const MatrixCell& cell, const Naive& naive, bool list_names_partners) {
  CHECK(cell.figures.projects == static_cast<std::int64_t>(naive.projects.size()));
  REQUIRE(cell.partners.has_value() == list_names_partners);
  if (cell.partners)
    CHECK(*cell.partners == static_cast<std::int64_t>(naive.organisations.size()));
}

}  // namespace

TEST_CASE("every cell and total counts distinct projects and organisations") {
  const Boundaries boundaries = four_regions();
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    const CoverageCube cube(random_list(random, boundaries), boundaries, Level::Cercle);
    const Projects& projects = *cube.dataset().projects;
    Filter filter;
    if (random() % 2 == 0)
      filter.fund = {"QIP"};
    const auto passes = [&](std::size_t row) {
      return filter.fund.empty() || projects.fund.at(row) == "QIP";
    };
    const Matrix matrix = make_matrix(cube, filter, Dimension::Sector);
    REQUIRE(matrix.published);
    REQUIRE(matrix.rows.size() == cube.plan().zones.size());
    REQUIRE(matrix.cells.size() == matrix.rows.size() * matrix.columns.size());
    const bool names = projects.partner.dictionary.size() > 0;
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
      for (std::size_t c = 0; c < matrix.columns.size(); ++c)
        check_cell(matrix.at(r, c),
                   count(cube, matrix.rows[r],
                         [&](std::size_t row) {
                           return passes(row) && has_sector(projects, row, matrix.columns[c]);
                         }),
                   names);
      check_cell(matrix.row_totals[r], count(cube, matrix.rows[r], passes), names);
    }
    for (std::size_t c = 0; c < matrix.columns.size(); ++c)
      check_cell(matrix.column_totals[c],
                 count(cube, {},
                       [&](std::size_t row) {
                         return passes(row) && has_sector(projects, row, matrix.columns[c]);
                       }),
                 names);
    check_cell(matrix.total, count(cube, {}, passes), names);
  }
}

TEST_CASE("a matrix agrees with filters: a cell is what its unit has under that value alone") {
  const Boundaries boundaries = four_regions();
  Random random(11);
  for (int round = 0; round < 30; ++round) {
    const CoverageCube cube(random_list(random, boundaries), boundaries, Level::Cercle);
    const Matrix matrix = make_matrix(cube, {}, Dimension::Sector);
    const Coverage whole = cover(cube, {});
    for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
      if (!matrix.columns[c])
        continue;
      Filter filter;
      filter.sector = {*matrix.columns[c]};
      const Coverage alone = cover(cube, filter);
      for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        const auto& figures = alone.zones[static_cast<std::size_t>(matrix.rows[r])].figures;
        CHECK(matrix.at(r, c).figures.projects == figures.projects);
        CHECK(matrix.at(r, c).figures.budget == figures.budget);
      }
      CHECK(matrix.column_totals[c].figures.projects == alone.total.projects);
    }
    CHECK(matrix.total.figures.projects == whole.total.projects);
  }
}

TEST_CASE("names that differ by case or accents are one organisation") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.sectors = {"Water"}, .places = {"R10"}})
      .add({.sectors = {"Water"}, .places = {"R10"}});
  const Dataset dataset = with_partners(list.dataset(), {{"Médecins", "OIM"}, {"MEDECINS"}});
  const Matrix matrix =
      make_matrix(CoverageCube(dataset, boundaries, Level::Cercle), {}, Dimension::Sector);
  CHECK(matrix.at(0, 0).partners == 2);
  CHECK(matrix.total.partners == 2);
}

TEST_CASE("a list that names no organisation has none to count: nothing, not zero") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.sectors = {"Water"}, .places = {"R10"}});
  const Matrix matrix =
      make_matrix(CoverageCube(list.dataset(), boundaries, Level::Cercle), {}, Dimension::Sector);
  CHECK_FALSE(matrix.at(0, 0).partners);
  CHECK_FALSE(matrix.total.partners);
}

TEST_CASE("published margins are no cross table: sectors by region are not published") {
  const Boundaries boundaries = embedded_boundaries();
  const CoverageCube cube(embedded_dataset(boundaries), boundaries, Level::Region);
  for (const Dimension by :
       {Dimension::Sector, Dimension::Status, Dimension::Donor, Dimension::Partner}) {
    const Matrix matrix = make_matrix(cube, {}, by);
    CHECK_FALSE(matrix.published);
    REQUIRE_FALSE(matrix.notes.empty());
    for (const MatrixCell& cell : matrix.cells)
      CHECK_FALSE(cell.figures.reported());
    CHECK(matrix.total.figures.projects == 422);
  }
  CHECK(text_of(make_matrix(cube, {}, Dimension::Sector).notes.front(),
                Translator(Language::English)) == "Not published by sector and region.");
}

TEST_CASE("funds by region are published, and add up to the region's") {
  const Boundaries boundaries = embedded_boundaries();
  const CoverageCube cube(embedded_dataset(boundaries), boundaries, Level::Region);
  const Matrix matrix = make_matrix(cube, {}, Dimension::Fund);
  REQUIRE(matrix.published);
  REQUIRE(matrix.columns.size() == 3);
  std::size_t reported = 0;
  for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
    std::optional<std::int64_t> sum;
    for (std::size_t c = 0; c < matrix.columns.size(); ++c)
      if (const auto projects = matrix.at(r, c).figures.projects)
        sum = sum.value_or(0) + *projects;
    CHECK(sum == matrix.row_totals[r].figures.projects);
    reported += sum ? 1 : 0;
  }
  CHECK(reported == 5);
}

TEST_CASE("a hundred thousand rows by three hundred organisations", "[.bench]") {
  const Boundaries boundaries = four_regions();
  Random random(3);
  ListBuilder list(boundaries);
  std::vector<Names> partners;
  const Names places = {"R10", "R11", "R20", "R21", "R30", "R31", "R40", "R41"};
  for (int i = 0; i < 100000; ++i) {
    list.add({.sectors = {kSectors[random() % 3]},
              .cents = static_cast<std::int64_t>(random() % 1000000),
              .places = {places[random() % places.size()]}});
    partners.push_back({"Organisation " + std::to_string(random() % 300)});
  }
  const CoverageCube cube(with_partners(list.dataset(), partners), boundaries, Level::Cercle);
  for (const Dimension by : {Dimension::Sector, Dimension::Fund, Dimension::Partner}) {
    const auto start = std::chrono::steady_clock::now();
    const Matrix matrix = make_matrix(cube, {}, by);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    CHECK(matrix.total.figures.projects == 100000);
    std::cout << matrix.columns.size() << " columns: " << took.count() << " ms\n";
  }
}
