#include "app/window/easel.h"

#include <algorithm>
#include <cmath>

#include "geo/output/canvas.h"
#include "geo/output/page.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kThumbWidth = 144, kThumbHeight = 84;  // dp
constexpr double kSeenWidth = 800;                      // dp of the map that a thumbnail shows

using Painted = std::shared_ptr<Surface>;

// The map alone; names would be too small to be read.
Painted thumbnail(PictureMaker& maker, Scene scene, int width) {
  scene.layers.labels = scene.layers.towns = false;
  const auto height = static_cast<int>(std::lround(width * kThumbHeight / kThumbWidth));
  auto painted = std::make_shared<Surface>(width, height);
  const auto made = maker.make(scene);
  if (!made)
    return painted;
  ComposeInput input;
  input.picture = made->picture.get();
  input.shapes = made->shapes;
  input.scene = made->scene.get();
  input.view.width = width;
  input.view.height = height;
  input.view.scale = width / kSeenWidth;
  constexpr double kMargin = 12;
  input.view.camera = scene.camera ? *scene.camera
                                   : fit(made->shapes->box, width, height, input.view.scale,
                                         {kMargin, kMargin, kMargin, kMargin});
  input.language = maker.language();
  input.measure_text = pango_measure();
  paint_map(painted->cairo(), compose(input));
  return painted;
}

// The size of the page that fits into the room, with its dpi.
PageSize page_in(const std::string& format, int width, int height) {
  constexpr double kDpi = 96;
  const PageSize whole = parse_page_size(format, kDpi).value_or(default_page_size(PageFormat::Pdf));
  const double part = std::min(width / whole.width_px, height / whole.height_px);
  return {std::floor(whole.width_px * part), std::floor(whole.height_px * part), whole.dpi * part};
}

}  // namespace

Easel::Easel(Snapshot<ContextLayers> context, std::function<void()> wake)
    : context_(std::move(context)), jobs_(std::move(wake)) {}

bool Easel::deliver() {
  return jobs_.deliver();
}

void Easel::follow(const State& state, const Derived& derived, double page_width,
                   double page_height, double scale) {
  if (state.preview && !busy_) {
    const double margin = std::round(24 * scale);
    Scene scene = state.scene;
    PageKey key{derived.picture,
                derived.shapes,
                std::move(scene),
                state.language,
                std::max(1, static_cast<int>(page_width - 2 * margin)),
                std::max(1, static_cast<int>(page_height - 2 * margin))};
    if (key != page_key_)
      paint_page_picture(std::move(key), scale);
  }
  if (state.panels.scenes && !state.presentation && !busy_)
    follow_scenes(state, scale);
  show(state, scale);
}

void Easel::paint_page_picture(PageKey key, double) {
  busy_ = true;
  auto keep = std::make_shared<PageKey>(std::move(key));
  job_ = jobs_.run(
      {},
      [keep](Progress&) {
        const PageSize size = page_in(keep->scene.page.format, keep->width, keep->height);
        auto painted = std::make_shared<Surface>(static_cast<int>(size.width_px),
                                                 static_cast<int>(size.height_px));
        cairo_set_source_rgb(painted->cairo(), 1, 1, 1);
        cairo_paint(painted->cairo());
        paint_page(*make_cairo_canvas(painted->cairo()),
                   {keep->picture.get(), keep->shapes, &keep->scene, keep->language}, size);
        return painted;
      },
      [this, keep](const Painted& painted) {
        page_.put(*painted);
        page_key_ = *keep;
        busy_ = false;
      });
}

void Easel::follow_scenes(const State& state, double scale) {
  const int width = static_cast<int>(std::lround(kThumbWidth * scale));
  // What undo may bring back is kept a while.
  constexpr std::size_t kSpare = 32;
  while (thumbs_.size() > 2 * state.workspace.scenes.size() + kSpare)
    thumbs_.erase(thumbs_.begin());
  for (const SavedScene& saved : state.workspace.scenes) {
    ThumbKey key{state.sources.dataset, state.sources.boundaries, state.language, saved.scene,
                 width};
    const bool there = std::any_of(thumbs_.begin(), thumbs_.end(),
                                   [&](const Thumb& thumb) { return thumb.key == key; });
    if (there)
      continue;
    paint_thumb(std::move(key));
    return;
  }
}

void Easel::paint_thumb(ThumbKey key) {
  busy_ = true;
  const bool same_data = maker_ && maker_->data().dataset == key.dataset &&
                         maker_->data().boundaries == key.boundaries &&
                         maker_->language() == key.language;
  if (!same_data)
    maker_ = std::make_shared<PictureMaker>(MapData{key.dataset, key.boundaries, context_},
                                            key.language);
  auto keep = std::make_shared<ThumbKey>(std::move(key));
  job_ = jobs_.run(
      {}, [keep, maker = maker_](Progress&) { return thumbnail(*maker, keep->scene, keep->width); },
      [this, keep](const Painted& painted) {
        thumbs_.push_back({*keep, {}});
        thumbs_.back().texture.put(*painted);
        busy_ = false;
      });
}

// A scene that changed shows its last picture until the new one is there.
void Easel::show(const State& state, double) {
  const auto& scenes = state.workspace.scenes;
  std::vector<PanelPicture> shown(scenes.size());
  for (std::size_t i = 0; i < scenes.size(); ++i)
    for (const Thumb& thumb : thumbs_) {
      const bool exact = thumb.key.scene == scenes[i].scene &&
                         thumb.key.dataset == state.sources.dataset &&
                         thumb.key.language == state.language;
      if (exact || (!shown[i].texture && thumb.key.scene.name == scenes[i].scene.name))
        shown[i] = thumb.texture.picture();
    }
  pictures_.scenes = std::move(shown);
  pictures_.page = state.preview ? page_.picture() : PanelPicture{};
}

}  // namespace malimap
