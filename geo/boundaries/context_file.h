#pragma once
// A layer of the user's own to be drawn with the map: roads, camps, floods. Any geometry; no
// figures hang on it.

#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.h"
#include "geo/boundaries/boundaries.h"

namespace malimap {

/// A part of the globe in degrees.
struct GlobeBox {
  LonLat low, high;
};

struct ContextGeometry {
  std::string layer;        // its name in the file
  std::vector<Ring> areas;  // outer rings and holes alike, to be outlined
  std::vector<std::vector<LonLat>> lines;
  std::vector<LonLat> points;
};

/// Reads a file's layer (empty: the first) through GDAL, in WGS 84. Features that lie wholly
/// outside `around` are left out. Errors (place.file is the path): what open_vector_file() says, no
/// such layer, a projection that is not understood, coordinates that are no degrees, more than two
/// million points.
[[nodiscard]] Result<ContextGeometry> read_context_file(const std::string& path,
                                                        const std::string& layer,
                                                        const std::optional<GlobeBox>& around);

}  // namespace malimap
