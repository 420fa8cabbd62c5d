#include "app/window/x11_picture.h"

// X11, which makes macros of many words, last.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <algorithm>
#include <memory>

// As GLFW/glfw3native.h has them, which wants headers of more of X11 than this. Weak: GLFW for
// Wayland has none of them.
extern "C" {
__attribute__((weak)) Display* glfwGetX11Display(void);
__attribute__((weak)) Window glfwGetX11Window(GLFWwindow* window);
}

namespace malimap {
namespace {

constexpr int kBand = 64;  // rows: the server keeps room for the longest request it has met

struct Disconnect {
  void operator()(Display* display) const { XCloseDisplay(display); }
};

struct FreeImage {
  void operator()(XImage* image) const {
    image->data = nullptr;  // the picture's, not ours
    XDestroyImage(image);
  }
};

bool has_our_pixels(const XWindowAttributes& window) {
  const Visual& visual = *window.visual;
  return visual.c_class == TrueColor && (window.depth == 24 || window.depth == 32) &&
         visual.red_mask == 0xff0000 && visual.green_mask == 0xff00 && visual.blue_mask == 0xff;
}

int byte_order() {
  constexpr std::uint32_t kOne = 1;
  return *reinterpret_cast<const unsigned char*>(&kOne) == 1 ? LSBFirst : MSBFirst;
}

}  // namespace

bool reaches_x11() {
  // Kept: some servers start anew, and refuse who comes meanwhile, when their last client leaves.
  static const std::unique_ptr<Display, Disconnect> connection(XOpenDisplay(nullptr));
  return connection != nullptr;
}

unsigned long x11_id(GLFWwindow* window) {
  return glfwGetX11Window != nullptr && glfwGetX11Display != nullptr ? glfwGetX11Window(window) : 0;
}

bool put_picture(GLFWwindow* window, const PixelRows& picture, int x, int y) {
  const Window id = x11_id(window);
  if (id == 0)
    return false;
  Display* display = glfwGetX11Display();
  XWindowAttributes attributes;
  if (XGetWindowAttributes(display, id, &attributes) == 0 || !has_our_pixels(attributes))
    return false;
  const std::unique_ptr<XImage, FreeImage> image(
      XCreateImage(display, attributes.visual, static_cast<unsigned>(attributes.depth), ZPixmap, 0,
                   reinterpret_cast<char*>(const_cast<std::uint32_t*>(picture.pixels)),
                   static_cast<unsigned>(picture.width), static_cast<unsigned>(picture.height), 32,
                   static_cast<int>(picture.stride * sizeof(std::uint32_t))));
  if (image == nullptr)
    return false;
  image->byte_order = byte_order();
  const GC context = XCreateGC(display, id, 0, nullptr);
  const int height = static_cast<int>(picture.height);
  for (int row = 0; row < height; row += kBand)
    XPutImage(display, id, context, image.get(), 0, row, x, y + row,
              static_cast<unsigned>(picture.width),
              static_cast<unsigned>(std::min(kBand, height - row)));
  XFreeGC(display, context);
  XSync(display, False);
  return true;
}

}  // namespace malimap
