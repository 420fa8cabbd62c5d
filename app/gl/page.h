#pragma once
// A picture that is kept to be copied to a framebuffer again and again.

#include "app/gl/handle.h"
#include "app/gl/state.h"

namespace malimap::gl {

class Page {
 public:
  /// Makes it anew, for copies to this framebuffer, unless it is there. True when it was made: its
  /// content is undefined then. May change the bound framebuffers.
  bool prepare(int width, int height, GLuint target);

  /// To be drawn on, as any framebuffer.
  [[nodiscard]] GLuint framebuffer() const { return framebuffer_.name(); }

  /// Copies a part, from its bottom left corner, to a place in a framebuffer, which stays bound.
  /// Leaves the scissor test off.
  void copy(const Rectangle& part, GLuint target, GLint x, GLint y) const;

 private:
  Texture texture_;
  Framebuffer framebuffer_;
  int width_ = 0, height_ = 0;
  bool for_window_ = false;
};

}  // namespace malimap::gl
