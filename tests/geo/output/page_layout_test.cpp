// Pages of any size, in both languages: nothing leaves them, no text lies on another.

#include <cmath>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "geo/boundaries/read.h"
#include "geo/output/canvas.h"
#include "geo/output/furniture.h"
#include "geo/output/page.h"
#include "tests/support/catch.h"
#include "tests/support/grid_country.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

/// Keeps every text with its box on the page, and every name.
class Recorder final : public Canvas {
 public:
  struct Text {
    std::string text;
    PixelBox box;
    bool on_map;
    Colour colour;
  };
  void begin_group(const ShapeName& name) override { note(name); }
  void end_group() override {}
  void begin_frame(const PixelBox& box) override {
    frames.push_back({box.x + corner().x, box.y + corner().y});
  }
  void end_frame() override { frames.pop_back(); }
  void shape(const Path&, const Ink&, const ShapeName& name) override { note(name); }
  void rectangle(const PixelBox&, const Ink&, double, const ShapeName& name) override {
    note(name);
  }
  void circle(PixelPoint, double, const Ink&, const ShapeName& name) override { note(name); }
  void text(const PlacedText& text, const ShapeName& name) override {
    note(name);
    texts.push_back(
        {text.text,
         {text.at.x + corner().x, text.at.y + corner().y, text.size.width, text.size.height},
         frames.size() > 1,
         text.colour});
  }

  std::vector<Text> texts;
  std::set<std::string> ids;
  std::vector<std::string> repeated;

 private:
  [[nodiscard]] PixelPoint corner() const { return frames.back(); }
  void note(const ShapeName& name) {
    if (!name.id.empty() && !ids.insert(name.id).second)
      repeated.push_back(name.id);
  }
  std::vector<PixelPoint> frames{{0, 0}};
};

struct Atlas {
  Snapshot<Dataset> dataset;
  Snapshot<Boundaries> boundaries;
  Snapshot<Shapes> shapes;
  Atlas() {
    setenv("SOURCE_DATE_EPOCH", "1500000000", 1);
    const Boundaries embedded = embedded_boundaries();
    dataset = snapshot(embedded_dataset(embedded));
    boundaries = snapshot(embedded);
    shapes = snapshot(
        make_shapes(embedded, Level::Region, embedded_context(), default_projection(embedded))
            .value());
  }
  [[nodiscard]] Recorder page(Scene scene, Language language, const PageSize& size) const {
    PictureInput input;
    input.dataset = dataset;
    input.boundaries = boundaries;
    input.shapes = shapes;
    input.coverage = snapshot(cover(*dataset, *boundaries, Level::Region, scene.filter));
    input.scene = &scene;
    input.language = language;
    const Picture picture = make_picture(input);
    Recorder recorder;
    paint_page(recorder, {&picture, shapes, &scene, language}, size);
    return recorder;
  }
};

bool overlap(const PixelBox& a, const PixelBox& b, double slack) {
  return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width &&
         a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
}

void check_page(const Recorder& page, const PageSize& size) {
  const double slack = std::min(size.width_px, size.height_px) / 400;
  for (std::size_t i = 0; i < page.texts.size(); ++i) {
    const auto& a = page.texts[i];
    INFO("“" << a.text << "” at " << a.box.x << ", " << a.box.y << ", " << a.box.width << " x "
             << a.box.height);
    CHECK(a.box.width > 0);
    CHECK(a.box.x >= -slack);
    CHECK(a.box.y >= -slack);
    CHECK(a.box.x + a.box.width <= size.width_px + slack);
    CHECK(a.box.y + a.box.height <= size.height_px + slack);
    for (std::size_t j = i + 1; j < page.texts.size(); ++j) {
      const auto& b = page.texts[j];
      if (a.on_map && b.on_map)
        continue;  // labels are tested where they are placed
      INFO("“" << b.text << "” at " << b.box.x << ", " << b.box.y << ", " << b.box.width << " x "
               << b.box.height);
      CHECK_FALSE(overlap(a.box, b.box, slack));
    }
  }
}

