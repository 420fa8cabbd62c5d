#pragma once
// The bytes of a file on disk.

#include <memory>
#include <string>
#include <string_view>

#include "geo/base/progress.h"
#include "geo/base/result.h"

namespace malimap {

struct FileBytes {
  std::string_view bytes;
  std::shared_ptr<const void> memory;  // keeps them alive
};

/// The whole file. Errors: no such file, a directory, not a regular file, empty, larger than
/// `most`, cancelled.
[[nodiscard]] Result<FileBytes> read_bytes(const std::string& path, std::size_t most,
                                           const Progress* progress = nullptr);

/// Bytes; a longer row is no table, and there is no use in reading gigabytes of it.
inline constexpr std::size_t kLongestRow = std::size_t{64} << 20;
[[nodiscard]] Error endless_row(const std::string& path);

/// An error where a line is longer than 64 MiB: no table has one, and gigabytes of it are of no
/// use.
[[nodiscard]] Status check_lines(std::string_view bytes, const std::string& path);

/// Its first bytes, for recognising what it is. The same errors.
[[nodiscard]] Result<std::string> read_head(const std::string& path, std::size_t size);

}  // namespace malimap
