#include "geo/projects/places/crosswalk_entries.h"

#include <algorithm>
#include <iterator>

#include "geo/base/text.h"
#include "geo/projects/crosswalk.h"
#include "geo/projects/tables/embedded_table.h"

namespace malimap {
namespace {

void report_line(const Table& table, std::size_t row, std::string column, Message what,
                 Problems& problems) {
  Problem problem;
  problem.reason = "crosswalk-line";
  problem.severity = Severity::Lost;
  problem.error = {std::move(what),
                   {table.file, table.sheet, table.number(row), std::move(column)},
                   {N_("The columns of a crosswalk are explained in docs/crosswalk.md."), {}}};
  problems.report(std::move(problem));
}

}  // namespace

bool CrosswalkEntry::is_of(std::string_view vintage) const {
  return std::find(vintages.begin(), vintages.end(), vintage) != vintages.end();
}

bool CrosswalkEntry::is_called(const std::string& key) const {
  return place_key(name_fr) == key || (!name_en.empty() && place_key(name_en) == key) ||
         std::any_of(aliases.begin(), aliases.end(),
                     [&](const std::string& alias) { return place_key(alias) == key; });
}

std::vector<CrosswalkEntry> crosswalk_entries(const Table& table, Problems& problems) {
  std::vector<CrosswalkEntry> entries;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto cell = [&](std::string_view column) { return table.text(row, column); };
    const auto list = [&](std::string_view column) { return split(cell(column), ";"); };
    CrosswalkEntry entry;
    const auto level = level_of(fold(cell("level")));
    if (!level) {
      report_line(
          table, row, "level",
          {N_("“{0}” is no level: region, cercle or commune."), {std::string(cell("level"))}},
          problems);
      continue;
    }
    entry.level = *level;
    entry.vintages = list("vintage");
    entry.codes = list("code");
    std::ranges::move(list("other_codes"), std::back_inserter(entry.codes));
    entry.name_fr = cell("name_fr").empty() ? cell("name") : cell("name_fr");
    entry.name_en = cell("name_en");
    entry.covers = list("covers");
    entry.part_of = list("part_of");
    entry.aliases = list("aliases");
    entry.geonames = list("geonames");
    entry.row = table.number(row);
    if (entry.name_fr.empty())
      report_line(table, row, "name_fr", {N_("A line of the crosswalk names nothing."), {}},
                  problems);
    else if (entry.covers.empty() && entry.part_of.empty())
      report_line(
          table, row, "covers",
          {N_("The crosswalk does not say which units “{0}” covers or lies in."), {entry.name_fr}},
          problems);
    else
      entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<CrosswalkEntry> embedded_crosswalk_entries() {
  Problems problems;
  auto entries = crosswalk_entries(embedded_table("crosswalk/mali_units.csv"), problems);
  std::ranges::move(crosswalk_entries(embedded_table("crosswalk/mali_cercles.csv"), problems),
                    std::back_inserter(entries));
  return entries;
}

}  // namespace malimap
