#pragma once
// Presentation mode: its keys, the flight between scenes, and what is drawn over the map (title,
// pen, pointer, blank screen, number of the scene).

#include <optional>
#include <string>
#include <vector>

#include "app/panels/panels.h"
#include "app/session/flight.h"
#include "app/window/event.h"
#include "app/window/panel_texture.h"

namespace malimap {

/// Type and lines are so much larger than in the window: to be read from the back of a room.
inline constexpr double kPresentedScale = 1.6;
/// How long the scene's number stands before it fades, and how long that takes, seconds.
inline constexpr double kNumberShown = 2.5, kNumberFades = 0.6;

class Presenter {
 public:
  /// What is on the screen when an event comes.
  struct Shown {
    const State& state;
    PixelBox map;  // px of the window
    View view;
  };

  /// Carries the event out. True when it was for the presentation alone; the wheel goes on to the
  /// map.
  bool handle(const Event& event, const Shown& shown, std::vector<Action>& actions);

  /// Another scene begins: from what is on the screen now. Call it when State::presentation's
  /// flight has risen, before anything is derived again.
  void take_off(const View& view, const Snapshot<Composition>& composition, double now);
  /// Presentation mode has begun or ended.
  void begin(double now);
  void end();

  /// Where the map looks now on its way to the camera.
  [[nodiscard]] Camera camera(const Camera& wanted, const Snapshot<Shapes>& shapes, double width_dp,
                              double now);
  /// The composition in the colours of now, without what only the window's legend offers.
  [[nodiscard]] Snapshot<Composition> shown(const Snapshot<Composition>& composition, double now);

  /// Something moves: frames are due.
  [[nodiscard]] bool moving(double now) const;
  /// Seconds until something begins to move by itself; negative: nothing will.
  [[nodiscard]] double rests(double now) const;

  /// Into ImGui's frame.
  void draw(const PanelContext& ctx, const View& view, double now);

 private:
  struct Departure {
    Camera camera;
    Snapshot<Composition> composition;
    double time = 0;
    std::optional<Flight> flight;  // once the end is known
    Camera wanted;
  };
  struct StripKey {
    std::string title, subtitle, foot;
    double width = 0;
    float scale = 0;
    ThemeName theme = ThemeName::Light;
    bool operator==(const StripKey&) const = default;
  };

  bool key(const event::KeyPressed& key, const State& state, std::vector<Action>& actions);
  bool button(const event::Button& button, const Shown& shown, std::vector<Action>& actions);
  void strips(const PanelContext& ctx);
  void drawing(const PanelContext& ctx, const View& view) const;
  void number(const PanelContext& ctx, double now) const;
  [[nodiscard]] double progress(double now) const;

  std::optional<Departure> departure_;
  // What was made last, and from what.
  Snapshot<Composition> source_, shown_;
  double shown_since_ = -1e9;  // of the scene's number
  std::optional<PixelPoint> pointer_;
  std::vector<PlanePoint> stroke_;  // being drawn
  bool drawing_ = false;
  std::optional<StripKey> strip_key_;
  PanelTexture title_, foot_;
};

}  // namespace malimap
