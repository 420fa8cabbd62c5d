#pragma once
// A ZIP container of a stranger, read in streams: its directory is looked at before anything is
// unpacked, so that an archive made to fill the memory is refused. Format: PKWARE APPNOTE 6.3.

#include <cstdint>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.h"

namespace malimap {

struct ZipEntry {
  std::string name;
  std::uint64_t packed = 0, size = 0, offset = 0;  // bytes; offset of the local header
  std::uint32_t checksum = 0;                      // CRC-32 of the unpacked bytes
  std::uint16_t method = 0;
};

class ZipFile {
 public:
  /// Errors: not a ZIP or cut off, an entry with a password, more than 1 GiB unpacked, an entry
  /// that would grow a thousandfold.
  [[nodiscard]] static Result<ZipFile> open(const std::string& path);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }
  /// By name, in any case; nullptr when there is none.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;

  /// Unpacks in pieces; the sink returns false when it has enough. Errors: damaged, or longer than
  /// the directory says.
  [[nodiscard]] Status read(const ZipEntry& entry,
                            const std::function<bool(std::string_view)>& sink);

 private:
  std::string path_;
  std::ifstream file_;
  std::vector<ZipEntry> entries_;
};

}  // namespace malimap
