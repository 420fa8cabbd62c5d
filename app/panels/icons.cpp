#include <cmath>
#include <numbers>

#include "app/panels/widgets.h"

namespace malimap::icons {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

// An arrow that turns back: an arc with a head; sign -1 turns left, 1 right.
void turn(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line, float sign) {
  const float r = half * 0.62F;
  const ImVec2 centre(m.x, m.y + half * 0.22F);
  const float top = -kPi / 2;
  if (sign < 0)
    list.PathArcTo(centre, r, top, top + kPi, 16);
  else
    list.PathArcTo(centre, r, top, top - kPi, 16);
  list.PathStroke(colour, 0, line);
  const ImVec2 start(centre.x, centre.y - r);
  const ImVec2 tip(m.x + sign * half * 0.78F, start.y);
  list.AddLine(start, tip, colour, line);
  const float head = half * 0.42F;
  list.AddLine(tip, {tip.x - sign * head, tip.y - head}, colour, line);
  list.AddLine(tip, {tip.x - sign * head, tip.y + head}, colour, line);
}

void panel(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line, float sign) {
  const float w = half * 0.9F, h = half * 0.7F;
  list.AddRect({m.x - w, m.y - h}, {m.x + w, m.y + h}, colour, half * 0.2F, 0, line);
  const float x = m.x + sign * w * 0.35F;
  list.AddLine({x, m.y - h}, {x, m.y + h}, colour, line);
}

}  // namespace

void fit(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float a = half * 0.78F, b = half * 0.3F;
  for (const float sx : {-1.0F, 1.0F})
    for (const float sy : {-1.0F, 1.0F}) {
      const ImVec2 points[] = {
          {m.x + sx * b, m.y + sy * a}, {m.x + sx * a, m.y + sy * a}, {m.x + sx * a, m.y + sy * b}};
      list.AddPolyline(points, 3, colour, 0, line);
    }
}

void undo(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  turn(list, m, half, colour, line, -1);
}

void redo(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  turn(list, m, half, colour, line, 1);
}

void theme(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float r = half * 0.72F;
  list.AddCircle(m, r, colour, 32, line);
  list.PathArcTo(m, r, -kPi / 2, kPi / 2, 20);
  list.PathFillConvex(colour);
}

void help(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float r = half * 0.34F;
  list.PathArcTo({m.x, m.y - half * 0.28F}, r, -kPi, kPi * 0.35F, 14);
  list.PathLineTo({m.x, m.y + half * 0.22F});
  list.PathLineTo({m.x, m.y + half * 0.32F});
  list.PathStroke(colour, 0, line);
  list.AddCircleFilled({m.x, m.y + half * 0.68F}, line * 0.75F, colour, 8);
}

void left_panel(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  panel(list, m, half, colour, line, -1);
}

void right_panel(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  panel(list, m, half, colour, line, 1);
}

void close(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float a = half * 0.6F;
  list.AddLine({m.x - a, m.y - a}, {m.x + a, m.y + a}, colour, line);
  list.AddLine({m.x - a, m.y + a}, {m.x + a, m.y - a}, colour, line);
}

void minus(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  list.AddLine({m.x - half * 0.6F, m.y}, {m.x + half * 0.6F, m.y}, colour, line);
}

void plus(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  minus(list, m, half, colour, line);
  list.AddLine({m.x, m.y - half * 0.6F}, {m.x, m.y + half * 0.6F}, colour, line);
}

// A sheet with lines.
void report(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float w = half * 0.62F, h = half * 0.78F;
  list.AddRect({m.x - w, m.y - h}, {m.x + w, m.y + h}, colour, half * 0.16F, 0, line);
  for (const float y : {-0.36F, 0.0F, 0.36F})
    list.AddLine({m.x - w * 0.5F, m.y + half * y}, {m.x + w * 0.5F, m.y + half * y}, colour,
                 line * 0.8F);
}

void more(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  for (const float x : {-0.6F, 0.0F, 0.6F})
    list.AddCircleFilled({m.x + half * x, m.y}, line, colour, 10);
}

// A row of pictures.
void scenes(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float h = half * 0.42F;
  for (const float x : {-0.62F, 0.0F, 0.62F})
    list.AddRect({m.x + half * (x - 0.24F), m.y - h}, {m.x + half * (x + 0.24F), m.y + h}, colour,
                 half * 0.1F, 0, line);
  list.AddLine({m.x - half * 0.86F, m.y + half * 0.78F}, {m.x + half * 0.86F, m.y + half * 0.78F},
               colour, line);
}

// A screen with the sign for "play".
void present(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float w = half * 0.9F, h = half * 0.62F;
  const ImVec2 c(m.x, m.y - half * 0.1F);
  list.AddRect({c.x - w, c.y - h}, {c.x + w, c.y + h}, colour, half * 0.16F, 0, line);
  const float s = half * 0.3F;
  list.AddTriangleFilled({c.x - s * 0.7F, c.y - s}, {c.x + s, c.y}, {c.x - s * 0.7F, c.y + s},
                         colour);
  list.AddLine({m.x - half * 0.4F, m.y + half * 0.85F}, {m.x + half * 0.4F, m.y + half * 0.85F},
               colour, line);
}

// A lying sheet with a map and its legend.
void page(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float w = half * 0.88F, h = half * 0.68F;
  list.AddRect({m.x - w, m.y - h}, {m.x + w, m.y + h}, colour, half * 0.12F, 0, line);
  list.AddRect({m.x - w * 0.62F, m.y - h * 0.5F}, {m.x + w * 0.16F, m.y + h * 0.5F}, colour, 0, 0,
               line * 0.8F);
  for (const float y : {-0.4F, 0.0F, 0.4F})
    list.AddLine({m.x + w * 0.42F, m.y + h * y}, {m.x + w * 0.7F, m.y + h * y}, colour,
                 line * 0.8F);
}

void search(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float r = half * 0.5F;
  const ImVec2 eye(m.x - half * 0.15F, m.y - half * 0.15F);
  list.AddCircle(eye, r, colour, 20, line);
  const float d = r * 0.72F;
  list.AddLine({eye.x + d, eye.y + d}, {m.x + half * 0.75F, m.y + half * 0.75F}, colour, line);
}

// Two halves of a picture, one of them filled.
void compare(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const float w = half * 0.8F, h = half * 0.62F;
  list.AddRect({m.x - w, m.y - h}, {m.x + w, m.y + h}, colour, half * 0.15F, 0, line);
  list.AddRectFilled({m.x, m.y - h}, {m.x + w, m.y + h}, colour, half * 0.15F);
  list.AddLine({m.x, m.y - h - half * 0.25F}, {m.x, m.y + h + half * 0.25F}, colour, line);
}

void lasso(ImDrawList& list, ImVec2 m, float half, ImU32 colour, float line) {
  const ImVec2 centre(m.x, m.y - half * 0.2F);
  constexpr int kSteps = 20;
  for (int i = 0; i < kSteps; ++i) {
    const float angle = 2 * kPi * static_cast<float>(i) / kSteps;
    list.PathLineTo(
        {centre.x + half * 0.85F * std::cos(angle), centre.y + half * 0.55F * std::sin(angle)});
  }
  list.PathStroke(colour, ImDrawFlags_Closed, line);
  const ImVec2 knot(m.x - half * 0.35F, m.y + half * 0.32F);
  list.AddCircle(knot, half * 0.18F, colour, 10, line);
  list.AddLine({knot.x, knot.y + half * 0.18F}, {m.x - half * 0.15F, m.y + half * 0.9F}, colour,
               line);
}

}  // namespace malimap::icons
