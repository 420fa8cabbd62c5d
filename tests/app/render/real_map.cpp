#include "tests/app/render/real_map.h"

#include <cmath>
#include <stdexcept>

#include "geo/boundaries/read.h"
#include "geo/coverage/coverage.h"
#include "geo/output/page.h"
#include "geo/output/text.h"
#include "geo/projects/dataset.h"

namespace malimap::testing {
namespace {

Boundaries boundaries_of(Level level, const std::string& file) {
  if (file.empty())
    return embedded_boundaries();
  Problems problems;
  BoundaryOptions options;
  options.level = level;
  auto read = read_boundaries(file, options, problems);
  if (!read)
    throw std::runtime_error(sentence(read.error(), Translator(Language::English)));
  return std::move(*read);
}

Scene scene_of(Level level) {
  Scene scene;
  scene.level = level;
  return scene;
}

}  // namespace

RealMap::RealMap(Level level, const std::string& boundaries_file)
    : RealMap(scene_of(level), boundaries_file) {}

RealMap::RealMap(Scene scene, const std::string& boundaries_file) : measure_(pango_measure()) {
  MapData data;
  data.boundaries = snapshot(boundaries_of(scene.level, boundaries_file));
  data.dataset = snapshot(embedded_dataset(*data.boundaries));
  data.context = snapshot(embedded_context());
  auto made = PictureMaker(std::move(data), Language::French).make(scene);
  if (!made)
    throw std::runtime_error(sentence(made.error(), Translator(Language::English)));
  made_ = std::move(*made);
}

View RealMap::whole_view(double width, double height, double scale) const {
  View view{width, height, scale, {}};
  const double margin = 24 * scale;
  view.camera = fit(made_.shapes->box, width, height, scale, {margin, margin, margin, margin});
  return view;
}

Composition RealMap::compose_at(const View& view) const {
  ComposeInput input;
  input.picture = made_.picture.get();
  input.shapes = made_.shapes;
  input.scene = made_.scene.get();
  input.view = view;
  input.measure_text = measure_;
  return compose(input);
}

}  // namespace malimap::testing
