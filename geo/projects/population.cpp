#include "geo/projects/population.h"

#include <cmath>

#include "geo/projects/tables/embedded_table.h"
#include "geo/projects/values.h"

namespace malimap {

void add_population(Dataset& dataset, const Crosswalk& crosswalk, const Boundaries& boundaries) {
  const Table table = embedded_table("population/rgph2009.csv");
  const AdminLayer* layer = boundaries.layer(Level::Region);
  if (layer == nullptr || !crosswalk.fits())
    return;
  dataset.population_source = "RGPH 2009, INSTAT";
  const auto& regions = layer->units;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto units = crosswalk.units_of_2012(table.text(row, "name_fr"));
    const auto people = decimal_number(table.text(row, "population"));
    if (units.empty() || !people)
      continue;
    if (units.size() == 1) {
      dataset.population[regions[static_cast<std::size_t>(units[0])].pcode] = std::llround(*people);
      continue;
    }
    dataset.population[zone_id(table.text(row, "name_fr"))] = std::llround(*people);
    for (const auto& code : crosswalk.codes_of(units))
      dataset.population[code] = std::llround(*people);
  }
}

}  // namespace malimap
