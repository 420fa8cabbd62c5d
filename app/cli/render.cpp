#include "app/cli/load.h"
#include "app/cli/verbs.h"
#include "geo/output/atlas.h"
#include "geo/output/bulletin.h"
#include "geo/output/deck.h"

namespace malimap {
namespace {

constexpr double kPaperDpi = 300, kScreenDpi = 96;

/// The pages' size: the one asked for; that of a saved scene's own page; else `usual`.
Result<PageSize> size_for(const Options& options, const Loaded& loaded, const char* usual,
                          double dpi) {
  if (options.render.size)
    return *options.render.size;
  if (!loaded.workspace.empty())
    return page_size_of(loaded.scene, options.render.dpi.value_or(kPaperDpi));
  return parse_page_size(usual, options.render.dpi.value_or(dpi));
}

Status write_scenes(const Options& options, const Loaded& loaded, PictureMaker& maker) {
  if (loaded.scenes.empty())
    return failure({N_("the workspace has no scenes"), {}}, {loaded.workspace, {}, {}, {}});
  std::vector<Scene> scenes;
  for (const SavedScene& saved : loaded.scenes)
    scenes.push_back(saved.scene);
  const auto files = write_deck(maker, scenes, options.render.output,
                                {options.render.size, options.render.dpi.value_or(kPaperDpi)});
  if (!files)
    return tl::make_unexpected(files.error());
  return {};
}

Status write_units(const Options& options, const Loaded& loaded, PictureMaker& maker) {
  const RenderOptions& render = options.render;
  const auto size = size_for(options, loaded, "A4", kPaperDpi);
  if (!size)
    return tl::make_unexpected(size.error());
  AtlasOptions atlas;
  atlas.output = render.output;
  atlas.format = render.atlas_format;
  atlas.size = *size;
  if (!render.category.empty())
    atlas.category = render.category;
  atlas.date = today();
  const auto files = write_atlas(maker, loaded.scene, *render.atlas, atlas);
  if (!files)
    return tl::make_unexpected(files.error());
  return {};
}

Status write_output(const Options& options, const Loaded& loaded) {
  const RenderOptions& render = options.render;
  PictureMaker maker({loaded.dataset, loaded.boundaries, snapshot(embedded_context()), loaded.need},
                     loaded.language);
  if (render.all_scenes)
    return write_scenes(options, loaded, maker);
  if (render.atlas)
    return write_units(options, loaded, maker);
  const bool bulletin = render.page_template == PageTemplate::Bulletin;
  const auto size = bulletin ? size_for(options, loaded, "A4-portrait", kPaperDpi)
                             : size_for(options, loaded, "1600x1000", kScreenDpi);
  if (!size)
    return tl::make_unexpected(size.error());
  return bulletin ? write_bulletin(maker, loaded.scene, render.output, *size)
                  : write_scene(maker, loaded.scene, render.output, {*size, kPaperDpi});
}

}  // namespace

Exit run_render(const Options& options) {
  const auto loaded = load(options);
  if (!loaded)
    return fail(loaded.error(), Translator(options.language));
  const Translator tr(loaded->language);
  for (const Message& remark : remarks(*loaded))
    say(remark, tr);
  if (Status status = write_output(options, *loaded); !status)
    return fail(status.error(), tr);
  return Exit::Done;
}

}  // namespace malimap
