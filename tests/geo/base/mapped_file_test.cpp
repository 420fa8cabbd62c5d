#include "geo/base/mapped_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"

using namespace malimap;

namespace {

namespace fs = std::filesystem;

/// A file of letters that is gone after the test.
class LetterFile {
 public:
  explicit LetterFile(std::size_t size)
      : path_(fs::temp_directory_path() /
              ("malimap-mapped-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    std::ofstream(path_, std::ios::binary) << std::string(size, 'm');
  }
  ~LetterFile() { fs::remove(path_); }
  LetterFile(const LetterFile&) = delete;
  LetterFile& operator=(const LetterFile&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

bool are_all(std::string_view bytes, char letter) {
  return std::all_of(bytes.begin(), bytes.end(), [&](char c) { return c == letter; });
}

}  // namespace

TEST_CASE("a mapped file gives its bytes, also after they were let go") {
  const LetterFile file(100'000);
  const auto mapped = MappedFile::open(file.path());
  REQUIRE(mapped != nullptr);
  CHECK(mapped->bytes().size() == 100'000);
  CHECK(are_all(mapped->bytes(), 'm'));
  mapped->release(mapped->bytes());
  mapped->release(mapped->bytes().substr(5, 9));  // less than a page
  mapped->release({});
  CHECK(are_all(mapped->bytes(), 'm'));
  CHECK(mapped->is_unchanged());
}

TEST_CASE("a file that is cut short while it is read ends in NULs, not in a bus error") {
  const LetterFile file(1'000'000);
  const auto mapped = MappedFile::open(file.path());
  REQUIRE(mapped != nullptr);
  fs::resize_file(file.path(), 500'000);
  CHECK_FALSE(mapped->is_unchanged());
  CHECK(are_all(mapped->bytes().substr(0, 500'000), 'm'));
  CHECK(are_all(mapped->bytes().substr(600'000), '\0'));
}

TEST_CASE("what is no file of bytes is not mapped") {
  CHECK(MappedFile::open("/no/such/file") == nullptr);
  CHECK(MappedFile::open("/dev/null") == nullptr);
  CHECK(MappedFile::open(fs::temp_directory_path().string()) == nullptr);
  const LetterFile empty(0);
  CHECK(MappedFile::open(empty.path()) == nullptr);
}

TEST_CASE("more files than can be guarded are refused, and taken once others are closed") {
  const LetterFile file(10);
  std::vector<std::shared_ptr<MappedFile>> all;
  while (auto mapped = MappedFile::open(file.path())) {
    all.push_back(std::move(mapped));
    REQUIRE(all.size() < 1000);
  }
  CHECK(all.size() >= 16);
  all.pop_back();
  CHECK(MappedFile::open(file.path()) != nullptr);
}
