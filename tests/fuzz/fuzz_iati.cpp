// Activities of any bytes, read as IATI where they still are some.

#include "geo/boundaries/read.h"
#include "tests/fuzz/list_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace malimap;
  static const fuzz::TemporaryFile file(".xml");
  fuzz::check_list(file.holding({data, size}));
  return 0;
}
