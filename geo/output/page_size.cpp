#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "geo/base/text.h"
#include "geo/output/page.h"

namespace malimap {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kLargestSide = 20000;  // px; a picture of 20,000 by 20,000 takes 1.6 GB

struct Paper {
  std::string_view name;
  double width, height;  // inches, lying
};
constexpr std::array kPapers = {
    Paper{"a5", 210 / kMillimetresPerInch, 148 / kMillimetresPerInch},
    Paper{"a4", 297 / kMillimetresPerInch, 210 / kMillimetresPerInch},
    Paper{"a3", 420 / kMillimetresPerInch, 297 / kMillimetresPerInch},
    Paper{"a2", 594 / kMillimetresPerInch, 420 / kMillimetresPerInch},
    Paper{"a1", 841 / kMillimetresPerInch, 594 / kMillimetresPerInch},
    Paper{"a0", 1189 / kMillimetresPerInch, 841 / kMillimetresPerInch},
    Paper{"letter", 11, 8.5},
    Paper{"16:9", 40.0 / 3, 7.5},
    Paper{"4:3", 10, 7.5},
};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::optional<PageSize> pixels(std::string_view text, double dpi) {
  const auto by = text.find('x');
  if (by == std::string_view::npos)
    return std::nullopt;
  int width = 0, height = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), text.data() + by, width);
  const auto second = std::from_chars(text.data() + by + 1, end, height);
  if (first.ec != std::errc{} || first.ptr != text.data() + by || second.ec != std::errc{} ||
      second.ptr != end)
    return std::nullopt;
  return PageSize{static_cast<double>(width), static_cast<double>(height), dpi};
}

/// "200x150mm"
std::optional<PageSize> millimetres(std::string_view text, double dpi) {
  if (!text.ends_with("mm"))
    return std::nullopt;
  text.remove_suffix(2);
  auto size = pixels(trim(text), dpi);
  if (size) {
    size->width_px = std::round(size->width_px / kMillimetresPerInch * dpi);
    size->height_px = std::round(size->height_px / kMillimetresPerInch * dpi);
  }
  return size;
}

std::optional<PageSize> paper(std::string name, double dpi) {
  bool upright = false;
  for (const std::string_view suffix : {"-portrait", "-landscape"})
    if (name.ends_with(suffix)) {
      name.erase(name.size() - suffix.size());
      upright = suffix == "-portrait";
    }
  for (const Paper& candidate : kPapers)
    if (candidate.name == name) {
      const double width = std::round(candidate.width * dpi),
                   height = std::round(candidate.height * dpi);
      return upright ? PageSize{height, width, dpi} : PageSize{width, height, dpi};
    }
  return std::nullopt;
}

}  // namespace

Result<PageFormat> page_format_of(const std::string& path) {
  const std::string name = lower(path);
  if (name.ends_with(".png"))
    return PageFormat::Png;
  if (name.ends_with(".svg"))
    return PageFormat::Svg;
  if (name.ends_with(".pdf"))
    return PageFormat::Pdf;
  if (name.ends_with(".pptx"))
    return PageFormat::Pptx;
  return failure({N_("the file name says no picture format"), {}}, {path, {}, {}, {}},
                 {N_("Use a name that ends in .png, .svg, .pdf or .pptx."), {}});
}

PageSize default_page_size(PageFormat format) {
  return format == PageFormat::Pdf ? *paper("a4", 96) : PageSize{};
}

Result<PageSize> parse_page_size(const std::string& size, double dpi) {
  if (!(dpi >= 10 && dpi <= 2400))
    return failure({N_("a resolution lies between 10 and 2400 dpi"), {}});
  const std::string text = lower(std::string(trim(size)));
  auto parsed = pixels(text, dpi);
  if (!parsed)
    parsed = millimetres(text, dpi);
  if (!parsed)
    parsed = paper(text, dpi);
  if (!parsed)
    return failure({N_("“{0}” is no page size"), {size}}, {},
                   {N_("Use WIDTHxHEIGHT in pixels, A4, A4-portrait, A3, 16:9 or 200x150mm."), {}});
  if (std::min(parsed->width_px, parsed->height_px) < 64 ||
      std::max(parsed->width_px, parsed->height_px) > kLargestSide)
    return failure({N_("a page is 64 to 20000 pixels wide and high"), {}});
  return *parsed;
}

}  // namespace malimap
