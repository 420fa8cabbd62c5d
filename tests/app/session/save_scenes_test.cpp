// Save, close, open: the same.

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/session/action.h"
#include "app/session/open.h"
#include "app/session/save.h"
#include "geo/boundaries/read.h"
#include "tests/support/catch.h"

using namespace malimap;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "malimap-scenes-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << text;
    return (path / name).string();
  }
};

Opened opened(const std::vector<std::string>& paths) {
  Progress progress;
  Sources none;
  none.boundaries = snapshot(embedded_boundaries());
  none.problems = snapshot(Problems{});
  auto result = open_files(paths, none, progress);
  if (!result)
    FAIL(sentence(result.error(), Translator(Language::English)));
  return std::move(*result);
}

State state_with_list(const Folder& folder) {
  State state;
  state.sources =
      opened({folder.write("lists/l.csv",
                           "Fonds;Région;Prix;Budget\nQIP;Mopti;10;77\nTF;Gao;20;77\n")})
          .sources;
  ReadOptions reading;
  reading.lists[state.sources.project_paths[0]] = {{}, {{Role::Budget, {"Prix"}}}};
  reading.aliases.add({"Gaw", "", "ML07"});
  reading.rows_are_projects = true;
  state.sources.reading = snapshot(std::move(reading));
  Progress progress;
  auto again = open_files({}, state.sources, progress);
  REQUIRE(again);
  state.sources = again->sources;
  state = reduce(std::move(state), action::AddScene{"A"});
  state.scene.filter.fund = {"QIP"};
  state.scene.camera = Camera{{1.0 / 3, -2e5}, 987.654321};
  state.scene.context = {{(folder.path / "lists/roads.geojson").string(), "", "#123456", 2}};
  state.scene.classing = {ClassMethod::Manual, 3, {1, 2.5}, true};
  return reduce(std::move(state), action::AddScene{"B"});
}

}  // namespace

TEST_CASE("a saved workspace opens as it was, also in another folder") {
  const Folder folder;
  State state = state_with_list(folder);
  state = reduce(std::move(state), action::SetMeasure{Measure::BudgetPerHead});
  state.language = Language::English;
  const std::string path = (folder.path / "w.json").string();
  REQUIRE(save_state(state, path));

  const Opened read = opened({path});
  REQUIRE(read.workspace);
  CHECK(read.workspace->scenes == state.workspace.scenes);
  CHECK(read.view == state.scene);
  CHECK(read.language == Language::English);
  CHECK(read.sources.project_paths == state.sources.project_paths);
  CHECK(read.sources.reading->aliases == state.sources.reading->aliases);
  CHECK(read.sources.dataset->rows_are_projects);
  CHECK(read.sources.dataset->projects->budget.values ==
        state.sources.dataset->projects->budget.values);

  const fs::path moved = folder.path.string() + "-moved";
  fs::rename(folder.path, moved);
  const Opened there = opened({(moved / "w.json").string()});
  CHECK(there.sources.project_paths[0] == (moved / "lists/l.csv").string());
  CHECK(there.view->context[0].path == (moved / "lists/roads.geojson").string());
  fs::rename(moved, folder.path);
}

TEST_CASE("saving keeps what the file holds and the state does not know") {
  const Folder folder;
  State state = state_with_list(folder);
  const std::string path = folder.write("w.json",
                                        R"({"malimap": 1, "later": {"x": 1}, "mappings":
      {"s": {"title": ["Nom"]}}, "rates": [{"currency": "GBP", "usd": 1.25}],
      "sources": [{"path": "lists/l.csv", "colour": 3}], "view": {"tilt": 30}})");
  REQUIRE(save_state(state, path));
  Problems problems;
  const auto read = read_workspace(path, problems);
  REQUIRE(read);
  CHECK(read->other == R"({"later":{"x":1}})");
  CHECK(read->mappings.contains("s"));
  CHECK(read->rates.size() == 1);
  REQUIRE(read->sources.size() == 1);
  CHECK(read->sources[0].other == R"({"colour":3})");
  CHECK(read->sources[0].mapping == Mapping{{Role::Budget, {"Prix"}}});
  CHECK(read->view.find("\"tilt\":30") != std::string::npos);
  // Saved as another file, all of it goes along.
  state.workspace.path = path;
  REQUIRE(save_state(state, (folder.path / "copy.json").string()));
  const auto copy = read_workspace((folder.path / "copy.json").string(), problems);
  REQUIRE(copy);
  CHECK(copy->other == read->other);
  CHECK(copy->rates == read->rates);
}

TEST_CASE("a list that is gone, and two workspaces, are one sentence") {
  const Folder folder;
  const auto a = folder.write("a.json", R"({"malimap": 1, "sources": [{"path": "gone.csv"}]})");
  const auto b = folder.write("b.json", R"({"malimap": 1})");
  Progress progress;
  Sources none;
  none.boundaries = snapshot(embedded_boundaries());
  const Translator tr(Language::English);
  const auto gone = open_files({a}, none, progress);
  REQUIRE_FALSE(gone);
  CHECK(sentence(gone.error(), tr).find("gone.csv: there is no such file") != std::string::npos);
  const auto two = open_files({a, b}, none, progress);
  REQUIRE_FALSE(two);
  CHECK(sentence(two.error(), tr).find("only one workspace") != std::string::npos);
}
