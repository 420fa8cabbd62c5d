#include "geo/output/check_report.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "geo/base/numbers.h"
#include "geo/output/json_text.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kExamples = 5;

struct Group {
  Severity severity = Severity::Note;
  std::vector<const Problem*> problems;
  [[nodiscard]] const Problem& first() const { return *problems.front(); }
};

std::vector<Group> groups_of(std::span<const Problem> problems) {
  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  std::map<Key, std::size_t> index;
  std::vector<Group> groups;
  for (const auto& problem : problems) {
    const Place& where = problem.error.where;
    const Key key{problem.reason, where.file, where.sheet, where.column};
    const auto [found, is_new] = index.emplace(key, groups.size());
    if (is_new)
      groups.emplace_back();
    Group& group = groups[found->second];
    group.problems.push_back(&problem);
    group.severity = std::max(group.severity, problem.severity);
  }
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    if (a.severity != b.severity)
      return a.severity > b.severity;
    return a.problems.size() > b.problems.size();
  });
  return groups;
}

std::size_t shown_of(const Group& group, CheckDetail detail) {
  return detail == CheckDetail::AllRows ? group.problems.size()
                                        : std::min(group.problems.size(), kExamples);
}

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Doubtful:
      return "doubtful";
    case Severity::Lost:
      break;
  }
  return "lost";
}

const char* label_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return N_("note");
    case Severity::Doubtful:
      return N_("doubtful");
    case Severity::Lost:
      break;
  }
  return N_("lost");
}

std::string row_text(const Problem& problem) {
  return problem.error.where.row ? std::to_string(*problem.error.where.row) : "";
}

/// What is wrong and what to do, without the place, which stands apart.
std::string message_of(const Problem& problem, const Translator& tr) {
  Error error = problem.error;
  error.where = {};
  return sentence(error, tr);
}

Json json_of(const Group& group, CheckDetail detail, const Translator& tr) {
  const Place& where = group.first().error.where;
  Json json = {{"reason", group.first().reason},
               {"severity", std::string(word_of(group.severity))},
               {"count", group.problems.size()},
               {"file", where.file},
               {"sheet", where.sheet},
               {"column", where.column},
               {"message", message_of(group.first(), tr)},
               {"examples", Json::array()}};
  for (std::size_t i = 0; i < shown_of(group, detail); ++i) {
    const Problem& problem = *group.problems[i];
    const auto& row = problem.error.where.row;
    json["examples"].push_back({{"row", row ? Json(*row) : Json(nullptr)},
                                {"value", problem.value},
                                {"proposal", problem.proposal}});
  }
  return json;
}

std::string report_json(const std::vector<Group>& groups, const ReadCounts& counts,
                        CheckDetail detail, const Translator& tr) {
  Json json = {{"read", counts.read},           {"used", counts.used},
               {"national", counts.national},   {"outside", counts.outside},
               {"unlocated", counts.unlocated}, {"skipped", counts.skipped},
               {"problems", Json::array()}};
  for (const auto& group : groups)
    json["problems"].push_back(json_of(group, detail, tr));
  return json_text(json);
}

/// One record a group, its first row as the example; or one record a row.
std::string report_csv(const std::vector<Group>& groups, CheckDetail detail, const Translator& tr) {
  std::string text = csv_record({"reason", "severity", "count", "file", "sheet", "column", "row",
                                 "value", "proposal", "message"});
  for (const auto& group : groups) {
    const bool all = detail == CheckDetail::AllRows;
    for (std::size_t i = 0; i < (all ? group.problems.size() : 1); ++i) {
      const Problem& problem = *group.problems[i];
      const Place& where = problem.error.where;
      text +=
          csv_record({problem.reason, std::string(word_of(all ? problem.severity : group.severity)),
                      std::to_string(all ? 1 : group.problems.size()), safe_cell(where.file),
                      safe_cell(where.sheet), safe_cell(where.column), row_text(problem),
                      safe_cell(problem.value), safe_cell(problem.proposal),
                      safe_cell(message_of(problem, tr))});
    }
  }
  return text;
}

std::string counts_text(const ReadCounts& counts, const Translator& tr) {
  const auto number = [&](std::int64_t n) { return format_integer(n, tr.language()); };
  return trf(tr,
             N_("Rows read: {0} (located {1}, whole country {2}, outside {3}, not located {4}, "
                "skipped {5})"),
             number(counts.read), number(counts.used), number(counts.national),
             number(counts.outside), number(counts.unlocated), number(counts.skipped)) +
         "\n";
}

std::string report_table(const std::vector<Group>& groups, const ReadCounts& counts,
                         CheckDetail detail, const Translator& tr) {
  // Without a list, as for the bulletin's own figures, there are no rows to count.
  std::string text = counts.read > 0 ? counts_text(counts, tr) : "";
  if (groups.empty())
    return text + tr(N_("No problems found.")) + "\n";
  for (const auto& group : groups) {
    Place where = group.first().error.where;
    where.row.reset();
    const std::string place = text_of(where, tr);
    text += (text.empty() ? "" : "\n") + trf(tr, N_("{0} × {1} ({2})"), group.problems.size(),
                                             group.first().reason, tr(label_of(group.severity)));
    text += (place.empty() ? "" : "  " + place) + "\n";
    TextTable table;
    table.columns = {{tr(N_("Row")), Align::Right},
                     {tr(N_("Value")), Align::Left},
                     {tr(N_("Proposal")), Align::Left},
                     {tr(N_("Message")), Align::Left}};
    for (std::size_t i = 0; i < shown_of(group, detail); ++i) {
      const Problem& problem = *group.problems[i];
      table.rows.push_back(
          {row_text(problem), problem.value, problem.proposal, message_of(problem, tr)});
    }
    text += aligned(table);
    if (const std::size_t more = group.problems.size() - table.rows.size(); more > 0)
      text += trn(tr, "… and {0} more row (--rows lists every row)",
                  "… and {0} more rows (--rows lists every row)", static_cast<long long>(more),
                  format_integer(static_cast<std::int64_t>(more), tr.language())) +
              "\n";
  }
  return text;
}

}  // namespace

std::string check_report(std::span<const Problem> problems, const ReadCounts& counts,
                         TextFormat format, CheckDetail detail, Language language) {
  const Translator tr(language);
  const auto groups = groups_of(problems);
  switch (format) {
    case TextFormat::Json:
      return report_json(groups, counts, detail, tr);
    case TextFormat::Csv:
      return report_csv(groups, detail, tr);
    case TextFormat::Table:
      break;
  }
  return report_table(groups, counts, detail, tr);
}

}  // namespace malimap
