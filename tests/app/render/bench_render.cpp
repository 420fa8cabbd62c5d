// How long a frame takes: composing, uploading, drawing, each as median and 95 % of 200 frames,
// 1920 x 1080.
//   xvfb-run -a -s "-screen 0 1280x1024x24 -noreset" build/release/tests/app/render/bench_render
//   [BOUNDARIES-FILE cercle]
// LIBGL_ALWAYS_SOFTWARE=1 asks for the software rasteriser. "draw" includes waiting for the picture
// to be finished.

#include <glad/gl.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "app/render/map_renderer.h"
#include "app/render/offscreen.h"
#include "tests/app/render/real_map.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

constexpr int kWidth = 1920, kHeight = 1080, kFrames = 200;

double now_ms() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(since).count();
}

/// Of all threads, the rasteriser's too: what the frame costs whatever else the machine does.
double cpu_ms() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto ms = [](const timeval& t) {
    return 1e3 * static_cast<double>(t.tv_sec) + 1e-3 * static_cast<double>(t.tv_usec);
  };
  return ms(used.ru_utime) + ms(used.ru_stime);
}

struct Times {
  std::vector<double> compose, update, draw, frame;
};

void print(const char* what, std::vector<double>& times) {
  std::sort(times.begin(), times.end());
  std::printf("  %-8s median %6.2f ms   95 %% %6.2f ms\n", what, times[times.size() / 2],
              times[times.size() * 95 / 100]);
}

class Bench {
 public:
  Bench(const RealMap& map, MapRenderer& renderer) : map_(map), renderer_(renderer) {}

  void frame(const View& view, Times& times) {
    const double start = now_ms();
    const Composition composition = map_.compose_at(view);
    const double composed = now_ms();
    renderer_.update(composition);
    const double updated = now_ms();
    renderer_.draw({0, 0, kWidth, kHeight}, kHeight);
    glFinish();
    const double drawn = now_ms();
    times.compose.push_back(composed - start);
    times.update.push_back(updated - composed);
    times.draw.push_back(drawn - updated);
    times.frame.push_back(drawn - start);
  }

  /// Frames of a view that changes by `step`.
  template <class Step>
  void run(const char* name, View view, Step step) {
    Times times;
    const double cpu = cpu_ms();
    for (int i = 0; i < kFrames; ++i) {
      step(view, i);
      frame(view, times);
    }
    std::printf("%s (%.2f ms of processor time a frame)\n", name, (cpu_ms() - cpu) / kFrames);
    print("compose", times.compose);
    print("update", times.update);
    print("draw", times.draw);
    print("frame", times.frame);
  }

 private:
  const RealMap& map_;
  MapRenderer& renderer_;
};

int bench(const std::string& file, Level level) {
  auto offscreen = Offscreen::create(kWidth, kHeight);
  if (!offscreen)
    return 2;
  auto renderer = MapRenderer::create();
  if (!renderer)
    return 2;
  std::printf("%s, %d x %d\n", offscreen->driver().c_str(), kWidth, kHeight);
  const RealMap map(level, file);
  Bench bench(map, *renderer);
  const View whole = map.whole_view(kWidth, kHeight);
  Times first;
  const double cpu = cpu_ms();
  bench.frame(whole, first);
  std::printf(
      "first frame (%.1f ms of processor time): compose %.1f ms, update %.1f ms, draw %.1f ms\n",
      cpu_ms() - cpu, first.compose[0], first.update[0], first.draw[0]);
  View close = whole;
  close.camera.metres_per_dp /= 3;
  const auto pan = [](View& view, int i) {
    view.camera.centre.x += (i < kFrames / 2 ? 5 : -5) * view.metres_per_pixel();
    view.camera.centre.y += (i % 2) * 3 * view.metres_per_pixel();
  };
  bench.run("standing still", whole, [](View&, int) {});
  bench.run("panning over the whole country", whole, pan);
  bench.run("panning three times closer", close, pan);
  bench.run("zooming", whole, [](View& view, int i) {
    view.camera.metres_per_dp *= i < kFrames / 2 ? 0.985 : 1 / 0.985;
  });
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const bool cercles = count > 2 && std::string(arguments[2]) == "cercle";
  try {
    return bench(count > 1 ? arguments[1] : "", cercles ? Level::Cercle : Level::Region);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 2;
  }
}
