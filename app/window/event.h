#pragma once
// What the window system reports, as values in the order in which it happened.

#include <string>
#include <variant>
#include <vector>

#include "geo/map/composition.h"

namespace malimap {

namespace event {
struct PointerMoved {
  PixelPoint at;  // px of the window
};
struct PointerLeft {};
struct Button {
  enum class Which { Left, Right, Other } which = Which::Left;
  bool down = false;
  PixelPoint at;
  double time = 0;                      // seconds
  bool control = false, shift = false;  // held
};
struct Wheel {
  double notches = 0;
  PixelPoint at;
  double time = 0;
};
/// A key that has no letter. Letters come as what is printed on them, whatever the keyboard's
/// layout.
enum class Key {
  Other,
  Escape,
  Tab,
  Home,
  End,
  Left,
  Right,
  Up,
  Down,
  PageUp,
  PageDown,
  Space,
  Enter,
  Backspace,
  F1,
  F2,
  F3,
  F4,
  F5,
  F6,
  F7,
  F11
};
struct KeyPressed {
  Key key = Key::Other;
  char letter = 0;  // 'a' to 'z', '0' to '9', '+', '-', '=' as printed on the key; 0: none
  bool control = false, shift = false;
  double time = 0;
};
struct Character {
  char32_t character = 0;
  double time = 0;
};
struct Dropped {
  std::vector<std::string> paths;
};
/// Size, exposure, focus: draw again.
struct Changed {};
}  // namespace event

using Event = std::variant<event::PointerMoved, event::PointerLeft, event::Button, event::Wheel,
                           event::KeyPressed, event::Character, event::Dropped, event::Changed>;

}  // namespace malimap
