#include "app/panels/map_type_icons.h"

#include <numbers>

namespace malimap::icons {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

// The same colour, weaker: 0 to 1.
ImU32 pale(ImU32 colour, float part) {
  ImVec4 c = ImGui::ColorConvertU32ToFloat4(colour);
  c.w *= part;
  return ImGui::ColorConvertFloat4ToU32(c);
}

// Three by three cells, each as strong as said.
void cells(ImDrawList& list, ImVec2 m, float half, ImU32 colour, const float (&strength)[9]) {
  const float each = half * 2 / 3, gap = half * 0.07F;
  for (int i = 0; i < 9; ++i) {
    const ImVec2 low(m.x - half + each * static_cast<float>(i % 3) + gap,
                     m.y - half + each * static_cast<float>(i / 3) + gap);
    list.AddRectFilled(low, {low.x + each - 2 * gap, low.y + each - 2 * gap},
                       pale(colour, strength[i]));
  }
}

void slice(ImDrawList& list, ImVec2 m, float r, float from, float to, ImU32 colour) {
  list.PathLineTo(m);
  list.PathArcTo(m, r, from * 2 * kPi - kPi / 2, to * 2 * kPi - kPi / 2, 24);
  list.PathFillConvex(colour);
}

void bars(ImDrawList& list, ImVec2 m, float half, ImU32 colour) {
  const float heights[] = {0.9F, 1.8F, 1.3F};
  for (int i = 0; i < 3; ++i) {
    const float x = m.x + half * (-0.9F + 0.65F * static_cast<float>(i));
    const float top = m.y + half * (0.9F - heights[i]);
    const float split = m.y + half * (0.9F - heights[i] * 0.45F);
    list.AddRectFilled({x, top}, {x + half * 0.48F, split}, pale(colour, 0.4F));
    list.AddRectFilled({x, split}, {x + half * 0.48F, m.y + half * 0.9F}, colour);
  }
}

void dots(ImDrawList& list, ImVec2 m, float half, ImU32 colour) {
  const ImVec2 places[] = {{-0.7F, -0.5F}, {-0.2F, -0.75F}, {0.1F, -0.3F}, {-0.45F, 0.05F},
                           {0.65F, -0.6F}, {0.5F, 0.1F},    {0.0F, 0.35F}, {-0.7F, 0.6F},
                           {0.35F, 0.7F},  {0.8F, 0.55F},   {-0.2F, 0.8F}};
  for (const ImVec2& p : places)
    list.AddCircleFilled({m.x + p.x * half, m.y + p.y * half}, half * 0.13F, colour, 8);
}

void pin(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const ImVec2 head(m.x, m.y - half * 0.28F);
  const float r = half * 0.58F;
  list.PathArcTo(head, r, kPi * 0.85F, kPi * 2.15F, 24);
  list.PathLineTo({m.x, m.y + half * 0.95F});
  list.PathStroke(colour, ImDrawFlags_Closed, line);
  list.AddCircleFilled(head, half * 0.2F, colour, 12);
}

// Two halves of a circle, apart, a minus on the one and a plus on the other.
void difference(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float r = half * 0.92F, gap = half * 0.1F, arm = half * 0.24F, x = half * 0.48F;
  list.PathArcTo({m.x - gap, m.y}, r, kPi * 0.5F, kPi * 1.5F, 20);
  list.PathFillConvex(pale(colour, 0.3F));
  list.PathArcTo({m.x + gap, m.y}, r, -kPi * 0.5F, kPi * 0.5F, 20);
  list.PathStroke(colour, ImDrawFlags_Closed, line);
  list.AddLine({m.x - x - arm, m.y}, {m.x - x + arm, m.y}, colour, line);
  list.AddLine({m.x + x - arm, m.y}, {m.x + x + arm, m.y}, colour, line);
  list.AddLine({m.x + x, m.y - arm}, {m.x + x, m.y + arm}, colour, line);
}

// A place in the middle of rings that grow darker with the distance.
void rings(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  list.AddCircle(m, half * 0.42F, pale(colour, 0.4F), 20, line);
  list.AddCircle(m, half * 0.7F, pale(colour, 0.65F), 24, line);
  list.AddCircle(m, half * 0.98F, colour, 28, line);
  list.AddCircleFilled(m, half * 0.18F, colour, 12);
}

}  // namespace

void map_type(MapType type, ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  switch (type) {
    case MapType::Choropleth:
      return cells(list, m, half, colour, {0.15F, 0.3F, 0.5F, 0.3F, 0.5F, 0.75F, 0.5F, 0.75F, 1});
    case MapType::Diverging:
      return cells(list, m, half, colour, {1, 0.6F, 0.2F, 0.6F, 0.12F, 0.6F, 0.2F, 0.6F, 1});
    case MapType::Dominant:
      return cells(list, m, half, colour, {1, 1, 0.25F, 1, 0.55F, 0.25F, 0.55F, 0.55F, 0.25F});
    case MapType::Bivariate:
      cells(list, m, half, colour, {0.55F, 0.75F, 1, 0.3F, 0.5F, 0.7F, 0.1F, 0.25F, 0.4F});
      list.AddRect({m.x - half, m.y - half}, {m.x + half, m.y + half}, pale(colour, 0.6F), 0, 0,
                   line * 0.7F);
      return;
    case MapType::Symbols:
      list.AddCircleFilled({m.x - half * 0.3F, m.y + half * 0.25F}, half * 0.62F,
                           pale(colour, 0.35F), 24);
      list.AddCircle({m.x - half * 0.3F, m.y + half * 0.25F}, half * 0.62F, colour, 24, line);
      list.AddCircle({m.x + half * 0.55F, m.y - half * 0.5F}, half * 0.36F, colour, 20, line);
      return;
    case MapType::Pies:
      slice(list, m, half * 0.9F, 0, 0.4F, colour);
      slice(list, m, half * 0.9F, 0.4F, 0.75F, pale(colour, 0.5F));
      slice(list, m, half * 0.9F, 0.75F, 1, pale(colour, 0.22F));
      return;
    case MapType::Bars:
      return bars(list, m, half, colour);
    case MapType::Dots:
      return dots(list, m, half, colour);
    case MapType::Places:
      return pin(list, m, half, colour, line);
    case MapType::Difference:
      return difference(list, m, half, colour, line);
    case MapType::Distance:
      return rings(list, m, half, colour, line);
  }
}

}  // namespace malimap::icons
