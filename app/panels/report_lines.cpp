#include "app/panels/report_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "geo/output/check_groups.h"

namespace malimap {
namespace {

// Names that stand in many rows are asked about once.
void find_answers(const Problems& problems, ReportGroup& line) {
  if (line.group->severity == Severity::Note)
    return;  // what was taken as certain waits for nobody
  std::set<TextId> seen;
  for (const Occurrence& one : line.group->occurrences) {
    if (problems.text(one.proposal_code).empty())
      continue;
    if (score_of(one) >= kNearlySure && seen.insert(one.value).second)
      line.sure.push_back({std::string(problems.text(one.value)),
                           {},
                           std::string(problems.text(one.proposal_code))});
  }
}

// Messages stand behind a place elsewhere; here they are lines of their own.
std::string with_capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::size_t rows_to_review(const Problems& problems) {
  std::map<std::string_view, std::vector<std::uint32_t>> rows;  // by file
  std::size_t elsewhere = 0;
  for (const ProblemGroup& group : problems.groups()) {
    if (group.severity == Severity::Note)
      continue;
    auto& of_file = rows[group.file];
    for (const Occurrence& one : group.occurrences) {
      if (one.row == 0)
        ++elsewhere;
      else
        of_file.push_back(one.row);
    }
  }
  std::size_t count = elsewhere;
  for (auto& [file, of_file] : rows) {
    std::sort(of_file.begin(), of_file.end());
    count +=
        static_cast<std::size_t>(std::unique(of_file.begin(), of_file.end()) - of_file.begin());
  }
  return count;
}

bool same(const ProblemGroup& a, const ProblemGroup& b) {
  return a.reason == b.reason && a.msgid == b.msgid && a.column == b.column && a.file == b.file;
}

}  // namespace

void ReportLines::follow(const Snapshot<Problems>& problems, const Translator& tr) {
  if (problems == problems_ && tr.language() == language_)
    return;
  std::vector<ReportGroup> groups;
  for (const ProblemGroup* group : in_order(*problems)) {
    ReportGroup line;
    line.group = group;
    line.text = with_capital(common_message(*problems, *group, tr));
    find_answers(*problems, line);
    line.open = std::any_of(groups_.begin(), groups_.end(), [&](const ReportGroup& before) {
      return before.open && same(*before.group, *group);
    });
    groups.push_back(std::move(line));
  }
  groups_ = std::move(groups);
  to_review_ = rows_to_review(*problems);
  notes_ = problems->count(Severity::Note);
  problems_ = problems;
  language_ = tr.language();
}

}  // namespace malimap
