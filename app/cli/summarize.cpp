#include "app/cli/load.h"
#include "app/cli/verbs.h"
#include "geo/output/summary.h"

namespace malimap {

Exit run_summarize(const Options& options) {
  const auto loaded = load(options);
  if (!loaded)
    return fail(loaded.error(), Translator(options.language));
  const Translator tr(loaded->language);
  for (const Message& remark : remarks(*loaded))
    say(remark, tr);
  const auto text = summarize({.dataset = loaded->dataset.get(),
                               .boundaries = loaded->boundaries.get(),
                               .filter = loaded->scene.filter,
                               .by = options.summarize.by,
                               .format = options.summarize.format,
                               .language = loaded->language});
  if (!text)
    return fail(text.error(), tr);
  const Status status = print_or_save(options.summarize.output, *text);
  return status ? Exit::Done : fail(status.error(), tr);
}

}  // namespace malimap
