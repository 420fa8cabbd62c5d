#pragma once
// The parts of a file that is XML in ZIP.

#include <string>
#include <vector>

#include "geo/base/date.h"
#include "geo/base/result.h"

namespace malimap {

struct PackagePart {
  std::string path;  // without a leading slash
  std::string bytes;
};

/// A ZIP file of the parts in their order, all of that date at midnight: the same parts give the
/// same bytes. Errors: what the ZIP library says.
[[nodiscard]] Result<std::string> zip_package(const std::vector<PackagePart>& parts, Date date);

}  // namespace malimap
