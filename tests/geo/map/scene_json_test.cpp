#include "geo/map/scene_json.h"

#include "tests/support/catch.h"

using namespace malimap;

namespace {

/// Nothing is as in a new scene.
Scene unusual() {
  Scene scene;
  scene.name = "Mopti « 2 »";
  scene.title = "Où, combien ?";
  scene.filter.fund = {"QIP", "TF"};
  scene.filter.sector = {"Santé"};
  scene.filter.status = {"completed"};
  scene.filter.donor = {"A"};
  scene.filter.partner = {"B", "C"};
  scene.filter.budget = {Cents{1'000'001}, Cents{999'999'999'999'99}};
  scene.filter.start = {parse_iso_date("2016-02-29"), parse_iso_date("2017-12-31")};
  scene.filter.active = {parse_iso_date("2015-01-01"), std::nullopt};
  scene.filter.except = {{Dimension::Fund, {"PBF"}}, {Dimension::Partner, {"D", "E"}}};
  scene.filter.units = {"ML05", "ML0701"};
  scene.filter.text = "puits";
  scene.within = "ML05";
  scene.compare = {CompareHow::Swipe, scene.filter, true, 0.3};
  scene.compare.other->units = {"ML06"};
  scene.gaps = {{NeedKind::File, "/data/need.csv", "PIN 2024"},
                Aid::Partners,
                GapOrder::Shortfall,
                true,
                true,
                12.5,
                {{"ML0502", "Santé", "TF", 3, Cents{1'234'567}}, {"ML08", "", "", 1, Cents{}}}};
  scene.type = MapType::Pies;
  scene.measure = Measure::BudgetPerHead;
  scene.second = Measure::ShareOfProjects;
  scene.by = Dimension::Sector;
  scene.middle = 0.1;
  scene.classing = {ClassMethod::Manual, 7, {0.1, 1.0 / 3, 1e9}, true};
  scene.level = Level::Cercle;
  scene.camera = Camera{{-123456.78901234567, 1.0 / 7}, 1234.5678901234567};
  scene.palette = "blues";
  scene.projection = "EPSG:32630";
  scene.layers = {false, false, false, false, false};
  scene.context = {{"/data/roads.gpkg", "main", "#112233", 2.5},
                   {"/other/camps.csv", "", "#6b5b95", 1.2}};
  scene.outside_programme = {"ML01", "ML0203"};
  scene.theme = ThemeName::Dark;
  scene.page = {"200x150mm", "sous-titre", "avis", "notes", false, false,
                false,       false,        false,  false,   true};
  return scene;
}

SavedScene read(const std::string& text, Problems& problems, const std::string& folder = "") {
  auto scene = parse_scene(text, folder, problems);
  REQUIRE(scene);
  return *scene;
}

std::string refused(const std::string& text) {
  Problems problems;
  const auto scene = parse_scene(text, "", problems);
  return scene ? "accepted" : sentence(scene.error(), Translator(Language::English));
}

}  // namespace

TEST_CASE("every field of a scene comes back, numbers to the last bit") {
  Problems problems;
  const SavedScene saved{unusual(), {}};
  CHECK(read(text_of(saved, "/data"), problems, "/data") == saved);
  CHECK(read(text_of({Scene{}, {}}, ""), problems) == SavedScene{});
  CHECK(problems.empty());
}

TEST_CASE("a comparison with everything is not none") {
  Problems problems;
  Scene scene;
  scene.compare.other.emplace();
  CHECK(read(text_of({scene, {}}, ""), problems).scene == scene);
  CHECK(read(R"({"compare": {"how": "side-by-side"}})", problems).scene.compare ==
        Comparison{CompareHow::SideBySide, std::nullopt, false, 0.5});
}

TEST_CASE("of a new scene only its words are written") {
  CHECK(text_of({Scene{}, {}}, "") ==
        R"({"name":"","type":"choropleth","measure":"projects","level":"region"})");
}

