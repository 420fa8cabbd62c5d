// Coloured areas to both sides of no difference.

#include "geo/map/difference.h"

#include <algorithm>
#include <set>

#include "geo/map/draft.h"
#include "geo/map/ground.h"
#include "geo/map/palettes.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

/// No difference is a class of its own between those below and those above.
struct SignedClasses {
  Classes classes;
  int below = 0;  // classes of less
  bool has_zero = false;
};

SignedClasses classify_signed(const ZoneValues& values, const Classing& wanted) {
  ZoneValues rest = values;
  std::set<double> distinct;
  SignedClasses out;
  int zeros = 0;
  for (auto& value : rest)
    if (value && *value == 0) {
      value.reset();
      ++zeros;
    } else if (value) {
      distinct.insert(*value);
    }
  Classing classing = wanted;
  // Classes that group: two values in three.
  if (!classing.fixed())
    classing.count =
        std::min(classing.count, std::max(4, static_cast<int>(distinct.size()) * 2 / 3));
  DivergingClasses around = classify_around(rest, 0, classing);
  out.below = around.below;
  out.classes = std::move(around.classes);
  out.has_zero = zeros > 0;
  if (!out.has_zero)
    return out;
  const auto at = static_cast<std::ptrdiff_t>(out.below);
  if (out.classes.breaks.empty())
    out.classes.breaks = {0};
  out.classes.breaks.insert(out.classes.breaks.begin() + at, 0.0);
  out.classes.members.insert(out.classes.members.begin() + at, zeros);
  out.classes.class_of.resize(values.size(), kNoClass);
  for (std::size_t zone = 0; zone < values.size(); ++zone) {
    int& index = out.classes.class_of[zone];
    if (values[zone] && *values[zone] == 0)
      index = out.below;
    else if (index >= out.below)
      ++index;
  }
  return out;
}

std::string range_words(double low, double high, Measure measure, const Translator& tr) {
  const std::string from = format_difference(measure, low, tr.language());
  const std::string to = format_difference(measure, high, tr.language());
  return from == to ? from : trf(tr, N_("{0} to {1}"), from, to);
}

/// By the values in it, so that no reader sees a number that no unit has; else by its limits.
std::string words_of(const SignedClasses& made, const ZoneValues& values, int index,
                     Measure measure, const Translator& tr) {
  if (made.has_zero && index == made.below)
    return tr(N_("0: no difference"));
  double low = 1e300, high = -1e300;
  for (std::size_t zone = 0; zone < values.size(); ++zone)
    if (values[zone] && made.classes.class_of[zone] == index) {
      low = std::min(low, *values[zone]);
      high = std::max(high, *values[zone]);
    }
  const auto at = static_cast<std::size_t>(index);
  if (low > high)
    return range_words(made.classes.breaks[at], made.classes.breaks[at + 1], measure, tr);
  return range_words(low, high, measure, tr);
}

/// Nothing to compare with: the ground alone, and what to do.
void say_nothing_to_compare(const Draft& draft) {
  draft.legend().title = draft.tr(N_("Difference of two views"));
  draft.legend().notes.push_back(draft.tr(N_("There is no second view to compare with yet.")));
  Ground ground;
  ground.class_of_zone.assign(draft.coverage().zones.size(), kNoClass);
  lay_ground(draft, std::move(ground));
}

}  // namespace

bool shows_difference(const PictureInput& input) {
  return input.scene->type == MapType::Difference && input.other && input.scene->compare.any();
}

ZoneValues difference_of(const Coverage& coverage, const Coverage& other, Measure measure) {
  ZoneValues differences(coverage.zones.size());
  if (other.level != coverage.level || other.zone_of_unit.size() != coverage.zone_of_unit.size())
    return differences;
  for (std::size_t i = 0; i < coverage.zones.size(); ++i) {
    const CoverageZone& zone = coverage.zones[i];
    const int index = other.zone_of_unit[static_cast<std::size_t>(zone.units.front())];
    if (index < 0)
      continue;
    const CoverageZone& there = other.zones[static_cast<std::size_t>(index)];
    if (there.units != zone.units)
      continue;
    const auto one = shown_value(measure, zone, coverage);
    const auto two = shown_value(measure, there, other);
    if (one && two)
      differences[i] = *one - *two;
  }
  return differences;
}

void add_difference(const Draft& draft) {
  if (!shows_difference(draft.input))
    return say_nothing_to_compare(draft);
  const Scene& scene = draft.scene();
  const ZoneValues values = difference_of(draft.coverage(), *draft.input.other, scene.measure);
  const SignedClasses made = classify_signed(values, scene.classing);
  const int above = made.classes.count() - made.below - (made.has_zero ? 1 : 0);
  std::vector<Colour> colours = diverging_colours(scene.palette, made.below, above);
  if (made.has_zero)
    colours.insert(colours.begin() + made.below, zero_colour(draft.theme()));
  Ground ground;
  ground.class_of_zone = made.classes.class_of;
  ground.class_of_zone.resize(values.size(), kNoClass);
  for (int i = 0; i < made.classes.count(); ++i) {
    const bool zero = made.has_zero && i == made.below;
    ground.entries.push_back({colours[static_cast<std::size_t>(i)], false,
                              words_of(made, values, i, scene.measure, draft.tr), 0, i,
                              zero ? EntryKind::Zero : EntryKind::Class});
    ground.listed.push_back(true);
  }
  draft.picture.classes = made.classes;
  draft.picture.difference = values;
  draft.legend().title = difference_legend_title(draft.input, draft.tr);
  if (std::any_of(values.begin(), values.end(), [](const auto& value) { return !value; }))
    draft.legend().notes.push_back(draft.tr(N_("Compared only where both views have a figure.")));
  lay_ground(draft, std::move(ground));
}

}  // namespace malimap
