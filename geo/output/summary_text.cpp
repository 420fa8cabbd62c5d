#include "geo/output/summary_text.h"

#include <fmt/format.h>

#include "geo/base/numbers.h"
#include "geo/output/json_text.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

struct Part {
  const char* word;   // in JSON and CSV
  const char* label;  // msgid
  const Figures* figures;
};

/// What stands below the rows.
std::vector<Part> parts_of(const Summary& summary, const SummaryInput& input) {
  // Of published sums nobody failed to find a place: they are not published by region.
  const char* unlocated =
      input.dataset->aggregates ? N_("Not published by region") : N_("Not located");
  std::vector<Part> parts = {{"national", N_("Whole country"), &summary.national},
                             {"unlocated", unlocated, &summary.unlocated},
                             {"outside", N_("Outside the country"), &summary.outside}};
  if (summary.has_coarser)
    parts.push_back({"coarser", N_("Known more coarsely"), &summary.coarser});
  parts.push_back({"total", N_("Total"), &summary.total});
  return parts;
}

Json json_of(const Figures& figures) {
  Json json;
  json["projects"] = figures.projects ? Json(*figures.projects) : Json(nullptr);
  json["budget_usd"] = json_dollars(figures.budget);
  return json;
}

Json json_of(const Filter& filter) {
  Json json = Json::object();
  const auto put = [&](const char* word, const std::set<std::string>& values) {
    if (!values.empty())
      json[word] = values;
  };
  put("fund", filter.fund);
  put("sector", filter.sector);
  put("status", filter.status);
  put("donor", filter.donor);
  put("partner", filter.partner);
  if (filter.budget != CentsRange{})
    json["budget"] = {{"from", json_dollars(filter.budget.low)},
                      {"to", json_dollars(filter.budget.high)}};
  const auto day = [](const std::optional<Date>& date) {
    return date ? Json(iso(*date)) : Json(nullptr);
  };
  if (filter.start != DateRange{})
    json["start"] = {{"from", day(filter.start.first)}, {"to", day(filter.start.last)}};
  if (!filter.text.empty())
    json["text"] = filter.text;
  return json;
}

Json json_of(const SummaryRow& row, const SummaryInput& input) {
  Json json;
  for (std::size_t i = 0; i < input.by.size(); ++i) {
    const SummaryKey& key = row.keys[i];
    json[input.by[i].word] = key.value ? Json(*key.value) : Json(nullptr);
    if (!input.by[i].level)
      continue;
    json[input.by[i].word + "_name"] = key.name;
    if (!key.units.empty())
      json["units"] = key.units;
  }
  json.update(json_of(row.figures));
  json["reported"] = row.figures.reported();
  const auto basis = basis_of(row.figures);
  json["basis"] = basis ? Json(std::string(word_of(*basis))) : Json(nullptr);
  return json;
}

std::string csv_number(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "";
}

std::string csv_dollars(const std::optional<Cents>& amount) {
  return amount ? fmt::format("{:.2f}", amount->dollars()) : "";
}

std::vector<std::string> csv_figures(const Figures& figures) {
  const auto basis = basis_of(figures);
  return {csv_number(figures.projects), csv_dollars(figures.budget),
          figures.reported() ? "true" : "false", basis ? std::string(word_of(*basis)) : ""};
}

void append(std::vector<std::string>& cells, const std::vector<std::string>& more) {
  cells.insert(cells.end(), more.begin(), more.end());
}

const char* heading_of(const GroupBy& by) {
  if (by.level)
    return *by.level == Level::Region   ? N_("Region")
           : *by.level == Level::Cercle ? N_("Cercle")
                                        : N_("Commune");
  return *by.dimension == Dimension::Fund     ? N_("Fund")
         : *by.dimension == Dimension::Sector ? N_("Sector")
                                              : N_("Status");
}

std::string shown_basis(const Figures& figures, const Translator& tr) {
  const auto basis = basis_of(figures);
  if (!basis)
    return "";
  switch (*basis) {
    case Basis::Records:
      return tr(N_("list"));
    case Basis::Published:
      return tr(N_("published"));
    case Basis::Inferred:
      break;
  }
  return tr(N_("inferred"));
}

