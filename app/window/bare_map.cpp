#include "app/window/bare_map.h"

#include "geo/output/page.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

/// Of a list of which nothing is known yet.
PictureInput without_list(const MapAhead::Ground& ground) {
  Dataset nothing;
  nothing.projects = snapshot(Projects{});
  PictureInput input;
  input.dataset = snapshot(std::move(nothing));
  input.boundaries = ground.key.boundaries;
  input.shapes = ground.shapes;
  input.cube =
      std::make_shared<const CoverageCube>(*input.dataset, *input.boundaries, ground.key.level);
  input.coverage = snapshot(cover(*input.cube, {}));
  return input;
}

}  // namespace

BareMap::BareMap(Snapshot<MapAhead::Ground> ground, Language language)
    : ground_(std::move(ground)), language_(language) {
  const Scene& wanted = ground_->scene;
  scene_.type = MapType::Places;  // the units' areas say nothing
  scene_.level = ground_->key.level;
  scene_.layers = wanted.layers;
  scene_.theme = wanted.theme;
  scene_.camera = wanted.camera;
  PictureInput input = without_list(*ground_);
  input.scene = &scene_;
  input.language = language;
  picture_ = make_picture(input);
}

void BareMap::paint(DisplayList& list, const Layout& layout, const PixelBox& card,
                    double scale) const {
  const PixelBox& box = layout.map;
  const Camera camera = scene_.camera.value_or(
      fit(ground_->shapes->box, box.width, box.height, scale, fit_margins(layout, scale)));
  ComposeInput input;
  input.picture = &picture_;
  input.shapes = ground_->shapes;
  input.scene = &scene_;
  input.view = {box.width, box.height, scale, camera};
  input.language = language_;
  input.keep_clear = {{card.x - box.x, card.y - box.y, card.width, card.height}};
  input.measure_text = pango_measure();
  input.names_alone = true;
  list.begin_frame(box);
  paint_map(list, compose(input));
  list.end_frame();
}

}  // namespace malimap
