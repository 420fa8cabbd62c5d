#include "app/window/glfw_window.h"

#include <glad/gl.h>
// GLFW after the loader.
#include <GLFW/glfw3.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <cfloat>
#include <optional>
#include <utility>

#include "app/gl/window_context.h"
#include "app/window/x11_picture.h"

namespace malimap {

struct GlfwWindow::Parts {
  GLFWwindow* window = nullptr;
  std::optional<gl::WindowContext> context;  // where GLFW has not made it
  std::string title;
  bool has_imgui = false, has_gl = false, ignores_pointer = false;
  std::vector<Event> events;
  int windowed[4] = {0, 0, 0, 0};  // place and size before full screen

  ~Parts() {
    end_imgui();
    context.reset();
    if (window)
      glfwDestroyWindow(window);
    glfwTerminate();
  }
  void end_imgui() {
    if (!std::exchange(has_imgui, false))
      return;
    if (std::exchange(has_gl, false))
      ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
  }
  static Parts& of(GLFWwindow* window) {
    return *static_cast<Parts*>(glfwGetWindowUserPointer(window));
  }
  [[nodiscard]] PixelPoint pointer() const {
    PixelPoint at;
    glfwGetCursorPos(window, &at.x, &at.y);
    return at;
  }
  void listen();
};

namespace {

event::Key key_of(int key) {
  switch (key) {
    case GLFW_KEY_ESCAPE:
      return event::Key::Escape;
    case GLFW_KEY_TAB:
      return event::Key::Tab;
    case GLFW_KEY_HOME:
      return event::Key::Home;
    case GLFW_KEY_LEFT:
      return event::Key::Left;
    case GLFW_KEY_RIGHT:
      return event::Key::Right;
    case GLFW_KEY_UP:
      return event::Key::Up;
    case GLFW_KEY_DOWN:
      return event::Key::Down;
    case GLFW_KEY_F1:
      return event::Key::F1;
    case GLFW_KEY_F2:
      return event::Key::F2;
    case GLFW_KEY_F3:
      return event::Key::F3;
    case GLFW_KEY_F4:
      return event::Key::F4;
    case GLFW_KEY_END:
      return event::Key::End;
    case GLFW_KEY_PAGE_UP:
      return event::Key::PageUp;
    case GLFW_KEY_PAGE_DOWN:
      return event::Key::PageDown;
    case GLFW_KEY_SPACE:
      return event::Key::Space;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return event::Key::Enter;
    case GLFW_KEY_BACKSPACE:
      return event::Key::Backspace;
    case GLFW_KEY_F5:
      return event::Key::F5;
    case GLFW_KEY_F6:
      return event::Key::F6;
    case GLFW_KEY_F7:
      return event::Key::F7;
    case GLFW_KEY_F11:
      return event::Key::F11;
    default:
      return event::Key::Other;
  }
}

// GLFW's key codes name places of the US layout; what is printed there differs (Z and W, A and Q on
// French keyboards).
char letter_of(int key, int scancode) {
  const char* name = glfwGetKeyName(key, scancode);
  const bool counts = name && (name[0] == '+' || name[0] == '-' || name[0] == '=');
  // French keyboards print figures on the shifted side of their keys.
  if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9 && !counts)
    return static_cast<char>('0' + (key - GLFW_KEY_0));
  if (name && name[0] != 0 && name[1] == 0)
    return name[0] >= 'A' && name[0] <= 'Z' ? static_cast<char>(name[0] - 'A' + 'a') : name[0];
  if (!name && key >= GLFW_KEY_A && key <= GLFW_KEY_Z)
    return static_cast<char>('a' + (key - GLFW_KEY_A));
  return 0;
}

Error no_window() {
  const char* why = nullptr;
  glfwGetError(&why);
  return {{N_("The window cannot be opened: {0}"), {why ? why : ""}},
          {},
          {N_("A display with OpenGL 3.3 is needed; the commands render and summarize need none."),
           {}}};
}

GLFWwindow* make_window(int width, int height, const char* title, int api) {
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_CLIENT_API, api);
  if (api == GLFW_OPENGL_API) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SAMPLES, 0);
  }
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "malimap");
  return glfwCreateWindow(width, height, title, nullptr, nullptr);
}

}  // namespace

