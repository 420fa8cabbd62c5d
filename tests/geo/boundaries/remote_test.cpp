// Boundaries by address: kept for work without a network; whatever a server does, a clear error in
// bounded time, and never a word of the password.

#include "geo/boundaries/remote.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/geo/boundaries/fixtures.h"
#include "tests/geo/boundaries/tiny_server.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

namespace fs = std::filesystem;

std::string a_map() {
  return squares({R"("name":"Mopti","pcode":"ML05")", R"("name":"Gao","pcode":"ML07")"});
}

FetchOptions into(const TempDir& folder) {
  FetchOptions options;
  options.cache = folder.path("cache");
  options.limits.connect_s = 2;
  options.limits.stall_s = 2;
  return options;
}

std::string error_of(const Result<std::string>& result) {
  return result ? "" : sentence(result.error(), Translator(Language::English));
}

std::string fetch_error(const std::string& url, const FetchOptions& options) {
  return error_of(fetch_boundaries(url, nullptr, options));
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("An address is fetched once, checked, and kept for work without the server") {
  const TempDir folder;
  const FetchOptions options = into(folder);
  auto server =
      std::make_unique<TinyServer>([](const std::string&) { return response("200 OK", a_map()); });
  const std::string url = server->url("/data/mali%20adm1.geojson?token=geheim");
  Progress progress;
  const auto first = fetch_boundaries(url, &progress, options);
  REQUIRE(error_of(first) == "");
  CHECK(progress.value() == 1);
  CHECK(fs::path(*first).filename().string().ends_with("-mali_adm1.geojson"));
  Problems problems;
  const auto read = read_boundaries(*first, {}, problems);
  REQUIRE(read);
  CHECK(read->finest().units.size() == 2);

  std::ifstream note_file(*first + ".json");
  const auto note = nlohmann::json::parse(note_file);
  CHECK(note["size"] == a_map().size());
  CHECK(note["date"].get<std::string>().size() == 10);
  CHECK(note["url"] == server->url("/data/mali%20adm1.geojson"));  // the token is not kept
  CHECK(files_in(options.cache) == 2);                             // nothing is left aside

  CHECK(fetch_boundaries(url, nullptr, options).value() == *first);
  CHECK(server->requests() == 1);
  server.reset();
  CHECK(fetch_boundaries(url, nullptr, options).value() == *first);
}

TEST_CASE("A copy that lost bytes is fetched again") {
  const TempDir folder;
  const FetchOptions options = into(folder);
  const TinyServer server([](const std::string&) { return response("200 OK", a_map()); });
  const auto first = fetch_boundaries(server.url("/a.geojson"), nullptr, options);
  REQUIRE(first);
  fs::resize_file(*first, 10);
  REQUIRE(fetch_boundaries(server.url("/a.geojson"), nullptr, options));
  CHECK(server.requests() == 2);
  CHECK(fs::file_size(*first) == a_map().size());
}

TEST_CASE("What is no whole map is an error and leaves nothing in the cache") {
  const TempDir folder;
  const FetchOptions options = into(folder);
  const TinyServer server([](const std::string& path) -> std::string {
    const std::string map = a_map();
    if (path == "/cut")  // the header promises more
      return "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nConnection: close\r\n\r\n" + map;
    if (path == "/half")  // an old server, which promises nothing
      return "HTTP/1.0 200 OK\r\n\r\n" + map.substr(0, map.size() / 2);
    if (path == "/page")
      return response("200 OK", "<!DOCTYPE html>\n<html><body>Sign in</body></html>");
    if (path == "/points")
      return response(
          "200 OK",
          collection({feature(R"("name":"x")", R"({"type":"Point","coordinates":[1,2]})")}));
    if (path == "/secret")
      return response("401 Unauthorized", "no");
    return response(path == "/empty" ? "200 OK" : "404 Not Found", "");
  });
  CHECK(says(fetch_error(server.url("/cut"), options), "cut off"));
  CHECK(says(fetch_error(server.url("/half"), options), "cannot be read"));
  CHECK(says(fetch_error(server.url("/page"), options), "web page"));
  CHECK(says(fetch_error(server.url("/points"), options), "no areas"));
  CHECK(says(fetch_error(server.url("/secret"), options), "HTTP 401"));
  CHECK(says(fetch_error(server.url("/empty"), options), "empty"));
  CHECK(says(fetch_error(server.url("/none"), options), "HTTP 404"));
  CHECK(files_in(options.cache) == 0);
}

TEST_CASE("Too large is refused, promised or not") {
  const TempDir folder;
  FetchOptions options = into(folder);
  options.limits.bytes = 1'000'000;
  const TinyServer server([](const std::string& path) {
    const std::string body(2'000'000, ' ');
    return path == "/told" ? response("200 OK", body) : "HTTP/1.0 200 OK\r\n\r\n" + body;
  });
  CHECK(says(fetch_error(server.url("/told"), options), "larger than 1 MB"));
  CHECK(says(fetch_error(server.url("/untold"), options), "larger than 1 MB"));
  CHECK(files_in(options.cache) == 0);
}

TEST_CASE("Redirects are followed where we go, and nowhere else") {
  const TempDir folder;
  const FetchOptions options = into(folder);
  int port = 0;
  const TinyServer server([&](const std::string& path) {
    const auto to = [](const std::string& where) {
      return response("302 Found", "", "Location: " + where + "\r\n");
    };
    if (path == "/near")
      return to("/map.geojson");
    if (path == "/localhost")
      return to("http://localhost:" + std::to_string(port) + "/map.geojson");
    if (path == "/away")
      return to("http://192.0.2.1/map.geojson");
    if (path == "/file")
      return to("file:///etc/passwd");
    if (path == "/lookalike")
      return to("http://127.0.0.1.example.org/map.geojson");
    if (path == "/circle")
      return to("/circle");
    return response("200 OK", a_map());
  });
  port = server.port();
  CHECK(fetch_error(server.url("/near"), options) == "");
  CHECK(fetch_error(server.url("/localhost"), options) == "");
  CHECK(says(fetch_error(server.url("/away"), options), "not opened"));
  CHECK(says(fetch_error(server.url("/file"), options), "not opened"));
  CHECK(says(fetch_error(server.url("/lookalike"), options), "not opened"));
  const int before = server.requests();
  CHECK(says(fetch_error(server.url("/circle"), options), "from address to address"));
  CHECK(server.requests() - before <= 6);
}

TEST_CASE("Only https, and http on this machine") {
  for (const char* url : {"http://example.org/a.geojson", "http://127.0.0.1.example.org/a",
                          "http://user:geheim@192.0.2.1/a", "ftp://127.0.0.1/a", "https://",
                          "file:///etc/passwd", "http://[2001:db8::1]/a"}) {
    const auto address = read_address(url);
    CAPTURE(url);
    REQUIRE_FALSE(address);
    const std::string text = sentence(address.error(), Translator(Language::English));
    CHECK(says(text, "https://"));
    CHECK_FALSE(says(text, "geheim"));
  }
  for (const char* url :
       {"https://example.org/a", "http://127.9.9.9/a", "http://[::1]:8000/a", "HTTP://LOCALHOST/a"})
    CHECK(read_address(url).has_value());
  CHECK(is_remote("HTTPS://example.org/a"));
  CHECK_FALSE(is_remote("/home/a.geojson"));
  CHECK_FALSE(is_remote("PG:host=localhost"));
}

TEST_CASE("User and password reach no message and no file name") {
  const TempDir folder;
  const FetchOptions options = into(folder);
  const TinyServer server([](const std::string& path) {
    return path == "/page" ? response("200 OK", "<html>") : response("404 Not Found", "");
  });
  const auto with_password = [&](const std::string& path) {
    std::string url = server.url(path);
    return url.insert(7, "planner:geheim@") + "?key=geheim";
  };
  for (const char* path : {"/none", "/page"}) {
    const std::string error = fetch_error(with_password(path), options);
    CHECK(says(error, path));
    CHECK_FALSE(says(error, "geheim"));
    CHECK_FALSE(says(error, "planner"));
  }
}

TEST_CASE("Silence ends after the stall timeout, refusal at once") {
  const TempDir folder;
  const FetchOptions options = into(folder);
  int closed_port = 0;
  {
    const TinyServer server([](const std::string&) { return std::string{}; });
    closed_port = server.port();
    const auto start = std::chrono::steady_clock::now();
    CHECK(says(fetch_error(server.url("/a.geojson"), options), "does not answer"));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  }
  CHECK(says(fetch_error("http://127.0.0.1:" + std::to_string(closed_port) + "/a", options),
             "cannot be reached"));
}

TEST_CASE("A download can be cancelled while the server is silent") {
  const TempDir folder;
  FetchOptions options = into(folder);
  options.limits.stall_s = 60;
  const TinyServer server([](const std::string&) { return std::string{}; });
  Progress progress;
  std::thread user([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    progress.cancel();
  });
  const auto start = std::chrono::steady_clock::now();
  const auto result = fetch_boundaries(server.url("/a.geojson"), &progress, options);
  user.join();
  CHECK(says(error_of(result), "cancelled"));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  CHECK(files_in(options.cache) == 0);
}
