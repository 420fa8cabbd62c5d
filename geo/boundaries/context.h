#pragma once
// What surrounds and helps to read the map: neighbouring countries, rivers, towns. Embedded; no
// figures hang on it.

#include <string>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap {

struct Neighbour {
  std::string iso;  // ISO 3166-1 alpha-2
  std::string name_fr, name_en;
  std::vector<Polygon> polygons;
};

struct Lake {
  std::string name_fr;  // may be empty
  std::vector<Polygon> polygons;
};

struct River {
  std::string name_fr;  // may be empty
  int rank = 1;         // 1 main river, 2 tributary
  std::vector<LonLat> points;
};

struct Town {
  std::string name_fr;
  int rank = 2;  // 0 national capital, 1 regional capital, 2 cercle capital
  LonLat position;
  std::int64_t population = 0;
};

struct ContextLayers {
  std::vector<Neighbour> neighbours;  // and Mali itself: land under boundaries that fit less well
  std::vector<River> rivers;
  std::vector<Lake> lakes;  // and reaches where a river is as wide as a lake
  std::vector<Town> towns;  // by rank, then by falling population
};

[[nodiscard]] ContextLayers embedded_context();

}  // namespace malimap
