// Distances to the nearest project: against every point, against PROJ's own program, against places
// taken at random.

#include "geo/coverage/gaps/distance.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "geo/base/numbers.h"
#include "geo/boundaries/locate.h"
#include "geo/boundaries/read.h"
#include "geo/coverage/gaps/distance_places.h"
#include "geo/coverage/gaps/distance_tree.h"
#include "geo/coverage/gaps/explain_distances.h"
#include "geo/coverage/measure.h"
#include "tests/geo/coverage/builders.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

std::vector<LonLat> random_points(std::size_t count, LonLat low, LonLat high, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> lon(low.lon, high.lon), lat(low.lat, high.lat);
  std::vector<LonLat> points;
  for (std::size_t i = 0; i < count; ++i) {
    const double x = lon(random);
    points.push_back({x, lat(random)});
  }
  return points;
}

double shortest(const std::vector<LonLat>& points, LonLat from) {
  double best = 1e300;
  for (const LonLat point : points)
    best = std::min(best, geodesic_km(from, point));
  return best;
}

/// Kilometres between the pairs by PROJ's program.
std::vector<double> by_geod(const std::vector<LonLat>& from, const std::vector<LonLat>& to) {
  std::string pairs;
  char line[256];
  for (std::size_t i = 0; i < from.size(); ++i) {
    (void)std::snprintf(line, sizeof line, "%.12f %.12f %.12f %.12f\n", from[i].lat, from[i].lon,
                        to[i].lat, to[i].lon);
    pairs += line;
  }
  const std::string command = "printf '" + pairs + "' | geod -I +ellps=WGS84 -f '%.6f' -F '%.6f'";
  std::vector<double> km;
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  while (std::fgets(line, sizeof line, pipe) != nullptr) {
    double forward = 0, back = 0, metres = 0;
    if (std::sscanf(line, "%lf %lf %lf", &forward, &back, &metres) == 3)
      km.push_back(metres / 1000);
  }
  pclose(pipe);
  return km;
}

Dataset list_at(const Boundaries& boundaries, const std::vector<LonLat>& points) {
  ListBuilder list(boundaries);
  for (const LonLat point : points)
    list.add({.fund = "QIP", .point = point});
  return list.dataset();
}

DistanceStudy study_of(const Dataset& dataset, const Boundaries& boundaries, Level level,
                       const Filter& filter = {}, const std::vector<Town>& towns = {},
                       double beyond = 25, Progress* progress = nullptr) {
  const CoverageCube cube(dataset, boundaries, level);
  return study_distances(cube, boundaries, filter, towns, beyond, progress);
}

}  // namespace

TEST_CASE("the nearest point is the nearest of all points by the geodesic") {
  const auto points = random_points(2000, {-12, 10}, {4, 25}, 1);
  const NearestPoint nearest(points);
  for (const LonLat from : random_points(300, {-14, 8}, {6, 27}, 2)) {
    const auto found = nearest.find(from);
    REQUIRE(found);
    CHECK(found->km == geodesic_km(from, points[found->index]));
    CHECK(found->km == shortest(points, from));
  }
}

TEST_CASE("far away the straight line through the earth misleads, the geodesic decides") {
  // All over the globe, some nearly opposite: there the order by chords is another.
  const auto points = random_points(400, {-180, -90}, {180, 90}, 3);
  const NearestPoint all(points);
  for (const LonLat from : random_points(200, {-180, -90}, {180, 90}, 4))
    CHECK(all.find(from)->km == shortest(points, from));
  int otherwise = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    const LonLat from = random_points(1, {-20, -60}, {20, 60}, seed)[0];
    const LonLat there{from.lon + 150, -from.lat};
    const auto few = random_points(30, {there.lon - 10, there.lat - 10},
                                   {there.lon + 10, there.lat + 10}, seed + 1000);
    const PointTree tree(few);
    const NearestPoint nearest(few);
    const auto found = nearest.find(from);
    CHECK(found->km == shortest(few, from));
    otherwise += tree.nearest(on_ellipsoid(from)).index != found->index ? 1 : 0;
  }
  CHECK(otherwise > 0);  // else this test would not tell chords from geodesics
}

