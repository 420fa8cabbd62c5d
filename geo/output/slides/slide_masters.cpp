#include "geo/output/slides/slide_masters.h"

#include "geo/output/xml_text.h"

namespace malimap {
namespace {

constexpr char kDeclaration[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr char kSpaces[] =
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main")";
constexpr char kTreeHead[] =
    R"(<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>)";
constexpr char kColourMap[] =
    R"(<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2")"
    R"( accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink")"
    R"( folHlink="folHlink"/>)";
constexpr char kWhite[] =
    R"(<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>)";

/// A part's root with its tree.
std::string part(const std::string& root, const std::string& attributes, const std::string& content,
                 const std::string& after) {
  return kDeclaration + ("<p:" + root) + kSpaces + attributes + "><p:cSld>" + content +
         "</p:cSld>" + after + "</p:" + root + ">";
}

std::string placeholder(int id, const std::string& name, const std::string& type,
                        const std::string& xfrm, const std::string& text) {
  const bool picture = type == "sldImg";
  const std::string number = std::to_string(id);
  return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + number + "\" name=\"" + name + "\"/><p:cNvSpPr>" +
         (picture ? R"(<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>)"
                  : R"(<a:spLocks noGrp="1"/>)") +
         "</p:cNvSpPr><p:nvPr><p:ph type=\"" + type + "\"" + (picture ? "" : " idx=\"1\"") +
         "/></p:nvPr></p:nvSpPr><p:spPr>" + xfrm + "</p:spPr>" + text + "</p:sp>";
}

std::string place(const char* x, const char* y, const char* cx, const char* cy) {
  return std::string("<a:xfrm><a:off x=\"") + x + "\" y=\"" + y + "\"/><a:ext cx=\"" + cx +
         "\" cy=\"" + cy + R"("/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>)";
}

}  // namespace

std::string text_levels() {
  std::string levels;
  for (int level = 1; level <= 9; ++level) {
    const std::string name = "a:lvl" + std::to_string(level) + "pPr";
    levels += "<" + name + R"( marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="1200">)" +
              R"(<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>)" +
              R"(<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></)" + name + ">";
  }
  return levels;
}

std::string slide_master() {
  const std::string levels = text_levels();
  return part(
      "sldMaster", "", std::string(kWhite) + kTreeHead + "</p:spTree>",
      std::string(kColourMap) +
          R"(<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>)" +
          "<p:txStyles><p:titleStyle>" + levels + "</p:titleStyle><p:bodyStyle>" + levels +
          "</p:bodyStyle><p:otherStyle>" + levels + "</p:otherStyle></p:txStyles>");
}

std::string slide_layout() {
  return part("sldLayout", R"( type="blank" preserve="1")", std::string(kTreeHead) + "</p:spTree>",
              "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
}

std::string notes_master() {
  const std::string text =
      "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>";
  return part(
      "notesMaster", "",
      std::string(kWhite) + kTreeHead +
          placeholder(2, "Slide", "sldImg", place("685800", "1143000", "5486400", "3086100"), "") +
          placeholder(3, "Notes", "body", place("685800", "4400550", "5486400", "3600450"), text) +
          "</p:spTree>",
      std::string(kColourMap) + "<p:notesStyle>" + text_levels() + "</p:notesStyle>");
}

std::string notes_slide(const std::string& notes, const std::string& language) {
  std::string text = "<p:txBody><a:bodyPr/><a:lstStyle/>";
  const std::string all = xml_escape(notes);
  for (std::size_t from = 0; from <= all.size();) {
    const std::size_t end = std::min(all.find('\n', from), all.size());
    const std::string line = all.substr(from, end - from);
    text += line.empty()
                ? "<a:p/>"
                : "<a:p><a:r><a:rPr lang=\"" + language + "\"/><a:t>" + line + "</a:t></a:r></a:p>";
    from = end + 1;
  }
  return part("notes", "",
              std::string(kTreeHead) + placeholder(2, "Slide", "sldImg", "", "") +
                  placeholder(3, "Notes", "body", "", text + "</p:txBody>") + "</p:spTree>",
              "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
}

}  // namespace malimap
