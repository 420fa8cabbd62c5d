// Writes a list of made-up projects as CSV, the same for the same seed: what the reading benchmarks
// read. Twelve columns; names as people type them, points inside the units that are named.
//
//   make_projects ROWS OUT.csv [BOUNDARIES] [SEED]

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "geo/base/text.h"
#include "geo/boundaries/locate.h"
#include "geo/boundaries/read.h"

using namespace malimap;

namespace {

struct UnitPlaces {
  std::string name, parent;
  std::vector<LonLat> points;
};

/// Points inside a unit, by trying points of its box.
std::vector<LonLat> points_in(const AdminUnit& unit, const UnitLocator& locator, UnitIndex index,
                              std::mt19937_64& random) {
  double west = 180, east = -180, south = 90, north = -90;
  for (const auto& polygon : unit.polygons)
    for (const LonLat p : polygon.outer) {
      west = std::min(west, p.lon);
      east = std::max(east, p.lon);
      south = std::min(south, p.lat);
      north = std::max(north, p.lat);
    }
  std::uniform_real_distribution<double> lon(west, east), lat(south, north);
  std::vector<LonLat> points;
  for (int tries = 0; tries < 20000 && points.size() < 500; ++tries)
    if (const LonLat p{lon(random), lat(random)}; locator.locate(p) == index)
      points.push_back(p);
  return points;
}

std::vector<UnitPlaces> places_of(const Boundaries& boundaries, std::mt19937_64& random) {
  const AdminLayer& layer = boundaries.finest();
  const UnitLocator locator(layer);
  std::vector<UnitPlaces> places;
  for (std::size_t i = 0; i < layer.units.size(); ++i)
    places.push_back({layer.units[i].name, layer.units[i].parent_name,
                      points_in(layer.units[i], locator, static_cast<UnitIndex>(i), random)});
  std::erase_if(places, [](const UnitPlaces& unit) { return unit.points.empty(); });
  return places;
}

/// As people type it: mostly right, sometimes in capitals, without accents or with a slip.
std::string as_typed(std::string name, std::mt19937_64& random) {
  switch (random() % 20) {
    case 0:
    case 1:
      name = fold(name);
      break;
    case 2:
      for (char& c : name)
        c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
      break;
    case 3:
      if (name.size() > 4)
        name.erase(1 + random() % (name.size() - 2), 1);
      break;
    default:
      break;
  }
  return valid_utf8(name);
}

template <class T, std::size_t N>
const T& any(const std::array<T, N>& of, std::mt19937_64& random) {
  return of[random() % N];
}

std::string row(std::size_t number, const std::vector<UnitPlaces>& places,
                std::mt19937_64& random) {
  static constexpr std::array kFunds = {"QIP", "TF", "PBF", "Fonds fiduciaire"};
  static constexpr std::array kSectors = {"Eau et assainissement",    "Santé",      "Éducation",
                                          "Sécurité alimentaire",     "Protection", "Gouvernance",
                                          "Infrastructure; Commerce", "Justice"};
  static constexpr std::array kStates = {"Achevé", "En cours", "Approuvé", "Planifié"};
  static constexpr std::array kWorks = {"Réhabilitation du centre de santé", "Forage équipé",
                                        "Construction de trois classes", "Formation des élus"};
  const UnitPlaces& unit = places[random() % places.size()];
  const LonLat point = unit.points[random() % unit.points.size()];
  const bool has_point = random() % 10 < 8;
  const auto year = 2012 + random() % 12, month = 1 + random() % 12, day = 1 + random() % 28;
  return fmt::format(
      "ML-{:07d},{} n° "
      "{},{},{},{},{},{},{},{},{}.{:02d},{:04d}-{:02d}-{:02d},{:04d}-{:02d}-{:02d}\n",
      number, any(kWorks, random), random() % 1000, any(kFunds, random), any(kSectors, random),
      any(kStates, random), as_typed(unit.parent, random), as_typed(unit.name, random),
      has_point ? fmt::format("{:.5f}", point.lon) : "",
      has_point ? fmt::format("{:.5f}", point.lat) : "", 500 + random() % 40000, random() % 100,
      year, month, day, year + 1, month, day);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "make_projects ROWS OUT.csv [BOUNDARIES] [SEED]\n");
    return 2;
  }
  const std::size_t rows = std::strtoull(argv[1], nullptr, 10);
  std::mt19937_64 random(argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1);
  Problems problems;
  auto boundaries =
      argc > 3 ? read_boundaries(argv[3], {}, problems) : Result<Boundaries>(embedded_boundaries());
  std::FILE* const out = std::fopen(argv[2], "wb");
  if (!boundaries || out == nullptr) {
    fmt::print(stderr, "make_projects: cannot open {}\n", boundaries ? argv[2] : argv[3]);
    return 2;
  }
  const auto places = places_of(*boundaries, random);
  fmt::print(out,
             "Code projet,Titre,Fonds,Secteur,Statut,Région,Cercle,Longitude,Latitude,Budget USD,"
             "Date de début,Date de fin\n");
  for (std::size_t i = 1; i <= rows; ++i)
    fmt::print(out, "{}", row(i, places, random));
  return std::fclose(out) == 0 ? 0 : 2;
}