TEST_CASE("distances are those of PROJ's own program") {
  if (std::system("command -v geod >/dev/null 2>&1") != 0) {
    WARN("geod (package proj-bin) is not installed: not compared");
    return;
  }
  const auto points = random_points(50, {-12, 10}, {4, 25}, 5);
  const auto from = random_points(100, {-12, 10}, {4, 25}, 6);
  const NearestPoint nearest(points);
  std::vector<LonLat> to;
  std::vector<double> ours;
  for (const LonLat start : from) {
    const auto found = nearest.find(start);
    to.push_back(points[found->index]);
    ours.push_back(found->km);
  }
  const auto theirs = by_geod(from, to);
  REQUIRE(theirs.size() == ours.size());
  for (std::size_t i = 0; i < ours.size(); ++i)
    CHECK(std::abs(ours[i] - theirs[i]) < 1e-8);  // both round to micrometres
}

TEST_CASE("without points nothing is found, and what is no position is no point") {
  CHECK_FALSE(NearestPoint({}).find({0, 0}));
  CHECK_FALSE(NearestPoint({{NAN, 3}, {0, 91}}).find({0, 0}));
  CHECK_FALSE(NearestPoint({{1, 1}}).find({0, NAN}));
  const NearestPoint same({{1, 1}, {2, 2}, {2, 2}});
  CHECK(same.find({2, 2})->index == 1);
  CHECK(same.find({2, 2})->km == 0);
}

TEST_CASE("the arc over a chord is the geodesic to the metre at the distances of bands") {
  for (const LonLat from : random_points(200, {-12, 10}, {4, 25}, 7))
    for (const LonLat to :
         random_points(20, {from.lon - 2, from.lat - 2}, {from.lon + 2, from.lat + 2}, 8)) {
      const SpacePoint a = on_ellipsoid(from), b = on_ellipsoid(to);
      const double chord = std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
      CHECK(std::abs(arc_of_chord(chord) - geodesic_km(from, to)) < 0.01);
    }
}

TEST_CASE("shares of area are those of places taken at random") {
  const Boundaries boundaries = embedded_boundaries();
  const auto points = random_points(60, {-11, 11}, {3, 20}, 9);
  const auto study = study_of(list_at(boundaries, points), boundaries, boundaries.finest().level);
  const AdminLayer& layer = boundaries.finest();
  const UnitLocator locator(layer);
  struct Counts {
    int all = 0, beyond = 0;
    std::array<int, kDistanceBandCount> bands{};
    double farthest = 0;
  };
  std::vector<Counts> counts(layer.units.size());
  const NearestPoint nearest(points);
  std::mt19937 random(10);
  std::uniform_real_distribution<double> lon(-12.3, 4.3),
      sine(std::sin(10.1 * M_PI / 180), std::sin(25.1 * M_PI / 180));
  for (int i = 0; i < 600'000; ++i) {
    const double x = lon(random);
    const LonLat at{x, std::asin(sine(random)) * 180 / M_PI};
    const UnitIndex unit = locator.locate(at);
    if (unit == kNoUnit)
      continue;
    Counts& count = counts[static_cast<std::size_t>(unit)];
    const double km = nearest.find(at)->km;
    const auto band = std::upper_bound(kDistanceBands.begin(), kDistanceBands.end(), km);
    ++count.all;
    ++count.bands[static_cast<std::size_t>(band - kDistanceBands.begin())];
    count.beyond += km > 25 ? 1 : 0;
    count.farthest = std::max(count.farthest, km);
  }
  REQUIRE(study.zones.size() == counts.size());
  int compared = 0;
  for (std::size_t zone = 0; zone < counts.size(); ++zone) {
    const Counts& count = counts[zone];
    if (count.all < 2000)
      continue;
    ++compared;
    CAPTURE(layer.units[zone].name, count.all);
    // One in a hundred, and three standard deviations of the random places.
    const double most = 0.01 + 3 * std::sqrt(0.25 / count.all);
    REQUIRE(study.zones[zone].share_beyond);
    CHECK(std::abs(*study.zones[zone].share_beyond - double(count.beyond) / count.all) < most);
    double whole = 0;
    for (std::size_t band = 0; band < kDistanceBandCount; ++band) {
      whole += study.zones[zone].band_shares[band];
      CHECK(std::abs(study.zones[zone].band_shares[band] - double(count.bands[band]) / count.all) <
            most);
    }
    CHECK(std::abs(whole - 1) < 1e-9);
    CHECK(study.zones[zone].farthest_km > count.farthest - 0.3);
    CHECK(study.zones[zone].farthest_km < count.farthest + 15);
  }
  CHECK(compared >= 7);
}

