#include "geo/projects/tables/xlsx_styles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "geo/base/text.h"
#include "geo/projects/tables/xml_stream.h"

namespace malimap {
namespace {

int number_of(std::string_view text, int otherwise = 0) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Formats that have a number but no code in the file.
NumberFormat built_in(int id) {
  if (id == 9 || id == 10)
    return {NumberLook::Percent, {}};
  const bool east_asian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  if ((id >= 14 && id <= 17) || id == 22 || east_asian)
    return {NumberLook::Date, {}};
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47))
    return {NumberLook::Time, {}};
  return {};
}

/// The currency that a literal of a format names, or "".
std::string currency_of(std::string_view literal) {
  static constexpr std::array<std::string_view, 14> kSigns{"FCFA", "F CFA", "CFA", "XOF", "USD",
                                                           "US$",  "EUR",   "€",   "£",   "GBP",
                                                           "CHF",  "CAD",   "JPY", "$"};
  for (std::string_view sign : kSigns)
    if (literal.find(sign) != std::string_view::npos)
      return std::string(sign);
  return {};
}

class StyleHandler : public XmlHandler {
 public:
  std::vector<NumberFormat> formats;

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmt" && !differential_)
      codes_[number_of(attributes.get("numFmtId"))] = format_of_code(attributes.get("formatCode"));
    else if (name == "cellXfs")
      in_cells_ = true;
    else if (name == "dxfs")
      differential_ = true;
    else if (name == "xf" && in_cells_ && formats.size() < kMost) {
      const int id = number_of(attributes.get("numFmtId"));
      const auto custom = codes_.find(id);
      formats.push_back(custom == codes_.end() ? built_in(id) : custom->second);
    }
  }
  void end(std::string_view name) override {
    in_cells_ = in_cells_ && name != "cellXfs";
    differential_ = differential_ && name != "dxfs";
  }
  void text(std::string_view) override {}

 private:
  static constexpr std::size_t kMost = 100'000;
  std::map<int, NumberFormat> codes_;
  bool in_cells_ = false, differential_ = false;
};

}  // namespace

NumberFormat format_of_code(std::string_view code) {
  NumberFormat format;
  code = code.substr(0, code.find(';'));  // the part for positive numbers
  std::string letters, literals;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    const char closing = c == '"' ? '"' : c == '[' ? ']' : '\0';
    if (closing != '\0') {
      const std::size_t end = code.find(closing, i + 1);
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (c == '"' || inside.starts_with('$'))  // "[$€-40C]": a sign and its language
        literals.append(c == '"' ? inside : inside.substr(1, inside.find('-') - 1)).append(" ");
      else if (inside == "h" || inside == "hh" || inside == "m" || inside == "mm" || inside == "s")
        return {};  // a length of time, not a time of the day
      if (end == std::string_view::npos)
        break;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      if (c == '\\' && i + 1 < code.size())
        literals += code[i + 1];
      ++i;
    } else {
      letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  const auto has = [&](std::string_view any) {
    return letters.find_first_of(any) != std::string::npos;
  };
  if (letters == "general" || letters == "@")
    return format;
  if (letters.find('%') != std::string::npos)
    format.look = NumberLook::Percent;
  else if (!has("0#?") && has("yd"))
    format.look = NumberLook::Date;
  else if (!has("#?") && has("hs"))
    format.look = NumberLook::Time;
  else if (!has("0#?") && has("m"))
    format.look = NumberLook::Date;
  else
    format.currency = currency_of(literals + letters);
  if (format.look == NumberLook::Time && has("yd"))
    format.look = NumberLook::Date;
  return format;
}

Result<std::vector<NumberFormat>> read_styles(ZipFile& zip, const ZipEntry& entry) {
  StyleHandler handler;
  if (auto parsed = parse_xml(zip, entry, handler); !parsed)
    return tl::make_unexpected(parsed.error());
  return std::move(handler.formats);
}

}  // namespace malimap
