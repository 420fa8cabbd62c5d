// Boundaries as an earlier run read them.

#include "geo/boundaries/prepared.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "geo/boundaries/packed_boundaries.h"
#include "tests/geo/boundaries/fixtures.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

namespace fs = std::filesystem;

/// Everything about it and what was said, to be compared.
std::string everything(Boundaries boundaries, const Problems& problems) {
  std::vector<Problem> said = problems.all();
  Packer to;
  to(boundaries, said);
  return to.take();
}

std::string read(const std::string& path, const BoundaryOptions& options = {}) {
  Problems problems;
  auto boundaries = read_boundaries(path, options, problems);
  REQUIRE(boundaries);
  return everything(std::move(*boundaries), problems);
}

std::string prepared(const std::string& path, const std::string& folder,
                     const BoundaryOptions& options = {}) {
  Problems problems;
  auto boundaries = read_prepared(path, options, problems, nullptr, folder);
  REQUIRE(boundaries);
  return everything(std::move(*boundaries), problems);
}

std::vector<fs::path> kept_in(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Two cercles; the ring of the second crosses itself, which is mended and reported.
std::string two_cercles(const std::string& second) {
  return collection(
      {feature(
           R"("adm2_fr":"Bandiagara","adm2_pcode":"ML0501","adm1_fr":"Mopti","adm1_pcode":"ML05")",
           square(-4, 14)),
       feature(R"("adm2_fr":")" + second +
                   R"(","adm2_pcode":"ML0502","adm1_fr":"Mopti","adm1_pcode":"ML05")",
               R"({"type":"Polygon","coordinates":[[[-3,14],[-2,15],[-2,14],[-3,15],[-3,14]]]})")});
}

}  // namespace

TEST_CASE("What was read once comes from the cache, the same with what was said about it") {
  const TempDir folder;
  const std::string cache = folder.path("cache");
  const std::string path = folder.write("cercles.geojson", two_cercles("Bankass"));
  CHECK_FALSE(is_prepared(path, {}, cache));
  Problems problems;
  REQUIRE(read_prepared(path, {}, problems, nullptr, cache));
  CHECK_FALSE(problems.empty());
  CHECK(is_prepared(path, {}, cache));
  CHECK(kept_in(cache).size() == 1);
  CHECK(prepared(path, cache) == read(path));
  CHECK(kept_in(cache).size() == 1);
}

TEST_CASE("Real boundaries come from the cache as they are read") {
  for (const char* name : {"mli_adm2_ocha.geojson", "mli_adm3_geoboundaries.geojson"}) {
    const std::string path = shared_file(std::string("data/boundaries/") + name);
    if (path.empty())
      return;
    const TempDir folder;
    (void)prepared(path, folder.path("cache"));
    CHECK(prepared(path, folder.path("cache")) == read(path));
  }
}

TEST_CASE("Another content, other options and another name are read anew") {
  const TempDir folder;
  const std::string cache = folder.path("cache");
  const std::string path = folder.write("cercles.geojson", two_cercles("Bankass"));
  (void)prepared(path, cache);
  // As long as before, and as old.
  const auto written = fs::last_write_time(path);
  write(path, two_cercles("Bankasx"));
  fs::last_write_time(path, written);
  CHECK_FALSE(is_prepared(path, {}, cache));
  CHECK(prepared(path, cache) == read(path));
  CHECK(prepared(path, cache).find("Bankasx") != std::string::npos);
  BoundaryOptions options;
  options.name_column = "adm2_pcode";
  CHECK_FALSE(is_prepared(path, options, cache));
  CHECK(prepared(path, cache, options) == read(path, options));
  const std::string other = folder.write("autres.geojson", two_cercles("Bankasx"));
  CHECK(prepared(other, cache) == read(other));
}

