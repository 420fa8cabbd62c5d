#include "app/window/presenter.h"

#include <algorithm>

namespace malimap {
bool Presenter::handle(const Event& event, const Shown& shown, std::vector<Action>& actions) {
  if (const auto* pressed = std::get_if<event::KeyPressed>(&event))
    return key(*pressed, shown.state, actions);
  if (const auto* typed = std::get_if<event::Character>(&event)) {
    // Clickers send a point for the black screen; where it lies on the keyboard differs.
    if (typed->character == U'.') {
      const bool black = shown.state.presentation->blank == Blank::Black;
      actions.push_back(action::SetBlank{black ? Blank::No : Blank::Black});
    }
    return true;
  }
  if (const auto* moved = std::get_if<event::PointerMoved>(&event)) {
    pointer_ = moved->at;
    if (drawing_) {
      const PlanePoint at =
          shown.view.to_plane({moved->at.x - shown.map.x, moved->at.y - shown.map.y});
      stroke_.push_back(at);
    }
    return false;  // the map follows the pointer too: the wheel zooms there
  }
  if (std::holds_alternative<event::PointerLeft>(event)) {
    pointer_.reset();
    return true;
  }
  if (const auto* pressed = std::get_if<event::Button>(&event))
    return button(*pressed, shown, actions);
  return false;
}

bool Presenter::key(const event::KeyPressed& key, const State& state,
                    std::vector<Action>& actions) {
  using event::Key;
  const Presentation& now = *state.presentation;
  const auto blank = [&](Blank wanted) {
    actions.push_back(action::SetBlank{now.blank == wanted ? Blank::No : wanted});
  };
  const auto tool = [&](PresentTool wanted) {
    actions.push_back(action::SetPresentTool{now.tool == wanted ? PresentTool::None : wanted});
  };
  if (key.key == Key::Right || key.key == Key::Down || key.key == Key::Space ||
      key.key == Key::PageDown || key.key == Key::Enter)
    actions.push_back(action::PresentStep{1});
  else if (key.key == Key::Left || key.key == Key::Up || key.key == Key::PageUp ||
           key.key == Key::Backspace)
    actions.push_back(action::PresentStep{-1});
  else if (key.key == Key::Home)
    actions.push_back(action::PresentScene{0});
  else if (key.key == Key::End)
    actions.push_back(action::PresentScene{static_cast<int>(state.workspace.scenes.size()) - 1});
  else if (key.key == Key::Escape)
    actions.push_back(action::EndPresentation{});
  else if (key.key == Key::F11)
    return false;
  else if (key.letter == 'b')
    blank(Blank::Black);
  else if (key.letter == 'w')
    blank(Blank::White);
  else if (key.letter == 'p')
    tool(PresentTool::Pen);
  else if (key.letter == 'l')
    tool(PresentTool::Pointer);
  else if (key.letter == 'e')
    actions.push_back(action::ClearStrokes{});
  return true;
}

bool Presenter::button(const event::Button& button, const Shown& shown,
                       std::vector<Action>& actions) {
  using Which = event::Button::Which;
  const Presentation& now = *shown.state.presentation;
  pointer_ = button.at;
  if (button.which == Which::Right && button.down) {
    actions.push_back(action::PresentStep{-1});
    return true;
  }
  if (button.which != Which::Left)
    return true;
  if (now.tool == PresentTool::Pen && now.blank == Blank::No) {
    if (button.down && shown.map.contains(button.at)) {
      drawing_ = true;
      stroke_ = {shown.view.to_plane({button.at.x - shown.map.x, button.at.y - shown.map.y})};
    } else if (!button.down && drawing_) {
      drawing_ = false;
      actions.push_back(action::AddStroke{std::move(stroke_)});
      stroke_.clear();
    }
    return true;
  }
  if (button.down)
    actions.push_back(action::PresentStep{1});
  return true;
}

void Presenter::begin(double now) {
  *this = {};
  shown_since_ = now;
}

void Presenter::end() {
  *this = {};
}

void Presenter::take_off(const View& view, const Snapshot<Composition>& composition, double now) {
  departure_ = Departure{view.camera, composition, now, {}, {}};
  shown_since_ = now;
  drawing_ = false;
  stroke_.clear();
}

Camera Presenter::camera(const Camera& wanted, const Snapshot<Shapes>& shapes, double width_dp,
                         double now) {
  if (!departure_)
    return wanted;
  // Another plane has nothing in common with the last one.
  if (departure_->composition->shapes->projection != shapes->projection) {
    departure_.reset();
    return wanted;
  }
  if (!departure_->flight || departure_->wanted != wanted) {
    departure_->flight.emplace(departure_->camera, wanted, width_dp);
    departure_->wanted = wanted;
  }
  const double t = progress(now);
  if (t >= 1) {
    departure_.reset();
    return wanted;
  }
  return departure_->flight->at(t);
}

double Presenter::progress(double now) const {
  if (!departure_ || !departure_->flight)
    return 1;
  // Colours change even where the camera stays.
  constexpr double kLeast = 0.5;
  return std::min(1.0, (now - departure_->time) / std::max(kLeast, departure_->flight->seconds()));
}

Snapshot<Composition> Presenter::shown(const Snapshot<Composition>& composition, double now) {
  const double t = progress(now);
  const bool between = t < 1 && departure_->composition->shapes == composition->shapes;
  if (!between && source_ == composition)
    return shown_;
  Composition made = *composition;
  made.furniture.legend.alternatives.clear();
  if (between)
    made.paint = blend(departure_->composition->paint, composition->paint, t);
  source_ = between ? nullptr : composition;
  shown_ = snapshot(std::move(made));
  return shown_;
}

bool Presenter::moving(double now) const {
  const double age = now - shown_since_;
  return departure_ || (age >= kNumberShown && age < kNumberShown + kNumberFades + 0.1);
}

double Presenter::rests(double now) const {
  const double age = now - shown_since_;
  return age < kNumberShown ? kNumberShown - age : -1;
}

}  // namespace malimap
