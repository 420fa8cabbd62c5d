#include "app/window/probe_filter.h"

#include "app/panels/chip_list.h"
#include "app/panels/words.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

template <class T, class Value>
Json range_json(const std::optional<T>& low, const std::optional<T>& high, Value value) {
  return {low ? Json(value(*low)) : Json(), high ? Json(value(*high)) : Json()};
}

}  // namespace

Json filter_json(const Filter& filter) {
  Json except = Json::object();
  for (const auto& [dimension, values] : filter.except)
    except[ui::dimension_word(dimension)] = values;
  const auto dollars = [](Cents amount) { return amount.dollars(); };
  const auto day = [](Date date) { return iso(date); };
  return {{"fund", filter.fund},
          {"sector", filter.sector},
          {"status", filter.status},
          {"donor", filter.donor},
          {"partner", filter.partner},
          {"except", except},
          {"units", filter.units},
          {"budget", range_json(filter.budget.low, filter.budget.high, dollars)},
          {"start", range_json(filter.start.first, filter.start.last, day)},
          {"active", range_json(filter.active.first, filter.active.last, day)},
          {"text", filter.text}};
}

Json chips_json(const State& state, const Translator& tr) {
  Json chips = Json::array();
  for (const Chip& chip : chips_of(state.scene.filter, *state.sources.boundaries, tr))
    chips.push_back({{"id", chip.id}, {"text", chip.text}});
  return chips;
}

Json lists_json(const Derived& derived) {
  const auto size = [](const Snapshot<Facets>& facets) { return facets ? facets->size() : 0; };
  Json json = {{"fund", size(derived.fund)},
               {"sector", size(derived.sector)},
               {"status", size(derived.status)},
               {"donor", size(derived.donor)},
               {"partner", size(derived.partner)}};
  json["budget_bins"] = derived.linked ? derived.linked->budget.projects.size() : 0;
  json["start_bins"] = derived.linked ? derived.linked->start.projects.size() : 0;
  return json;
}

}  // namespace malimap
