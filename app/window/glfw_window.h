#pragma once
// GLFW: one window, its OpenGL 3.3 core context, its events as values, ImGui's backends.
// Lengths are pixels: on X11, which Debian's GLFW speaks, window and framebuffer agree.

#include <imgui.h>

#include <memory>
#include <string>
#include <vector>

#include "app/window/event.h"
#include "geo/base/result.h"
#include "geo/output/png_file.h"

struct GLFWwindow;

namespace malimap {

class GlfwWindow {
 public:
  /// Whether a display can be reached; starts GLFW.
  [[nodiscard]] static bool available();
  /// Pixels per dp of the first monitor. After available().
  [[nodiscard]] static double monitor_scale();

  /// Hidden, and without a context: that takes longer than a first picture. Errors: no display.
  [[nodiscard]] static Result<GlfwWindow> create(int width, int height, const char* title);
  GlfwWindow(GlfwWindow&&) noexcept;
  GlfwWindow& operator=(GlfwWindow&&) noexcept;
  ~GlfwWindow();

  struct Size {
    int width = 0, height = 0;
  };
  [[nodiscard]] Size size() const;
  [[nodiscard]] Size position() const;  // of the content's top left corner on the screen

  /// Puts a picture on the shown window, its corner at (x, y), px, before there is a context. False
  /// where it cannot.
  bool put(const PixelRows& picture, int x = 0, int y = 0);
  /// Makes the window's context, current on this thread; where GLX cannot, GLFW makes it with a new
  /// window in place of this one. After begin_imgui. Errors: no OpenGL 3.3.
  [[nodiscard]] Status begin_gl();

  void show();
  void set_title(const char* title);
  [[nodiscard]] bool wants_to_close() const;
  void close();
  void keep_open();  // takes the wish to close back
  [[nodiscard]] bool is_full_screen() const;
  void toggle_full_screen();

  /// Sleeps until there is an event, at most so many seconds; 0 does not sleep, negative sleeps as
  /// long as it takes.
  void wait(double seconds);
  /// What happened since the last call.
  [[nodiscard]] std::vector<Event> take_events();
  /// Safe on every thread: makes wait() return.
  static void wake();
  static double now();  // seconds

  /// The text that was copied; "" when none was.
  [[nodiscard]] std::string clipboard() const;
  void set_clipboard(const std::string& text);

  void swap();
  void set_vsync(bool on);

  /// ImGui on this window, between begin and end; the atlas must outlive that. Before begin_gl its
  /// frames can be made, not drawn.
  void begin_imgui(ImFontAtlas& atlas);
  void end_imgui();
  /// From here on the pointer is nowhere for ImGui.
  void ignore_pointer();
  void begin_imgui_frame();

 private:
  struct Parts;
  explicit GlfwWindow(std::unique_ptr<Parts> parts);
  [[nodiscard]] Status make_with_gl();
  std::unique_ptr<Parts> parts_;
};

}  // namespace malimap
