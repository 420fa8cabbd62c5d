#include "tests/app/render/typed_map.h"

#include <array>
#include <cmath>
#include <numbers>

#include "geo/boundaries/intersect.h"
#include "geo/boundaries/triangulate.h"

namespace malimap::testing {
namespace {

constexpr std::array<Colour, 6> kCategories{{{31, 119, 180, 255},
                                             {230, 159, 0, 255},
                                             {44, 160, 44, 255},
                                             {204, 121, 167, 255},
                                             {140, 86, 75, 255},
                                             {86, 180, 233, 255}}};
constexpr std::array<Colour, 9> kCrossed{{{232, 232, 232, 255},
                                          {172, 228, 228, 255},
                                          {90, 200, 200, 255},
                                          {223, 176, 214, 255},
                                          {165, 173, 211, 255},
                                          {86, 152, 185, 255},
                                          {190, 100, 172, 255},
                                          {140, 98, 170, 255},
                                          {59, 73, 148, 255}}};
constexpr std::array<Colour, 5> kAround{{{166, 97, 26, 255},
                                         {223, 194, 125, 255},
                                         {245, 245, 245, 255},
                                         {128, 205, 193, 255},
                                         {1, 133, 113, 255}}};

ContextShape context_layer() {
  ContextShape layer;
  layer.name = "Couche";
  layer.width_dp = 1.7;
  layer.areas = {{{120e3, 130e3}, {215e3, 118e3}, {240e3, 205e3}, {150e3, 233e3}}};
  std::vector<PlanePoint> road;
  for (int i = 0; i <= 60; ++i)
    road.push_back({i * 8e3, 90e3 + 3.1e3 * i + 22e3 * std::sin(i * 0.4)});
  layer.lines = {road};
  for (int i = 0; i < 7; ++i)
    layer.points.push_back({37e3 + i * 61e3, 351e3 - i * 43e3});
  return layer;
}

Shapes shapes_with_context() {
  Shapes shapes = grid_shapes();
  shapes.context.push_back(context_layer());
  shapes.context.push_back(context_layer());
  shapes.context.back().colour = 0xB3261E;
  shapes.context.back().width_dp = 0.9;
  for (auto& line : shapes.context.back().lines)
    for (PlanePoint& p : line)
      p.y += 47e3;
  shapes.context.back().areas.clear();
  shapes.context.back().points.clear();
  return shapes;
}

template <std::size_t N>
void paint_with(Composition& c, const std::array<Colour, N>& colours) {
  for (std::size_t unit = 0; unit < c.paint.size(); ++unit)
    if (c.paint[unit].class_index >= 0)
      c.paint[unit] = {colours[unit % N], static_cast<int>(unit % N)};
}

/// Under symbols: one colour, and no class.
void paint_ground(Composition& c) {
  Colour ground = c.theme.neighbour_fill;
  ground.g = static_cast<std::uint8_t>(ground.g + 6);
  for (UnitPaint& paint : c.paint)
    if (paint.class_index >= 0)
      paint = {ground, kNoClass};
}

std::vector<SymbolPart> parts_of(std::size_t unit) {
  std::vector<SymbolPart> parts;
  const std::size_t count = unit % 5;
  double left = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const double share = i == 2 ? 0 : left * 0.41;
    parts.push_back({kCategories[i], share, static_cast<int>(i)});
    left -= share;
  }
  parts.push_back({kCategories[5], left, 5});
  return parts;
}

void add_symbols(Composition& c, SymbolKind kind) {
  paint_ground(c);
  for (std::size_t unit = 0; unit < c.shapes->units.size(); ++unit) {
    Symbol symbol;
    symbol.kind = kind;
    symbol.position = c.shapes->units[unit].label;
    symbol.radius_dp = 46.0 - 2.1 * static_cast<double>(unit);
    symbol.width_dp = 12;
    symbol.height_dp = 70.0 - 3.3 * static_cast<double>(unit);
    symbol.parts = parts_of(unit);
    if (kind == SymbolKind::Circle)
      symbol.parts = {{{31, 119, 180, 200}, 1, 0}};
    symbol.unit = static_cast<UnitIndex>(unit);
    symbol.inferred = unit % 4 == 1;
    c.symbols.push_back(std::move(symbol));
  }
}

void add_dots(Composition& c, int count) {
  paint_ground(c);
  std::uint32_t seed = 2463534242U;  // Marsaglia's xorshift
  const auto random = [&seed] {
    seed ^= seed << 13U;
    seed ^= seed >> 17U;
    seed ^= seed << 5U;
    return seed / 4294967296.0;
  };
  const std::size_t units = c.shapes->units.size();
  for (int i = 0; i < count; ++i) {
    const std::size_t unit = static_cast<std::size_t>(i) * units / static_cast<std::size_t>(count);
    const PlaneBox& box = c.shapes->units[unit].box;
    c.dots.push_back({{box.low.x + box.width() * (0.15 + 0.7 * random()),
                       box.low.y + box.height() * (0.15 + 0.7 * random())},
                      kCategories[static_cast<std::size_t>(random() * 5)]});
  }
}

void add_clusters(Composition& c) {
  paint_ground(c);
  c.markers.clear();
  for (std::size_t unit = 0; unit < c.shapes->units.size(); ++unit) {
    Marker marker;
    marker.position = c.shapes->units[unit].label;
    marker.projects = {static_cast<ProjectIndex>(unit)};
    marker.contested = unit % 5 == 1;
    if (unit % 2 == 1 && unit % 5 >= 2)  // as of a comparison with an earlier list
      marker.change = static_cast<MarkerChange>(unit % 5 - 1);
    if (unit % 2 == 0) {
      marker.places = 2 + static_cast<int>(unit);
      marker.count = 3 + static_cast<std::int64_t>(unit * unit * 4);
      marker.radius_dp = 9.0 + 0.6 * static_cast<double>(unit);
    }
    c.markers.push_back(std::move(marker));
  }
}

void add_leaders(Composition& c) {
  for (const std::size_t unit : {2U, 13U}) {
    const PixelPoint to = middle_of(c, unit);
    const double step = 40 * c.view.scale;
    c.leaders.push_back({{to.x + step, to.y - 1.3 * step}, to, c.theme.text, c.theme.halo});
  }
}

/// What lies outside of some circles that grow with the limit.
std::vector<PlaneRing> far_from(const PlaneBox& box, std::span<const PlanePoint> places,
                                double radius) {
  std::vector<PlaneRing> rings{{{box.low.x - 1e5, box.low.y - 1e5},
                                {box.high.x + 1e5, box.low.y - 1e5},
                                {box.high.x + 1e5, box.high.y + 1e5},
                                {box.low.x - 1e5, box.high.y + 1e5}}};
  for (const PlanePoint place : places) {
    PlaneRing circle;
    for (int i = 0; i < 60; ++i) {
      const double angle = -i * std::numbers::pi / 30;
      circle.push_back({place.x + radius * std::cos(angle), place.y + radius * std::sin(angle)});
    }
    rings.push_back(std::move(circle));
  }
  return rings;
}

void add_bands(Composition& c) {
  c.band_colours = {{255, 255, 217, 255}, {199, 233, 180, 255}, {127, 205, 187, 255},
                    {65, 182, 196, 255},  {34, 94, 168, 255},   {8, 29, 88, 255}};
  for (UnitPaint& paint : c.paint)
    if (paint.class_index >= 0)
      paint = {c.band_colours[0], 0};
  const Shapes& shapes = *c.shapes;
  const PlanePoint places[] = {shapes.units[0].label, shapes.units[7].label};
  Bands bands;
  for (const DetailLevel& detail : shapes.details) {
    std::vector<PlaneRing> units;
    for (const auto& rings : detail.unit_rings)
      units.insert(units.end(), rings.begin(), rings.end());
    BandAreas areas;
    for (std::size_t i = 0; i < areas.size(); ++i) {
      areas[i].rings =
          common_area(units, far_from(shapes.box, places, 2e4 + 2.3e4 * static_cast<double>(i)));
      Mesh mesh = triangulate(areas[i].rings);
      areas[i].vertices = std::move(mesh.vertices);
      areas[i].triangles = std::move(mesh.triangles);
    }
    bands.levels.push_back(std::move(areas));
  }
  c.bands = snapshot(std::move(bands));
  c.markers.clear();
  for (const PlanePoint place : places) {
    Marker marker;
    marker.position = place;
    marker.radius_dp = 2.2;
    marker.projects = {0};
    marker.contested = place == places[1];
    c.markers.push_back(std::move(marker));
  }
}

void add_type(Composition& c, const TypedOptions& options) {
  switch (options.type) {
    case MapType::Choropleth:
      break;
    case MapType::Diverging:
      paint_with(c, kAround);
      break;
    case MapType::Dominant:
      paint_with(c, kCategories);
      break;
    case MapType::Bivariate:
      paint_with(c, kCrossed);
      break;
    case MapType::Symbols:
      add_symbols(c, SymbolKind::Circle);
      break;
    case MapType::Pies:
      add_symbols(c, SymbolKind::Pie);
      break;
    case MapType::Bars:
      add_symbols(c, SymbolKind::Bar);
      break;
    case MapType::Dots:
      add_dots(c, options.dots);
      break;
    case MapType::Difference:
      paint_with(c, kAround);
      break;
    case MapType::Distance:
      add_bands(c);
      break;
    case MapType::Places:
      add_clusters(c);
      break;
  }
}

}  // namespace

Composition typed_grid(const TypedOptions& options) {
  Composition c = grid_composition(snapshot(shapes_with_context()), options.width, options.height,
                                   options.scale);
  c.theme = theme_of(options.theme);
  for (std::size_t unit = 0; unit < c.paint.size(); ++unit)
    if (c.paint[unit].class_index == kNoClass)
      c.paint[unit].fill = c.theme.no_data_fill;
  for (Label& label : c.labels) {
    label.colour = c.theme.text;
    label.halo = c.theme.halo;
  }
  c.paint[5] = {c.theme.neighbour_fill, kOutsideClass};
  if (options.type != MapType::Places)
    c.markers.clear();
  add_type(c, options);
  add_leaders(c);
  return c;
}

}  // namespace malimap::testing