TEST_CASE("a half of a square is farther than a point beyond its edge says") {
  // R1 is two degrees wide and one high on the equator; points all along its western edge, dense.
  const Boundaries boundaries = four_regions();
  std::vector<LonLat> edge;
  for (int i = 0; i <= 2000; ++i)
    edge.push_back({0, i / 2000.0});
  const double half = geodesic_km({0, 0.5}, {1, 0.5});
  const auto study = study_of(list_at(boundaries, edge), boundaries, Level::Region, {}, {}, half);
  CHECK(std::abs(*study.zones[0].share_beyond - 0.5) < 0.002);
  CHECK(*study.zones[1].share_beyond == 1);
  CHECK(std::abs(study.zones[0].farthest_km - 2 * half) < 0.3);
  CHECK(std::abs(*study.zones[0].km - half) < 0.5);
  CHECK(study.zones[0].from.empty());
}

TEST_CASE("a zone's seat is its town of the highest rank, and its towns are counted") {
  const Boundaries boundaries = four_regions();
  const std::vector<Town> towns{{"Small", 2, {0.5, 0.5}, 900'000},
                                {"Seat", 1, {1.5, 0.5}, 10},
                                {"Larger seat", 1, {1.5, 0.2}, 20},
                                {"Elsewhere", 0, {50, 50}, 1}};
  const auto study =
      study_of(list_at(boundaries, {{1.5, 0.5}}), boundaries, Level::Region, {}, towns, 50);
  const ZoneDistance& zone = study.zones[0];
  CHECK(zone.from == "Larger seat");
  CHECK(zone.km == geodesic_km({1.5, 0.2}, {1.5, 0.5}));
  CHECK(zone.project == 0);
  CHECK(zone.towns == 3);
  CHECK(zone.towns_beyond == 1);
  REQUIRE(study.towns.size() == 3);
  CHECK(study.towns[0].name == "Small");
  CHECK(study.towns[0].km == geodesic_km({0.5, 0.5}, {1.5, 0.5}));
  CHECK(study.towns[2].km == 0);
}

TEST_CASE("the nearest project may lie across the border of the units that are asked about") {
  const Boundaries boundaries = four_regions();
  const auto dataset = list_at(boundaries, {{2.01, 0.5}});  // in R2
  Filter filter;
  filter.units = {"R1"};
  const auto study = study_of(dataset, boundaries, Level::Region, filter);
  CHECK(study.points == 1);
  REQUIRE(study.zones[0].km);
  CHECK(*study.zones[0].km < geodesic_km({1, 0.5}, {2.01, 0.5}) + 1);
  CHECK_FALSE(study.zones[1].km);
  CHECK_FALSE(study.zones[1].share_beyond);
  filter.units.clear();
  filter.fund = {"TF"};
  CHECK(study_of(dataset, boundaries, Level::Region, filter).points == 0);
}

TEST_CASE(
    "a project known by its unit is measured to the town of that name, or left out and counted") {
  Boundaries boundaries = four_regions();
  for (AdminLayer& layer : boundaries.layers)
    for (AdminUnit& unit : layer.units)
      if (unit.pcode == "R1" || unit.pcode == "R2")
        unit.name = unit.pcode == "R1" ? "Ténéré" : "Abroad";
  const std::vector<Town> towns{{"TENERE", 2, {0.25, 0.5}, 1},   // folded; inside R1
                                {"Abroad", 2, {0.75, 0.5}, 1}};  // not inside R2
  ListBuilder list(boundaries);
  list.add({.places = {"R1"}, .count = 4});
  list.add({.places = {"R2"}, .count = 2});
  list.add({.places = {"R1", "R3"}});
  list.add({.places = {"R4"}, .point = LonLat{7, 0.5}});
  list.add({.scope = Scope::National});
  list.add({.point = LonLat{40, 40}, .scope = Scope::Outside});
  const auto study = study_of(list.dataset(), boundaries, Level::Region, {}, towns);
  CHECK(study.points == 2);
  CHECK(study.projects == 6);
  CHECK(study.by_town == 5);
  CHECK(study.left_out == 2);
  REQUIRE(study.places.size() == 2);
  CHECK(study.places[0].by_town);
  CHECK(study.places[0].position == LonLat{0.25, 0.5});
  CHECK_FALSE(study.places[1].by_town);
  CHECK_FALSE(study.listed_only);
}

TEST_CASE("rows of one project are counted once, positions once however many lie there") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.point = LonLat{1, 0.5}, .count = 3, .project = 0});
  list.add({.point = LonLat{1, 0.5}, .count = 2, .project = 0});
  list.add({.point = LonLat{1, 0.5}, .project = 1});
  const auto study = study_of(list.dataset(), boundaries, Level::Region);
  CHECK(study.points == 1);
  CHECK(study.projects == 4);
}

