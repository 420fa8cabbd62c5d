#include "geo/base/error.h"

#include <fmt/args.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace malimap {
namespace {

/// Replaces control characters, which would break the promise of one line.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return text;
}

void append(std::string& text, std::string_view separator, std::string_view more) {
  if (more.empty())
    return;
  if (!text.empty())
    text += separator;
  text += more;
}

/// A remedy is a sentence of its own, whatever its msgid begins with.
std::string capitalised(const std::string& text) {
  std::int32_t next = 0;
  UChar32 first = 0;
  U8_NEXT(text.data(), next, static_cast<std::int32_t>(text.size()), first);
  if (first <= 0)
    return text;
  std::array<char, U8_MAX_LENGTH> upper{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(upper.data(), length, u_toupper(first));
  return std::string(upper.data(), static_cast<std::size_t>(length)) +
         text.substr(static_cast<std::size_t>(next));
}

}  // namespace

std::string text_of(const Message& message, const Translator& tr) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const std::string& argument : message.args)
    arguments.push_back(argument);
  try {
    return fmt::vformat(tr(message.msgid.c_str()), arguments);
  } catch (const fmt::format_error&) {
    return tr(message.msgid.c_str());
  }
}

std::string text_of(const Place& place, const Translator& tr) {
  std::string text = place.file;
  if (!place.sheet.empty())
    append(text, ", ", trf(tr, "sheet {0}", place.sheet));
  if (place.row)
    append(text, ", ", trf(tr, "row {0}", *place.row));
  if (!place.column.empty())
    append(text, ", ", trf(tr, "column {0}", place.column));
  return text;
}

std::string sentence(const Error& error, const Translator& tr) {
  std::string text = text_of(error.where, tr);
  append(text, tr(": "), text_of(error.what, tr));
  if (!error.remedy.empty()) {
    if (!text.empty() && text.back() != '.')
      text += '.';
    append(text, " ", capitalised(text_of(error.remedy, tr)));
  }
  return one_line(std::move(text));
}

}  // namespace malimap
