#include "geo/output/page.h"

#include <cairo.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "geo/boundaries/read.h"
#include "geo/output/painted_rows.h"
#include "geo/output/text.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"
#include "tests/support/image_compare.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

std::string temporary(const std::string& name) {
  return (std::filesystem::temp_directory_path() / ("malimap-page-test-" + name)).string();
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Status write_grid(const std::string& path, const Scene& scene, const PageSize& size) {
  setenv("SOURCE_DATE_EPOCH", "1500000000", 1);
  const GridMap map(scene);
  return write_page(path, map.picture, map.input.shapes, scene, Language::English, size);
}

Image drawn(const Composition& composition, bool furniture) {
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(composition.view.width),
                                 static_cast<int>(composition.view.height));
  cairo_t* cairo = cairo_create(surface);
  paint_map(cairo, composition);
  if (furniture)
    paint_furniture(cairo, composition);
  cairo_destroy(cairo);
  const std::string path = temporary("drawn.png");
  cairo_surface_write_to_png(surface, path.c_str());
  cairo_surface_destroy(surface);
  return read_png(path);
}

/// As the window shows it: labels keep clear of the furniture.
Image window_picture(const Scene& scene, double width, double height, double scale) {
  const GridMap map(scene);
  const auto boxes =
      paint_furniture(nullptr, map.compose_at(width, height, scale, pango_measure()));
  return drawn(map.compose_at(width, height, scale, pango_measure(), boxes), true);
}

/// The page of the embedded data, English, small.
Image embedded_page(Measure measure, const std::string& fund) {
  setenv("SOURCE_DATE_EPOCH", "1500000000", 1);
  const Boundaries boundaries = embedded_boundaries();
  const Dataset dataset = embedded_dataset(boundaries);
  Scene scene;
  scene.measure = measure;
  if (!fund.empty())
    scene.filter.fund = {fund};
  PictureInput input;
  input.dataset = snapshot(dataset);
  input.boundaries = snapshot(boundaries);
  input.shapes = snapshot(
      make_shapes(boundaries, Level::Region, embedded_context(), default_projection(boundaries))
          .value());
  input.coverage = snapshot(cover(dataset, boundaries, Level::Region, scene.filter));
  input.scene = &scene;
  input.language = Language::English;
  const std::string path = temporary("embedded.png");
  REQUIRE(write_page(path, make_picture(input), input.shapes, scene, Language::English,
                     {960, 680, 96}));
  return read_png(path);
}

}  // namespace

TEST_CASE("A map painted in steps, begun on another thread, is the one painted at once") {
  constexpr int kWidth = 900, kHeight = 700;
  Scene scene;
  scene.measure = Measure::Projects;
  const GridMap map(scene);
  Composition whole = map.compose_at(kWidth, kHeight, 1, pango_measure());
  whole.selected = {3};
  REQUIRE(!whole.labels.empty());
  DisplayList at_once;
  paint_map(at_once, whole);
  (void)paint_furniture(at_once, whole);
  const auto expected = paint_rows(at_once, kWidth, kHeight);
  REQUIRE(expected);

  ComposeInput input;
  input.picture = &map.picture;
  input.shapes = map.input.shapes;
  input.scene = &map.scene;
  input.view = whole.view;
  RowsInWork ground(
      [composition = compose_ground(input)](Canvas& canvas) { paint_ground(canvas, composition); },
      kWidth, kHeight);
  auto painted = ground.finish();
  REQUIRE(painted);
  const std::size_t bytes = painted->stride * painted->height * 4;
  CHECK(std::memcmp(painted->pixels.get(), expected->pixels.get(), bytes) != 0);
  DisplayList above;
  paint_on_ground(above, whole);
  (void)paint_furniture(above, whole);
  REQUIRE(paint_over(above, *painted));
  CHECK(std::memcmp(painted->pixels.get(), expected->pixels.get(), bytes) == 0);
}

