#include "app/gl/state.h"

namespace malimap::gl {

void GlState::forget() {
  *this = GlState();
}

void GlState::use(const Program& program) {
  if (program_ == program.name())
    return;
  program_ = program.name();
  glUseProgram(program.name());
}

void GlState::bind(const VertexArray& array) {
  if (array_ == array.name())
    return;
  array_ = array.name();
  glBindVertexArray(array.name());
}

void GlState::bind_texture(GLenum target, const Texture& texture) {
  const BoundTexture wanted{target, texture.name()};
  if (texture_ == wanted)
    return;
  texture_ = wanted;
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(target, texture.name());
}

void GlState::blend(Blend mode) {
  if (blend_ == mode)
    return;
  blend_ = mode;
  if (mode == Blend::Opaque) {
    glDisable(GL_BLEND);
    return;
  }
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void GlState::area(const Rectangle& viewport, const Rectangle& scissor) {
  if (viewport_ == viewport && scissor_ == scissor)
    return;
  viewport_ = viewport;
  scissor_ = scissor;
  glViewport(viewport.x, viewport.y, viewport.width, viewport.height);
  glEnable(GL_SCISSOR_TEST);
  glScissor(scissor.x, scissor.y, scissor.width, scissor.height);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_STENCIL_TEST);
  glDisable(GL_CULL_FACE);
  glDisable(GL_FRAMEBUFFER_SRGB);
  glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

}  // namespace malimap::gl
