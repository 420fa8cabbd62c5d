#include "geo/output/bulletin/bulletin_page.h"

#include <algorithm>
#include <filesystem>

#include "geo/boundaries/read.h"
#include "geo/output/atlas.h"
#include "geo/output/atlas/atlas_page.h"
#include "geo/output/bulletin.h"
#include "tests/support/catch.h"

using namespace malimap;

namespace {

MapData embedded_data() {
  MapData data;
  data.boundaries = snapshot(embedded_boundaries());
  data.dataset = snapshot(embedded_dataset(*data.boundaries));
  data.context = snapshot(embedded_context());
  return data;
}

/// Keeps the boxes of all texts, moved by the frames they stand in.
class TextRecorder final : public Canvas {
 public:
  struct Text {
    std::string text;
    PixelBox box;
    bool framed = false;  // inside a map, which cuts what leaves it
  };
  std::vector<Text> texts;

  void begin_group(const ShapeName&) override {}
  void end_group() override {}
  void begin_frame(const PixelBox&) override { ++frames_; }
  void end_frame() override { --frames_; }
  void shape(const Path&, const Ink&, const ShapeName&) override {}
  void rectangle(const PixelBox&, const Ink&, double, const ShapeName&) override {}
  void circle(PixelPoint, double, const Ink&, const ShapeName&) override {}
  void text(const PlacedText& text, const ShapeName&) override {
    texts.push_back(
        {text.text, {text.at.x, text.at.y, text.size.width, text.size.height}, frames_ > 0});
  }

 private:
  int frames_ = 0;
};

bool overlap(const PixelBox& a, const PixelBox& b) {
  constexpr double kTouch = 1.5;  // boxes of lines hold leading: they may touch
  return a.x + kTouch < b.x + b.width && b.x + kTouch < a.x + a.width &&
         a.y + kTouch < b.y + b.height && b.y + kTouch < a.y + a.height;
}

void check_inside_and_apart(const TextRecorder& page, const PageSize& size) {
  for (std::size_t i = 0; i < page.texts.size(); ++i) {
    const auto& a = page.texts[i];
    if (a.framed)
      continue;
    INFO("\"" << a.text << "\" at " << a.box.x << "," << a.box.y << " " << a.box.width << "x"
              << a.box.height);
    CHECK(a.box.x >= 0);
    CHECK(a.box.y >= 0);
    CHECK(a.box.x + a.box.width <= size.width_px);
    CHECK(a.box.y + a.box.height <= size.height_px);
    for (std::size_t j = i + 1; j < page.texts.size(); ++j)
      if (!page.texts[j].framed) {
        INFO("and \"" << page.texts[j].text << "\"");
        CHECK_FALSE(overlap(a.box, page.texts[j].box));
      }
  }
}

bool says(const TextRecorder& page, std::string_view wanted) {
  return std::any_of(page.texts.begin(), page.texts.end(), [&](const TextRecorder::Text& text) {
    return text.text.find(wanted) != std::string::npos;
  });
}

const BulletinZone& zone_named(const BulletinFigures& figures, std::string_view name) {
  const auto found = std::find_if(figures.zones.begin(), figures.zones.end(),
                                  [&](const auto& zone) { return zone.name == name; });
  REQUIRE(found != figures.zones.end());
  return *found;
}

}  // namespace

