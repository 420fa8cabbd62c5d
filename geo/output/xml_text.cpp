#include "geo/output/xml_text.h"

#include <unicode/utf8.h>

#include <charconv>
#include <cmath>

namespace malimap {
namespace {

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// Char of XML 1.0, without the discouraged control characters.
bool holds(UChar32 c) {
  return c == '\t' || c == '\n' || (c >= 0x20 && c < 0x7f) ||
         (c >= 0xa0 && c != 0xfffe && c != 0xffff);
}

}  // namespace

std::string xml_clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto end = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < end;) {
    const std::int32_t from = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, end, c);
    if (c >= 0 && holds(c))
      out.append(text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
  }
  return out;
}

std::string xml_escape(std::string_view text) {
  std::string out;
  for (const char c : xml_clean(text))
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  return out;
}

std::string compact_number(double value, int decimals) {
  if (!std::isfinite(value))
    return "0";
  char buffer[400];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals).ptr;
  std::string text(buffer, end);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
      text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string xml_name(std::string_view id) {
  std::string name;
  for (const char c : id)
    name += is_name_character(c) ? c : '-';
  if (!name.empty() && !is_letter(name.front()))
    name.insert(name.begin(), '_');
  return name;
}

}  // namespace malimap