TEST_CASE("paths are relative to the file") {
  Problems problems;
  const std::string text = text_of({unusual(), {}}, "/data");
  CHECK(text.find(R"("path":"roads.gpkg")") != std::string::npos);
  CHECK(text.find(R"("path":"../other/camps.csv")") != std::string::npos);
  CHECK(read(text, problems, "/moved/here").scene.context[0].path == "/moved/here/roads.gpkg");
}

TEST_CASE("what a later version wrote is written again, also inside of objects") {
  Problems problems;
  const auto saved = read(
      R"({"name": "N", "weather": [1, {"a": 2}], "page": {"subtitle": "S", "border": {"width": 2}},
          "classes": {"colours": ["#fff"]}, "filter": {"fund": ["TF"], "gender": ["f"],
          "budget": {"from": 5, "currency": "EUR"}}, "layers": {"roads": true}, "compare":
          {"other": {"age": 3}, "fade": 1}, "gaps": {"need": {"year": 2024}, "radius": 2}, "camera":
          {"x": 1, "y": 2, "metres_per_dp": 3, "tilt": 30}})",
      problems);
  CHECK(problems.empty());
  CHECK(saved.scene.filter.fund == std::set<std::string>{"TF"});
  CHECK(saved.scene.filter.budget.low == Cents{500});
  const std::string text = text_of(saved, "");
  for (const char* kept :
       {R"("weather":[1,{"a":2}])", R"("border":{"width":2})", R"("colours":["#fff"])",
        R"("gender":["f"])", R"("currency":"EUR")", R"("roads":true)", R"("tilt":30)", R"("age":3)",
        R"("fade":1)", R"("year":2024)", R"("radius":2)"})
    CHECK(text.find(kept) != std::string::npos);
  CHECK(read(text, problems) == saved);
}

TEST_CASE("unknown words are noted, and stay until another is chosen") {
  Problems problems;
  auto saved =
      read(R"({"type": "hexagons", "theme": "sepia", "classes": {"method": "magic"}})", problems);
  CHECK(problems.size() == 3);
  CHECK(problems.count("scene-unknown-word") == 3);
  CHECK(saved.scene == Scene{});
  const std::string text = text_of(saved, "");
  CHECK(text.find("hexagons") != std::string::npos);
  CHECK(text.find("sepia") != std::string::npos);
  CHECK(text.find("magic") != std::string::npos);
  saved.scene.type = MapType::Bars;
  CHECK(text_of(saved, "").find("hexagons") == std::string::npos);
}

TEST_CASE("a field of another kind is an error that names it") {
  CHECK(refused("[]") == "is no scene");
  CHECK(refused("{") == "is no scene");
  CHECK(refused(R"({"title": 3})").find("title") != std::string::npos);
  CHECK(refused(R"({"page": {"legend": "no"}})").find("page/legend") != std::string::npos);
  CHECK(refused(R"({"filter": {"fund": "TF"}})").find("filter/fund") != std::string::npos);
  CHECK(refused(R"({"filter": {"start": {"from": "2017-02-30"}}})").find("filter/start/from") !=
        std::string::npos);
  CHECK(refused(R"({"compare": {"other": {"active": {"to": "2017"}}}})")
            .find("compare/other/active/to") != std::string::npos);
  CHECK(refused(R"({"gaps": {"beyond_km": 0}})").find("gaps/beyond_km") != std::string::npos);
  CHECK(refused(R"({"gaps": {"planned": [{"count": 2}]}})").find("gaps/planned/unit") !=
        std::string::npos);
  CHECK(refused(R"({"camera": {"x": 1, "y": 2, "metres_per_dp": 0}})").find("camera") !=
        std::string::npos);
  CHECK(refused(R"({"middle": 1e999})") != "accepted");
  CHECK(refused(R"({"context": [{}]})").find("context/path") != std::string::npos);
}
