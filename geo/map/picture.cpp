#include "geo/map/change_markers.h"
#include "geo/map/clusters.h"
#include "geo/map/difference.h"
#include "geo/map/distance_map.h"
#include "geo/map/draft.h"
#include "geo/map/legend.h"
#include "geo/map/markers.h"
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

/// Circles for places on top of symbols and dots would be taken for them.
bool takes_markers(MapType type) {
  return type != MapType::Symbols && type != MapType::Pies && type != MapType::Bars &&
         type != MapType::Dots && type != MapType::Difference;
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
  } else if (scene.layers.markers && takes_markers(scene.type)) {
    const Filter filter = filter_of(scene);
    picture.markers = make_markers(
        *input.dataset, filter, input.shapes->projection,
        places_left_in(*input.dataset->projects, *input.boundaries, *input.coverage, filter),
        input.cube.get());
    picture.clusters = make_clusters(picture.markers, *input.dataset);
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
