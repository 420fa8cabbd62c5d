#pragma once
// The features of a boundary file as they come: attributes as text, shapes mended and in degrees.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/problems.h"
#include "geo/boundaries/columns.h"
#include "geo/boundaries/mend.h"

namespace malimap {

/// Of one file; more is an error.
inline constexpr std::size_t kMostUnits = 200'000;

struct Features {
  AttributeTable table;
  std::vector<ShapeResult> shapes;    // by row of the table
  std::vector<std::int64_t> numbers;  // the features' places in the file, from 1
  std::string layer;
};

/// A value of the table: trimmed, "" for what means that there is none.
[[nodiscard]] std::string attribute_value(std::string_view text);

/// Where the features are of many countries and Mali among them, keeps Mali's alone and says so.
void leave_out_other_countries(Features& features, const std::string& path, Problems& problems);

}  // namespace malimap
