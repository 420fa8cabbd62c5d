#include "app/cli/options.h"

#include "tests/support/catch.h"

namespace malimap {
namespace {

Result<Options> parsed(std::vector<const char*> words) {
  words.insert(words.begin(), "malimap");
  return parse_options(static_cast<int>(words.size()), words.data());
}

std::string refused(std::vector<const char*> words) {
  const auto options = parsed(std::move(words));
  return options ? "accepted" : sentence(options.error(), Translator(Language::English));
}

}  // namespace

TEST_CASE("nothing asks for the viewer, in French, with what ships") {
  const auto options = parsed({});
  REQUIRE(options);
  CHECK(options->verb == Verb::Viewer);
  CHECK(options->language == Language::French);
  CHECK(options->files.empty());
  CHECK(options->scene == Scene{});
  CHECK_FALSE(options->level);
  CHECK(options->window.width == 1280);
}

TEST_CASE("options mean the same before and behind the verb") {
  const auto before = parsed({"--filter", "fund=QIP", "--lang", "en", "summarize"});
  const auto behind = parsed({"summarize", "--filter=fund=QIP", "--lang=en"});
  REQUIRE(before);
  REQUIRE(behind);
  CHECK(before->verb == Verb::Summarize);
  CHECK(before->filters == behind->filters);
  CHECK(before->language == Language::English);
  CHECK(behind->language == Language::English);
}

TEST_CASE("repeated options are all kept, in their order") {
  const auto options =
      parsed({"check", "--projects", "a.csv", "c.csv", "--projects", "b.csv", "d.csv"});
  REQUIRE(options);
  CHECK(options->projects == std::vector<std::string>{"a.csv", "b.csv"});
  CHECK(options->files == std::vector<std::string>{"c.csv", "d.csv"});
}

TEST_CASE("a page is paper or pixels") {
  const auto pixels = parsed({"render", "-o", "map.png", "--size", "640x400"});
  REQUIRE(pixels);
  REQUIRE(pixels->render.size);
  CHECK(pixels->render.size->width_px == 640);
  CHECK(pixels->render.size->dpi == 96);
  const auto paper = parsed({"render", "-omap.pdf", "--page", "A4"});
  REQUIRE(paper);
  CHECK(paper->render.output == "map.pdf");
  REQUIRE(paper->render.size);
  CHECK(paper->render.size->dpi == 300);
  CHECK(paper->render.size->width_px > paper->render.size->height_px);
  CHECK(paper->scene.page.format == "A4");
}

TEST_CASE("the look goes into the scene") {
  const auto options = parsed({"render", "-o", "m.svg", "--measure", "budget-per-head", "--classes",
                               "3", "--theme", "dark", "--title", ""});
  REQUIRE(options);
  CHECK(options->scene.measure == Measure::BudgetPerHead);
  CHECK(options->scene.classing.count == 3);
  CHECK(options->scene.theme == ThemeName::Dark);
}

TEST_CASE("every property of a scene can be said") {
  const auto options =
      parsed({"render",   "-o",           "m.png",  "--map-type",   "bivariate",  "--second",
              "projects", "--by",         "sector", "--middle",     "-2.5",       "--method",
              "quantile", "--classes",    "7",      "--projection", "EPSG:32630", "--subtitle",
              "S",        "--disclaimer", "D",      "--table",      "--hide",     "legend,rivers",
              "--hide",   "locator",      "--page", "A3-portrait"});
  REQUIRE(options);
  const Scene& scene = options->scene;
  CHECK(scene.type == MapType::Bivariate);
  CHECK(scene.second == Measure::Projects);
  CHECK(scene.by == Dimension::Sector);
  CHECK(scene.middle == -2.5);
  CHECK(scene.classing == Classing{ClassMethod::Quantile, 7, {}, false});
  CHECK(scene.projection == "EPSG:32630");
  CHECK(scene.page.subtitle == "S");
  CHECK(scene.page.disclaimer == "D");
  CHECK(scene.page.table);
  CHECK(scene.page.format == "A3-portrait");
  CHECK_FALSE(scene.page.legend);
  CHECK_FALSE(scene.page.locator);
  CHECK_FALSE(scene.layers.rivers);
  CHECK(scene.page.sources);
  CHECK(parsed({"--map-type", "pies"})->scene.type == MapType::Pies);  // the window's too
}

TEST_CASE("breaks by hand make one class more, of the method manual") {
  const auto options = parsed({"render", "-o", "m.png", "--breaks", "10, 20.5,1e3"});
  REQUIRE(options);
  CHECK(options->scene.classing == Classing{ClassMethod::Manual, 4, {10, 20.5, 1000}, false});
  for (const char* wrong : {"10,10", "20,10", "a", "", "10;nan", "1,inf"})
    CHECK(refused({"render", "-o", "m.png", "--breaks", wrong}) != "accepted");
  CHECK(refused({"render", "-o", "m.png", "--breaks", "1,2,3,4,5,6,7,8,9"})
            .starts_with("--breaks: 9 breaks make more than 9 classes"));
  CHECK(refused({"render", "-o", "m.png", "--breaks", "1,2", "--method", "equal"})
            .starts_with("--breaks: not together with --method equal"));
}

TEST_CASE("a context layer has a file, and may have colour and width") {
  const auto options =
      parsed({"render", "-o", "m.png", "--context", "a.gpkg", "--context", "b.shp,#AA5500",
              "--context", "c, d.shp,#aa5500,2.5", "--context", "e.shp,3"});
  REQUIRE(options);
  const auto& context = options->scene.context;
  REQUIRE(context.size() == 4);
  CHECK(context[0] == ContextFile{"a.gpkg", {}, ContextFile{}.colour, 1.2});
  CHECK(context[1] == ContextFile{"b.shp", {}, "#AA5500", 1.2});
  CHECK(context[2] == ContextFile{"c, d.shp", {}, "#aa5500", 2.5});
  CHECK(context[3] == ContextFile{"e.shp", {}, ContextFile{}.colour, 3});
  CHECK(refused({"--context", "a.shp,#12"}).starts_with("--context: \"#12\" is no colour"));
  CHECK(refused({"--context", "a.shp,-2"}).starts_with("--context: \"-2\" is not a number"));
}

TEST_CASE("what is written: a map, all scenes, a bulletin or an atlas, one of them") {
  const auto atlas = parsed(
      {"render", "--atlas", "cercle", "-o", "folder", "--category", "WASH", "--format", "png"});
  REQUIRE(atlas);
  CHECK(atlas->render.atlas == Level::Cercle);
  CHECK(atlas->render.atlas_format == PageFormat::Png);
  CHECK(atlas->render.category == "WASH");
  const auto bulletin = parsed({"render", "--template", "bulletin", "-o", "b.pdf"});
  REQUIRE(bulletin);
  CHECK(bulletin->render.page_template == PageTemplate::Bulletin);
  CHECK_FALSE(bulletin->render.size);
  CHECK(parsed({"render", "w.json", "--all-scenes", "-o", "d.pptx"})->render.all_scenes);
  CHECK(parsed({"render", "w.json", "--scene", "Nord", "-o", "d.png"})->scene_name == "Nord");
  CHECK(refused({"render", "--all-scenes", "--scene", "A", "-o", "d.pdf"}) ==
        "--all-scenes: not together with --scene. Give one of the two.");
  CHECK(refused({"render", "--all-scenes", "--atlas", "region", "-o", "d.pdf"}) ==
        "--all-scenes: not together with --atlas. Give one of the two.");
  CHECK(refused({"render", "--atlas", "region", "--template", "bulletin", "-o", "d.pdf"})
            .starts_with("--atlas: not together with --template"));
  CHECK(refused({"render", "--category", "X", "-o", "d.pdf"}) ==
        "--category: only together with --atlas");
  CHECK(refused({"render", "--template", "buletin", "-o", "d.pdf"}) ==
        "--template: unknown value \"buletin\". Did you mean bulletin?");
  CHECK(refused({"render", "-o", "folder"}) != "accepted");
}

TEST_CASE("mistyped words of a scene have a suggestion") {
  CHECK(refused({"--map-type", "coropleth"}) ==
        "--map-type: unknown value \"coropleth\". Did you mean choropleth?");
  CHECK(refused({"--method", "quantiles"}) ==
        "--method: unknown value \"quantiles\". Did you mean quantile?");
  CHECK(refused({"--by", "sectors"}) == "--by: unknown value \"sectors\". Did you mean sector?");
  CHECK(refused({"--hide", "legend,locater"}) ==
        "--hide: unknown value \"locater\". Did you mean locator?");
  CHECK(refused({"--page", "A44"}).starts_with("--page: "));
  CHECK(refused({"--map-tipe", "pies"}) == "--map-tipe: unknown option. Did you mean --map-type?");
}

TEST_CASE("what is wrong is told with the option's name") {
  CHECK(refused({"--filtre", "x"}) == "--filtre: unknown option. Did you mean --filter?");
  CHECK(refused({"--level"}) == "--level: its value is missing");
  CHECK(refused({"--level", "--lang", "en"}) == "--level: its value is missing");
  CHECK(refused({"--level", "regoin"}) ==
        "--level: unknown value \"regoin\". Did you mean region?");
  CHECK(refused({"--classes", "many"}) == "--classes: \"many\" is not a number from 3 to 9");
  CHECK(refused({"sumarize"}) == "sumarize: neither a verb nor a file. Did you mean summarize?");
  CHECK(refused({"render"}) == "render: nowhere to write. Add -o map.png, .svg, .pdf or .pptx.");
}

TEST_CASE("what belongs to another verb is unknown") {
  CHECK(refused({"summarize", "--dpi", "300"}).starts_with("--dpi: unknown option"));
  CHECK(refused({"render", "-o", "a.png", "--rows"}).starts_with("--rows: unknown option"));
}

TEST_CASE("help and version come before every complaint but a missing value") {
  const auto options = parsed({"render", "--help"});
  REQUIRE(options);
  CHECK(options->answer.find("--dpi") != std::string::npos);
  REQUIRE(parsed({"--version"}));
}

}  // namespace malimap
