#include "app/window/bench.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <vector>

namespace malimap {
namespace {

// A figure of eight about the middle of the country, at a scale where the map fills the window. In
// whole pixels, as a mouse drags.
Camera on_path(const Camera& fitted, double width, double scale, double t) {
  const double angle = 2 * std::numbers::pi * t;
  const double reach = fitted.metres_per_dp * width * 0.2;
  Camera camera = fitted;
  camera.metres_per_dp /= 1.5;
  const double pixel = camera.metres_per_dp / scale;
  const auto whole = [pixel](double metres) { return std::round(metres / pixel) * pixel; };
  camera.centre.x += whole(reach * std::sin(angle));
  camera.centre.y += whole(reach * std::sin(2 * angle) / 2);
  return camera;
}

}  // namespace

void bench_pan(GlfwWindow& window, SessionWindow& session, int frames) {
  constexpr int kWarmUp = 5;
  using Clock = std::chrono::steady_clock;
  window.set_vsync(false);
  const Camera fitted = session.fitted();
  std::vector<double> times;
  for (int i = -kWarmUp; i < frames; ++i) {
    const auto begin = Clock::now();
    window.wait(0);
    session.take_in();
    const double t = static_cast<double>(i) / static_cast<double>(std::max(frames, 1));
    const View& view = session.view();
    session.apply(
        action::SetCamera{on_path(fitted, view.width / view.scale, view.scale, t), false});
    session.draw();
    window.swap();
    glFinish();
    session.finish_frame();
    if (i >= 0)
      times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  const auto at = [&](double part) {
    const auto last = static_cast<double>(times.size() - 1);
    return times[static_cast<std::size_t>(std::lround(part * last))];
  };
  fmt::print("frames {} median {:.2f} p95 {:.2f} max {:.2f} ms\n", times.size(), at(0.5), at(0.95),
             times.back());
}

}  // namespace malimap
