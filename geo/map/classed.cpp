#include "geo/map/classed.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "geo/map/palettes.h"

namespace malimap {
namespace {

constexpr std::size_t kFewestForHistogram = 8;

bool is_zero(const std::optional<double>& value) {
  return value && *value == 0;
}

/// Classes that group: five values in five classes would be a table in colours. Two values in
/// three, but at least three classes.
int most_classes(const ZoneValues& values) {
  std::set<double> distinct;
  for (const auto& value : values)
    if (value)
      distinct.insert(*value);
  return std::max(3, static_cast<int>(distinct.size()) * 2 / 3);
}

/// The class of zero before the others.
void insert_zero(Classes& classes, const ZoneValues& values) {
  classes.breaks.insert(classes.breaks.begin(), 0.0);
  classes.members.insert(classes.members.begin(),
                         static_cast<int>(std::count_if(values.begin(), values.end(), is_zero)));
  for (std::size_t zone = 0; zone < values.size(); ++zone)
    classes.class_of[zone] =
        is_zero(values[zone]) ? 0 : classes.class_of[zone] + (values[zone] ? 1 : 0);
}

/// "1,8 M USD" and "2,0 M USD" -> "1,8 – 2,0 M USD": a unit that both have is said once.
std::string range_text(std::string low, const std::string& high) {
  if (low == high)
    return low;
  const auto unit_of = [](const std::string& text) {
    const auto digit = text.find_last_of("0123456789");
    return digit == std::string::npos ? std::string{} : text.substr(digit + 1);
  };
  if (const std::string unit = unit_of(low); !unit.empty() && unit == unit_of(high))
    low.erase(low.size() - unit.size());
  return low + " – " + high;
}

/// By the limits of a class; the first and the last are open where the breaks were given.
std::string limits_text(const ClassedValues& classed, int index, Measure measure,
                        Language language) {
  const auto& breaks = classed.classes.breaks;
  const auto at = static_cast<std::size_t>(index);
  const std::string low = format_value(measure, breaks[at], language);
  const std::string high = format_value(measure, breaks[at + 1], language);
  const bool first = index == (classed.has_zero ? 1 : 0);
  const bool last = index + 1 == classed.classes.count();
  if (first && last)
    return range_text(low, high);
  if (first)
    return "<\u00A0" + high;
  return last ? "≥\u00A0" + low : range_text(low, high);
}

/// Where more turns into less than its share; else the country's mean.
std::optional<double> usual_middle(const Coverage& coverage, Measure measure) {
  const auto even = even_point(measure);
  return even ? even : mean_of_zones(coverage, measure);
}

}  // namespace

ClassedValues classify_zones(const Coverage& coverage, const Scene& scene) {
  ZoneValues values = values_of_zones(coverage, scene.measure);
  const ZoneValues all = values;
  ClassedValues classed;
  classed.fixed = scene.classing.fixed();
  classed.has_zero =
      zero_is_nothing(scene.measure) && std::any_of(values.begin(), values.end(), is_zero) &&
      std::any_of(values.begin(), values.end(), [](const auto& v) { return v && *v > 0; });
  Classing classing = scene.classing;
  if (!classed.fixed)
    classing.count = std::min(classing.count, most_classes(values));
  if (classed.has_zero) {
    if (!classed.fixed)
      classing.count = std::max(1, classing.count - 1);
    for (auto& value : values)
      if (is_zero(value))
        value.reset();
  }
  if (scene.type == MapType::Diverging)
    classed.middle = scene.middle ? scene.middle : usual_middle(coverage, scene.measure);
  if (classed.middle) {
    DivergingClasses around = classify_around(values, *classed.middle, classing);
    classed.colours =
        diverging_colours(scene.palette, around.below, around.classes.count() - around.below);
    classed.classes = std::move(around.classes);
  } else {
    classed.classes = classify(values, classing);
    classed.colours = palette_colours(scene.palette, classed.classes.count());
  }
  if (classed.has_zero) {
    insert_zero(classed.classes, all);
    classed.colours.insert(classed.colours.begin(), zero_colour(theme_of(scene.theme)));
  }
  return classed;
}

std::string class_words(const ClassedValues& classed, const ZoneValues& values, int index,
                        Measure measure, Language language) {
  double low = 1e300, high = -1e300;
  for (std::size_t zone = 0; zone < values.size(); ++zone)
    if (values[zone] && classed.classes.class_of[zone] == index) {
      low = std::min(low, *values[zone]);
      high = std::max(high, *values[zone]);
    }
  const bool zero = classed.has_zero && index == 0;
  if (!zero && (classed.fixed || low > high))
    return limits_text(classed, index, measure, language);
  return range_text(format_value(measure, low, language), format_value(measure, high, language));
}

std::optional<LegendHistogram> legend_histogram(const ClassedValues& classed,
                                                const ZoneValues& values, Measure measure,
                                                Language language) {
  const std::size_t first = classed.has_zero ? 1 : 0;
  std::vector<double> shown;
  for (const auto& value : values)
    if (value && !(classed.has_zero && *value == 0))
      shown.push_back(*value);
  if (shown.size() < kFewestForHistogram || classed.classes.breaks.size() < first + 3)
    return std::nullopt;
  LegendHistogram histogram;
  const auto& breaks = classed.classes.breaks;
  histogram.breaks.assign(breaks.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                          breaks.end() - 1);
  const auto [least, most] = std::minmax_element(shown.begin(), shown.end());
  histogram.low = std::min(*least, histogram.breaks.front());
  histogram.high = std::max(*most, histogram.breaks.back());
  if (!(histogram.high > histogram.low))
    return std::nullopt;
  const double wanted = std::round(2 * std::sqrt(static_cast<double>(shown.size())));
  histogram.bins.assign(static_cast<std::size_t>(std::clamp(wanted, 8.0, 30.0)), 0);
  const double bins = static_cast<double>(histogram.bins.size());
  for (const double value : shown) {
    const double at = (value - histogram.low) / (histogram.high - histogram.low) * bins;
    ++histogram.bins[static_cast<std::size_t>(std::clamp(at, 0.0, bins - 1))];
  }
  histogram.colours.assign(classed.colours.begin() + static_cast<std::ptrdiff_t>(first),
                           classed.colours.end());
  histogram.low_text = format_value(measure, histogram.low, language);
  histogram.high_text = format_value(measure, histogram.high, language);
  return histogram;
}

}  // namespace malimap
