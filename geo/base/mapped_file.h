#pragma once
// A file's bytes without a copy of them: pages come from the disk when they are read and can go
// again.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace malimap {

/// A regular file mapped for reading. A file that somebody cuts short meanwhile reads as NULs where
/// it ended, and is_unchanged() tells: the process is not ended by a bus error, as it would be by
/// default.
class MappedFile {
 public:
  /// Null where the file cannot be mapped (no such file, empty, not regular, a file system without
  /// mappings): it can be read the ordinary way then.
  [[nodiscard]] static std::shared_ptr<MappedFile> open(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }
  /// Whether the file still has the size and the time of writing that it had when it was opened.
  [[nodiscard]] bool is_unchanged() const;
  /// These bytes will not be read soon: their pages need no memory until they are. They stay valid.
  void release(std::string_view bytes) const;

 private:
  struct Stamp {
    std::int64_t size = 0, seconds = 0, nanoseconds = 0;
    bool operator==(const Stamp&) const = default;
  };
  MappedFile(int file, char* data, Stamp stamp);
  static Stamp stamp_of(int file);

  int file_;
  char* data_;
  std::size_t size_;
  Stamp stamp_;
};

}  // namespace malimap
