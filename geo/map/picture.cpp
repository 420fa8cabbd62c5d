#include "geo/map/compose.h"
#include "geo/map/legend.h"
#include "geo/map/markers.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

std::vector<UnitPaint> paint_units(const Coverage& coverage, const Classes& classes,
                                   const Scene& scene) {
  const auto colours = class_colours(classes, scene);
  const Colour no_data = theme_of(scene.theme).no_data_fill;
  std::vector<UnitPaint> paint(coverage.zone_of_unit.size(), {no_data, kNoClass, true});
  for (std::size_t unit = 0; unit < paint.size(); ++unit) {
    const int zone = coverage.zone_of_unit[unit];
    const int index = zone < 0 ? kNoClass : classes.class_of[static_cast<std::size_t>(zone)];
    if (index != kNoClass)
      paint[unit] = {colours[static_cast<std::size_t>(index)], index, false};
  }
  return paint;
}

}  // namespace

Picture make_picture(const PictureInput& input) {
  const Translator tr(input.language);
  const Scene& scene = *input.scene;
  Picture picture;
  picture.coverage = input.coverage;
  picture.classes = classes_of(*input.coverage, scene.measure, scene.classing);
  picture.paint = paint_units(*input.coverage, picture.classes, scene);
  const AdminLayer* layer = input.boundaries->layer(input.coverage->level);
  for (const AdminUnit& unit : (layer ? *layer : input.boundaries->finest()).units)
    picture.unit_names.push_back(unit.name);
  if (scene.layers.markers)
    picture.markers = make_markers(*input.dataset, scene.filter, input.shapes->projection);
  picture.legend = make_legend(input, picture.classes, picture.markers, tr);
  picture.title = title_words(input, tr);
  picture.subtitle = subtitle_words(input, tr);
  picture.totals = totals_words(input, tr);
  picture.footer = footer_words(input, tr);
  return picture;
}

}  // namespace malimap
