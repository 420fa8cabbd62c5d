#include <zip.h>

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <set>

#include "geo/output/slides/cut.h"
#include "tests/geo/output/sample_sheet.h"
#include "tests/support/catch.h"
#include "tests/support/image_compare.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

constexpr double kEmu = 9525;  // per px

std::string deck(int pages = 2) {
  const auto document = make_slides_document(sheet_info());
  for (int page = 1; page <= pages; ++page) {
    draw_sheet(document->begin_page(
        kSheetSize, {"Vue " + std::to_string(page), "À dire : la vue " + std::to_string(page)}));
    document->end_page();
  }
  return document->finish().value();
}

using Parts = std::map<std::string, std::string>;

Parts unpacked(const std::string& bytes) {
  const std::string path = fresh_folder("slides-unpack") + "deck.pptx";
  write_file(path, bytes);
  int error = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error);
  REQUIRE(archive != nullptr);
  Parts parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string& content = parts[stat.name];
    content.resize(stat.size);
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    CHECK(zip_fread(file, content.data(), stat.size) == static_cast<zip_int64_t>(stat.size));
    zip_fclose(file);
  }
  zip_discard(archive);
  return parts;
}

std::string packed(const Parts& parts, const std::string& path) {
  int error = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : parts)
    zip_file_add(archive, name.c_str(),
                 zip_source_buffer(archive, content.data(), content.size(), 0), 0);
  REQUIRE(zip_close(archive) == 0);
  return path;
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(xml.data(), xml.size()));
  return document;
}

/// The shape, group or frame of that name on a slide.
pugi::xml_node named(const pugi::xml_document& slide, const std::string& name) {
  return slide
      .find_node([&](pugi::xml_node node) {
        return std::string(node.name()) == "p:cNvPr" && name == node.attribute("name").value();
      })
      .parent()
      .parent();
}

/// "ppt/slides" and "../x/y.xml" give "ppt/x/y.xml".
std::string resolved(const std::string& folder, const std::string& target) {
  return (std::filesystem::path(folder) / target).lexically_normal().string();
}

bool to_pdf(const std::string& folder, const std::string& name) {
  return runs("soffice -env:UserInstallation=file://" + folder +
              "profile --headless --convert-to pdf" + " --outdir " + folder + " " + folder + name +
              ".pptx") &&
         std::filesystem::exists(folder + name + ".pdf");
}

Image first_page(const std::string& folder, const std::string& name) {
  REQUIRE(
      runs("pdftoppm -r 96 -f 1 -l 1 -singlefile -png " + folder + name + ".pdf " + folder + name));
  return read_png(folder + name + ".png");
}

}  // namespace

TEST_CASE("Every part parses, has a type, and what it relates to is in the package") {
  const Parts parts = unpacked(deck());
  std::set<std::string> typed;
  const pugi::xml_document types = parsed(parts.at("[Content_Types].xml"));
  for (const pugi::xml_node node : types.child("Types").children("Override"))
    typed.insert(std::string(node.attribute("PartName").value()).substr(1));
  for (const std::string& name : typed)
    CHECK(parts.count(name) == 1);
  int relations = 0;
  for (const auto& [name, content] : parts) {
    INFO(name);
    const pugi::xml_document part = parsed(content);
    if (!name.ends_with(".rels")) {
      CHECK((typed.count(name) == 1 || name == "[Content_Types].xml"));
      continue;
    }
    const std::string folder = std::filesystem::path(name).parent_path().parent_path().string();
    for (const pugi::xml_node node : part.child("Relationships").children()) {
      CHECK(parts.count(resolved(folder, node.attribute("Target").value())) == 1);
      ++relations;
    }
  }
  CHECK(relations == 3 + 5 + 2 + 1 + 1 + 2 * 4);
}

TEST_CASE("Shapes of a slide have numbers and names of their own") {
  const pugi::xml_document slide = parsed(unpacked(deck()).at("ppt/slides/slide1.xml"));
  std::set<std::string> ids, names;
  slide.find_node([&](pugi::xml_node node) {
    if (std::string(node.name()) == "p:cNvPr") {
      CHECK(ids.insert(node.attribute("id").value()).second);
      CHECK(names.insert(node.attribute("name").value()).second);
    }
    return false;
  });
  for (const char* name : {"ML01", "ML05", "ML09", "units", "title", "table"})
    CHECK(names.count(name) == 1);
  CHECK(names.count("empty") == 0);
}

