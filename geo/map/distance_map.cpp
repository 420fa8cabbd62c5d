// The surface of distances: bands from near to far, the places that they are measured to.

#include "geo/map/distance_map.h"

#include "geo/base/numbers.h"
#include "geo/map/ground.h"
#include "geo/map/palettes.h"
#include "geo/map/pole.h"

namespace malimap {
namespace {

constexpr double kPlaceRadius = 2.2;  // dp

std::string band_words(std::size_t band, const Translator& tr) {
  const auto km = [&](std::size_t i) { return format_short(kDistanceBands[i], tr.language()); };
  if (band == 0)
    return trf(tr, N_("Less than {0} km"), km(0));
  if (band == kDistanceBands.size())
    return trf(tr, N_("More than {0} km"), km(band - 1));
  return trf(tr, N_("{0} to {1} km"), km(band - 1), km(band));
}

std::string share_words(double share, Language language) {
  constexpr double kLeast = 0.005;
  if (share > 0 && share < kLeast)
    return "<\u00A0" + format_percent(0.01, 0, language);
  if (share < 1 && share > 1 - kLeast)
    return ">\u00A0" + format_percent(0.99, 0, language);
  return format_percent(share, 0, language);
}

/// Of the area that shows the surface, the part in each band.
std::array<double, kDistanceBandCount> shares_of(const Draft& draft, const DistanceStudy& study) {
  std::array<double, kDistanceBandCount> shares{};
  double whole = 0;
  for (std::size_t zone = 0; zone < draft.coverage().zones.size(); ++zone) {
    const CoverageZone& of = draft.coverage().zones[zone];
    if (zone >= study.zones.size() || !study.zones[zone].km ||
        draft.picture.paint[static_cast<std::size_t>(of.units.front())].class_index < 0)
      continue;
    whole += of.area_km2;
    for (std::size_t band = 0; band < shares.size(); ++band)
      shares[band] += of.area_km2 * study.zones[zone].band_shares[band];
  }
  for (double& share : shares)
    share = whole > 0 ? share / whole : 0;
  return shares;
}

/// Nothing to show yet, or ever: every unit plain, and the key says why.
void lay_plain_ground(const Draft& draft) {
  Ground ground;
  LegendEntry entry{quiet_colour(draft.theme()), false, {}, 0, 0, EntryKind::Class};
  entry.text =
      draft.input.distances
          ? draft.tr(N_("No project under the filter has a known place: nothing is measured."))
          : draft.tr(N_("The distances are being measured."));
  entry.amount = std::string{};
  ground.entries.push_back(std::move(entry));
  ground.listed.push_back(true);
  ground.class_of_zone.assign(draft.coverage().zones.size(), 0);
  lay_ground(draft, std::move(ground));
}

/// Under a unit's name not how far its seat is, which has most projects near, but how much of it is
/// far: "94 %".
void tell_zones(const Draft& draft, const DistanceStudy& study) {
  const Language language = draft.tr.language();
  const std::string beyond = format_short(study.beyond_km, language) + "\u00A0km";
  auto& words = draft.picture.zone_words;
  words.resize(draft.coverage().zones.size());
  for (std::size_t zone = 0; zone < words.size() && zone < study.zones.size(); ++zone)
    if (const auto& share = study.zones[zone].share_beyond)
      words[zone] = share_words(*share, language);
  draft.legend().notes.push_back(
      trf(draft.tr, N_("Under the names: the share of the area farther than {0} from a project."),
          beyond));
}

void lay_surface(const Draft& draft, const DistanceStudy& study) {
  const auto colours = palette_colours(draft.scene().palette, static_cast<int>(kDistanceBandCount));
  Ground ground;
  ground.entries.push_back({colours[0], false, {}, 0, 0, EntryKind::Class});
  ground.listed.push_back(false);
  for (std::size_t zone = 0; zone < draft.coverage().zones.size(); ++zone)
    ground.class_of_zone.push_back(zone < study.zones.size() && study.zones[zone].km ? 0
                                                                                     : kNoClass);
  lay_ground(draft, std::move(ground));
  Legend& legend = draft.legend();
  for (LegendEntry& entry : legend.entries)
    entry.amount = std::string{};
  const auto shares = shares_of(draft, study);
  std::vector<LegendEntry> entries;
  for (std::size_t band = 0; band < kDistanceBandCount; ++band) {
    LegendEntry entry{colours[band],  false,           band_words(band, draft.tr), 0,
                      kCategoryClass, EntryKind::Class};
    entry.amount = share_words(shares[band], draft.tr.language());
    entries.push_back(std::move(entry));
  }
  legend.entries.insert(legend.entries.begin(), entries.begin(), entries.end());
  draft.picture.band_colours = colours;
  tell_zones(draft, study);
  draft.picture.bands =
      draft.input.bands ? draft.input.bands : make_bands(study, *draft.input.shapes);
}

}  // namespace

void add_distance(const Draft& draft) {
  const DistanceStudy* study = draft.input.distances.get();
  draft.legend().title = title_of(Measure::Distance, draft.tr);
  if (study && study->points > 0 && !study->grid.km.empty())
    lay_surface(draft, *study);
  else
    lay_plain_ground(draft);
}

std::vector<Marker> make_distance_markers(const DistanceStudy& study,
                                          const std::string& projection) {
  std::vector<LonLat> positions;
  for (const MeasuredPlace& place : study.places)
    positions.push_back(place.position);
  const auto points = project_points(positions, projection);
  std::vector<Marker> markers;
  for (const bool by_town : {false, true})  // hollow ones lie on top, as both painters draw them
    for (std::size_t i = 0; i < points.size(); ++i)
      if (points[i] && study.places[i].by_town == by_town) {
        Marker marker;
        marker.position = *points[i];
        marker.radius_dp = kPlaceRadius;
        marker.projects = {study.places[i].project};
        marker.contested = by_town;
        markers.push_back(std::move(marker));
      }
  return markers;
}

void add_distance_marker_key(Legend& legend, const std::vector<Marker>& markers,
                             const DistanceStudy* study, const Translator& tr) {
  if (markers.empty() || !study)
    return;
  legend.marker_key = true;
  legend.marker_largest = 1;
  legend.marker_title = tr(N_("Places of projects"));
  legend.marker_sizes = {{kPlaceRadius, format_integer(study->points, tr.language())}};
  if (study->by_town > 0)
    legend.marker_contested =
        trn(tr, "{0} project known by its unit alone: measured to the town of the same name",
            "{0} projects known by their unit alone: measured to the town of the same name",
            static_cast<long long>(study->by_town), format_integer(study->by_town, tr.language()));
}

std::vector<std::string> distance_notes(const DistanceStudy* study, const Translator& tr) {
  std::vector<std::string> notes;
  if (!study)
    return notes;
  const auto number = [&](std::int64_t n) { return format_integer(n, tr.language()); };
  if (study->listed_only && study->points > 0)
    notes.push_back(
        trn(tr, "Measured to the {0} listed project with a place alone, not to all projects.",
            "Measured to the {0} listed projects with a place alone, not to all projects.",
            static_cast<long long>(study->projects), number(study->projects)));
  else if (study->points > 0)
    notes.push_back(trn(tr, "Measured to {0} project, at {1} places, along the ellipsoid.",
                        "Measured to {0} projects, at {1} places, along the ellipsoid.",
                        static_cast<long long>(study->projects), number(study->projects),
                        number(study->points)));
  if (study->left_out > 0)
    notes.push_back(trn(tr, "{0} project whose place is not known more closely is left out.",
                        "{0} projects whose place is not known more closely are left out.",
                        static_cast<long long>(study->left_out), number(study->left_out)));
  return notes;
}

std::optional<Colour> band_colour_at(const Composition& composition, PlanePoint at) {
  if (!composition.bands || composition.band_colours.empty())
    return std::nullopt;
  // The coarsest level will do: what is asked for is a ground to read on.
  const BandAreas& areas = composition.bands->levels.back();
  std::size_t band = 0;
  while (band < areas.size() && inside(areas[band].rings, at))
    ++band;
  return composition.band_colours[band];
}

}  // namespace malimap
