#include "app/panels/chart.h"

#include <algorithm>
#include <cmath>

namespace malimap::chart {

std::vector<double> round_steps(double largest, int most) {
  std::vector<double> steps{0};
  if (!(largest > 0) || most < 1)
    return steps;
  const double least = largest / most;
  const double power = std::pow(10, std::floor(std::log10(least)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 2.5, 5.0})
    if (factor * power >= least - 1e-9 * power && (factor != 2.5 || power >= 10)) {
      step = factor * power;
      break;
    }
  while (steps.back() < largest - 1e-9 * step)
    steps.push_back(step * static_cast<double>(steps.size()));
  return steps;
}

double days(Date date) {
  return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

float text_width(ImFont* font, const std::string& text) {
  return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str(), text.c_str() + text.size()).x;
}

bool Texts::is_free(const Box& box) const {
  if (box.low.x < room_.low.x || box.high.x > room_.high.x || box.low.y < room_.low.y ||
      box.high.y > room_.high.y)
    return false;
  return std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) {
    return box.low.x < other.high.x && other.low.x < box.high.x && box.low.y < other.high.y &&
           other.low.y < box.high.y;
  });
}

bool Texts::beside(ImVec2 point, const std::string& text, ImFont* font, ImU32 colour) {
  const float width = text_width(font, text), height = font->FontSize;
  const float away = ctx_.style.dp(5);
  const ImVec2 places[] = {
      {point.x - width / 2, point.y - away - height},
      {point.x - width - away * 0.6F, point.y - away * 0.6F - height},
      {point.x + away, point.y - height / 2},
      {point.x + away * 0.6F, point.y + away * 0.4F},
      {point.x - width / 2, point.y + away},
      {point.x - width - away, point.y - height / 2},
  };
  for (const ImVec2 low : places) {
    const Box box{low, {low.x + width, low.y + height}};
    if (!is_free(box))
      continue;
    taken_.push_back(box);
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                        {std::floor(low.x + 0.5F), std::floor(low.y + 0.5F)},
                                        colour, text.c_str());
    return true;
  }
  return false;
}

}  // namespace malimap::chart
