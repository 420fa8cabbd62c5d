// Performance without a clock: what goes to the GPU when something changes, and how many draw calls
// a frame needs.

#include "tests/app/render/compare.h"
#include "tests/app/render/grid_map.h"
#include "tests/support/catch.h"

using namespace malimap;
using namespace malimap::testing;

namespace {

class Probe {
 public:
  Probe()
      : offscreen_(Offscreen::create(900, 700).value()), renderer_(MapRenderer::create().value()) {}

  /// What one more frame of this composition costs.
  RenderStats frame(const Composition& composition) {
    const RenderStats before = renderer_.stats();
    renderer_.update(composition);
    renderer_.draw({0, 0, 900, 700}, 700);
    RenderStats cost = renderer_.stats();
    cost.frames -= before.frames;
    cost.draw_calls -= before.draw_calls;
    cost.uploads -= before.uploads;
    cost.uploaded_bytes -= before.uploaded_bytes;
    cost.geometry_uploads -= before.geometry_uploads;
    cost.colour_uploads -= before.colour_uploads;
    cost.marker_uploads -= before.marker_uploads;
    cost.label_uploads -= before.label_uploads;
    cost.furniture_uploads -= before.furniture_uploads;
    cost.labels_rasterised -= before.labels_rasterised;
    return cost;
  }

 private:
  Offscreen offscreen_;
  MapRenderer renderer_;
};

Composition grid() {
  return grid_composition(snapshot(grid_shapes()), 900, 700);
}

}  // namespace

TEST_CASE("a frame in which nothing changed uploads nothing and draws no area again") {
  Probe probe;
  const Composition c = grid();
  const RenderStats first = probe.frame(c);
  CHECK(first.geometry_uploads > 0);
  CHECK(first.colour_uploads == 1);
  CHECK(first.draw_calls <= 16);
  const RenderStats again = probe.frame(c);
  CHECK(again.uploads == 0);
  CHECK(again.frames == 1);
  CHECK(again.draw_calls <= 6);
}

TEST_CASE("panning uploads no geometry, no colours, and sets no text again") {
  Probe probe;
  Composition c = grid();
  (void)probe.frame(c);
  for (int step = 1; step <= 10; ++step) {
    c.view.camera.centre.x += (step % 2 == 0 ? 3.0 : 2.37) * c.view.metres_per_pixel();
    for (Label& label : c.labels)
      label.box.x -= 3;
    const RenderStats cost = probe.frame(c);
    CHECK(cost.geometry_uploads == 0);
    CHECK(cost.colour_uploads == 0);
    CHECK(cost.marker_uploads == 0);
    CHECK(cost.furniture_uploads == 0);
    CHECK(cost.labels_rasterised == 0);
    CHECK(cost.label_uploads == 1);  // their places
    CHECK(cost.draw_calls <= 16);
  }
}

TEST_CASE("a filter uploads one colour a unit and nothing else") {
  Probe probe;
  Composition c = grid();
  (void)probe.frame(c);
  c.paint[3].fill = {200, 30, 30, 255};
  const RenderStats cost = probe.frame(c);
  CHECK(cost.colour_uploads == 1);
  CHECK(cost.uploads == 1);
  CHECK(cost.uploaded_bytes == static_cast<std::int64_t>(4 * (c.paint.size() + 2)));
}

TEST_CASE("a unit that loses its data is hatched without any upload but its colour") {
  Probe probe;
  Composition c = grid();
  (void)probe.frame(c);
  c.paint[3] = {c.theme.no_data_fill, kNoClass};
  const RenderStats cost = probe.frame(c);
  CHECK(cost.uploads == cost.colour_uploads);
  CHECK(cost.colour_uploads == 1);
}

TEST_CASE("pointing at a unit and selecting it uploads nothing") {
  Probe probe;
  Composition c = grid();
  (void)probe.frame(c);
  c.hovered = {2};
  c.selected = {2, 3};
  CHECK(probe.frame(c).uploads == 0);
}

TEST_CASE("other markers upload markers only") {
  Probe probe;
  Composition c = grid();
  (void)probe.frame(c);
  c.markers.pop_back();
  const RenderStats cost = probe.frame(c);
  CHECK(cost.marker_uploads == 1);
  CHECK(cost.uploads == 1);
}

TEST_CASE("a detail level is uploaded the first time that it is looked at, and kept") {
  Probe probe;
  Shapes shapes = grid_shapes({5, 4, 48});
  DetailLevel coarse = grid_shapes({5, 4, 12}).details[0];
  coarse.tolerance_m = 5000;
  shapes.details.push_back(std::move(coarse));
  Composition c = grid_composition(snapshot(std::move(shapes)), 900, 700);
  (void)probe.frame(c);
  const double near = c.view.camera.metres_per_dp;
  c.view.camera.metres_per_dp = near * 20;
  CHECK(probe.frame(c).geometry_uploads > 0);
  c.view.camera.metres_per_dp = near;
  CHECK(probe.frame(c).geometry_uploads == 0);
  c.view.camera.metres_per_dp = near * 21;
  CHECK(probe.frame(c).geometry_uploads == 0);
}

TEST_CASE("more texts than the atlas holds: all of the view's are still drawn") {
  Probe probe;
  Composition c = grid();
  for (int round = 0; round < 6; ++round) {
    c.labels.clear();
    for (int i = 0; i < 250; ++i) {
      Label label;
      label.text = "Texte " + std::to_string(round) + "/" + std::to_string(i);
      label.size_dp = 20;
      label.box = {10.0 + 3 * i, 20.0 + 2 * i, 150, 30};
      c.labels.push_back(label);
    }
    (void)probe.frame(c);
    CHECK(probe.frame(c).labels_rasterised == 0);
  }
}
