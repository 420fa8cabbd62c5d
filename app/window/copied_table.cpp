#include "app/window/copied_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "geo/output/table_text.h"

namespace malimap {
namespace {

// Without marks between thousands, which a spreadsheet would not read.
std::string plain(double value, const char* pattern, Language language) {
  std::string text = fmt::format(fmt::runtime(pattern), value);
  if (language == Language::French)
    std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string projects_of(const Figures& figures, const Translator& tr) {
  return figures.projects ? std::to_string(*figures.projects) : tr("no data");
}

std::string budget_of(const Figures& figures, const Translator& tr) {
  return figures.budget ? plain(figures.budget->dollars(), "{:.2f}", tr.language()) : tr("no data");
}

void add(std::string& table, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    table += (i > 0 ? "\t" : "") + one_line(cells[i]);
  table += '\n';
}

}  // namespace

std::string copied_table(const Coverage& coverage, Measure measure, const Translator& tr) {
  const bool third = measure != Measure::Projects && measure != Measure::Budget;
  std::string table;
  std::vector<std::string> head = {tr("Code"), tr("Unit"), tr("Projects"), tr("Budget (USD)")};
  if (third)
    head.push_back(title_of(measure, tr));
  add(table, head);
  for (const CoverageZone& zone : coverage.zones) {
    std::vector<std::string> cells = {safe_cell(zone.code), safe_cell(zone.name),
                                      projects_of(zone.figures, tr), budget_of(zone.figures, tr)};
    if (third) {
      const auto value = value_of(measure, zone, coverage);
      cells.push_back(value ? plain(*value, "{:.6g}", tr.language()) : tr("no data"));
    }
    add(table, cells);
  }
  const std::pair<const char*, const Figures*> apart[] = {
      {tr("National"), &coverage.national},
      {tr("Known more coarsely"), &coverage.coarser},
      {tr("Not located"), &coverage.unlocated},
      {tr("Outside the country"), &coverage.outside},
  };
  for (const auto& [name, figures] : apart)
    if (figures->projects.value_or(0) > 0 || figures->budget.value_or(Cents{}) > Cents{})
      add(table, {"", name, projects_of(*figures, tr), budget_of(*figures, tr)});
  add(table, {"", tr("Total"), projects_of(coverage.total, tr), budget_of(coverage.total, tr)});
  return table;
}

}  // namespace malimap
