// Writing of scenes. Words, not numbers, for all that is chosen, so that files of other versions
// can be read; what was not understood is written again.

#include "geo/map/scene_json.h"

#include "geo/map/scene_fields.h"
#include "geo/projects/workspace.h"

namespace malimap {
namespace {

using namespace scene_fields;

/// Written only where it differs from a new scene's.
template <class T>
void put(Json& json, const char* field, const T& value, const T& usual) {
  if (value != usual)
    json[field] = value;
}

void put_object(Json& json, const char* field, Json&& object) {
  if (!object.empty())
    json[field] = std::move(object);
}

Json json_of(const DateRange& range) {
  Json json = Json::object();
  if (range.first)
    json["from"] = iso(*range.first);
  if (range.last)
    json["to"] = iso(*range.last);
  return json;
}

Json json_of(const Filter& filter) {
  Json json = Json::object(), except = Json::object(), budget = Json::object();
  for (const Dimension dimension : kAllDimensions) {
    const std::string word(dimension_word(dimension));
    if (const auto& values = values_of(filter, dimension); !values.empty())
      json[word] = values;
    if (const auto& values = refused_values(filter, dimension); !values.empty())
      except[word] = values;
  }
  put_object(json, "except", std::move(except));
  put(json, "units", filter.units, {});
  if (filter.budget.low)
    budget["from"] = static_cast<double>(filter.budget.low->value) / 100;
  if (filter.budget.high)
    budget["to"] = static_cast<double>(filter.budget.high->value) / 100;
  put_object(json, "budget", std::move(budget));
  put_object(json, "start", json_of(filter.start));
  put_object(json, "active", json_of(filter.active));
  put(json, "text", filter.text, {});
  return json;
}

Json json_of(const Comparison& compare) {
  const Comparison usual;
  Json json = Json::object();
  if (compare.how != usual.how)
    json["how"] = word_of(compare.how);
  if (compare.other)
    json["other"] = json_of(*compare.other);  // also one that asks for nothing
  put(json, "previous_list", compare.previous_list, usual.previous_list);
  put(json, "divider", compare.divider, usual.divider);
  return json;
}

Json json_of(const NeedChoice& need, const std::string& folder) {
  Json json = Json::object();
  if (need.kind != NeedKind::Population)
    json["kind"] = word_of(need.kind);
  if (!need.path.empty())
    json["path"] = relative_path(folder, need.path);
  put(json, "column", need.column, {});
  return json;
}

Json json_of(const PlannedProject& planned) {
  const PlannedProject usual;
  Json json = {{"unit", planned.pcode}};
  put(json, "sector", planned.sector, usual.sector);
  put(json, "fund", planned.fund, usual.fund);
  put(json, "count", planned.count, usual.count);
  if (planned.budget != usual.budget)
    json["budget"] = static_cast<double>(planned.budget.value) / 100;
  return json;
}

Json json_of(const GapSettings& gaps, const std::string& folder) {
  const GapSettings usual;
  Json json = Json::object();
  put_object(json, "need", json_of(gaps.need, folder));
  if (gaps.aid != usual.aid)
    json["aid"] = word_of(gaps.aid);
  if (gaps.order != usual.order)
    json["order"] = word_of(gaps.order);
  put(json, "by_sector", gaps.by_sector, usual.by_sector);
  put(json, "unreported_as_zero", gaps.unreported_as_zero, usual.unreported_as_zero);
  put(json, "beyond_km", gaps.beyond_km, usual.beyond_km);
  for (const PlannedProject& planned : gaps.planned)
    json["planned"].push_back(json_of(planned));
  return json;
}

Json json_of(const Classing& classing) {
  const Classing usual;
  Json json = Json::object();
  if (classing.method != usual.method)
    json["method"] = word_of(classing.method);
  put(json, "count", classing.count, usual.count);
  put(json, "breaks", classing.breaks, usual.breaks);
  put(json, "keep", classing.keep, usual.keep);
  return json;
}

Json json_of(const PageSettings& page) {
  const PageSettings usual;
  Json json = Json::object();
  for (const PageText& text : kPageTexts)
    put(json, text.field, page.*text.value, usual.*text.value);
  for (const auto& one : kPageSwitches)
    put(json, one.field, page.*one.value, usual.*one.value);
  return json;
}

Json json_of(const LayerSwitches& layers) {
  const LayerSwitches usual;
  Json json = Json::object();
  for (const auto& one : kLayers)
    put(json, one.field, layers.*one.value, usual.*one.value);
  return json;
}

Json json_of(const ContextFile& file, const std::string& folder) {
  const ContextFile usual;
  Json json = {{"path", relative_path(folder, file.path)}};
  put(json, "layer", file.layer, usual.layer);
  put(json, "colour", file.colour, usual.colour);
  put(json, "width", file.width_dp, usual.width_dp);
  return json;
}

/// What a later version wrote, wherever this one has nothing to say.
void add_missing(Json& json, const Json& other) {
  for (const auto& [field, value] : other.items()) {
    if (!json.contains(field))
      json[field] = value;
    else if (json[field].is_object() && value.is_object())
      add_missing(json[field], value);
  }
}

Json json_of(const Scene& scene, const std::string& folder) {
  const Scene usual;
  Json json = {{"name", scene.name}};
  put(json, "title", scene.title, usual.title);
  json["type"] = word_of(scene.type);
  json["measure"] = word_of(scene.measure);
  json["level"] = word_of(scene.level);
  if (scene.second != usual.second)
    json["second"] = word_of(scene.second);
  if (scene.by != usual.by)
    json["by"] = dimension_word(scene.by);
  if (scene.middle)
    json["middle"] = *scene.middle;
  put_object(json, "filter", json_of(scene.filter));
  put(json, "within", scene.within, usual.within);
  put_object(json, "compare", json_of(scene.compare));
  put_object(json, "gaps", json_of(scene.gaps, folder));
  put_object(json, "classes", json_of(scene.classing));
  if (scene.camera)
    json["camera"] = {{"x", scene.camera->centre.x},
                      {"y", scene.camera->centre.y},
                      {"metres_per_dp", scene.camera->metres_per_dp}};
  put(json, "palette", scene.palette, usual.palette);
  put(json, "projection", scene.projection, usual.projection);
  put_object(json, "layers", json_of(scene.layers));
  for (const ContextFile& file : scene.context)
    json["context"].push_back(json_of(file, folder));
  put(json, "outside_programme", scene.outside_programme, usual.outside_programme);
  if (scene.theme == ThemeName::Dark)
    json["theme"] = "dark";
  put_object(json, "page", json_of(scene.page));
  return json;
}

/// A word of a later version, read as the usual value, stays while nobody chose another.
void keep_unknown_words(Json& json, const Json& other) {
  const Scene usual;
  for (const auto& [field, word] : {std::pair{"type", word_of(usual.type)},
                                    {"measure", word_of(usual.measure)},
                                    {"level", word_of(usual.level)}})
    if (other.contains(field) && json[field] == word)
      json[field] = other[field];
}

}  // namespace

std::string_view dimension_word(Dimension dimension) {
  constexpr std::array<std::string_view, 5> kWords{"fund", "sector", "status", "donor", "partner"};
  return kWords.at(static_cast<std::size_t>(dimension));
}

std::optional<Dimension> dimension_of(std::string_view word) {
  for (const Dimension dimension : kAllDimensions)
    if (dimension_word(dimension) == word)
      return dimension;
  return std::nullopt;
}

std::string text_of(const SavedScene& saved, const std::string& folder) {
  Json json = json_of(saved.scene, folder);
  if (const Json other = Json::parse(saved.other, nullptr, false); other.is_object()) {
    keep_unknown_words(json, other);
    add_missing(json, other);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace malimap
