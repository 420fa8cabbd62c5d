#include "geo/map/legend.h"
#include "geo/map/gap_words.h"

#include <algorithm>

#include "geo/base/numbers.h"
#include "geo/coverage/notes.h"
#include "geo/map/change_markers.h"
#include "geo/map/distance_map.h"
#include "geo/map/place_markers.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

/// A note on money has no place on a map of counts, but that there is none at all has.
bool concerns(const Message& note, const Scene& scene) {
  if (note.msgid == no_budgets_note().msgid)
    return true;
  const bool money = note.msgid.find("udget") != std::string::npos ||
                     note.msgid.find("mount") != std::string::npos;
  return !money || shows_budget(scene);
}

void add_apart(std::vector<std::string>& notes, const char* msgid, const Figures& figures,
               const Scene& scene, const Translator& tr) {
  std::string text;
  if (figures.projects.value_or(0) > 0)
    text = trn(tr, "{0} project", "{0} projects", static_cast<long long>(*figures.projects),
               format_integer(*figures.projects, tr.language()));
  if (shows_budget(scene) && figures.budget && figures.budget->value != 0)
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

void add_notes(const Draft& draft) {
  const Coverage& coverage = draft.coverage();
  const Scene& scene = draft.scene();
  const Translator& tr = draft.tr;
  auto& notes = draft.legend().notes;
  if (needs_distances(scene))
    for (std::string& note : distance_notes(draft.input.distances.get(), tr))
      notes.push_back(std::move(note));
  if (std::string both = both_numbers(coverage, tr);
      !both.empty() && (scene.measure != Measure::Budget || scene.type == MapType::Places))
    notes.push_back(both + ".");
  add_gap_notes(draft);
  for (const Message& note : coverage.notes)
    if (concerns(note, scene))
      notes.push_back(text_of(note, tr));
  if (const std::string zones = joined_zones(coverage); !zones.empty())
    notes.push_back(trf(tr, N_("One figure for several units together: {0}."), zones));
  add_apart(notes, N_("Whole country: {0}."), coverage.national, scene, tr);
  add_apart(notes, N_("Without a known region: {0}."), coverage.unlocated, scene, tr);
  add_apart(notes, N_("Outside the country: {0}."), coverage.outside, scene, tr);
  add_apart(notes, N_("Known for a larger area only: {0}."), coverage.coarser, scene, tr);
  if (draft.picture.places && draft.input.dataset->aggregates)
    notes.push_back(tr(N_("Circles: projects described one by one, already inside the figures.")));
  const bool classes = scene.type == MapType::Choropleth || scene.type == MapType::Diverging;
  if (classes && is_raw_total(scene.measure))
    notes.push_back(trf(tr, N_("Raw totals: to compare regions see “{0}”."),
                        title_of(rate_for(scene.measure), tr)));
}

/// Says what "*" means where a figure that is shown rests on an inferred one.
void mark_inferred(const Draft& draft) {
  const Scene& scene = draft.scene();
  if (scene.type == MapType::Distance)
    return;
  for (const CoverageZone& zone : draft.coverage().zones)
    if (is_inferred(zone, scene.measure) ||
        (scene.type == MapType::Bivariate && is_inferred(zone, scene.second)))
      draft.legend().inferred =
          draft.tr(N_("* inferred: the shares are published, not the region of each"));
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
void add_marker_key(Legend& legend, const PlaceMarkers& places, const Translator& tr) {
  const std::int64_t largest = places.largest(), contested = places.contested();
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

/// Whether places stand together where the whole country is shown, as on most pages.
bool shows_clusters(const Draft& draft) {
  constexpr double kUsualWidth = 700;  // dp
  if (!draft.picture.places)
    return false;
  const PlaneBox& box = draft.input.shapes->box;
  const auto shown =
      draft.picture.places->select(std::max(box.width(), box.height()) / kUsualWidth, box);
  return std::any_of(shown.begin(), shown.end(),
                     [](const Marker& marker) { return marker.places > 1; });
}

}  // namespace

void complete_legend(const Draft& draft) {
  add_notes(draft);
  mark_inferred(draft);
  draft.legend().members_title = members_title(draft.coverage().level, draft.tr);
  if (draft.picture.bands)
    draft.legend().members_title = draft.tr(N_("of area"));
  if (draft.input.changes && draft.input.previous)
    add_change_key(draft.legend(), draft.picture.markers, *draft.input.changes, draft.tr);
  else if (draft.scene().type == MapType::Distance)
    add_distance_marker_key(draft.legend(), draft.picture.markers, draft.input.distances.get(),
                            draft.tr);
  else if (draft.picture.places)
    add_marker_key(draft.legend(), *draft.picture.places, draft.tr);
  if (shows_clusters(draft))
    draft.legend().notes.push_back(
        draft.tr(N_("Circle with a number: the projects of several places close together.")));
}

std::vector<std::string> zones_of_entry(const LegendEntry& entry, const Picture& picture,
                                        const Coverage& coverage) {
  std::vector<std::string> zones;
  const bool surface = picture.bands && entry.class_index >= 0;
  if (entry.members == 0 || entry.class_index == kCategoryClass || surface)
    return zones;
  std::vector<bool> counted(coverage.zones.size(), false);
  for (std::size_t unit = 0; unit < picture.paint.size(); ++unit) {
    const int zone = coverage.zone_of_unit[unit];
    if (zone < 0 || picture.paint[unit].class_index != entry.class_index ||
        counted[static_cast<std::size_t>(zone)])
      continue;
    counted[static_cast<std::size_t>(zone)] = true;
    zones.push_back(coverage.zones[static_cast<std::size_t>(zone)].code);
  }
  return zones;
}

}  // namespace malimap
