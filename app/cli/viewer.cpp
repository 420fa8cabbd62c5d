#include "app/cli/verbs.h"

namespace malimap {

Exit run_viewer_verb(const Options& options, const Frontend& frontend) {
  const Translator tr(options.language);
  if (frontend.has_display()) {
    const Status status = frontend.run_viewer(options);
    return status ? Exit::Done : fail(status.error(), tr);
  }
  const WindowOptions& window = options.window;
  if (!window.screenshot.empty() || !window.probe.empty() || window.bench_pan_frames > 0)
    return fail({{N_("there is no display to open a window on"), {}},
                 {},
                 {N_("\"malimap render\" works without one."), {}}},
                tr);
  Options render = options;
  render.verb = Verb::Render;
  render.render.output = "malimap.png";
  const Exit exit = run_render(render);
  if (exit == Exit::Done)
    say(Message{N_("no display: the map was drawn into {0}"), {render.render.output}}, tr);
  return exit;
}

}  // namespace malimap