TEST_CASE("the bulletin says what was published, and a country's projects are distinct ones") {
  PictureMaker maker(embedded_data(), Language::French);
  const Translator tr(Language::French);
  const auto figures = bulletin_figures(maker.cube(Level::Region), {}, tr);
  REQUIRE(figures.funds.size() == 3);
  const auto fund = [&](std::string_view value) {
    return *std::find_if(figures.funds.begin(), figures.funds.end(),
                         [&](const auto& f) { return f.value == value; });
  };
  CHECK(fund("QIP").total.projects == 324);
  CHECK(fund("TF").total.projects == 93);
  CHECK(fund("TF").mentions == 166);
  CHECK(fund("PBF").total.projects == 5);
  CHECK(fund("QIP").completed == 222);
  CHECK(fund("QIP").ongoing == 102);
  REQUIRE(figures.zones.size() == 5);
  CHECK(figures.zones_without.size() == 4);
  const auto& mopti = zone_named(figures, "Mopti");
  const auto at = [&](std::string_view value) {
    return static_cast<std::size_t>(std::find_if(figures.funds.begin(), figures.funds.end(),
                                                 [&](const auto& f) { return f.value == value; }) -
                                    figures.funds.begin());
  };
  CHECK(mopti.projects[at("QIP")] == 65);
  CHECK(mopti.projects[at("PBF")] == std::nullopt);
  CHECK(mopti.inferred);
}

TEST_CASE("the bulletin's bars add up to what they are parts of") {
  PictureMaker maker(embedded_data(), Language::French);
  const Translator tr(Language::French);
  const auto figures = bulletin_figures(maker.cube(Level::Region), {}, tr);
  Cents zones, sectors;
  for (const BulletinBar& bar : figures.by_zone.bars)
    zones += bar.total();
  for (const BulletinBar& bar : figures.by_sector.bars)
    sectors += bar.total();
  CHECK(zones == cents_of_dollars(11'900'000));
  CHECK(sectors == cents_of_dollars(11'900'000));
  CHECK(figures.by_sector.known == std::vector<std::string>{"QIP"});
  CHECK(figures.by_sector.unknown == std::vector<std::string>{"TF", "PBF"});
  for (std::size_t i = 1; i < figures.by_sector.bars.size(); ++i)
    CHECK(figures.by_sector.bars[i - 1].total().value >= figures.by_sector.bars[i].total().value);
}

TEST_CASE("under a filter the bulletin knows the fund that is left") {
  PictureMaker maker(embedded_data(), Language::English);
  Filter filter;
  filter.fund = {"TF"};
  const auto figures =
      bulletin_figures(maker.cube(Level::Region), filter, Translator(Language::English));
  REQUIRE(figures.funds.size() == 1);
  CHECK(figures.funds[0].total.projects == 93);
  CHECK(figures.by_zone.bars.empty());  // its budget by region was not published
}

TEST_CASE("a fund that no bulletin knows has one colour on the bulletin's cards, bars and map") {
  MapData data = embedded_data();
  Dataset list = *data.dataset;
  list.aggregates = nullptr;
  Projects projects = *list.projects;
  // By falling count Zeta comes first, by name Alpha: two ways to hand out colours.
  projects.fund = {};
  for (std::size_t row = 0; row < projects.size(); ++row)
    projects.fund.push(row == 0 ? "Alpha" : "Zeta");
  list.projects = snapshot(std::move(projects));
  data.dataset = snapshot(std::move(list));
  PictureMaker maker(data, Language::French);
  Scene scene;
  scene.type = MapType::Pies;
  const auto picture = maker.make(scene);
  REQUIRE(picture);
  auto figures = bulletin_figures(maker.cube(Level::Region), {}, Translator(Language::French));
  take_colours(figures, picture->picture->legend);
  REQUIRE(figures.funds.size() == 2);
  int found = 0;
  for (const BulletinFund& fund : figures.funds)
    for (const LegendEntry& entry : picture->picture->legend.entries)
      if (entry.text == fund.label) {
        CHECK(fund.colour == entry.fill);
        ++found;
      }
  CHECK(found == 2);
}

TEST_CASE("nothing on the bulletin's pages leaves them or lies over something else") {
  for (const Language language : {Language::French, Language::English}) {
    PictureMaker maker(embedded_data(), language);
    const Translator tr(language);
    Scene scene;
    scene.type = MapType::Pies;
    const auto picture = maker.make(scene);
    REQUIRE(picture);
    const auto figures = bulletin_figures(maker.cube(Level::Region), {}, tr);
    for (const char* format : {"A4-portrait", "A3-portrait", "A4"}) {
      const PageSize size = *parse_page_size(format, 96);
      const BulletinPage page(*picture, figures, language, size);
      TextRecorder overview, details;
      page.overview(overview);
      page.details(details);
      CAPTURE(format);
      check_inside_and_apart(overview, size);
      check_inside_and_apart(details, size);
      CHECK(says(overview, "324"));
      CHECK(says(overview, language == Language::French ? "n.\u00A0d." : "no data"));
      CHECK(says(overview, "166"));  // as mentions, in the notes
      CHECK(says(details, "11"));
    }
  }
}

