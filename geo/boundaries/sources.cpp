#include "geo/boundaries/sources.h"

#include <algorithm>

#include "geo/boundaries/nest.h"
#include "geo/boundaries/prepared.h"
#include "geo/boundaries/remote.h"

namespace malimap {

Result<Boundaries> read_boundaries_from(const std::string& place, const BoundaryOptions& options,
                                        Problems& problems, Progress* progress) {
  if (!is_remote(place))
    return read_prepared(place, options, problems, progress);
  FetchOptions fetch;
  fetch.boundary = options;
  const auto copy = fetch_boundaries(place, progress, fetch);
  if (!copy)
    return tl::make_unexpected(copy.error());
  auto result = read_prepared(*copy, options, problems, progress);
  if (const auto address = read_address(place); result && address)
    result->source = address->name;
  return result;
}

Result<Boundaries> read_nested(const std::vector<std::string>& places,
                               const BoundaryOptions& options, Problems& problems,
                               Progress* progress) {
  if (places.empty())
    return embedded_boundaries();
  std::vector<Boundaries> parts;
  for (const std::string& place : places) {
    auto part = read_boundaries_from(place, options, problems, progress);
    if (!part)
      return part;
    parts.push_back(std::move(*part));
  }
  const bool has_regions = std::any_of(parts.begin(), parts.end(), [](const Boundaries& part) {
    return part.layer(Level::Region) != nullptr;
  });
  return nest(std::move(parts), has_regions ? Boundaries{} : embedded_boundaries(), problems);
}

}  // namespace malimap
