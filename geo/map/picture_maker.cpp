#include "geo/map/picture_maker.h"

#include <deque>
#include <map>
#include <tuple>

#include "geo/coverage/gaps/gaps.h"
#include "geo/coverage/list_changes.h"
#include "geo/map/marker_index.h"

namespace malimap {
namespace {

constexpr std::size_t kShapesKept = 8;  // projections and context layers of one's own are rare

}  // namespace

struct PictureMaker::Kept {
  struct KeptShapes {
    Level level;
    std::string projection;
    std::vector<ContextFile> context;
    Snapshot<Shapes> shapes;
  };

  MapData data;
  Language language;
  std::map<Level, Snapshot<CoverageCube>> cubes;
  std::map<std::string, Snapshot<MarkerIndex>> places;  // by projection
  std::deque<KeptShapes> shapes;                        // the last made at the end

  Snapshot<CoverageCube> cube_of(Level level);
  Snapshot<MarkerIndex> places_on(const std::string& projection);
  Result<Snapshot<Shapes>> shapes_of(Level level, const Scene& scene);
  Snapshot<Coverage> coverage_of(const CoverageCube& cube, const Scene& scene,
                                 const DistanceStudy* distances);
  Snapshot<Coverage> other_coverage(const CoverageCube& cube, Level level, const Scene& scene);
};

Result<Snapshot<Shapes>> PictureMaker::Kept::shapes_of(Level level, const Scene& scene) {
  const std::string projection = projection_of(scene.projection, *data.boundaries);
  for (const KeptShapes& kept : shapes)
    if (std::tie(kept.level, kept.projection, kept.context) ==
        std::tie(level, projection, scene.context))
      return kept.shapes;
  const ContextLayers none;
  auto made = make_shapes(*data.boundaries, level, data.context ? *data.context : none, projection);
  if (!made)
    return tl::make_unexpected(made.error());
  if (const Status added = add_context_files(*made, scene.context); !added)
    return tl::make_unexpected(added.error());
  if (shapes.size() == kShapesKept)
    shapes.pop_front();
  shapes.push_back({level, projection, scene.context, snapshot(std::move(*made))});
  return shapes.back().shapes;
}

PictureMaker::PictureMaker(MapData data, Language language)
    : kept_(std::make_unique<Kept>(Kept{std::move(data), language, {}, {}, {}})) {}
PictureMaker::~PictureMaker() = default;
PictureMaker::PictureMaker(PictureMaker&&) noexcept = default;
PictureMaker& PictureMaker::operator=(PictureMaker&&) noexcept = default;

const MapData& PictureMaker::data() const {
  return kept_->data;
}

Language PictureMaker::language() const {
  return kept_->language;
}

const CoverageCube& PictureMaker::cube(Level level) {
  return *kept_->cube_of(level);
}

Snapshot<CoverageCube> PictureMaker::Kept::cube_of(Level level) {
  if (!data.boundaries->layer(level))
    level = data.boundaries->finest().level;
  auto& cube = cubes[level];
  if (!cube)
    cube = std::make_shared<const CoverageCube>(*data.dataset, *data.boundaries, level);
  return cube;
}

Snapshot<MarkerIndex> PictureMaker::Kept::places_on(const std::string& projection) {
  auto& index = places[projection];
  if (!index)
    index = std::make_shared<const MarkerIndex>(*data.dataset, projection);
  return index;
}

// What the scene's measures ask for besides the figures.
Snapshot<Coverage> PictureMaker::Kept::coverage_of(const CoverageCube& cube, const Scene& scene,
                                                   const DistanceStudy* distances) {
  Coverage coverage = cover(cube, filter_of(scene));
  if (is_gap_measure(scene.measure) ||
      (scene.type == MapType::Bivariate && is_gap_measure(scene.second))) {
    GapInput gaps;
    gaps.cube = &cube;
    gaps.boundaries = data.boundaries.get();
    gaps.filter = filter_of(scene);
    gaps.settings = scene.gaps;
    gaps.need = {scene.gaps.need, data.need};
    gaps.outside_programme = scene.outside_programme;
    add_gaps(coverage, gaps);
  }
  if (distances)
    add_distances(coverage, *distances);
  return snapshot(std::move(coverage));
}

// The other view, of which a map of differences takes this one away.
Snapshot<Coverage> PictureMaker::Kept::other_coverage(const CoverageCube& cube, Level level,
                                                      const Scene& scene) {
  if (scene.type != MapType::Difference || !scene.compare.any())
    return nullptr;
  Scene other = scene;
  other.filter = scene.compare.other.value_or(scene.filter);
  if (!scene.compare.previous_list)
    return coverage_of(cube, other, nullptr);
  if (!data.previous)
    return nullptr;
  return coverage_of(CoverageCube(*data.previous, *data.boundaries, level), other, nullptr);
}

Result<ScenePicture> PictureMaker::make(const Scene& scene) {
  const MapData& data = kept_->data;
  const AdminLayer* layer = data.boundaries->layer(scene.level);
  const Level level = layer ? layer->level : data.boundaries->finest().level;
  auto shapes = kept_->shapes_of(level, scene);
  if (!shapes)
    return tl::make_unexpected(shapes.error());
  ScenePicture made{snapshot(Scene(scene)), *shapes, {}};
  const Snapshot<CoverageCube> cube = kept_->cube_of(level);
  const CoverageCube& figures = *cube;
  const Filter filter = filter_of(scene);
  PictureInput input;
  input.dataset = data.dataset;
  input.boundaries = data.boundaries;
  input.shapes = *shapes;
  input.cube = cube;
  if (shows_places(scene))
    input.marker_index = kept_->places_on((*shapes)->projection);
  if (needs_distances(scene))
    input.distances = snapshot(study_distances(
        figures, *data.boundaries, filter,
        data.context ? std::span<const Town>(data.context->towns) : std::span<const Town>(),
        scene.gaps.beyond_km));
  input.coverage = kept_->coverage_of(figures, scene, input.distances.get());
  input.need = data.need;
  if (scene.compare.previous_list && data.previous) {
    input.previous = data.previous;
    input.changes =
        snapshot(compare_lists(*data.previous, *data.dataset, Translator(kept_->language)));
  }
  input.other = kept_->other_coverage(figures, level, scene);
  if (needs_groups(scene.type)) {
    const Dimension by[] = {scene.by};
    input.groups = snapshot(cover_groups(figures, filter, by));
  }
  input.scene = made.scene.get();
  input.language = kept_->language;
  made.picture = snapshot(make_picture(input));
  return made;
}

}  // namespace malimap
