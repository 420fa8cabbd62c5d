#include "geo/map/legend.h"

#include <algorithm>
#include <set>

#include "geo/base/numbers.h"
#include "geo/coverage/notes.h"
#include "geo/map/markers.h"
#include "geo/map/palettes.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

std::vector<std::optional<double>> values_of_zones(const Coverage& coverage, Measure measure) {
  std::vector<std::optional<double>> values;
  values.reserve(coverage.zones.size());
  for (const CoverageZone& zone : coverage.zones)
    values.push_back(value_of(measure, zone, coverage));
  return values;
}

bool starts_with_zero(const Classes& classes) {
  if (classes.count() == 0 || classes.breaks[0] != 0)
    return false;
  return classes.count() > 1 || classes.breaks[1] == 0;
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

/// Classes by the values that are in them, so that no reader sees a number that no unit has.
std::string class_text(const Classes& classes, const std::vector<std::optional<double>>& values,
                       int index, Measure measure, Language language) {
  double low = 1e300, high = -1e300;
  for (std::size_t zone = 0; zone < values.size(); ++zone)
    if (values[zone] && classes.class_of[zone] == index) {
      low = std::min(low, *values[zone]);
      high = std::max(high, *values[zone]);
    }
  if (low > high)
    return {};
  return range_text(format_value(measure, low, language), format_value(measure, high, language));
}

/// A note on money has no place on a map of counts, but that there is none at all has.
bool concerns(const Message& note, Measure measure) {
  if (note.msgid == no_budgets_note().msgid)
    return true;
  const bool money = note.msgid.find("udget") != std::string::npos ||
                     note.msgid.find("mount") != std::string::npos;
  return !money || uses_budget(measure);
}

void add_apart(std::vector<std::string>& notes, const char* msgid, const Figures& figures,
               Measure measure, const Translator& tr) {
  std::string text;
  if (figures.projects.value_or(0) > 0)
    text = trn(tr, "{0} project", "{0} projects", static_cast<long long>(*figures.projects),
               format_integer(*figures.projects, tr.language()));
  if (uses_budget(measure) && figures.budget && figures.budget->value != 0)
    text += (text.empty() ? "" : ", ") + format_money_compact(*figures.budget, tr.language());
  if (!text.empty())
    notes.push_back(trf(tr, msgid, text));
}

/// The names of the zones whose figure is known for several units together.
std::string joined_zones(const Coverage& coverage) {
  std::string names;
  for (const CoverageZone& zone : coverage.zones)
    if (zone.units.size() > 1 && zone.figures.reported())
      names += (names.empty() ? "" : ", ") + zone.name;
  return names;
}

std::vector<std::string> make_notes(const PictureInput& input, const std::vector<Marker>& markers,
                                    const Translator& tr) {
  const Coverage& coverage = *input.coverage;
  const Measure measure = input.scene->measure;
  std::vector<std::string> notes;
  if (std::string both = both_numbers(coverage, tr); !both.empty() && measure != Measure::Budget)
    notes.push_back(both + ".");
  for (const Message& note : coverage.notes)
    if (concerns(note, measure))
      notes.push_back(text_of(note, tr));
  if (const std::string zones = joined_zones(coverage); !zones.empty())
    notes.push_back(trf(tr, N_("One figure for several units together: {0}."), zones));
  add_apart(notes, N_("Whole country: {0}."), coverage.national, measure, tr);
  add_apart(notes, N_("Without a known region: {0}."), coverage.unlocated, measure, tr);
  add_apart(notes, N_("Outside the country: {0}."), coverage.outside, measure, tr);
  add_apart(notes, N_("Known for a larger area only: {0}."), coverage.coarser, measure, tr);
  if (!markers.empty() && input.dataset->aggregates)
    notes.push_back(tr(N_("Circles: projects described one by one, already inside the figures.")));
  if (is_raw_total(measure))
    notes.push_back(
        trf(tr, N_("Raw totals: to compare regions see “{0}”."), title_of(rate_for(measure), tr)));
  return notes;
}

std::string members_title(Level level, const Translator& tr) {
  switch (level) {
    case Level::Cercle:
      return tr(N_("cercles"));
    case Level::Commune:
      return tr(N_("communes"));
    default:
      return tr(N_("regions"));
  }
}

/// Up to three round sizes, the largest that the map has among them.
void add_marker_key(Legend& legend, const std::vector<Marker>& markers, const Translator& tr) {
  if (markers.empty())
    return;
  std::int64_t largest = 1, contested = 0;
  for (const Marker& marker : markers) {
    largest = std::max(largest, marker.count);
    contested += marker.contested ? marker.count : 0;
  }
  legend.marker_key = true;
  legend.marker_largest = largest;
  legend.marker_title = tr(N_("Projects at one place"));
  std::vector<std::int64_t> counts{1};
  if (largest >= 9)
    counts.push_back(largest / 3);
  if (largest > 1)
    counts.push_back(largest);
  for (std::int64_t count : counts)
    legend.marker_sizes.push_back(
        {marker_radius_dp(count, largest), format_integer(count, tr.language())});
  if (contested > 0)
    legend.marker_contested =
        trn(tr, "{0} project whose position contradicts the place that it names",
            "{0} projects whose position contradicts the place that they name", contested,
            format_integer(contested, tr.language()));
}

/// Classes that group: five values in five classes would be a table in colours. Two values in
/// three, but at least three classes.
int most_classes(const std::vector<std::optional<double>>& values) {
  std::set<double> distinct;
  for (const auto& value : values)
    if (value)
      distinct.insert(*value);
  return std::max(3, static_cast<int>(distinct.size()) * 2 / 3);
}

}  // namespace

