#include "app/cli/cli.h"

#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/verbs.h"

namespace malimap {
namespace {

Exit run_verb(const Options& options, const Frontend& frontend) {
  switch (options.verb) {
    case Verb::Render:
      return run_render(options);
    case Verb::Summarize:
      return run_summarize(options);
    case Verb::Check:
      return run_check(options);
    case Verb::Gaps:
      return run_gaps(options);
    case Verb::Viewer:
      return run_viewer_verb(options, frontend);
  }
  return Exit::Failed;
}

Exit answer(const Options& options) {
  const Status status = print(options.answer);
  return status ? Exit::Done : fail(status.error(), Translator(options.language));
}

}  // namespace

int run_command_line(int argc, char** argv, const Frontend& frontend) {
  guard_standard_streams();
  const auto options = parse_options(argc, argv);
  Exit exit = Exit::Failed;
  if (!options)
    exit = fail(options.error(), Translator(language_of(argc, argv)));
  else
    exit = options->answer.empty() ? run_verb(*options, frontend) : answer(*options);
  return static_cast<int>(exit);
}

}  // namespace malimap