TEST_CASE("no place is no distance, and a cancelled study says nothing wrong") {
  const Boundaries boundaries = four_regions();
  ListBuilder nowhere(boundaries);
  nowhere.add({.places = {"R1"}});
  auto study = study_of(nowhere.dataset(), boundaries, Level::Region);
  CHECK(study.points == 0);
  CHECK(study.left_out == 1);
  CHECK(study.grid.km.empty());
  REQUIRE(study.zones.size() == 4);
  CHECK_FALSE(study.zones[0].km);
  Progress progress;
  progress.cancel();
  study =
      study_of(list_at(boundaries, {{1, 0.5}}), boundaries, Level::Region, {}, {}, 25, &progress);
  CHECK_FALSE(study.zones[0].km);
}

TEST_CASE("the grid reaches beyond the units and holds the distances at its nodes") {
  const Boundaries boundaries = four_regions();
  const std::vector<LonLat> points{{1, 0.5}, {6, 0.2}};
  const auto study = study_of(list_at(boundaries, points), boundaries, Level::Region);
  const DistanceGrid& grid = study.grid;
  CHECK(grid.low.lon < 0);
  CHECK(grid.low.lat < 0);
  CHECK(grid.high.lon > 8);
  CHECK(grid.high.lat > 1);
  CHECK((grid.high.lon - grid.low.lon) / (grid.columns - 1) <= 0.1);
  REQUIRE(grid.km.size() == static_cast<std::size_t>(grid.columns * grid.rows));
  for (int row = 0; row < grid.rows; row += 37)
    for (int column = 0; column < grid.columns; column += 41) {
      const double km = shortest(points, grid.at(column, row));
      const float there = grid.km[static_cast<std::size_t>(row * grid.columns + column)];
      CHECK(std::abs(double(there) - km) < 0.05);
    }
}

TEST_CASE("of each sector the nearest project is its own, from the same seats") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.fund = "QIP", .sectors = {"Eau"}, .point = LonLat{1, 0.5}});
  list.add({.fund = "TF", .sectors = {"Eau", "Santé"}, .point = LonLat{7, 0.5}});
  list.add({.fund = "TF", .point = LonLat{3, 0.5}});
  const std::vector<Town> towns{{"Seat", 1, {2.5, 0.5}, 10}};
  const auto dataset = list.dataset();
  const auto study = study_of(dataset, boundaries, Level::Region, {}, towns);
  REQUIRE(study.sectors.size() == 2);
  const auto& water = study.sectors[0].sector == "Eau" ? study.sectors[0] : study.sectors[1];
  const auto& health = study.sectors[0].sector == "Eau" ? study.sectors[1] : study.sectors[0];
  REQUIRE(health.sector == "Santé");
  CHECK(study.zones[1].km == geodesic_km({2.5, 0.5}, {3, 0.5}));  // of any
  CHECK(water.km[1] == geodesic_km({2.5, 0.5}, {1, 0.5}));
  CHECK(health.km[1] == geodesic_km({2.5, 0.5}, {7, 0.5}));
  // The same as under a filter by the sector alone.
  for (const SectorDistances& sector : study.sectors) {
    Filter alone;
    alone.sector = {sector.sector};
    const auto of_it = study_of(dataset, boundaries, Level::Region, alone, towns);
    for (std::size_t zone = 0; zone < of_it.zones.size(); ++zone)
      CHECK(sector.km[zone] == of_it.zones[zone].km);
  }
  Filter quick;
  quick.fund = {"QIP"};
  CHECK(study_of(dataset, boundaries, Level::Region, quick, towns).sectors.size() == 1);
}

