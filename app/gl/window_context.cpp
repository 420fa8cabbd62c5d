#include "app/gl/window_context.h"

#include <glad/gl.h>
// GLX and X11, which makes macros of many words, last.
#include <GL/glx.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace malimap::gl {
namespace {

struct FreeX11 {
  void operator()(void* memory) const { XFree(memory); }
};
struct Disconnect {
  void operator()(Display* display) const { XCloseDisplay(display); }
};
using Connection = std::unique_ptr<Display, Disconnect>;

// What the server refuses is an answer here: X11 would end the program.
class RefusalsTaken {
 public:
  RefusalsTaken() : before_(XSetErrorHandler([](Display*, XErrorEvent*) { return 0; })) {}
  ~RefusalsTaken() { XSetErrorHandler(before_); }
  RefusalsTaken(const RefusalsTaken&) = delete;
  RefusalsTaken& operator=(const RefusalsTaken&) = delete;

 private:
  XErrorHandler before_;
};

template <class Function>
Function function(const char* name) {
  return reinterpret_cast<Function>(glXGetProcAddressARB(reinterpret_cast<const GLubyte*>(name)));
}

/// Drawn on both sides, for windows of the screen's default visual.
GLXFBConfig config_for_default_visual(Display* display) {
  const int screen = DefaultScreen(display);
  constexpr auto kWanted =
      std::to_array<int>({GLX_DRAWABLE_TYPE, GLX_WINDOW_BIT, GLX_RENDER_TYPE, GLX_RGBA_BIT,
                          GLX_DOUBLEBUFFER, True, GLX_SAMPLES, 0, GLX_DEPTH_SIZE, 0, None});
  int count = 0;
  const std::unique_ptr<GLXFBConfig, FreeX11> found(
      glXChooseFBConfig(display, screen, kWanted.data(), &count));
  const std::span configs(found.get(), found ? static_cast<std::size_t>(count) : 0);
  const auto wanted = static_cast<int>(XVisualIDFromVisual(DefaultVisual(display, screen)));
  const auto fits = std::find_if(configs.begin(), configs.end(), [&](GLXFBConfig config) {
    int visual = 0;
    return glXGetFBConfigAttrib(display, config, GLX_VISUAL_ID, &visual) == Success &&
           visual == wanted;
  });
  return fits == configs.end() ? nullptr : *fits;
}

GLXContext core_context(Display* display, GLXFBConfig config) {
  const char* extensions = glXQueryExtensionsString(display, DefaultScreen(display));
  if (extensions == nullptr ||
      std::string_view(extensions).find("GLX_ARB_create_context_profile") == std::string_view::npos)
    return nullptr;
  const auto create = function<PFNGLXCREATECONTEXTATTRIBSARBPROC>("glXCreateContextAttribsARB");
  constexpr auto kWanted =
      std::to_array<int>({GLX_CONTEXT_MAJOR_VERSION_ARB, 3, GLX_CONTEXT_MINOR_VERSION_ARB, 3,
                          GLX_CONTEXT_PROFILE_MASK_ARB, GLX_CONTEXT_CORE_PROFILE_BIT_ARB,
                          GLX_CONTEXT_FLAGS_ARB, GLX_CONTEXT_FORWARD_COMPATIBLE_BIT_ARB, None});
  return create != nullptr ? create(display, config, nullptr, True, kWanted.data()) : nullptr;
}

}  // namespace

struct WindowContext::Parts {
  Connection display;
  GLXContext context = nullptr;
  GLXWindow window = None;

  ~Parts() {
    if (context == nullptr)
      return;
    glXMakeContextCurrent(display.get(), None, None, nullptr);
    if (window != None)
      glXDestroyWindow(display.get(), window);
    glXDestroyContext(display.get(), context);
  }
};

WindowContext::WindowContext(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
WindowContext::WindowContext(WindowContext&&) noexcept = default;
WindowContext& WindowContext::operator=(WindowContext&&) noexcept = default;
WindowContext::~WindowContext() = default;

std::optional<WindowContext> WindowContext::create(unsigned long window) {
  const RefusalsTaken refusals;
  auto parts = std::make_unique<Parts>();
  parts->display.reset(XOpenDisplay(nullptr));
  Display* display = parts->display.get();
  if (display == nullptr || glXQueryExtension(display, nullptr, nullptr) == False)
    return std::nullopt;
  const GLXFBConfig config = config_for_default_visual(display);
  if (config == nullptr)
    return std::nullopt;
  parts->context = core_context(display, config);
  if (parts->context == nullptr)
    return std::nullopt;
  parts->window = glXCreateWindow(display, config, window, nullptr);
  if (glXMakeContextCurrent(display, parts->window, parts->window, parts->context) == False ||
      gladLoadGL([](const char* name) { return function<GLADapiproc>(name); }) == 0)
    return std::nullopt;
  return WindowContext(std::move(parts));
}

void WindowContext::swap() const {
  glXSwapBuffers(parts_->display.get(), parts_->window);
}

void WindowContext::set_vsync(bool on) const {
  const int interval = on ? 1 : 0;
  const char* known =
      glXQueryExtensionsString(parts_->display.get(), DefaultScreen(parts_->display.get()));
  const std::string_view extensions = known != nullptr ? known : "";
  if (extensions.find("GLX_EXT_swap_control") != std::string_view::npos) {
    if (const auto set = function<PFNGLXSWAPINTERVALEXTPROC>("glXSwapIntervalEXT"))
      set(parts_->display.get(), parts_->window, interval);
  } else if (extensions.find("GLX_MESA_swap_control") != std::string_view::npos) {
    if (const auto set = function<PFNGLXSWAPINTERVALMESAPROC>("glXSwapIntervalMESA"))
      set(static_cast<unsigned>(interval));
  }
}

}  // namespace malimap::gl