TEST_CASE("A picture too large to be painted says so, and one that is not waited for is let go") {
  const auto nothing = [](Canvas&) {};
  CHECK_FALSE(RowsInWork(nothing, 40'000, 10).finish());  // Cairo's pictures end at 32,767 px
  const RowsInWork left(nothing, 300, 500);
}

TEST_CASE("The file name's end says the format") {
  CHECK(page_format_of("a.png").value() == PageFormat::Png);
  CHECK(page_format_of("A.SVG").value() == PageFormat::Svg);
  CHECK(page_format_of("x/y.pdf").value() == PageFormat::Pdf);
  CHECK_FALSE(page_format_of("map.jpg"));
  CHECK_FALSE(page_format_of("png"));
}

TEST_CASE("Page sizes: pixels, papers, slides, and what is none of them") {
  CHECK(parse_page_size("1600x1000", 96)->width_px == 1600);
  CHECK(parse_page_size("A4", 300)->width_px == 3508);
  CHECK(parse_page_size("a4-portrait", 300)->height_px == 3508);
  CHECK(parse_page_size("16:9", 96)->height_px == 720);
  for (const char* wrong :
       {"", "1600", "1600x", "x10", "-5x100", "1e9x1", "99999x99999", "A9", "10x10"})
    CHECK_FALSE(parse_page_size(wrong, 96));
  CHECK_FALSE(parse_page_size("A4", 0));
}

TEST_CASE("A page is written in each format, whole, with real text and no bitmap in the PDF") {
  for (const char* end : {"png", "svg", "pdf"}) {
    const std::string path = temporary(std::string("page.") + end);
    REQUIRE(write_grid(path, {}, {800, 560, 96}));
    CHECK(std::filesystem::file_size(path) > 2000);
  }
  const std::string pdf = bytes_of(temporary("page.pdf"));
  CHECK(pdf.find("/Subtype /Image") == std::string::npos);
  CHECK(pdf.find("/ToUnicode") != std::string::npos);  // searchable
  CHECK(pdf.find("/FontFile") != std::string::npos);   // embedded
  CHECK(bytes_of(temporary("page.svg")).find("<image") == std::string::npos);
}

TEST_CASE("A page with the same input is the same file") {
  const std::string path = temporary("same.png");
  REQUIRE(write_grid(path, {}, {800, 560, 96}));
  const std::string first = bytes_of(path);
  REQUIRE(write_grid(path, {}, {800, 560, 96}));
  CHECK(bytes_of(path) == first);
}

TEST_CASE("A page that cannot be written says why in one sentence") {
  const auto status = write_grid("/nowhere/at/all/map.png", {}, {400, 300, 96});
  REQUIRE_FALSE(status);
  const std::string words = sentence(status.error(), Translator(Language::English));
  CHECK(words.find("map.png") != std::string::npos);
  CHECK(words.find('\n') == std::string::npos);
}

TEST_CASE("The colour at each unit's middle is its class's in the legend") {
  Scene scene;
  scene.layers = {false, false, false, false, false};
  for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark}) {
    scene.theme = theme;
    const GridMap map(scene);
    const Composition composition = map.compose_at(800, 600, 1, pango_measure());
    const Image image = drawn(composition, false);
    for (std::size_t unit = 0; unit < composition.paint.size(); ++unit) {
      if (composition.paint[unit].class_index == kNoClass)
        continue;
      const PixelPoint at = composition.view.to_pixel(composition.shapes->units[unit].label);
      const Colour fill = composition.paint[unit].fill;
      INFO("unit " << unit);
      CHECK(image.at(static_cast<int>(at.x), static_cast<int>(at.y)) ==
            static_cast<std::uint32_t>(fill.r << 16 | fill.g << 8 | fill.b));
    }
  }
}

TEST_CASE("No data is hatched: both its colours are there, at 45 degrees") {
  Scene scene;
  scene.layers = {false, false, false, false, false};
  const GridMap map(scene);
  const Composition composition = map.compose_at(800, 600, 1, pango_measure());
  const Image image = drawn(composition, false);
  const PixelPoint at = composition.view.to_pixel(composition.shapes->units[2].label);
  const int x = static_cast<int>(at.x), y = static_cast<int>(at.y);
  const auto differ = [](std::uint32_t a, std::uint32_t b) {
    return std::abs(static_cast<int>(a & 255) - static_cast<int>(b & 255)) > 4;
  };
  int changes = 0;
  for (int i = 0; i < 20; ++i) {
    CHECK_FALSE(differ(image.at(x + i, y - i), image.at(x, y)));  // along a line
    changes += differ(image.at(x + i, y + i), image.at(x, y));
  }
  CHECK(changes > 3);
}

TEST_CASE("Furniture measures the same with and without a picture") {
  const GridMap map;
  const Composition composition = map.compose_at(900, 700, 1, pango_measure());
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 900, 700);
  cairo_t* cairo = cairo_create(surface);
  const auto drawn_boxes = paint_furniture(cairo, composition);
  const auto measured = paint_furniture(nullptr, composition);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  REQUIRE(drawn_boxes.size() == 2);
  REQUIRE(measured.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(measured[i].height == drawn_boxes[i].height);
    CHECK(measured[i].y >= 0);
    CHECK(measured[i].x + measured[i].width <= 900);
  }
}

TEST_CASE("Labels measured with the real font do not overlap either") {
  const GridMap map;
  const Composition composition = map.compose_at(1000, 800, 1, pango_measure());
  CHECK(composition.labels.size() > 15);
}

TEST_CASE("Golden pictures: the grid in the window, light and dark, and at twice the density") {
  Scene scene;
  CHECK(matches_golden(window_picture(scene, 760, 560, 1), "grid-light"));
  scene.theme = ThemeName::Dark;
  CHECK(matches_golden(window_picture(scene, 760, 560, 1), "grid-dark"));
  scene.theme = ThemeName::Light;
  scene.measure = Measure::Budget;
  scene.palette = "ylgnbu";
  CHECK(matches_golden(window_picture(scene, 1000, 760, 2), "grid-budget-2x"));
}

TEST_CASE("Golden pictures: the pages of the embedded data") {
  CHECK(matches_golden(embedded_page(Measure::Projects, "QIP"), "page-qip"));
  CHECK(matches_golden(embedded_page(Measure::BudgetPerHead, "QIP"), "page-budget-per-head"));
  CHECK(matches_golden(embedded_page(Measure::Projects, ""), "page-all"));
}

TEST_CASE("A picture with one wrong colour is no match") {
  const Composition right = GridMap().compose_at(760, 560, 1, pango_measure());
  Composition wrong = right;
  wrong.paint[3].fill = {200, 40, 40};
  const Difference difference = compare(drawn(wrong, true), drawn(right, true));
  CHECK((difference.mean > 1.0 || difference.similarity < 0.985));
}
