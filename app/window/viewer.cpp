#include "app/window/viewer.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <cstdlib>
#include <future>
#include <utility>

#include "app/render/offscreen.h"
#include "app/session/first_start.h"
#include "app/window/bench.h"
#include "app/window/fonts.h"
#include "app/window/large_pages.h"
#include "app/window/session_window.h"
#include "app/window/waiting.h"
#include "app/window/x11_picture.h"
#include "geo/map/projection.h"
#include "geo/map/shapes.h"

namespace malimap {
namespace {

/// Says on stderr how long the start took, where that is asked for.
class Timing {
 public:
  explicit Timing(bool wanted) : wanted_(wanted) {}

  void map_is_there() {
    if (wanted_ && !std::exchange(said_, true))
      fmt::print(stderr, "first complete map after {:.0f} ms\n", process_age_ms());
  }
  /// A frame was handed over.
  void is_ready() {
    if (!wanted_ || std::exchange(ended_, true))
      return;
    glFinish();
    map_is_there();
    fmt::print(stderr, "ready after {:.0f} ms\n", process_age_ms());
  }

 private:
  bool wanted_, said_ = false, ended_ = false;
};

// The whole window, once everything in it has settled.
Status take_screenshot(GlfwWindow& window, SessionWindow& session, const std::string& path,
                       Timing& timing) {
  window.ignore_pointer();
  constexpr int kUntilSettled = 3;
  for (int i = 0; i < kUntilSettled; ++i) {
    window.wait(0);
    (void)window.take_events();  // a pointer that happens to be there is not part of the picture
    session.draw();
    if (i + 1 < kUntilSettled)
      window.swap();
    timing.is_ready();
    session.finish_frame();
  }
  const GlfwWindow::Size size = window.size();
  glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
  glReadBuffer(GL_BACK);
  return write_framebuffer_png(path, size.width, size.height);
}

void run(GlfwWindow& window, SessionWindow& session, Timing& timing) {
  bool first = true;
  while (!window.wants_to_close()) {
    if (!first)
      window.wait(session.patience());
    if (!session.take_in())
      continue;
    session.draw();
    window.swap();
    timing.is_ready();
    first = false;
    session.finish_frame();
  }
}

}  // namespace

bool has_display() {
  return reaches_x11() || GlfwWindow::available();
}

Status run_viewer(const ViewerOptions& options,
                  const std::function<Result<StartState>(const Reading&)>& load) {
  prefer_large_pages(72);  // pictures
  Progress progress;
  MapAhead ahead;
  auto loading = std::async(std::launch::async, [&] {
    prefer_large_pages(24);  // a country's boundaries
    return begin_session(options.language, ahead, [&] {
      return load({progress, [&](const auto& boundaries, const Scene& scene) {
                     ahead.begin(boundaries, scene);
                   }});
    });
  });
  if (!GlfwWindow::available())
    return failure({N_("There is no display to open a window on."), {}}, {},
                   {N_("The commands render, summarize and check need none."), {}});
  // Not before: no two threads can open libraries at once, and GLFW opens some.
  const auto projections = std::async(std::launch::async, open_projections);
  const double scale = options.scale.value_or(GlfwWindow::monitor_scale());
  ImFontAtlas atlas;
  auto lettering = std::async(std::launch::async, [&] {
    prefer_large_pages(24);
    return build_fonts(atlas, static_cast<float>(scale));
  });
  auto window = GlfwWindow::create(options.width, options.height, "Malimap");
  const bool watched = options.screenshot.empty() && options.bench_pan_frames == 0;
  if (window && watched &&
      !wait_for({loading, progress, ahead, options.reading, options.language, scale}, *window))
    return {};  // the user has closed it
  auto session = loading.get();
  auto fonts = lettering.get();
  // The input's errors first: they are what the user can mend.
  if (!session)
    return tl::make_unexpected(session.error());
  if (!window)
    return tl::make_unexpected(window.error());
  if (!fonts)
    return tl::make_unexpected(fonts.error());

  const Snapshot<Shapes> shapes = session->derived.shapes;
  window->begin_imgui(atlas);
  window->show();
  SessionWindow shown(*window, std::move(*session), *fonts, scale, options.probe,
                      options.workspace);
  // Who starts for the first time is shown around; a script that watches the window is not.
  if (options.screenshot.empty() && options.probe.empty() && options.bench_pan_frames == 0 &&
      is_first_start()) {
    remember_start();
    shown.apply(action::SetTour{0});
  }
  Timing timing(options.timing);
  if (shown.show_first_picture())
    timing.map_is_there();
  const auto triangles = std::async(std::launch::async, [&] { triangulate(*shapes); });
  // Last, although it could be begun beside all this: while Mesa is being loaded no thread can
  // begin and no other library be opened.
  if (auto begun = window->begin_gl(); !begun)
    return begun;
  auto renderer = MapRenderer::create();
  if (!renderer)
    return tl::make_unexpected(renderer.error());
  shown.begin(std::move(*renderer));
  Status status;
  if (!options.screenshot.empty())
    status = take_screenshot(*window, shown, options.screenshot, timing);
  else if (options.bench_pan_frames > 0)
    bench_pan(*window, shown, options.bench_pan_frames);
  else
    run(*window, shown, timing);
  window->end_imgui();
  return status;
}

}  // namespace malimap
