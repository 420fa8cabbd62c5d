// Pictures packed in strips are read back as they were, by another library.

#include <cairo.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "geo/base/save.h"
#include "geo/output/document.h"
#include "geo/output/png_file.h"
#include "tests/support/catch.h"
#include "tests/support/image_compare.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

std::string temporary(const std::string& name) {
  return (std::filesystem::temp_directory_path() / ("malimap-png-test-" + name)).string();
}

/// Grounds, lines and noise.
std::vector<std::uint32_t> pattern(std::size_t width, std::size_t height) {
  std::vector<std::uint32_t> pixels(width * height);
  std::uint32_t noise = 1;
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    noise = noise * 1664525 + 1013904223;
    const std::size_t x = i % width, y = i / width;
    pixels[i] = y % 7 == 0 ? noise >> 8 : x > width / 2 ? 0x336699 : 0xFFFFFF;
  }
  return pixels;
}

}  // namespace

TEST_CASE("A PNG packed in strips is read back as it was, of any size") {
  for (const auto& [width, height] :
       {std::pair<std::size_t, std::size_t>{1, 1}, {3, 2}, {17, 5}, {640, 479}, {1500, 300}}) {
    INFO(width << " x " << height);
    const auto pixels = pattern(width, height);
    const std::string path = temporary("strips.png");
    REQUIRE(save_file(path, png_of({pixels.data(), width, height, width}, 300)));
    const Image image = read_png(path);
    REQUIRE(image.width == static_cast<int>(width));
    REQUIRE(image.height == static_cast<int>(height));
    CHECK(image.pixels == pixels);
  }
}

TEST_CASE("A PNG says how many pixels an inch has") {
  const auto pixels = pattern(4, 4);
  const std::string bytes = png_of({pixels.data(), 4, 4, 4}, 300);
  const auto at = bytes.find("pHYs");
  REQUIRE(at != std::string::npos);
  CHECK(bytes.substr(at + 4, 9) == std::string("\x00\x00\x2e\x23\x00\x00\x2e\x23\x01", 9));
}

TEST_CASE("A picture painted in bands is the one painted at once") {
  const PageSize size{500, 900, 96};
  const auto draw = [](Canvas& canvas) {
    for (int i = 0; i < 40; ++i)
      canvas.circle(
          {40.0 + i * 11, 20.0 + i * 22}, 30,
          filled({static_cast<std::uint8_t>(i * 6), 90, 160, 200}, {{20, 20, 20, 255}, 3, {}}));
    canvas.begin_frame({50, 100, 300, 700});
    put_text(canvas, "Ménaka", {TextRole::Title, 220, true, false, 0, TextAlign::Left}, {-20, 60},
             {200, 0, 0, 255});
    canvas.end_frame();
  };
  const auto document = make_png_document();
  draw(document->begin_page(size, {}));
  document->end_page();
  const std::string path = temporary("bands.png");
  REQUIRE(save_file(path, document->finish().value()));
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 500, 900);
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  draw(*make_cairo_canvas(cairo));
  cairo_destroy(cairo);
  const std::string whole = temporary("whole.png");
  cairo_surface_write_to_png(surface, whole.c_str());
  cairo_surface_destroy(surface);
  const Difference difference = compare(read_png(path), read_png(whole));
  INFO(difference.words);
  CHECK(difference.mean < 0.05);
  CHECK(difference.worst_block > 0.98);
}

TEST_CASE("A PDF has as many pages as were drawn") {
  const auto document = make_pdf_document({"Deck", Language::English, {}});
  for (const char* title : {"One", "Two", "Three"}) {
    put_text(document->begin_page({400, 300, 96}, {title, {}}), title, {}, {20, 20}, {});
    document->end_page();
  }
  const std::string bytes = document->finish().value();
  CHECK(bytes.find("/Count 3") != std::string::npos);
  CHECK(bytes.find("/Outlines") != std::string::npos);
}
