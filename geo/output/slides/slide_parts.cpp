#include "geo/output/slides/slide_parts.h"

#include "geo/output/slides/slide_masters.h"
#include "geo/output/slides/slide_theme.h"
#include "geo/output/xml_text.h"

namespace malimap {
namespace {

constexpr char kDeclaration[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr char kOffice[] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr char kPackage[] = "http://schemas.openxmlformats.org/package/2006/relationships/";
constexpr char kMain[] = "application/vnd.openxmlformats-officedocument.presentationml.";

struct Relation {
  std::string type, target;  // the type with its namespace
};

/// Numbered rId1, rId2, ... in their order.
std::string relations(const std::vector<Relation>& list) {
  std::string xml = kDeclaration;
  xml += R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (std::size_t i = 0; i < list.size(); ++i)
    xml += "<Relationship Id=\"rId" + std::to_string(i + 1) + "\" Type=\"" + list[i].type +
           "\" Target=\"" + list[i].target + "\"/>";
  return xml + "</Relationships>";
}

std::string content_types(std::size_t slides) {
  std::string xml = kDeclaration;
  xml += R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
         R"(<Default Extension="rels" ContentType=)"
         R"("application/vnd.openxmlformats-package.relationships+xml"/>)"
         R"(<Default Extension="xml" ContentType="application/xml"/>)";
  const auto add = [&](const std::string& path, const std::string& type) {
    xml += "<Override PartName=\"/" + path + "\" ContentType=\"" + type + "\"/>";
  };
  const std::string main = kMain;
  add("ppt/presentation.xml", main + "presentation.main+xml");
  add("ppt/slideMasters/slideMaster1.xml", main + "slideMaster+xml");
  add("ppt/slideLayouts/slideLayout1.xml", main + "slideLayout+xml");
  add("ppt/notesMasters/notesMaster1.xml", main + "notesMaster+xml");
  for (const char* theme : {"1", "2"})
    add(std::string("ppt/theme/theme") + theme + ".xml",
        "application/vnd.openxmlformats-officedocument.theme+xml");
  for (std::size_t i = 1; i <= slides; ++i) {
    add("ppt/slides/slide" + std::to_string(i) + ".xml", main + "slide+xml");
    add("ppt/notesSlides/notesSlide" + std::to_string(i) + ".xml", main + "notesSlide+xml");
  }
  add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  return xml + "</Types>";
}

/// Relations of the presentation: master, notes' master, theme, then the slides.
constexpr std::size_t kFirstSlide = 4;

std::string presentation(std::size_t slides, const SlideSize& size) {
  std::string xml = kDeclaration;
  xml += R"(<p:presentation xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
         R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
         R"( xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">)"
         R"(<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>)"
         R"(<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>)";
  if (slides > 0) {
    xml += "<p:sldIdLst>";
    for (std::size_t i = 0; i < slides; ++i)
      xml += "<p:sldId id=\"" + std::to_string(256 + i) + "\" r:id=\"rId" +
             std::to_string(kFirstSlide + i) + "\"/>";
    xml += "</p:sldIdLst>";
  }
  xml += "<p:sldSz cx=\"" + std::to_string(size.width) + "\" cy=\"" + std::to_string(size.height) +
         "\"/><p:notesSz cx=\"" + std::to_string(kNotesWidth) + "\" cy=\"" +
         std::to_string(kNotesHeight) + "\"/><p:defaultTextStyle>" + text_levels() +
         "</p:defaultTextStyle>";
  return xml + "</p:presentation>";
}

std::string presentation_relations(std::size_t slides) {
  const std::string office = kOffice;
  std::vector<Relation> list = {{office + "slideMaster", "slideMasters/slideMaster1.xml"},
                                {office + "notesMaster", "notesMasters/notesMaster1.xml"},
                                {office + "theme", "theme/theme1.xml"}};
  for (std::size_t i = 1; i <= slides; ++i)
    list.push_back({office + "slide", "slides/slide" + std::to_string(i) + ".xml"});
  return relations(list);
}

std::string core_properties(const DocumentInfo& info) {
  const std::string date = iso(info.date) + "T00:00:00Z";
  std::string xml = kDeclaration;
  xml +=
      "<cp:coreProperties"
      R"( xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties")"
      R"( xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/")"
      R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)";
  xml += "<dc:title>" + xml_escape(info.title) + "</dc:title><dc:creator>Malimap</dc:creator>";
  xml += "<dc:language>" + std::string(code_of(info.language)) + "</dc:language>";
  for (const char* when : {"created", "modified"})
    xml += std::string("<dcterms:") + when + " xsi:type=\"dcterms:W3CDTF\">" + date +
           "</dcterms:" + when + ">";
  return xml + "</cp:coreProperties>";
}

