// What is kept and copied is what would be drawn anew: pages for windows and for framebuffers of
// our own, and a map that is dragged about.

#include <algorithm>
#include <cstdlib>
#include <random>

#include "app/gl/page.h"
#include "app/gl/program.h"
#include "tests/app/render/compare.h"
#include "tests/app/render/grid_map.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

constexpr int kSide = 64;  // of the hidden window

/// Something that differs in every pixel, with a soft slanting edge: neither upside down nor
/// shifted nor with other colours it looks the same.
class Slope {
 public:
  void draw(GLuint framebuffer) const {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, kSide, kSide);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glBindVertexArray(array_.name());
    glUseProgram(program_.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
  }

 private:
  gl::VertexArray array_ = gl::VertexArray::make();
  gl::Program program_ = gl::make_program_of(
                             "#version 330 core\n"
                             "out vec2 at;\n"
                             "void main() {\n"
                             "  at = vec2(gl_VertexID % 2, gl_VertexID / 2) * 2;\n"
                             "  gl_Position = vec4(at * 2 - 1, 0, 1);\n"
                             "}",
                             "#version 330 core\n"
                             "in vec2 at;\n"
                             "out vec4 colour;\n"
                             "void main() {\n"
                             "  float edge = clamp((at.x - 0.37 * at.y) * 40 - 11, 0, 1);\n"
                             "  colour = vec4(at, edge, 1);\n"
                             "}",
                             "slope")
                             .value();
};

void clear(GLuint framebuffer) {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

/// The largest difference of a channel.
int farthest(const Image& a, const Image& b) {
  int far = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i)
    for (const int shift : {0, 8, 16})
      far = std::max(far, std::abs(static_cast<int>(a.pixels[i] >> shift & 255U) -
                                   static_cast<int>(b.pixels[i] >> shift & 255U)));
  return far;
}

Image cut(const Image& image, int left, int bottom, int width, int height) {
  Image part{width, height, {}};
  for (int y = image.height - bottom - height; y < image.height - bottom; ++y)
    for (int x = left; x < left + width; ++x)
      part.pixels.push_back(image.at(x, y));
  return part;
}

}  // namespace

TEST_CASE("a page that is copied to a window, or elsewhere, is what is drawn there, bit by bit") {
  const auto offscreen = Offscreen::create(kSide, kSide);
  REQUIRE(offscreen);
  GLint own = 0;
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &own);
  const Slope slope;
  gl::Page page;
  for (const GLuint target : {GLuint{0}, static_cast<GLuint>(own)}) {
    CAPTURE(target);
    slope.draw(target);
    const Image drawn = read_framebuffer(kSide, kSide);
    REQUIRE(drawn.at(5, 5) != drawn.at(5, 58));
    CHECK(page.prepare(kSide, kSide, target));
    CHECK_FALSE(page.prepare(kSide, kSide, target));
    slope.draw(page.framebuffer());
    clear(target);
    page.copy({0, 0, kSide, kSide}, target, 0, 0);
    CHECK(read_framebuffer(kSide, kSide).pixels == drawn.pixels);
    clear(target);
    page.copy({9, 4, 31, 22}, target, 17, 40);
    const Image moved = read_framebuffer(kSide, kSide);
    CHECK(cut(moved, 17, 40, 31, 22).pixels == cut(drawn, 9, 4, 31, 22).pixels);
    CHECK(moved.at(16, 10) == 0xFF000000U);
  }
  CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("a map dragged about in a window that changes its size is the map drawn anew") {
  const auto offscreen = Offscreen::create(kSide, kSide);
  REQUIRE(offscreen);
  auto kept = MapRenderer::create();
  REQUIRE(kept);
  std::mt19937 random(7);
  const auto between = [&](int low, int high) {
    return std::uniform_int_distribution(low, high)(random);
  };
  const auto shapes = snapshot(grid_shapes());
  PlanePoint centre = grid_composition(shapes, kSide, kSide).view.camera.centre;
  double width = kSide, height = kSide;
  const double metres_per_dp = grid_composition(shapes, 900, 700).view.camera.metres_per_dp;
  for (int step = 0; step < 60; ++step) {
    CAPTURE(step);
    if (step % 9 == 8) {
      width = between(20, kSide);
      height = between(20, kSide);
    }
    const int reach = step % 7 == 6 ? 400 : 70;
    centre.x += between(-reach, reach) * metres_per_dp;
    centre.y += between(-reach, reach) * metres_per_dp;
    Composition c = grid_composition(shapes, width, height);
    c.view.camera = {centre, metres_per_dp};
    c.labels.clear();
    const auto picture = [&](MapRenderer& renderer) {
      clear(0);
      renderer.update(c);
      renderer.draw({0, kSide - height, width, height}, kSide);
      return read_framebuffer(kSide, kSide);
    };
    auto anew = MapRenderer::create();
    REQUIRE(anew);
    const Image whole = picture(*anew);
    // Strips are drawn from another corner than the whole: an edge may round the other way.
    CHECK(farthest(picture(*kept), whole) <= 1);
  }
}
