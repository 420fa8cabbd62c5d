#include <algorithm>
#include <cstdlib>
#include <limits>
#include <regex>
#include <set>

#include "geo/output/cairo_canvas.h"
#include "geo/output/pdf/pdf_objects.h"
#include "tests/geo/output/sample_sheet.h"
#include "tests/support/catch.h"
#include "tests/support/image_compare.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

std::string sheets(int pages) {
  const auto document = make_document(PageFormat::Pdf, sheet_info());
  for (int page = 1; page <= pages; ++page) {
    draw_sheet(document->begin_page(kSheetSize, {"Page n° " + std::to_string(page), {}}));
    document->end_page();
  }
  return document->finish().value();
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
    ++found;
  return found;
}

/// What a program prints about a file with these bytes.
std::string said(const std::string& command, const std::string& bytes) {
  const std::string folder = fresh_folder("pdf-said");
  write_file(folder + "sheet.pdf", bytes);
  const std::string full = command + " " + folder + "sheet.pdf " +
                           (command.starts_with("pdftotext") ? "- " : "") + "> " + folder +
                           "out.txt 2> " + folder + "errors.txt";
  REQUIRE(std::system(full.c_str()) == 0);
  CHECK(read_file(folder + "errors.txt").empty());
  return read_file(folder + "out.txt");
}

std::string number_of(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

Image drawn_by_cairo() {
  const auto document = make_document(PageFormat::Png, sheet_info());
  draw_sheet(document->begin_page(kSheetSize, {}));
  document->end_page();
  const std::string path = fresh_folder("pdf-cairo") + "sheet.png";
  write_file(path, document->finish().value());
  return read_png(path);
}

}  // namespace

TEST_CASE("A number of a PDF has at most two decimals and no digit too many") {
  CHECK(number_of(0) == "0");
  CHECK(number_of(-0.004) == "0");
  CHECK(number_of(0.005) == ".01");
  CHECK(number_of(0.5) == ".5");
  CHECK(number_of(-12.30) == "-12.3");
  CHECK(number_of(99.999) == "100");
  CHECK(number_of(1234567.25) == "1234567.25");
  CHECK(number_of(std::numeric_limits<double>::infinity()) == "0");
  CHECK(number_of(std::numeric_limits<double>::quiet_NaN()) == "0");
}

TEST_CASE("A text of a PDF is UTF-16 and loses what is no UTF-8") {
  CHECK(pdf_text("Né") == "<FEFF004E00E9>");
  CHECK(utf16_hex("\xF0\x9F\x98\x80") == "D83DDE00");
  CHECK(utf16_hex("a\xFFz") == "0061007A");
}

TEST_CASE("Every object of a PDF lies where its table says, and every reference leads to one") {
  const std::string pdf = sheets(2);
  const std::size_t start = pdf.rfind("startxref\n");
  REQUIRE(start != std::string::npos);
  const std::size_t table = std::stoul(pdf.substr(start + 10));
  REQUIRE(pdf.compare(table, 7, "xref\n0 ") == 0);
  const std::size_t size = std::stoul(pdf.substr(table + 7));
  const std::size_t first = pdf.find('\n', table + 5) + 1;
  REQUIRE(size > 10);
  for (std::size_t id = 1; id < size; ++id) {
    const std::string head = std::to_string(id) + " 0 obj\n";
    CHECK(pdf.compare(std::stoul(pdf.substr(first + 20 * id, 10)), head.size(), head) == 0);
  }
  CHECK(pdf.compare(first + 20 * size, 7, "trailer") == 0);
  // Streams are packed: what looks like a reference inside one is none.
  const std::string outside =
      std::regex_replace(pdf, std::regex("stream\n[^]*?\nendstream"), std::string("stream"));
  const std::regex pattern("([0-9]+) 0 R");
  std::set<std::size_t> used;
  for (std::sregex_iterator at(outside.begin(), outside.end(), pattern), end; at != end; ++at)
    used.insert(std::stoul((*at)[1]));
  REQUIRE_FALSE(used.empty());
  CHECK(*used.begin() >= 1);
  CHECK(*used.rbegin() < size);
  CHECK(used.size() == size - 1);  // nothing is written for nobody
  CHECK(pdf.find("\nnull\n") == std::string::npos);
}

