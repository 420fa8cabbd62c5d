#include "app/window/waiting.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "geo/base/numbers.h"
#include "geo/output/painted_rows.h"
#include "geo/output/text.h"

namespace malimap {
namespace {

constexpr auto kMoment = std::chrono::milliseconds(400);
constexpr double kLook = 0.1;  // seconds between two pictures
constexpr double kCardWidth = 360, kCardHeight = 112, kPad = 24, kBarHeight = 6;  // dp

DisplayList picture_of(const Waiting& waiting, double width, double height) {
  const Theme& theme = theme_of(ThemeName::Light);
  const Translator tr(waiting.language);
  const auto dp = [&](double length) { return length * waiting.scale; };
  const double part = std::clamp(waiting.progress.value(), 0.0, 1.0);
  DisplayList list;
  list.rectangle({0, 0, width, height}, filled(theme.neighbour_fill), 0, {});
  const std::string what = trf(tr, "Reading {0}", waiting.name);
  TextStyle title{TextRole::Title, dp(15), true, false};
  // Names of files are long: the card is as wide as they need; beyond that they are set smaller.
  const double wide = text_size(what, title).width;
  const double card_width = std::clamp(wide + dp(2 * kPad), dp(kCardWidth),
                                       std::max(dp(kCardWidth), width - dp(4 * kPad)));
  title.size_px *= std::min(1.0, (card_width - dp(2 * kPad)) / wide);
  const PixelBox card{std::round((width - card_width) / 2),
                      std::round((height - dp(kCardHeight)) / 2), std::round(card_width),
                      dp(kCardHeight)};
  Colour ground = theme.panel;
  ground.a = 255;
  list.rectangle(card, filled(ground, {theme.panel_line, dp(1), {}}), dp(8), {});
  const double left = card.x + dp(kPad), right = card.x + card.width - dp(kPad);
  put_text(list, what, title, {left, card.y + dp(22)}, theme.text);
  const PixelBox bar{left, card.y + dp(60), right - left, dp(kBarHeight)};
  list.rectangle(bar, filled(theme.panel_line), dp(kBarHeight / 2), {});
  if (part > 0)
    list.rectangle({bar.x, bar.y, std::max(bar.width * part, bar.height), bar.height},
                   filled(theme.accent), dp(kBarHeight / 2), {});
  const std::string percent = format_percent(std::floor(100 * part) / 100, 0, waiting.language);
  put_text(list, percent, {TextRole::Note, dp(12), false, false}, {left, card.y + dp(74)},
           theme.text_muted);
  return list;
}

}  // namespace

bool wait_for(const Waiting& waiting, GlfwWindow& window) {
  const auto is_ready = [&](auto patience) {
    return waiting.loading.wait_for(patience) == std::future_status::ready;
  };
  if (is_ready(kMoment))
    return true;
  window.show();
  while (!is_ready(std::chrono::seconds(0))) {
    const GlfwWindow::Size size = window.size();
    const auto painted =
        paint_rows(picture_of(waiting, size.width, size.height), size.width, size.height);
    if (painted)
      window.put(painted->rows());
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
