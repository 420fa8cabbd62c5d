#include "geo/map/change_markers.h"
#include "geo/map/difference.h"
#include "geo/map/distance_map.h"
#include "geo/map/draft.h"
#include "geo/map/legend.h"
#include "geo/map/place_markers.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

void draw(const Draft& draft) {
  if (needs_distances(draft.scene()) && !draft.input.distances)
    return add_distance(draft);
  switch (draft.scene().type) {
    case MapType::Choropleth:
    case MapType::Diverging:
      return add_classes(draft);
    case MapType::Dominant:
      return add_dominant(draft);
    case MapType::Bivariate:
      return add_bivariate(draft);
    case MapType::Symbols:
    case MapType::Pies:
    case MapType::Bars:
      return add_symbols(draft);
    case MapType::Dots:
      return add_dots(draft);
    case MapType::Difference:
      return add_difference(draft);
    case MapType::Places:
      return add_places(draft);
    case MapType::Distance:
      return add_distance(draft);
  }
}

Snapshot<PlaceMarkers> places_of(const PictureInput& input) {
  if (input.places)
    return *input.places;
  const Snapshot<MarkerIndex> index =
      input.marker_index
          ? input.marker_index
          : std::make_shared<const MarkerIndex>(*input.dataset, input.shapes->projection);
  const Snapshot<CoverageCube> cube =
      input.cube ? input.cube
                 : std::make_shared<const CoverageCube>(*input.dataset, *input.boundaries,
                                                        input.coverage->level);
  return make_place_markers(index, *cube, filter_of(*input.scene));
}

/// What a map of differences says is of both views.
void add_words_of_both(const PictureInput& input, const Translator& tr, Picture& picture) {
  Scene scene = *input.scene;
  scene.filter = common_filter(scene);
  PictureInput common = input;
  common.scene = &scene;
  picture.subtitle = subtitle_words(common, tr);
  picture.headlines = difference_headlines(input, tr);
  picture.totals = difference_totals(input, tr);
}

}  // namespace

bool shows_places(const Scene& scene) {
  // Circles on top of symbols and dots would be taken for them.
  return scene.layers.markers && scene.type != MapType::Symbols && scene.type != MapType::Pies &&
         scene.type != MapType::Bars && scene.type != MapType::Dots &&
         scene.type != MapType::Difference && scene.type != MapType::Distance;
}

Picture make_picture(const PictureInput& input) {
  const Translator tr(input.language);
  const Scene& scene = *input.scene;
  Picture picture;
  picture.coverage = input.coverage;
  const AdminLayer* layer = input.boundaries->layer(input.coverage->level);
  for (const AdminUnit& unit : (layer ? *layer : input.boundaries->finest()).units)
    picture.unit_names.push_back(unit.name);
  if (input.changes && input.previous) {
    if (scene.layers.markers)
      picture.markers = make_change_markers(input);
  } else if (scene.layers.markers && scene.type == MapType::Distance) {
    if (input.distances)
      picture.markers = make_distance_markers(*input.distances, input.shapes->projection);
  } else if (shows_places(scene)) {
    picture.places = places_of(input);
  }
  const Draft draft{input, tr, picture};
  draw(draft);
  complete_legend(draft);
  picture.title = title_words(input, tr);
  picture.subtitle = subtitle_words(input, tr);
  picture.headlines = headline_words(input, tr);
  picture.totals = totals_words(input, tr);
  if (shows_difference(input))
    add_words_of_both(input, tr, picture);
  picture.footer = footer_words(input, tr);
  return picture;
}

}  // namespace malimap