std::string app_properties(std::size_t slides) {
  const std::string count = std::to_string(slides);
  return kDeclaration +
         std::string(R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/)"
                     R"(extended-properties"><Application>Malimap</Application><Slides>)") +
         count + "</Slides><Notes>" + count + "</Notes></Properties>";
}

void add_slides(std::vector<PackagePart>& parts, const std::vector<SlidePart>& slides,
                Language language) {
  const std::string office = kOffice;
  const std::string lang = language == Language::French ? "fr-FR" : "en-GB";
  for (std::size_t i = 0; i < slides.size(); ++i) {
    const std::string slide = "slide" + std::to_string(i + 1) + ".xml";
    const std::string notes = "notesSlide" + std::to_string(i + 1) + ".xml";
    parts.push_back({"ppt/slides/" + slide, slides[i].xml});
    parts.push_back({"ppt/slides/_rels/" + slide + ".rels",
                     relations({{office + "slideLayout", "../slideLayouts/slideLayout1.xml"},
                                {office + "notesSlide", "../notesSlides/" + notes}})});
    parts.push_back({"ppt/notesSlides/" + notes, notes_slide(slides[i].notes, lang)});
    parts.push_back({"ppt/notesSlides/_rels/" + notes + ".rels",
                     relations({{office + "notesMaster", "../notesMasters/notesMaster1.xml"},
                                {office + "slide", "../slides/" + slide}})});
  }
}

}  // namespace

std::vector<PackagePart> slide_parts(const std::vector<SlidePart>& slides, const SlideSize& size,
                                     const DocumentInfo& info) {
  const std::string office = kOffice;
  std::vector<PackagePart> parts = {
      {"[Content_Types].xml", content_types(slides.size())},
      {"_rels/.rels",
       relations({{office + "officeDocument", "ppt/presentation.xml"},
                  {std::string(kPackage) + "metadata/core-properties", "docProps/core.xml"},
                  {office + "extended-properties", "docProps/app.xml"}})},
      {"docProps/core.xml", core_properties(info)},
      {"docProps/app.xml", app_properties(slides.size())},
      {"ppt/presentation.xml", presentation(slides.size(), size)},
      {"ppt/_rels/presentation.xml.rels", presentation_relations(slides.size())},
      {"ppt/theme/theme1.xml", slide_theme()},
      {"ppt/theme/theme2.xml", slide_theme()},
      {"ppt/slideMasters/slideMaster1.xml", slide_master()},
      {"ppt/slideMasters/_rels/slideMaster1.xml.rels",
       relations({{office + "slideLayout", "../slideLayouts/slideLayout1.xml"},
                  {office + "theme", "../theme/theme1.xml"}})},
      {"ppt/slideLayouts/slideLayout1.xml", slide_layout()},
      {"ppt/slideLayouts/_rels/slideLayout1.xml.rels",
       relations({{office + "slideMaster", "../slideMasters/slideMaster1.xml"}})},
      {"ppt/notesMasters/notesMaster1.xml", notes_master()},
      {"ppt/notesMasters/_rels/notesMaster1.xml.rels",
       relations({{office + "theme", "../theme/theme2.xml"}})}};
  add_slides(parts, slides, info.language);
  return parts;
}

}  // namespace malimap
