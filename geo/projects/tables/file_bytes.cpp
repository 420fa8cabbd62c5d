#include "geo/projects/tables/file_bytes.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace malimap {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = std::size_t{16} << 20;

Place in(const std::string& path) {
  return {.file = path, .sheet = {}, .row = {}, .column = {}};
}

Result<std::uintmax_t> size_of(const std::string& path) {
  std::error_code problem;
  const auto status = fs::status(path, problem);
  if (!fs::exists(status))
    return failure({N_("there is no such file"), {}}, in(path));
  if (fs::is_directory(status))
    return failure({N_("this is a directory, not a file"), {}}, in(path));
  if (!fs::is_regular_file(status))
    return failure({N_("this is not a regular file"), {}}, in(path));
  const auto size = fs::file_size(path, problem);
  if (problem)
    return failure({N_("the file cannot be reached"), {}}, in(path));
  if (size == 0)
    return failure({N_("the file is empty"), {}}, in(path));
  return size;
}

/// How long the line is that reaches beyond a piece, when it was so long before it.
std::size_t line_behind(std::string_view piece, std::size_t before) {
  const auto end = piece.find_last_of("\n\r");
  return end == std::string_view::npos ? before + piece.size() : piece.size() - end - 1;
}

}  // namespace

Error endless_row(const std::string& path) {
  return {
      {N_("a row is longer than {0} MB: this is no table"), {std::to_string(kLongestRow >> 20)}},
      in(path),
      {}};
}

Status check_lines(std::string_view bytes, const std::string& path) {
  std::size_t line = 0;  // length of the line that reaches beyond the piece
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    line = line_behind(bytes.substr(at, kPiece), line);
    if (line > kLongestRow)
      return tl::make_unexpected(endless_row(path));
  }
  return {};
}

Result<FileBytes> read_bytes(const std::string& path, std::size_t most, const Progress* progress) {
  const auto size = size_of(path);
  if (!size)
    return tl::make_unexpected(size.error());
  if (*size > most)
    return failure({N_("the file is too large"), {}}, in(path));
  const auto total = static_cast<std::size_t>(*size);
  const std::shared_ptr<char[]> bytes = std::make_unique_for_overwrite<char[]>(total);
  std::ifstream file(path, std::ios::binary);
  std::size_t read = 0;
  std::size_t line = 0;  // length of the line that is being read
  while (read < total && file) {
    if (progress != nullptr && progress->cancelled())
      return failure({N_("reading was cancelled"), {}}, in(path));
    file.read(bytes.get() + read, static_cast<std::streamsize>(std::min(kPiece, total - read)));
    const auto piece = static_cast<std::size_t>(file.gcount());
    line = line_behind({bytes.get() + read, piece}, line);
    read += piece;
    if (line > kLongestRow)
      return tl::make_unexpected(endless_row(path));
  }
  if (read == 0)
    return failure({N_("the file cannot be reached"), {}}, in(path));
  return FileBytes{{bytes.get(), read}, bytes};
}

Result<std::string> read_head(const std::string& path, std::size_t size) {
  if (const auto whole = size_of(path); !whole)
    return tl::make_unexpected(whole.error());
  std::ifstream file(path, std::ios::binary);
  std::string head(size, '\0');
  file.read(head.data(), static_cast<std::streamsize>(size));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  if (head.empty())
    return failure({N_("the file cannot be reached"), {}}, in(path));
  return head;
}

}  // namespace malimap
