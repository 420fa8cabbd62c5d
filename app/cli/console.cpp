#include "app/cli/console.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include "geo/base/save.h"
#include "geo/base/text.h"

namespace malimap {

void say(const Error& error, const Translator& tr) {
  const std::string line =
      std::string("malimap") + tr(": ") + valid_utf8(sentence(error, tr)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);  // nowhere to complain when this fails
}

Exit fail(const Error& error, const Translator& tr) {
  say(error, tr);
  return Exit::Failed;
}

Status print(std::string_view text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if ((written && std::fflush(stdout) == 0) || errno == EPIPE)
    return {};
  return failure(why_not_written(errno), {.file = "stdout", .sheet = {}, .row = {}, .column = {}});
}

Status print_or_save(const std::string& path, std::string_view text) {
  return path.empty() ? print(text) : save_file(path, text);
}

void guard_standard_streams() {
  std::signal(SIGPIPE,
              SIG_IGN);  // print() sees EPIPE instead, and the exit status stays the verb's own
  for (const int descriptor : {0, 1, 2}) {
    if (::fcntl(descriptor, F_GETFD) != -1)
      continue;
    // The wrong way round on purpose: reading or writing there fails as it would on a closed one.
    const int taken = ::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
    if (taken > 2)
      ::close(taken);
  }
}

}  // namespace malimap
