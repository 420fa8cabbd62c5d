#include "geo/output/gaps_json.h"

#include <algorithm>
#include <cmath>

#include "geo/coverage/areas.h"
#include "geo/output/filter_json.h"
#include "geo/output/json_text.h"

namespace malimap {
namespace {

using Json = nlohmann::ordered_json;

/// Six decimals say all that these figures know; whole numbers stay whole.
Json number(double value) {
  const double rounded = std::round(value * 1e6) / 1e6;
  const bool whole = rounded == std::floor(rounded) && std::abs(rounded) < 1e15;
  return whole ? Json(static_cast<std::int64_t>(rounded)) : Json(rounded);
}
Json number(const std::optional<double>& value) {
  return value ? number(*value) : Json(nullptr);
}

Json json_of(const Universe& universe, const Translator& tr) {
  return {{"sentence", sentence_of(universe, tr)},
          {"units", universe.zones},
          {"not_reported", universe.not_reported},
          {"aid_unknown", universe.aid_unknown},
          {"without_need", universe.without_need},
          {"outside", universe.outside},
          {"unreported_as_zero", universe.unreported_as_zero},
          {"aid", number(universe.aid)},
          {"need", number(universe.need)},
          {"names", universe.names}};
}

Json json_of(const Inequality& inequality, const Translator& tr) {
  return {{"gini", number(inequality.gini)},
          {"hoover", number(inequality.hoover)},
          {"theil", number(inequality.theil)},
          {"universe", json_of(inequality.universe, tr)}};
}

Json parts_of(const Inequality& inequality) {
  if (!inequality.parts)
    return nullptr;
  Json groups = Json::array();
  for (const TheilGroup& group : inequality.parts->groups) {
    const bool known = group.group >= 0 && group.group < static_cast<int>(kAreas.size());
    groups.push_back(
        {{"area", known ? Json(std::string(word_of(kAreas[static_cast<std::size_t>(group.group)])))
                        : Json(nullptr)},
         {"aid_share", number(group.aid_share)},
         {"need_share", number(group.need_share)},
         {"within", number(group.within)},
         {"contribution", number(group.contribution)}});
  }
  return {{"between", number(inequality.parts->between)}, {"groups", std::move(groups)}};
}

Json unit_of(const CoverageZone& zone, const ZoneDistance* distance, bool measured) {
  Json json{{"code", zone.code},
            {"name", zone.name},
            {"reported", zone.figures.reported()},
            {"need", number(zone.gap.need)},
            {"aid", number(zone.gap.aid)},
            {"per_need", number(zone.gap.per_need)},
            {"smoothed", number(zone.gap.smoothed)},
            {"location_quotient", number(zone.gap.location_quotient)},
            {"share_gap", number(zone.gap.share_gap)},
            {"shortfall", number(zone.gap.shortfall)}};
  if (!measured)
    return json;
  json["distance_km"] = number(zone.gap.distance_km);
  json["distance_from"] =
      distance != nullptr && distance->km ? Json(distance->from) : Json(nullptr);
  json["share_beyond"] = distance != nullptr ? number(distance->share_beyond) : Json(nullptr);
  json["towns"] = distance != nullptr ? Json(distance->towns) : Json(nullptr);
  json["towns_beyond"] = distance != nullptr ? Json(distance->towns_beyond) : Json(nullptr);
  return json;
}

Json rank_of(const GapRank& rank, std::size_t place, const GapStudy& study, const Translator& tr) {
  const CoverageZone& zone = study.coverage.zones[static_cast<std::size_t>(rank.zone)];
  Json json{{"rank", place},
            {"code", zone.code},
            {"name", zone.name},
            {"sector", rank.sector.empty() ? Json(nullptr) : Json(rank.sector)},
            {"reason", std::string(word_of(rank.reason))},
            {"score", number(rank.score)},
            {"need", number(rank.need)},
            {"need_share", number(rank.need_share)},
            {"aid", number(rank.aid)},
            {"expected", number(rank.expected)},
            {"load", number(rank.load)},
            {"distance_km", number(rank.distance_km)}};
  if (rank.reason == GapReason::SectorMissing) {
    json["others_with"] = rank.others_with;
    json["others"] = rank.others;
  }
  if (!study.settings.planned.empty())
    json["moved"] = rank.moved;
  json["sentence"] = sentence_of(rank, study, tr);
  return json;
}

Json names_of(const std::vector<int>& zones, const Coverage& coverage) {
  Json json = Json::array();
  for (const int zone : zones)
    json.push_back({{"code", coverage.zones[static_cast<std::size_t>(zone)].code},
                    {"name", coverage.zones[static_cast<std::size_t>(zone)].name}});
  return json;
}

Json need_of(const GapsReport& report, const Translator& tr) {
  const NeedSource& need = report.study->need;
  const bool file = need.choice.kind == NeedKind::File;
  const auto word = need.choice.kind == NeedKind::Area         ? "area"
                    : need.choice.kind == NeedKind::Population ? "population"
                                                               : "file";
  return {{"kind", word},
          {"name", name_of(need, *report.dataset, tr)},
          {"file", file && need.table ? Json(need.table->source) : Json(nullptr)},
          {"column", file && need.table ? Json(need.table->column) : Json(nullptr)},
          {"sector",
           report.study->need_sector.empty() ? Json(nullptr) : Json(report.study->need_sector)}};
}

Json distances_of(const DistanceStudy& distances) {
  return {{"beyond_km", number(distances.beyond_km)},
          {"points", distances.points},
          {"projects", distances.projects},
          {"by_town", distances.by_town},
          {"left_out", distances.left_out}};
}

void put_units(Json& json, const GapsReport& report) {
  const Coverage& coverage = report.study->coverage;
  json["units"] = Json::array();
  const bool measured = report.distances != nullptr;
  for (std::size_t i = 0; i < coverage.zones.size(); ++i)
    json["units"].push_back(unit_of(
        coverage.zones[i],
        measured && i < report.distances->zones.size() ? &report.distances->zones[i] : nullptr,
        measured));
}

}  // namespace

std::string gaps_json(const GapsReport& report, const Translator& tr) {
  const GapStudy& study = *report.study;
  const bool answered = report.unanswered.empty();
  Json json{
      {"level", std::string(word_of(study.coverage.level))},
      {"filter", json_of_filter(report.filter)},
      {"need", need_of(report, tr)},
      {"aid", std::string(word_of(study.settings.aid))},
      {"order", std::string(word_of(order_of(study.settings)))},
      {"gini", number(study.inequality.gini)},
      {"hoover", number(study.inequality.hoover)},
      {"theil", number(study.inequality.theil)},
      {"universe", answered ? json_of(study.inequality.universe, tr) : Json(nullptr)},
      {"theil_parts", parts_of(study.inequality)},
      {"unreported_as_zero", answered ? json_of(study.unreported_as_zero, tr) : Json(nullptr)}};
  json["lorenz"] = Json::array();
  for (const LorenzPoint& point : study.inequality.lorenz)
    json["lorenz"].push_back({{"need", number(point.need)}, {"aid", number(point.aid)}});
  put_units(json, report);
  json["ranked"] = Json::array();
  const std::size_t most = report.top == 0 ? study.ranked.size() : report.top;
  for (std::size_t i = 0; i < std::min(most, study.ranked.size()); ++i)
    json["ranked"].push_back(rank_of(study.ranked[i], i + 1, study, tr));
  json["without_any"] = names_of(study.without_any, study.coverage);
  json["not_reported"] = names_of(study.not_reported, study.coverage);
  if (report.distances != nullptr)
    json["distances"] = distances_of(*report.distances);
  json["notes"] = Json::array();
  if (!answered)
    json["notes"].push_back(text_of(report.unanswered, tr));
  for (const Message& note : study.notes)
    json["notes"].push_back(text_of(note, tr));
  return json_text(json, JsonNumbers::Exact);
}

}  // namespace malimap
