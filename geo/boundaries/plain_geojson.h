#pragma once
#include <optional>
#include <string>

#include "geo/boundaries/features.h"

namespace malimap {

/// The features of a GeoJSON file (RFC 7946) of the form that nearly all boundaries have: a
/// collection in degrees of polygons and multipolygons, whose features all have the same
/// properties, in the same order, of one type each. They are what read_features() says of the file,
/// which needs GDAL and so a tenth of a second the first time. Nothing for any other file, a
/// damaged or long one (64 MB) among them, and where the options name a layer: GDAL knows what to
/// do, and what to say.
[[nodiscard]] std::optional<Features> plain_geojson(const std::string& path,
                                                    const BoundaryOptions& options);

/// Whether the first shape of a GeoJSON file is an area: it is a file of boundaries then. False
/// where only GDAL can tell.
[[nodiscard]] bool begins_with_areas(const std::string& path);

}  // namespace malimap
