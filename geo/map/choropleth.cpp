// Coloured areas by class: light to dark, or to both sides of a middle.

#include "geo/map/classed.h"
#include "geo/map/gap_words.h"
#include "geo/map/ground.h"

namespace malimap {
namespace {

/// "Mean of the country: 15.5"; where not every zone has a value it is that of those that have.
std::string middle_words(const Draft& draft, double middle, const ZoneValues& values) {
  const std::string text = format_value(draft.scene().measure, middle, draft.tr.language());
  if (draft.scene().middle)
    return trf(draft.tr, N_("Middle of the colours: {0}."), text);
  if (even_point(draft.scene().measure))
    return trf(draft.tr, N_("Middle of the colours: as much as the share of need, {0}."), text);
  for (const auto& value : values)
    if (!value)
      return trf(draft.tr, N_("Middle of the colours: mean of the reported units, {0}."), text);
  return trf(draft.tr, N_("Middle of the colours: mean of the country, {0}."), text);
}

/// Colour misleads about totals: what to show in their place, one click away.
void offer_alternatives(const Draft& draft) {
  const Measure measure = draft.scene().measure;
  if (!is_raw_total(measure))
    return;
  const auto show = [&](const std::string& what) { return trf(draft.tr, N_("Show: {0}"), what); };
  const Measure rate = rate_for(measure);
  draft.legend().alternatives.push_back({show(title_of(rate, draft.tr)), rate, std::nullopt});
  draft.legend().alternatives.push_back(
      {show(title_of(MapType::Symbols, draft.tr)), std::nullopt, MapType::Symbols});
}

}  // namespace

void add_classes(const Draft& draft) {
  const Measure measure = draft.scene().measure;
  const Language language = draft.tr.language();
  const ZoneValues values = values_of_zones(draft.coverage(), measure);
  const ClassedValues classed = classify_zones(draft.coverage(), draft.scene());
  Ground ground;
  ground.class_of_zone = classed.classes.class_of;
  for (int i = 0; i < classed.classes.count(); ++i) {
    const bool zero = i == 0 && classed.has_zero;
    ground.entries.push_back({classed.colours[static_cast<std::size_t>(i)], false,
                              class_words(classed, values, i, measure, language), 0, i,
                              zero ? EntryKind::Zero : EntryKind::Class});
    ground.listed.push_back(true);
  }
  draft.picture.classes = classed.classes;
  draft.legend().title = measure_title(draft.input, measure, draft.tr);
  draft.legend().histogram = legend_histogram(classed, values, measure, language);
  if (classed.middle)
    draft.legend().notes.push_back(middle_words(draft, *classed.middle, values));
  offer_alternatives(draft);
  lay_ground(draft, std::move(ground));
}

}  // namespace malimap
