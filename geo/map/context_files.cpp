// Layers of the user's own: read, projected, cut to what the map can show.

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <optional>

#include "geo/boundaries/context_file.h"
#include "geo/map/clip.h"
#include "geo/map/projection.h"
#include "geo/map/shapes.h"

namespace malimap {
namespace {

constexpr double kMargin = 1;  // extents of the units kept on every side
constexpr double kThinnest = 0.1, kWidest = 20;

struct NamedColour {
  std::string_view name;
  std::uint32_t value;
};
constexpr std::array kNamedColours = {
    NamedColour{"black", 0x000000},  NamedColour{"white", 0xFFFFFF},
    NamedColour{"grey", 0x808080},   NamedColour{"gray", 0x808080},
    NamedColour{"red", 0xC0392B},    NamedColour{"orange", 0xD9822B},
    NamedColour{"yellow", 0xE0B81C}, NamedColour{"green", 0x3B8C4F},
    NamedColour{"blue", 0x2F6DB3},   NamedColour{"purple", 0x6B5B95},
    NamedColour{"brown", 0x8B5A2B},
};

/// "#rgb", "#rrggbb" or a name.
std::optional<std::uint32_t> colour_of(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const NamedColour& colour : kNamedColours)
    if (colour.name == text)
      return colour.value;
  if ((text.size() != 4 && text.size() != 7) || text[0] != '#')
    return std::nullopt;
  const std::size_t repeat = text.size() == 4 ? 2 : 1;
  std::uint32_t value = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(text[i]);
    if (digit == std::string_view::npos)
      return std::nullopt;
    for (std::size_t k = 0; k < repeat; ++k)
      value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return value;
}

/// The degrees that the box covers; nothing where parts of it are off the globe.
std::optional<GlobeBox> degrees_of(const PlaneBox& box, const Projection& plane) {
  constexpr int kSteps = 16;
  GlobeBox out{{1e300, 1e300}, {-1e300, -1e300}};
  for (int i = 0; i <= kSteps; ++i)
    for (int k = 0; k <= kSteps; ++k) {
      const auto p = plane.inverse(
          {box.low.x + box.width() * i / kSteps, box.low.y + box.height() * k / kSteps});
      if (!p)
        return std::nullopt;
      out.low = {std::min(out.low.lon, p->lon), std::min(out.low.lat, p->lat)};
      out.high = {std::max(out.high.lon, p->lon), std::max(out.high.lat, p->lat)};
    }
  return out;
}

bool touches(const PlaneBox& box, PlanePoint a, PlanePoint b) {
  return std::min(a.x, b.x) <= box.high.x && std::max(a.x, b.x) >= box.low.x &&
         std::min(a.y, b.y) <= box.high.y && std::max(a.y, b.y) >= box.low.y;
}

std::vector<PlanePoint> project(const Projection& plane, const std::vector<LonLat>& points) {
  std::vector<PlanePoint> out;
  out.reserve(points.size());
  for (LonLat p : points)
    if (const auto at = plane.forward(p))
      out.push_back(*at);
  return out;
}

/// The pieces of a line whose segments reach into the box.
void add_pieces(const std::vector<PlanePoint>& line, const PlaneBox& box,
                std::vector<std::vector<PlanePoint>>& pieces) {
  bool open = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (!touches(box, line[i - 1], line[i])) {
      open = false;
      continue;
    }
    if (!open)
      pieces.push_back({line[i - 1]});
    pieces.back().push_back(line[i]);
    open = true;
  }
}

ContextShape shape_of(const ContextFile& file, const ContextGeometry& geometry,
                      const Projection& plane, const PlaneBox& box) {
  ContextShape shape;
  shape.name = std::filesystem::path(file.path).stem().string();
  shape.colour = colour_of(file.colour).value_or(shape.colour);
  if (std::isfinite(file.width_dp))
    shape.width_dp = std::clamp(file.width_dp, kThinnest, kWidest);
  std::vector<PlaneRing> rings;
  for (const Ring& ring : geometry.areas)
    rings.push_back(project(plane, ring));
  std::erase_if(rings, [](const PlaneRing& ring) { return ring.size() < 3; });
  shape.areas = clip(rings, box);
  for (const auto& line : geometry.lines)
    add_pieces(project(plane, line), box, shape.lines);
  for (PlanePoint point : project(plane, geometry.points))
    if (touches(box, point, point))
      shape.points.push_back(point);
  return shape;
}

}  // namespace

Status add_context_files(Shapes& shapes, std::span<const ContextFile> files) {
  if (files.empty())
    return {};
  const auto plane = Projection::create(shapes.projection);
  if (!plane)
    return tl::make_unexpected(plane.error());
  const double margin = kMargin * std::max(shapes.box.width(), shapes.box.height());
  const PlaneBox box{{shapes.box.low.x - margin, shapes.box.low.y - margin},
                     {shapes.box.high.x + margin, shapes.box.high.y + margin}};
  const auto around = degrees_of(box, *plane);
  std::vector<ContextShape> added;
  for (const ContextFile& file : files) {
    if (!colour_of(file.colour))
      return failure({N_("“{0}” is no colour"), {file.colour}},
                     {.file = file.path, .sheet = {}, .row = {}, .column = {}},
                     {N_("write it as #rrggbb"), {}});
    const auto geometry = read_context_file(file.path, file.layer, around);
    if (!geometry)
      return tl::make_unexpected(geometry.error());
    added.push_back(shape_of(file, *geometry, *plane, box));
  }
  shapes.context.insert(shapes.context.end(), std::make_move_iterator(added.begin()),
                        std::make_move_iterator(added.end()));
  return {};
}

}  // namespace malimap
