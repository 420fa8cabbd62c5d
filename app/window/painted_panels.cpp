#include "app/window/painted_panels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace malimap {
namespace {

// Corners lie on a grid of so many steps a pixel, so that two triangles agree on their edge.
constexpr std::int64_t kSteps = 256;

struct Corner {
  std::int64_t x, y;  // steps
};

Corner on_grid(const ImVec2& at) {
  const auto steps = [](float px) { return std::llround(static_cast<double>(px) * kSteps); };
  return {steps(at.x), steps(at.y)};
}

std::int64_t ceil_div(std::int64_t a, std::int64_t b) {  // b > 0
  return a >= 0 ? (a + b - 1) / b : -(-a / b);
}

/// The first pixel whose middle is at the place or behind it.
int first_pixel(std::int64_t at) {
  return static_cast<int>(ceil_div(at - kSteps / 2, kSteps));
}

struct Box {
  int left, top, right, bottom;  // px; right and bottom are outside
  [[nodiscard]] bool empty() const { return left >= right || top >= bottom; }
};

Box common(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

// As ImGui's backend cuts: the box's corner and size in whole pixels, counted from the bottom.
Box cut_of(const ImVec4& clip, const PixelGround& ground) {
  const int left = static_cast<int>(clip.x), width = static_cast<int>(clip.z - clip.x);
  const int low = static_cast<int>(static_cast<float>(ground.height) - clip.w);
  const int height = static_cast<int>(clip.w - clip.y);
  return common({left, ground.height - low - height, left + width, ground.height - low},
                {0, 0, ground.width, ground.height});
}

/// Red, green, blue, alpha; 0 to 255 each.
using Tint = std::array<float, 4>;

Tint tint_of(ImU32 colour) {
  const auto part = [colour](int shift) { return static_cast<float>(colour >> shift & 255U); };
  return {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT),
          part(IM_COL32_A_SHIFT)};
}

/// How much of the letters' texture covers a place of it. Its colour is white.
class Coverage {
 public:
  explicit Coverage(const ImFontAtlas& atlas)
      : texels_(atlas.TexPixelsAlpha8), width_(atlas.TexWidth), height_(atlas.TexHeight) {}

  [[nodiscard]] bool there() const { return texels_ != nullptr && width_ > 0 && height_ > 0; }

  /// 0 to 1, between the four texels around.
  [[nodiscard]] float at(float u, float v) const {
    const float x = u * static_cast<float>(width_) - 0.5F;
    const float y = v * static_cast<float>(height_) - 0.5F;
    const float left = std::floor(x), top = std::floor(y);
    const float across = x - left, down = y - top;
    const int column = static_cast<int>(left), row = static_cast<int>(top);
    const float above = between(texel(column, row), texel(column + 1, row), across);
    const float below = between(texel(column, row + 1), texel(column + 1, row + 1), across);
    return between(above, below, down) / 255;
  }

 private:
  static float between(float a, float b, float part) { return a + (b - a) * part; }
  [[nodiscard]] float texel(int x, int y) const {
    x = std::clamp(x, 0, width_ - 1);
    y = std::clamp(y, 0, height_ - 1);
    return static_cast<float>(
        texels_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                static_cast<std::size_t>(x)]);
  }

  const unsigned char* texels_;
  int width_, height_;
};

void blend(std::uint32_t& pixel, const Tint& tint, float covered) {
  const float alpha = tint[3] / 255 * covered;
  const auto mixed = [&](int shift, float colour) {
    const auto below = static_cast<float>(pixel >> shift & 255U);
    // NOLINTNEXTLINE(bugprone-incorrect-roundings): never negative, and lround() is a call a pixel
    return static_cast<std::uint32_t>(below + (colour - below) * alpha + 0.5F) << shift;
  };
  pixel = mixed(16, tint[0]) | mixed(8, tint[1]) | mixed(0, tint[2]);
}

class Painter {
 public:
  Painter(const PixelGround& ground, const Coverage& coverage, const Box& cut)
      : ground_(ground), coverage_(coverage), cut_(cut) {}

