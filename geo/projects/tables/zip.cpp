#include "geo/projects/tables/zip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

namespace malimap {
namespace {

constexpr std::uint64_t kMostUnpacked = std::uint64_t{1} << 30;
constexpr std::uint64_t kSuspiciousSize = 100'000'000;
constexpr std::uint64_t kSuspiciousRatio = 1000;
constexpr std::size_t kMostEntries = 100'000;
constexpr std::size_t kPiece = std::size_t{1} << 16;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t length) {
  std::uint64_t value = 0;
  for (std::size_t i = length; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

Place in(const std::string& path) {
  return {path, {}, {}, {}};
}

tl::unexpected<Error> cut_off(const std::string& path) {
  return failure({N_("the file breaks off or is damaged"), {}}, in(path),
                 {N_("copy or download it again"), {}});
}

struct Directory {
  std::uint64_t offset = 0, size = 0;
};

std::string bytes_at(std::ifstream& file, std::uint64_t offset, std::uint64_t size) {
  std::string bytes(static_cast<std::size_t>(size), '\0');
  file.clear();
  file.seekg(static_cast<std::streamoff>(offset));
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  return bytes;
}

/// Follows the end record, at the file's end but for a comment; the 64-bit one stands before it.
std::optional<Directory> find_directory(std::ifstream& file, std::uint64_t file_size) {
  const std::uint64_t tail_size = std::min<std::uint64_t>(file_size, 65'557);
  const std::string tail = bytes_at(file, file_size - tail_size, tail_size);
  const auto at = tail.rfind("PK\x05\x06");
  if (at == std::string::npos || at + 22 > tail.size())
    return {};
  Directory directory{number(tail, at + 16, 4), number(tail, at + 12, 4)};
  if (directory.offset == 0xFFFFFFFF || directory.size == 0xFFFFFFFF) {
    if (at < 20 || tail.compare(at - 20, 4, "PK\x06\x07") != 0)
      return {};
    const std::string end = bytes_at(file, number(tail, at - 12, 8), 56);
    if (end.size() < 56 || !end.starts_with("PK\x06\x06"))
      return {};
    directory = {number(end, 48, 8), number(end, 40, 8)};
  }
  if (directory.size > file_size || directory.offset > file_size - directory.size)
    return {};
  return directory;
}

/// Sizes above 4 GiB stand in an extra field, in this order and only those that did not fit.
void read_long_sizes(std::string_view extra, ZipEntry& entry) {
  while (extra.size() >= 4) {
    const auto id = number(extra, 0, 2);
    const auto length = static_cast<std::size_t>(number(extra, 2, 2));
    if (length + 4 > extra.size())
      return;
    std::string_view values = extra.substr(4, length);
    if (id == 1)
      for (std::uint64_t* value : {&entry.size, &entry.packed, &entry.offset})
        if (*value == 0xFFFFFFFF && values.size() >= 8) {
          *value = number(values, 0, 8);
          values.remove_prefix(8);
        }
    extra.remove_prefix(length + 4);
  }
}

Status read_directory(std::string_view bytes, const std::string& path,
                      std::vector<ZipEntry>& entries) {
  std::uint64_t total = 0;
  while (bytes.size() >= 46 && bytes.starts_with("PK\x01\x02")) {
    ZipEntry entry;
    entry.method = static_cast<std::uint16_t>(number(bytes, 10, 2));
    entry.checksum = static_cast<std::uint32_t>(number(bytes, 16, 4));
    entry.packed = number(bytes, 20, 4);
    entry.size = number(bytes, 24, 4);
    entry.offset = number(bytes, 42, 4);
    const auto name = static_cast<std::size_t>(number(bytes, 28, 2));
    const auto extra = static_cast<std::size_t>(number(bytes, 30, 2));
    const auto comment = static_cast<std::size_t>(number(bytes, 32, 2));
    if (46 + name + extra + comment > bytes.size())
      return cut_off(path);
    entry.name = bytes.substr(46, name);
    std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
    read_long_sizes(bytes.substr(46 + name, extra), entry);
    if ((number(bytes, 8, 2) & 1) != 0)
      return failure({N_("the file is protected by a password"), {}}, in(path),
                     {N_("save it without a password"), {}});
    total += std::min(entry.size, kMostUnpacked + 1);
    const bool grows = entry.size > kSuspiciousSize && entry.size / kSuspiciousRatio > entry.packed;
    if (grows || total > kMostUnpacked || entries.size() >= kMostEntries)
      return failure(
          {N_("the file is packed so tightly that it would fill the memory; it is not opened"), {}},
          in(path), {N_("if you trust it, save it again, or as CSV"), {}});
    entries.push_back(std::move(entry));
    bytes.remove_prefix(46 + name + extra + comment);
  }
  return {};
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

/// zlib's raw deflate stream, ended when it goes.
struct Inflater {
  z_stream stream{};
  bool ready = inflateInit2(&stream, -MAX_WBITS) == Z_OK;
  Inflater() = default;
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream); }
};

enum class Unpacked { Done, Enough, Damaged };

Unpacked unpack(std::ifstream& file, const ZipEntry& entry,
                const std::function<bool(std::string_view)>& sink) {
  Inflater inflater;
  if (!inflater.ready)
    return Unpacked::Damaged;
  std::array<char, kPiece> packed, plain;
  std::uint64_t left = entry.packed, written = 0;
  int state = Z_OK;
  while (state != Z_STREAM_END) {
    if (inflater.stream.avail_in == 0) {
      const auto wanted = static_cast<std::streamsize>(std::min<std::uint64_t>(left, kPiece));
      if (wanted == 0 || !file.read(packed.data(), wanted))
        return Unpacked::Damaged;
      left -= static_cast<std::uint64_t>(wanted);
      inflater.stream.next_in = reinterpret_cast<Bytef*>(packed.data());
      inflater.stream.avail_in = static_cast<uInt>(wanted);
    }
    inflater.stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    inflater.stream.avail_out = kPiece;
    state = inflate(&inflater.stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
      return Unpacked::Damaged;
    const std::size_t got = kPiece - inflater.stream.avail_out;
    written += got;
    if (written > entry.size)
      return Unpacked::Damaged;  // the directory lied about the size
    if (got > 0 && !sink({plain.data(), got}))
      return Unpacked::Enough;
  }
  return Unpacked::Done;
}

Unpacked copy(std::ifstream& file, const ZipEntry& entry,
              const std::function<bool(std::string_view)>& sink) {
  std::array<char, kPiece> piece;
  for (std::uint64_t left = entry.packed; left > 0;) {
    const auto wanted = static_cast<std::streamsize>(std::min<std::uint64_t>(left, kPiece));
    if (!file.read(piece.data(), wanted))
      return Unpacked::Damaged;
    left -= static_cast<std::uint64_t>(wanted);
    if (!sink({piece.data(), static_cast<std::size_t>(wanted)}))
      return Unpacked::Enough;
  }
  return Unpacked::Done;
}

}  // namespace

Result<ZipFile> ZipFile::open(const std::string& path) {
  ZipFile zip;
  zip.path_ = path;
  zip.file_.open(path, std::ios::binary | std::ios::ate);
  if (!zip.file_)
    return failure({N_("the file cannot be read"), {}}, in(path));
  const auto size = static_cast<std::uint64_t>(std::max<std::streamoff>(zip.file_.tellg(), 0));
  const auto directory = find_directory(zip.file_, size);
  if (!directory)
    return cut_off(path);
  const std::string bytes = bytes_at(zip.file_, directory->offset, directory->size);
  if (auto read = read_directory(bytes, path, zip.entries_); !read)
    return tl::make_unexpected(read.error());
  if (zip.entries_.empty())
    return failure({N_("the file is empty"), {}}, in(path));
  return zip;
}

const ZipEntry* ZipFile::find(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [name](const ZipEntry& entry) {
    return same_name(entry.name, name);
  });
  return found == entries_.end() ? nullptr : &*found;
}

Status ZipFile::read(const ZipEntry& entry, const std::function<bool(std::string_view)>& sink) {
  const std::string header = bytes_at(file_, entry.offset, 30);
  if (header.size() < 30 || !header.starts_with("PK\x03\x04"))
    return cut_off(path_);
  file_.seekg(static_cast<std::streamoff>(entry.offset + 30 + number(header, 26, 2) +
                                          number(header, 28, 2)));
  if (entry.method != 0 && entry.method != 8)
    return failure({N_("the file is packed in a way that this program does not read"), {}},
                   in(path_), {N_("save it again, or as CSV"), {}});
  uLong checksum = crc32(0, nullptr, 0);
  const auto checked = [&](std::string_view piece) {
    checksum = crc32(checksum, reinterpret_cast<const Bytef*>(piece.data()),
                     static_cast<uInt>(piece.size()));
    return sink(piece);
  };
  const Unpacked result =
      entry.method == 0 ? copy(file_, entry, checked) : unpack(file_, entry, checked);
  if (result == Unpacked::Damaged || (result == Unpacked::Done && checksum != entry.checksum))
    return cut_off(path_);
  return {};
}

}  // namespace malimap