TEST_CASE("A unit is one freeform in the group of units, with a plain fill") {
  const pugi::xml_document slide = parsed(unpacked(deck()).at("ppt/slides/slide1.xml"));
  const pugi::xml_node mopti = named(slide, "ML05");
  CHECK(std::string(mopti.child("p:nvSpPr").child("p:cNvPr").attribute("descr").value()) ==
        "Mopti");
  const pugi::xml_node properties = mopti.child("p:spPr");
  CHECK(std::string(properties.child("a:solidFill").child("a:srgbClr").attribute("val").value()) ==
        "C8503C");
  const pugi::xml_node path = properties.child("a:custGeom").child("a:pathLst").child("a:path");
  CHECK(std::distance(path.children("a:moveTo").begin(), path.children("a:moveTo").end()) == 2);
  CHECK(mopti.parent() == named(slide, "units"));
  const pugi::xml_node xfrm = properties.child("a:xfrm");
  CHECK(xfrm.child("a:off").attribute("x").as_int() == 90 * kEmu);
  CHECK(xfrm.child("a:ext").attribute("cx").as_int() == 200 * kEmu);
  const pugi::xml_node group = named(slide, "units").child("p:grpSpPr").child("a:xfrm");
  CHECK(group.child("a:off").attribute("x").as_int() == 90 * kEmu);
  CHECK(group.child("a:chExt").attribute("cx").as_int() == 450 * kEmu);  // cut at the frame
}

TEST_CASE("Nothing in a frame reaches beyond it") {
  const pugi::xml_document slide = parsed(unpacked(deck()).at("ppt/slides/slide1.xml"));
  const pugi::xml_node map = named(slide, "map");
  int shapes = 0;
  map.find_node([&](pugi::xml_node node) {
    if (std::string(node.name()) == "p:spPr") {
      const pugi::xml_node off = node.child("a:xfrm").child("a:off"),
                           ext = node.child("a:xfrm").child("a:ext");
      const int x = off.attribute("x").as_int(), y = off.attribute("y").as_int();
      CHECK(x >= 40 * kEmu);
      CHECK(y >= 60 * kEmu);
      CHECK(x + ext.attribute("cx").as_int() <= 540 * kEmu);
      CHECK(y + ext.attribute("cy").as_int() <= 420 * kEmu);
      ++shapes;
    }
    return false;
  });
  CHECK(shapes == 10);  // outlines of cut shapes are shapes of their own; the hidden text is gone
}

TEST_CASE("Cutting keeps the area and the length inside a box") {
  Path path;
  path.move_to({-10, 5});
  path.line_to({20, 5});
  path.line_to({20, 8});
  path.line_to({-10, 8});
  path.close();
  const auto area = flatten(cut_area(path, {0, 0, 10, 10}));
  REQUIRE(area.size() == 1);
  CHECK(bounds_of(cut_area(path, {0, 0, 10, 10})).width == Approx(10));
  CHECK(bounds_of(cut_area(path, {0, 0, 10, 10})).height == Approx(3));
  const auto lines = flatten(cut_lines(path, {0, 0, 10, 10}));
  REQUIRE(lines.size() == 2);  // the two long sides, not the frame's
  for (const PathLine& line : lines)
    CHECK(std::abs(line.points.front().x - line.points.back().x) == Approx(10));
  CHECK(cut_lines(path, {100, 100, 5, 5}).empty());
}

TEST_CASE("The table is a native table") {
  const pugi::xml_document slide = parsed(unpacked(deck()).at("ppt/slides/slide1.xml"));
  const pugi::xml_node frame = named(slide, "table");
  CHECK(std::string(frame.parent().name()) == "p:spTree");  // a group cannot hold one
  const pugi::xml_node table = frame.child("a:graphic").child("a:graphicData").child("a:tbl");
  const auto rows = table.children("a:tr");
  REQUIRE(std::distance(rows.begin(), rows.end()) == 4);
  const pugi::xml_node total = std::next(rows.begin(), 3)->last_child();
  const pugi::xml_node run = total.child("a:txBody").child("a:p").child("a:r");
  CHECK(std::string(run.child_value("a:t")) == "422");
  CHECK(run.child("a:rPr").attribute("b").as_int() == 1);
  CHECK(std::string(run.parent().child("a:pPr").attribute("algn").value()) == "r");
}

