#pragma once
// What the bulletin says, as values: key figures, counts by region and fund, budgets by region and
// by sector. From the data under the filter, nothing else.

#include <string>
#include <vector>

#include "geo/coverage/cube.h"
#include "geo/map/composition.h"

namespace malimap {

/// A fund with its country-wide figures. A list without funds has one, its whole.
struct BulletinFund {
  std::string value;  // as in the data; "" for the whole
  std::string label;
  Colour colour;
  Figures total;
  std::optional<std::int64_t> completed, ongoing;
  std::int64_t mentions = 0;  // sum over the zones
};

/// Per zone that has a figure: its projects by fund, in the order of BulletinFigures::funds.
struct BulletinZone {
  std::string name;
  std::vector<std::optional<std::int64_t>> projects;
  std::vector<std::optional<Cents>> budgets;
  bool inferred = false;  // any of its budgets
};

/// One bar: its parts by fund.
struct BulletinBar {
  std::string label;
  std::vector<std::optional<Cents>> parts;
  bool inferred = false;
  [[nodiscard]] Cents total() const;
};

struct BulletinChart {
  std::vector<BulletinBar> bars;       // by falling total
  std::vector<std::string> known;      // labels of the funds that it shows
  std::vector<std::string> unknown;    // labels of the funds that give nothing for it
  std::vector<std::string> ambiguous;  // sentences: what the reader must know
};

/// One listed project.
struct BulletinProject {
  std::string title, fund, place, status, budget, start;
};

struct BulletinFigures {
  std::vector<BulletinFund> funds;
  Figures total;
  std::string totals;  // the country in one line, as under the map's title
  std::vector<BulletinZone> zones;
  std::vector<std::string> zones_without;  // names: nothing reported
  BulletinChart by_zone, by_sector;
  std::vector<BulletinProject> projects;  // at most kMostBulletinProjects
  std::int64_t more_projects = 0;         // beyond them
};
inline constexpr std::size_t kMostBulletinProjects = 24;

/// Gives each fund the colour that the map's legend has for it, so that cards, bars and map say the
/// same; funds that the map does not divide by keep theirs.
void take_colours(BulletinFigures& figures, const Legend& legend);

[[nodiscard]] BulletinFigures bulletin_figures(const CoverageCube& cube, const Filter& filter,
                                               const Translator& tr);

}  // namespace malimap
