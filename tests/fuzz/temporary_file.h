#pragma once
// The readers read files, so a fuzz input becomes one: one name per process, overwritten each time.

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string>

namespace malimap::fuzz {

class TemporaryFile {
 public:
  explicit TemporaryFile(const char* extension)
      : path_(std::filesystem::temp_directory_path() /
              ("malimap-fuzz-" + std::to_string(::getpid()) + extension)) {}
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  std::string holding(std::span<const std::uint8_t> bytes) const {
    if (std::FILE* file = std::fopen(path_.c_str(), "wb")) {
      if (!bytes.empty())
        std::fwrite(bytes.data(), 1, bytes.size(), file);
      std::fclose(file);
    }
    return path_.string();
  }

 private:
  std::filesystem::path path_;
};

/// Ends the process, so that the fuzzer keeps the input.
inline void require(bool holds, const char* what) {
  if (holds)
    return;
  std::fprintf(stderr, "invariant broken: %s\n", what);
  std::abort();
}

}  // namespace malimap::fuzz
