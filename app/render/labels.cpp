#include "app/render/labels.h"

#include <cmath>

#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr double kHaloRoomDp = 4;  // a halo reaches beyond the box

// Bytes, not words: it is asked for every label of every frame.
std::string key_of(const Label& label, double scale) {
  std::string key = label.text;
  const auto add = [&](const auto& value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  for (const Colour c : {label.colour, label.halo})
    add(c);
  add(label.role);
  add(label.bold);
  add(label.italic);
  for (const double length : {label.size_dp, label.box.width, label.box.height, scale})
    add(length);
  return key;
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
