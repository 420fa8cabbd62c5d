#include "app/window/copy_picture.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

extern char** environ;

namespace malimap {
namespace {

// A file without a name that holds the bytes, to be read from its beginning; -1 when there is no
// room.
int file_with(std::string_view bytes) {
  std::error_code none;
  std::string name = (std::filesystem::temp_directory_path(none) / "malimap-XXXXXX").string();
  const int file = mkostemp(name.data(), O_CLOEXEC);
  if (file < 0)
    return -1;
  unlink(name.c_str());
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0) {
      close(file);
      return -1;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

enum class Outcome { Done, Failed, NoSuchProgram };

// The tools go on in the background to serve the clipboard: they must not hold our outputs.
Outcome run_with(std::vector<std::string> words, int input) {
  std::vector<char*> arguments;
  for (std::string& word : words)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0)
    return error == ENOENT ? Outcome::NoSuchProgram : Outcome::Failed;
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR)
      return Outcome::Failed;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
    return Outcome::NoSuchProgram;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Outcome::Done : Outcome::Failed;
}

}  // namespace

Status copy_png(std::string_view png) {
  const std::vector<std::string> x11 = {"xclip", "-selection", "clipboard", "-t", "image/png"};
  const std::vector<std::string> wayland = {"wl-copy", "--type", "image/png"};
  std::vector<std::vector<std::string>> tools = {x11};
  if (std::getenv("WAYLAND_DISPLAY") != nullptr)
    tools.insert(tools.begin(), wayland);
  bool any = false;
  for (const auto& tool : tools) {
    const int input = file_with(png);
    if (input < 0)
      return failure({N_("The picture cannot be copied: there is no room for it."), {}});
    const Outcome outcome = run_with(tool, input);
    close(input);
    if (outcome == Outcome::Done)
      return {};
    any = any || outcome != Outcome::NoSuchProgram;
  }
  if (any)
    return failure({N_("The picture could not be copied."), {}});
  return failure(
      {N_("To copy pictures the program xclip (X11) or wl-copy (Wayland) is needed."), {}}, {},
      {N_("Export the picture to a file instead (Ctrl+E)."), {}});
}

}  // namespace malimap
