// Every text of a page can be read: WCAG 2.1's contrast of 4.5:1 against what lies under it.

#include <optional>

#include "geo/boundaries/read.h"
#include "geo/map/palettes.h"
#include "geo/map/picture_maker.h"
#include "geo/output/bulletin/bulletin_page.h"
#include "geo/output/page.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

/// Remembers what was filled, and asks at each text what lies under its middle. Labels of the map
/// bring a halo, which is their ground; those without one lie on a circle.
class Reader final : public Canvas {
 public:
  int texts = 0;

  void begin_group(const ShapeName&) override {}
  void end_group() override {}
  void begin_frame(const PixelBox& box) override {
    frames_.push_back({box.x, box.y});
    origin_ = {origin_.x + box.x, origin_.y + box.y};
  }
  void end_frame() override {
    origin_ = {origin_.x - frames_.back().x, origin_.y - frames_.back().y};
    frames_.pop_back();
  }
  void shape(const Path&, const Ink&, const ShapeName&) override {}
  void rectangle(const PixelBox& box, const Ink& ink, double, const ShapeName&) override {
    fill({box.x + origin_.x, box.y + origin_.y, box.width, box.height}, ink);
  }
  void circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName&) override {
    fill({centre.x + origin_.x - radius, centre.y + origin_.y - radius, 2 * radius, 2 * radius},
         ink);
  }
  void text(const PlacedText& text, const ShapeName&) override {
    const PixelPoint middle{text.at.x + origin_.x + text.size.width / 2,
                            text.at.y + origin_.y + text.size.height / 2};
    const Colour ground = text.halo && text.halo->a > 0 ? *text.halo : ground_at(middle);
    INFO("\"" << text.text << "\" in " << int(text.colour.r) << "," << int(text.colour.g) << ","
              << int(text.colour.b) << " on " << int(ground.r) << "," << int(ground.g) << ","
              << int(ground.b));
    CHECK(contrast(text.colour, ground) >= 4.5);
    ++texts;
  }

 private:
  struct Filled {
    PixelBox box;
    Colour colour;
  };
  void fill(const PixelBox& box, const Ink& ink) {
    if (ink.fill && ink.fill->a > 128)
      filled_.push_back({box, *ink.fill});
  }
  [[nodiscard]] Colour ground_at(PixelPoint at) const {
    for (auto last = filled_.rbegin(); last != filled_.rend(); ++last)
      if (last->box.contains(at))
        return last->colour;
    return theme_of(ThemeName::Light).paper;
  }

  std::vector<Filled> filled_;
  std::vector<PixelPoint> frames_;
  PixelPoint origin_;
};

MapData published() {
  MapData data;
  data.boundaries = snapshot(embedded_boundaries());
  data.dataset = snapshot(embedded_dataset(*data.boundaries));
  data.context = snapshot(embedded_context());
  return data;
}

}  // namespace

TEST_CASE("every text on a page keeps a contrast of 4.5:1 on its ground") {
  PictureMaker maker(published(), Language::French);
  for (const MapType type : all_map_types())
    for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark}) {
      Scene scene;
      scene.type = type;
      scene.theme = theme;
      if (type == MapType::Bivariate) {
        scene.measure = Measure::Budget;
        scene.second = Measure::Population;
        scene.filter.fund = {"QIP"};
      }
      const auto made = maker.make(scene);
      REQUIRE(made);
      for (const char* format : {"A4", "16:9"}) {
        CAPTURE(word_of(type), format);
        Reader reader;
        paint_page(reader, {made->picture.get(), made->shapes, made->scene.get(), Language::French},
                   *parse_page_size(format, 96));
        CHECK(reader.texts > 20);
      }
    }
}

TEST_CASE("every text of the bulletin keeps a contrast of 4.5:1 on its ground") {
  PictureMaker maker(published(), Language::French);
  Scene scene;
  scene.type = MapType::Pies;
  const auto made = maker.make(scene);
  REQUIRE(made);
  const auto figures =
      bulletin_figures(maker.cube(Level::Region), {}, Translator(Language::French));
  const BulletinPage page(*made, figures, Language::French, *parse_page_size("A4-portrait", 96));
  Reader overview, details;
  page.overview(overview);
  page.details(details);
  CHECK(overview.texts > 20);
  CHECK(details.texts > 20);
}
