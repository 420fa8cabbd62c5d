// What stands on the map: towns, dots, symbols, markers and labels.

#include <cmath>
#include <numbers>

#include "geo/map/style.h"
#include "geo/output/map_painter.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

Stroke symbol_stroke(const Symbol& symbol, const Theme& theme, double scale) {
  Stroke stroke{style::symbol_line(symbol, theme), style::kSymbolLineWidth * scale, {}};
  if (symbol.inferred)
    stroke.dashes = {style::kSymbolDash * scale, style::kSymbolDashGap * scale};
  return stroke;
}

}  // namespace
void MapPainter::circle(PlanePoint at, double radius_dp, const Ink& ink, const ShapeName& name) {
  const PixelPoint centre = view_.to_pixel(at);
  const double radius = dp(radius_dp);
  if (centre.x < -radius || centre.y < -radius || centre.x > view_.width + radius ||
      centre.y > view_.height + radius)
    return;
  canvas_.circle(centre, radius, ink, name);
}

void MapPainter::towns() {
  if (composition_.towns.empty())
    return;
  canvas_.begin_group({"towns", ""});
  for (const int index : composition_.towns) {
    const TownShape& shape = composition_.shapes->towns[static_cast<std::size_t>(index)];
    circle(shape.position, style::town_radius(shape.town.rank),
           filled(theme().town, line(theme().halo, style::kTownLineWidth)));
  }
  canvas_.end_group();
}

void MapPainter::dots() {
  if (composition_.dots.empty())
    return;
  canvas_.begin_group({"dots", ""});
  for (const Dot& dot : composition_.dots)
    circle(dot.position, composition_.dot_radius_dp, filled(dot.colour));
  canvas_.end_group();
}

void MapPainter::pie(const Symbol& symbol, const ShapeName& name) {
  const PixelPoint centre = view_.to_pixel(symbol.position);
  const double radius = dp(symbol.radius_dp);
  canvas_.begin_group(name);
  double from = 0;
  for (const SymbolPart& part : symbol.parts) {
    const double to = from + part.share * 2 * std::numbers::pi;
    Ink ink = filled(part.colour);
    if (symbol.parts.size() > 1)
      ink.stroke = line(theme().paper, style::kPartLineWidth);
    if (part.share > 0)
      canvas_.shape(sector(centre, radius, from, to), ink);
    from = to;
  }
  canvas_.circle(centre, radius, lined(symbol_stroke(symbol, theme(), view_.scale)));
  canvas_.end_group();
}

void MapPainter::bar(const Symbol& symbol, const ShapeName& name) {
  const PixelPoint foot = view_.to_pixel(symbol.position);
  const double width = dp(symbol.width_dp), height = dp(symbol.height_dp);
  canvas_.begin_group(name);
  double y = foot.y;
  for (const SymbolPart& part : symbol.parts) {
    const double part_height = part.share * height;
    y -= part_height;
    if (part_height > 0)
      canvas_.rectangle({foot.x - width / 2, y, width, part_height},
                        filled(part.colour, line(theme().paper, style::kPartLineWidth)));
  }
  canvas_.rectangle({foot.x - width / 2, foot.y - height, width, height},
                    lined(symbol_stroke(symbol, theme(), view_.scale)));
  canvas_.end_group();
}

void MapPainter::symbols() {
  if (composition_.symbols.empty())
    return;
  canvas_.begin_group({"symbols", ""});
  for (const Symbol& symbol : composition_.symbols) {
    ShapeName name;
    if (symbol.unit >= 0 &&
        static_cast<std::size_t>(symbol.unit) < composition_.shapes->units.size()) {
      const UnitShape& unit = composition_.shapes->units[static_cast<std::size_t>(symbol.unit)];
      name = {"symbol-" + unit.code, unit.name};
    }
    if (symbol.kind == SymbolKind::Pie)
      pie(symbol, name);
    else if (symbol.kind == SymbolKind::Bar)
      bar(symbol, name);
    else if (!symbol.parts.empty())
      circle(symbol.position, symbol.radius_dp,
             filled(symbol.parts[0].colour, symbol_stroke(symbol, theme(), view_.scale)), name);
  }
  canvas_.end_group();
}

void MapPainter::cluster_count(const Marker& marker) {
  const PixelPoint centre = view_.to_pixel(marker.position);
  Label label;
  label.text = std::to_string(marker.count);
  label.role = TextRole::Legend;
  label.size_dp = style::kClusterText;
  label.bold = true;
  label.colour = theme().marker_line;
  label.halo = {0, 0, 0, 0};
  const PixelBox size =
      text_size(label.text, {label.role, dp(label.size_dp), label.bold, false, 0});
  label.box = {centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height};
  if (label.box.x > -size.width && label.box.y > -size.height && centre.x < view_.width &&
      centre.y < view_.height)
    put_label(canvas_, label, view_.scale);
}

void MapPainter::markers() {
  if (composition_.markers.empty())
    return;
  canvas_.begin_group({"markers", ""});
  for (const Marker& marker : composition_.markers) {
    const bool cluster = marker.places > 1;
    if (marker.change != MarkerChange::None) {
      const style::MarkerLook look = style::look_of(marker.change, theme());
      circle(marker.position, marker.radius_dp, filled(look.fill, line(look.line, look.width_dp)));
    } else if (marker.contested && !cluster)
      circle(marker.position, marker.radius_dp,
             filled(theme().halo, line(theme().marker_fill, style::kContestedLineWidth)));
    else
      circle(marker.position, marker.radius_dp,
             filled(cluster ? style::cluster_fill(theme()) : theme().marker_fill,
                    line(theme().marker_line, style::kMarkerLineWidth)));
    if (cluster)
      cluster_count(marker);
  }
  canvas_.end_group();
}

void MapPainter::leaders() {
  if (composition_.leaders.empty())
    return;
  canvas_.begin_group({"leaders", ""});
  for (const Leader& leader : composition_.leaders) {
    Path path;
    path.move_to(leader.from);
    path.line_to(leader.to);
    canvas_.shape(path, lined(line(leader.halo, style::kLeaderHaloWidth)));
    canvas_.shape(path, lined(line(leader.colour, style::kLeaderWidth)));
    canvas_.circle(leader.to, dp(style::kLeaderEnd),
                   filled(leader.colour, line(leader.halo, style::kLeaderWidth)));
  }
  canvas_.end_group();
}

void MapPainter::labels() {
  canvas_.begin_group({"labels", ""});
  for (const Label& label : composition_.labels)
    put_label(canvas_, label, view_.scale);
  canvas_.end_group();
}

}  // namespace malimap
