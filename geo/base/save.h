#pragma once
#include <string>
#include <string_view>

#include "geo/base/result.h"

namespace malimap {

/// Whether a machine that loses its power may lose the file with it.
enum class Safety {
  Synced,
  Renewable,  // can be made again, and who reads it sees whether it is whole
};

/// Writes the bytes aside, syncs and renames, so that a crash leaves the old file or the new one,
/// never half of one. What is no regular file (a device, a pipe) is written directly. Errors: no
/// such folder, no right to write there, a directory, a full disk.
[[nodiscard]] Status save_file(const std::string& path, std::string_view bytes,
                               Safety safety = Safety::Synced);

/// Why writing failed, from errno.
[[nodiscard]] Message why_not_written(int error_number);

}  // namespace malimap
