#include "app/render/symbols.h"

#include <fmt/format.h>

#include <cmath>

namespace malimap {
namespace {

constexpr double kEdgeDp = 2;  // outlines reach beyond the shape

std::string key_of(const Symbol& symbol, const std::string& look) {
  std::string key =
      fmt::format("{} {} {} {} {} {}", look, static_cast<int>(symbol.kind), symbol.radius_dp,
                  symbol.width_dp, symbol.height_dp, symbol.inferred);
  for (const SymbolPart& part : symbol.parts)
    key += fmt::format(" {:02x}{:02x}{:02x}{:02x}:{}", part.colour.r, part.colour.g, part.colour.b,
                       part.colour.a, part.share);
  return key;
}

Room room_of(const Symbol& symbol, double scale) {
  const auto px = [scale](double dp) {
    return static_cast<int>(std::ceil((dp + kEdgeDp) * scale));
  };
  if (symbol.kind == SymbolKind::Bar)
    return {px(symbol.width_dp / 2), px(symbol.height_dp), px(symbol.width_dp / 2), px(0)};
  const int radius = px(symbol.radius_dp);
  return {radius, radius, radius, radius};
}

}  // namespace

void Symbols::set(gl::GlState& state, RenderStats& stats, const Composition& composition) {
  const std::string look = look_of(composition);
  std::vector<Stamp> stamps;
  for (const Symbol& symbol : composition.symbols) {
    auto stamp = alone_.stamp(composition, symbol.position, room_of(symbol, composition.view.scale),
                              key_of(symbol, look), [&symbol](Composition& map) {
                                map.symbols.push_back(symbol);
                                map.symbols.back().position = {};
                                map.symbols.back().unit = kNoUnit;
                              });
    if (stamp)
      stamps.push_back(std::move(*stamp));
  }
  stamps_.set(state, stats, stamps);
}

void Symbols::draw(Frame& frame, PictureBrush& brush) {
  stamps_.draw(frame, brush);
}

}  // namespace malimap
