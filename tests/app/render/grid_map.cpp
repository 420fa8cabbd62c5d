#include "tests/app/render/grid_map.h"

#include <algorithm>
#include <cmath>

namespace malimap::testing {
namespace {

constexpr double kCell = 100'000;  // m

PlanePoint node(int column, int row) {
  // Moved off the lattice, so that no border is exactly level or upright.
  return {column * kCell + 9000 * std::sin(column * 2.3 + row * 1.7),
          row * kCell + 9000 * std::cos(column * 1.1 - row * 2.9)};
}

std::vector<PlanePoint> border(PlanePoint from, PlanePoint to, int points) {
  std::vector<PlanePoint> line;
  const double dx = to.x - from.x, dy = to.y - from.y;
  for (int i = 0; i <= points; ++i) {
    const double t = static_cast<double>(i) / points;
    const double wave = 0.06 * std::sin(t * 9.42477796) * std::sin(t * 3.14159265);
    line.push_back({from.x + dx * t - dy * wave, from.y + dy * t + dx * wave});
  }
  line.back() = to;
  return line;
}

void append(PlaneRing& ring, const std::vector<PlanePoint>& line, bool backwards) {
  // The last point is the next border's first.
  if (backwards)
    ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
  else
    ring.insert(ring.end(), line.begin(), line.end() - 1);
}

class GridBuilder {
 public:
  explicit GridBuilder(const GridOptions& options) : options_(options) {}

  DetailLevel build() {
    make_borders();
    for (int row = 0; row < options_.rows; ++row)
      for (int column = 0; column < options_.columns; ++column)
        add_unit(column, row);
    mesh_.first.push_back(static_cast<std::uint32_t>(mesh_.all.triangles.size()));
    level_.later_mesh = Later(std::move(mesh_));
    return std::move(level_);
  }

 private:
  [[nodiscard]] UnitIndex unit(int column, int row) const {
    const bool inside = column >= 0 && row >= 0 && column < options_.columns && row < options_.rows;
    return inside ? row * options_.columns + column : kNoUnit;
  }
  [[nodiscard]] std::size_t level_border(int column, int row) const {
    return static_cast<std::size_t>(row * options_.columns + column);
  }
  [[nodiscard]] std::size_t upright_border(int column, int row) const {
    return static_cast<std::size_t>((options_.rows + 1) * options_.columns +
                                    row * (options_.columns + 1) + column);
  }

  void make_borders() {
    const auto add = [this](PlanePoint from, PlanePoint to, UnitIndex left, UnitIndex right) {
      const bool outer = left == kNoUnit || right == kNoUnit;
      const auto inner = left % 2 == 0 ? BorderRank::Region : BorderRank::Cercle;
      level_.arcs.push_back({border(from, to, options_.points_per_border), left, right,
                             outer ? BorderRank::National : inner});
    };
    for (int row = 0; row <= options_.rows; ++row)
      for (int column = 0; column < options_.columns; ++column)
        add(node(column, row), node(column + 1, row), unit(column, row), unit(column, row - 1));
    for (int row = 0; row < options_.rows; ++row)
      for (int column = 0; column <= options_.columns; ++column)
        add(node(column, row), node(column, row + 1), unit(column - 1, row), unit(column, row));
  }

  void add_unit(int column, int row) {
    PlaneRing ring;
    append(ring, level_.arcs[level_border(column, row)].points, false);
    append(ring, level_.arcs[upright_border(column + 1, row)].points, false);
    append(ring, level_.arcs[level_border(column, row + 1)].points, true);
    append(ring, level_.arcs[upright_border(column, row)].points, true);
    // Star-shaped around its middle: a fan covers it.
    Mesh& all = mesh_.all;
    mesh_.first.push_back(static_cast<std::uint32_t>(all.triangles.size()));
    const auto base = static_cast<std::uint32_t>(all.vertices.size());
    all.vertices.push_back({(column + 0.5) * kCell, (row + 0.5) * kCell});
    all.vertices.insert(all.vertices.end(), ring.begin(), ring.end());
    const auto count = static_cast<std::uint32_t>(ring.size());
    for (std::uint32_t i = 0; i < count; ++i)
      for (std::uint32_t index : {0U, i + 1, (i + 1) % count + 1})
        all.triangles.push_back(base + index);
    level_.unit_rings.push_back({std::move(ring)});
  }