TEST_CASE("where projects lie whose place nobody knows, the nearest known one says nothing") {
  const Boundaries boundaries = four_regions();
  ListBuilder list(boundaries);
  list.add({.sectors = {"Eau"}, .point = LonLat{1, 0.5}});
  list.add({.sectors = {"Santé"}, .point = LonLat{1, 0.5}});
  list.add({.sectors = {"Eau"}, .places = {"R2"}});  // no town has its name
  const auto study = study_of(list.dataset(), boundaries, Level::Region);
  CHECK(study.left_out == 1);
  CHECK(study.zones[0].km);
  CHECK_FALSE(study.zones[1].km);
  CHECK(study.zones[2].km);
  for (const SectorDistances& sector : study.sectors)
    CHECK(sector.km[1].has_value() == (sector.sector == "Santé"));
}

TEST_CASE("zones' distances are put where the measure looks for them") {
  const Boundaries boundaries = four_regions();
  const auto dataset = list_at(boundaries, {{1, 0.5}});
  Coverage coverage = cover(dataset, boundaries, Level::Region, {});
  const auto study = study_of(dataset, boundaries, Level::Region);
  CHECK_FALSE(value_of(Measure::Distance, coverage.zones[2], coverage));
  add_distances(coverage, study);
  CHECK(value_of(Measure::Distance, coverage.zones[2], coverage) == study.zones[2].km);
}

TEST_CASE(
    "the bulletin's listed projects are not all projects, and what it does not report on is "
    "not measured") {
  const Boundaries boundaries = embedded_boundaries();
  const Dataset dataset = embedded_dataset(boundaries);
  const CoverageCube cube(dataset, boundaries, Level::Region);
  const auto study = study_distances(cube, boundaries, {}, embedded_context().towns, 25);
  CHECK(study.listed_only);
  CHECK(study.points > 0);
  const Coverage coverage = cover(cube, {});
  for (std::size_t zone = 0; zone < coverage.zones.size(); ++zone) {
    CAPTURE(coverage.zones[zone].name);
    CHECK(study.zones[zone].km.has_value() == coverage.zones[zone].figures.reported());
  }
}

TEST_CASE("how much lies far is explained by units, towns, the rule and the rows") {
  const Boundaries boundaries = four_regions();
  const std::vector<Town> towns{{"Near", 1, {1, 0.5}, 10}, {"Far", 1, {5, 0.5}, 10}};
  const auto dataset = list_at(boundaries, {{1, 0.5}, {1, 0.5}});
  const CoverageCube cube(dataset, boundaries, Level::Region);
  Filter filter;
  filter.units = {"R1", "R3"};
  const Coverage coverage = cover(cube, filter);
  const auto study = study_distances(cube, boundaries, filter, towns, 200);
  const auto far = far_share(study, coverage);
  REQUIRE(far);
  CHECK(far->towns == 2);
  CHECK(far->towns_beyond == 1);
  // All of R1 is near and all of R3 far: they are as large as each other but for the latitude.
  CHECK(std::abs(far->of_area - 0.5) < 0.01);
  const Translator english(Language::English);
  const Explanation told = explain_distances(study, cube, coverage, filter, english);
  CHECK(told.title == "Farther than 200 km from any project");
  CHECK(told.value == "50%");
  const auto part = [&](const std::string& label) {
    for (const ExplainedPart& one : told.parts)
      if (one.label == label)
        return one.value;
    return std::string("no such part");
  };
  CHECK(part("Region 3") == "100% · 1 of 1");
  CHECK(part("Region 1") == "0% · 0 of 1");
  CHECK(part("Region 2") == "no such part");
  CHECK(part("Far") ==
        format_integer(std::llround(geodesic_km({5, 0.5}, {1, 0.5})), Language::English));
  CHECK(part("Near") == "no such part");
  CHECK(told.rows == std::vector<ProjectIndex>{0, 1});
  CHECK(told.projects == 2);
  CHECK_FALSE(told.rules.empty());
}