TEST_CASE("A PDF says its language, title and day, and lists its pages when there are several") {
  const std::string one = sheets(1), two = sheets(2);
  CHECK(one.find("/Lang (fr)") != std::string::npos);
  CHECK(one.find("/Title " + pdf_text("Démo & suite")) != std::string::npos);
  CHECK(one.find("/CreationDate (D:20170630") != std::string::npos);
  CHECK(one.find("/Outlines") == std::string::npos);
  CHECK(two.find("/Title " + pdf_text("Page n° 2")) != std::string::npos);
  CHECK(count(two, "/Type /Page ") == 2);
  CHECK(count(two, "/FontFile3") == count(one, "/FontFile3"));  // fonts are shared
  CHECK(sheets(2) == two);
}

TEST_CASE("A PDF's groups are layers with their names, once however many pages they are on") {
  const std::string pdf = sheets(2);
  for (const char* name : {"Carte", "Régions", "Noms", "Chiffres"})
    CHECK(count(pdf, "/Type /OCG /Name " + pdf_text(name) + " ") == 1);
  CHECK(pdf.find("/OCProperties") != std::string::npos);
}

TEST_CASE("A document without pages is a PDF with an empty one") {
  const std::string pdf = make_pdf_document(sheet_info())->finish().value();
  CHECK(count(pdf, "/Type /Page ") == 1);
}

TEST_CASE("pdftotext finds every text once, in words") {
  if (!installed("pdftotext"))
    return;
  for (const char* command : {"pdftotext", "pdftotext -raw", "pdftotext -layout"}) {
    const std::string text = said(command, sheets(1));
    INFO(command << ": " << text);
    for (const char* words :
         {"Projets par région & <suite>", "Tombouctou", "Taoudénit", "Gao / Ménaka", "128", "422",
          "Les frontières et les noms indiqués", "reconnaissance."})
      CHECK(count(text, words) == 1);
  }
}

TEST_CASE("Ligatures, accents set apart and fixed spaces are found as they were written") {
  if (!installed("pdftotext"))
    return;
  const auto document = make_pdf_document(sheet_info());
  Canvas& canvas = document->begin_page(kSheetSize, {});
  const TextStyle style{TextRole::Note, 14};
  put_text(canvas, "office afflux -> fin", style, {20, 20}, {0, 0, 0});
  put_text(canvas, "ɛ̃bo M\u0075\u0302r", style, {20, 60}, {0, 0, 0});
  put_text(canvas, "12\u202F345\u00A0% de 6", style, {20, 100}, {0, 0, 0});
  put_text(canvas, "مالي", style, {20, 140}, {0, 0, 0});
  document->end_page();
  const std::string text = said("pdftotext", document->finish().value());
  INFO(text);
  CHECK(count(text, "office afflux -> fin") == 1);
  CHECK((count(text, "Mu\u0302r") == 1 || count(text, "Mûr") == 1));
  CHECK(count(text, "ɛ\u0303bo") == 1);
  CHECK(std::regex_search(text, std::regex("12( |\u202F)345( |\u00A0)% de 6")));
}

TEST_CASE("pdffonts finds the fonts inside, cut down and with their characters") {
  if (!installed("pdffonts"))
    return;
  const std::string fonts = said("pdffonts", sheets(1));
  INFO(fonts);
  CHECK(count(fonts, "yes yes yes") == 2);
  CHECK(std::regex_search(fonts, std::regex("\n[A-Z]{6}\\+")));
  CHECK(count(said("pdfimages -list", sheets(1)), "\n") == 2);  // the heading alone
}

TEST_CASE("Programs that show PDF show what Cairo shows") {
  // pdftoppm moves thin lines and small letters to whole pixels.
  for (const auto& [program, least] :
       {std::pair("pdftoppm", 0.94), std::pair("pdftocairo", 0.98)}) {
    if (!installed(program))
      continue;
    const std::string folder = fresh_folder("pdf-shown");
    write_file(folder + "sheet.pdf", sheets(1));
    REQUIRE(runs(std::string(program) + " -r 96 -png -singlefile " + folder + "sheet.pdf " +
                 folder + "sheet"));
    const Image image = read_png(folder + "sheet.png");
    REQUIRE(image.width == 800);
    REQUIRE(image.height == 450);
    CHECK(image.at(100, 110) == 0xc8503c);  // ML05
    CHECK(image.at(165, 165) == 0xffffff);  // the hole
    CHECK(image.at(190, 190) == 0x3c50c8);  // ML09 inside it
    CHECK(image.at(545, 300) == 0xffffff);  // beyond the frame
    const Difference difference = compare(image, drawn_by_cairo());
    INFO(program << ": " << difference.words);
    CHECK(difference.similarity > least);
  }
}
