#include "app/render/map_renderer.h"

#include <cmath>
#include <optional>

#include "app/render/arcs.h"
#include "app/render/backdrop.h"
#include "app/render/bands.h"
#include "app/render/clusters.h"
#include "app/render/context_lines.h"
#include "app/render/dots.h"
#include "app/render/fills.h"
#include "app/render/furniture.h"
#include "app/render/labels.h"
#include "app/render/leaders.h"
#include "app/render/markers.h"
#include "app/render/rivers.h"
#include "app/render/symbols.h"
#include "geo/map/style.h"

namespace malimap {
namespace {

/// What a picture needs besides what is on the GPU.
struct Shown {
  Snapshot<Shapes> shapes;
  const DetailLevel* detail = nullptr;
  View view;
  Theme theme;
  LayerSwitches layers;
  std::vector<UnitIndex> selected, hovered;
};

gl::Rectangle area_of(const PixelBox& box, int framebuffer_height) {
  const auto left = static_cast<GLint>(std::lround(box.x));
  const auto top = static_cast<GLint>(std::lround(box.y));
  const auto width = static_cast<GLsizei>(std::lround(box.width));
  const auto height = static_cast<GLsizei>(std::lround(box.height));
  return {left, framebuffer_height - top - height, width, height};
}

void clear_to(Colour colour) {
  glClearColor(static_cast<float>(colour.r) / 255.0F, static_cast<float>(colour.g) / 255.0F,
               static_cast<float>(colour.b) / 255.0F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

struct MapRenderer::Parts {
  Parts(Fills f, BandAreasOnGpu b, LineBrush l, CircleBrush c, PictureBrush p, Dots d)
      : fills(std::move(f)),
        bands(std::move(b)),
        lines(std::move(l)),
        circles(std::move(c)),
        pictures(std::move(p)),
        dots(std::move(d)) {}

  gl::GlState state;
  RenderStats stats;
  Fills fills;
  BandAreasOnGpu bands;
  LineBrush lines;
  CircleBrush circles;
  PictureBrush pictures;
  Dots dots;
  Arcs arcs;
  Rivers rivers;
  ContextLines context;
  Markers markers;
  Clusters clusters;
  Symbols symbols;
  Leaders leaders;
  Labels labels;
  FurniturePainter furniture;
  Backdrop backdrop;
  std::int64_t paint_version = 0;
  std::optional<Shown> shown;

  [[nodiscard]] Frame frame(const View& view, const gl::Rectangle& area, const gl::Rectangle& part);
  [[nodiscard]] BackdropKey backdrop_key() const;
  void draw_backdrop(Frame frame);
  void draw_overlays(Frame frame);
};

Result<MapRenderer> MapRenderer::create() {
  auto fills = Fills::create();
  if (!fills)
    return tl::make_unexpected(fills.error());
  auto bands = BandAreasOnGpu::create();
  if (!bands)
    return tl::make_unexpected(bands.error());
  auto lines = LineBrush::create();
  if (!lines)
    return tl::make_unexpected(lines.error());
  auto circles = CircleBrush::create();
  if (!circles)
    return tl::make_unexpected(circles.error());
  auto pictures = PictureBrush::create();
  if (!pictures)
    return tl::make_unexpected(pictures.error());
  auto dots = Dots::create();
  if (!dots)
    return tl::make_unexpected(dots.error());
  return MapRenderer(std::make_unique<Parts>(std::move(*fills), std::move(*bands),
                                             std::move(*lines), std::move(*circles),
                                             std::move(*pictures), std::move(*dots)));
}

MapRenderer::MapRenderer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
MapRenderer::MapRenderer(MapRenderer&&) noexcept = default;
MapRenderer& MapRenderer::operator=(MapRenderer&&) noexcept = default;
MapRenderer::~MapRenderer() = default;

const RenderStats& MapRenderer::stats() const {
  return parts_->stats;
}

void MapRenderer::update(const Composition& composition) {
  Parts& p = *parts_;
  p.state.forget();
  if (!composition.shapes || composition.shapes->details.empty()) {
    p.shown.reset();
    return;
  }
  const Shapes& shapes = *composition.shapes;
  if (!p.shown || p.shown->shapes != composition.shapes) {
    p.backdrop.forget();
    p.fills.reset();
    p.arcs.reset();
    p.rivers.reset();
    p.context.reset();
  }
  const DetailLevel& detail = shapes.detail_for(composition.view.metres_per_pixel());
  p.fills.prepare(p.state, p.stats, shapes, detail);
  p.arcs.prepare(p.state, p.stats, shapes, detail);
  p.rivers.prepare(p.state, p.stats, shapes);
  p.context.prepare(p.state, p.stats, shapes);
  if (p.fills.set_paint(p.state, p.stats, composition.paint, composition.theme))
    p.paint_version += 1;
  if (p.bands.set(p.state, p.stats, composition, detail))
    p.paint_version += 1;
  if (p.dots.set(p.state, p.stats, shapes, composition.dots, composition.dot_radius_dp))
    p.paint_version += 1;
  p.markers.set_towns(p.state, p.stats, shapes, composition.towns);
  p.markers.set_markers(p.state, p.stats, shapes, composition.markers);
  p.clusters.set(p.state, p.stats, composition);
  p.symbols.set(p.state, p.stats, composition);
  p.leaders.set(p.state, p.stats, composition);
  p.labels.set(p.state, p.stats, composition.labels, composition.view.scale);
  p.furniture.set(p.state, p.stats, composition);
  p.shown = Shown{composition.shapes, &detail,
                  composition.view,   composition.theme,
                  composition.layers, composition.selected,
                  composition.hovered};
  glBindVertexArray(0);
}

void MapRenderer::draw(const PixelBox& box, int framebuffer_height,
                       const std::optional<PixelBox>& only) {
  Parts& p = *parts_;
  const gl::Rectangle area = area_of(box, framebuffer_height);
  const gl::Rectangle part = only ? area_of(*only, framebuffer_height) : area;
  if (!p.shown || area.width <= 0 || area.height <= 0 || part.width <= 0 || part.height <= 0 ||
      p.shown->view.width < 1 || p.shown->view.height < 1)
    return;
  GLint target = 0;
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
  p.state.forget();
  p.backdrop.update(p.backdrop_key(), p.shown->view, static_cast<GLuint>(target),
                    [&p](const View& view, const gl::Rectangle& page, const gl::Rectangle& part) {
                      p.draw_backdrop(p.frame(view, page, part));
                    });
  p.backdrop.copy_to(area, part);
  p.draw_overlays(p.frame(p.shown->view, area, part));
  p.stats.frames += 1;
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

Frame MapRenderer::Parts::frame(const View& view, const gl::Rectangle& area,
                                const gl::Rectangle& part) {
  state.area(area, part);
  return {state,
          stats,
          view,
          shown->theme,
          *shown->shapes,
          origin_of(*shown->shapes),
          visible_box(view, area, part),
          area};
}

BackdropKey MapRenderer::Parts::backdrop_key() const {
  const View& view = shown->view;
  return {shown->shapes.get(), shown->detail, view.width,
          view.height,         view.scale,    view.metres_per_pixel(),
          paint_version,       shown->theme,  shown->layers.neighbours,
          shown->layers.rivers};
}

void MapRenderer::Parts::draw_backdrop(Frame frame) {
  clear_to(frame.theme.sea);
  if (shown->layers.neighbours) {
    fills.draw_neighbours(frame);
    arcs.draw_neighbours(frame, lines);
  }
  fills.draw_units(frame, *shown->detail);
  if (!bands.empty()) {
    bands.draw(frame, lines);
    fills.draw_units_above(frame, *shown->detail);
  }
  if (shown->layers.rivers) {
    fills.draw_lakes(frame);
    rivers.draw(frame, lines);
  }
  arcs.draw_borders(frame, lines, *shown->detail);
  context.draw(frame, lines, circles);
  dots.draw(frame);
}

void MapRenderer::Parts::draw_overlays(Frame frame) {
  const LayerSwitches& layers = shown->layers;
  arcs.draw_outlines(frame, lines, *shown->detail, shown->hovered,
                     {style::kHoverWidth, frame.theme.selection});
  arcs.draw_outlines(frame, lines, *shown->detail, shown->selected,
                     {style::kSelectionWidth, frame.theme.selection});
  if (layers.towns)
    markers.draw_towns(frame, circles);
  symbols.draw(frame, pictures);
  if (layers.markers) {
    markers.draw_markers(frame, circles);
    clusters.draw(frame, pictures);
  }
  leaders.draw(frame, lines, circles);
  labels.draw(frame, pictures);
  furniture.draw(frame, pictures);
}

}  // namespace malimap
