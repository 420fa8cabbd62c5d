#include "geo/map/gap_words.h"

#include "geo/coverage/gaps/words.h"

namespace malimap {
namespace {

NeedSource need_of(const PictureInput& input) {
  return {input.scene->gaps.need, input.need};
}

}  // namespace

bool shows_gaps(const Scene& scene) {
  if (scene.type == MapType::Places || scene.type == MapType::Distance)
    return false;
  return is_gap_measure(scene.measure) ||
         (scene.type == MapType::Bivariate && is_gap_measure(scene.second));
}

std::string measure_title(const PictureInput& input, Measure measure, const Translator& tr) {
  if (!is_gap_measure(measure))
    return title_of(measure, tr);
  const NeedSource need = need_of(input);
  return title_of(measure, need, input.scene->gaps.aid,
                  sector_of_need(need, filter_of(*input.scene)), tr);
}

void add_gap_notes(const Draft& draft) {
  const Scene& scene = draft.scene();
  if (!shows_gaps(scene))
    return;
  const Translator& tr = draft.tr;
  auto& notes = draft.legend().notes;
  notes.push_back(
      trf(tr, N_("Need: {0}."), name_of(need_of(draft.input), *draft.input.dataset, tr)));
  notes.push_back(trf(tr, N_("Counted: {0}."), sentence_of(universe_of(draft.coverage()), tr)));
  const bool smoothed = scene.measure == Measure::SmoothedRate ||
                        (scene.type == MapType::Bivariate && scene.second == Measure::SmoothedRate);
  if (smoothed && scene.gaps.aid == Aid::Budget)
    notes.push_back(tr(N_("Budgets are not smoothed: the rule is for counts.")));
}

}  // namespace malimap
