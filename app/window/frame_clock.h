#pragma once
// When to draw: after an event a few frames, until everything that hangs on the last one has
// settled; without an event none.

#include <cstdint>

namespace malimap {

class FrameClock {
 public:
  /// Something happened.
  void wake() { due_ = kFramesAfterEvent; }
  [[nodiscard]] bool due() const { return due_ > 0; }
  /// A frame was drawn.
  void drawn() {
    ++frames_;
    if (due_ > 0)
      --due_;
  }
  [[nodiscard]] std::int64_t frames() const { return frames_; }

 private:
  // ImGui settles hover, focus and scroll bars within three.
  static constexpr int kFramesAfterEvent = 3;
  int due_ = kFramesAfterEvent;
  std::int64_t frames_ = 0;
};

}  // namespace malimap
