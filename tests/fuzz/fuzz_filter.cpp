// Filter expressions of any bytes, one a line, on the embedded data: taken or refused, and what was
// taken can be counted.

#include "geo/base/text.h"
#include "geo/boundaries/read.h"
#include "geo/coverage/coverage.h"
#include "tests/fuzz/temporary_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace malimap;
  static const Boundaries boundaries = embedded_boundaries();
  static const Dataset dataset = embedded_dataset(boundaries);
  Filter filter;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const std::string& line : split(text, "\n")) {
    const Filter before = filter;
    if (!add_to_filter(filter, line, dataset, boundaries))
      fuzz::require(filter == before, "a refused expression changes nothing");
  }
  const Coverage coverage = cover(dataset, boundaries, Level::Region, filter);
  fuzz::require(coverage.zone_of_unit.size() == boundaries.layer(Level::Region)->units.size(),
                "every unit is in a zone");
  return 0;
}
