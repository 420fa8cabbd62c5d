#include "geo/projects/workspace.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/catch.h"

using namespace malimap;
namespace fs = std::filesystem;

namespace {

/// A folder of its own, gone afterwards; the memory lies in it.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "malimap-workspace-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
    ::setenv("XDG_DATA_HOME", path.c_str(), 1);
  }
  ~Folder() {
    ::unsetenv("XDG_DATA_HOME");
    fs::remove_all(path);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name) << text;
    return file(name);
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(path / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

}  // namespace

TEST_CASE("a workspace is read as it was saved") {
  const Folder folder;
  Workspace workspace;
  workspace.sources.push_back(
      {folder.file("lists/a.xlsx"), "3W", {{Role::Budget, {"Coût total"}}}, {}});
  workspace.mappings["x-2-00"] = {{Role::Sector, {"S1", "S2"}}, {Role::Donor, {}}};
  workspace.aliases.add({"Timbouctou", "ML06", "ML0605"});
  workspace.rates.push_back({"GBP", 1.25, parse_iso_date("2024-01-01")});
  workspace.gazetteer = folder.file("towns.txt");
  workspace.default_currency = "XOF";
  REQUIRE(save_workspace(workspace, folder.file("w.malimap")));
  CHECK(folder.read("w.malimap").find("\"lists/a.xlsx\"") != std::string::npos);

  Problems problems;
  const auto read = read_workspace(folder.file("w.malimap"), problems);
  REQUIRE(read);
  CHECK(problems.empty());
  REQUIRE(read->sources.size() == 1);
  CHECK(read->sources[0].path == folder.file("lists/a.xlsx"));
  CHECK(read->sources[0].sheet == "3W");
  CHECK(read->sources[0].mapping == workspace.sources[0].mapping);
  CHECK(read->mappings == workspace.mappings);
  CHECK(read->aliases == workspace.aliases);
  CHECK(read->rates == workspace.rates);
  CHECK(read->gazetteer == folder.file("towns.txt"));
  CHECK(read->default_currency == "XOF");
}

TEST_CASE("what a later version wrote is kept, with a note") {
  const Folder folder;
  const auto path = folder.write(
      "w",
      R"({"malimap": 2, "views": [{"title": "Nord"}], "sources": [{"path": "a.csv", "colour": 3}],
              "mappings": {"s": {"budget": ["B"], "weather": ["W"]}}})");
  Problems problems;
  const auto read = read_workspace(path, problems);
  REQUIRE(read);
  REQUIRE(problems.size() == 2);
  CHECK(problems.all()[0].reason == "workspace-newer");
  CHECK(problems.all()[1].reason == "workspace-unknown-role");
  CHECK(read->mappings.at("s").size() == 1);
  REQUIRE(save_workspace(*read, path));
  const auto text = folder.read("w");
  CHECK(text.find("\"Nord\"") != std::string::npos);
  CHECK(text.find("\"colour\": 3") != std::string::npos);
  CHECK(text.find("\"malimap\": 2") != std::string::npos);
}

TEST_CASE("no password is ever written") {
  const Folder folder;
  Workspace workspace;
  workspace.sources.push_back({"PG:host=db password='se cr\\'et' dbname=x", {}, {}, {}});
  workspace.sources.push_back({"PG:postgresql://me:secret@db/x?password=secret", {}, {}, {}});
  REQUIRE(save_workspace(workspace, folder.file("w")));
  const auto text = folder.read("w");
  CHECK(text.find("cr") == std::string::npos);
  CHECK(text.find("PG:host=db dbname=x") != std::string::npos);
  CHECK(text.find("PG:postgresql://me@db/x") != std::string::npos);
  CHECK(without_password("PG:dbname=x PASSWORD = y") == "PG:dbname=x");
  CHECK(without_password("/lists/password=1.csv") == "/lists/password=1.csv");
}

TEST_CASE("a broken workspace is an error with its position") {
  const Folder folder;
  Problems problems;
  const auto broken =
      read_workspace(folder.write("w", "{\n  \"malimap\": 1,\n  oops\n}"), problems);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().where.file == folder.file("w"));
  CHECK(broken.error().what.args == std::vector<std::string>{"3", "3"});
  for (const char* text : {"[]", "{}", "{\"malimap\": \"yes\"}", "{\"malimap\": 1, \"sources\": 4}",
                           "{\"malimap\": 1, \"sources\": [{\"sheet\": \"x\"}]}",
                           "{\"malimap\": 1, \"mappings\": {\"s\": {\"budget\": \"B\"}}}",
                           "{\"malimap\": 1, \"rates\": [{\"currency\": \"EUR\", \"usd\": -1}]}"})
    CHECK_FALSE(read_workspace(folder.write("w", text), problems));
  CHECK_FALSE(read_workspace(folder.file("none"), problems));
  CHECK_FALSE(read_workspace(folder.path.string(), problems));
  CHECK(problems.empty());
}

TEST_CASE("a workspace is known by its content") {
  const Folder folder;
  CHECK(is_workspace(folder.write("a.txt", " {\"malimap\": 1}")));
  CHECK(is_workspace(folder.write("b", "{\"aliases\": [{\"malimap\": 2}], \"malimap\": 1}")));
  CHECK_FALSE(is_workspace(folder.write("c", "{\"x\": {\"malimap\": 1}}")));
  CHECK_FALSE(is_workspace(folder.write("d", R"({"type": "FeatureCollection", "malimap": 1})")));
  CHECK_FALSE(is_workspace(folder.write("e", "malimap;1")));
  CHECK_FALSE(is_workspace(folder.path.string()));
  CHECK_FALSE(is_workspace(folder.file("none")));
}