TEST_CASE("an atlas has a page for every unit, with its neighbours") {
  const MapData data = embedded_data();
  PictureMaker maker(data, Language::French);
  const auto units =
      atlas_units(maker.cube(Level::Region), *data.boundaries, {}, Translator(Language::French));
  REQUIRE(units.size() == 9);
  const auto mopti =
      std::find_if(units.begin(), units.end(), [](const auto& u) { return u.name == "Mopti"; });
  REQUIRE(mopti != units.end());
  std::vector<std::string> names;
  for (const auto& neighbour : mopti->neighbours)
    names.push_back(neighbour.name);
  CHECK(names == std::vector<std::string>{"Ségou", "Tombouctou"});
  CHECK(mopti->rank == 3);  // after Tombouctou and Gao
  CHECK(mopti->ranked == 5);
  const auto kayes =
      std::find_if(units.begin(), units.end(), [](const auto& u) { return u.name == "Kayes"; });
  CHECK(kayes->rank == 0);  // not reported is not last
}

TEST_CASE("nothing on an atlas page leaves it or lies over something else") {
  const MapData data = embedded_data();
  PictureMaker maker(data, Language::French);
  const auto units =
      atlas_units(maker.cube(Level::Region), *data.boundaries, {}, Translator(Language::French));
  const auto picture = maker.make(Scene{});
  REQUIRE(picture);
  for (const char* format : {"A4", "A4-portrait", "16:9"})
    for (const AtlasUnit& unit : units) {
      const PageSize size = *parse_page_size(format, 96);
      TextRecorder page;
      AtlasPage(*picture, *data.dataset, unit, {unit.unit}, Language::French, size).paint(page);
      CAPTURE(format, unit.name);
      check_inside_and_apart(page, size);
      CHECK(says(page, unit.name));
    }
}

TEST_CASE("atlas files are named after the humanitarian convention") {
  const Date day = *parse_iso_date("2017-06-30");
  CHECK(atlas_file_name("3W", "Gao / Ménaka", "A4", day, PageFormat::Pdf) ==
        "3W_Gao-Menaka_A4_20170630.pdf");
  CHECK(atlas_file_name("3W", "Mopti", "A3-portrait", day, PageFormat::Png) ==
        "3W_Mopti_A3_20170630.png");
  CHECK(atlas_file_name("a/b_c", "../x", "16:9", day, PageFormat::Pptx) ==
        "abc_X_16x9_20170630.pptx");
}

TEST_CASE("an atlas is written unit by unit, or as one document") {
  const auto folder = std::filesystem::temp_directory_path() / "malimap-atlas-test";
  std::filesystem::remove_all(folder);
  PictureMaker maker(embedded_data(), Language::French);
  AtlasOptions options;
  options.output = folder.string();
  options.size = *parse_page_size("A4", 96);
  options.date = *parse_iso_date("2017-06-30");
  const auto files = write_atlas(maker, Scene{}, Level::Region, options);
  REQUIRE(files);
  CHECK(files->size() == 9);
  CHECK(std::filesystem::exists(folder / "3W_Mopti_A4_20170630.pdf"));
  options.output = (folder / "atlas.pdf").string();
  const auto one = write_atlas(maker, Scene{}, Level::Region, options);
  REQUIRE(one);
  CHECK(one->size() == 1);
  const auto missing = write_atlas(maker, Scene{}, Level::Commune, options);
  CHECK_FALSE(missing);
  std::filesystem::remove_all(folder);
}