const std::vector<std::string> kSizes{"A5",        "A5-portrait", "A4",      "A4-portrait",
                                      "A3",        "A3-portrait", "A0",      "letter",
                                      "16:9",      "4:3",         "800x560", "1000x1000",
                                      "1600x1000", "600x1400",    "2400x700"};

}  // namespace

TEST_CASE("On pages of every size and language nothing overlaps or leaves the page") {
  const Atlas atlas;
  for (const Language language : {Language::French, Language::English})
    for (const std::string& name : kSizes)
      for (const bool table : {false, true}) {
        Scene scene;
        scene.page.table = table;
        INFO(name << (table ? " with a table" : ""));
        const PageSize size = parse_page_size(name, 96).value();
        check_page(atlas.page(scene, language, size), size);
      }
}

TEST_CASE("A title of three lines and a long disclaimer take no more than their part") {
  const Atlas atlas;
  Scene scene;
  for (int i = 0; i < 40; ++i) {
    scene.title += "A title without end ";
    scene.page.disclaimer += "A disclaimer that wants to be read to its end. ";
  }
  for (const char* name : {"A4", "A4-portrait", "16:9"}) {
    INFO(name);
    const PageSize size = parse_page_size(name, 96).value();
    check_page(atlas.page(scene, Language::English, size), size);
  }
}

TEST_CASE("What the page's settings switch off is not there") {
  const Atlas atlas;
  const PageSize size = parse_page_size("A4", 96).value();
  Scene scene;
  scene.page.table = true;
  const Recorder all = atlas.page(scene, Language::English, size);
  for (const char* id : {"title", "key-figures", "legend", "scale-bar", "north-arrow", "locator",
                         "footer", "units", "ML05"}) {
    INFO(id);
    CHECK(all.ids.contains(id));
  }
  CHECK(all.repeated.empty());
  scene.page.key_figures = scene.page.scale_bar = scene.page.north_arrow = scene.page.locator =
      scene.page.legend = false;
  const Recorder few = atlas.page(scene, Language::English, size);
  for (const char* id : {"key-figures", "scale-bar", "north-arrow", "locator"}) {
    INFO(id);
    CHECK_FALSE(few.ids.contains(id));
  }
}

TEST_CASE("A slide has the figures as a table, with the country's total") {
  const Atlas atlas;
  const auto has = [](const Recorder& page, const std::string& text) {
    for (const auto& placed : page.texts)
      if (placed.text == text)
        return true;
    return false;
  };
  const Recorder slide = atlas.page({}, Language::English, parse_page_size("16:9", 96).value());
  CHECK(has(slide, "Country total"));
  CHECK_FALSE(
      has(atlas.page({}, Language::English, parse_page_size("A4", 96).value()), "Country total"));
}

TEST_CASE("The window learns where breaks can be dragged and alternatives clicked") {
  const GridMap map;
  Composition composition = map.compose_at(900, 900, 1, {});
  LegendHistogram histogram;
  histogram.low = 0;
  histogram.high = 100;
  histogram.bins = {1, 4, 2, 0, 1};
  histogram.breaks = {25, 50};
  histogram.colours = {{1, 2, 3, 255}, {4, 5, 6, 255}, {7, 8, 9, 255}};
  histogram.low_text = "0";
  histogram.high_text = "100";
  composition.furniture.legend.histogram = histogram;
  composition.furniture.legend.alternatives = {{"Show something else", {}, {}}};
  const FurnitureBoxes boxes = furniture_boxes(composition);
  REQUIRE(boxes.handles.size() == 2);
  REQUIRE(boxes.alternatives.size() == 1);
  const auto middle = [](const PixelBox& box) { return box.x + box.width / 2; };
  CHECK(std::abs(middle(boxes.handles[0]) - (boxes.histogram.x + boxes.histogram.width * 0.25)) <
        1e-6);
  CHECK(std::abs(middle(boxes.handles[1]) - (boxes.histogram.x + boxes.histogram.width * 0.5)) <
        1e-6);
  REQUIRE_FALSE(boxes.boxes.empty());
  CHECK(boxes.boxes[0].contains({boxes.alternatives[0].x + 1, boxes.alternatives[0].y + 1}));
  composition.furniture.legend.histogram.reset();
  CHECK(furniture_boxes(composition).handles.empty());
}
