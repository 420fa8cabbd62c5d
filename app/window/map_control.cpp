#include "app/window/map_control.h"

#include <algorithm>
#include <cmath>

#include "app/session/reduce_explore.h"
#include "app/window/unit_choice.h"

namespace malimap {
namespace {

constexpr double kDragThreshold = 4;   // dp: less is a click
constexpr double kDoubleClick = 0.35;  // seconds
constexpr double kOneStep = 0.7;       // seconds: zooms closer together are one step of undo
constexpr double kWheelFactor = 1.25, kKeyFactor = 1.5, kDoubleClickFactor = 2;
constexpr double kNearest = 400, kFarthest = 4;  // times the fitted scale

PixelPoint on_map(const MapSituation& now, PixelPoint p) {
  return {p.x - now.map.x, p.y - now.map.y};
}

double distance(PixelPoint a, PixelPoint b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

// The next zone in the layer's order; from nothing the first or the last.
UnitIndex neighbour_of(const MapSituation& now, int step) {
  const auto& zones = now.derived.coverage->zones;
  if (zones.empty())
    return kNoUnit;
  const auto count = static_cast<int>(zones.size());
  const CoverageZone* current = zone_of(now.derived, now.state.selection.unit);
  int index = current ? static_cast<int>(current - zones.data()) + step : (step > 0 ? 0 : -1);
  for (int tried = 0; tried < count; ++tried, index += step) {
    index = (index % count + count) % count;
    const CoverageZone& zone = zones[static_cast<std::size_t>(index)];
    if (!zone.filtered_out)
      return zone.units.front();
  }
  return kNoUnit;
}

void toggle_panel(const MapSituation& now, bool PanelSwitches::*which,
                  std::vector<Action>& actions) {
  PanelSwitches panels = now.state.panels;
  panels.*which = !(panels.*which);
  actions.push_back(action::SetPanels{panels});
}

void select_at(const MapSituation& now, PixelPoint at, std::vector<Action>& actions) {
  const Hit hit = hit_test(now.composition, on_map(now, at));
  if (hit.marker >= 0) {
    const auto index = static_cast<std::size_t>(hit.marker);
    actions.push_back(action::SelectProjects{now.composition.markers[index].projects});
  } else {
    actions.push_back(action::SelectUnit{hit.unit});
  }
}

// Into the unit, where there is something finer to see.
bool drill_at(const MapSituation& now, PixelPoint at, std::vector<Action>& actions) {
  const UnitIndex unit = hit_test(now.composition, on_map(now, at)).unit;
  const AdminLayer* layer = now.derived.layer;
  if (!layer || !now.state.sources.boundaries || unit < 0 ||
      static_cast<std::size_t>(unit) >= layer->units.size())
    return false;
  const std::string& pcode = layer->units[static_cast<std::size_t>(unit)].pcode;
  if (!level_inside(*now.state.sources.boundaries, pcode))
    return false;
  actions.push_back(action::DrillInto{pcode});
  return true;
}

}  // namespace

Hit MapControl::hover(const MapSituation& now) const {
  if (!pointer_ || !now.pointer_on_map || dragging())
    return {};
  return hit_test(now.composition, on_map(now, *pointer_));
}

void MapControl::handle(const Event& event, const MapSituation& now, std::vector<Action>& actions) {
  if (const auto* moved = std::get_if<event::PointerMoved>(&event)) {
    pointer_ = moved->at;
    move(now, actions);
  } else if (std::holds_alternative<event::PointerLeft>(event)) {
    if (!drag_)
      pointer_.reset();
  } else if (const auto* button = std::get_if<event::Button>(&event)) {
    pointer_ = button->at;
    if (button->which != event::Button::Which::Left)
      return;
    if (button->down)
      press(*button, now, actions);
    else
      release(*button, now, actions);
  } else if (const auto* wheel = std::get_if<event::Wheel>(&event)) {
    if (now.pointer_on_map && wheel->notches != 0)
      zoom(std::pow(kWheelFactor, wheel->notches), wheel->at, wheel->time, now, actions);
  } else if (const auto* pressed = std::get_if<event::KeyPressed>(&event)) {
    key(*pressed, now, actions);
  } else if (const auto* typed = std::get_if<event::Character>(&event)) {
    const PixelPoint middle{now.map.x + now.map.width / 2, now.map.y + now.map.height / 2};
    if (!now.keys_for_map)
      return;
    if (typed->character == U'+' || typed->character == U'=')
      zoom(kKeyFactor, middle, typed->time, now, actions);
    else if (typed->character == U'-' || typed->character == U'\u2212')
      zoom(1 / kKeyFactor, middle, typed->time, now, actions);
  }
}

void MapControl::press(const event::Button& button, const MapSituation& now,
                       std::vector<Action>& actions) {
  if (!now.pointer_on_map)
    return;
  const bool again = clicked_before_ && button.time - last_click_.time < kDoubleClick &&
                     distance(button.at, last_click_.at) < kDragThreshold * now.view.scale;
  if (again) {
    clicked_before_ = false;
    last_step_ = -1e9;
    if (!drill_at(now, button.at, actions))
      zoom(kDoubleClickFactor, button.at, button.time, now, actions);
    return;
  }
  const bool lasso = now.state.tool == MapTool::Lasso || button.shift;
  drag_ = Drag{button.at, now.view.camera, false, lasso, button.control};
  lasso_.clear();
}

void MapControl::release(const event::Button& button, const MapSituation& now,
                         std::vector<Action>& actions) {
  if (!drag_)
    return;
  const Drag drag = *std::exchange(drag_, std::nullopt);
  if (drag.moved && drag.lasso) {
    close_lasso(drag, now, actions);
    return;
  }
  if (drag.moved) {
    actions.push_back(action::SetCamera{now.view.camera, true});
    return;
  }
  if (!now.pointer_on_map)
    return;
  if (button.control) {
    toggle_in_filter(now.state, now.derived, hit_test(now.composition, on_map(now, button.at)).unit,
                     actions);
    return;
  }
  select_at(now, button.at, actions);
  last_click_ = button;
  clicked_before_ = true;
}

void MapControl::move(const MapSituation& now, std::vector<Action>& actions) {
  if (!drag_)
    return;
  if (!drag_->moved && distance(*pointer_, drag_->from) < kDragThreshold * now.view.scale)
    return;
  if (drag_->lasso) {
    draw_lasso(now);
    return;
  }
  if (!drag_->moved && now.state.gesture == Gesture::Camera)
    actions.push_back(action::SetCamera{now.view.camera, true});  // ends a zoom before it
  drag_->moved = true;
  const double mpp = now.view.metres_per_pixel();
  Camera camera = drag_->camera;
  camera.centre.x -= (pointer_->x - drag_->from.x) * mpp;
  camera.centre.y += (pointer_->y - drag_->from.y) * mpp;
  actions.push_back(action::SetCamera{camera, false});
}

void MapControl::draw_lasso(const MapSituation& now) {
  if (lasso_.empty())
    lasso_.push_back(now.view.to_plane(on_map(now, drag_->from)));
  drag_->moved = true;
  lasso_.push_back(now.view.to_plane(on_map(now, *pointer_)));
}

// The hand comes back, so that the next drag moves the map, unless more is being gathered.
void MapControl::close_lasso(const Drag& drag, const MapSituation& now,
                             std::vector<Action>& actions) {
  const std::vector<PlanePoint> line = std::exchange(lasso_, {});
  filter_by_lasso(now.state, now.derived, line, drag.control, actions);
  if (!drag.control && now.state.tool == MapTool::Lasso)
    actions.push_back(action::SetMapTool{MapTool::Hand});
}

// First what is open, then the tool, then what is selected, then one level up.
void MapControl::escape(const MapSituation& now, std::vector<Action>& actions) {
  PanelSwitches panels = now.state.panels;
  if (!lasso_.empty()) {
    lasso_.clear();
    drag_.reset();
  } else if (panels.help) {
    panels.help = false;
    actions.push_back(action::SetPanels{panels});
  } else if (now.state.tool == MapTool::Lasso) {
    actions.push_back(action::SetMapTool{MapTool::Hand});
  } else if (!now.state.selection.projects.empty()) {
    actions.push_back(action::SelectProjects{});
  } else if (now.state.selection.unit != kNoUnit) {
    actions.push_back(action::SelectUnit{kNoUnit});
  } else {
    actions.push_back(action::DrillUp{});
  }
}

// Zooms and shifts that follow each other quickly are one step of undo.
void MapControl::step(Camera camera, double time, const MapSituation& now,
                      std::vector<Action>& actions) {
  if (time - last_step_ > kOneStep && now.state.gesture == Gesture::Camera)
    actions.push_back(action::SetCamera{now.view.camera, true});
  last_step_ = time;
  actions.push_back(action::SetCamera{camera, false});
}

void MapControl::zoom(double factor, PixelPoint at, double time, const MapSituation& now,
                      std::vector<Action>& actions) {
  const PixelPoint pixel = on_map(now, at);
  const PlanePoint held = now.view.to_plane(pixel);
  View view = now.view;
  view.camera.metres_per_dp =
      std::clamp(view.camera.metres_per_dp / factor, now.fitted.metres_per_dp / kNearest,
                 now.fitted.metres_per_dp * kFarthest);
  const PlanePoint there = view.to_plane(pixel);
  view.camera.centre.x += held.x - there.x;
  view.camera.centre.y += held.y - there.y;
  step(view.camera, time, now, actions);
}

void MapControl::shift(double right, double down, double time, const MapSituation& now,
                       std::vector<Action>& actions) {
  constexpr double kPart = 0.12;  // of the map's shorter side
  const double length =
      kPart * std::min(now.view.width, now.view.height) * now.view.metres_per_pixel();
  Camera camera = now.view.camera;
  camera.centre.x += right * length;
  camera.centre.y -= down * length;
  step(camera, time, now, actions);
}

void MapControl::key(const event::KeyPressed& key, const MapSituation& now,
                     std::vector<Action>& actions) {
  using event::Key;
  if (key.key == Key::F1)
    toggle_panel(now, &PanelSwitches::help, actions);
  else if (key.key == Key::F2)
    toggle_panel(now, &PanelSwitches::filters, actions);
  else if (key.key == Key::F3)
    toggle_panel(now, &PanelSwitches::details, actions);
  else if (key.key == Key::F4)
    toggle_panel(now, &PanelSwitches::problems, actions);
  else if (key.key == Key::F7)
    toggle_panel(now, &PanelSwitches::scenes, actions);
  if (!now.keys_for_map)
    return;
  if (key.control) {
    if (key.letter == 'y' || (key.letter == 'z' && key.shift))
      actions.push_back(action::Redo{});
    else if (key.letter == 'z')
      actions.push_back(action::Undo{});
    return;
  }
  if (key.key == Key::Escape)
    escape(now, actions);
  else if (key.key == Key::Tab)
    actions.push_back(action::SelectUnit{neighbour_of(now, key.shift ? -1 : 1)});
  else if (key.letter == 'l')
    actions.push_back(
        action::SetMapTool{now.state.tool == MapTool::Lasso ? MapTool::Hand : MapTool::Lasso});
  else if (key.key == Key::Home || key.letter == 'f')
    actions.push_back(action::FitCamera{});
  else if (key.key == Key::Left)
    shift(-1, 0, key.time, now, actions);
  else if (key.key == Key::Right)
    shift(1, 0, key.time, now, actions);
  else if (key.key == Key::Up)
    shift(0, -1, key.time, now, actions);
  else if (key.key == Key::Down)
    shift(0, 1, key.time, now, actions);
}

}  // namespace malimap
