#pragma once
// An error is a value with a place in it. sentence() is the one function that turns it into words.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/translator.h"

namespace malimap {

/// Where something is wrong. Empty parts are unknown or do not apply; rows count from 1 as a
/// spreadsheet shows them.
struct Place {
  std::string file;
  std::string sheet;
  std::optional<std::int64_t> row;
  std::string column;
};

/// A text to translate: an English msgid with {0}, {1}, ... and what fills them.
struct Message {
  std::string msgid;
  std::vector<std::string> args;
  [[nodiscard]] bool empty() const { return msgid.empty(); }
};

struct Error {
  Message what;
  Place where;
  Message remedy;  // what the user can do; may be empty
};

/// The message in the translator's language, its arguments filled in.
[[nodiscard]] std::string text_of(const Message& message, const Translator& tr);

/// "file, sheet S, row 12, column C", or "" for an empty place.
[[nodiscard]] std::string text_of(const Place& place, const Translator& tr);

/// One line: where, what, what to do. Control characters of the input are replaced, so that it
/// stays one line.
[[nodiscard]] std::string sentence(const Error& error, const Translator& tr);

}  // namespace malimap
