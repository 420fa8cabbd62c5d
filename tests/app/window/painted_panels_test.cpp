#include "app/window/painted_panels.h"

#include <imgui_impl_opengl3.h>

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "app/render/offscreen.h"
#include "app/window/fonts.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

constexpr int kWidth = 640, kHeight = 400;
constexpr std::uint32_t kPaper = 0xF4F1EA;

/// Letters, and a frame of ImGui without a window.
class Interface {
 public:
  explicit Interface(float scale) {
    const auto fonts = build_fonts(atlas_, scale);
    REQUIRE(fonts);
    fonts_ = *fonts;
    ImGui::CreateContext(&atlas_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {kWidth, kHeight};
  }
  ~Interface() { ImGui::DestroyContext(); }
  Interface(const Interface&) = delete;
  Interface& operator=(const Interface&) = delete;

  template <class Draw>
  const ImDrawData& frame(Draw draw) {
    ImGui::NewFrame();
    draw(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    return *ImGui::GetDrawData();
  }
  [[nodiscard]] const ImFontAtlas& atlas() const { return atlas_; }
  [[nodiscard]] const Fonts& fonts() const { return fonts_; }

 private:
  ImFontAtlas atlas_;
  Fonts fonts_;
};

std::vector<std::uint32_t> painted(const ImDrawData& data, const ImFontAtlas& atlas,
                                   std::uint32_t paper = kPaper) {
  std::vector<std::uint32_t> pixels(std::size_t{kWidth} * kHeight, paper);
  paint_panels(data, atlas, {pixels.data(), kWidth, kHeight, kWidth});
  return pixels;
}

std::uint32_t at(const std::vector<std::uint32_t>& pixels, int x, int y) {
  return pixels[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)];
}

/// What panels are made of, in places and colours of the seed.
void draw_all_kinds(ImDrawList& list, const Fonts& fonts, unsigned seed) {
  std::mt19937 random(seed);
  const auto number = [&](float low, float high) {
    return std::uniform_real_distribution<float>(low, high)(random);
  };
  const auto place = [&] { return ImVec2(number(-20, kWidth + 20), number(-20, kHeight + 20)); };
  const auto colour = [&] {
    const auto part = [&] { return static_cast<int>(number(0, 256)); };
    return IM_COL32(part(), part(), part(), number(0, 1) < 0.5F ? 255 : part());
  };
  for (int i = 0; i < 60; ++i) {
    const ImVec2 a = place(), b(a.x + number(1, 200), a.y + number(1, 60));
    if (i % 10 == 0)
      list.PushClipRect({number(0, 200), number(0, 100)},
                        {number(300, kWidth), number(200, kHeight)});
    list.AddRectFilled(a, b, colour());
    list.AddRectFilled(place(), place(), colour(), 6);
    list.AddRect({std::floor(a.x), std::floor(a.y)}, {std::floor(b.x), std::floor(b.y)}, colour(),
                 4);
    list.AddLine(place(), place(), colour(), number(1, 3));
    list.AddCircleFilled(place(), number(2, 20), colour());
    list.AddCircle(place(), number(4, 30), colour());
    list.AddTriangleFilled(place(), {a.x + 30, a.y}, {a.x, a.y + 20}, colour());
    list.AddRectFilledMultiColor(a, b, colour(), colour(), colour(), colour());
    for (ImFont* font : {fonts.small, fonts.body, fonts.strong, fonts.title})
      list.AddText(font, font->FontSize,
                   {std::floor(number(0, kWidth)), std::floor(number(0, kHeight))}, colour(),
                   "Régions du Centre et du Nord : 422 projets");
    if (i % 10 == 9)
      list.PopClipRect();
  }
}

struct Difference {
  double mean = 0, far = 0;  // of the channels; part of the pixels that differ by more than 24
};

Difference difference_of(const std::vector<std::uint32_t>& ours, const Image& theirs) {
  Difference apart;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    int most = 0;
    for (const int shift : {0, 8, 16}) {
      const int difference = std::abs(static_cast<int>(ours[i] >> shift & 255U) -
                                      static_cast<int>(theirs.pixels[i] >> shift & 255U));
      apart.mean += difference;
      most = std::max(most, difference);
    }
    apart.far += most > 24 ? 1 : 0;
  }
  apart.mean /= 3 * static_cast<double>(ours.size());
  apart.far /= static_cast<double>(ours.size());
  return apart;
}

}  // namespace

