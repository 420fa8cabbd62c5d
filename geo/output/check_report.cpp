#include "geo/output/check_report.h"

#include <algorithm>

#include "geo/output/check_groups.h"
#include "geo/output/check_table.h"
#include "geo/output/json_text.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kExamples = 5;
constexpr std::size_t kValues = 20;
constexpr std::size_t kRanges = 1000;

std::size_t shown_of(const ProblemGroup& group, CheckDetail detail) {
  return detail == CheckDetail::AllRows ? group.size() : std::min(group.size(), kExamples);
}

Json json_of(const DistinctValue& value) {
  return {{"value", value.value},
          {"count", value.count},
          {"proposal", value.proposal},
          {"proposal_code", value.proposal_code},
          {"score", value.proposal_code.empty() ? Json(nullptr) : Json(value.score)}};
}

Json json_of(const Problems& problems, const ProblemGroup& group, CheckDetail detail,
             const Translator& tr) {
  Json json = {{"reason", group.reason},
               {"severity", word_of(group.severity)},
               {"count", group.size()},
               {"file", group.file},
               {"sheet", group.sheet},
               {"column", group.column},
               {"message", message_of(problems.first(group), tr)},
               {"examples", Json::array()},
               {"values", Json::array()}};
  for (std::size_t i = 0; i < shown_of(group, detail); ++i) {
    const Occurrence& one = group.occurrences[i];
    json["examples"].push_back({{"row", one.row != 0 ? Json(one.row) : Json(nullptr)},
                                {"value", problems.text(one.value)},
                                {"proposal", problems.text(one.proposal)}});
  }
  const auto values = distinct_values(problems, group);
  for (std::size_t i = 0; i < std::min(values.size(), kValues); ++i)
    if (!values[i].value.empty() || !values[i].proposal.empty())
      json["values"].push_back(json_of(values[i]));
  return json;
}

Json json_of(const ReadAmounts& amounts) {
  return {{"read", amounts.read.dollars()},           {"used", amounts.used.dollars()},
          {"national", amounts.national.dollars()},   {"outside", amounts.outside.dollars()},
          {"unlocated", amounts.unlocated.dollars()}, {"skipped", amounts.skipped.dollars()}};
}

Json json_of(const FileSheets& file) {
  Json sheets = Json::array();
  for (const SheetInfo& sheet : file.sheets)
    sheets.push_back({{"file", file.file},
                      {"name", sheet.name},
                      {"rows", sheet.rows},
                      {"columns", sheet.columns},
                      {"hidden", sheet.hidden},
                      {"chosen", sheet.chosen}});
  return sheets;
}

std::string report_json(const Checked& checked, CheckDetail detail, const Translator& tr) {
  const ReadCounts& counts = checked.counts;
  Json json = {{"read", counts.read},           {"used", counts.used},
               {"national", counts.national},   {"outside", counts.outside},
               {"unlocated", counts.unlocated}, {"skipped", counts.skipped}};
  if (checked.projects)
    json["projects"] = *checked.projects;
  json["amounts"] = Json::object();
  for (const auto& [currency, amounts] : counts.amounts)
    json["amounts"][currency] = json_of(amounts);
  if (!checked.sheets.empty()) {
    json["sheets"] = Json::array();
    for (const FileSheets& file : checked.sheets)
      for (Json& sheet : json_of(file))
        json["sheets"].push_back(std::move(sheet));
  }
  json["problems"] = Json::array();
  for (const ProblemGroup* group : in_order(checked.problems))
    json["problems"].push_back(json_of(checked.problems, *group, detail, tr));
  return json_text(json);
}

std::string csv_of(const ProblemGroup& group, const Problem& problem, std::size_t count,
                   const std::string& rows, const std::string& message) {
  const auto& row = problem.error.where.row;
  return csv_record({group.reason, std::string(word_of(group.severity)), std::to_string(count),
                     safe_cell(group.file), safe_cell(group.sheet), safe_cell(group.column),
                     row ? std::to_string(*row) : "", safe_cell(problem.value),
                     safe_cell(problem.proposal), safe_cell(message), rows});
}

/// One record a group, its first row as the example; or one record a row.
std::string report_csv(const Problems& problems, CheckDetail detail, const Translator& tr) {
  std::string text = csv_record({"reason", "severity", "count", "file", "sheet", "column", "row",
                                 "value", "proposal", "message", "rows"});
  for (const ProblemGroup* group : in_order(problems)) {
    if (detail == CheckDetail::Groups) {
      text += csv_of(*group, problems.first(*group), group->size(),
                     text_of(row_ranges(*group), kRanges), common_message(problems, *group, tr));
      continue;
    }
    for (std::size_t i = 0; i < group->size(); ++i) {
      const Problem problem = problems.at(*group, i);
      const auto& row = problem.error.where.row;
      text += csv_of(*group, problem, 1, row ? std::to_string(*row) : "", message_of(problem, tr));
    }
  }
  return text;
}

}  // namespace

std::optional<std::int64_t> distinct_projects(const Projects& projects) {
  if (projects.project_of_row.empty())
    return std::nullopt;
  std::vector<std::int32_t> most;  // rows of one project stand for as many as the largest says
  for (std::size_t i = 0; i < projects.size(); ++i) {
    const auto number = static_cast<std::size_t>(projects.project_of_row[i]);
    if (number >= most.size())
      most.resize(number + 1, 0);
    most[number] = std::max(most[number], projects.count[i]);
  }
  std::int64_t count = 0;
  for (const std::int32_t one : most)
    count += one;
  return count;
}

std::string check_report(const Checked& checked, TextFormat format, CheckDetail detail,
                         Language language) {
  const Translator tr(language);
  switch (format) {
    case TextFormat::Json:
      return report_json(checked, detail, tr);
    case TextFormat::Csv:
      return report_csv(checked.problems, detail, tr);
    case TextFormat::Table:
      break;
  }
  return check_table(checked, detail, tr);
}

}  // namespace malimap