// Every event goes to ImGui's backend and into the list.
void GlfwWindow::Parts::listen() {
  glfwSetWindowUserPointer(window, this);
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui_ImplGlfw_CursorPosCallback(w, x, y);
#endif
    of(w).events.push_back(event::PointerMoved{{x, y}});
  });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
    ImGui_ImplGlfw_CursorEnterCallback(w, entered);
    if (!entered)
      of(w).events.push_back(event::PointerLeft{});
  });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
    ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
    using Which = event::Button::Which;
    const Which which = button == GLFW_MOUSE_BUTTON_LEFT    ? Which::Left
                        : button == GLFW_MOUSE_BUTTON_RIGHT ? Which::Right
                                                            : Which::Other;
    of(w).events.push_back(event::Button{which, action == GLFW_PRESS, of(w).pointer(),
                                         glfwGetTime(), (mods & GLFW_MOD_CONTROL) != 0,
                                         (mods & GLFW_MOD_SHIFT) != 0});
  });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double dx, double dy) {
    ImGui_ImplGlfw_ScrollCallback(w, dx, dy);
    of(w).events.push_back(event::Wheel{dy, of(w).pointer(), glfwGetTime()});
  });
  glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
    ImGui_ImplGlfw_KeyCallback(w, key, scancode, action, mods);
    if (action == GLFW_RELEASE)
      of(w).events.push_back(event::Changed{});
    else
      of(w).events.push_back(event::KeyPressed{key_of(key), letter_of(key, scancode),
                                               (mods & GLFW_MOD_CONTROL) != 0,
                                               (mods & GLFW_MOD_SHIFT) != 0, glfwGetTime()});
  });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int character) {
    ImGui_ImplGlfw_CharCallback(w, character);
    of(w).events.push_back(event::Character{character, glfwGetTime()});
  });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
    ImGui_ImplGlfw_WindowFocusCallback(w, focused);
    of(w).events.push_back(event::Changed{});
  });
  glfwSetFramebufferSizeCallback(
      window, [](GLFWwindow* w, int, int) { of(w).events.push_back(event::Changed{}); });
  glfwSetWindowRefreshCallback(window,
                               [](GLFWwindow* w) { of(w).events.push_back(event::Changed{}); });
  glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
    of(w).events.push_back(event::Dropped{{paths, paths + count}});
  });
}

