// The category that has most in each zone.

#include <algorithm>

#include "geo/map/ground.h"
#include "geo/map/parts.h"
#include "geo/map/words.h"

namespace malimap {
namespace {

constexpr int kUnknown = -1, kSeveral = -2;

/// The group with most; kSeveral where two have as much. Equal to the cent, or to the project.
int dominant_group(const std::vector<double>& amounts) {
  const auto most = std::max_element(amounts.begin(), amounts.end());
  if (most == amounts.end() || *most <= 0)
    return kUnknown;
  return std::count(amounts.begin(), amounts.end(), *most) > 1
             ? kSeveral
             : static_cast<int>(most - amounts.begin());
}

}  // namespace

void add_dominant(const Draft& draft) {
  const Measure measure = uses_budget(draft.scene().measure) ? Measure::Budget : Measure::Projects;
  const Division division = divide(draft, measure);
  Ground ground;
  for (const Category& category : division.categories) {
    const int index = static_cast<int>(ground.entries.size());
    ground.entries.push_back({category.colour, false, category.text, 0, index, EntryKind::Class});
  }
  const int several = static_cast<int>(ground.entries.size());
  ground.entries.push_back({Colour{0x9B, 0x95, 0x8A}, false, draft.tr(N_("Several equally")), 0,
                            several, EntryKind::Class});
  for (std::size_t zone = 0; zone < division.zones.size(); ++zone) {
    const ZoneParts& parts = division.zones[zone];
    const int group = parts.known ? dominant_group(parts.amounts) : kUnknown;
    ground.class_of_zone.push_back(
        group == kSeveral   ? several
        : group == kUnknown ? kNoClass
                            : division.category_of_group[static_cast<std::size_t>(group)]);
  }
  ground.listed.assign(ground.entries.size(), false);
  for (const int index : ground.class_of_zone)
    if (index != kNoClass)
      ground.listed[static_cast<std::size_t>(index)] = true;
  add_zero(draft, ground, division.whole, measure);
  Legend& legend = draft.legend();
  legend.title = trf(draft.tr, N_("{0}: {1}"), dominant_words(draft.scene().by, draft.tr),
                     title_of(measure, draft.tr));
  lay_ground(draft, std::move(ground));
  bool unpublished = false;
  for (std::size_t zone = 0; zone < division.zones.size(); ++zone)
    unpublished =
        unpublished || (division.whole[zone].value_or(0) > 0 && !division.zones[zone].known);
  if (unpublished)
    legend.notes.push_back(
        trf(draft.tr, N_("Where figures by {0} are not published nothing is said to be dominant."),
            dimension_words(draft.scene().by, draft.tr)));
}

}  // namespace malimap