  /// a b c and a c d: the corners of an upright rectangle of one colour, from the top left one.
  static bool is_rectangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                           const ImDrawVert& d) {
    return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
           a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x &&
           a.col == b.col && a.col == c.col && a.col == d.col && a.pos.x < c.pos.x &&
           a.pos.y < c.pos.y;
  }

  void rectangle(const ImDrawVert& a, const ImDrawVert& c) const {
    const Corner low = on_grid(a.pos), high = on_grid(c.pos);
    const Box box = common(
        {first_pixel(low.x), first_pixel(low.y), first_pixel(high.x), first_pixel(high.y)}, cut_);
    if (box.empty())
      return;
    const Tint tint = tint_of(a.col);
    if (a.uv.x == c.uv.x && a.uv.y == c.uv.y) {
      plain(box, tint, coverage_.at(a.uv.x, a.uv.y));
      return;
    }
    const float du = (c.uv.x - a.uv.x) / (c.pos.x - a.pos.x);
    const float dv = (c.uv.y - a.uv.y) / (c.pos.y - a.pos.y);
    for (int y = box.top; y < box.bottom; ++y) {
      std::uint32_t* row = row_of(y);
      const float v = a.uv.y + (static_cast<float>(y) + 0.5F - a.pos.y) * dv;
      for (int x = box.left; x < box.right; ++x)
        blend(row[x], tint,
              coverage_.at(a.uv.x + (static_cast<float>(x) + 0.5F - a.pos.x) * du, v));
    }
  }

  void triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) const {
    const std::array corners{on_grid(a.pos), on_grid(b.pos), on_grid(c.pos)};
    const std::int64_t area = doubled_area(corners[0], corners[1], corners[2]);
    if (area > 0)
      fill({&a, &b, &c}, corners, area);
    else if (area < 0)
      fill({&a, &c, &b}, {corners[0], corners[2], corners[1]}, -area);
  }

 private:
  /// Twice; positive when the corners turn right on the screen.
  static std::int64_t doubled_area(Corner a, Corner b, Corner c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  }

  /// Where a row lies inside an edge: slope * x + rest >= 0, x in pixels. What lies on an edge
  /// belongs to it when the edge is at the top or at the left.
  struct Edge {
    std::int64_t slope, rest_at_0, rest_per_row;

    Edge(Corner from, Corner to) {
      const std::int64_t dx = to.x - from.x, dy = to.y - from.y;
      const bool keeps = dy < 0 || (dy == 0 && dx > 0);
      slope = -dy * kSteps;
      rest_per_row = dx * kSteps;
      rest_at_0 = dx * (kSteps / 2 - from.y) - dy * (kSteps / 2 - from.x) - (keeps ? 0 : 1);
    }
    [[nodiscard]] double at(int x, int y) const {
      return static_cast<double>(slope * x + rest_at_0 + rest_per_row * y);
    }
    /// Narrows the row to what is inside.
    void narrow(int y, int& left, int& right) const {
      const std::int64_t rest = rest_at_0 + rest_per_row * y;
      if (slope > 0)
        left = static_cast<int>(std::max<std::int64_t>(left, ceil_div(-rest, slope)));
      else if (slope < 0)
        right = static_cast<int>(std::min<std::int64_t>(right, 1 - ceil_div(-rest, -slope)));
      else if (rest < 0)
        right = left;
    }
  };

  void fill(const std::array<const ImDrawVert*, 3>& at, const std::array<Corner, 3>& corners,
            std::int64_t area) const {
    const auto [top, bottom] = std::minmax({corners[0].y, corners[1].y, corners[2].y});
    const Box box = common({cut_.left, first_pixel(top), cut_.right, first_pixel(bottom)}, cut_);
    // Each is opposite to a corner and tells that corner's share.
    const std::array edges{Edge(corners[1], corners[2]), Edge(corners[2], corners[0]),
                           Edge(corners[0], corners[1])};
    const std::array tints{tint_of(at[0]->col), tint_of(at[1]->col), tint_of(at[2]->col)};
    for (int y = box.top; y < box.bottom; ++y) {
      int left = box.left, right = box.right;
      for (const Edge& edge : edges)
        edge.narrow(y, left, right);
      std::uint32_t* row = row_of(y);
      for (int x = left; x < right; ++x) {
        const auto second = static_cast<float>(edges[1].at(x, y) / static_cast<double>(area));
        const auto third = static_cast<float>(edges[2].at(x, y) / static_cast<double>(area));
        const float first = 1 - second - third;
        const auto mixed = [&](float one, float two, float three) {
          return one * first + two * second + three * third;
        };
        Tint tint;
        for (std::size_t i = 0; i < tint.size(); ++i)
          tint[i] = std::clamp(mixed(tints[0][i], tints[1][i], tints[2][i]), 0.0F, 255.0F);
        blend(row[x], tint,
              coverage_.at(mixed(at[0]->uv.x, at[1]->uv.x, at[2]->uv.x),
                           mixed(at[0]->uv.y, at[1]->uv.y, at[2]->uv.y)));
      }
    }
  }

  void plain(const Box& box, const Tint& tint, float covered) const {
    std::uint32_t opaque = 0;
    blend(opaque, {tint[0], tint[1], tint[2], 255}, 1);
    const bool solid = tint[3] * covered >= 255;
    for (int y = box.top; y < box.bottom; ++y) {
      std::uint32_t* row = row_of(y);
      if (solid)
        std::fill(row + box.left, row + box.right, opaque);
      else
        for (int x = box.left; x < box.right; ++x)
          blend(row[x], tint, covered);
    }
  }

  [[nodiscard]] std::uint32_t* row_of(int y) const {
    return ground_.pixels + static_cast<std::size_t>(y) * ground_.stride;
  }

  const PixelGround& ground_;
  const Coverage& coverage_;
  const Box cut_;
};

void paint(const ImDrawList& list, const ImDrawCmd& command, const Painter& painter) {
  const auto vertex = [&](unsigned i) -> const ImDrawVert& {
    return list.VtxBuffer[static_cast<int>(
        command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i)])];
  };
  for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
    const ImDrawVert &a = vertex(i), &b = vertex(i + 1), &c = vertex(i + 2);
    if (i + 5 < command.ElemCount && &vertex(i + 3) == &a && &vertex(i + 4) == &c &&
        Painter::is_rectangle(a, b, c, vertex(i + 5))) {
      painter.rectangle(a, c);
      i += 3;
    } else {
      painter.triangle(a, b, c);
    }
  }
}

}  // namespace

void paint_panels(const ImDrawData& data, const ImFontAtlas& atlas, const PixelGround& ground) {
  const Coverage coverage(atlas);
  if (!coverage.there() || ground.pixels == nullptr)
    return;
  for (int i = 0; i < data.CmdListsCount; ++i) {
    const ImDrawList& list = *data.CmdLists[i];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      const Box cut = cut_of(command.ClipRect, ground);
      if (command.UserCallback == nullptr && command.TextureId == atlas.TexID && !cut.empty())
        paint(list, command, Painter(ground, coverage, cut));
    }
  }
}

}  // namespace malimap
