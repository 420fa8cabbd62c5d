// Long texts are looked at on several cores: letters of several bytes stand where they are parted.

#include "geo/projects/tables/encoding.h"

#include <atomic>
#include <string>

#include "tests/support/catch.h"

using namespace malimap;

namespace {

/// `bytes` bytes of letters of one, two, three and four bytes.
std::string letters(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes)
    text += "aé€😀";
  return text;
}

}  // namespace

TEST_CASE("long UTF-8 is told wherever it is parted, and is not copied") {
  const std::string text = letters(9'000'000);
  for (std::size_t first = 0; first < 10; ++first) {
    const std::string own = std::string(first, 'x') + text;
    const DecodedText decoded = decode(own, nullptr);
    CHECK(decoded.text.data() == own.data());
    CHECK(decoded.text.size() == own.size());
  }
}

TEST_CASE("a long text that is cut off inside its last letter is UTF-8 all the same") {
  const std::string text = letters(9'000'000);
  const std::string cut = text.substr(0, text.size() - 2);
  CHECK(decode(cut, nullptr).text.starts_with("aé€😀a"));
}

TEST_CASE("one byte that is no UTF-8 makes a long text Windows-1252, wherever it stands") {
  for (const std::size_t at : {0u, 4'499'990u, 4'500'020u, 8'999'000u}) {
    std::string text(9'000'000, 'm');
    text[at] = '\xE9';
    const DecodedText decoded = decode(text, nullptr);
    CHECK(decoded.text.size() == text.size() + 1);
    CHECK(decoded.text.substr(at, 2) == "é");
  }
}

TEST_CASE("who lets bytes go is told of those that were looked at") {
  const std::string text = letters(20'000'000);
  std::atomic<std::size_t> released{0};
  const DecodedText decoded =
      decode(text, nullptr, [&](std::string_view part) { released += part.size(); });
  CHECK(decoded.text.size() == text.size());
  CHECK(released <= text.size());
  CHECK(released > text.size() / 2);
}
