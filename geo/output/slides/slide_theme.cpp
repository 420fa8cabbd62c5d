#include "geo/output/slides/slide_theme.h"

namespace malimap {
namespace {

constexpr char kHead[] =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Malimap">)"
    R"(<a:themeElements><a:clrScheme name="Malimap">)";

struct ThemeColour {
  const char *name, *value;
};
constexpr ThemeColour kColours[] = {
    {"dk1", "1F2A33"},     {"lt1", "FFFFFF"},     {"dk2", "34495E"},     {"lt2", "F2F0EB"},
    {"accent1", "0B6FA4"}, {"accent2", "C8553D"}, {"accent3", "3F8F5B"}, {"accent4", "B98A1B"},
    {"accent5", "6C5B9E"}, {"accent6", "5F6B73"}, {"hlink", "0B6FA4"},   {"folHlink", "6C5B9E"}};

// The PANOSE number lets a machine without Inter choose a plain sans serif.
constexpr char kFonts[] =
    R"(<a:fontScheme name="Malimap">)"
    R"(<a:majorFont><a:latin typeface="Inter" panose="020B0604020202020204" pitchFamily="34"/>)"
    R"(<a:ea typeface=""/><a:cs typeface=""/></a:majorFont>)"
    R"(<a:minorFont><a:latin typeface="Inter" panose="020B0604020202020204" pitchFamily="34"/>)"
    R"(<a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>)";

constexpr char kFill[] = R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)";
constexpr char kEffect[] = "<a:effectStyle><a:effectLst/></a:effectStyle>";

/// The schema asks for three of each.
std::string three(const std::string& list, const std::string& item) {
  return "<a:" + list + ">" + item + item + item + "</a:" + list + ">";
}

}  // namespace

std::string slide_theme() {
  std::string theme = kHead;
  for (const ThemeColour& colour : kColours)
    theme += std::string("<a:") + colour.name + "><a:srgbClr val=\"" + colour.value +
             "\"/></a:" + colour.name + ">";
  theme += "</a:clrScheme>";
  theme += kFonts;
  const std::string line = std::string("<a:ln w=\"9525\">") + kFill + "</a:ln>";
  return theme + "<a:fmtScheme name=\"Malimap\">" + three("fillStyleLst", kFill) +
         three("lnStyleLst", line) + three("effectStyleLst", kEffect) +
         three("bgFillStyleLst", kFill) +
         "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>";
}

}  // namespace malimap
