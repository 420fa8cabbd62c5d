#include "geo/projects/tables/encoding.h"

#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "geo/base/parallel.h"
#include "geo/base/text.h"

namespace malimap {
namespace {

/// Windows-1252 from 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

enum class Utf8 { Valid, CutAtEnd, No };

constexpr std::int64_t kLetGo = std::int64_t{4} << 20;
constexpr std::size_t kSmallestPart = std::size_t{4} << 20;  // a thread is not worth less

Utf8 utf8_of(std::string_view bytes, const std::function<void(std::string_view)>& release) {
  std::int64_t held = 0;
  const auto* text = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (std::int64_t i = 0; i < size;) {
    if (i - held >= kLetGo && release) {
      release(bytes.substr(static_cast<std::size_t>(held), static_cast<std::size_t>(i - held)));
      held = i;
    }
    // Eight plain bytes at a time: lists are mostly ASCII.
    std::uint64_t block = 0;
    if (i + 8 <= size && (std::memcpy(&block, text + i, 8), (block & kHighBits) == 0)) {
      i += 8;
      continue;
    }
    const std::int64_t start = i;
    UChar32 c = 0;
    U8_NEXT(text, i, size, c);
    if (c < 0)
      return size - start < 4 && i == size ? Utf8::CutAtEnd : Utf8::No;
  }
  return Utf8::Valid;
}

/// The same on all cores: a text may be cut off at its very end alone.
Utf8 utf8_of_long(std::string_view bytes, const std::function<void(std::string_view)>& release) {
  const std::size_t count =
      std::clamp<std::size_t>(bytes.size() / kSmallestPart, 1, worker_count());
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 1; i < count; ++i) {
    std::size_t at = bytes.size() / count * i;
    for (int step = 0; step < 3 && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80; ++step)
      ++at;  // in the middle of a letter
    starts.push_back(at);
  }
  starts.push_back(bytes.size());
  std::vector<Utf8> parts(count, Utf8::Valid);
  in_parallel(count, [&](std::size_t i) {
    parts[i] = utf8_of(bytes.substr(starts[i], starts[i + 1] - starts[i]), release);
  });
  for (std::size_t i = 0; i + 1 < count; ++i)
    if (parts[i] != Utf8::Valid)
      return Utf8::No;
  return parts.back();
}

std::string from_utf16(std::string_view bytes, bool little) {
  icu::UnicodeString units;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    units.append(static_cast<char16_t>(little ? a | b << 8 : b | a << 8));
  }
  std::string text;
  units.toUTF8String(text);
  return text;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    if (c < 0x80) {
      text.push_back(byte);
      continue;
    }
    const char16_t unit = c > 0x9F ? char16_t{c} : kWindows1252[c - 0x80];
    std::array<char, 4> out{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(out.data(), length, unit != 0 ? unit : 0xFFFD);
    text.append(out.data(), static_cast<std::size_t>(length));
  }
  return text;
}

/// Ordinary text has a NUL in every second byte when it is UTF-16: at odd places little-endian.
bool looks_utf16(std::string_view bytes, bool little) {
  const std::size_t size = std::min<std::size_t>(bytes.size(), 1000) / 2 * 2;
  if (size < 8)
    return false;
  std::size_t nuls = 0, others = 0;
  for (std::size_t i = 0; i < size; i += 2) {
    nuls += bytes[little ? i + 1 : i] == '\0' ? 1 : 0;
    others += bytes[little ? i : i + 1] == '\0' ? 1 : 0;
  }
  return others == 0 && nuls * 10 >= size / 2 * 9;
}

DecodedText owned(std::string text) {
  auto memory = std::make_shared<const std::string>(std::move(text));
  return {*memory, memory};
}

}  // namespace

DecodedText decode(std::string_view bytes, std::shared_ptr<const void> memory,
                   const std::function<void(std::string_view)>& release) {
  if (bytes.starts_with("\xFF\xFE"))
    return owned(from_utf16(bytes.substr(2), true));
  if (bytes.starts_with("\xFE\xFF"))
    return owned(from_utf16(bytes.substr(2), false));
  const bool marked = bytes.starts_with("\xEF\xBB\xBF");
  const std::string_view text = marked ? bytes.substr(3) : bytes;
  if (!marked)
    for (const bool little : {true, false})
      if (looks_utf16(text, little))
        return owned(from_utf16(text, little));
  switch (utf8_of_long(text, release)) {
    case Utf8::Valid:
      return {text, std::move(memory)};
    case Utf8::CutAtEnd:
      return owned(valid_utf8(text));
    case Utf8::No:
      break;
  }
  return owned(marked ? valid_utf8(text) : from_windows_1252(text));
}

std::string decode_text(std::string_view bytes) {
  return std::string(decode(bytes, nullptr).text);
}

}  // namespace malimap