TEST_CASE("mappings and answers are remembered between runs") {
  const Folder folder;
  Problems problems;
  CHECK(load_memory(problems).mappings.empty());
  REQUIRE(remember_mapping("", "s", {{Role::Budget, {"Prix"}}}));
  REQUIRE(remember_mapping("", "s", {{Role::Title, {"Nom"}}}));
  const Alias alias{"Gaw", "", "ML07"};
  REQUIRE(remember_aliases("", std::span(&alias, 1)));
  const auto memory = load_memory(problems);
  CHECK(memory.mappings.at("s") == Mapping{{Role::Title, {"Nom"}}});
  REQUIRE(memory.aliases.find("gaw", "") != nullptr);
  CHECK(memory.aliases.find("gaw", "")->code == "ML07");
  CHECK(problems.empty());
}

TEST_CASE("a broken memory is set aside and reported") {
  const Folder folder;
  fs::create_directories(folder.path / "malimap");
  (void)folder.write("malimap/memory.json", "{\"malimap\": ");
  Problems problems;
  CHECK(load_memory(problems).mappings.empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems.all()[0].reason == "memory-broken");
  CHECK(fs::exists(folder.path / "malimap/memory.json.broken"));
  REQUIRE(remember_mapping("", "s", {{Role::Budget, {"Prix"}}}));
}

TEST_CASE("what the user says now is over what the workspace knows") {
  Workspace workspace;
  workspace.mappings["s"] = {{Role::Budget, {"Prix"}}, {Role::Title, {"Nom"}}};
  workspace.aliases.add({"Gaw", "", "ML07"});
  workspace.rates.push_back({"GBP", 1.25, {}});
  workspace.default_currency = "XOF";
  ReadOptions options;
  options.mapping[Role::Budget] = {"Coût"};
  options.aliases.add({"Gaw", "", "ML05"});
  apply(workspace, options, "s");
  CHECK(options.mapping == Mapping{{Role::Budget, {"Coût"}}, {Role::Title, {"Nom"}}});
  CHECK(options.aliases.find("Gaw", "")->code == "ML05");
  CHECK(options.rates.to_usd({1000}, "GBP", {}) == Cents{1250});
  CHECK(options.default_currency == "XOF");
  ReadOptions others;
  apply(workspace, others, "another");
  CHECK(others.mapping.empty());
}

TEST_CASE("boundaries, scenes, view, language and how rows count are kept") {
  const Folder folder;
  Workspace workspace;
  workspace.boundaries = {folder.file("b/cercles.geojson"), "https://example.org/b.geojson"};
  workspace.scenes = {R"({"name":"A","later":[1]})", R"({"name":"B"})"};
  workspace.view = R"({"name":"V"})";
  workspace.language = "en";
  workspace.rows_are_projects = true;
  REQUIRE(save_workspace(workspace, folder.file("w")));
  CHECK(folder.read("w").find("\"b/cercles.geojson\"") != std::string::npos);
  // What is remembered later leaves all of it as it is.
  REQUIRE(remember_mapping(folder.file("w"), "s", {{Role::Title, {"Nom"}}}));
  Problems problems;
  const auto read = read_workspace(folder.file("w"), problems);
  REQUIRE(read);
  CHECK(read->boundaries == workspace.boundaries);
  CHECK(read->scenes == workspace.scenes);
  CHECK(read->view == workspace.view);
  CHECK(read->language == "en");
  CHECK(read->rows_are_projects);
  CHECK(read->mappings.size() == 1);
  CHECK(problems.empty());
  Problems ignored;
  CHECK_FALSE(parse_workspace(R"({"malimap": 1, "scenes": [3]})", "w", ignored));
  CHECK_FALSE(parse_workspace(R"({"malimap": 1, "view": "V"})", "w", ignored));
}

TEST_CASE("what a workspace says of one list holds for that list alone") {
  Workspace workspace;
  workspace.sources = {{"/a.xlsx", "3W", {{Role::Budget, {"Prix"}}, {Role::Title, {"Nom"}}}, {}},
                       {"/b.csv", {}, {}, {}}};
  ReadOptions options;
  options.mapping[Role::Budget] = {"Coût"};
  apply(workspace, options, "");
  const ReadOptions a = for_list(options, "/a.xlsx");
  CHECK(a.sheet == "3W");
  CHECK(a.mapping == Mapping{{Role::Budget, {"Coût"}}, {Role::Title, {"Nom"}}});
  CHECK(for_list(options, "/b.csv").sheet.empty());
  CHECK(for_list(options, "/b.csv").mapping == options.mapping);
}

TEST_CASE("a kill while saving leaves the old file or the new one") {
  const Folder folder;
  const std::string path = folder.file("w.json");
  Workspace workspace;
  for (int i = 0; i < 2000; ++i)
    workspace.scenes.push_back(R"({"name":"a scene whose text takes some time to be written"})");
  REQUIRE(save_workspace(workspace, path));
  for (int round = 0; round < 30; ++round) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      for (;;) {  // more and fewer scenes in turn, until killed
        if (workspace.scenes.size() == 2000)
          workspace.scenes.resize(1000);
        else
          workspace.scenes.resize(2000, workspace.scenes.front());
        if (!save_workspace(workspace, path))
          ::_exit(1);
      }
    }
    // Spread over the steps of a save; the time of the kill need not be exact.
    ::usleep(static_cast<useconds_t>(3000 + round * 700));
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));  // it was still saving
    Problems problems;
    const auto read = read_workspace(path, problems);
    REQUIRE(read);
    const std::size_t scenes = read->scenes.size();
    CHECK((scenes == 1000 || scenes == 2000));
  }
}
