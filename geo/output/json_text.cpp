#include "geo/output/json_text.h"

#include <fmt/format.h>

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

enum class Layout { Lines, OneLine };

std::string text_of(const Json& value, Layout layout, JsonNumbers numbers,
                    const std::string& indent);

/// The elements of an array or object between brackets, on lines of their own or on one.
std::string bracketed(const Json& value, Layout layout, JsonNumbers numbers,
                      const std::string& indent) {
  const bool is_object = value.is_object();
  const std::string open = is_object ? "{" : "[", close = is_object ? "}" : "]";
  if (value.empty())
    return open + close;
  const bool lines = layout == Layout::Lines;
  const std::string inner = indent + "  ";
  std::string text = open + (lines ? "\n" + inner : is_object ? " " : "");
  bool first = true;
  for (const auto& [key, element] : value.items()) {
    if (!first)
      text += lines ? ",\n" + inner : ", ";
    first = false;
    if (is_object)
      text += Json(key).dump(-1, ' ', false, Json::error_handler_t::replace) + ": ";
    // Below the top level only arrays of objects take lines of their own: rows, and the examples of
    // a problem stay on its line.
    const bool is_list = lines && element.is_array() && !element.empty() && element[0].is_object();
    text += text_of(element, is_list ? Layout::Lines : Layout::OneLine, numbers, inner);
  }
  return text + (lines ? "\n" + indent : is_object ? " " : "") + close;
}

std::string text_of(const Json& value, Layout layout, JsonNumbers numbers,
                    const std::string& indent) {
  if (value.is_structured())
    return bracketed(value, layout, numbers, indent);
  if (value.is_number_float() && numbers == JsonNumbers::Dollars)
    return fmt::format("{:.2f}", value.get<double>());
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string json_text(const Json& value, JsonNumbers numbers) {
  return text_of(value, Layout::Lines, numbers, "") + "\n";
}

Json json_dollars(const std::optional<Cents>& amount) {
  return amount ? Json(amount->dollars()) : Json(nullptr);
}

}  // namespace malimap
