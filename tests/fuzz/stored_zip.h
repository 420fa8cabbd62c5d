#pragma once
// An archive without compression, so that a fuzzer's bytes reach what is inside.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace malimap::fuzz {

inline std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    crc ^= static_cast<std::uint8_t>(byte);
    for (int bit = 0; bit < 8; ++bit)
      crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline void put(std::string& to, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i)
    to += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

using Entries = std::vector<std::pair<std::string_view, std::string_view>>;  // path, content

inline std::string stored_zip(const Entries& entries) {
  std::string zip, directory;
  for (const auto& [path, content] : entries) {
    std::string
        common;  // of both headers, from the version needed to the length of the extra field
    put(common, 20, 2);
    put(common, 0, 8);  // no flags, stored, no time, no day
    put(common, crc_of(content), 4);
    put(common, content.size(), 4);
    put(common, content.size(), 4);
    put(common, path.size(), 2);
    put(common, 0, 2);
    put(directory, 0x02014B50U, 4);
    put(directory, 20, 2);
    directory += common;
    put(directory, 0, 10);  // no remark, first disk, no attributes
    put(directory, zip.size(), 4);
    directory += path;
    put(zip, 0x04034B50U, 4);
    zip += common;
    zip += path;
    zip += content;
  }
  const std::size_t start = zip.size();
  zip += directory;
  put(zip, 0x06054B50U, 4);
  put(zip, 0, 4);
  put(zip, entries.size(), 2);
  put(zip, entries.size(), 2);
  put(zip, directory.size(), 4);
  put(zip, start, 4);
  put(zip, 0, 2);
  return zip;
}

}  // namespace malimap::fuzz
