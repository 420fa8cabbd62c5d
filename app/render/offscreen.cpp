#include "app/render/offscreen.h"

#include "app/gl/handle.h"
// After the loader, which replaces the system's GL header.
#include <GLFW/glfw3.h>

#include <algorithm>

#include "app/render/surface.h"

namespace malimap {

Image read_framebuffer(int width, int height) {
  Image image{width, height, {}};
  const auto row = static_cast<std::size_t>(width);
  image.pixels.resize(row * static_cast<std::size_t>(height));
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, width, height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, image.pixels.data());
  for (std::size_t y = 0; y < static_cast<std::size_t>(height) / 2; ++y)
    std::swap_ranges(image.pixels.begin() + static_cast<std::ptrdiff_t>(y * row),
                     image.pixels.begin() + static_cast<std::ptrdiff_t>((y + 1) * row),
                     image.pixels.end() - static_cast<std::ptrdiff_t>((y + 1) * row));
  for (std::uint32_t& pixel : image.pixels)
    pixel |= 0xFF000000U;
  return image;
}

Status write_png(const std::string& path, const Image& image) {
  Surface surface(image.width, image.height);
  unsigned char* bytes = surface.pixels();
  cairo_status_t status = cairo_surface_status(surface.surface());
  if (status == CAIRO_STATUS_SUCCESS && bytes != nullptr) {
    auto* pixels = reinterpret_cast<std::uint32_t*>(bytes);
    for (int y = 0; y < image.height; ++y)
      std::copy_n(image.pixels.begin() + static_cast<std::ptrdiff_t>(y) * image.width, image.width,
                  pixels + static_cast<std::ptrdiff_t>(y) * surface.stride());
    cairo_surface_mark_dirty(surface.surface());
    status = cairo_surface_write_to_png(surface.surface(), path.c_str());
  }
  if (status != CAIRO_STATUS_SUCCESS)
    return failure({N_("the picture cannot be written: {0}"), {cairo_status_to_string(status)}},
                   {path, {}, {}, {}});
  return {};
}

Status write_framebuffer_png(const std::string& path, int width, int height) {
  return write_png(path, read_framebuffer(width, height));
}

struct Offscreen::Parts {
  GLFWwindow* window = nullptr;
  gl::Texture colour;
  gl::Framebuffer framebuffer;
  int width = 0, height = 0;

  Parts() = default;
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() {
    // GL objects before their context.
    framebuffer = {};
    colour = {};
    if (window != nullptr)
      glfwDestroyWindow(window);
    glfwTerminate();
  }
};

Result<Offscreen> Offscreen::create(int width, int height) {
  if (glfwInit() == GLFW_FALSE)
    return failure({N_("no display can be reached"), {}});
  auto parts = std::make_unique<Parts>();
  parts->width = width;
  parts->height = height;
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  parts->window = glfwCreateWindow(64, 64, "malimap", nullptr, nullptr);
  if (parts->window == nullptr)
    return failure({N_("this computer's graphics driver has no OpenGL 3.3"), {}});
  glfwMakeContextCurrent(parts->window);
  if (gladLoadGL(glfwGetProcAddress) == 0)
    return failure({N_("this computer's graphics driver has no OpenGL 3.3"), {}});
  parts->colour = gl::Texture::make();
  glBindTexture(GL_TEXTURE_2D, parts->colour.name());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  parts->framebuffer = gl::Framebuffer::make();
  glBindFramebuffer(GL_FRAMEBUFFER, parts->framebuffer.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, parts->colour.name(),
                         0);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
    return failure({N_("the graphics driver cannot draw a picture of {0} by {1} pixels"),
                    {std::to_string(width), std::to_string(height)}});
  return Offscreen(std::move(parts));
}

Offscreen::Offscreen(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Offscreen::Offscreen(Offscreen&&) noexcept = default;
Offscreen& Offscreen::operator=(Offscreen&&) noexcept = default;
Offscreen::~Offscreen() = default;

Image Offscreen::read() const {
  return read_framebuffer(parts_->width, parts_->height);
}

std::string Offscreen::driver() const {
  return reinterpret_cast<const char*>(glGetString(GL_RENDERER));
}

}  // namespace malimap
