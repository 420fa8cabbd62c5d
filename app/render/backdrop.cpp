#include "app/render/backdrop.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace malimap {
namespace {

constexpr int kMargin = 96;      // px around the view: drags within it draw nothing
constexpr double kWhole = 1e-3;  // px: nearer to a whole pixel than this is one

gl::Rectangle whole(int width, int height) {
  return {0, 0, width, height};
}

View with_margin(View view) {
  view.width += 2 * kMargin;
  view.height += 2 * kMargin;
  return view;
}

}  // namespace

bool BackdropKey::matches(const BackdropKey& other) const {
  static_assert(std::is_trivially_copyable_v<Theme> && alignof(Theme) == 1,
                "compared as bytes: no padding");
  const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-9 * std::abs(a); };
  return shapes == other.shapes && detail == other.detail && width == other.width &&
         height == other.height && scale == other.scale &&
         near(metres_per_pixel, other.metres_per_pixel) && paint_version == other.paint_version &&
         std::memcmp(&theme, &other.theme, sizeof theme) == 0 && neighbours == other.neighbours &&
         rivers == other.rivers;
}

void Backdrop::update(const BackdropKey& key, const View& view, GLuint target,
                      const DrawMap& draw) {
  const bool same = valid_ && target_ == target && key_.matches(key);
  key_ = key;
  target_ = target;
  if (!same) {
    draw_all(view, draw);
    return;
  }
  const double mpp = view.metres_per_pixel();
  const double right = (centre_.x - view.camera.centre.x) / mpp;
  const double down = (view.camera.centre.y - centre_.y) / mpp;
  const bool near = std::abs(right) < width_ && std::abs(down) < height_;
  const bool even =
      std::abs(right - std::round(right)) < kWhole && std::abs(down - std::round(down)) < kWhole;
  if (!near || !even) {
    draw_all(view, draw);
    return;
  }
  right_ = static_cast<int>(std::lround(right));
  down_ = static_cast<int>(std::lround(down));
  if (std::abs(right_) > kMargin || std::abs(down_) > kMargin)
    shift(view, draw);
}

void Backdrop::draw_all(const View& view, const DrawMap& draw) {
  width_ = static_cast<int>(std::lround(view.width)) + 2 * kMargin;
  height_ = static_cast<int>(std::lround(view.height)) + 2 * kMargin;
  pages_[current_].prepare(width_, height_, target_);
  centre_ = view.camera.centre;
  right_ = down_ = 0;
  valid_ = true;
  glBindFramebuffer(GL_FRAMEBUFFER, pages_[current_].framebuffer());
  draw(with_margin(view), whole(width_, height_), whole(width_, height_));
}

void Backdrop::shift(const View& view, const DrawMap& draw) {
  const int right = std::exchange(right_, 0), down = std::exchange(down_, 0);
  const int up = -down;  // GL's y
  const int columns = width_ - std::abs(right), rows = height_ - std::abs(up);
  const int from_x = std::max(-right, 0), from_y = std::max(-up, 0);
  const int to_x = std::max(right, 0), to_y = std::max(up, 0);
  const gl::Page& before = pages_[current_];
  gl::Page& now = pages_[1 - current_];
  now.prepare(width_, height_, target_);
  before.copy({from_x, from_y, columns, rows}, now.framebuffer(), to_x, to_y);
  glEnable(GL_SCISSOR_TEST);
  current_ = 1 - current_;
  // Exactly as far as the picture was shifted: rounding must not add up over a long drag.
  const double mpp = view.metres_per_pixel();
  centre_.x -= right * mpp;
  centre_.y += down * mpp;
  View shown = with_margin(view);
  shown.camera.centre = centre_;
  if (right != 0)
    draw(shown, whole(width_, height_), {right > 0 ? 0 : columns, 0, std::abs(right), height_});
  if (up != 0)
    draw(shown, whole(width_, height_), {to_x, up > 0 ? 0 : rows, columns, std::abs(up)});
}

void Backdrop::copy_to(const gl::Rectangle& area, const gl::Rectangle& part) const {
  const int left = kMargin - right_ + part.x - area.x, bottom = kMargin + down_ + part.y - area.y;
  pages_[current_].copy({left, bottom, part.width, part.height}, target_, part.x, part.y);
  glEnable(GL_SCISSOR_TEST);
}

}  // namespace malimap