GlfwWindow::GlfwWindow(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
GlfwWindow::GlfwWindow(GlfwWindow&&) noexcept = default;
GlfwWindow& GlfwWindow::operator=(GlfwWindow&&) noexcept = default;
GlfwWindow::~GlfwWindow() = default;

bool GlfwWindow::available() {
  return glfwInit() == GLFW_TRUE;
}

double GlfwWindow::monitor_scale() {
  float x = 1, y = 1;
  if (GLFWmonitor* monitor = glfwGetPrimaryMonitor())
    glfwGetMonitorContentScale(monitor, &x, &y);
  return x > 0 ? static_cast<double>(x) : 1.0;
}

Result<GlfwWindow> GlfwWindow::create(int width, int height, const char* title) {
  if (!glfwInit())
    return tl::make_unexpected(no_window());
  auto parts = std::make_unique<Parts>();
  parts->title = title;
  parts->window = make_window(width, height, title, GLFW_NO_API);
  if (!parts->window)
    return tl::make_unexpected(no_window());
  return GlfwWindow(std::move(parts));
}

bool GlfwWindow::put(const PixelRows& picture, int x, int y) {
  return put_picture(parts_->window, picture, x, y);
}

Status GlfwWindow::begin_gl() {
  if (const unsigned long id = x11_id(parts_->window); id != 0)
    parts_->context = gl::WindowContext::create(id);
  if (!parts_->context)
    if (auto made = make_with_gl(); !made)
      return made;
  ImGui_ImplOpenGL3_Init("#version 330 core");
  parts_->has_gl = true;
  return {};
}

// GLFW makes a context for a new window only.
Status GlfwWindow::make_with_gl() {
  const Size before = size();
  const bool visible = glfwGetWindowAttrib(parts_->window, GLFW_VISIBLE) == GLFW_TRUE;
  ImGui_ImplGlfw_Shutdown();
  glfwDestroyWindow(parts_->window);
  parts_->window = make_window(before.width, before.height, parts_->title.c_str(), GLFW_OPENGL_API);
  if (!parts_->window) {
    parts_->has_imgui = false;
    ImGui::DestroyContext();
    return tl::make_unexpected(no_window());
  }
  ImGui_ImplGlfw_InitForOpenGL(parts_->window, false);
  parts_->listen();
  if (visible)
    show();
  glfwMakeContextCurrent(parts_->window);
  return gladLoadGL(glfwGetProcAddress) ? Status{} : tl::make_unexpected(no_window());
}

GlfwWindow::Size GlfwWindow::size() const {
  Size size;
  glfwGetFramebufferSize(parts_->window, &size.width, &size.height);
  return size;
}

GlfwWindow::Size GlfwWindow::position() const {
  Size place;
  glfwGetWindowPos(parts_->window, &place.width, &place.height);
  return place;
}

void GlfwWindow::show() {
  glfwShowWindow(parts_->window);
}
void GlfwWindow::set_title(const char* title) {
  parts_->title = title;
  glfwSetWindowTitle(parts_->window, title);
}
bool GlfwWindow::wants_to_close() const {
  return glfwWindowShouldClose(parts_->window) != 0;
}
void GlfwWindow::close() {
  glfwSetWindowShouldClose(parts_->window, GLFW_TRUE);
}

void GlfwWindow::keep_open() {
  glfwSetWindowShouldClose(parts_->window, GLFW_FALSE);
}

bool GlfwWindow::is_full_screen() const {
  return glfwGetWindowMonitor(parts_->window) != nullptr;
}

void GlfwWindow::toggle_full_screen() {
  GLFWwindow* window = parts_->window;
  int* before = parts_->windowed;
  if (is_full_screen()) {
    glfwSetWindowMonitor(window, nullptr, before[0], before[1], before[2], before[3], 0);
    return;
  }
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
  if (!mode)
    return;
  glfwGetWindowPos(window, &before[0], &before[1]);
  glfwGetWindowSize(window, &before[2], &before[3]);
  glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void GlfwWindow::wait(double seconds) {
  if (seconds < 0)
    glfwWaitEvents();
  else if (seconds > 0)
    glfwWaitEventsTimeout(seconds);
  else
    glfwPollEvents();
}

std::vector<Event> GlfwWindow::take_events() {
  return std::exchange(parts_->events, {});
}
void GlfwWindow::wake() {
  glfwPostEmptyEvent();
}
double GlfwWindow::now() {
  return glfwGetTime();
}
std::string GlfwWindow::clipboard() const {
  const char* text = glfwGetClipboardString(parts_->window);
  return text ? text : "";
}
void GlfwWindow::set_clipboard(const std::string& text) {
  glfwSetClipboardString(parts_->window, text.c_str());
}
void GlfwWindow::swap() {
  if (parts_->context)
    parts_->context->swap();
  else
    glfwSwapBuffers(parts_->window);
}
void GlfwWindow::set_vsync(bool on) {
  if (parts_->context)
    parts_->context->set_vsync(on);
  else
    glfwSwapInterval(on ? 1 : 0);
}

void GlfwWindow::begin_imgui(ImFontAtlas& atlas) {
  ImGui::CreateContext(&atlas);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTextCursorBlink = false;  // would ask for frames forever
  ImGui_ImplGlfw_InitForOpenGL(parts_->window, false);
  parts_->has_imgui = true;
  parts_->listen();
}

void GlfwWindow::end_imgui() {
  parts_->end_imgui();
}

void GlfwWindow::ignore_pointer() {
  parts_->ignores_pointer = true;
}

void GlfwWindow::begin_imgui_frame() {
  if (parts_->has_gl)
    ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  if (parts_->ignores_pointer)
    ImGui::GetIO().MousePos = {-FLT_MAX, -FLT_MAX};
  ImGui::NewFrame();
}

}  // namespace malimap
