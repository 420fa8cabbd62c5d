#include <utility>

#include "app/cli/load.h"
#include "app/cli/verbs.h"
#include "geo/coverage/reconcile_list.h"
#include "geo/output/check_report.h"
#include "geo/projects/reconcile.h"

namespace malimap {
namespace {

/// Notes are worth knowing and no fault.
bool has_faults(const Problems& problems) {
  return problems.count(Severity::Note) < problems.size();
}

Exit report(const Options& options, const Checked& checked, Language language) {
  const CheckDetail detail = options.check.all_rows ? CheckDetail::AllRows : CheckDetail::Groups;
  const std::string text = check_report(checked, options.check.format, detail, language);
  if (const Status status = print(text); !status)
    return fail(status.error(), Translator(language));
  return has_faults(checked.problems) ? Exit::ProblemsFound : Exit::Done;
}

/// What the bulletin itself says differently in two places.
Exit report_bulletin(const Options& options, Language language) {
  Problems problems;
  for (const Problem& problem : reconcile(embedded_bulletin()))
    problems.report(problem);
  return report(options, {problems, {}, {}, {}}, language);
}

/// The sheets of workbooks that have several; `read`: the one that the user asked for, or "".
std::vector<FileSheets> sheets_of(const std::vector<std::string>& files, const std::string& read) {
  std::vector<FileSheets> all;
  for (const std::string& file : files)
    if (auto sheets = list_sheets(file); sheets && sheets->size() > 1) {
      for (auto& sheet : *sheets)
        sheet.chosen = read.empty() ? sheet.chosen : sheet.name == read;
      all.push_back({file, std::move(*sheets)});
    }
  return all;
}

}  // namespace

Exit run_check(const Options& options) {
  const auto loaded = load(options);
  if (!loaded)
    return fail(loaded.error(), Translator(options.language));
  if (loaded->boundary_files.empty() && loaded->project_files.empty())
    return report_bulletin(options, loaded->language);
  Problems problems = *loaded->problems;
  if (!options.check.key_figures.empty()) {
    const auto figures = read_key_figures(options.check.key_figures, problems);
    if (!figures)
      return fail(figures.error(), Translator(loaded->language));
    reconcile_list(*figures, *loaded->dataset, *loaded->boundaries, problems);
  }
  Checked checked{problems, {}, {}, {}};
  if (!loaded->project_files.empty()) {
    checked.counts = loaded->dataset->counts;
    if (!loaded->dataset->rows_are_projects)
      checked.projects = distinct_projects(*loaded->dataset->projects);
    checked.sheets = sheets_of(loaded->project_files, options.list.sheet);
  }
  return report(options, checked, loaded->language);
}

}  // namespace malimap
