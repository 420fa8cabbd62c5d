#pragma once
// From a scene to its picture, for whoever draws several scenes of the same data: a deck, an atlas,
// thumbnails. Keeps what scenes share (shapes per level and projection, the cube per level).

#include <memory>

#include "geo/base/result.h"
#include "geo/boundaries/context.h"
#include "geo/map/compose.h"
#include "geo/projects/need_table.h"

namespace malimap {

struct MapData {
  Snapshot<Dataset> dataset;
  Snapshot<Boundaries> boundaries;
  Snapshot<ContextLayers> context;
  Snapshot<NeedTable> need = nullptr;    // of the file that Scene::gaps names; may be null
  Snapshot<Dataset> previous = nullptr;  // the earlier list; may be null
};

struct ScenePicture {
  Snapshot<Scene> scene;
  Snapshot<Shapes> shapes;
  Snapshot<Picture> picture;
};

class PictureMaker {
 public:
  PictureMaker(MapData data, Language language);
  ~PictureMaker();
  PictureMaker(PictureMaker&&) noexcept;
  PictureMaker& operator=(PictureMaker&&) noexcept;

  /// A level that the boundaries lack is shown as the finest that they have. Errors: a projection
  /// that is not known, context files that cannot be read.
  [[nodiscard]] Result<ScenePicture> make(const Scene& scene);

  [[nodiscard]] const MapData& data() const;
  [[nodiscard]] Language language() const;
  [[nodiscard]] const CoverageCube& cube(Level level);

 private:
  struct Kept;
  std::unique_ptr<Kept> kept_;
};

}  // namespace malimap
