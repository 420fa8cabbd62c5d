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
  CHECK(pixels->render.size.width_px == 640);
  CHECK(pixels->render.size.dpi == 96);
  const auto paper = parsed({"render", "-omap.pdf", "--page", "A4"});
  REQUIRE(paper);
  CHECK(paper->render.output == "map.pdf");
  CHECK(paper->render.size.dpi == 300);
  CHECK(paper->render.size.width_px > paper->render.size.height_px);
}

TEST_CASE("the look goes into the scene") {
  const auto options = parsed({"render", "-o", "m.svg", "--measure", "budget-per-head", "--classes",
                               "3", "--theme", "dark", "--title", ""});
  REQUIRE(options);
  CHECK(options->scene.measure == Measure::BudgetPerHead);
  CHECK(options->scene.classing.count == 3);
  CHECK(options->scene.theme == ThemeName::Dark);
}

TEST_CASE("what is wrong is told with the option's name") {
  CHECK(refused({"--filtre", "x"}) == "--filtre: unknown option. Did you mean --filter?");
  CHECK(refused({"--level"}) == "--level: its value is missing");
  CHECK(refused({"--level", "--lang", "en"}) == "--level: its value is missing");
  CHECK(refused({"--level", "regoin"}) ==
        "--level: unknown value \"regoin\". Did you mean region?");
  CHECK(refused({"--classes", "many"}) == "--classes: \"many\" is not a number from 2 to 9");
  CHECK(refused({"sumarize"}) == "sumarize: neither a verb nor a file. Did you mean summarize?");
  CHECK(refused({"render"}) == "render: nowhere to write. Add -o map.png, .svg or .pdf.");
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
