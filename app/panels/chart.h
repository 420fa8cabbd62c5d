#pragma once
// What charts in the panels share: axes with round numbers, texts beside points.

#include <imgui.h>

#include <vector>

#include "app/panels/context.h"

namespace malimap::chart {

/// Where a chart draws: px of the window.
struct Plot {
  ImVec2 low, high;
  [[nodiscard]] float width() const { return high.x - low.x; }
  [[nodiscard]] float height() const { return high.y - low.y; }
};

/// Round values from 0, at most `most` of them above it, the last one not below `largest`.
[[nodiscard]] std::vector<double> round_steps(double largest, int most);

/// Days since 1970, for positions along an axis of time.
[[nodiscard]] double days(Date date);

[[nodiscard]] float text_width(ImFont* font, const std::string& text);

/// Places texts beside points so that none lies over another, over a point or outside.
class Texts {
 public:
  Texts(const PanelContext& ctx, Plot room) : ctx_(ctx), room_(room) {}
  /// Nothing may be written there.
  void keep_clear(ImVec2 low, ImVec2 high) { taken_.push_back({low, high}); }
  /// Above, below or beside the point; not at all where there is no room.
  bool beside(ImVec2 point, const std::string& text, ImFont* font, ImU32 colour);

 private:
  struct Box {
    ImVec2 low, high;
  };
  [[nodiscard]] bool is_free(const Box& box) const;
  const PanelContext& ctx_;
  Plot room_;
  std::vector<Box> taken_;
};

}  // namespace malimap::chart
