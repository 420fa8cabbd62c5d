#include "app/render/labels.h"

#include <fmt/format.h>

#include <cmath>

#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kHaloRoomDp = 4;  // a halo reaches beyond the box

std::string key_of(const Label& label, double scale) {
  const Colour c = label.colour, h = label.halo;
  return fmt::format("{}\n{:02x}{:02x}{:02x}{:02x}{:02x}{:02x}{:02x}{:02x} {} {} {}{} {} {} {}",
                     label.text, c.r, c.g, c.b, c.a, h.r, h.g, h.b, h.a,
                     static_cast<int>(label.role), label.size_dp, label.bold, label.italic,
                     label.box.width, label.box.height, scale);
}

}  // namespace

Stamp stamp_of(const Label& label, double scale) {
  const int room = static_cast<int>(std::ceil(kHaloRoomDp * scale));
  Stamp stamp;
  stamp.key = key_of(label, scale);
  stamp.x = static_cast<int>(std::lround(label.box.x)) - room;
  stamp.y = static_cast<int>(std::lround(label.box.y)) - room;
  stamp.width = static_cast<int>(std::ceil(label.box.width)) + 2 * room;
  stamp.height = static_cast<int>(std::ceil(label.box.height)) + 2 * room;
  stamp.picture = [&label, scale, room](cairo_t* cairo) {
    Label placed = label;
    placed.box.x = placed.box.y = room;
    draw_label(cairo, placed, scale);
  };
  return stamp;
}

void Labels::set(gl::GlState& state, RenderStats& stats, const std::vector<Label>& labels,
                 double scale) {
  std::vector<Stamp> stamps;
  stamps.reserve(labels.size());
  for (const Label& label : labels)
    stamps.push_back(stamp_of(label, scale));
  stamps_.set(state, stats, stamps);
}

void Labels::draw(Frame& frame, PictureBrush& brush) {
  stamps_.draw(frame, brush);
}

}  // namespace malimap
