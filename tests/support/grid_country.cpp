#include "tests/support/grid_country.h"

#include <stdexcept>

namespace malimap::testing {
namespace {

constexpr double kWest = -10, kSouth = 13, kStep = 2;

LonLat corner(int column, int row) {
  return {kWest + column * kStep, kSouth + row * kStep};
}

Ring square(LonLat low, LonLat high) {
  return {low, {high.lon, low.lat}, high, {low.lon, high.lat}};
}

const LonLat kSpeckLow{-7.1, 15.9}, kSpeckHigh{-6.9, 16.1};

AdminUnit unit_at(int column, int row) {
  AdminUnit unit;
  unit.pcode = "G" + std::to_string(row * 3 + column + 1);
  unit.name = "Region " + unit.pcode;
  Polygon polygon{square(corner(column, row), corner(column + 1, row + 1)), {}};
  if (column == 1 && row == 1) {
    Ring hole = square(kSpeckLow, kSpeckHigh);
    polygon.holes.push_back({hole.rbegin(), hole.rend()});
  }
  unit.polygons.push_back(polygon);
  unit.area_km2 = 47000;
  return unit;
}

UnitIndex index_of(int column, int row) {
  return column < 0 || row < 0 || column > 2 || row > 2 ? kNoUnit : row * 3 + column;
}

void add_project(Projects& projects, const std::string& id, const std::string& donor, int count,
                 LonLat point, std::int32_t place) {
  projects.id.push(id);
  projects.title.push("Project " + id);
  projects.place_text.push("");
  projects.row.push_back(static_cast<std::int64_t>(projects.id.size()));
  projects.fund.push("QIP");
  projects.status.push("ongoing");
  projects.sector.push({});
  const std::vector<std::string> donors{donor};
  projects.donor.push(donors);
  projects.partner.push({});
  projects.count.push_back(count);
  projects.push_money({}, {});
  projects.currency.push("");
  projects.start.push(std::nullopt);
  projects.end.push(std::nullopt);
  projects.scope.push_back(Scope::Located);
  projects.locations.push_back({Scope::Located, point, place, 1});
  projects.location_offsets.push_back(static_cast<std::uint32_t>(projects.locations.size()));
}

Projects grid_projects() {
  Projects projects;
  projects.source = "Grid list";
  projects.places.push_back({"G1", "Region G1", Level::Region, {"G1"}});
  add_project(projects, "1", "A", 1, {-9.5, 13.5}, 0);
  add_project(projects, "2", "A", 4, {-8.5, 14.5}, 0);
  add_project(projects, "3", "B", 1, {-8.5, 14.5}, 0);
  return projects;
}

void add_figure(Aggregates& aggregates, const std::string& zone, std::vector<std::string> pcodes,
                std::int64_t projects) {
  const std::string name = zone == "G10"               ? "Speck"
                           : zone.starts_with("zone:") ? "G6 / G9"
                                                       : "Region " + zone;
  aggregates.zones.push_back({zone, name, name, std::move(pcodes)});
  ZoneFigure figure;
  figure.zone = zone;
  figure.fund = "QIP";
  figure.projects = projects;
  figure.budget = Cents{projects * 1'000'000};
  figure.budget_basis = Basis::Inferred;
  aggregates.by_zone.push_back(figure);
}

}  // namespace

Boundaries grid_boundaries() {
  AdminLayer layer;
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column)
      layer.units.push_back(unit_at(column, row));
  AdminUnit speck;
  speck.pcode = "G10";
  speck.name = "Speck";
  speck.polygons.push_back({square(kSpeckLow, kSpeckHigh), {}});
  speck.area_km2 = 480;
  layer.units.push_back(speck);
  for (int column = 0; column <= 3; ++column)  // northward borders: west is left
    for (int row = 0; row < 3; ++row)
      layer.arcs.push_back({{corner(column, row), corner(column, row + 1)},
                            index_of(column - 1, row),
                            index_of(column, row)});
  for (int row = 0; row <= 3; ++row)  // eastward borders: north is left
    for (int column = 0; column < 3; ++column)
      layer.arcs.push_back({{corner(column, row), corner(column + 1, row)},
                            index_of(column, row),
                            index_of(column, row - 1)});
  Ring around = square(kSpeckLow, kSpeckHigh);
  around.push_back(around.front());
  layer.arcs.push_back({around, 9, 4});
  return {"Grid", "2012", {layer}};
}

ContextLayers grid_context() {
  ContextLayers context;
  context.neighbours.push_back({"XX", "Voisin", "Neighbour", {{square({-4, 11}, {0, 21}), {}}}});
  context.rivers.push_back({"Fleuve", 1, {{-12, 14}, {-9, 14.2}, {-7, 15}, {-5, 15.2}, {-2, 16}}});
  context.towns.push_back({"Speck", 0, {-7, 16}, 100000});
  context.towns.push_back({"Town", 1, {-5, 18}, 5000});
  return context;
}

Dataset grid_dataset() {
  Aggregates aggregates;
  aggregates.source = "Grid bulletin";
  aggregates.as_of = "2017-06-30";
  aggregates.funds = {"QIP"};
  add_figure(aggregates, "G1", {"G1"}, 10);
  add_figure(aggregates, "G2", {"G2"}, 20);
  add_figure(aggregates, "G4", {"G4"}, 40);
  add_figure(aggregates, "zone:g6-g9", {"G6", "G9"}, 90);
  add_figure(aggregates, "G10", {"G10"}, 15);
  add_figure(aggregates, "G8", {"G8"}, 0);
  KeyFigure key;
  key.as_of = "2017-06-30";
  key.fund = "QIP";
  key.projects = 150;
  key.budget = Cents{175'000'000};
  aggregates.key_figures = aggregates.series = {key};
  Dataset dataset;
  dataset.aggregates = snapshot(std::move(aggregates));
  dataset.projects = snapshot(grid_projects());
  return dataset;
}

GridMap::GridMap(Scene wanted, Language spoken) : scene(std::move(wanted)), language(spoken) {
  const Boundaries boundaries = grid_boundaries();
  const Dataset dataset = grid_dataset();
  auto shapes =
      make_shapes(boundaries, Level::Region, grid_context(), default_projection(boundaries));
  if (!shapes)
    throw std::runtime_error("the grid has no shapes");
  input.dataset = snapshot(dataset);
  input.boundaries = snapshot(boundaries);
  input.shapes = snapshot(std::move(*shapes));
  input.coverage = snapshot(cover(dataset, boundaries, Level::Region, scene.filter));
  if (needs_groups(scene.type)) {
    const Dimension by[] = {scene.by};
    input.groups =
        snapshot(cover_groups(CoverageCube(dataset, boundaries, Level::Region), scene.filter, by));
  }
  input.language = language;
  input.scene = &scene;
  picture = make_picture(input);
  input.scene = nullptr;  // the map may be moved
}

Composition GridMap::compose_at(double width, double height, double scale,
                                const MeasureText& measure,
                                std::vector<PixelBox> keep_clear) const {
  ComposeInput wanted;
  wanted.picture = &picture;
  wanted.shapes = input.shapes;
  wanted.scene = &scene;
  wanted.language = language;
  wanted.measure_text = measure;
  wanted.keep_clear = std::move(keep_clear);
  wanted.view = {width, height, scale, {}};
  const double around = 20 * scale;
  wanted.view.camera =
      fit(input.shapes->box, width, height, scale, {around, around, around, around});
  return compose(wanted);
}

}  // namespace malimap::testing
