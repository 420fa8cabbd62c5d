#include "app/window/panel_texture.h"

#include <cstdint>

namespace malimap {

void PanelTexture::put(const Surface& picture) {
  const unsigned char* pixels = picture.pixels();
  if (!pixels)
    return;
  width_ = picture.width();
  height_ = picture.height();
  texture_ = gl::Texture::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.name());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, picture.stride());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_, height_, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
               pixels);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
}

PanelPicture PanelTexture::picture() const {
  if (!texture_)
    return {};
  return {reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture_.name())), width_,
          height_};
}

}  // namespace malimap
