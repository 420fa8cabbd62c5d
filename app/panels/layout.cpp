#include "app/panels/layout.h"

#include <algorithm>
#include <cmath>

namespace malimap {
namespace {

constexpr double kPresentedTitle = 104, kPresentedFoot = 40;  // dp

void place_chips(Layout& layout, double scale) {
  const double gap = std::round(12 * scale);
  layout.chips = {layout.map.x + gap, layout.map.y + gap, std::max(0.0, layout.map.width - 2 * gap),
                  std::round(28 * scale)};
}

}  // namespace

Layout layout_of(double width, double height, double scale, const PanelSwitches& panels,
                 bool selected) {
  const auto px = [scale](double dp) { return std::round(dp * scale); };
  const double top = std::min(px(kTopHeight), height);
  const double status = std::min(px(kStatusHeight), height - top);
  double left = panels.filters ? px(kFilterWidth) : 0;
  double right = panels.details ? px(kDetailWidth) : 0;
  const bool shared = left > 0 && right > 0 && width - left - right < px(kNarrowestMap);
  if (shared)
    right = 0;
  if (width - left - right < px(kLeastMap))
    left = right = 0;
  const bool details_left = shared && selected && left > 0;
  const double middle = std::max(0.0, height - top - status);
  const double problems = panels.problems ? std::min(px(kProblemsHeight), middle / 2) : 0;
  // The strip of tabs stands there always, unless the window is too low.
  const double tabs = middle > 6 * px(kTabsHeight) ? px(kTabsHeight) : 0;
  const double bottom = panels.bottom != BottomTab::None
                            ? std::max(tabs, std::min(px(kBottomHeight), (middle - problems) / 2))
                            : tabs;
  const double scenes =
      panels.scenes ? std::min(px(kScenesHeight), (middle - problems - bottom) / 2) : 0;

  Layout layout;
  layout.top = {0, 0, width, top};
  layout.filters = {0, top, details_left ? 0 : left, middle};
  layout.details =
      details_left ? PixelBox{0, top, left, middle} : PixelBox{width - right, top, right, middle};
  layout.problems = {left, top + middle - problems, width - left - right, problems};
  layout.status = {0, height - status, width, status};
  layout.bottom = {left, top + middle - problems - bottom, width - left - right, bottom};
  layout.scenes = {left, top + middle - problems - bottom - scenes, width - left - right, scenes};
  layout.map = {left, top, std::max(0.0, width - left - right),
                std::max(0.0, middle - problems - bottom - scenes)};
  place_chips(layout, scale);
  return layout;
}

void split_map(Layout& layout, double scale) {
  const double line = std::round(2 * scale);
  const double half = std::floor((layout.map.width - line) / 2);
  layout.other = {layout.map.x + layout.map.width - half, layout.map.y, half, layout.map.height};
  layout.map.width = half;
  place_chips(layout, scale);
}

Layout presentation_layout(double width, double height, double scale) {
  const auto px = [scale](double dp) { return std::round(dp * scale); };
  const double title = std::min(px(kPresentedTitle), height / 4);
  const double foot = std::min(px(kPresentedFoot), height / 8);
  Layout layout;
  layout.top = {0, 0, width, title};
  layout.map = {0, title, width, std::max(0.0, height - title - foot)};
  layout.status = {0, height - foot, width, foot};
  return layout;
}

Margins fit_margins(const Layout& layout, double scale) {
  const double side = 32 * scale;
  return {side, std::min(56 * scale, layout.map.height / 6), side, side};
}

}  // namespace malimap
