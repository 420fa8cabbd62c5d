#pragma once
// What changed between two lists: new, ended and changed projects.

#include <cstdint>
#include <string>
#include <vector>

#include "geo/base/error.h"
#include "geo/projects/dataset.h"

namespace malimap {

/// Ended: still listed, now completed or past its end. Gone: no longer listed.
enum class ChangeKind : std::uint8_t { New, Ended, Gone, Changed };
struct FieldChange {
  std::string field;          // msgid: "Budget", "Status", ...
  std::string before, after;  // as people read them
};
struct ProjectChange {
  ChangeKind kind = ChangeKind::Changed;
  std::vector<ProjectIndex> before, after;  // its rows in the old and in the new list
  bool by_title = false;                    // paired by title, since the ids do not match
  std::vector<FieldChange> fields;
};
struct ListChanges {
  std::vector<ProjectChange> changes;  // new, ended, gone, changed; each in its list's order
  std::int64_t unchanged = 0, added = 0, ended = 0, gone = 0, changed = 0;  // projects
  std::vector<Message>
      notes;  // "the lists have no ids: paired by title", doubles that could not be paired
};

/// Projects are paired by id; where an id is missing or unknown to the other list, by folded title
/// and place.
[[nodiscard]] ListChanges compare_lists(const Dataset& before, const Dataset& after,
                                        const Translator& tr);

}  // namespace malimap
