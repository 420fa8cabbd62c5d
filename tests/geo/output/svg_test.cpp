#include <pugixml.hpp>
#include <set>

#include "geo/output/cairo_canvas.h"
#include "geo/output/xml_text.h"
#include "tests/geo/output/sample_sheet.h"
#include "tests/support/catch.h"
#include "tests/support/image_compare.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

std::string sheet() {
  const auto document = make_svg_document(sheet_info());
  draw_sheet(document->begin_page(kSheetSize, {}));
  document->end_page();
  return document->finish().value();
}

pugi::xml_document parsed(const std::string& svg) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(svg.data(), svg.size()));
  return document;
}

pugi::xml_node with_id(const pugi::xml_document& document, const std::string& id) {
  return document.find_node(
      [&](pugi::xml_node node) { return id == node.attribute("id").value(); });
}

Image drawn_by_cairo() {
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 800, 450));
  const Cairo cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  CairoCanvas canvas(cairo.get());
  draw_sheet(canvas);
  const std::string path = fresh_folder("svg-cairo") + "sheet.png";
  cairo_surface_write_to_png(surface.get(), path.c_str());
  return read_png(path);
}

}  // namespace

TEST_CASE("Numbers are short and have a point in every locale") {
  CHECK(compact_number(1.0) == "1");
  CHECK(compact_number(0.126) == "0.13");
  CHECK(compact_number(-0.001) == "0");
  CHECK(compact_number(1234567.5) == "1234567.5");
  CHECK(compact_number(1.0 / 0.0) == "0");
}

TEST_CASE("Texts lose what XML cannot hold and nothing else") {
  CHECK(xml_clean("Gao\x01\x0b / M\xc3\xa9naka\n") == "Gao / M\xc3\xa9naka\n");
  CHECK(xml_clean("a\xff\xc3z") == "az");
  CHECK(xml_clean("\xef\xbf\xbe") == "");  // U+FFFE
  CHECK(xml_escape("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;");
  CHECK(xml_name("ML05") == "ML05");
  CHECK(xml_name("2 notes") == "_2-notes");
}

TEST_CASE("A unit is one path with its P-code and its name; groups are named layers") {
  const pugi::xml_document svg = parsed(sheet());
  const pugi::xml_node mopti = with_id(svg, "ML05");
  CHECK(std::string(mopti.name()) == "path");
  CHECK(std::string(mopti.child_value("title")) == "Mopti");
  CHECK(std::string(mopti.attribute("fill").value()) == "#c8503c");
  CHECK(std::string(mopti.parent().attribute("id").value()) == "units");
  CHECK(std::string(mopti.parent().attribute("inkscape:label").value()) == "Régions");
  CHECK(std::string(mopti.parent().attribute("inkscape:groupmode").value()) == "layer");
  CHECK(std::string(with_id(svg, "ML01").child_value("title")) == "Kayes & <\"l'ouest\">");
}

TEST_CASE("Ids are unique, and what is referred to exists") {
  const pugi::xml_document svg = parsed(sheet());
  std::set<std::string> ids;
  std::vector<std::string> references;
  const auto collect = [&](pugi::xml_node node) {
    if (const pugi::xml_attribute id = node.attribute("id")) {
      INFO(id.value());
      CHECK(ids.insert(id.value()).second);
      CHECK(xml_name(id.value()) == id.value());
    }
    if (const pugi::xml_attribute link = node.attribute("xlink:href"))
      references.emplace_back(std::string(link.value()).substr(1));
    if (const pugi::xml_attribute clip = node.attribute("clip-path")) {
      const std::string value = clip.value();
      references.push_back(value.substr(5, value.size() - 6));
    }
    return false;
  };
  svg.find_node(collect);
  CHECK(references.size() >= 4);  // a halo, a hatch and its shape, a frame
  for (const std::string& reference : references)
    CHECK(ids.count(reference) == 1);
}

TEST_CASE("Text is text, once, with its lines; its fonts are inside") {
  const std::string bytes = sheet();
  const pugi::xml_document svg = parsed(bytes);
  const pugi::xml_node title = with_id(svg, "title");
  CHECK(std::string(title.name()) == "text");
  CHECK(std::string(title.child_value()) == "Projets par région & <suite>");
  CHECK(std::string(title.attribute("font-weight").value()) == "600");
  CHECK(bytes.find("Taoudénit") == bytes.rfind("Taoudénit"));
  CHECK(bytes.find("Tombouctou</tspan>") != std::string::npos);
  const std::string style = svg.child("svg").child_value("style");
  std::size_t faces = 0;
  for (std::size_t at = 0; (at = style.find("@font-face", at)) != std::string::npos; ++at)
    ++faces;
  CHECK(faces == 2);                                       // regular and semi-bold
  CHECK(style.find("base64,T1RUT") != std::string::npos);  // "OTTO"
  CHECK(bytes.size() < 80000);                             // the whole faces have a megabyte
}

TEST_CASE("The same drawing is the same SVG") {
  CHECK(sheet() == sheet());
}

TEST_CASE("An SVG holds the first page alone") {
  const auto document = make_svg_document(sheet_info());
  for (int page = 0; page < 2; ++page) {
    draw_sheet(document->begin_page(kSheetSize, {}));
    document->end_page();
  }
  CHECK(document->finish().value() == sheet());
}

TEST_CASE("rsvg-convert opens the SVG and shows what Cairo shows") {
  if (!installed("rsvg-convert"))
    return;
  const std::string folder = fresh_folder("svg-rsvg");
  write_file(folder + "sheet.svg", sheet());
  REQUIRE(runs("rsvg-convert " + folder + "sheet.svg -o " + folder + "sheet.png"));
  const Image image = read_png(folder + "sheet.png");
  REQUIRE(image.width == 800);
  REQUIRE(image.height == 450);
  CHECK(image.at(100, 110) == 0xc8503c);  // ML05
  CHECK(image.at(165, 165) == 0xffffff);  // the hole
  CHECK(image.at(190, 190) == 0x3c50c8);  // ML09 inside it
  CHECK(image.at(545, 300) == 0xffffff);  // beyond the frame
  CHECK(image.at(440, 240) != image.at(440, 300));
  const Difference difference = compare(image, drawn_by_cairo());
  INFO(difference.words);
  CHECK(difference.similarity > 0.97);
}
