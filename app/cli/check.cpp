#include <algorithm>
#include <span>

#include "app/cli/load.h"
#include "app/cli/verbs.h"
#include "geo/output/check_report.h"
#include "geo/projects/reconcile.h"

namespace malimap {
namespace {

/// Notes are worth knowing and no fault.
bool has_faults(std::span<const Problem> problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity != Severity::Note; });
}

Exit report(const Options& options, std::span<const Problem> problems, const ReadCounts& counts) {
  const CheckDetail detail = options.check.all_rows ? CheckDetail::AllRows : CheckDetail::Groups;
  const std::string text =
      check_report(problems, counts, options.check.format, detail, options.language);
  if (const Status status = print(text); !status)
    return fail(status.error(), Translator(options.language));
  return has_faults(problems) ? Exit::ProblemsFound : Exit::Done;
}

}  // namespace

Exit run_check(const Options& options) {
  const auto loaded = load(options);
  if (!loaded)
    return fail(loaded.error(), Translator(options.language));
  if (loaded->boundary_files.empty() && loaded->project_files.empty())
    return report(options, reconcile(embedded_bulletin()), {});
  const bool has_list = !loaded->project_files.empty();
  return report(options, loaded->problems->all(),
                has_list ? loaded->dataset->counts : ReadCounts{});
}

}  // namespace malimap
