#pragma once
// An OpenGL context for an X11 window that is there already and shows something; GLFW makes both or
// none.

#include <memory>
#include <optional>

namespace malimap::gl {

class WindowContext {
 public:
  /// OpenGL 3.3 core on the window, by its X11 id, over a connection to the server of its own; the
  /// window has the screen's default visual. Current on this thread afterwards, with the functions
  /// of GL loaded. Nothing where GLX cannot do it.
  [[nodiscard]] static std::optional<WindowContext> create(unsigned long window);
  WindowContext(WindowContext&&) noexcept;
  WindowContext& operator=(WindowContext&&) noexcept;
  ~WindowContext();

  void swap() const;
  void set_vsync(bool on) const;

 private:
  struct Parts;
  explicit WindowContext(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace malimap::gl
