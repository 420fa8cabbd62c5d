#pragma once
// A small sign for each type of map.

#include <imgui.h>

#include "geo/map/scene.h"

namespace malimap::icons {

void map_type(MapType type, ImDrawList& list, ImVec2 middle, float half, ImU32 colour, float line);

}  // namespace malimap::icons
