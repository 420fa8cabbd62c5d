#pragma once
// Pictures that are painted beside the window's work, one at a time: thumbnails of scenes, and the
// page of the preview. What is shown stays until the new picture is there.

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/session/jobs.h"
#include "app/session/pipeline.h"
#include "app/window/panel_texture.h"
#include "geo/map/picture_maker.h"

namespace malimap {

class Easel {
 public:
  /// `wake`: on any thread, when a picture waits.
  Easel(Snapshot<ContextLayers> context, std::function<void()> wake);

  /// Begins what the state wants painted and nobody has painted. `page_width`, `page_height`: room
  /// for the page, px; `scale`: px per dp. Call it for every frame.
  void follow(const State& state, const Derived& derived, double page_width, double page_height,
              double scale);

  /// Main thread, GL context current: takes over what is finished; true when there was anything.
  bool deliver();

  [[nodiscard]] const PanelPictures& pictures() const { return pictures_; }
  /// Whether something is being painted.
  [[nodiscard]] bool busy() const { return busy_; }

 private:
  struct ThumbKey {
    Snapshot<Dataset> dataset;
    Snapshot<Boundaries> boundaries;
    Language language;
    Scene scene;
    int width;
    bool operator==(const ThumbKey&) const = default;
  };
  struct Thumb {
    ThumbKey key;
    PanelTexture texture;
  };
  struct PageKey {
    Snapshot<Picture> picture;
    Snapshot<Shapes> shapes;
    Scene scene;
    Language language;
    int width, height;
    bool operator==(const PageKey&) const = default;
  };

  void follow_scenes(const State& state, double scale);
  void paint_thumb(ThumbKey key);
  void paint_page_picture(PageKey key, double scale);
  void show(const State& state, double scale);

  Snapshot<ContextLayers> context_;
  PanelPictures pictures_;
  std::vector<Thumb> thumbs_;
  std::optional<PageKey> page_key_;  // of what `page_` shows
  PanelTexture page_;
  bool busy_ = false;
  // Kept between thumbnails of the same data; used by one job at a time.
  std::shared_ptr<PictureMaker> maker_;
  Jobs jobs_;  // before the handle
  JobHandle job_;
};

}  // namespace malimap
