#include "geo/base/save.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace malimap {
namespace {

tl::unexpected<Error> not_written(const std::string& path, int error_number) {
  return failure(why_not_written(error_number),
                 {.file = path, .sheet = {}, .row = {}, .column = {}});
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR)
      return false;
    if (written > 0)
      bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Writes and closes; 0 or errno.
int fill(int file, std::string_view bytes, bool sync) {
  int error = write_all(file, bytes) && (!sync || ::fsync(file) == 0) ? 0 : errno;
  if (::close(file) != 0 && error == 0)
    error = errno;
  return error;
}

/// The rights that the file has, or that a new one gets from the umask.
mode_t rights_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0)
    return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

Status save_aside(const std::string& path, std::string_view bytes, Safety safety) {
  std::string aside = path + ".XXXXXX";
  const int file = ::mkstemp(aside.data());
  if (file < 0)
    return not_written(path, errno);
  int error = ::fchmod(file, rights_of(path)) == 0 ? 0 : errno;
  if (const int filled = fill(file, bytes, safety == Safety::Synced); error == 0)
    error = filled;
  if (error == 0 && ::rename(aside.c_str(), path.c_str()) != 0)
    error = errno;
  if (error == 0)
    return {};
  ::unlink(aside.c_str());
  return not_written(path, error);
}

}  // namespace

Message why_not_written(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
      return {N_("cannot be written: its folder does not exist"), {}};
    case EACCES:
    case EPERM:
    case EROFS:
      return {N_("cannot be written: no right to write there"), {}};
    case EISDIR:
      return {N_("cannot be written: it is a directory"), {}};
    case ENOSPC:
    case EDQUOT:
      return {N_("cannot be written: no space left"), {}};
    default:
      return {N_("cannot be written ({0})"), {std::strerror(error_number)}};
  }
}

Status save_file(const std::string& path, std::string_view bytes, Safety safety) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::is_directory(status))
    return not_written(path, EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    const int error = file < 0 ? errno : fill(file, bytes, false);
    return error == 0 ? Status{} : not_written(path, error);
  }
  // A link stays a link: the file that it names is replaced.
  const fs::path real =
      fs::is_symlink(fs::symlink_status(path, ignored)) ? fs::canonical(path, ignored) : fs::path{};
  return save_aside(real.empty() ? path : real.string(), bytes, safety);
}

}  // namespace malimap