TEST_CASE("A shapefile is the same only with all its parts") {
  const TempDir folder;
  const std::string cache = folder.path("cache");
  const std::string source = folder.write("cercles.geojson", two_cercles("Bankass"));
  const std::string path = folder.path("cercles.shp");
  if (std::system(
          ("ogr2ogr -f 'ESRI Shapefile' " + path + " " + source + " >/dev/null 2>&1").c_str()) != 0)
    FAIL("ogr2ogr (gdal-bin) could not write a shapefile");
  (void)prepared(path, cache);
  CHECK(is_prepared(path, {}, cache));
  CHECK(prepared(path, cache) == read(path));
  std::string names = bytes_of(folder.path("cercles.dbf"));
  const auto at = names.find("Bankass");
  REQUIRE(at != std::string::npos);
  names.replace(at, 7, "Bankasx");
  write(folder.path("cercles.dbf"), names);
  CHECK_FALSE(is_prepared(path, {}, cache));
  CHECK(prepared(path, cache).find("Bankasx") != std::string::npos);
}

TEST_CASE("What is damaged in the cache is read anew") {
  const TempDir folder;
  const std::string cache = folder.path("cache");
  const std::string path = folder.write("cercles.geojson", two_cercles("Bankass"));
  const std::string whole = prepared(path, cache);
  const fs::path kept = kept_in(cache).at(0);
  const std::string good = bytes_of(kept);
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string bad = good;
    const std::size_t at = random() % bad.size();
    if (round % 3 == 0)
      bad.resize(at);
    else if (round % 3 == 1)
      bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1U << random() % 8));
    else
      bad.insert(at, 1 + random() % 9, static_cast<char>(random() % 256));
    write(kept, bad);
    REQUIRE(prepared(path, cache) == whole);
    REQUIRE(bytes_of(kept) == good);
  }
}

TEST_CASE("Bytes that nobody packed are told, and take no memory for what they claim") {
  std::mt19937_64 random(11);
  Packer to;
  Problems problems;
  Boundaries boundaries = embedded_boundaries();
  to(boundaries);
  const std::string good = to.take();
  {
    Boundaries again;
    Unpacker from(good);
    from(again);
    CHECK(from.whole());
    CHECK(everything(again, problems) == everything(boundaries, problems));
  }
  for (int round = 0; round < 2000; ++round) {
    std::string bad = good.substr(0, random() % 4000);
    for (int i = 0; i < 8 && !bad.empty(); ++i)
      bad[random() % bad.size()] = static_cast<char>(random());
    Boundaries out;
    Unpacker from(bad);
    from(out);
    CHECK_FALSE(from.whole());
  }
}

TEST_CASE("The dozen that were used last are kept") {
  const TempDir folder;
  const std::string cache = folder.path("cache");
  std::vector<std::string> paths;
  for (int i = 0; i < 15; ++i) {
    paths.push_back(folder.write("c" + std::to_string(i) + ".geojson", two_cercles("Bankass")));
    (void)prepared(paths.back(), cache);
    (void)prepared(paths.front(), cache);  // used again and again
  }
  CHECK(kept_in(cache).size() == 12);
  CHECK(is_prepared(paths.front(), {}, cache));
  CHECK(is_prepared(paths.back(), {}, cache));
  CHECK_FALSE(is_prepared(paths[1], {}, cache));
}

TEST_CASE("Without a folder that can be written to, and for what is no map, it reads as ever") {
  const TempDir folder;
  const std::string path = folder.write("cercles.geojson", two_cercles("Bankass"));
  CHECK(prepared(path, "") == read(path));
  CHECK(prepared(path, "/proc/no/such/folder") == read(path));
  const std::string cache = folder.path("cache");
  Problems problems;
  const std::string broken = folder.write("broken.geojson", R"({"type":"FeatureColl)");
  const auto before = read_boundaries(broken, {}, problems);
  for (int i = 0; i < 2; ++i) {
    const auto after = read_prepared(broken, {}, problems, nullptr, cache);
    REQUIRE_FALSE(after);
    CHECK(after.error().what.msgid == before.error().what.msgid);
  }
  CHECK_FALSE(fs::exists(cache));
  CHECK_FALSE(read_prepared(folder.path("none.geojson"), {}, problems, nullptr, cache));
  CHECK_FALSE(read_prepared(folder.path(""), {}, problems, nullptr, cache));
}
