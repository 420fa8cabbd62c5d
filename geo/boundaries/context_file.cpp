#include "geo/boundaries/context_file.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "geo/base/numbers.h"
#include "geo/base/translator.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {
namespace {

constexpr std::size_t kMostPoints = 2'000'000;  // more would make every frame slow

using Transformation = std::unique_ptr<OGRCoordinateTransformation>;

Place in(const std::string& path) {
  return {.file = path, .sheet = {}, .row = {}, .column = {}};
}

bool is_local(const OGRSpatialReference* reference) {
  return !reference || reference->IsEmpty() || reference->IsLocal();
}

/// Into WGS 84, longitude first. Null where the file names no reference: degrees are meant.
Result<Transformation> to_degrees(const VectorFile& file, OGRLayer& layer) {
  const OGRSpatialReference* source = layer.GetSpatialRef();
  if (is_local(source))
    return Transformation{};
  OGRSpatialReference degrees;
  degrees.SetWellKnownGeogCS("WGS84");
  degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const char* const any_axes[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
  if (source->IsSame(&degrees, any_axes))
    return Transformation{};
  const GdalMessages messages;
  Transformation made(OGRCreateCoordinateTransformation(source, &degrees));
  if (!made)
    return failure({N_("the file's projection is not understood: {0}"), {messages.first_failure()}},
                   in(file.path()));
  return made;
}

/// Lets the file skip what lies far away, where its format can.
void skip_far_away(OGRLayer& layer, const OGRCoordinateTransformation* to_degrees,
                   const GlobeBox& box) {
  double left = box.low.lon, bottom = box.low.lat, right = box.high.lon, top = box.high.lat;
  if (to_degrees) {
    const GdalMessages messages;
    const Transformation back(to_degrees->GetInverse());
    if (!back || !back->TransformBounds(box.low.lon, box.low.lat, box.high.lon, box.high.lat, &left,
                                        &bottom, &right, &top, 21))
      return;
  }
  if (std::isfinite(left) && std::isfinite(bottom) && left < right && bottom < top)
    layer.SetSpatialFilterRect(left, bottom, right, top);
}

class Reader {
 public:
  Reader(ContextGeometry& out, const std::optional<GlobeBox>& around)
      : out_(out), around_(around) {}

  [[nodiscard]] bool too_many() const { return points_ > kMostPoints; }
  [[nodiscard]] bool off_globe() const { return off_globe_; }

  void add(const OGRGeometry& geometry) {
    switch (wkbFlatten(geometry.getGeometryType())) {
      case wkbPoint:
        add_points({at(*geometry.toPoint())});
        break;
      case wkbLineString:
        add_to(out_.lines, points_of(*geometry.toLineString()), 2);
        break;
      case wkbPolygon:
      case wkbTriangle:
        for (const OGRLinearRing* ring : *geometry.toPolygon())
          add_to(out_.areas, points_of(*ring), 3);
        break;
      case wkbPolyhedralSurface:
      case wkbTIN:
        for (const OGRPolygon* part : *geometry.toPolyhedralSurface())
          add(*part);
        break;
      default:
        if (OGR_GT_IsSubClassOf(wkbFlatten(geometry.getGeometryType()), wkbGeometryCollection))
          for (const OGRGeometry* part : *geometry.toGeometryCollection())
            add(*part);
    }
  }

 private:
  static LonLat at(const OGRPoint& point) { return {point.getX(), point.getY()}; }

  static std::vector<LonLat> points_of(const OGRLineString& line) {
    std::vector<LonLat> points;
    points.reserve(static_cast<std::size_t>(line.getNumPoints()));
    for (int i = 0; i < line.getNumPoints(); ++i)
      points.push_back({line.getX(i), line.getY(i)});
    return points;
  }

  /// Drops what is no position; says whether the rest reaches into the box.
  bool is_wanted(std::vector<LonLat>& points) {
    std::erase_if(points, [](LonLat p) { return !std::isfinite(p.lon) || !std::isfinite(p.lat); });
    LonLat low{1e300, 1e300}, high{-1e300, -1e300};
    for (LonLat p : points) {
      off_globe_ = off_globe_ || std::abs(p.lon) > 360 || std::abs(p.lat) > 90.000001;
      low = {std::min(low.lon, p.lon), std::min(low.lat, p.lat)};
      high = {std::max(high.lon, p.lon), std::max(high.lat, p.lat)};
    }
    if (off_globe_ || points.empty())
      return false;
    return !around_ || (low.lon <= around_->high.lon && high.lon >= around_->low.lon &&
                        low.lat <= around_->high.lat && high.lat >= around_->low.lat);
  }

  void add_points(std::vector<LonLat> points) {
    if (!is_wanted(points))
      return;
    points_ += points.size();
    out_.points.insert(out_.points.end(), points.begin(), points.end());
  }

  void add_to(std::vector<std::vector<LonLat>>& parts, std::vector<LonLat> points,
              std::size_t fewest) {
    if (!is_wanted(points))
      return;
    if (fewest == 3 && points.size() > 1 && points.front() == points.back())
      points.pop_back();
    if (points.size() < fewest)
      return;
    points_ += points.size();
    parts.push_back(std::move(points));
  }

  ContextGeometry& out_;
  const std::optional<GlobeBox>& around_;
  std::size_t points_ = 0;
  bool off_globe_ = false;
};

/// The feature's geometry in degrees, curves as lines; null where there is none.
std::unique_ptr<OGRGeometry> geometry_of(OGRFeature& feature, OGRCoordinateTransformation* moved) {
  std::unique_ptr<OGRGeometry> geometry(feature.StealGeometry());
  if (geometry && geometry->hasCurveGeometry())
    geometry.reset(geometry->getLinearGeometry());
  if (!geometry || geometry->IsEmpty() || (moved && geometry->transform(moved) != OGRERR_NONE))
    return nullptr;
  return geometry;
}

/// Whether the layer's extent is no part of the globe: metres without a reference.
bool is_off_globe(OGRLayer& layer) {
  layer.SetSpatialFilter(nullptr);
  OGREnvelope extent;
  return layer.GetExtent(&extent, TRUE) == OGRERR_NONE &&
         (std::max(std::abs(extent.MinX), std::abs(extent.MaxX)) > 360 ||
          std::max(std::abs(extent.MinY), std::abs(extent.MaxY)) > 90.000001);
}

tl::unexpected<Error> off_globe(const std::string& path) {
  return failure({N_("the layer's coordinates are not on the globe"), {}}, in(path),
                 {N_("the file must name its projection or hold longitude and latitude"), {}});
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

Result<ContextGeometry> read_context_file(const std::string& path, const std::string& layer,
                                          const std::optional<GlobeBox>& around) {
  auto file = open_vector_file(path, FileContent::Shapes);
  if (!file)
    return tl::make_unexpected(file.error());
  const auto names = file->layer_names();
  OGRLayer* wanted = names.empty() ? nullptr : file->layer(layer.empty() ? names.front() : layer);
  if (!wanted)
    return failure({N_("there is no layer {0}; the layers are: {1}"), {layer, joined(names)}},
                   in(path));
  const auto transformation = to_degrees(*file, *wanted);
  if (!transformation)
    return tl::make_unexpected(transformation.error());
  if (around)
    skip_far_away(*wanted, transformation->get(), *around);
  ContextGeometry out;
  out.layer = wanted->GetName();
  Reader reader(out, around);
  const GdalMessages messages;
  wanted->ResetReading();
  while (const OGRFeatureUniquePtr feature{wanted->GetNextFeature()}) {
    if (const auto geometry = geometry_of(*feature, transformation->get()))
      reader.add(*geometry);
    if (reader.off_globe())
      return off_globe(path);
    if (reader.too_many())
      return failure({N_("the layer has too many points to be drawn with the map"), {}}, in(path),
                     {N_("simplify it, or cut it to the country"), {}});
  }
  // The filter may have hidden what would have told.
  const bool nothing = out.areas.empty() && out.lines.empty() && out.points.empty();
  if (nothing && !*transformation && is_off_globe(*wanted))
    return off_globe(path);
  return out;
}

}  // namespace malimap
