#include "geo/map/symbols.h"
#include "geo/map/gap_words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/map/ground.h"
#include "geo/map/palettes.h"
#include "geo/map/parts.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

constexpr double kMostInk = 4000;      // sum of squared radii, dp2: more would be a heap of circles
constexpr double kLeastLargest = 100;  // squared radius of the largest, at least
constexpr Colour kUndivided{0x86, 0x8A, 0x8E};

SymbolKind kind_of(MapType type) {
  return type == MapType::Pies   ? SymbolKind::Pie
         : type == MapType::Bars ? SymbolKind::Bar
                                 : SymbolKind::Circle;
}

std::vector<SymbolPart> parts_of(const Division& division, std::size_t zone) {
  const auto amounts = division.by_category(zone);
  const double sum = std::accumulate(amounts.begin(), amounts.end(), 0.0);
  std::vector<SymbolPart> parts;
  for (std::size_t category = 0; category < amounts.size(); ++category)
    if (amounts[category] > 0)
      parts.push_back({division.categories[category].colour, amounts[category] / sum,
                       static_cast<int>(category)});
  return parts;
}

/// A strong colour of the palette: the symbols stand on a quiet ground.
Colour symbol_colour(const Scene& scene) {
  const auto colours = palette_colours(scene.palette, 7);
  return scene.theme == ThemeName::Dark ? colours[2] : colours[4];
}

/// How many units show each category.
void list_categories(const Draft& draft, const Division& division) {
  std::vector<int> members(division.categories.size(), 0);
  for (const Symbol& symbol : draft.picture.symbols)
    if (symbol.zone >= 0)
      for (const SymbolPart& part : symbol.parts)
        if (division.zones[static_cast<std::size_t>(symbol.zone)].known)
          members[static_cast<std::size_t>(part.category)] += static_cast<int>(
              draft.coverage().zones[static_cast<std::size_t>(symbol.zone)].units.size());
  list_categories(draft, division, members);
}

void add_key(const Draft& draft, SymbolKind kind, double largest, double full) {
  const Measure measure = draft.scene().measure;
  const bool whole = measure == Measure::Projects || measure == Measure::Population;
  LegendSizes sizes;
  sizes.kind = kind;
  sizes.title = measure_title(draft.input, measure, draft.tr);
  sizes.width_dp = kind == SymbolKind::Bar ? kBarWidth : 0;
  for (const double value : key_values(largest, whole))
    sizes.sizes.push_back({kind == SymbolKind::Bar ? 0 : symbol_radius_dp(value, full),
                           kind == SymbolKind::Bar ? bar_height_dp(value, full) : 0,
                           format_value(measure, value, draft.tr.language())});
  draft.legend().sizes = std::move(sizes);
}

Symbol symbol_of(const Draft& draft, SymbolKind kind, std::size_t zone, double value,
                 double largest) {
  const CoverageZone& of = draft.coverage().zones[zone];
  Symbol symbol;
  symbol.kind = kind;
  symbol.unit = seat_of(of, *draft.input.shapes);
  symbol.zone = static_cast<int>(zone);
  symbol.inferred = is_inferred(of, draft.scene().measure);
  if (symbol.unit != kNoUnit)
    symbol.position = draft.input.shapes->units[static_cast<std::size_t>(symbol.unit)].label;
  if (kind == SymbolKind::Bar) {
    symbol.width_dp = kBarWidth;
    symbol.height_dp = bar_height_dp(value, largest);
  } else {
    symbol.radius_dp = symbol_radius_dp(value, largest);
  }
  return symbol;
}

void place_symbols(const Draft& draft, SymbolKind kind, const ZoneValues& values,
                   const Division& division, double largest) {
  const bool divided = kind != SymbolKind::Circle;
  const Colour plain = divided ? kUndivided : symbol_colour(draft.scene());
  for (std::size_t zone = 0; zone < values.size(); ++zone) {
    if (!(values[zone].value_or(0) > 0))
      continue;
    Symbol symbol = symbol_of(draft, kind, zone, *values[zone], largest);
    if (symbol.unit == kNoUnit)
      continue;
    if (divided && division.zones[zone].known) {
      symbol.parts = parts_of(division, zone);
    } else {
      symbol.parts = {{plain, 1, 0}};
      if (kind == SymbolKind::Pie)
        symbol.kind = SymbolKind::Circle;
    }
    draft.picture.symbols.push_back(std::move(symbol));
  }
  std::stable_sort(draft.picture.symbols.begin(), draft.picture.symbols.end(),
                   [](const Symbol& a, const Symbol& b) {
                     return a.radius_dp + a.height_dp > b.radius_dp + b.height_dp;
                   });
}

}  // namespace

double symbol_radius_dp(double value, double largest) {
  return largest > 0 && value > 0 ? kLargestSymbol * std::sqrt(value / largest) : 0;
}

double value_of_full_circle(const ZoneValues& values, double largest) {
  double sum = 0;
  for (const auto& value : values)
    sum += value.value_or(0);
  if (!(largest > 0))
    return 0;
  const double ink = kLargestSymbol * kLargestSymbol * sum / largest;
  const double shrunk = std::min(ink / kMostInk, kLargestSymbol * kLargestSymbol / kLeastLargest);
  return largest * std::max(1.0, shrunk);
}

double bar_height_dp(double value, double largest) {
  return largest > 0 && value > 0 ? kTallestBar * value / largest : 0;
}

double round_down(double value) {
  if (!(value > 0))
    return 0;
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double digit : {5.0, 2.0})
    if (digit * power <= value * (1 + 1e-12))
      return digit * power;
  return power;
}

std::vector<double> key_values(double largest, bool whole) {
  std::vector<double> values;
  for (const double part : {16.0, 4.0, 1.0}) {
    const double value = round_down(largest / part);
    if (value > 0 && (!whole || value >= 1) && (values.empty() || value > values.back()))
      values.push_back(value);
  }
  return values;
}

UnitIndex seat_of(const CoverageZone& zone, const Shapes& shapes) {
  UnitIndex best = kNoUnit;
  double room = 0;
  for (const UnitIndex unit : zone.units) {
    const auto index = static_cast<std::size_t>(unit);
    if (index < shapes.units.size() && shapes.units[index].label_radius_m > room) {
      room = shapes.units[index].label_radius_m;
      best = unit;
    }
  }
  return best;
}

void add_symbols(const Draft& draft) {
  const Measure measure = draft.scene().measure;
  const SymbolKind kind = kind_of(draft.scene().type);
  const ZoneValues values = values_of_zones(draft.coverage(), measure);
  double largest = 0;
  for (const auto& value : values)
    largest = std::max(largest, value.value_or(0));
  Division division;
  if (kind != SymbolKind::Circle)
    division = divide(draft, total_behind(measure));
  const double full = kind == SymbolKind::Bar ? largest : value_of_full_circle(values, largest);
  place_symbols(draft, kind, values, division, full);
  draft.legend().title = measure_title(draft.input, measure, draft.tr);
  lay_ground(draft, quiet_ground(draft, values, measure));
  if (largest > 0)
    add_key(draft, kind, largest, full);
  if (kind != SymbolKind::Circle) {
    list_categories(draft, division);
    note_division(draft, division);
  }
}

}  // namespace malimap
