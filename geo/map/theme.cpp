#include "geo/map/composition.h"

namespace malimap {
namespace {

/// 0xRRGGBB
constexpr Colour rgb(std::uint32_t value, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value), alpha};
}

constexpr Theme kLight{
    .paper = rgb(0xFFFFFF),
    .sea = rgb(0xDDE6EB),
    .neighbour_fill = rgb(0xF2F0EB),
    .neighbour_line = rgb(0xD3CEC4),
    .neighbour_text = rgb(0x6A655A),
    .river = rgb(0x8FB4CC),
    .no_data_fill = rgb(0xEFEDE8),
    .no_data_hatch = rgb(0xC7C2B8),
    .unit_gap = rgb(0xFFFFFF),
    .national_line = rgb(0x5B626B),
    .region_line = rgb(0xFFFFFF),
    .cercle_line = rgb(0xFFFFFF),
    .text = rgb(0x1D252D),
    .text_muted = rgb(0x55606B),
    .halo = rgb(0xFFFFFF),
    .town = rgb(0x39414A),
    .marker_fill = rgb(0xD9622B, 0xD0),
    .marker_line = rgb(0xFFFFFF),
    .selection = rgb(0x14191F),
    .panel = rgb(0xFFFFFF, 0xF8),
    .panel_line = rgb(0xDDD9D1),
    .accent = rgb(0x1F6FA8),
};

constexpr Theme kDark{
    .paper = rgb(0x14181D),
    .sea = rgb(0x18222B),
    .neighbour_fill = rgb(0x22272D),
    .neighbour_line = rgb(0x3A424B),
    .neighbour_text = rgb(0x8B95A0),
    .river = rgb(0x4F7B99),
    .no_data_fill = rgb(0x2C3238),
    .no_data_hatch = rgb(0x4A525B),
    .unit_gap = rgb(0x14181D),
    .national_line = rgb(0xAEB8C2),
    .region_line = rgb(0x14181D),
    .cercle_line = rgb(0x14181D),
    .text = rgb(0xE9EEF3),
    .text_muted = rgb(0x9AA5B0),
    .halo = rgb(0x14181D),
    .town = rgb(0xD5DCE3),
    .marker_fill = rgb(0xF08A4B, 0xD8),
    .marker_line = rgb(0x14181D),
    .selection = rgb(0xFFFFFF),
    .panel = rgb(0x1B2127, 0xF8),
    .panel_line = rgb(0x39424B),
    .accent = rgb(0x5AA9DE),
};

}  // namespace

const Theme& theme_of(ThemeName name) {
  return name == ThemeName::Dark ? kDark : kLight;
}

}  // namespace malimap
