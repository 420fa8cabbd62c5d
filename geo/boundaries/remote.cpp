#include "geo/boundaries/remote.h"

#include <fmt/chrono.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "geo/base/save.h"
#include "geo/base/text.h"
#include "geo/boundaries/cache_folder.h"

namespace malimap {
namespace {

namespace fs = std::filesystem;

Place at(const Address& address) {
  return {.file = address.shown, .sheet = {}, .row = {}, .column = {}};
}

std::string note_of(const std::string& copy) {
  return copy + ".json";
}

/// Whether the copy is whole: the note is written last, and knows the size.
bool is_kept(const std::string& copy, const Address& address) {
  std::ifstream file(note_of(copy));
  if (!file)
    return false;
  const auto note = nlohmann::json::parse(file, nullptr, false);
  std::error_code problem;
  const auto size = fs::file_size(copy, problem);
  return !problem && note.is_object() && note.contains("url") && note.contains("size") &&
         note["url"] == address.shown && note["size"] == size;
}

Status keep(const std::string& part, const std::string& copy, const Address& address) {
  std::error_code problem;
  const auto size = fs::file_size(part, problem);
  if (!problem)
    fs::rename(part, copy, problem);
  if (problem)
    return failure({N_("the copy cannot be written"), {}}, at(address));
  const std::time_t now = std::time(nullptr);
  const nlohmann::json note = {{"url", address.shown},
                               {"date", fmt::format("{:%Y-%m-%d}", fmt::gmtime(now))},
                               {"size", size}};
  return save_file(note_of(copy), note.dump(2) + "\n");
}

bool is_web_page(const std::string& path) {
  std::array<char, 512> start{};
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), start.size());
  const std::string text =
      fold(valid_utf8({start.data(), static_cast<std::size_t>(file.gcount())}));
  return text.starts_with("<!doctype html") || text.starts_with("<html") ||
         (text.starts_with("<!") && text.find("<html") != std::string::npos);
}

/// Whether it is a map; the errors of the reader, about the address instead of the copy.
Status check(const std::string& part, const Address& address, const FetchOptions& options,
             Progress* progress) {
  if (is_web_page(part))
    return failure({N_("the address gives a web page, not a map"), {}}, at(address),
                   {N_("give the address of the file itself"), {}});
  Problems ignored;
  auto read = read_boundaries(part, options.boundary, ignored, progress);
  if (read)
    return {};
  Error error = read.error();
  error.where.file = address.shown;
  for (std::string& arg : error.what.args)  // GDAL likes to repeat the path
    for (auto found = arg.find(part); found != std::string::npos; found = arg.find(part))
      arg.replace(found, part.size(), address.name);
  return tl::make_unexpected(std::move(error));
}

/// Removes the file when it goes, whatever happened.
class Aside {
 public:
  explicit Aside(std::string path) : path_(std::move(path)) {}
  ~Aside() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

std::string boundary_cache() {
  return cache_folder("boundaries");
}

Result<std::string> fetch_boundaries(const std::string& url, Progress* progress,
                                     const FetchOptions& options) {
  const auto address = read_address(url);
  if (!address)
    return tl::make_unexpected(address.error());
  std::error_code problem;
  fs::create_directories(options.cache, problem);
  if (options.cache.empty() || problem)
    return failure({N_("there is no folder for the copy"), {}}, at(*address),
                   {N_("set XDG_CACHE_HOME to a folder that can be written to"), {}});
  const std::string copy = options.cache + "/" + address->key + "-" + address->name;
  if (is_kept(copy, *address))
    return copy;
  // The name stays last: its ending tells formats apart.
  const Aside part(
      fmt::format("{}/{}.part-{}-{}", options.cache, address->key, getpid(), address->name));
  if (Status got = download(*address, part.path(), options.limits, progress); !got)
    return tl::make_unexpected(got.error());
  if (Status good = check(part.path(), *address, options, progress); !good)
    return tl::make_unexpected(good.error());
  if (Status kept = keep(part.path(), copy, *address); !kept)
    return tl::make_unexpected(kept.error());
  if (progress)
    progress->set(1);
  return copy;
}

}  // namespace malimap