TEST_CASE("panels in memory look as OpenGL draws them") {
  const auto offscreen = Offscreen::create(kWidth, kHeight);
  REQUIRE(offscreen);
  const float scale = GENERATE(1.0F, 2.0F);
  Interface interface(scale);
  REQUIRE(ImGui_ImplOpenGL3_Init("#version 330 core"));
  for (unsigned seed = 1; seed <= 5; ++seed) {
    ImGui_ImplOpenGL3_NewFrame();
    const ImDrawData& data =
        interface.frame([&](ImDrawList& list) { draw_all_kinds(list, interface.fonts(), seed); });
    const auto part = [](int shift) { return static_cast<float>(kPaper >> shift & 255U) / 255; };
    glClearColor(part(16), part(8), part(0), 1);
    glDisable(GL_SCISSOR_TEST);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(const_cast<ImDrawData*>(&data));
    const Difference found = difference_of(painted(data, interface.atlas()), offscreen->read());
    CAPTURE(scale, seed, found.mean, found.far);
    CHECK(found.mean < 0.25);
    CHECK(found.far < 0.0005);
  }
  ImGui_ImplOpenGL3_Shutdown();
}

TEST_CASE("each pixel belongs to one of the triangles that meet there") {
  Interface interface(1);
  std::mt19937 random(7);
  std::uniform_real_distribution<float> inside(40, 360);
  for (int round = 0; round < 50; ++round) {
    // A square parted by a place within it, each part half transparent: what is painted twice or
    // not at all has another colour.
    const ImVec2 middle(inside(random), inside(random));
    const ImDrawData& data = interface.frame([&](ImDrawList& list) {
      const std::array<ImVec2, 4> square{{{40, 40}, {360, 40}, {360, 360}, {40, 360}}};
      const ImVec2 white = interface.atlas().TexUvWhitePixel;
      for (std::size_t i = 0; i < 4; ++i) {
        list.PrimReserve(3, 3);
        for (const ImVec2& corner : {square[i], square[(i + 1) % 4], middle})
          list.PrimVtx(corner, white, IM_COL32(255, 255, 255, 128));
      }
    });
    const auto pixels = painted(data, interface.atlas(), 0);
    for (int y = 0; y < kHeight; ++y)
      for (int x = 0; x < kWidth; ++x) {
        const bool within = x >= 40 && x < 360 && y >= 40 && y < 360;
        if (at(pixels, x, y) != (within ? 0x808080U : 0U))
          FAIL("pixel " << x << ", " << y << " of round " << round << " is " << std::hex
                        << at(pixels, x, y));
      }
  }
}

TEST_CASE("what is cut off, off the picture or of another texture is not painted") {
  Interface interface(1);
  const ImDrawData& data = interface.frame([](ImDrawList& list) {
    list.PushClipRect({10, 10}, {20, 20});
    list.AddRectFilled({0, 0}, {100, 100}, IM_COL32(255, 0, 0, 255));
    list.PopClipRect();
    list.AddRectFilled({-1e6F, 30}, {1e6F, 32}, IM_COL32(0, 0, 255, 255));
    list.AddTriangleFilled({-4000, -4000}, {-3900, -4000}, {-3900, -3000}, IM_COL32_WHITE);
    int another = 0;
    list.AddImage(&another, {40, 40}, {60, 60});
  });
  const auto pixels = painted(data, interface.atlas());
  CHECK(at(pixels, 10, 10) == 0xFF0000);
  CHECK(at(pixels, 19, 19) == 0xFF0000);
  CHECK(at(pixels, 9, 10) == kPaper);
  CHECK(at(pixels, 20, 10) == kPaper);
  CHECK(at(pixels, 0, 31) == 0x0000FF);
  CHECK(at(pixels, kWidth - 1, 31) == 0x0000FF);
  CHECK(at(pixels, 50, 50) == kPaper);
}