Classes classes_of(const Coverage& coverage, Measure measure, const Classing& classing) {
  auto values = values_of_zones(coverage, measure);
  const auto is_zero = [](const std::optional<double>& value) { return value && *value == 0; };
  const int wanted = std::min(classing.count, most_classes(values));
  const auto zeros = std::count_if(values.begin(), values.end(), is_zero);
  const auto others =
      std::count_if(values.begin(), values.end(), [](const auto& v) { return v && *v > 0; });
  if (zeros == 0 || others == 0)
    return natural_breaks(values, wanted);
  auto positive = values;
  for (auto& value : positive)
    if (is_zero(value))
      value.reset();
  Classes classes = natural_breaks(positive, std::max(1, wanted - 1));
  classes.breaks.insert(classes.breaks.begin(), 0.0);
  classes.members.insert(classes.members.begin(), static_cast<int>(zeros));
  for (std::size_t zone = 0; zone < values.size(); ++zone)
    classes.class_of[zone] =
        is_zero(values[zone]) ? 0 : classes.class_of[zone] + (values[zone] ? 1 : 0);
  return classes;
}

std::vector<Colour> class_colours(const Classes& classes, const Scene& scene) {
  if (!starts_with_zero(classes))
    return palette_colours(scene.palette, classes.count());
  auto colours = palette_colours(scene.palette, classes.count() - 1);
  colours.insert(colours.begin(), zero_colour(theme_of(scene.theme)));
  return colours;
}

Legend make_legend(const PictureInput& input, const Classes& classes,
                   const std::vector<Marker>& markers, const Translator& tr) {
  const Coverage& coverage = *input.coverage;
  const Measure measure = input.scene->measure;
  const Theme& theme = theme_of(input.scene->theme);
  const auto values = values_of_zones(coverage, measure);
  const auto colours = class_colours(classes, *input.scene);
  Legend legend;
  legend.title = title_of(measure, tr);
  for (int i = 0; i < classes.count(); ++i)
    legend.entries.push_back({colours[static_cast<std::size_t>(i)], false,
                              class_text(classes, values, i, measure, tr.language()), 0, i});
  LegendEntry no_data{theme.no_data_fill, true, tr(N_("No data")), 0, kNoClass};
  for (std::size_t zone = 0; zone < coverage.zones.size(); ++zone) {
    const int units = static_cast<int>(coverage.zones[zone].units.size());
    const int index = values[zone] ? classes.class_of[zone] : kNoClass;
    (index == kNoClass ? no_data : legend.entries[static_cast<std::size_t>(index)]).members +=
        units;
  }
  if (no_data.members > 0)
    legend.entries.push_back(no_data);
  legend.notes = make_notes(input, markers, tr);
  legend.members_title = members_title(coverage.level, tr);
  if (input.scene->layers.markers)
    add_marker_key(legend, markers, tr);
  return legend;
}

}  // namespace malimap
