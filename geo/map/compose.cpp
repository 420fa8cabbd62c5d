#include "geo/map/compose.h"

#include "geo/map/labels.h"
#include "geo/map/place_markers.h"
#include "geo/map/scale_bar.h"

namespace malimap {
namespace {

constexpr double kScaleBarLength = 150;  // dp, at most

Furniture make_furniture(const ComposeInput& input) {
  const Picture& picture = *input.picture;
  Furniture furniture{picture.title,  picture.subtitle, picture.headlines,
                      picture.totals, picture.legend,   {},
                      picture.footer};
  furniture.scale_bar = make_scale_bar(input.view, input.shapes->projection,
                                       kScaleBarLength * input.view.scale, input.language);
  return furniture;
}

/// Places that would overlap at this scale stand together.
std::vector<Marker> markers_in_view(const ComposeInput& input) {
  const Picture& picture = *input.picture;
  if (!picture.places)
    return picture.markers;
  const View& view = input.view;
  return picture.places->select(view.camera.metres_per_dp,
                                {view.to_plane({0, view.height}), view.to_plane({view.width, 0})});
}

}  // namespace

Composition compose_ground(const ComposeInput& input) {
  Composition out;
  out.shapes = input.shapes;
  out.view = input.view;
  out.theme = theme_of(input.scene->theme);
  out.layers = input.scene->layers;
  out.paint = input.picture->paint;
  out.bands = input.picture->bands;
  out.band_colours = input.picture->band_colours;
  return out;
}

Composition compose(const ComposeInput& input) {
  Composition out = compose_ground(input);
  out.selected = input.selected;
  out.hovered = input.hovered;
  out.symbols = input.picture->symbols;
  out.dots = input.picture->dots;
  out.dot_radius_dp = input.picture->dot_radius_dp;
  if (out.layers.markers)
    out.markers = markers_in_view(input);
  out.furniture = make_furniture(input);
  if (!(input.view.width >= 1) || !(input.view.height >= 1))
    return out;
  LabelPlacer placer(input, out);
  if (out.layers.labels && input.measure_text && input.picture->coverage)
    placer.place_units();
  if (out.layers.towns && input.measure_text)
    placer.place_towns();
  if (out.layers.labels && input.measure_text && input.picture->coverage) {
    placer.place_parts();
    placer.place_context();
  }
  if (out.layers.labels && input.measure_text) {
    if (out.layers.neighbours)
      placer.place_neighbours();
    if (out.layers.rivers)
      placer.place_rivers();
  }
  return out;
}

}  // namespace malimap
