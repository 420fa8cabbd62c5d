#include "geo/boundaries/prepared.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "geo/base/mapped_file.h"
#include "geo/base/save.h"
#include "geo/boundaries/cache_folder.h"
#include "geo/boundaries/packed_boundaries.h"
#include "geo/boundaries/vector_file.h"

namespace malimap {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKept = 12;           // files
constexpr std::size_t kMostKept = 1 << 26;  // bytes of one
constexpr std::size_t kMostProblems = 10'000;
constexpr std::string_view kMagic = "malimap prepared boundaries 1\n";

// What is read from one file alone, and a shapefile's parts.
constexpr std::array<std::string_view, 6> kOneFile = {".geojson", ".json", ".topojson",
                                                      ".fgb",     ".kml",  ".shp"};
constexpr std::array<std::string_view, 8> kShapefileParts = {".dbf", ".shx", ".prj", ".cpg",
                                                             ".DBF", ".SHX", ".PRJ", ".CPG"};

std::string hex(XXH128_hash_t hash) {
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string hash_of(std::string_view bytes) {
  return hex(XXH3_128bits(bytes.data(), bytes.size()));
}

/// Another build may read the same bytes otherwise.
std::string this_program() {
  struct stat program {};
  if (::stat("/proc/self/exe", &program) != 0)
    return {};
  return fmt::format("{} {} {}.{:09}", program.st_ino, program.st_size, program.st_mtim.tv_sec,
                     program.st_mtim.tv_nsec);
}

/// The files that are read, held while they are.
class Source {
 public:
  explicit Source(const std::string& path) {
    const fs::path named(path);
    const std::string extension = named.extension().string();
    if (std::find(kOneFile.begin(), kOneFile.end(), extension) != kOneFile.end())
      add(path);
    if (extension == ".shp" && !files_.empty())
      for (const std::string_view part : kShapefileParts)
        add(fs::path(named).replace_extension(part).string());
  }
  [[nodiscard]] bool there() const { return !files_.empty(); }
  [[nodiscard]] std::string hash() const {
    std::string hashes;
    for (const auto& file : files_)
      hashes += hash_of(file->bytes()) + " ";
    return hashes;
  }
  [[nodiscard]] bool is_unchanged() const {
    return std::all_of(files_.begin(), files_.end(),
                       [](const auto& file) { return file->is_unchanged(); });
  }

 private:
  void add(const std::string& path) {
    if (auto file = MappedFile::open(path))
      files_.push_back(std::move(file));
  }

  std::vector<std::shared_ptr<MappedFile>> files_;
};

std::string key_of(const std::string& path, const Source& source, const BoundaryOptions& options) {
  const std::string program = this_program();
  if (program.empty() || !source.there())
    return {};
  const std::string level = options.level ? std::string(word_of(*options.level)) : "";
  std::string key = fmt::format("{}{}\n{}\n{}\n", kMagic, program, path, source.hash());
  for (const std::string& part :
       {level, options.pcode_column, options.name_column, options.parent_column, options.layer})
    key += fmt::format("{} {}\n", part.size(), part);
  return key;
}

std::string place_of(const std::string& key, const std::string& folder) {
  return folder + "/" + hash_of(key) + ".boundaries";
}

struct Prepared {
  std::string key;
  Boundaries boundaries;
  std::vector<Problem> problems;
};

template <class Packing>
void pack(Packing& to, Prepared& prepared) {
  to(prepared.key, prepared.boundaries, prepared.problems);
}

/// The values, behind their hash.
std::optional<Prepared> load(const std::string& key, const std::string& folder) {
  const auto file = MappedFile::open(place_of(key, folder));
  if (!file)
    return std::nullopt;
  const std::string_view bytes = file->bytes();
  constexpr std::size_t kHash = 32;
  if (bytes.size() < kHash || hash_of(bytes.substr(kHash)) != bytes.substr(0, kHash))
    return std::nullopt;
  Prepared prepared;
  Unpacker from(bytes.substr(kHash));
  from(prepared);
  if (!from.whole() || !file->is_unchanged() || prepared.key != key ||
      prepared.boundaries.layers.empty())
    return std::nullopt;
  return prepared;
}

/// Those that were used longest ago go.
void make_room(const std::string& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  std::error_code problem;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end;
       at.increment(problem)) {
    std::error_code gone;
    const auto used = fs::last_write_time(at->path(), gone);
    if (!gone && at->path().extension() == ".boundaries")
      files.emplace_back(used, at->path());
  }
  std::sort(files.rbegin(), files.rend());
  for (std::size_t i = kKept; i < files.size(); ++i)
    fs::remove(files[i].second, problem);
}

void keep(const std::string& key, const std::string& folder, const Boundaries& boundaries,
          const Problems& problems) {
  if (problems.size() > kMostProblems)
    return;
  Prepared prepared{key, boundaries, problems.all()};
  Packer to;
  to(prepared);
  const std::string values = to.take();
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (values.size() > kMostKept || problem)
    return;
  // Who cannot keep it reads it again.
  if (save_file(place_of(key, folder), hash_of(values) + values, Safety::Renewable))
    make_room(folder);
}

}  // namespace

std::string prepared_folder() {
  return cache_folder("prepared");
}

Result<Boundaries> read_prepared(const std::string& path, const BoundaryOptions& options,
                                 Problems& problems, Progress* progress,
                                 const std::string& folder) {
  if (folder.empty() || is_database(path))
    return read_boundaries(path, options, problems, progress);
  const Source source(path);
  const std::string key = key_of(path, source, options);
  if (key.empty())
    return read_boundaries(path, options, problems, progress);
  if (auto prepared = load(key, folder)) {
    std::error_code ignored;
    fs::last_write_time(place_of(key, folder), fs::file_time_type::clock::now(), ignored);
    Problems found;
    for (const Problem& problem : prepared->problems)
      found.report(problem);
    problems.append(found);
    if (progress)
      progress->set(1);
    return std::move(prepared->boundaries);
  }
  Problems found;
  auto read = read_boundaries(path, options, found, progress);
  problems.append(found);
  if (read && source.is_unchanged())
    keep(key, folder, *read, found);
  return read;
}

bool is_prepared(const std::string& path, const BoundaryOptions& options,
                 const std::string& folder) {
  if (folder.empty() || is_database(path))
    return false;
  const Source source(path);
  const std::string key = key_of(path, source, options);
  std::error_code problem;
  return !key.empty() && fs::exists(place_of(key, folder), problem);
}

}  // namespace malimap
