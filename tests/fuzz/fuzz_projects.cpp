// A project list of any bytes: read, covered, and the sums held against the total.

#include "geo/boundaries/read.h"
#include "tests/fuzz/list_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace malimap;
  static const fuzz::TemporaryFile csv(".csv"), geojson(".geojson");
  const auto& file = size > 0 && data[0] == '{' ? geojson : csv;
  fuzz::check_list(file.holding({data, size}));
  return 0;
}