std::vector<std::string> shown_figures(const Figures& figures, const Translator& tr) {
  return {format_or_no_data(figures.projects, tr), format_or_no_data(figures.budget, tr),
          shown_basis(figures, tr)};
}

std::string shown_value(const GroupBy& by, const std::optional<std::string>& value,
                        const Translator& tr) {
  return value ? label_of(*by.dimension, *value, tr) : tr(N_("not stated"));
}

/// "TF: 93 projects, 166 region mentions"
std::string both_numbers_line(const Summary::BothNumbers& both, const SummaryInput& input,
                              const Translator& tr) {
  std::string names;
  std::size_t next = 0;
  for (const auto& by : input.by)
    if (by.dimension && next < both.values.size())
      names += (names.empty() ? "" : ", ") + shown_value(by, both.values[next++], tr);
  return (names.empty() ? "" : names + tr(": ")) + both_numbers(both.coverage, tr);
}

}  // namespace

std::string summary_json(const Summary& summary, const SummaryInput& input, const Translator& tr) {
  Json json;
  json["by"] = Json::array();
  for (const auto& by : input.by)
    json["by"].push_back(by.word);
  json["filter"] = json_of(input.filter);
  json["rows"] = Json::array();
  for (const auto& row : summary.rows)
    json["rows"].push_back(json_of(row, input));
  for (const auto& part : parts_of(summary, input))
    json[part.word] = json_of(*part.figures);
  json["notes"] = Json::array();
  for (const auto& note : summary.notes)
    json["notes"].push_back(text_of(note, tr));
  return json_text(json);
}

std::string summary_csv(const Summary& summary, const SummaryInput& input) {
  std::vector<std::string> header = {"part"};
  for (const auto& by : input.by) {
    header.push_back(by.word);
    if (by.level)
      header.push_back(by.word + "_name");
  }
  const std::size_t keys = header.size() - 1;
  append(header, {"projects", "budget_usd", "reported", "basis"});
  std::string text = csv_record(header);
  for (const auto& row : summary.rows) {
    std::vector<std::string> cells = {"row"};
    for (std::size_t i = 0; i < input.by.size(); ++i) {
      cells.push_back(safe_cell(row.keys[i].value.value_or("")));
      if (input.by[i].level)
        cells.push_back(safe_cell(row.keys[i].name));
    }
    append(cells, csv_figures(row.figures));
    text += csv_record(cells);
  }
  for (const auto& part : parts_of(summary, input)) {
    std::vector<std::string> cells = {part.word};
    cells.resize(keys + 1);
    append(cells, csv_figures(*part.figures));
    text += csv_record(cells);
  }
  return text;
}

std::string summary_table(const Summary& summary, const SummaryInput& input, const Translator& tr) {
  TextTable table;
  for (const auto& by : input.by)
    table.columns.push_back({tr(heading_of(by)), Align::Left});
  table.columns.push_back({tr(N_("Projects")), Align::Right});
  table.columns.push_back({tr(N_("Budget")), Align::Right});
  table.columns.push_back({tr(N_("Basis")), Align::Left});
  for (const auto& row : summary.rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < input.by.size(); ++i)
      cells.push_back(input.by[i].level ? row.keys[i].name
                                        : shown_value(input.by[i], row.keys[i].value, tr));
    append(cells, shown_figures(row.figures, tr));
    table.rows.push_back(cells);
  }
  for (const auto& part : parts_of(summary, input)) {
    std::vector<std::string> cells = {tr(part.label)};
    cells.resize(input.by.size());
    append(cells, shown_figures(*part.figures, tr));
    table.totals.push_back(cells);
  }
  std::string text = aligned(table);
  if (!summary.both_numbers.empty() || !summary.notes.empty())
    text += "\n";
  for (const auto& both : summary.both_numbers)
    text += both_numbers_line(both, input, tr) + "\n";
  for (const auto& note : summary.notes)
    text += text_of(note, tr) + "\n";
  return text;
}

}  // namespace malimap
