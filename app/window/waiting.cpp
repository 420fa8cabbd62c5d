#include "app/window/waiting.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "app/window/bare_map.h"
#include "geo/base/numbers.h"
#include "geo/map/style.h"
#include "geo/output/painted_rows.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr auto kMoment = std::chrono::milliseconds(400);
constexpr double kLook = 0.1;         // seconds between two looks at the progress
constexpr int kLooksUntilWhole = 10;  // what another window lay over is not told
constexpr double kCardWidth = 360, kCardHeight = 112, kPad = 24, kBarHeight = 6;  // dp
constexpr double kBarTop = 60, kPercentTop = 74, kNumberHeight = 22;              // dp, in the card

/// The whole window, kept, and over it the progress.
class WaitingPicture {
 public:
  explicit WaitingPicture(const Waiting& waiting) : waiting_(waiting), tr_(waiting.language) {}

  void show(GlfwWindow& window) {
    const GlfwWindow::Size size = window.size();
    const auto ground = waiting_.ahead.ground();
    const bool new_map = ground && !map_;
    if (new_map)
      map_.emplace(ground, waiting_.language);
    const bool resized = size.width != size_.width || size.height != size_.height;
    if (new_map || resized || !whole_) {
      size_ = size;
      paint_whole();
    }
    if (whole_ && (new_map || resized || looks_++ % kLooksUntilWhole == 0))
      window.put(whole_->rows(), 0, 0);
    if (const auto part = paint_progress())
      window.put(part->rows(), static_cast<int>(inner_.x), static_cast<int>(inner_.y));
  }

 private:
  [[nodiscard]] double dp(double length) const { return length * waiting_.scale; }

  [[nodiscard]] const Theme& theme() const {
    return map_ ? map_->theme() : theme_of(ThemeName::Light);
  }

  void paint_whole() {
    const PixelBox whole{0, 0, static_cast<double>(size_.width), static_cast<double>(size_.height)};
    DisplayList list;
    if (map_) {
      const Layout layout = layout_of(whole.width, whole.height, waiting_.scale, {}, false);
      const Card card = card_in(layout.map);
      list.rectangle(whole, filled(style::opaque(theme().panel)), 0, {});
      map_->paint(list, layout, card.box, waiting_.scale);
      put(list, card);
    } else {
      list.rectangle(whole, filled(theme().neighbour_fill), 0, {});
      put(list, card_in(whole));
    }
    if (auto painted = paint_rows(list, size_.width, size_.height))
      whole_ = std::move(*painted);
  }

  struct Card {
    PixelBox box;
    std::string text;
    TextStyle style;
  };

  /// In the middle of an empty window; of a map, in the corner where Mali has no land.
  [[nodiscard]] Card card_in(const PixelBox& room) const {
    Card card{{}, trf(tr_, "Reading {0}", waiting_.name), {TextRole::Title, dp(15), true, false}};
    // Names of files are long: the card is as wide as they need; beyond that they are set smaller.
    const double wide = text_size(card.text, card.style).width;
    const double width = std::clamp(wide + dp(2 * kPad), dp(kCardWidth),
                                    std::max(dp(kCardWidth), room.width - dp(4 * kPad)));
    card.style.size_px *= std::min(1.0, (width - dp(2 * kPad)) / wide);
    const double height = dp(kCardHeight);
    const PixelPoint corner =
        map_ ? PixelPoint{room.x + dp(kPad), room.y + dp(kPad)}
             : PixelPoint{room.x + (room.width - width) / 2, room.y + (room.height - height) / 2};
    card.box = {std::round(corner.x), std::round(corner.y), std::round(width), height};
    return card;
  }

  void put(DisplayList& list, const Card& card) {
    const PixelBox& box = card.box;
    list.rectangle(box, filled(style::opaque(theme().panel), {theme().panel_line, dp(1), {}}),
                   dp(8), {});
    put_text(list, card.text, card.style, {box.x + dp(kPad), box.y + dp(22)}, theme().text);
    inner_ = {std::round(box.x + dp(kPad)), std::round(box.y + dp(kBarTop)),
              std::round(box.width - dp(2 * kPad)),
              std::round(dp(kPercentTop - kBarTop + kNumberHeight))};
  }

  [[nodiscard]] std::optional<PaintedRows> paint_progress() const {
    const double part = std::clamp(waiting_.progress.value(), 0.0, 1.0);
    const PixelBox bar{0, 0, inner_.width, dp(kBarHeight)};
    DisplayList list;
    list.rectangle({0, 0, inner_.width, inner_.height}, filled(style::opaque(theme().panel)), 0,
                   {});
    list.rectangle(bar, filled(theme().panel_line), dp(kBarHeight / 2), {});
    if (part > 0)
      list.rectangle({0, 0, std::max(bar.width * part, bar.height), bar.height},
                     filled(theme().accent), dp(kBarHeight / 2), {});
    const std::string percent = format_percent(std::floor(100 * part) / 100, 0, waiting_.language);
    put_text(list, percent, {TextRole::Note, dp(12), false, false}, {0, dp(kPercentTop - kBarTop)},
             theme().text_muted);
    auto painted =
        paint_rows(list, static_cast<int>(inner_.width), static_cast<int>(inner_.height));
    return painted ? std::optional(std::move(*painted)) : std::nullopt;
  }

  const Waiting& waiting_;
  Translator tr_;
  std::optional<BareMap> map_;
  GlfwWindow::Size size_{};
  std::optional<PaintedRows> whole_;
  PixelBox inner_;  // of the card: where the progress stands
  int looks_ = 0;
};

}  // namespace

bool wait_for(const Waiting& waiting, GlfwWindow& window) {
  const auto is_ready = [&](auto patience) {
    return waiting.loading.wait_for(patience) == std::future_status::ready;
  };
  if (is_ready(kMoment))
    return true;
  window.show();
  WaitingPicture picture(waiting);
  while (!is_ready(std::chrono::seconds(0))) {
    picture.show(window);
    window.wait(kLook);
    if (window.wants_to_close()) {
      waiting.progress.cancel();
      waiting.loading.wait();
      return false;
    }
  }
  return true;
}

}  // namespace malimap
