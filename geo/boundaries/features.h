#pragma once
// The features of a boundary file as they come: attributes as text, shapes mended and in degrees.

#include "geo/base/problems.h"
#include "geo/base/progress.h"
#include "geo/boundaries/columns.h"
#include "geo/boundaries/ogr_shapes.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {

struct Features {
  AttributeTable table;
  std::vector<ShapeResult> shapes;    // by row of the table
  std::vector<std::int64_t> numbers;  // the features' places in the file, from 1
  std::string layer;
};

/// Reads one layer: the one that the options name, else the one with areas whose name says the
/// deepest level. Where the file holds many countries and Mali among them, Mali alone. Errors: no
/// such layer; no layer with areas; no features; coordinates that are neither degrees nor in a
/// stated projection; too many units; cancelled.
[[nodiscard]] Result<Features> read_features(const VectorFile& file, const BoundaryOptions& options,
                                             Problems& problems, Progress* progress);

}  // namespace malimap
