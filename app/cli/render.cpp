#include "app/cli/load.h"
#include "app/cli/verbs.h"
#include "geo/map/compose.h"
#include "geo/output/page.h"

namespace malimap {
namespace {

Status write_map(const Options& options, const Loaded& loaded) {
  const Scene& scene = loaded.scene;
  auto made = make_shapes(*loaded.boundaries, scene.level, embedded_context(),
                          default_projection(*loaded.boundaries));
  if (!made)
    return tl::make_unexpected(made.error());
  PictureInput input;
  input.dataset = loaded.dataset;
  input.boundaries = loaded.boundaries;
  input.shapes = snapshot(std::move(*made));
  input.coverage = snapshot(cover(*loaded.dataset, *loaded.boundaries, scene.level, scene.filter));
  input.scene = &scene;
  input.language = options.language;
  return write_page(options.render.output, make_picture(input), input.shapes, scene,
                    options.language, options.render.size);
}

}  // namespace

Exit run_render(const Options& options) {
  const Translator tr(options.language);
  const auto loaded = load(options);
  if (!loaded)
    return fail(loaded.error(), tr);
  for (const Message& remark : remarks(*loaded))
    say(remark, tr);
  if (Status status = write_map(options, *loaded); !status)
    return fail(status.error(), tr);
  return Exit::Done;
}

}  // namespace malimap
