#pragma once
// Pointer and keys on the map, turned into actions: drag, zoom at the pointer, select, cycle, drill
// down, units into the filter one by one or by a lasso. Knows no window system, so that it is
// tested with events alone.

#include <optional>

#include "app/panels/layout.h"
#include "app/session/action.h"
#include "app/session/pipeline.h"
#include "app/window/event.h"

namespace malimap {

/// What the control reads while it handles one event.
struct MapSituation {
  const State& state;
  const Derived& derived;
  const Composition& composition;  // of the last frame
  PixelBox map;                    // px of the window
  View view;                       // with the camera of now
  Camera fitted;                   // that shows the whole country
  bool pointer_on_map = false;     // and on nothing that lies over it
  bool keys_for_map = true;        // no text field or panel has them
};

class MapControl {
 public:
  /// Appends what the event asks for.
  void handle(const Event& event, const MapSituation& now, std::vector<Action>& actions);

  /// What is under the pointer; nothing while dragging.
  [[nodiscard]] Hit hover(const MapSituation& now) const;
  [[nodiscard]] std::optional<PixelPoint> pointer() const { return pointer_; }
  [[nodiscard]] bool dragging() const { return drag_ && drag_->moved; }
  /// The line that is being drawn around units, on the plane; empty while there is none. Closed by
  /// whoever draws it.
  [[nodiscard]] const std::vector<PlanePoint>& lasso() const { return lasso_; }

 private:
  struct Drag {
    PixelPoint from;
    Camera camera;
    bool moved = false;
    bool lasso = false;    // draws a line instead of moving the map
    bool control = false;  // was held: what is caught comes to what is there
  };
  void press(const event::Button& button, const MapSituation& now, std::vector<Action>& actions);
  void release(const event::Button& button, const MapSituation& now, std::vector<Action>& actions);
  void move(const MapSituation& now, std::vector<Action>& actions);
  void zoom(double factor, PixelPoint at, double time, const MapSituation& now,
            std::vector<Action>& actions);
  void shift(double right, double down, double time, const MapSituation& now,
             std::vector<Action>& actions);
  void key(const event::KeyPressed& key, const MapSituation& now, std::vector<Action>& actions);
  void draw_lasso(const MapSituation& now);
  void close_lasso(const Drag& drag, const MapSituation& now, std::vector<Action>& actions);
  void escape(const MapSituation& now, std::vector<Action>& actions);
  void step(Camera camera, double time, const MapSituation& now, std::vector<Action>& actions);

  std::optional<PixelPoint> pointer_;
  std::optional<Drag> drag_;
  std::vector<PlanePoint> lasso_;
  event::Button last_click_;
  bool clicked_before_ = false;
  double last_step_ = -1e9;  // time of the last zoom or shift
};

}  // namespace malimap
