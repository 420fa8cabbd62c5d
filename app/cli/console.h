#pragma once
// What the verbs say: results to stdout, messages to stderr, one line each.

#include <string>
#include <string_view>

#include "geo/base/error.h"
#include "geo/base/result.h"

namespace malimap {

/// Exit statuses.
enum class Exit { Done = 0, ProblemsFound = 1, Failed = 2 };

/// "malimap: ..." on stderr.
void say(const Error& error, const Translator& tr);
inline void say(const Message& message, const Translator& tr) {
  say(Error{message, {}, {}}, tr);
}

/// Says the error; the exit status that belongs to it.
Exit fail(const Error& error, const Translator& tr);

/// Writes to stdout and flushes. A reader that has had enough (a closed pipe) is no error; a full
/// disk or a closed stdout is.
[[nodiscard]] Status print(std::string_view text);

/// To the file, or to stdout when the path is empty.
[[nodiscard]] Status print_or_save(const std::string& path, std::string_view text);

/// Keeps descriptors 0 to 2 taken when the program was started with one closed: a file opened later
/// would else get its number, and messages would be written into it. Writing to a closed stdout
/// stays an error.
void guard_standard_streams();

}  // namespace malimap
