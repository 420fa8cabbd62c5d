#pragma once
// Boundaries and what was said about them, as geo/base/packed.h wants it.

#include "geo/base/packed.h"
#include "geo/base/problems.h"
#include "geo/boundaries/boundaries.h"

namespace malimap {

template <>
inline constexpr bool kPackedAsBytes<LonLat> = true;
static_assert(sizeof(LonLat) == 2 * sizeof(double));

template <class Packing>
void pack(Packing& to, Polygon& polygon) {
  to(polygon.outer, polygon.holes);
}
template <class Packing>
void pack(Packing& to, Arc& arc) {
  to(arc.points, arc.left, arc.right);
}
template <class Packing>
void pack(Packing& to, AdminUnit& unit) {
  to(unit.pcode, unit.pcode_made_up, unit.name, unit.parent_pcode, unit.parent_name, unit.polygons,
     unit.area_km2);
}
template <class Packing>
void pack(Packing& to, AdminLayer& layer) {
  to(layer.level, layer.units, layer.arcs, layer.derived);
}
template <class Packing>
void pack(Packing& to, Boundaries& boundaries) {
  to(boundaries.source, boundaries.vintage, boundaries.layers);
}
template <class Packing>
void pack(Packing& to, Message& message) {
  to(message.msgid, message.args);
}
template <class Packing>
void pack(Packing& to, Place& place) {
  to(place.file, place.sheet, place.row, place.column);
}
template <class Packing>
void pack(Packing& to, Error& error) {
  to(error.what, error.where, error.remedy);
}
template <class Packing>
void pack(Packing& to, Problem& problem) {
  to(problem.reason, problem.severity, problem.error, problem.value, problem.proposal,
     problem.proposal_code, problem.score);
}

}  // namespace malimap
