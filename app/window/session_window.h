#pragma once
// The session in a window: takes events, keeps the state, draws frames. Made once all is loaded.

#include <optional>
#include <string>
#include <vector>

#include "app/panels/panels.h"
#include "app/render/map_renderer.h"
#include "app/window/easel.h"
#include "app/window/frame_clock.h"
#include "app/window/furniture_places.h"
#include "app/window/glfw_window.h"
#include "app/window/map_control.h"
#include "app/window/outputs.h"
#include "app/window/panel_cache.h"
#include "app/window/preparation.h"
#include "app/window/presenter.h"
#include "app/window/readings.h"
#include "app/window/start.h"
#include "app/window/studies.h"

namespace malimap {

class SessionWindow {
 public:
  /// ImGui has begun on the window. show_first_picture() and begin() come before all else.
  SessionWindow(GlfwWindow& window, Session session, const Fonts& fonts, double scale,
                std::string probe, std::string workspace);

  /// Shows the window's first picture before there is OpenGL. False where it cannot.
  [[nodiscard]] bool show_first_picture();

  /// The window's context is current.
  void begin(MapRenderer renderer);

  /// Everything that happened since the last call, carried out. True when a frame is due.
  bool take_in();

  /// Draws one frame into the back buffer.
  void draw();

  /// What the frame's panels asked for, carried out; the probe is written. After swap().
  void finish_frame();

  /// How long to sleep when no frame is due, seconds; negative: until something happens.
  [[nodiscard]] double patience() const;

  /// Carries the action out; one whose groundwork takes longer than a frame waits until a job has
  /// laid it, and those that come after it wait with it.
  void apply(const Action& action);
  [[nodiscard]] const FrameClock& clock() const { return clock_; }
  [[nodiscard]] const View& view() const { return view_; }
  [[nodiscard]] Camera fitted() const;
  void draw_next_frame() { clock_.wake(); }

 private:
  // session_input.cpp: what happened, carried out
  void handle(const Event& event);
  bool present(const Event& event);
  bool key(const event::KeyPressed& key);
  bool escape();        // what Escape ends before it reaches the map
  bool escape_panel();  // a dialog or the preview
  void paste();
  void keyboard_into_panels();
  void ask_before_closing();
  [[nodiscard]] bool over_map(PixelPoint at) const;
  [[nodiscard]] MapSituation situation() const;

  void carry_out(const Action& action, State next);
  void cancel_jobs();
  void follow_presentation(bool presented, int flight);
  void derive();
  void place();  // layout, view
  void compose();
  void render_panels();
  void draw_panels();
  void draw_session_panels(const PanelContext& ctx);
  void draw_map(const GlfwWindow::Size& size);
  void draw_lasso() const;
  void draw_other(const GlfwWindow::Size& size);
  void compose_other();
  void play();  // the window of time, a step when it is time
  [[nodiscard]] FurniturePlaces::Map furnished() const;
  [[nodiscard]] double map_scale() const;  // px per dp of the map
  [[nodiscard]] PanelContext panel_context();
  void follow_theme();

  GlfwWindow& window_;
  std::optional<MapRenderer> renderer_;        // from begin() on
  std::optional<MapRenderer> other_renderer_;  // made when two views are compared
  PanelCache panels_;
  std::unique_ptr<Pipeline> pipeline_;
  State state_;
  Derived derived_;
  Snapshot<Composition> composition_;
  Snapshot<Composition> other_;  // the other view of a comparison; null: none
  Layout layout_;
  GlfwWindow::Size size_;  // of the window in this frame: asking for it waits for the X server
  View view_;
  Style style_;
  std::optional<ThemeName> styled_for_;
  std::string probe_;

  FrameClock clock_;
  MapControl control_;
  Presenter presenter_;
  bool was_full_screen_ = false;  // before the presentation
  Hover hover_;
  std::vector<PixelBox> covered_;  // of the map, by what lies over it; of the last frame
  bool has_chips_ = false;
  bool popup_open_ = false, text_active_ = false, keys_in_panels_ = false;
  int panel_with_keys_ = -1;

  FurniturePlaces places_;
  FurnitureBoxes furniture_;  // of this frame
  UiText text_;
  WidgetLog widgets_;
  std::vector<Action> actions_;
  Requests requests_;
  std::vector<Jobs::Running> running_;
  double next_step_ = 0;  // of the window of time, while it plays
  Easel easel_;
  Preparation preparation_;
  Studies studies_;
  Readings readings_;
  Outputs outputs_;
};

}  // namespace malimap
