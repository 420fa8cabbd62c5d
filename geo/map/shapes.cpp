#include "geo/map/shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <future>

#include "geo/boundaries/simplify.h"
#include "geo/map/clip.h"
#include "geo/map/detail.h"
#include "geo/map/pole.h"
#include "geo/map/projection.h"

namespace malimap {
namespace {

constexpr char kMaliProjection[] =
    "+proj=laea +lat_0=17.5 +lon_0=-4 +x_0=0 +y_0=0 +ellps=WGS84 +units=m";
constexpr double kTolerances[] = {150, 600, 2400};  // metres, of the coarser levels
constexpr double kReach = 2;                        // extents of the units kept on every side
constexpr std::size_t kFewPoints = 4000;            // below, every level costs the same to draw

struct LonLatBox {
  LonLat low{1e300, 1e300}, high{-1e300, -1e300};
  void add(LonLat p) {
    low = {std::min(low.lon, p.lon), std::min(low.lat, p.lat)};
    high = {std::max(high.lon, p.lon), std::max(high.lat, p.lat)};
  }
};

template <class Points>
std::vector<PlanePoint> project(const Projection& projection, const Points& points) {
  std::vector<PlanePoint> out;
  out.reserve(points.size());
  for (LonLat p : points)
    if (auto projected = projection.forward(p))
      out.push_back(*projected);
  return out;
}

std::vector<PlaneRing> project(const Projection& projection, const std::vector<Polygon>& polygons) {
  std::vector<PlaneRing> rings;
  for (const Polygon& polygon : polygons) {
    rings.push_back(project(projection, polygon.outer));
    for (const Ring& hole : polygon.holes)
      rings.push_back(project(projection, hole));
  }
  std::erase_if(rings, [](const PlaneRing& ring) { return ring.size() < 3; });
  return rings;
}

/// The P-code of the unit's region, through its parents where the boundaries have them.
std::string region_of(const Boundaries& boundaries, Level level, const AdminUnit& unit) {
  if (level != Level::Commune)
    return unit.parent_pcode;
  const AdminLayer* cercles = boundaries.layer(Level::Cercle);
  const UnitIndex cercle = cercles ? cercles->find(unit.parent_pcode) : kNoUnit;
  return cercle == kNoUnit ? std::string{}
                           : cercles->units[static_cast<std::size_t>(cercle)].parent_pcode;
}

BorderRank rank_between(const Boundaries& boundaries, Level level, const AdminUnit& a,
                        const AdminUnit& b) {
  if (level == Level::Country)
    return BorderRank::National;
  if (level == Level::Region)
    return BorderRank::Region;
  if (region_of(boundaries, level, a) != region_of(boundaries, level, b))
    return BorderRank::Region;
  if (level == Level::Cercle || a.parent_pcode != b.parent_pcode)
    return BorderRank::Cercle;
  return BorderRank::Commune;
}

std::vector<PlaneArc> project_arcs(const Projection& projection, const Boundaries& boundaries,
                                   const AdminLayer& layer) {
  std::vector<PlaneArc> arcs;
  arcs.reserve(layer.arcs.size());
  for (const Arc& arc : layer.arcs) {
    PlaneArc out{project(projection, arc.points), arc.left, arc.right, BorderRank::National};
    if (out.points.size() < 2)
      continue;
    if (arc.left != kNoUnit && arc.right != kNoUnit)
      out.rank =
          rank_between(boundaries, layer.level, layer.units[static_cast<std::size_t>(arc.left)],
                       layer.units[static_cast<std::size_t>(arc.right)]);
    arcs.push_back(std::move(out));
  }
  return arcs;
}

double ring_area(const PlaneRing& ring) {
  double doubled = 0;
  for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
    doubled += (ring[before].x - ring[i].x) * (ring[before].y + ring[i].y);
  return std::abs(doubled) / 2;
}

/// Enough of a shape to find its middle: fewer points, and the search is as much faster.
std::vector<PlaneRing> outline_of(std::span<const PlaneRing> rings, double tolerance_m) {
  std::vector<PlaneRing> outlines;
  for (const PlaneRing& ring : rings) {
    PlaneRing closed = ring;
    closed.push_back(ring.front());
    outlines.push_back(simplify_arc(closed, tolerance_m));
    outlines.back().pop_back();
  }
  return outlines;
}

UnitShape unit_shape(const std::vector<PlaneRing>& rings) {
  UnitShape shape;
  for (const auto& ring : rings)
    for (PlanePoint p : ring)
      shape.box.add(p);
  if (shape.box.empty())
    return shape;
  const double precision = std::max(shape.box.width(), shape.box.height()) / 200;
  const InnerCircle circle = pole_of_inaccessibility(outline_of(rings, precision / 2), precision);
  shape.label = circle.radius > 0 ? circle.centre : shape.box.middle();
  shape.label_radius_m = circle.radius;
  return shape;
}

/// With a projection of its own, so that it can run beside the rest.
std::vector<NeighbourShape> neighbour_shapes(const std::string& definition,
                                             const std::vector<Neighbour>& neighbours) {
  std::vector<NeighbourShape> shapes;
  const auto plane = Projection::create(definition);
  if (!plane)
    return shapes;
  for (const Neighbour& neighbour : neighbours) {
    NeighbourShape shape;
    shape.name_fr = neighbour.name_fr;
    shape.name_en = neighbour.name_en;
    shape.rings = project(*plane, neighbour.polygons);
    shape.outline = outline_of(shape.rings, kOutlineTolerance);
    std::erase_if(shape.outline, [](const PlaneRing& ring) { return ring.size() < 3; });
    const auto largest = std::max_element(
        shape.rings.begin(), shape.rings.end(),
        [](const PlaneRing& a, const PlaneRing& b) { return ring_area(a) < ring_area(b); });
    if (largest != shape.rings.end())
      shape.label =
          pole_of_inaccessibility(outline_of(std::span(&*largest, 1), 8000), 20000).centre;
    shapes.push_back(std::move(shape));
  }
  return shapes;
}

/// What a projection throws far away (UTM far from its zone, a pole's stereographic plane) is cut
/// off: the picture never reaches there.
void cut_far_away(Shapes& shapes) {
  const double reach = kReach * std::max(shapes.box.width(), shapes.box.height());
  const PlaneBox near{{shapes.box.low.x - reach, shapes.box.low.y - reach},
                      {shapes.box.high.x + reach, shapes.box.high.y + reach}};
  const auto is_near = [&](PlanePoint p) { return near.contains(p); };
  for (NeighbourShape& neighbour : shapes.neighbours) {
    if (std::all_of(neighbour.rings.begin(), neighbour.rings.end(), [&](const PlaneRing& ring) {
          return std::all_of(ring.begin(), ring.end(), is_near);
        }))
      continue;
    neighbour.rings = clip(neighbour.rings, near);
    neighbour.outline = clip(neighbour.outline, near);
  }
  for (RiverShape& river : shapes.rivers)
    std::erase_if(river.points, [&](PlanePoint p) { return !is_near(p); });
  std::erase_if(shapes.rivers, [](const RiverShape& river) { return river.points.size() < 2; });
}

/// Land that the units cover needs no name of its own.
void unname_covered(std::vector<NeighbourShape>& neighbours, const DetailLevel& detail) {
  for (NeighbourShape& neighbour : neighbours)
    for (const auto& rings : detail.unit_rings)
      if (inside(rings, neighbour.label))
        neighbour.name_fr = neighbour.name_en = {};
}

void add_context(Shapes& shapes, const Projection& projection, const ContextLayers& context) {
  for (const River& river : context.rivers) {
    RiverShape shape{river.name_fr, river.rank, project(projection, river.points)};
    if (shape.points.size() >= 2)
      shapes.rivers.push_back(std::move(shape));
  }
  for (const Lake& lake : context.lakes) {
    shapes.lakes.push_back({lake.name_fr, project(projection, lake.polygons), {}});
  }
  for (const Town& town : context.towns)
    if (auto position = projection.forward(town.position))
      shapes.towns.push_back({town, *position});
}

/// Coarse levels, beside the rest: each is independent of the others. The source must outlive them.
std::vector<std::future<DetailLevel>> coarse_levels(const DetailSource& source) {
  std::size_t points = 0;
  for (const PlaneArc& arc : source.arcs)
    points += arc.points.size();
  std::vector<std::future<DetailLevel>> levels;
  if (points > kFewPoints)
    for (double tolerance : kTolerances)
      levels.push_back(std::async(std::launch::async, make_detail, std::cref(source), tolerance));
  return levels;
}

}  // namespace

void PlaneBox::add(PlanePoint p) {
  low = {std::min(low.x, p.x), std::min(low.y, p.y)};
  high = {std::max(high.x, p.x), std::max(high.y, p.y)};
}

const DetailLevel& Shapes::detail_for(double metres_per_pixel) const {
  const DetailLevel* best = &details.front();
  for (const DetailLevel& level : details)
    if (level.tolerance_m < metres_per_pixel / 2)
      best = &level;
  return *best;
}

std::string default_projection(const Boundaries& boundaries) {
  LonLatBox box;
  for (const AdminUnit& unit : boundaries.layers.front().units)
    for (const Polygon& polygon : unit.polygons)
      for (LonLat p : polygon.outer)
        box.add(p);
  const LonLat middle{(box.low.lon + box.high.lon) / 2, (box.low.lat + box.high.lat) / 2};
  const bool in_mali =
      box.low.lon > -13 && box.high.lon < 5 && box.low.lat > 9.5 && box.high.lat < 26;
  const bool most_of_it = box.high.lon - box.low.lon > 6 && box.high.lat - box.low.lat > 6;
  if ((in_mali && most_of_it) || box.low.lon > box.high.lon)
    return kMaliProjection;
  return fmt::format("+proj=laea +lat_0={:.1f} +lon_0={:.1f} +x_0=0 +y_0=0 +ellps=WGS84 +units=m",
                     middle.lat, middle.lon);
}

Result<Shapes> make_shapes(const Boundaries& boundaries, Level level, const ContextLayers& context,
                           const std::string& projection) {
  const auto resolved = resolve_plane(projection);
  if (!resolved)
    return tl::make_unexpected(resolved.error());
  const auto plane = Projection::create(resolved->definition);
  if (!plane)
    return tl::make_unexpected(plane.error());
  const AdminLayer* wanted = boundaries.layer(level);
  const AdminLayer& layer = wanted ? *wanted : boundaries.finest();
  auto neighbours = std::async(std::launch::async, neighbour_shapes,
                               std::cref(resolved->definition), std::cref(context.neighbours));
  Shapes shapes;
  shapes.projection = resolved->definition;
  shapes.projection_name =
      projection.starts_with("+proj=laea") ? N_("Lambert azimuthal equal-area") : resolved->name;
  shapes.level = layer.level;
  DetailSource source;
  source.arcs = project_arcs(*plane, boundaries, layer);
  for (const AdminUnit& unit : layer.units)
    source.unit_rings.push_back(project(*plane, unit.polygons));
  auto coarse = coarse_levels(source);
  for (std::size_t u = 0; u < layer.units.size(); ++u) {
    shapes.units.push_back(unit_shape(source.unit_rings[u]));
    shapes.units.back().code = layer.units[u].pcode;
    shapes.units.back().name = layer.units[u].name;
    if (const PlaneBox& box = shapes.units.back().box; !box.empty()) {
      shapes.box.add(box.low);
      shapes.box.add(box.high);
    }
  }
  const bool has_outlines = std::any_of(layer.units.begin(), layer.units.end(),
                                        [](const AdminUnit& u) { return !u.polygons.empty(); });
  if (shapes.box.empty() && has_outlines)
    return failure({N_("nothing of these boundaries lies on the projection “{0}”"), {projection}});
  shapes.details.push_back(make_detail(source, 0));
  for (auto& level : coarse)
    shapes.details.push_back(level.get());
  add_context(shapes, *plane, context);
  shapes.neighbours = neighbours.get();
  cut_far_away(shapes);
  unname_covered(shapes.neighbours, shapes.details.front());
  return shapes;
}

std::vector<std::optional<PlanePoint>> project_points(std::span<const LonLat> points,
                                                      const std::string& projection) {
  std::vector<std::optional<PlanePoint>> out(points.size());
  if (const auto plane = Projection::create(projection))
    for (std::size_t i = 0; i < points.size(); ++i)
      out[i] = plane->forward(points[i]);
  return out;
}

}  // namespace malimap
