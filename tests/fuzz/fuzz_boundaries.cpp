// Boundaries of any bytes: read, every layer consistent in itself, every unit found by its P-code.

#include "geo/boundaries/locate.h"
#include "geo/boundaries/read.h"
#include "tests/fuzz/temporary_file.h"

namespace {

using namespace malimap;

void check_layer(const AdminLayer& layer) {
  const auto count = static_cast<UnitIndex>(layer.units.size());
  fuzz::require(count > 0, "a layer has units");
  for (const AdminUnit& unit : layer.units) {
    fuzz::require(!unit.pcode.empty(), "every unit has a P-code");
    fuzz::require(layer.find(unit.pcode) != kNoUnit, "every unit is found by its P-code");
  }
  for (const Arc& arc : layer.arcs) {
    fuzz::require(arc.points.size() >= 2, "an arc has two points");
    fuzz::require(arc.left < count && arc.right < count, "an arc's units are units of its layer");
  }
  const UnitLocator locator(layer);
  const UnitIndex found = locator.locate({-4, 14.5});
  fuzz::require(found >= kNoUnit && found < count, "a located unit is a unit of the layer");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::TemporaryFile file(".geojson");
  Problems problems;
  const auto boundaries = read_boundaries(file.holding({data, size}), {}, problems);
  if (!boundaries)
    return 0;
  fuzz::require(!boundaries->layers.empty(), "boundaries have a layer");
  for (const AdminLayer& layer : boundaries->layers)
    check_layer(layer);
  return 0;
}
