#include "geo/output/filter_json.h"

#include "geo/output/json_text.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

Json day(const std::optional<Date>& date) {
  return date ? Json(iso(*date)) : Json(nullptr);
}

const char* key_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::Fund:
      return "fund";
    case Dimension::Sector:
      return "sector";
    case Dimension::Status:
      return "status";
    case Dimension::Donor:
      return "donor";
    case Dimension::Partner:
      break;
  }
  return "partner";
}

}  // namespace

Json json_of_filter(const Filter& filter) {
  Json json = Json::object();
  const auto put = [&](const char* word, const std::set<std::string>& values) {
    if (!values.empty())
      json[word] = values;
  };
  put("fund", filter.fund);
  put("sector", filter.sector);
  put("status", filter.status);
  put("donor", filter.donor);
  put("partner", filter.partner);
  put("unit", filter.units);
  if (!filter.except.empty()) {
    json["except"] = Json::object();
    for (const auto& [dimension, values] : filter.except)
      json["except"][key_of(dimension)] = values;
  }
  if (!filter.budget.empty())
    json["budget"] = {{"from", json_dollars(filter.budget.low)},
                      {"to", json_dollars(filter.budget.high)}};
  if (!filter.start.empty())
    json["start"] = {{"from", day(filter.start.first)}, {"to", day(filter.start.last)}};
  if (!filter.active.empty())
    json["active"] = {{"from", day(filter.active.first)}, {"to", day(filter.active.last)}};
  if (!filter.text.empty())
    json["text"] = filter.text;
  return json;
}

}  // namespace malimap
