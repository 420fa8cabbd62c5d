#include "geo/coverage/list_changes.h"

#include "geo/coverage/list_fields.h"
#include "geo/coverage/list_pairs.h"

namespace malimap {
namespace {

/// The day that a list speaks of; without one today, for both lists alike.
Date day_of(const Projects& list) {
  return parse_iso_date(list.as_of).value_or(today());
}

/// All of it completed, or its end behind that day.
bool has_ended(const ListedProjects& projects, std::size_t project, Date day) {
  const Projects& list = projects.list();
  const auto rows = projects.rows(project);
  bool completed = true;
  for (const ProjectIndex row : rows)
    completed = completed && list.status.at(static_cast<std::size_t>(row)) == "completed";
  if (completed)
    return true;
  const auto end = last_end(list, rows);
  return end && *end < day;
}

std::vector<ProjectIndex> copied(std::span<const ProjectIndex> rows) {
  return {rows.begin(), rows.end()};
}

void add_notes(ListChanges& changes, const ProjectPairs& pairs, const FieldComparison& fields,
               const Translator& tr) {
  if (pairs.without_ids)
    changes.notes.push_back(
        {N_("One of the lists has no ids: projects are paired by title and place."), {}});
  std::int64_t by_title = 0;
  for (const ProjectPair& pair : pairs.pairs)
    by_title += pair.by_title ? 1 : 0;
  if (!pairs.without_ids && by_title > 0)
    changes.notes.push_back({N_("Paired by title and place, since their ids do not match: {0}."),
                             {std::to_string(by_title)}});
  if (pairs.doubles_before + pairs.doubles_after > 0)
    changes.notes.push_back(
        {N_("Several projects have the same id or title, so that it cannot be known which is "
            "which; they count as gone ({0}) and new ({1})."),
         {std::to_string(pairs.doubles_before), std::to_string(pairs.doubles_after)}});
  std::string names;
  for (const char* name : fields.left_out())
    names += (names.empty() ? "" : ", ") + std::string(tr(name));
  if (!names.empty())
    changes.notes.push_back(
        {N_("Not compared, since only one of the lists gives it: {0}."), {names}});
}

}  // namespace

ListChanges compare_lists(const Dataset& before, const Dataset& after, const Translator& tr) {
  const ListedProjects old_list(before), new_list(after);
  const ProjectPairs pairs = pair_projects(old_list, new_list);
  FieldComparison fields(old_list, new_list, tr);
  const Date old_day = day_of(old_list.list()), new_day = day_of(new_list.list());

  ListChanges result;
  std::vector<bool> old_paired(old_list.size()), new_paired(new_list.size());
  std::vector<ProjectChange> ended, changed;
  for (const ProjectPair& pair : pairs.pairs) {
    old_paired[pair.before] = new_paired[pair.after] = true;
    ProjectChange change;
    change.fields = fields.changes(pair.before, pair.after);
    const bool over =
        has_ended(new_list, pair.after, new_day) && !has_ended(old_list, pair.before, old_day);
    const std::int64_t count = new_list.count(pair.after);
    if (!over && change.fields.empty()) {
      result.unchanged += count;
      continue;
    }
    change.kind = over ? ChangeKind::Ended : ChangeKind::Changed;
    change.by_title = pair.by_title;
    change.before = copied(old_list.rows(pair.before));
    change.after = copied(new_list.rows(pair.after));
    (over ? result.ended : result.changed) += count;
    (over ? ended : changed).push_back(std::move(change));
  }
  for (std::size_t i = 0; i < new_list.size(); ++i)
    if (!new_paired[i]) {
      result.changes.push_back({ChangeKind::New, {}, copied(new_list.rows(i)), false, {}});
      result.added += new_list.count(i);
    }
  for (auto& change : ended)
    result.changes.push_back(std::move(change));
  for (std::size_t i = 0; i < old_list.size(); ++i)
    if (!old_paired[i]) {
      result.changes.push_back({ChangeKind::Gone, copied(old_list.rows(i)), {}, false, {}});
      result.gone += old_list.count(i);
    }
  for (auto& change : changed)
    result.changes.push_back(std::move(change));
  add_notes(result, pairs, fields, tr);
  return result;
}

}  // namespace malimap
