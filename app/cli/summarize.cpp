#include "app/cli/load.h"
#include "app/cli/verbs.h"
#include "geo/output/summary.h"

namespace malimap {
namespace {

Result<std::string> workbook(const SummaryInput& input) {
  const auto sheets = summary_sheets(input);
  if (!sheets)
    return tl::make_unexpected(sheets.error());
  return xlsx_bytes(*sheets, today());
}

}  // namespace

Exit run_summarize(const Options& options) {
  const auto loaded = load(options);
  if (!loaded)
    return fail(loaded.error(), Translator(options.language));
  const Translator tr(loaded->language);
  for (const Message& remark : remarks(*loaded))
    say(remark, tr);
  const SummaryInput input{.dataset = loaded->dataset.get(),
                           .boundaries = loaded->boundaries.get(),
                           .filter = loaded->scene.filter,
                           .by = options.summarize.by,
                           .format = options.summarize.format,
                           .language = loaded->language};
  const auto text = options.summarize.workbook ? workbook(input) : summarize(input);
  if (!text)
    return fail(text.error(), tr);
  const Status status = print_or_save(options.summarize.output, *text);
  return status ? Exit::Done : fail(status.error(), tr);
}

}  // namespace malimap
