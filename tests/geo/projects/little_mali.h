#pragma once
// Boundaries of rectangles that bear Mali's names, so that the rules can be read without geometry
// in the way.

#include <string>
#include <vector>

#include "geo/boundaries/boundaries.h"

namespace malimap::testing {

inline AdminUnit box(std::string pcode, std::string name, double west, double south, double east,
                     double north, std::string parent = {}) {
  AdminUnit unit;
  unit.pcode = std::move(pcode);
  unit.name = std::move(name);
  unit.parent_pcode = std::move(parent);
  unit.polygons.push_back({{{west, south}, {east, south}, {east, north}, {west, north}}, {}});
  unit.area_km2 = 1;
  return unit;
}

/// The nine units of 2012, each one degree wide from 0 to 9 east, 10 to 12 north: Kayes in the
/// west, Bamako in the east.
inline Boundaries nine_units() {
  AdminLayer regions;
  const char* names[] = {"Kayes",      "Koulikoro", "Sikasso", "Ségou", "Mopti",
                         "Tombouctou", "Gao",       "Kidal",   "Bamako"};
  for (int i = 0; i < 9; ++i)
    regions.units.push_back(box("ML0" + std::to_string(i + 1), names[i], i, 10, i + 1, 12));
  return {"nine boxes", "2012", {regions}};
}

/// With Ménaka and Taoudénit as units of their own, north of Gao and Tombouctou.
inline Boundaries eleven_units() {
  Boundaries boundaries = nine_units();
  boundaries.vintage = "2016";
  boundaries.layers[0].units.push_back(box("ML10", "Ménaka", 6, 12, 7, 14));
  boundaries.layers[0].units.push_back(box("ML11", "Taoudénit", 5, 12, 6, 14));
  return boundaries;
}

/// The nine units with some cercles, capital first in Mopti as in the list of 2017.
inline Boundaries with_cercles() {
  Boundaries boundaries = nine_units();
  AdminLayer cercles;
  cercles.level = Level::Cercle;
  cercles.units = {box("ML0501", "Mopti", 4, 10, 4.5, 12, "ML05"),
                   box("ML0502", "Bandiagara", 4.5, 10, 5, 11, "ML05"),
                   box("ML0503", "Bankass", 4.5, 11, 5, 12, "ML05"),
                   box("ML0701", "Gao", 6, 10, 6.5, 12, "ML07"),
                   box("ML0702", "Ansongo", 6.5, 10, 7, 11, "ML07"),
                   box("ML0704", "Menaka", 6.5, 11, 7, 12, "ML07"),
                   box("ML0801", "Kidal", 7, 10, 8, 12, "ML08")};
  boundaries.layers.push_back(cercles);
  return boundaries;
}

/// Another country.
inline Boundaries elsewhere() {
  AdminLayer regions;
  regions.units = {box("BF01", "Boucle du Mouhoun", 0, 10, 1, 12),
                   box("BF02", "Cascades", 1, 10, 2, 12), box("BF03", "Centre", 2, 10, 3, 12)};
  return {"three boxes", "", {regions}};
}

}  // namespace malimap::testing
