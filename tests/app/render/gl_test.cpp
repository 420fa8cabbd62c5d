#include "app/gl/program.h"
#include "app/render/offscreen.h"
#include "tests/support/catch.h"

using namespace malimap;

TEST_CASE("a shader that does not compile is an error with the driver's words, not a crash") {
  const auto offscreen = Offscreen::create(16, 16);
  REQUIRE(offscreen);
  const auto program =
      gl::make_program_of("#version 330 core\nvoid main() { gl_Position = vec4(0); }",
                          "#version 330 core\nvoid main() { nonsense }", "broken");
  REQUIRE_FALSE(program);
  CHECK(program.error().what.args.at(0) == "broken.frag");
  CHECK_FALSE(program.error().what.args.at(1).empty());
}

TEST_CASE("stages that do not fit together are an error") {
  const auto offscreen = Offscreen::create(16, 16);
  REQUIRE(offscreen);
  const auto program = gl::make_program_of(
      "#version 330 core\nout vec2 v;\nvoid main() { v = vec2(0); gl_Position = vec4(0); }",
      "#version 330 core\nin vec4 v;\nout vec4 o;\nvoid main() { o = v; }", "ill-matched");
  REQUIRE_FALSE(program);
}

TEST_CASE("a shader file that was not embedded is an error that names it") {
  const auto offscreen = Offscreen::create(16, 16);
  REQUIRE(offscreen);
  const auto program = gl::make_program("fill.vert", "absent.frag");
  REQUIRE_FALSE(program);
  CHECK(program.error().what.args.at(0) == "absent.frag");
}

TEST_CASE("a handle that was moved from owns nothing") {
  const auto offscreen = Offscreen::create(16, 16);
  REQUIRE(offscreen);
  gl::Buffer first = gl::Buffer::make();
  const GLuint name = first.name();
  gl::Buffer second = std::move(first);
  CHECK(second.name() == name);
  CHECK_FALSE(first);
}

TEST_CASE("a picture that cannot be written is an error that names the file") {
  const Status status = write_png("/nowhere/at/all.png", {1, 1, {0xFFFFFFFFU}});
  REQUIRE_FALSE(status);
  CHECK(status.error().where.file == "/nowhere/at/all.png");
}
