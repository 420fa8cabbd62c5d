#include "app/session/reduce_import.h"

#include <algorithm>

namespace malimap {
namespace {

ReadOptions reading_of(const State& state) {
  return state.sources.reading ? *state.sources.reading : ReadOptions{};
}

void wish(State& state, std::vector<std::string> paths) {
  state.wish = {state.wish.number + 1, std::move(paths)};
}

// The columns that have the role now, without one of them.
std::vector<std::string> columns_of(const ListPreview& preview, Role role, std::size_t without) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < preview.columns.size(); ++i)
    if (i != without && preview.columns[i].chosen == role)
      names.push_back(name_in_mapping(preview, i));
  return names;
}

// The mapping says of a role all its columns: one that leaves is named by those that stay.
void set_role(ColumnsDialog& dialog, const action::SetColumnRole& change) {
  if (!dialog.preview || change.column >= dialog.preview->columns.size())
    return;
  const ListPreview& preview = *dialog.preview;
  const auto before = preview.columns[change.column].chosen;
  if (before == change.role)
    return;
  if (before)
    dialog.mapping[*before] = columns_of(preview, *before, change.column);
  if (!change.role)
    return;
  auto& names = dialog.mapping[*change.role];
  names = may_stand_in_several_columns(*change.role)
              ? columns_of(preview, *change.role, change.column)
              : std::vector<std::string>{};
  names.push_back(name_in_mapping(preview, change.column));
}

// Other sheets have other columns.
void set_sheet(ColumnsDialog& dialog, const std::string& sheet) {
  if (sheet == dialog.sheet)
    return;
  dialog.sheet = sheet;
  dialog.mapping.clear();
}

void accept_columns(State& state) {
  const ColumnsDialog& dialog = *state.columns;
  if (!dialog.preview)
    return;
  ReadOptions reading = reading_of(state);
  for (const auto& [role, headers] : dialog.mapping)
    reading.mapping.erase(role);  // of the command line, for all lists
  if (const auto own = reading.lists.find(dialog.path); own != reading.lists.end()) {
    for (const auto& [role, headers] : dialog.mapping)
      own->second.mapping.erase(role);
    if (!dialog.sheet.empty())
      own->second.sheet = dialog.sheet;
  }
  if (!dialog.mapping.empty())
    reading.remembered[dialog.preview->signature] = mapping_to_keep(state);
  if (!dialog.sheet.empty())
    reading.sheet = dialog.sheet;
  state.sources.reading = snapshot(std::move(reading));
  wish(state, dialog.paths);
  state.columns.reset();
}

void answer_places(State& state, const std::vector<Alias>& answers) {
  ReadOptions reading = reading_of(state);
  for (const Alias& answer : answers)
    reading.aliases.add(answer);
  state.sources.reading = snapshot(std::move(reading));
  wish(state, {});
}

void count_rows(State& state, bool one_by_one) {
  if (state.sources.dataset->rows_are_projects == one_by_one)
    return;
  Dataset dataset = *state.sources.dataset;
  dataset.rows_are_projects = one_by_one;
  state.sources.dataset = snapshot(std::move(dataset));
  ReadOptions reading = reading_of(state);
  reading.rows_are_projects = one_by_one;
  state.sources.reading = snapshot(std::move(reading));
}

struct Import {
  State& state;

  void operator()(const action::SelectRow& a) const {
    state.selection = {a.unit, a.projects, a.row};
    state.panels.details = true;
  }
  void operator()(const action::AnswerPlaces& a) const {
    if (!a.answers.empty())
      answer_places(state, a.answers);
  }
  void operator()(const action::CountRows& a) const { count_rows(state, a.one_by_one); }
  void operator()(const action::OpenColumns& a) const {
    state.columns = ColumnsDialog{a.path, a.paths, a.why, {}, {}, true, nullptr, {}};
    if (state.sources.reading && a.paths.empty())
      state.columns->sheet = state.sources.reading->sheet;
  }
  void operator()(const action::ShowPreview& a) const {
    if (!state.columns)
      return;
    if (a.preview)
      state.columns->preview = a.preview;
    state.columns->failed = a.failed;
  }
  void operator()(const action::SetColumnRole& a) const {
    if (state.columns)
      set_role(*state.columns, a);
  }
  void operator()(const action::SetColumnsSheet& a) const {
    if (state.columns)
      set_sheet(*state.columns, a.sheet);
  }
  void operator()(const action::SetKeepColumns& a) const {
    if (state.columns)
      state.columns->keep = a.keep;
  }
  void operator()(const action::AcceptColumns&) const {
    if (state.columns)
      accept_columns(state);
  }
  void operator()(const action::CloseColumns&) const { state.columns.reset(); }
  void operator()(const action::AskAddress& a) const { state.address = a.url; }
  void operator()(const action::FetchAddress&) const {
    if (!state.address.empty())
      wish(state, {std::exchange(state.address, {})});
  }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

std::string name_in_mapping(const ListPreview& preview, std::size_t column) {
  const std::string& header = preview.columns[column].header;
  const auto same = std::count_if(preview.columns.begin(), preview.columns.end(),
                                  [&](const PreviewColumn& one) { return one.header == header; });
  return header.empty() || same > 1 ? "#" + std::to_string(column + 1) : header;
}

Mapping mapping_to_keep(const State& state) {
  if (!state.columns || !state.columns->preview)
    return {};
  Mapping mapping;
  if (state.sources.reading) {
    const auto& remembered = state.sources.reading->remembered;
    if (const auto known = remembered.find(state.columns->preview->signature);
        known != remembered.end())
      mapping = known->second;
  }
  for (const auto& [role, headers] : state.columns->mapping)
    mapping[role] = headers;
  return mapping;
}

void reduce_import(State& state, const Action& action) {
  std::visit(Import{state}, action);
}

}  // namespace malimap
