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

}  // namespace

RealMap::RealMap(Level level, const std::string& boundaries_file) : measure_(pango_measure()) {
  scene_.level = level;
  const auto boundaries = snapshot(boundaries_of(level, boundaries_file));
  const auto dataset = snapshot(embedded_dataset(*boundaries));
  auto shapes =
      make_shapes(*boundaries, level, embedded_context(), default_projection(*boundaries));
  if (!shapes)
    throw std::runtime_error(sentence(shapes.error(), Translator(Language::English)));
  shapes_ = snapshot(std::move(*shapes));
  PictureInput input;
  input.dataset = dataset;
  input.boundaries = boundaries;
  input.shapes = shapes_;
  input.coverage = snapshot(cover(*dataset, *boundaries, level, scene_.filter));
  input.scene = &scene_;
  picture_ = make_picture(input);
}

View RealMap::whole_view(double width, double height, double scale) const {
  View view{width, height, scale, {}};
  const double margin = 24 * scale;
  view.camera = fit(shapes_->box, width, height, scale, {margin, margin, margin, margin});
  return view;
}

Composition RealMap::compose_at(const View& view) const {
  ComposeInput input;
  input.picture = &picture_;
  input.shapes = shapes_;
  input.scene = &scene_;
  input.view = view;
  input.measure_text = measure_;
  return compose(input);
}

}  // namespace malimap::testing
