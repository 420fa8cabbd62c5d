#include "app/session/reduce_import.h"

#include "tests/support/catch.h"

namespace malimap {
namespace {

PreviewColumn column(const char* header, std::optional<Role> role) {
  PreviewColumn column;
  column.header = header;
  column.chosen = role;
  return column;
}

// A list with a title, two columns of places and an amount.
Snapshot<ListPreview> preview() {
  ListPreview preview;
  preview.signature = "headers";
  preview.columns = {column("Titre", Role::Title), column("Lieu 1", Role::Place),
                     column("Lieu 2", Role::Place), column("Coût", Role::Budget),
                     column("Dépensé", std::nullopt)};
  return snapshot(std::move(preview));
}

State start() {
  Boundaries boundaries;
  boundaries.layers.push_back({Level::Region, {}, {}});
  State state;
  state.sources.boundaries = snapshot(std::move(boundaries));
  Dataset dataset;
  dataset.projects = snapshot(Projects{});
  state.sources.dataset = snapshot(std::move(dataset));
  state.sources.problems = snapshot(Problems{});
  state.sources.project_paths = {"/lists/a.csv"};
  return state;
}

State after(State state, std::initializer_list<Action> actions) {
  for (const Action& action : actions)
    state = reduce(std::move(state), action);
  return state;
}

State in_dialog() {
  return after(start(), {action::OpenColumns{"/lists/a.csv"}, action::ShowPreview{preview()}});
}

using Headers = std::vector<std::string>;

}  // namespace

TEST_CASE("an answer is known for the next reading, which is asked for") {
  const State before = start();
  const State state = reduce(before, action::AnswerPlaces{{{"Mopty", "", "ML05"}}});
  REQUIRE(state.sources.reading);
  REQUIRE(state.sources.reading->aliases.find("Mopty", ""));
  CHECK(state.sources.reading->aliases.find("Mopty", "")->code == "ML05");
  CHECK(state.wish.number == before.wish.number + 1);
  CHECK(state.wish.paths.empty());
  CHECK_FALSE(before.sources.reading);  // snapshots are never changed

  const State no = reduce(state, action::AnswerPlaces{{{"Mopty", "", ""}}});
  CHECK(no.sources.reading->aliases.find("Mopty", "")->code.empty());
  CHECK(state.sources.reading->aliases.find("Mopty", "")->code == "ML05");
}

TEST_CASE("a role that stands in one column leaves the column where it stood") {
  const State state = reduce(in_dialog(), action::SetColumnRole{4, Role::Budget});
  const Mapping& said = state.columns->mapping;
  REQUIRE(said.size() == 1);
  CHECK(said.at(Role::Budget) == Headers{"Dépensé"});
}

TEST_CASE("roles of several columns gain and lose one of them") {
  const State more = reduce(in_dialog(), action::SetColumnRole{4, Role::Place});
  CHECK(more.columns->mapping.at(Role::Place) == Headers{"Lieu 1", "Lieu 2", "Dépensé"});
  const State fewer = reduce(in_dialog(), action::SetColumnRole{1, std::nullopt});
  CHECK(fewer.columns->mapping.at(Role::Place) == Headers{"Lieu 2"});
  const State moved = reduce(in_dialog(), action::SetColumnRole{0, Role::Id});
  CHECK(moved.columns->mapping.at(Role::Title).empty());  // no column, whatever the header says
  CHECK(moved.columns->mapping.at(Role::Id) == Headers{"Titre"});
}

TEST_CASE("columns without a header of their own are called by their number") {
  ListPreview twice;
  twice.columns = {column("Montant", Role::Budget), column("", std::nullopt),
                   column("Montant", std::nullopt)};
  CHECK(name_in_mapping(twice, 1) == "#2");
  CHECK(name_in_mapping(twice, 2) == "#3");
  CHECK(name_in_mapping(*preview(), 0) == "Titre");
}

TEST_CASE("what was accepted is read, and remembered for these headers") {
  State begin = in_dialog();
  ReadOptions reading;
  reading.mapping[Role::Budget] = {"Coût"};  // of the command line
  reading.remembered["headers"][Role::Title] = {"Titre"};
  begin.sources.reading = snapshot(std::move(reading));
  const State state =
      after(begin, {action::SetColumnRole{4, Role::Budget}, action::AcceptColumns{}});
  CHECK_FALSE(state.columns);
  CHECK(state.wish.number == begin.wish.number + 1);
  const ReadOptions& now = *state.sources.reading;
  CHECK(now.mapping.empty());
  CHECK(now.remembered.at("headers").at(Role::Budget) == Headers{"Dépensé"});
  CHECK(now.remembered.at("headers").at(Role::Title) == Headers{"Titre"});
}

TEST_CASE("a dialog that is closed has changed nothing") {
  const State begin = in_dialog();
  const State state =
      after(begin, {action::SetColumnRole{4, Role::Budget}, action::CloseColumns{}});
  CHECK_FALSE(state.columns);
  CHECK(state.wish == begin.wish);
  CHECK_FALSE(state.sources.reading);
}

TEST_CASE("without a preview nothing is accepted, and another sheet forgets what was said") {
  const State empty =
      after(start(), {action::OpenColumns{"/lists/a.csv"}, action::AcceptColumns{}});
  CHECK(empty.columns);
  CHECK(empty.wish.number == 0);
  const State sheet =
      after(in_dialog(), {action::SetColumnRole{4, Role::Budget}, action::SetColumnsSheet{"2024"}});
  CHECK(sheet.columns->mapping.empty());
  CHECK(sheet.columns->sheet == "2024");
}

TEST_CASE("counting rows makes a new snapshot of the dataset and holds for the next reading") {
  const State begin = start();
  const State rows = reduce(begin, action::CountRows{true});
  CHECK(rows.sources.dataset != begin.sources.dataset);
  CHECK(rows.sources.dataset->rows_are_projects);
  CHECK(rows.sources.dataset->projects == begin.sources.dataset->projects);  // nothing is copied
  CHECK(rows.sources.reading->rows_are_projects);
  CHECK(rows.wish == begin.wish);
  CHECK(reduce(rows, action::CountRows{true}).sources.dataset == rows.sources.dataset);
}

TEST_CASE("an address is fetched only after a yes") {
  const State asked = reduce(start(), action::AskAddress{"https://example.org/a.geojson"});
  CHECK(asked.wish.number == 0);
  const State yes = reduce(asked, action::FetchAddress{});
  CHECK(yes.address.empty());
  CHECK(yes.wish.paths == Headers{"https://example.org/a.geojson"});
  const State no = after(asked, {action::AskAddress{}, action::FetchAddress{}});
  CHECK(no.wish.number == 0);
}

TEST_CASE("a row of the report leads to its project and unfolds the panel that shows it") {
  State begin = start();
  begin.panels.details = false;
  const State state = reduce(begin, action::SelectRow{12, {3}, 1});
  CHECK(state.selection.row == 12);
  CHECK(state.selection.unit == 1);
  CHECK(state.selection.projects == std::vector<ProjectIndex>{3});
  CHECK(state.panels.details);
  CHECK(reduce(state, action::SelectUnit{0}).selection.row == 0);
}

}  // namespace malimap