  GridOptions options_;
  DetailLevel level_;
  UnitMesh mesh_;
};

NeighbourShape neighbour(PlanePoint low, PlanePoint high) {
  NeighbourShape shape;
  shape.name_fr = shape.name_en = "Voisin";
  shape.rings = {{low, {high.x, low.y}, high, {low.x, high.y}}};
  shape.label = {(low.x + high.x) / 2, (low.y + high.y) / 2};
  return shape;
}

RiverShape river(const GridOptions& options) {
  RiverShape shape;
  for (int i = 0; i <= 200; ++i) {
    const double t = i / 200.0;
    shape.points.push_back(
        {t * options.columns * kCell, (1.3 + std::sin(t * 11) * 0.7 + t * 0.8) * kCell});
  }
  return shape;
}

Label name_of(const Composition& composition, std::size_t unit) {
  Label label;
  label.text = "Unité " + std::to_string(unit);
  label.size_dp = 12;
  label.box = {0, 0, 60 * composition.view.scale, 16 * composition.view.scale};
  const PixelPoint middle = middle_of(composition, unit);
  label.box.x = std::round(middle.x - label.box.width / 2);
  label.box.y = std::round(middle.y + 8 * composition.view.scale);
  label.colour = composition.theme.text;
  label.halo = composition.theme.halo;
  label.unit = static_cast<int>(unit);
  return label;
}

}  // namespace

Shapes grid_shapes(const GridOptions& options) {
  Shapes shapes;
  shapes.details.push_back(GridBuilder(options).build());
  for (const auto& rings : shapes.details[0].unit_rings) {
    UnitShape unit;
    for (PlanePoint p : rings[0]) {
      unit.box.add(p);
      shapes.box.add(p);
    }
    unit.label = unit.box.middle();
    shapes.units.push_back(unit);
  }
  const double right = options.columns * kCell, top = options.rows * kCell;
  shapes.neighbours.push_back(neighbour({-3 * kCell, -3 * kCell}, {0.5 * right, top + kCell}));
  shapes.neighbours.push_back(neighbour({0.5 * right, -3 * kCell}, {right + kCell, 0.5 * top}));
  shapes.rivers.push_back(river(options));
  for (int i = 0; i < 3; ++i)
    shapes.towns.push_back({{"Ville", i, {}, 0}, {(i + 0.3) * kCell, (i + 0.2) * kCell}});
  return shapes;
}

PixelPoint middle_of(const Composition& composition, std::size_t unit) {
  return composition.view.to_pixel(composition.shapes->units[unit].label);
}

Composition grid_composition(Snapshot<Shapes> shapes, double width, double height, double scale) {
  static constexpr std::array<Colour, 5> kClasses{{{239, 243, 255, 255},
                                                   {189, 215, 231, 255},
                                                   {107, 174, 214, 255},
                                                   {49, 130, 189, 255},
                                                   {8, 81, 156, 255}}};
  Composition c;
  c.shapes = std::move(shapes);
  c.theme = theme_of(ThemeName::Light);
  c.view.width = width;
  c.view.height = height;
  c.view.scale = scale;
  const PlaneBox& box = c.shapes->box;
  c.view.camera.centre = box.middle();
  c.view.camera.metres_per_dp =
      std::max(box.width() / (width * 0.85), box.height() / (height * 0.85)) * scale;
  for (std::size_t unit = 0; unit < c.shapes->units.size(); ++unit) {
    const bool missing = unit % 6 == 4;
    c.paint.push_back(missing ? UnitPaint{c.theme.no_data_fill, kNoClass}
                              : UnitPaint{kClasses[unit % 5], static_cast<int>(unit % 5)});
    if (unit % 3 == 0)
      c.markers.push_back({c.shapes->units[unit].label,
                           3.0 + static_cast<double>(unit % 4),
                           {static_cast<ProjectIndex>(unit)},
                           1});
    c.labels.push_back(name_of(c, unit));
  }
  for (std::size_t town = 0; town < c.shapes->towns.size(); ++town)
    c.towns.push_back(static_cast<int>(town));
  c.selected = {7};
  c.hovered = {12};
  return c;
}

}  // namespace malimap::testing