TEST_CASE("Each slide has its notes and its name") {
  const Parts parts = unpacked(deck());
  for (const char* number : {"1", "2"}) {
    const std::string notes = parts.at(std::string("ppt/notesSlides/notesSlide") + number + ".xml");
    CHECK(notes.find(std::string("À dire : la vue ") + number) != std::string::npos);
    const auto slide = parsed(parts.at(std::string("ppt/slides/slide") + number + ".xml"));
    CHECK(std::string(slide.child("p:sld").child("p:cSld").attribute("name").value()) ==
          std::string("Vue ") + number);
  }
}

TEST_CASE("The same drawing is the same file; slides of another size are fitted") {
  CHECK(deck() == deck());
  const auto document = make_slides_document(sheet_info());
  for (const PageSize& size : {kSheetSize, PageSize{1600, 900, 192}, PageSize{450, 800, 96}}) {
    document->begin_page(size, {}).rectangle({0, 0, size.width_px, size.height_px},
                                             {Colour{1, 2, 3}, {}, {}}, 0, {"all", ""});
    document->end_page();
  }
  const Parts parts = unpacked(document->finish().value());
  const auto width = [&](const char* number) {
    return named(parsed(parts.at(std::string("ppt/slides/slide") + number + ".xml")), "all")
        .child("p:spPr")
        .child("a:xfrm")
        .child("a:ext")
        .attribute("cx")
        .as_double();
  };
  CHECK(width("1") == 800 * kEmu);
  CHECK(width("2") == 800 * kEmu);
  CHECK(width("3") == Approx(450 * kEmu * 450 / 800));
}

TEST_CASE(
    "LibreOffice shows the deck, its text is text, and a fill changed in the XML changes it") {
  if (!installed("soffice") || !installed("pdftotext") || !installed("pdftoppm"))
    return;
  const std::string folder = fresh_folder("slides-office");
  const std::string bytes = deck();
  write_file(folder + "deck.pptx", bytes);
  REQUIRE(to_pdf(folder, "deck"));
  REQUIRE(runs("pdftotext -enc UTF-8 " + folder + "deck.pdf " + folder + "deck.txt"));
  const std::string text = read_file(folder + "deck.txt");
  CHECK(std::count(text.begin(), text.end(), '\f') == 2);  // pages
  for (const char* words : {"Projets par région & <suite>", "Tombouctou", "Gao / Ménaka", "422"})
    CHECK(text.find(words) != std::string::npos);
  CHECK(text.find("CACHÉ") == std::string::npos);
  const Image before = first_page(folder, "deck");
  REQUIRE(before.width >= 800);            // LibreOffice rounds to its own unit
  CHECK(before.at(100, 110) == 0xc8503c);  // ML05
  CHECK(before.at(165, 165) == 0xffffff);  // its hole
  CHECK(before.at(190, 190) == 0x3c50c8);  // ML09

  Parts parts = unpacked(bytes);
  std::string& slide = parts.at("ppt/slides/slide1.xml");
  const std::size_t at = slide.find("C8503C", slide.find("name=\"ML05\""));
  REQUIRE(at != std::string::npos);
  slide.replace(at, 6, "00AA55");
  packed(parts, folder + "changed.pptx");
  REQUIRE(to_pdf(folder, "changed"));
  const Image after = first_page(folder, "changed");
  CHECK(after.at(100, 110) == 0x00aa55);
  CHECK(after.at(190, 190) == 0x3c50c8);
  int strayed = 0;
  for (int y = 0; y < after.height; ++y)
    for (int x = 0; x < after.width; ++x)
      if (x < 88 || x > 292 || y < 98 || y > 302)
        strayed += after.at(x, y) != before.at(x, y);
  CHECK(strayed == 0);
}
