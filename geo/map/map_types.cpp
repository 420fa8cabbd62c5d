// The kinds of maps: their words, their titles, what they need.

#include <algorithm>
#include <array>

#include "geo/map/compose.h"
#include "geo/map/scene.h"

namespace malimap {
namespace {

struct TypeText {
  MapType type;
  std::string_view word;
  const char* title;  // msgid
};

constexpr std::array kTypes = {
    TypeText{MapType::Choropleth, "choropleth", N_("Coloured areas")},
    TypeText{MapType::Diverging, "diverging", N_("Above and below the mean")},
    TypeText{MapType::Dominant, "dominant", N_("Dominant category")},
    TypeText{MapType::Bivariate, "bivariate", N_("Two measures crossed")},
    TypeText{MapType::Symbols, "symbols", N_("Proportional symbols")},
    TypeText{MapType::Pies, "pies", N_("Pies")},
    TypeText{MapType::Bars, "bars", N_("Stacked bars")},
    TypeText{MapType::Dots, "dots", N_("Dot density")},
    TypeText{MapType::Places, "places", N_("Project places")},
    TypeText{MapType::Difference, "difference", N_("Difference of two views")},
    TypeText{MapType::Distance, "distance", N_("Distance to the nearest project")},
};

constexpr std::array kAll = [] {
  std::array<MapType, kTypes.size()> types{};
  for (std::size_t i = 0; i < kTypes.size(); ++i)
    types[i] = kTypes[i].type;
  return types;
}();

const TypeText& text_of(MapType type) {
  return *std::find_if(kTypes.begin(), kTypes.end(),
                       [&](const TypeText& text) { return text.type == type; });
}

}  // namespace

std::span<const MapType> all_map_types() {
  return kAll;
}

std::string_view word_of(MapType type) {
  return text_of(type).word;
}

std::optional<MapType> map_type_of(std::string_view word) {
  for (const TypeText& text : kTypes)
    if (text.word == word)
      return text.type;
  return std::nullopt;
}

std::string title_of(MapType type, const Translator& tr) {
  return tr(text_of(type).title);
}

std::string explanation_of(MapType type, const Translator& tr) {
  switch (type) {
    case MapType::Choropleth:
      return tr(
          "Each unit has the colour of its class. For rates: totals make large units look "
          "important.");
    case MapType::Diverging:
      return tr("Two colours, to both sides of a middle: the country's value, or your own.");
    case MapType::Dominant:
      return tr("Each unit has the colour of the fund, sector or status that has most in it.");
    case MapType::Bivariate:
      return tr("Two measures in three steps each, in one key of nine colours.");
    case MapType::Symbols:
      return tr("Circles whose area is the value: for counts and amounts.");
    case MapType::Pies:
      return tr("Circles whose area is the total, divided by fund, sector or status.");
    case MapType::Bars:
      return tr("Bars as high as the total, divided by fund, sector or status.");
    case MapType::Dots:
      return tr(
          "Dots strewn over the unit, each for as many projects or dollars; they are no "
          "places.");
    case MapType::Places:
      return tr("Projects where they are, counted together where they would overlap.");
    case MapType::Difference:
      return tr("This view less the other one, to both sides of zero.");
    case MapType::Distance:
      break;
  }
  return tr("How far any place is from the nearest project under the filter, along the ellipsoid.");
}

bool needs_groups(MapType type) {
  return type == MapType::Dominant || type == MapType::Pies || type == MapType::Bars ||
         type == MapType::Dots;
}

bool needs_distances(const Scene& scene) {
  return scene.type == MapType::Distance || scene.measure == Measure::Distance;
}

Filter filter_of(const Scene& scene) {
  Filter filter = scene.filter;
  if (filter.units.empty() && !scene.within.empty())
    filter.units.insert(scene.within);
  return filter;
}

Filter other_filter_of(const Scene& scene) {
  Scene other = scene;
  other.filter = scene.compare.other.value_or(scene.filter);
  return filter_of(other);
}

}  // namespace malimap
